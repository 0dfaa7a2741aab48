import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { invalidArgument } from '../http/api-error.ts';
import type { Book } from '../model/book.ts';
import { allMetadata, type MetadataPlace, type PlacedMetadata } from '../model/metadata-places.ts';
import { resolveA1, resolveGridRange, type ResolvedRange } from './resolve-range.ts';

type Lookup = sheets_v4.Schema$DeveloperMetadataLookup;

/** True when a piece of metadata has all the properties that the lookup names. */
export function matchesLookup({ metadata, place }: PlacedMetadata, lookup: Lookup): boolean {
  const asked = (wanted: unknown, found: unknown) => wanted == null || wanted === found;
  return (
    asked(lookup.metadataId, metadata.metadataId) &&
    asked(lookup.metadataKey, metadata.metadataKey) &&
    asked(lookup.metadataValue, metadata.metadataValue) &&
    asked(specified(lookup.visibility), metadata.visibility) &&
    asked(specified(lookup.locationType), place.type) &&
    matchesLocation(place, lookup)
  );
}

function specified(word: string | null | undefined): string | undefined {
  return word == null || word.endsWith('_UNSPECIFIED') ? undefined : word;
}

function matchesLocation(place: MetadataPlace, lookup: Lookup): boolean {
  const location = lookup.metadataLocation;
  if (!location) return true;
  const intersecting = lookup.locationMatchingStrategy === 'INTERSECTING_LOCATION';
  if (location.spreadsheet) return intersecting || place.type === 'SPREADSHEET';
  if (place.type === 'SPREADSHEET') return intersecting;
  if (location.dimensionRange) return matchesLines(place, location.dimensionRange, intersecting);
  if (place.sheetId !== (location.sheetId ?? 0)) return false;
  return intersecting || place.type === 'SHEET';
}

function matchesLines(
  place: Exclude<MetadataPlace, { type: 'SPREADSHEET' }>,
  range: sheets_v4.Schema$DimensionRange,
  intersecting: boolean,
): boolean {
  if (place.sheetId !== (range.sheetId ?? 0)) return false;
  if (place.type === 'SHEET') return intersecting;
  const sameWay = (place.type === 'ROW') === (range.dimension === 'ROWS');
  if (!sameWay) return intersecting;
  const [start, end] = [range.startIndex ?? 0, range.endIndex ?? Infinity];
  if (intersecting) return place.index >= start && place.index < end;
  return place.index === start && end === start + 1;
}

/** The cells a data filter selects: one range for A1 and GridRange, one per match for metadata. */
export function resolveDataFilter(book: Book, filter: sheets_v4.Schema$DataFilter): ResolvedRange[] {
  if (filter.a1Range != null) return [resolveA1(book, filter.a1Range)];
  if (filter.gridRange) return [resolveGridRange(book, filter.gridRange)];
  const lookup = filter.developerMetadataLookup;
  if (!lookup)
    throw invalidArgument('Must specify exactly one of a1Range, gridRange and developerMetadataLookup.');
  return allMetadata(book)
    .filter((placed) => matchesLookup(placed, lookup))
    .flatMap(({ place }) => rangesOf(book, place));
}

function rangesOf(book: Book, place: MetadataPlace): ResolvedRange[] {
  if (place.type === 'SPREADSHEET') {
    return book.sheets.map((sheet) => resolveGridRange(book, { sheetId: sheet.meta.properties.sheetId }));
  }
  if (place.type === 'SHEET') return [resolveGridRange(book, { sheetId: place.sheetId })];
  const { sheetId, index } = place;
  return [
    resolveGridRange(
      book,
      place.type === 'ROW'
        ? { sheetId, startRowIndex: index, endRowIndex: index + 1 }
        : { sheetId, startColumnIndex: index, endColumnIndex: index + 1 },
    ),
  ];
}
