import type { Language } from '../../shared/domain/rep.ts';
import {
  FIRST_DATA_ROW,
  HEADER_ROW,
  KEY_ROW,
  TABS,
  type Column,
  type TabKey,
} from '../../shared/sheet/layout.ts';
import { setUpWords } from '../../shared/text/set-up-words.ts';
import type { sheets_v4 } from './google-sheets-client.ts';
import type { ColumnPlan } from './place-columns.ts';
import type { FoundTab } from './plan-set-up.ts';
import { headerFormat, lightRules, numberFormatOf, validationOf, type NamesRange } from './sheets-looks.ts';

export interface LooksWish {
  readonly tab: TabKey;
  readonly at: FoundTab | null;
  readonly columns: ColumnPlan;
  readonly language: Language;
  readonly names: NamesRange;
  /** Whether headers change language now: choices then do too. */
  readonly relabelled: boolean;
}

type Requests = readonly sheets_v4.Schema$Request[];
type Range = sheets_v4.Schema$GridRange;

/** Widths, formats, dropdowns, colours and protection that the tab lacks. */
export const planLooks = (wish: LooksWish): Requests => {
  const { tab, columns } = wish;
  const made = TABS[tab].columns.filter(({ key }) => columns.made.has(key));
  return [
    ...(columns.rowsMade ? topRows(tab) : []),
    ...headerLooks(tab, columns.rowsMade ? TABS[tab].columns : made, columns),
    ...made.flatMap((column) => columnLooks(tab, column, columns.places[column.key] ?? 0)),
    ...dropdowns(wish),
    ...colours(wish),
    ...guards(wish),
  ];
};

const dimension = (tab: TabKey, dimension: 'ROWS' | 'COLUMNS', index: number) => ({
  sheetId: TABS[tab].sheetId,
  dimension,
  startIndex: index,
  endIndex: index + 1,
});

const columnRange = (tab: TabKey, column: number, startRowIndex: number, endRowIndex?: number): Range => ({
  sheetId: TABS[tab].sheetId,
  startRowIndex,
  ...(endRowIndex === undefined ? {} : { endRowIndex }),
  startColumnIndex: column,
  endColumnIndex: column + 1,
});

/** The key row is hidden; both rows stay in view, also when one of them was deleted and is put back. */
const topRows = (tab: TabKey): Requests => [
  ...[KEY_ROW, HEADER_ROW].map((row) => ({
    updateDimensionProperties: {
      range: dimension(tab, 'ROWS', row),
      properties: { hiddenByUser: row === KEY_ROW },
      fields: 'hiddenByUser',
    },
  })),
  {
    updateSheetProperties: {
      properties: { sheetId: TABS[tab].sheetId, gridProperties: { frozenRowCount: FIRST_DATA_ROW } },
      fields: 'gridProperties.frozenRowCount',
    },
  },
];

const headerLooks = (tab: TabKey, layout: readonly Column[], { places }: ColumnPlan): Requests =>
  layout.map(({ key, owner }) => ({
    repeatCell: {
      range: columnRange(tab, places[key] ?? 0, HEADER_ROW, HEADER_ROW + 1),
      cell: { userEnteredFormat: headerFormat(owner) },
      fields: 'userEnteredFormat(backgroundColor,textFormat,verticalAlignment,wrapStrategy)',
    },
  }));

const columnLooks = (tab: TabKey, column: Column, at: number): Requests => {
  const numberFormat = numberFormatOf(tab, column);
  return [
    {
      updateDimensionProperties: {
        range: dimension(tab, 'COLUMNS', at),
        properties: { pixelSize: column.width, hiddenByUser: column.hidden === true },
        fields: 'pixelSize,hiddenByUser',
      },
    },
    {
      repeatCell: {
        range: columnRange(tab, at, FIRST_DATA_ROW),
        cell: {
          userEnteredFormat: {
            verticalAlignment: column.kind === 'lines' ? 'TOP' : 'MIDDLE',
            // Rows stay one line high, so that a board of a hundred deals can be scanned; a click shows all.
            wrapStrategy: 'CLIP',
            ...(column.kind === 'light' ? { horizontalAlignment: 'CENTER' } : {}),
            ...(numberFormat === null ? {} : { numberFormat }),
          },
        },
        fields: 'userEnteredFormat(verticalAlignment,wrapStrategy,horizontalAlignment,numberFormat)',
      },
    },
  ];
};

/** Sets dropdowns that are new, change language, or do not reach the last row (people have added rows). */
const dropdowns = ({ tab, at, columns, language, names, relabelled }: LooksWish): Requests =>
  TABS[tab].columns.flatMap((column) => {
    const place = columns.places[column.key] ?? 0;
    const rule = validationOf(tab, column, language, names);
    const made = columns.made.has(column.key);
    // Positions of `validated` are those from before columns were inserted, so then all are set.
    const shifted = columns.made.size > 0;
    if (rule === null)
      return made && at !== null
        ? [{ setDataValidation: { range: columnRange(tab, place, FIRST_DATA_ROW) } }]
        : [];
    if (!made && !relabelled && !shifted && at?.validated.has(place) === true) return [];
    return [{ setDataValidation: { range: columnRange(tab, place, FIRST_DATA_ROW), rule } }];
  });

const colours = ({ tab, at, columns }: LooksWish): Requests => {
  const light = columns.places['light'];
  if (light === undefined) return [];
  return lightRules(tab, light)
    .filter(({ sign }) => !(at?.formulas ?? []).some((formula) => formula.includes(sign)))
    .map(({ rule }) => ({ addConditionalFormatRule: { rule, index: 0 } }));
};

/**
 * Warns whoever types into our columns or the key row. A warning and no lock: a locked column would stop people
 * from sorting, inserting and deleting rows, which they must be free to do.
 */
const guards = ({ tab, at, columns, language }: LooksWish): Requests => {
  const { sheetId } = TABS[tab];
  const words = setUpWords(language);
  // Guards were found before columns were inserted; those of the found columns have moved along with them.
  const found = at?.guards ?? [];
  const ours = TABS[tab].columns.filter(
    ({ key, owner }) =>
      owner === 'peineng' && (columns.made.has(key) || !guarded(found, foundPlace(columns, key))),
  );
  const runs: { start: number; end: number }[] = [];
  for (const place of ours.map(({ key }) => columns.places[key] ?? 0).sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.end === place) last.end += 1;
    else runs.push({ start: place, end: place + 1 });
  }
  const keyRowGuarded =
    !columns.rowsMade && found.some((range) => isRowRange(range) && (range.startRowIndex ?? 0) === KEY_ROW);
  return [
    ...(keyRowGuarded
      ? []
      : [guard({ sheetId, startRowIndex: KEY_ROW, endRowIndex: KEY_ROW + 1 }, words.keyRow)]),
    ...runs.map(({ start, end }) =>
      guard({ sheetId, startColumnIndex: start, endColumnIndex: end }, words.ours),
    ),
  ];
};

const guard = (range: Range, description: string): sheets_v4.Schema$Request => ({
  addProtectedRange: { protectedRange: { range, description, warningOnly: true } },
});

const isRowRange = ({ startColumnIndex, endColumnIndex, endRowIndex }: Range): boolean =>
  startColumnIndex == null && endColumnIndex == null && endRowIndex === KEY_ROW + 1;

const guarded = (found: readonly Range[], column: number): boolean =>
  found.some(
    (range) =>
      !isRowRange(range) &&
      (range.startColumnIndex ?? 0) <= column &&
      column < (range.endColumnIndex ?? Infinity) &&
      range.endRowIndex == null,
  );

/** Where a found column stood before columns were inserted to the left of it. */
const foundPlace = ({ places, made }: ColumnPlan, key: string): number => {
  const place = places[key] ?? 0;
  return place - [...made].filter((one) => (places[one] ?? 0) < place).length;
};
