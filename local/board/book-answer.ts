/** The book as the browser wants it: all tabs by name and shape, the cells of one. */
import type { SheetsServiceApi } from '../sheets-service/service-api.ts';
import type { BookAnswer, SheetAnswer } from './board-protocol.ts';
import { packGrid } from './packed-grid.ts';

/**
 * Every tab of the book and the cells of `sheetId` (of the first visible tab when not given or unknown).
 * Throws when the book is unknown.
 */
export function bookAnswer(
  context: {
    readonly sheets: Pick<SheetsServiceApi, 'getSpreadsheet' | 'revision'>;
    readonly spreadsheetId: () => string;
    readonly personEmail: string;
  },
  sheetId?: number,
): BookAnswer {
  const spreadsheetId = context.spreadsheetId();
  const book = context.sheets.getSpreadsheet(spreadsheetId);
  const tabs = book.sheets ?? [];
  const wanted =
    tabs.find((tab) => tab.properties?.sheetId === sheetId) ??
    tabs.find((tab) => !tab.properties?.hidden) ??
    tabs[0];
  const wantedId = wanted?.properties?.sheetId ?? 0;
  const withCells = context.sheets
    .getSpreadsheet(spreadsheetId, { includeGridData: true, sheetId: wantedId })
    .sheets?.find((tab) => (tab.properties?.sheetId ?? 0) === wantedId);
  const sheets = tabs.map((tab): SheetAnswer => {
    if ((tab.properties?.sheetId ?? 0) !== wantedId || !withCells) return { sheet: tab };
    const { data, ...sheet } = withCells;
    return { sheet, grid: packGrid(data) };
  });
  return {
    spreadsheetId,
    revision: context.sheets.revision(spreadsheetId),
    title: book.properties?.title ?? '',
    ...(book.properties?.timeZone && { timeZone: book.properties.timeZone }),
    personEmail: context.personEmail,
    sheets,
  };
}
