import type { sheets_v4 } from '../../functions/adapters/google-sheets-client.ts';
import { invalidArgument } from './http/api-error.ts';
import type { BookMeta } from './model/book.ts';
import { newBookProperties } from './model/new-book.ts';
import { writeBox } from './requests/cells.ts';
import { changeMeta, sheetOf, type RequestContext } from './requests/request-context.ts';
import { addSheet } from './requests/sheets.ts';
import { cellWriter, WRITABLE_CELL_FIELDS } from './model/write-cell.ts';
import { withColorTwins } from './model/colors.ts';

/** Fills an empty draft with the workbook a client asked for: one sheet `Sheet1` with id 0 when it named none. */
export function fillNewBook(
  context: RequestContext,
  spreadsheetId: string,
  body: sheets_v4.Schema$Spreadsheet,
): void {
  const { draft } = context;
  const properties = newBookProperties(body.properties);
  const meta: BookMeta = {
    spreadsheetId,
    properties,
    ...(body.namedRanges?.length && { namedRanges: body.namedRanges }),
  };
  draft.apply({ kind: 'bookMeta', meta });
  const sheets = body.sheets?.length ? body.sheets : [{ properties: { sheetId: 0, title: 'Sheet1' } }];
  sheets.forEach((sheet, index) => addGivenSheet(context, sheet, index));
}

function addGivenSheet(context: RequestContext, sheet: sheets_v4.Schema$Sheet, index: number): void {
  const given = { sheetId: index === 0 ? 0 : null, ...sheet.properties };
  const properties = Object.fromEntries(
    Object.entries({ ...given, index }).filter(([, value]) => value != null),
  );
  const reply = addSheet(context, { properties });
  const sheetId = reply?.addSheet?.properties?.sheetId;
  const { book } = context.draft;
  const theme = book.meta.properties.spreadsheetTheme?.themeColors ?? [];
  const { merges, conditionalFormats, protectedRanges, basicFilter, charts } = sheet;
  const lists = { merges, conditionalFormats, protectedRanges, basicFilter, charts };
  const filled = Object.fromEntries(Object.entries(lists).filter(([, value]) => value !== undefined));
  if (Object.keys(filled).length > 0) {
    changeMeta(context, sheetOf(book, sheetId), withColorTwins(filled, theme));
  }
  for (const block of sheet.data ?? []) writeBlock(context, sheetId, block);
}

function writeBlock(
  context: RequestContext,
  sheetId: number | null | undefined,
  block: sheets_v4.Schema$GridData,
): void {
  const sheet = sheetOf(context.draft.book, sheetId);
  const rows = block.rowData ?? [];
  const [startRow, startColumn] = [block.startRow ?? 0, block.startColumn ?? 0];
  const width = rows.reduce((widest, row) => Math.max(widest, row.values?.length ?? 0), 0);
  const box = { startRow, startColumn, endRow: startRow + rows.length, endColumn: startColumn + width };
  if (box.endRow > sheet.rowCount || box.endColumn > sheet.columnCount) {
    throw invalidArgument(`The data of sheet ${sheet.meta.properties.title} reaches beyond its grid.`);
  }
  const mask = Object.fromEntries(WRITABLE_CELL_FIELDS.map((name) => [name, true] as const));
  writeBox(
    context,
    sheet,
    box,
    cellWriter(context.draft.book, mask),
    (row, column) => rows[row]?.values?.[column],
  );
}
