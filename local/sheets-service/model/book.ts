/**
 * The workbook as held in memory. Every value here is immutable by convention: changes go through
 * {@link BookDraft}, which copies what it touches, so that a refused batch leaves no trace and a snapshot can
 * be written while the book moves on.
 */
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';

export type CellData = sheets_v4.Schema$CellData;
export type CellFormat = sheets_v4.Schema$CellFormat;
export type ExtendedValue = sheets_v4.Schema$ExtendedValue;
export type GridRange = sheets_v4.Schema$GridRange;
export type DeveloperMetadata = sheets_v4.Schema$DeveloperMetadata;

/** What a person or client put into a cell; everything else in CellData is worked out when it is read. */
export interface StoredCell {
  readonly userEnteredValue?: ExtendedValue;
  readonly userEnteredFormat?: CellFormat;
  readonly note?: string;
  readonly dataValidation?: sheets_v4.Schema$DataValidationRule;
  readonly textFormatRuns?: sheets_v4.Schema$TextFormatRun[];
}

/** Size, visibility and metadata of one row or column. Moves and dies with it. */
export interface DimensionState {
  readonly pixelSize?: number;
  readonly hiddenByUser?: boolean;
  readonly developerMetadata?: DeveloperMetadata[];
}

export interface RowState {
  readonly cells: readonly (StoredCell | undefined)[];
  readonly info?: DimensionState;
}

/** Everything of a sheet except its cells, rows and columns. */
export interface SheetMeta {
  /** Without `index`: the order of the sheets lives in the book. */
  readonly properties: sheets_v4.Schema$SheetProperties & {
    readonly sheetId: number;
    readonly title: string;
  };
  readonly merges?: GridRange[];
  readonly conditionalFormats?: sheets_v4.Schema$ConditionalFormatRule[];
  readonly protectedRanges?: sheets_v4.Schema$ProtectedRange[];
  readonly basicFilter?: sheets_v4.Schema$BasicFilter;
  readonly charts?: sheets_v4.Schema$EmbeddedChart[];
  readonly rowGroups?: sheets_v4.Schema$DimensionGroup[];
  readonly columnGroups?: sheets_v4.Schema$DimensionGroup[];
  readonly developerMetadata?: DeveloperMetadata[];
}

export interface SheetState {
  readonly meta: SheetMeta;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Shorter than `rowCount`, with holes: rows that hold nothing are not stored. */
  readonly rows: readonly (RowState | undefined)[];
  readonly columns: readonly (DimensionState | undefined)[];
}

export interface BookMeta {
  readonly spreadsheetId: string;
  readonly properties: sheets_v4.Schema$SpreadsheetProperties;
  readonly namedRanges?: sheets_v4.Schema$NamedRange[];
  readonly developerMetadata?: DeveloperMetadata[];
}

export interface Book {
  readonly meta: BookMeta;
  readonly sheets: readonly SheetState[];
}

/** A sheet by id, or undefined. */
export function findSheet(book: Book, sheetId: number): SheetState | undefined {
  return book.sheets.find((sheet) => sheet.meta.properties.sheetId === sheetId);
}

/** The stored cell at zero-based coordinates, or undefined when nothing is stored there. */
export function cellAt(sheet: SheetState, row: number, column: number): StoredCell | undefined {
  return sheet.rows[row]?.cells[column];
}

/** True when the cell holds a value (a format, note or rule alone does not count). */
export function hasValue(cell: StoredCell | undefined): boolean {
  return cell?.userEnteredValue !== undefined;
}
