import { peineng, people, type Column } from './column.ts';
export type { CellKind, Column } from './column.ts';

/**
 * The board's one layout table: every tab, every column, who owns it and what it holds. The functions, the
 * add-on, local mode and the docs read it; nothing else knows where a column is.
 *
 * Tabs carry fixed sheet ids, chosen by us when a tab is created, so they are found whatever people call them
 * and no look-up is needed. Row 1 is hidden and holds the column keys, so a column that people move or put
 * others beside is still found; row 2 is the header people see.
 */
export const TAB_KEYS = [
  'tasks',
  'team',
  'suggestions',
  'handovers',
  'dashboard',
  'workload',
  'audit',
  'rules',
  'history',
  'ratings',
  'notes',
] as const;
export type TabKey = (typeof TAB_KEYS)[number];

export interface Tab {
  readonly key: TabKey;
  readonly sheetId: number;
  readonly columns: readonly Column[];
  /** Columns that stay in view when scrolling sideways, hidden ones included. */
  readonly frozenColumns: number;
}

const id = peineng('id', 'text', 90, { hidden: true });

/** Rows above the data: the hidden key row and the header. */
export const KEY_ROW = 0;
export const HEADER_ROW = 1;
export const FIRST_DATA_ROW = 2;

export const TABS: Readonly<Record<TabKey, Tab>> = {
  tasks: {
    key: 'tasks',
    sheetId: 710001,
    frozenColumns: 3,
    columns: [
      id,
      peineng('light', 'light', 56),
      people('customer', 'text', 170, { max: 200 }),
      people('title', 'text', 200, { max: 200 }),
      people('value', 'value', 82),
      people('difficulty', 'difficulty', 82),
      people('stage', 'stage', 112),
      people('owner', 'rep', 120),
      peineng('suggestedOwner', 'text', 120),
      peineng('why', 'longText', 400),
      people('action', 'action', 96),
      people('lastProgress', 'date', 104),
      people('nextStep', 'longText', 200, { max: 2000 }),
      people('amount', 'number', 100),
      people('industry', 'text', 120, { max: 60 }),
      peineng('type', 'text', 150),
      peineng('points', 'points', 90),
      people('source', 'source', 90),
      peineng('partner', 'text', 110),
      // Typed by people, kept elsewhere at once: a mask stands here (spec 3.6).
      people('contact', 'text', 120),
    ],
  },
  team: {
    key: 'team',
    sheetId: 710002,
    frozenColumns: 2,
    columns: [
      id,
      people('name', 'text', 130, { max: 80 }),
      people('email', 'email', 190, { max: 254 }),
      people('role', 'role', 90),
      people('supervisor', 'text', 120, { max: 80 }),
      people('tier', 'tier', 90),
      people('industries', 'tags', 180, { max: 400 }),
      people('styles', 'tags', 160, { max: 400 }),
      people('rhythm', 'tags', 110, { max: 400 }),
      people('tools', 'tags', 130, { max: 400 }),
      people('availability', 'availability', 90),
      people('leaveFrom', 'date', 110),
      people('backOn', 'date', 110),
      people('language', 'language', 90),
      people('mail', 'mailChoice', 130, { max: 80 }),
      peineng('load', 'points', 76),
      peineng('keyTasks', 'points', 90),
      peineng('light', 'light', 56),
      peineng('status', 'longText', 260),
      peineng('evidence', 'longText', 320),
      people('contest', 'checkbox', 60),
      people('contested', 'tags', 140, { max: 400 }),
      people('answer', 'contestAnswer', 100),
      peineng('monthPoints', 'points', 90),
      peineng('periodPoints', 'points', 90),
    ],
  },
  suggestions: {
    key: 'suggestions',
    sheetId: 710003,
    frozenColumns: 1,
    columns: [
      id,
      peineng('at', 'time', 140),
      peineng('customer', 'text', 170),
      peineng('title', 'text', 200),
      peineng('from', 'text', 110),
      peineng('to', 'text', 110),
      peineng('score', 'points', 76),
      peineng('cause', 'text', 130),
      peineng('why', 'longText', 340),
      peineng('receipt', 'lines', 420),
      peineng('status', 'text', 110),
    ],
  },
  handovers: {
    key: 'handovers',
    sheetId: 710004,
    frozenColumns: 3,
    columns: [
      id,
      peineng('customer', 'text', 170),
      peineng('title', 'text', 200),
      peineng('from', 'text', 110),
      peineng('to', 'text', 110),
      peineng('status', 'text', 170),
      people('preferences', 'longText', 240),
      people('preferencesRead', 'checkbox', 60),
      people('highlights', 'longText', 240),
      people('highlightsRead', 'checkbox', 60),
      people('concerns', 'longText', 240),
      people('concernsRead', 'checkbox', 60),
      people('release', 'checkbox', 76),
      peineng('openedAt', 'time', 140),
      peineng('due', 'time', 140),
    ],
  },
  // The team in a few figures, with the charts below and beside them: one look on a phone.
  dashboard: {
    key: 'dashboard',
    sheetId: 710011,
    frozenColumns: 1,
    columns: [
      id,
      peineng('figure', 'text', 190),
      peineng('now', 'any', 90),
      peineng('counted', 'longText', 460),
    ],
  },
  // What the charts draw, one row per rep.
  workload: {
    key: 'workload',
    sheetId: 710005,
    frozenColumns: 2,
    columns: [
      id,
      peineng('rep', 'text', 130),
      peineng('light', 'light', 56),
      peineng('load', 'points', 76),
      peineng('limit', 'points', 76),
      peineng('keyTasks', 'points', 90),
      peineng('open', 'points', 90),
      peineng('green', 'points', 76),
      peineng('yellow', 'points', 76),
      peineng('red', 'points', 76),
      peineng('strategic', 'points', 90),
      peineng('growth', 'points', 90),
      peineng('volume', 'points', 90),
      peineng('selective', 'points', 90),
      peineng('progressed', 'points', 90),
      peineng('monthPoints', 'points', 90),
      peineng('periodPoints', 'points', 90),
      peineng('status', 'longText', 260),
      // The load once more, cut at the limit: the parts of the gauge.
      peineng('within', 'points', 76, { hidden: true }),
      peineng('over', 'points', 76, { hidden: true }),
      peineng('room', 'points', 76, { hidden: true }),
    ],
  },
  audit: {
    key: 'audit',
    sheetId: 710006,
    frozenColumns: 2,
    columns: [
      id,
      peineng('number', 'points', 60),
      peineng('at', 'time', 140),
      peineng('actor', 'text', 170),
      peineng('what', 'text', 170),
      peineng('customer', 'text', 170),
      peineng('title', 'text', 200),
      peineng('from', 'text', 130),
      peineng('to', 'text', 130),
      peineng('cause', 'text', 150),
      peineng('receipt', 'text', 150),
      peineng('policyVersion', 'points', 90),
      people('undo', 'checkbox', 60),
    ],
  },
  rules: {
    key: 'rules',
    sheetId: 710007,
    frozenColumns: 2,
    columns: [
      id,
      peineng('name', 'text', 260),
      people('value', 'any', 140),
      peineng('fallback', 'any', 120),
      peineng('meaning', 'longText', 420),
      peineng('problem', 'longText', 340),
    ],
  },
  history: {
    key: 'history',
    sheetId: 710008,
    frozenColumns: 1,
    columns: [
      id,
      people('customer', 'text', 170, { max: 200 }),
      people('title', 'text', 200, { max: 200 }),
      people('industry', 'text', 110, { max: 60 }),
      people('product', 'text', 130, { max: 80 }),
      people('owner', 'rep', 130),
      people('stage', 'stage', 90),
      people('value', 'value', 76),
      people('difficulty', 'difficulty', 76),
      people('amount', 'number', 100),
      people('startedOn', 'date', 110),
      people('closedOn', 'date', 110),
      peineng('problem', 'longText', 260),
    ],
  },
  ratings: {
    key: 'ratings',
    sheetId: 710009,
    frozenColumns: 2,
    columns: [
      id,
      people('rep', 'rep', 130),
      people('tag', 'skill', 150, { max: 60 }),
      people('rating', 'rating', 90),
      people('on', 'date', 110),
      people('by', 'text', 130, { max: 80 }),
      peineng('problem', 'longText', 260),
    ],
  },
  notes: {
    key: 'notes',
    sheetId: 710010,
    frozenColumns: 2,
    columns: [
      id,
      people('rep', 'rep', 130),
      people('on', 'date', 110),
      people('note', 'longText', 420, { max: 2000 }),
      peineng('proposed', 'text', 150),
      people('tag', 'skill', 150, { max: 60 }),
      people('confirmed', 'confirm', 90),
      peineng('problem', 'longText', 260),
    ],
  },
};

const tabOfSheet = new Map<number, TabKey>(TAB_KEYS.map((key) => [TABS[key].sheetId, key]));

/** The tab that has this sheet id; undefined for sheets that are not ours. */
export const tabOf = (sheetId: number): TabKey | undefined => tabOfSheet.get(sheetId);

/** Zero-based position of a column as we create it. Rows read from a board go by the key row instead. */
export const columnIndex = (tab: TabKey, key: string): number => {
  const index = TABS[tab].columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`the layout has no column ${tab}.${key}`);
  return index;
};
