import type { EditEvent } from '../../shared/contract/edit-event.ts';
import type { BoardRead, ReadRequest } from '../../shared/ports/board.ts';
import { readText } from '../../shared/sheet/cell-value.ts';
import { PROOF_TABS, type ProofTab } from '../../shared/domain/proof.ts';
import { FIRST_DATA_ROW, tabOf, type TabKey } from '../../shared/sheet/layout.ts';
import { WRITTEN_TABS } from './drain-outbox.ts';

/**
 * Where an edit leads: a few rows are read and decided; a whole small tab is; anything that may have moved or
 * removed rows leads to a check of the board; the rest is none of our business.
 */
export type EditRoute =
  | {
      readonly kind: 'rows';
      readonly tab: RowTab;
      readonly startRow: number;
      readonly endRow: number;
    }
  | { readonly kind: 'tab'; readonly tab: 'team' | 'rules' }
  | { readonly kind: 'check' | 'ignore' };

/** Tabs that are read by the edited rows alone. */
type RowTab = 'tasks' | 'audit' | 'handovers' | ProofTab;
const ROW_TABS: readonly (TabKey | undefined)[] = ['tasks', 'audit', 'handovers', ...PROOF_TABS];

/** Tabs whose rows are known by their id, so that one that is lost must be looked for. */
export const isKeptByRow = (tab: TabKey): tab is 'tasks' | ProofTab =>
  tab === 'tasks' || PROOF_TABS.some((one) => one === tab);

/** More rows than this are compared with the books first, so that a sorted board does not read every task. */
const FEW_ROWS = 20;

export const routeOf = ({ kind, sheetId, range, changeType }: EditEvent): EditRoute => {
  if (kind === 'change') return { kind: changeType === 'FORMAT' ? 'ignore' : 'check' };
  const tab = sheetId === undefined ? undefined : tabOf(sheetId);
  if (range === undefined || range.endRow <= FIRST_DATA_ROW) return { kind: 'ignore' };
  if (tab === 'team' || tab === 'rules') return { kind: 'tab', tab };
  return ROW_TABS.includes(tab) ? rowsOf(tab as RowTab, range) : { kind: 'ignore' };
};

const rowsOf = (tab: RowTab, range: NonNullable<EditEvent['range']>): EditRoute => {
  const startRow = Math.max(range.startRow, FIRST_DATA_ROW);
  if (isKeptByRow(tab) && range.endRow - startRow > FEW_ROWS) return { kind: 'check' };
  return { kind: 'rows', tab, startRow, endRow: Math.min(range.endRow, startRow + FEW_ROWS) };
};

/** One read for all edits of a batch: their rows, and the ids by which the write finds its rows. */
export const readRequest = (routes: readonly EditRoute[]): ReadRequest => {
  const tabs = new Set<TabKey>(WRITTEN_TABS);
  const rows = routes.flatMap((route) => (route.kind === 'rows' ? [route] : []));
  const whole = new Set<TabKey>(routes.flatMap((route) => (route.kind === 'tab' ? [route.tab] : [])));
  for (const { tab } of rows) tabs.add(tab);
  for (const tab of whole) tabs.add(tab);
  return {
    rows: rows.map(({ tab, startRow, endRow }) => ({ tab, startRow, endRow })),
    whole: [...whole],
    ids: [...tabs],
  };
};

/**
 * An edit that reaches into the hidden id column may have wiped or replaced an id, or the whole row. Which task a
 * row was, only a comparison of the whole board can tell. Copied rows alone need none: their ids stand elsewhere.
 */
export const routeAsRead = (route: EditRoute, { range }: EditEvent, read: BoardRead): EditRoute => {
  if (route.kind !== 'rows' || !isKeptByRow(route.tab) || range === undefined) return route;
  const { tab } = route;
  const column = read.columns[tab]?.['id'] ?? 0;
  if (column < range.startColumn || column >= range.endColumn) return route;
  const inEdit = (row: number): boolean => row >= route.startRow && row < route.endRow;
  const elsewhere = new Set(read.ids[tab]?.flatMap(({ id, row }) => (inEdit(row) ? [] : [id])));
  const edited = read.rows[tab]?.filter(({ row }) => inEdit(row)) ?? [];
  return edited.every(({ cells }) => elsewhere.has(readText(cells['id'] ?? null)))
    ? route
    : { kind: 'check' };
};
