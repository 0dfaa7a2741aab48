/** A tab as the grid's worksheet: cells, sizes, freeze, merges. Rules are set separately (see grid/show-rules.ts). */
import type { ICellData, IColumnData, IRange, IRowData, IStyleData, IWorksheetData } from '@univerjs/core';
import { areaOf, type BoardSheet, type CellData } from './board-book.ts';
import { fittingWidths } from './fitting-widths.ts';
import { gridCell } from './grid-cell.ts';
import { gridStyle, hexColor } from './grid-style.ts';

const DEFAULT_COLUMN_WIDTH = 100;
const DEFAULT_ROW_HEIGHT = 27;
const ROW_HEADER_WIDTH = 46;
const COLUMN_HEADER_HEIGHT = 22;

/** Name of a tab inside the grid. */
export const gridSheetId = (sheetId: number): string => `s${sheetId}`;

/** Google's id of one of the grid's tabs; undefined for one that the grid made itself. */
export function boardSheetId(gridId: string): number | undefined {
  const match = /^s(\d+)$/.exec(gridId);
  return match ? Number(match[1]) : undefined;
}

/** Gives every distinct style a name, so that a sheet refers to it instead of repeating it. */
export class StyleBook {
  readonly styles: Record<string, IStyleData> = {};
  readonly #names = new Map<string, string>();
  readonly #byFormat = new Map<object, string | undefined>();

  nameOf(format: CellData['userEnteredFormat']): string | undefined {
    if (!format) return undefined;
    if (this.#byFormat.has(format)) return this.#byFormat.get(format);
    const style = gridStyle(format);
    const name = style && this.#nameOfStyle(style);
    this.#byFormat.set(format, name);
    return name;
  }

  #nameOfStyle(style: IStyleData): string {
    const text = JSON.stringify(style);
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = `b${this.#names.size + 1}`;
    this.#names.set(text, name);
    this.styles[name] = style;
    return name;
  }
}

/** The worksheet of a tab. */
export function gridSheet(sheet: BoardSheet, styles: StyleBook): Partial<IWorksheetData> {
  return {
    id: gridSheetId(sheet.sheetId),
    name: sheet.title,
    tabColor: hexColor(sheet.tabColor) ?? '',
    hidden: sheet.hidden ? 1 : 0,
    rowCount: Math.max(1, sheet.rowCount),
    columnCount: Math.max(1, sheet.columnCount),
    defaultColumnWidth: DEFAULT_COLUMN_WIDTH,
    defaultRowHeight: DEFAULT_ROW_HEIGHT,
    rowHeader: { width: ROW_HEADER_WIDTH },
    columnHeader: { height: COLUMN_HEADER_HEIGHT },
    freeze: gridFreeze(sheet),
    mergeData: gridMerges(sheet),
    cellData: gridCells(sheet, styles),
    columnData: Object.fromEntries(gridColumns(sheet)),
    rowData: Object.fromEntries(gridRows(sheet)),
    showGridlines: 1,
    // Chips and checkboxes sit in the middle of a row; text does too.
    defaultStyle: { vt: 2 },
  };
}

/** Frozen rows and columns; -1 means none, as the grid wants it. */
export function gridFreeze(sheet: Pick<BoardSheet, 'frozenRows' | 'frozenColumns'>): {
  xSplit: number;
  ySplit: number;
  startRow: number;
  startColumn: number;
} {
  const { frozenRows, frozenColumns } = sheet;
  return {
    xSplit: frozenColumns,
    ySplit: frozenRows,
    startRow: frozenRows > 0 ? frozenRows : -1,
    startColumn: frozenColumns > 0 ? frozenColumns : -1,
  };
}

/** Merged ranges, end-inclusive. */
export function gridMerges(sheet: BoardSheet): IRange[] {
  return sheet.merges.map((range) => {
    const { startRow, endRow, startColumn, endColumn } = areaOf(range, sheet);
    return { startRow, endRow: endRow - 1, startColumn, endColumn: endColumn - 1 };
  });
}

/** Columns that differ from the default, made wide enough for their headers and dropdowns. */
export function gridColumns(sheet: BoardSheet): [number, Partial<IColumnData>][] {
  const fitting = fittingWidths(sheet, [sheet]);
  const columns = Array.from(
    { length: Math.max(sheet.columns.length, ...fitting.keys()) + 1 },
    (_, index) => index,
  );
  return columns.flatMap((index): [number, Partial<IColumnData>][] => {
    const column = sheet.columns[index];
    const w = Math.max(column?.pixelSize ?? DEFAULT_COLUMN_WIDTH, fitting.get(index) ?? 0);
    if (!column && w === DEFAULT_COLUMN_WIDTH) return [];
    return [[index, { w, ...(column?.hidden && { hd: 1 }) }]];
  });
}

/** Rows that differ from the default. */
export function gridRows(sheet: BoardSheet): [number, Partial<IRowData>][] {
  return sheet.rows.flatMap((row, index) =>
    row ? [[index, { ...(row.pixelSize && { h: row.pixelSize, ia: 0 }), ...(row.hidden && { hd: 1 }) }]] : [],
  );
}

function gridCells(sheet: BoardSheet, styles: StyleBook): Record<number, Record<number, ICellData>> {
  const matrix: Record<number, Record<number, ICellData>> = {};
  for (const [row, cells] of sheet.cells.entries()) {
    const line: Record<number, ICellData> = {};
    for (const [column, cell] of cells.entries()) {
      const data = cell && gridCell(cell, styles.nameOf(cell.userEnteredFormat));
      if (data) line[column] = data;
    }
    if (Object.keys(line).length > 0) matrix[row] = line;
  }
  return matrix;
}
