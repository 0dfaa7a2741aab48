import { daysBetween, plusDays, type Day } from '../../shared/domain/day.ts';
import { dayOfSerial, serialOfDay } from '../../shared/sheet/cell-value.ts';
import { TABS, type TabKey } from '../../shared/sheet/layout.ts';
import type { ImportSummary } from './import-summary.ts';
import type { SeedCells, SeedRow, SeedTask, TeamSeed } from './team-seed.ts';

const dateColumns = (tab: TabKey): readonly string[] =>
  TABS[tab].columns.filter((column) => column.kind === 'date').map((column) => column.key);

const serialsIn = (tab: TabKey, { cells }: SeedRow): readonly number[] =>
  dateColumns(tab).flatMap((key) => (typeof cells[key] === 'number' ? [cells[key]] : []));

/**
 * Moves every day of a seed by the same number of days so that its newest deal day becomes `asOf`; without
 * `asOf` the seed stays as it is. Gaps between days never change. Also tells the span before the move.
 */
export const moveDays = (
  seed: TeamSeed,
  asOf: Day | undefined,
): { readonly seed: TeamSeed; readonly days?: NonNullable<ImportSummary['days']> } => {
  const serials = [
    ...seed.tasks.flatMap((row) => serialsIn('tasks', row)),
    ...seed.history.flatMap((row) => serialsIn('history', row)),
  ];
  if (serials.length === 0) return { seed };
  const first = dayOfSerial(serials.reduce((a, b) => Math.min(a, b)));
  const last = dayOfSerial(serials.reduce((a, b) => Math.max(a, b)));
  const shiftedBy = asOf === undefined ? 0 : daysBetween(last, asOf);
  return { seed: shiftedBy === 0 ? seed : shiftSeed(seed, shiftedBy), days: { first, last, shiftedBy } };
};

const shiftSeed = (seed: TeamSeed, by: number): TeamSeed => ({
  ...seed,
  team: seed.team.map((row) => ({ cells: shiftCells('team', row.cells, by) })),
  tasks: seed.tasks.map((row) => shiftTask(row, by)),
  history: seed.history.map((row) => ({ cells: shiftCells('history', row.cells, by) })),
});

const shiftCells = (tab: TabKey, cells: SeedCells, by: number): SeedCells => {
  const moved = dateColumns(tab).flatMap((key) => {
    const serial = cells[key];
    return typeof serial === 'number' ? [[key, serialOfDay(plusDays(dayOfSerial(serial), by))]] : [];
  });
  return { ...cells, ...(Object.fromEntries(moved) as SeedCells) };
};

const shiftTask = ({ cells, signals, createdOn }: SeedTask, by: number): SeedTask => ({
  cells: shiftCells('tasks', cells, by),
  ...(signals === undefined
    ? {}
    : {
        signals:
          signals.engagedOn === undefined
            ? signals
            : { ...signals, engagedOn: plusDays(signals.engagedOn, by) },
      }),
  ...(createdOn === undefined ? {} : { createdOn: plusDays(createdOn, by) }),
});
