import { SETTINGS } from '../../../shared/contract/settings.ts';
import type { TeamId } from '../../../shared/domain/ids.ts';
import type { Board, BoardRead, RawCell, ReadRow, RowAddress } from '../../../shared/ports/board.ts';
import { columnIndex, FIRST_DATA_ROW, TAB_KEYS, TABS, type TabKey } from '../../../shared/sheet/layout.ts';

type Row = Record<string, RawCell>;

/** A board of one team as rows in memory, for long simulations: no wire, no looks, no formulas. */
export interface InMemoryBoard extends Board {
  /** A person types into a row, counted from 0 as in the sheet; a row beyond the last is a new one. */
  type(tab: TabKey, row: number, cells: Readonly<Record<string, RawCell>>): void;
}

export const createInMemoryBoard = (): InMemoryBoard => {
  const tabs: Record<TabKey, Row[]> = Object.fromEntries(
    TAB_KEYS.map((tab) => [tab, [] as Row[]]),
  ) as unknown as Record<TabKey, Row[]>;
  tabs.rules.push(...Object.values(SETTINGS).map(({ key }) => ({ id: key })));
  const rowAt = (tab: TabKey, row: number): Row | undefined => tabs[tab][row - FIRST_DATA_ROW];
  const place = (tab: TabKey, at: RowAddress): Row | undefined =>
    'row' in at ? rowAt(tab, at.row) : tabs[tab].find(({ id }) => id === at.id);
  const seen = (tab: TabKey): readonly ReadRow[] =>
    tabs[tab].map((cells, index) => ({ row: index + FIRST_DATA_ROW, cells: cellsOf(tab, cells) }));
  return {
    read: (_team, { rows, whole, ids }) => {
      const read: { rows: Partial<Record<TabKey, ReadRow[]>>; ids: Record<string, unknown> } = {
        rows: {},
        ids: {},
      };
      for (const { tab, startRow, endRow } of rows)
        (read.rows[tab] ??= []).push(...seen(tab).filter(({ row }) => row >= startRow && row < endRow));
      for (const tab of whole) read.rows[tab] = [...seen(tab)];
      for (const tab of ids)
        read.ids[tab] = tabs[tab].flatMap(({ id }, index) =>
          typeof id === 'string' && id !== '' ? [{ row: index + FIRST_DATA_ROW, id }] : [],
        );
      return Promise.resolve({ ...read, columns: COLUMNS } as BoardRead);
    },
    write: (_team: TeamId, { cells, appends }) => {
      for (const { tab, at, column, value } of cells) {
        const row = place(tab, at);
        if (row !== undefined) row[column] = value;
      }
      for (const { tab, values } of appends) {
        const known = values['id'] !== undefined && tabs[tab].some(({ id }) => id === values['id']);
        if (!known) tabs[tab].push({ ...values });
      }
      return Promise.resolve();
    },
    setUp: () => Promise.resolve({ created: [] }),
    type: (tab, row, cells) => {
      const there = rowAt(tab, row);
      if (there === undefined) tabs[tab].push({ ...cells });
      else Object.assign(there, cells);
    },
  };
};

const cellsOf = (tab: TabKey, cells: Row): Row =>
  Object.fromEntries(TABS[tab].columns.map(({ key }) => [key, cells[key] ?? null]));

const COLUMNS = Object.fromEntries(
  TAB_KEYS.map((tab) => [
    tab,
    Object.fromEntries(TABS[tab].columns.map(({ key }) => [key, columnIndex(tab, key)])),
  ]),
);
