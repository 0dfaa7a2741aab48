/**
 * Cells of a tab as they travel to the browser. Google repeats the full format and validation in every cell
 * (some 300 bytes each); here every distinct one is sent once, and unpacking gives all cells that share it
 * the same object, so grouping them afterwards is a comparison of references.
 */
import type { sheets_v4 } from '../../functions/adapters/google-sheets-client.ts';

/** Sizes Google gives to what nobody has sized; the board has its own defaults for those. */
const GOOGLE_ROW_HEIGHT = 21;
const GOOGLE_COLUMN_WIDTH = 100;

type CellData = sheets_v4.Schema$CellData;

/** A cell: what was entered, the effective value where it differs, note, indexes of format and validation. */
export interface PackedCell {
  readonly u?: sheets_v4.Schema$ExtendedValue;
  readonly e?: sheets_v4.Schema$ExtendedValue;
  readonly t?: string;
  readonly n?: string;
  readonly f?: number;
  readonly v?: number;
}

export interface PackedGrid {
  readonly rows: readonly (readonly (PackedCell | 0)[])[];
  readonly formats: readonly sheets_v4.Schema$CellFormat[];
  readonly validations: readonly sheets_v4.Schema$DataValidationRule[];
  readonly rowMetadata: readonly (sheets_v4.Schema$DimensionProperties | 0)[];
  readonly columnMetadata: readonly (sheets_v4.Schema$DimensionProperties | 0)[];
}

class Interner<T extends object> {
  readonly values: T[] = [];
  readonly #byReference = new Map<T, number>();
  readonly #byText = new Map<string, number>();

  indexOf(value: T): number {
    const known = this.#byReference.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    const index = this.#byText.get(text) ?? this.values.push(value) - 1;
    this.#byText.set(text, index);
    this.#byReference.set(value, index);
    return index;
  }
}

const sameValue = (
  a: sheets_v4.Schema$ExtendedValue | undefined,
  b: sheets_v4.Schema$ExtendedValue | undefined,
): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.stringValue === b.stringValue &&
  a.numberValue === b.numberValue &&
  a.boolValue === b.boolValue &&
  a.formulaValue === b.formulaValue;

/** Packs the grids of a tab (Google sends one per asked range; the board asks for the whole tab: one). */
export function packGrid(data: readonly sheets_v4.Schema$GridData[] | undefined): PackedGrid {
  const grid = data?.[0] ?? {};
  const formats = new Interner<sheets_v4.Schema$CellFormat>();
  const validations = new Interner<sheets_v4.Schema$DataValidationRule>();
  const packCell = (cell: CellData): PackedCell | 0 => {
    const entered = cell.userEnteredValue;
    const effective = cell.effectiveValue;
    const packed: PackedCell = {
      ...(entered && { u: entered }),
      ...(effective && !sameValue(entered, effective) && { e: effective }),
      ...(effective?.errorValue != null && cell.formattedValue != null && { t: cell.formattedValue }),
      ...(cell.note && { n: cell.note }),
      ...(cell.userEnteredFormat && { f: formats.indexOf(cell.userEnteredFormat) }),
      ...(cell.dataValidation && { v: validations.indexOf(cell.dataValidation) }),
    };
    return Object.keys(packed).length === 0 ? 0 : packed;
  };
  const rows = (grid.rowData ?? []).map((row) => withoutTrailing((row.values ?? []).map(packCell)));
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return {
    rows,
    formats: formats.values,
    validations: validations.values,
    rowMetadata: packMetadata(grid.rowMetadata, GOOGLE_ROW_HEIGHT),
    columnMetadata: packMetadata(grid.columnMetadata, GOOGLE_COLUMN_WIDTH),
  };
}

function withoutTrailing<T>(items: (T | 0)[]): (T | 0)[] {
  while (items.length > 0 && items.at(-1) === 0) items.pop();
  return items;
}

// Google lists every row of the grid; only sizes that differ from the default and hidden ones matter.
function packMetadata(
  metadata: readonly sheets_v4.Schema$DimensionProperties[] | undefined,
  defaultPixels: number,
): (sheets_v4.Schema$DimensionProperties | 0)[] {
  const packed = (metadata ?? []).map((item) => {
    const kept: sheets_v4.Schema$DimensionProperties = {
      ...(item.pixelSize != null && item.pixelSize !== defaultPixels && { pixelSize: item.pixelSize }),
      ...(item.hiddenByUser && { hiddenByUser: true }),
    };
    return Object.keys(kept).length === 0 ? 0 : kept;
  });
  return withoutTrailing(packed);
}

/** The cells again as Google's CellData, row by row; empty cells are undefined. */
export function unpackGrid(grid: PackedGrid): (CellData | undefined)[][] {
  return grid.rows.map((row) => row.map((cell) => (cell === 0 ? undefined : unpackCell(cell, grid))));
}

function unpackCell(cell: PackedCell, grid: PackedGrid): CellData {
  const effective = cell.e ?? cell.u;
  const format = cell.f === undefined ? undefined : grid.formats[cell.f];
  const validation = cell.v === undefined ? undefined : grid.validations[cell.v];
  return {
    ...(cell.u && { userEnteredValue: cell.u }),
    ...(effective && { effectiveValue: effective }),
    ...(cell.t !== undefined && { formattedValue: cell.t }),
    ...(cell.n !== undefined && { note: cell.n }),
    ...(format && { userEnteredFormat: format }),
    ...(validation && { dataValidation: validation }),
  };
}
