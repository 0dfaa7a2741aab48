import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { matchesLookup } from '../a1/match-data-filter.ts';
import { invalidArgument } from '../http/api-error.ts';
import { writeFields } from '../http/field-mask.ts';
import type { DeveloperMetadata } from '../model/book.ts';
import {
  allMetadata,
  withLocation,
  type MetadataPlace,
  type PlacedMetadata,
} from '../model/metadata-places.ts';
import { dimensionSpan, setDimension } from './dimensions.ts';
import {
  changeMeta,
  requestMask,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';

const FIELDS = ['metadataId', 'metadataKey', 'metadataValue', 'location', 'visibility'] as const;

/** Attaches metadata to the workbook, a sheet, or a single row or column; answers with it. */
export const createDeveloperMetadata: RequestHandler<'createDeveloperMetadata'> = (context, request) => {
  const given = required(request.developerMetadata, "'developerMetadata'");
  const all = allMetadata(context.draft.book);
  const taken = (id: number) => all.some(({ metadata }) => metadata.metadataId === id);
  if (given.metadataId != null && taken(given.metadataId)) {
    throw invalidArgument(
      `Cannot add developer metadata with ID [${given.metadataId}] because developer metadata with that ID already exists.`,
    );
  }
  let metadataId = given.metadataId ?? context.newId();
  while (taken(metadataId)) metadataId = context.newId();
  const placed = { metadata: checked({ ...given, metadataId }), place: placeOf(context, given.location) };
  changeList(context, placed.place, (list) => [...list, placed.metadata]);
  return { createDeveloperMetadata: { developerMetadata: withLocation(placed) } };
};

function checked(metadata: DeveloperMetadata): DeveloperMetadata {
  const { location: _location, ...rest } = metadata;
  if (!rest.metadataKey) throw invalidArgument('The metadataKey must be specified.');
  if (rest.visibility !== 'DOCUMENT' && rest.visibility !== 'PROJECT') {
    throw invalidArgument('The visibility must be specified.');
  }
  return rest;
}

function placeOf(
  { draft }: RequestContext,
  location: sheets_v4.Schema$DeveloperMetadataLocation | undefined,
): MetadataPlace {
  if (location?.spreadsheet) return { type: 'SPREADSHEET' };
  if (location?.dimensionRange) {
    const span = dimensionSpan(draft, location.dimensionRange);
    if (span.end - span.start !== 1) {
      throw invalidArgument('The dimension range of developer metadata must be exactly one row or column.');
    }
    if (span.start >= span.size) {
      throw invalidArgument(
        `dimensionRange.startIndex[${span.start}] is after the last index in grid[${span.size - 1}]`,
      );
    }
    return { type: span.dimension === 'ROWS' ? 'ROW' : 'COLUMN', sheetId: span.sheetId, index: span.start };
  }
  if (location?.sheetId != null) {
    return { type: 'SHEET', sheetId: sheetOf(draft.book, location.sheetId).meta.properties.sheetId };
  }
  throw invalidArgument('The location of developer metadata must be specified.');
}

function changeList(
  context: RequestContext,
  place: MetadataPlace,
  change: (list: DeveloperMetadata[]) => DeveloperMetadata[],
): void {
  const { draft } = context;
  if (place.type === 'SPREADSHEET') {
    const { meta } = draft.book;
    const developerMetadata = change(meta.developerMetadata ?? []);
    draft.apply({ kind: 'bookMeta', meta: { ...meta, developerMetadata } });
    return;
  }
  if (place.type === 'SHEET') {
    const sheet = sheetOf(draft.book, place.sheetId);
    const list = change(sheet.meta.developerMetadata ?? []);
    changeMeta(context, sheet, { developerMetadata: list.length > 0 ? list : undefined });
    return;
  }
  const span = { sheetId: place.sheetId, dimension: place.type === 'ROW' ? 'ROWS' : 'COLUMNS' } as const;
  setDimension(draft, span, place.index, (before) => {
    const { developerMetadata, ...rest } = before ?? {};
    const list = change(developerMetadata ?? []);
    return list.length > 0 ? { ...rest, developerMetadata: list } : rest;
  });
}

/** Changes key, value, place or visibility of all metadata that the filters match; answers with them. */
export const updateDeveloperMetadata: RequestHandler<'updateDeveloperMetadata'> = (context, request) => {
  const given = required(request.developerMetadata, "'developerMetadata'");
  const { metadataId: _id, location, ...mask } = requestMask(request.fields, FIELDS);
  const changed = matching(context, request.dataFilters).map((old): PlacedMetadata => {
    const metadata = checked(writeFields<DeveloperMetadata>(old.metadata, given, mask));
    const place = location ? placeOf(context, given.location) : old.place;
    changeList(context, old.place, (list) => list.filter((one) => one !== old.metadata));
    changeList(context, place, (list) => [...list, metadata]);
    return { metadata, place };
  });
  return { updateDeveloperMetadata: { developerMetadata: changed.map(withLocation) } };
};

/** Removes all metadata that the filter matches; answers with them. */
export const deleteDeveloperMetadata: RequestHandler<'deleteDeveloperMetadata'> = (context, request) => {
  const gone = matching(context, [required(request.dataFilter, "'dataFilter'")]);
  for (const { metadata, place } of gone) {
    changeList(context, place, (list) => list.filter((one) => one !== metadata));
  }
  return { deleteDeveloperMetadata: { deletedDeveloperMetadata: gone.map(withLocation) } };
};

function matching(
  { draft }: RequestContext,
  filters: readonly sheets_v4.Schema$DataFilter[] | undefined,
): PlacedMetadata[] {
  if (!filters?.length) throw invalidArgument('Must specify at least one data filter.');
  const lookups = filters.map((filter) => {
    if (!filter.developerMetadataLookup) {
      throw invalidArgument('Only developerMetadataLookup data filters can select developer metadata.');
    }
    return filter.developerMetadataLookup;
  });
  return allMetadata(draft.book).filter((placed) => lookups.some((lookup) => matchesLookup(placed, lookup)));
}
