/** Developer metadata lives on the workbook, a sheet, a row or a column, and is stored there without its place. */
import type { Book, DeveloperMetadata, DimensionState, SheetState } from './book.ts';
import type { Dimension } from './mutation.ts';

export type MetadataPlace =
  | { readonly type: 'SPREADSHEET' }
  | { readonly type: 'SHEET'; readonly sheetId: number }
  | { readonly type: 'ROW' | 'COLUMN'; readonly sheetId: number; readonly index: number };

export interface PlacedMetadata {
  readonly metadata: DeveloperMetadata;
  readonly place: MetadataPlace;
}

/** Every piece of metadata of the book: its own first, then sheet by sheet. */
export function allMetadata(book: Book): PlacedMetadata[] {
  const own = (book.meta.developerMetadata ?? []).map((metadata) => ({
    metadata,
    place: { type: 'SPREADSHEET' as const },
  }));
  return [...own, ...book.sheets.flatMap(sheetMetadata)];
}

function sheetMetadata(sheet: SheetState): PlacedMetadata[] {
  const sheetId = sheet.meta.properties.sheetId;
  const onLine = (
    type: 'ROW' | 'COLUMN',
    info: DimensionState | undefined,
    index: number,
  ): PlacedMetadata[] =>
    (info?.developerMetadata ?? []).map((metadata) => ({ metadata, place: { type, sheetId, index } }));
  return [
    ...(sheet.meta.developerMetadata ?? []).map((metadata) => ({
      metadata,
      place: { type: 'SHEET' as const, sheetId },
    })),
    ...sheet.rows.flatMap((row, index) => onLine('ROW', row?.info, index)),
    ...sheet.columns.flatMap((info, index) => onLine('COLUMN', info, index)),
  ];
}

/** The metadata with its `location`, as the API answers it. */
export function withLocation({ metadata, place }: PlacedMetadata): DeveloperMetadata {
  const { metadataId, metadataKey, metadataValue, visibility } = metadata;
  return {
    ...(metadataId != null && { metadataId }),
    ...(metadataKey != null && { metadataKey }),
    ...(metadataValue != null && { metadataValue }),
    location: locationOf(place),
    ...(visibility != null && { visibility }),
  };
}

function locationOf(place: MetadataPlace): NonNullable<DeveloperMetadata['location']> {
  if (place.type === 'SPREADSHEET') return { locationType: 'SPREADSHEET', spreadsheet: true };
  if (place.type === 'SHEET') return { locationType: 'SHEET', sheetId: place.sheetId };
  const { sheetId, index } = place;
  const dimension: Dimension = place.type === 'ROW' ? 'ROWS' : 'COLUMNS';
  return {
    locationType: place.type,
    dimensionRange: { sheetId, dimension, startIndex: index, endIndex: index + 1 },
  };
}
