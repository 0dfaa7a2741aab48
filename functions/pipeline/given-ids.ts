import type { Telling } from '../../shared/outbox/plan-writes.ts';
import type { BoardRead } from '../../shared/ports/board.ts';
import type { TabKey } from '../../shared/sheet/layout.ts';

/**
 * The board as read, with the ids that were given to rows since: a second edit of the same new row, read in
 * the same moment, must meet the same task and not make another one.
 */
export const withIds = (read: BoardRead, tellings: readonly Telling[]): BoardRead => {
  const given = tellings.flatMap(({ records }) =>
    records.flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.type === 'idGiven' ? [effect] : [])),
    ),
  );
  if (given.length === 0) return read;
  const idAt = (tab: TabKey, row: number): string | undefined =>
    given.find((one) => one.tab === tab && one.row === row)?.id;
  const rows = Object.fromEntries(
    Object.entries(read.rows).map(([tab, list]) => [
      tab,
      list.map((row) => {
        const id = idAt(tab as TabKey, row.row);
        return id === undefined ? row : { ...row, cells: { ...row.cells, id } };
      }),
    ]),
  );
  const ids = Object.fromEntries(
    Object.entries(read.ids).map(([tab, list]) => {
      const here = given.filter((one) => one.tab === tab);
      const others = list.filter(({ row }) => !here.some((one) => one.row === row));
      return [tab, [...others, ...here.map(({ row, id }) => ({ row, id }))].sort((a, b) => a.row - b.row)];
    }),
  );
  return { ...read, rows, ids };
};
