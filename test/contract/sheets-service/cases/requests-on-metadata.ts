import { batch, refused, rows, type ConformanceCase } from '../conformance-case.ts';

const meta = (more: object) => ({ metadataId: 5, metadataKey: 'k', visibility: 'DOCUMENT', ...more });

export const REQUESTS_ON_METADATA: readonly ConformanceCase[] = [
  {
    covers: 'createDeveloperMetadata',
    name: 'attaches metadata to a row, where spreadsheets.get shows it',
    when: batch({
      createDeveloperMetadata: {
        developerMetadata: meta({ metadataValue: 'v', location: { dimensionRange: rows(1, 2) } }),
      },
    }),
    contains: {
      replies: [
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataId: 5,
              metadataKey: 'k',
              metadataValue: 'v',
              visibility: 'DOCUMENT',
              location: {
                locationType: 'ROW',
                dimensionRange: { dimension: 'ROWS', startIndex: 1, endIndex: 2 },
              },
            },
          },
        },
      ],
    },
    then: [
      {
        call: 'GET ?ranges=A1:A2&fields=sheets.data.rowMetadata.developerMetadata.metadataValue',
        answer: {
          sheets: [{ data: [{ rowMetadata: [{}, { developerMetadata: [{ metadataValue: 'v' }] }] }] }],
        },
      },
    ],
  },
  {
    covers: 'createDeveloperMetadata',
    name: 'attaches metadata to the book and to a sheet',
    when: batch(
      { createDeveloperMetadata: { developerMetadata: meta({ location: { spreadsheet: true } }) } },
      { createDeveloperMetadata: { developerMetadata: meta({ metadataId: 6, location: { sheetId: 0 } }) } },
    ),
    then: [
      {
        call: 'GET ?fields=developerMetadata(metadataId,location),sheets.developerMetadata(metadataId,location)',
        answer: {
          developerMetadata: [
            { metadataId: 5, location: { locationType: 'SPREADSHEET', spreadsheet: true } },
          ],
          sheets: [
            { developerMetadata: [{ metadataId: 6, location: { locationType: 'SHEET', sheetId: 0 } }] },
          ],
        },
      },
    ],
  },
  {
    covers: 'createDeveloperMetadata',
    name: 'refuses an id that is taken',
    given: [
      batch({ createDeveloperMetadata: { developerMetadata: meta({ location: { spreadsheet: true } }) } }),
    ],
    when: batch({
      createDeveloperMetadata: { developerMetadata: meta({ location: { spreadsheet: true } }) },
    }),
    ...refused(
      'Invalid requests[0].createDeveloperMetadata: Cannot add developer metadata with ID [5] because developer metadata with that ID already exists.',
    ),
  },
  {
    covers: 'createDeveloperMetadata',
    name: 'refuses more than one row',
    when: batch({
      createDeveloperMetadata: { developerMetadata: meta({ location: { dimensionRange: rows(1, 3) } }) },
    }),
    ...refused(
      'Invalid requests[0].createDeveloperMetadata: The dimension range of developer metadata must be exactly one row or column.',
    ),
  },
  {
    covers: 'updateDeveloperMetadata',
    name: 'changes all that the filter matches',
    given: [
      batch({
        createDeveloperMetadata: { developerMetadata: meta({ location: { dimensionRange: rows(1, 2) } }) },
      }),
    ],
    when: batch({
      updateDeveloperMetadata: {
        dataFilters: [{ developerMetadataLookup: { metadataKey: 'k' } }],
        developerMetadata: { metadataValue: 'new', location: { dimensionRange: rows(4, 5) } },
        fields: 'metadataValue,location',
      },
    }),
    contains: {
      replies: [
        { updateDeveloperMetadata: { developerMetadata: [{ metadataId: 5, metadataValue: 'new' }] } },
      ],
    },
    then: [
      {
        call: 'GET /developerMetadata/5?fields=metadataValue,location.dimensionRange.startIndex',
        answer: { metadataValue: 'new', location: { dimensionRange: { startIndex: 4 } } },
      },
    ],
  },
  {
    covers: 'deleteDeveloperMetadata',
    name: 'removes all that the filter matches',
    given: [
      batch({
        createDeveloperMetadata: { developerMetadata: meta({ location: { dimensionRange: rows(1, 2) } }) },
      }),
    ],
    when: batch({ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId: 5 } } } }),
    contains: { replies: [{ deleteDeveloperMetadata: { deletedDeveloperMetadata: [{ metadataId: 5 }] } }] },
    then: [
      { call: 'GET /developerMetadata/5', ...refused('Requested entity was not found.', 404, 'NOT_FOUND') },
    ],
  },
  {
    covers: 'deleteDimension',
    name: 'takes the metadata of deleted rows along',
    given: [
      batch({
        createDeveloperMetadata: { developerMetadata: meta({ location: { dimensionRange: rows(1, 2) } }) },
      }),
    ],
    when: batch({ deleteDimension: { range: rows(1, 2) } }),
    then: [
      { call: 'GET /developerMetadata/5', ...refused('Requested entity was not found.', 404, 'NOT_FOUND') },
    ],
  },
];
