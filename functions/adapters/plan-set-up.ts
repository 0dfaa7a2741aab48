import { LANGUAGES, type Language } from '../../shared/domain/rep.ts';
import {
  FIRST_DATA_ROW,
  HEADER_ROW,
  KEY_ROW,
  TABS,
  TAB_KEYS,
  type Column,
  type TabKey,
} from '../../shared/sheet/layout.ts';
import { header, tabTitle } from '../../shared/text/board-words.ts';
import type { sheets_v4 } from './google-sheets-client.ts';
import { planCharts, type FoundCharts } from './plan-charts.ts';
import { placeColumns, type ColumnPlan } from './place-columns.ts';
import { planLooks } from './plan-looks.ts';
import { planRules } from './plan-rules.ts';
import { cellData, gridRangeOf, joinBlocks, type Placed } from './sheets-cells.ts';
import type { NamesRange } from './sheets-looks.ts';

/** A tab of ours as found. Cells are given as text; `rows` holds what was read below the header. */
export interface FoundTab {
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly keys: readonly string[];
  readonly headers: readonly string[];
  readonly rows: ReadonlyMap<number, readonly string[]>;
  /** Columns whose last cell carries a validation rule. */
  readonly validated: ReadonlySet<number>;
  /** First values of the conditional formats. */
  readonly formulas: readonly string[];
  readonly guards: readonly sheets_v4.Schema$GridRange[];
  readonly tagged: boolean;
}

export interface FoundBoard {
  /** Titles of all sheets, people's own included. */
  readonly titles: readonly string[];
  readonly tabs: Readonly<Partial<Record<TabKey, FoundTab>>>;
  readonly charts: FoundCharts;
}

export interface SetUpPlan {
  readonly requests: readonly sheets_v4.Schema$Request[];
  readonly created: readonly TabKey[];
}

type Requests = readonly sheets_v4.Schema$Request[];

/**
 * What has to be done to a found board so that it is one of ours in this language; nothing if it already is.
 * `charts: 'keep'` leaves charts that are gone as they are.
 */
export const planSetUp = (
  found: FoundBoard,
  language: Language,
  charts: 'make' | 'keep' = 'make',
): SetUpPlan => {
  const titles = chooseTitles(found, language);
  const plans = TAB_KEYS.map((tab) => ({
    tab,
    at: found.tabs[tab] ?? null,
    columns: placeColumns(tab, found.tabs[tab] ?? null),
  }));
  const team = plans.find(({ tab }) => tab === 'team');
  const names: NamesRange = { title: titles.team, column: team?.columns.places['name'] ?? 0 };
  const created = plans.flatMap(({ tab, at }) => (at === null ? [tab] : []));
  return {
    created,
    requests: [
      // First, as a new tab may get a title that an old one gives up.
      ...plans.flatMap(({ tab, at }) =>
        at === null || at.title === titles[tab] ? [] : [retitle(tab, titles[tab])],
      ),
      ...created.map((tab, index) => addSheet(tab, titles[tab], index)),
      ...plans.flatMap(({ columns }) => columns.requests),
      ...plans.flatMap(({ tab, at, columns }) => {
        const words = planWords(tab, columns, language);
        return [
          ...words.requests,
          ...planLooks({ tab, at, columns, language, names, relabelled: words.relabelled }),
          ...(tab === 'rules' ? planRules(at, columns, language) : []),
          ...(at?.tagged === true ? [] : [tag(tab)]),
        ];
      }),
      ...planCharts({
        found: found.charts,
        language,
        places: plans.find(({ tab }) => tab === 'workload')?.columns.places ?? {},
        rowCount: found.tabs.workload?.rowCount ?? ROWS_OF_NEW_TAB,
        sourceMade: created.includes('workload'),
        make: charts === 'make' || created.includes('dashboard'),
      }),
    ],
  };
};

/** Our title in the board's language where a tab is new or still has our title of another language. */
const chooseTitles = ({ titles, tabs }: FoundBoard, language: Language): Readonly<Record<TabKey, string>> => {
  const replaced = (tab: TabKey): boolean => {
    const present = tabs[tab]?.title;
    if (present === undefined || isOurTitle(tab, present, language)) return true;
    // Until the charts came the Workload tab was called what the tab of the charts is called now.
    return tab === 'workload' && tabs.dashboard === undefined && isOurTitle('dashboard', present, null);
  };
  const given = TAB_KEYS.flatMap((tab) => (replaced(tab) ? [tabs[tab]?.title ?? ''] : []));
  const taken = new Set(titles.filter((title) => !given.includes(title)).map((title) => title.toLowerCase()));
  const free = (wish: string): string => {
    for (let number = 1; ; number += 1) {
      const title = number === 1 ? wish : `${wish} ${number}`;
      if (!taken.has(title.toLowerCase())) return title;
    }
  };
  return Object.fromEntries(
    TAB_KEYS.map((tab) => {
      if (!replaced(tab)) return [tab, tabs[tab]?.title ?? ''];
      const title = free(tabTitle(tab, language));
      taken.add(title.toLowerCase());
      return [tab, title];
    }),
  ) as Record<TabKey, string>;
};

/** Whether a title is ours in another language than the wished one, numbered or not. */
const isOurTitle = (tab: TabKey, title: string, wished: Language | null): boolean =>
  LANGUAGES.some(
    (language) =>
      language !== wished &&
      (wished === null || tabTitle(tab, language) !== tabTitle(tab, wished)) &&
      title.replace(/ \d+$/, '') === tabTitle(tab, language),
  );

/** Rows a new tab has; appending adds more. */
const ROWS_OF_NEW_TAB = 1000;

const addSheet = (tab: TabKey, title: string, index: number): sheets_v4.Schema$Request => ({
  addSheet: {
    properties: {
      sheetId: TABS[tab].sheetId,
      title,
      index,
      gridProperties: {
        rowCount: ROWS_OF_NEW_TAB,
        columnCount: TABS[tab].columns.length,
        frozenRowCount: FIRST_DATA_ROW,
        frozenColumnCount: TABS[tab].frozenColumns,
      },
    },
  },
});

const retitle = (tab: TabKey, title: string): sheets_v4.Schema$Request => ({
  updateSheetProperties: { properties: { sheetId: TABS[tab].sheetId, title }, fields: 'title' },
});

const tag = (tab: TabKey): sheets_v4.Schema$Request => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey: 'peineng.tab',
      metadataValue: tab,
      location: { sheetId: TABS[tab].sheetId },
      visibility: 'DOCUMENT',
    },
  },
});

/** Keys and headers that are not as they should be. Headers that people chose are theirs. */
const planWords = (
  tab: TabKey,
  { places, keys, headers }: ColumnPlan,
  language: Language,
): { readonly requests: Requests; readonly relabelled: boolean } => {
  const { sheetId } = TABS[tab];
  const cells: Placed<string>[] = [];
  let relabelled = false;
  for (const column of TABS[tab].columns) {
    const at = places[column.key] ?? 0;
    if (keys[at] !== column.key) cells.push({ sheetId, row: KEY_ROW, column: at, value: column.key });
    const present = headers[at] ?? '';
    const wish = header(tab, column.key, language);
    const others = otherHeaders(tab, column, language);
    if (present === '' || others.includes(present)) {
      relabelled ||= present !== '';
      cells.push({ sheetId, row: HEADER_ROW, column: at, value: wish });
    }
  }
  const requests = joinBlocks(cells).map((block) => ({
    updateCells: {
      range: gridRangeOf(block),
      rows: block.values.map((row) => ({ values: row.map(cellData) })),
      fields: 'userEnteredValue',
    },
  }));
  return { requests, relabelled };
};

const otherHeaders = (tab: TabKey, { key }: Column, language: Language): readonly string[] =>
  LANGUAGES.map((other) => header(tab, key, other)).filter((text) => text !== header(tab, key, language));
