/** The book as the browser holds it: what the server last said, cell by cell, in Google's own terms. */
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { SheetAnswer } from '../../board/board-protocol.ts';
import { unpackGrid } from '../../board/packed-grid.ts';

export type CellData = sheets_v4.Schema$CellData;
export type GridRange = sheets_v4.Schema$GridRange;

/** Size and visibility of a row or column; undefined means: as the sheet's default. */
export type Dimension = { readonly pixelSize?: number; readonly hidden?: true } | undefined;

/** One tab. `cells` holds only what differs from empty; rows and cells may be missing. */
export interface BoardSheet {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly tabColor: sheets_v4.Schema$Color | undefined;
  rowCount: number;
  columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly columns: readonly Dimension[];
  readonly rows: readonly Dimension[];
  cells: (CellData | undefined)[][];
  readonly merges: readonly GridRange[];
  readonly conditionalFormats: readonly sheets_v4.Schema$ConditionalFormatRule[];
  readonly protectedRanges: readonly sheets_v4.Schema$ProtectedRange[];
  readonly basicFilter: sheets_v4.Schema$BasicFilter | undefined;
  readonly charts: readonly sheets_v4.Schema$EmbeddedChart[];
  /** False while only the tab's name and shape are known. */
  readonly loaded: boolean;
}

/** A range with every bound known, end-exclusive, cut to the sheet. */
export interface Area {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

/** Reads one tab of the server's answer. */
export function boardSheet(answer: SheetAnswer): BoardSheet {
  const { sheet, grid } = answer;
  const properties = sheet.properties ?? {};
  const cells = grid ? unpackGrid(grid) : [];
  return {
    sheetId: properties.sheetId ?? 0,
    title: properties.title ?? '',
    hidden: properties.hidden ?? false,
    tabColor: properties.tabColorStyle?.rgbColor ?? properties.tabColor,
    ...shapeOf(properties.gridProperties ?? {}, cells.length),
    ...rulesOf(sheet),
    ...dimensionsOf(grid),
    cells,
    loaded: grid !== undefined,
  };
}

function dimensionsOf(grid: SheetAnswer['grid']): Pick<BoardSheet, 'columns' | 'rows'> {
  if (!grid) return { columns: [], rows: [] };
  return { columns: grid.columnMetadata.map(dimension), rows: grid.rowMetadata.map(dimension) };
}

type Shape = Pick<BoardSheet, 'rowCount' | 'columnCount' | 'frozenRows' | 'frozenColumns'>;

// Google leaves out what is default.
function shapeOf(shape: sheets_v4.Schema$GridProperties, filledRows: number): Shape {
  return {
    rowCount: Math.max(shape.rowCount ?? 1_000, filledRows),
    columnCount: shape.columnCount ?? 26,
    frozenRows: shape.frozenRowCount ?? 0,
    frozenColumns: shape.frozenColumnCount ?? 0,
  };
}

type Rules = Pick<BoardSheet, 'merges' | 'conditionalFormats' | 'protectedRanges' | 'basicFilter' | 'charts'>;

function rulesOf(sheet: SheetAnswer['sheet']): Rules {
  return {
    merges: sheet.merges ?? [],
    conditionalFormats: sheet.conditionalFormats ?? [],
    protectedRanges: sheet.protectedRanges ?? [],
    basicFilter: sheet.basicFilter,
    charts: sheet.charts ?? [],
  };
}

function dimension(item: sheets_v4.Schema$DimensionProperties | 0): Dimension {
  if (item === 0) return undefined;
  return {
    ...(item.pixelSize != null && { pixelSize: item.pixelSize }),
    ...(item.hiddenByUser && { hidden: true as const }),
  };
}

/** The range on this sheet with all bounds filled in. */
export function areaOf(range: GridRange | undefined, sheet: { rowCount: number; columnCount: number }): Area {
  return {
    startRow: range?.startRowIndex ?? 0,
    endRow: Math.min(range?.endRowIndex ?? sheet.rowCount, sheet.rowCount),
    startColumn: range?.startColumnIndex ?? 0,
    endColumn: Math.min(range?.endColumnIndex ?? sheet.columnCount, sheet.columnCount),
  };
}

/** Whether the cell lies inside the area. */
export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.startRow && row < area.endRow && column >= area.startColumn && column < area.endColumn;
}

/** The cell as the server has it; `{}` when empty. */
export function cellAt(sheet: Pick<BoardSheet, 'cells'>, row: number, column: number): CellData {
  return sheet.cells[row]?.[column] ?? {};
}

/** Stores what the server says about a cell. */
export function storeCell(sheet: BoardSheet, row: number, column: number, data: CellData): void {
  while (sheet.cells.length <= row) sheet.cells.push([]);
  const values = (sheet.cells[row] ??= []);
  while (values.length < column) values.push(undefined);
  values[column] = Object.keys(data).length === 0 ? undefined : data;
}

/** Whether this person may not type into the cell. Warnings only warn, as in Google Sheets. */
export function isLocked(sheet: BoardSheet, row: number, column: number, personEmail: string): boolean {
  return sheet.protectedRanges.some(
    (item) =>
      !item.warningOnly &&
      item.requestingUserCanEdit !== true &&
      !(item.editors?.users ?? []).includes(personEmail) &&
      contains(areaOf(item.range, sheet), row, column) &&
      !(item.unprotectedRanges ?? []).some((open) => contains(areaOf(open, sheet), row, column)),
  );
}

/** Row with the headers people see: the last frozen row that is not hidden, else the first visible one. */
export function headerRow(sheet: BoardSheet): number {
  for (let row = sheet.frozenRows - 1; row >= 0; row -= 1) {
    if (!sheet.rows[row]?.hidden) return row;
  }
  return sheet.rows[0]?.hidden ? 1 : 0;
}

/** Name of a column for people: its header text, or its letters when there is none. */
export function columnName(sheet: BoardSheet, column: number): string {
  return cellAt(sheet, headerRow(sheet), column).effectiveValue?.stringValue || columnLetters(column);
}

/** Column letters of a zero-based index: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  do {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return letters;
}
