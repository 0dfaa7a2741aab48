import type { TeamId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/rep.ts';
import { HEADER_ROW, KEY_ROW, tabOf, type TabKey } from '../../shared/sheet/layout.ts';
import type { sheets_v4 } from './google-sheets-client.ts';
import { planSetUp, type FoundBoard, type FoundTab } from './plan-set-up.ts';
import type { SheetsConnection } from './sheets-connection.ts';

const BOARD_FIELDS =
  'sheets(properties(sheetId,title,gridProperties(rowCount,columnCount)),' +
  'conditionalFormats(booleanRule(condition(values(userEnteredValue)))),protectedRanges(range),' +
  'developerMetadata(metadataKey),charts(chartId,spec))';
const CELL_FIELDS =
  'sheets(properties(sheetId),data(startRow,rowData(values(userEnteredValue,dataValidation(condition(type))))))';

/**
 * Creates what the board lacks and repairs what people broke, in one `batchUpdate`: missing tabs, columns,
 * headers, dropdowns, colours, protection, rules, charts. What is there stays as it is: titles and headers that people
 * chose, widths, their own sheets and every row. Set up again with another language, titles, headers and
 * choices that are still as we wrote them change language.
 *
 * Reading takes two calls: where the tabs are and what they carry; then their key rows, headers and rules,
 * because a single call would bring every cell of the spreadsheet.
 */
export const setUpBoard = async (
  connection: SheetsConnection,
  team: TeamId,
  language: Language,
  charts: 'make' | 'keep' = 'make',
): Promise<{ readonly created: readonly TabKey[] }> => {
  const { requests, created } = planSetUp(await findBoard(connection, team), language, charts);
  if (requests.length > 0) {
    const batch = { spreadsheetId: team, requestBody: { requests: [...requests] } };
    await connection.run(async ({ maybeDone }) => {
      if (maybeDone) {
        // An attempt of unknown outcome: look again, or tabs and rules would be created twice.
        const left = planSetUp(await findBoard(once(connection), team), language, charts).requests;
        if (left.length === 0) return { data: {} };
        batch.requestBody.requests = [...left];
      }
      return connection.api.spreadsheets.batchUpdate(batch);
    });
  }
  return { created };
};

const once = ({ api }: SheetsConnection): SheetsConnection => ({
  api,
  run: async (attempt) => (await attempt({ maybeDone: false })).data,
});

const findBoard = async ({ api, run }: SheetsConnection, team: TeamId): Promise<FoundBoard> => {
  const board = await run(() => api.spreadsheets.get({ spreadsheetId: team, fields: BOARD_FIELDS }));
  const sheets = board.sheets ?? [];
  const titles = sheets.map((sheet) => sheet.properties?.title ?? '');
  const ours = sheets.flatMap((sheet) => {
    const tab = tabOf(sheet.properties?.sheetId ?? 0);
    return tab === undefined ? [] : [{ tab, sheet }];
  });
  const charts = new Map(
    sheets.flatMap((sheet) => sheet.charts ?? []).map(({ chartId, spec }) => [chartId ?? 0, spec ?? {}]),
  );
  if (ours.length === 0) return { titles, tabs: {}, charts };
  const cells = await run(() =>
    api.spreadsheets.get({
      spreadsheetId: team,
      ranges: ours.flatMap(({ tab, sheet }) => rangesOf(tab, sheet)),
      fields: CELL_FIELDS,
    }),
  );
  const grids = new Map(
    (cells.sheets ?? []).map((sheet) => [sheet.properties?.sheetId ?? 0, sheet.data ?? []]),
  );
  return {
    titles,
    charts,
    tabs: Object.fromEntries(
      ours.map(({ tab, sheet }) => [tab, foundTab(sheet, grids.get(sheet.properties?.sheetId ?? 0) ?? [])]),
    ),
  };
};

const rowCountOf = (sheet: sheets_v4.Schema$Sheet): number => sheet.properties?.gridProperties?.rowCount ?? 0;

/** Key row and header; the last row, to see whether dropdowns reach it; of the rules everything. */
const rangesOf = (tab: TabKey, sheet: sheets_v4.Schema$Sheet): readonly string[] => {
  const title = `'${(sheet.properties?.title ?? '').replaceAll("'", "''")}'`;
  const last = rowCountOf(sheet);
  return tab === 'rules'
    ? [`${title}!1:${last}`]
    : [`${title}!1:2`, ...(last > 2 ? [`${title}!${last}:${last}`] : [])];
};

const foundTab = (sheet: sheets_v4.Schema$Sheet, data: readonly sheets_v4.Schema$GridData[]): FoundTab => {
  const rows = new Map<number, readonly sheets_v4.Schema$CellData[]>();
  for (const { startRow, rowData } of data)
    rowData?.forEach(({ values }, index) => rows.set((startRow ?? 0) + index, values ?? []));
  const texts = (row: number): readonly string[] => (rows.get(row) ?? []).map(textOf);
  const lastRow = rowCountOf(sheet) - 1;
  return {
    title: sheet.properties?.title ?? '',
    rowCount: rowCountOf(sheet),
    columnCount: sheet.properties?.gridProperties?.columnCount ?? 0,
    keys: texts(KEY_ROW),
    headers: texts(HEADER_ROW),
    rows: new Map([...rows.keys()].filter((row) => row > HEADER_ROW).map((row) => [row, texts(row)])),
    validated: new Set(
      (rows.get(lastRow) ?? []).flatMap(({ dataValidation }, column) => (dataValidation ? [column] : [])),
    ),
    formulas: (sheet.conditionalFormats ?? []).map(
      ({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue ?? '',
    ),
    guards: (sheet.protectedRanges ?? []).flatMap(({ range }) => (range ? [range] : [])),
    tagged: (sheet.developerMetadata ?? []).some(({ metadataKey }) => metadataKey === 'peineng.tab'),
  };
};

const textOf = ({ userEnteredValue }: sheets_v4.Schema$CellData): string => {
  const { stringValue, numberValue, boolValue, formulaValue } = userEnteredValue ?? {};
  return stringValue ?? formulaValue ?? (numberValue ?? boolValue ?? '').toString();
};
