/** Ninety days that a board might have had: loads that rise and fall, each day a little different, none by chance. */
import type { Ports } from '../../functions/pipeline/ports.ts';
import { dayAt, plusDays } from '../../shared/domain/day.ts';
import { eventId, type TeamId } from '../../shared/domain/ids.ts';
import type { RepDay, TeamDay } from '../../shared/domain/team-day.ts';
import { teamDay } from '../../shared/report/make-report.ts';
import { NO_COUNTS } from '../../shared/domain/team-day.ts';

/** Keeps the days in the store by the effect that a sweep keeps them with. */
export const givePast = async ({ store, clock }: Ports, team: TeamId, length = 89): Promise<void> => {
  const state = await store.load(team, { tasks: [], books: [], allBooks: true });
  if (state === null) throw new Error('no board');
  const at = clock.now();
  const now = teamDay(state, NO_COUNTS, at);
  const today = dayAt(at, state.team.policy.timeZone);
  const days = Array.from({ length }, (_, index) =>
    pastDay(now, index, length, plusDays(today, index - length)),
  );
  const outcome = await store.transact(
    team,
    { id: eventId('past'), at, kind: 'sweep', actor: null },
    () => ({ tasks: [], books: [] }),
    () => days.map((day) => ({ type: 'dayClosed', day }) as const),
  );
  if (outcome.kind !== 'committed') throw new Error(outcome.kind);
  // Nothing of it stands in the sheet.
  await store.mark(team, [{ id: outcome.record.id, told: at, waits: {} }]);
};

/** Between -1 and 1, the same for the same numbers. */
const wave = (day: number, rep: number): number =>
  Math.sin(day / 9 + rep * 1.7) * 0.6 + Math.sin(day / 2 + rep) * 0.4;

const pastDay = (now: TeamDay, index: number, length: number, day: TeamDay['day']): TeamDay => {
  // The nearer to today, the more like today.
  const near = index / length;
  const share = (rep: number): number =>
    Math.max(0, 0.75 + 0.25 * near + 0.3 * (1 - near) * wave(index, rep));
  const reps = now.reps.map((one, rep): RepDay => {
    const times = (count: number): number => Math.round(count * share(rep));
    return {
      ...one,
      load: Math.round(one.load * share(rep) * 2) / 2,
      lights: {
        green: times(one.lights.green),
        yellow: times(one.lights.yellow),
        red: times(one.lights.red),
      },
      types: {
        strategic: times(one.types.strategic),
        growth: times(one.types.growth),
        volume: times(one.types.volume),
        selective: times(one.types.selective),
      },
    };
  });
  const some = (most: number, shift: number): number => Math.round(((wave(index, shift) + 1) / 2) * most);
  return {
    day,
    reps,
    counts: {
      moves: some(2, 3),
      created: some(5, 7),
      progressed: some(14, 11),
      won: some(1, 2),
      lost: some(1, 5),
    },
    waiting: some(3, 13),
    paused: some(3, 1),
  };
};
