import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { ResolvedRange } from '../a1/resolve-range.ts';
import type { Book, DeveloperMetadata, DimensionState, SheetState } from '../model/book.ts';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../model/new-book.ts';
import { withLocation, type MetadataPlace } from '../model/metadata-places.ts';
import { filteredRows } from '../rules/filtered-rows.ts';
import type { CellRange } from '../service-api.ts';
import { cellData, type WantedFields } from './cell-data.ts';
import type { ReadContext } from './read-context.ts';
import { withoutZeros } from './proto-defaults.ts';

export interface RenderOptions {
  readonly includeGridData: boolean;
  /** Only sheets that these touch are answered, each with one block of data per range. */
  readonly ranges?: readonly ResolvedRange[];
  /** Only this sheet. */
  readonly onlySheet?: number;
  /** Only these fields of cells; all when absent. */
  readonly cellFields?: WantedFields;
}

/** The book as `spreadsheets.get` answers it. */
export function renderSpreadsheet(
  context: ReadContext,
  options: RenderOptions,
): sheets_v4.Schema$Spreadsheet {
  const { meta, sheets } = context.book;
  const touched = sheets.filter(
    (sheet) =>
      (!options.ranges || options.ranges.some((range) => range.sheet === sheet)) &&
      (options.onlySheet === undefined || options.onlySheet === sheet.meta.properties.sheetId),
  );
  return {
    spreadsheetId: meta.spreadsheetId,
    properties: meta.properties,
    sheets: touched.map((sheet) => renderSheet(context, sheet, options)),
    ...(meta.namedRanges?.length && { namedRanges: withoutZeros(meta.namedRanges) }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${meta.spreadsheetId}/edit`,
    ...located(meta.developerMetadata, { type: 'SPREADSHEET' }),
  };
}

function renderSheet(
  context: ReadContext,
  sheet: SheetState,
  options: RenderOptions,
): sheets_v4.Schema$Sheet {
  const { properties, developerMetadata, ...lists } = sheet.meta;
  const ranges: readonly CellRange[] = options.ranges?.filter((range) => range.sheet === sheet) ?? [
    whole(sheet),
  ];
  return {
    properties: sheetProperties(context.book, sheet),
    ...(options.includeGridData && {
      data: ranges.map((range) => gridData(context, sheet, range, options.cellFields)),
    }),
    ...withoutZeros(dropEmpty(lists)),
    ...located(developerMetadata, { type: 'SHEET', sheetId: properties.sheetId }),
  };
}

/** A list of metadata with the place each is attached to; nothing when there is none. */
function located(
  list: readonly DeveloperMetadata[] | undefined,
  place: MetadataPlace,
): { developerMetadata?: DeveloperMetadata[] } {
  if (!list?.length) return {};
  return { developerMetadata: list.map((metadata) => withoutZeros(withLocation({ metadata, place }))) };
}

/** Properties with the index and the grid size, without what is false or zero. */
export function sheetProperties(book: Book, sheet: SheetState): sheets_v4.Schema$SheetProperties {
  const { sheetId, title, sheetType, gridProperties, hidden, rightToLeft, tabColor, tabColorStyle } =
    sheet.meta.properties;
  return {
    sheetId,
    title,
    index: book.sheets.indexOf(sheet),
    sheetType: sheetType ?? 'GRID',
    gridProperties: {
      rowCount: sheet.rowCount,
      columnCount: sheet.columnCount,
      ...dropEmpty(gridProperties ?? {}),
    },
    ...dropEmpty({ hidden, tabColor, tabColorStyle, rightToLeft }),
  };
}

function whole(sheet: SheetState): CellRange {
  const { rowCount, columnCount } = sheet;
  const sheetId = sheet.meta.properties.sheetId;
  return { sheetId, startRow: 0, endRow: rowCount, startColumn: 0, endColumn: columnCount };
}

function gridData(
  context: ReadContext,
  sheet: SheetState,
  range: CellRange,
  wanted: WantedFields,
): sheets_v4.Schema$GridData {
  const rowData = rows(context, sheet, range, wanted);
  const sheetId = sheet.meta.properties.sheetId;
  const filtered = filteredRows(sheet, context.conditions);
  return {
    ...(range.startRow > 0 && { startRow: range.startRow }),
    ...(range.startColumn > 0 && { startColumn: range.startColumn }),
    ...(rowData.length > 0 && { rowData }),
    rowMetadata: spanOf(range.startRow, range.endRow, (index) =>
      dimension(
        sheet.rows[index]?.info,
        DEFAULT_ROW_HEIGHT,
        { type: 'ROW', sheetId, index },
        filtered.has(index),
      ),
    ),
    columnMetadata: spanOf(range.startColumn, range.endColumn, (index) =>
      dimension(sheet.columns[index], DEFAULT_COLUMN_WIDTH, { type: 'COLUMN', sheetId, index }, false),
    ),
  };
}

function rows(
  context: ReadContext,
  sheet: SheetState,
  range: CellRange,
  wanted: WantedFields,
): sheets_v4.Schema$RowData[] {
  const result: sheets_v4.Schema$RowData[] = [];
  const end = Math.min(range.endRow, sheet.rows.length);
  for (let row = range.startRow; row < end; row += 1) {
    const cells = sheet.rows[row]?.cells ?? [];
    const values: sheets_v4.Schema$CellData[] = [];
    for (let column = range.startColumn; column < Math.min(range.endColumn, cells.length); column += 1) {
      values.push(cells[column] ? cellData(context, sheet, row, column, wanted) : {});
    }
    trim(values, (cell) => Object.keys(cell).length === 0);
    result.push(values.length > 0 ? { values } : {});
  }
  trim(result, (row) => row.values === undefined);
  return result;
}

/** Drops what is empty at the end of a list. */
export function trim<T>(list: T[], isEmpty: (item: T) => boolean): void {
  let length = list.length;
  while (length > 0 && isEmpty(list[length - 1] as T)) length -= 1;
  list.length = length;
}

function spanOf<T>(start: number, end: number, at: (index: number) => T): T[] {
  return Array.from({ length: end - start }, (_, offset) => at(start + offset));
}

const PLAIN = new Map<number, sheets_v4.Schema$DimensionProperties>();

function dimension(
  info: DimensionState | undefined,
  defaultSize: number,
  place: MetadataPlace,
  hiddenByFilter: boolean,
): sheets_v4.Schema$DimensionProperties {
  if (!info && !hiddenByFilter) {
    const plain = PLAIN.get(defaultSize) ?? { pixelSize: defaultSize };
    PLAIN.set(defaultSize, plain);
    return plain;
  }
  return {
    ...(hiddenByFilter && { hiddenByFilter }),
    ...(info?.hiddenByUser && { hiddenByUser: true }),
    pixelSize: info?.pixelSize ?? defaultSize,
    ...located(info?.developerMetadata, place),
  };
}

/** A copy without undefined, null, false, zero and empty lists. */
function dropEmpty<T extends object>(value: T): Partial<T> {
  const kept = Object.entries(value).filter(
    ([, inner]) => inner && !(Array.isArray(inner) && inner.length === 0),
  );
  return Object.fromEntries(kept) as Partial<T>;
}
