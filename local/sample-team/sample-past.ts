/** Sixty made-up days of the sample team, walked back from how it stands, so that its dashboard has a history. */
import type { BoardState, Team } from '../../shared/domain/board-state.ts';
import { dayAt, plusDays, type Day, type Instant } from '../../shared/domain/day.ts';
import type { RepId } from '../../shared/domain/ids.ts';
import type { RatingCell, Tally } from '../../shared/domain/rep.ts';
import { NO_COUNTS, type DayCounts, type LightCounts, type TeamDay } from '../../shared/domain/team-day.ts';
import { teamDay } from '../../shared/report/make-report.ts';
import { countTypes } from '../../shared/report/share-of-load.ts';
import { isOverloaded, keyTasksOf, loadOf, tallyPlus, tasksOf, typeOf } from '../../shared/scoring/load.ts';
import { randomFrom, type Random } from './random.ts';

const DAYS = 60;
/** The board itself counts moves of the last month, and knows of none before it was made. */
const WITHOUT_MOVES = 31;

interface Stand {
  readonly rep: RepId;
  open: Tally;
  lights: LightCounts;
}

/**
 * The days before `at`, oldest first. The last one stands as the team does now, and every load is that of the tasks
 * counted that day. Nothing happens on weekends. The same for the same seed, board and day.
 */
export const samplePast = (state: BoardState, at: Instant, seed: number): readonly TeamDay[] => {
  const { team } = state;
  const random = randomFrom(seed);
  const now = teamDay(state, NO_COUNTS, at);
  const today = dayAt(at, team.policy.timeZone);
  const stands = now.reps.map(({ rep, lights }): Stand => ({
    rep,
    lights,
    open: team.reps[rep]?.open ?? {},
  }));
  const days: TeamDay[] = [];
  let queue = { waiting: now.waiting, paused: now.paused };
  for (let back = 1; back <= DAYS; back += 1) {
    const day = plusDays(today, -back);
    const reps = stands.map((stand) => repDay(stand, team));
    const counts = isWeekend(day) ? NO_COUNTS : stepBack(stands, back, random);
    days.push({ day, counts, reps, ...queue });
    const paused = stands.filter(({ open }) => isOverloaded(open, team.policy)).length;
    const waiting = isWeekend(day) ? queue.waiting : Math.max(0, queue.waiting + random.whole(-1, 1));
    queue = { paused, waiting: Math.min(4, waiting) };
  }
  return days.reverse();
};

const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const cellsOf = (open: Tally): readonly RatingCell[] =>
  (Object.entries(open) as [RatingCell, number][]).flatMap(([cell, count]) =>
    Array.from({ length: count }, () => cell),
  );

const repDay = ({ rep, open, lights }: Stand, { policy }: Team): TeamDay['reps'][number] => ({
  rep,
  load: loadOf(open, policy),
  keyTasks: keyTasksOf(open),
  lights,
  types: countTypes(cellsOf(open).map(typeOf)),
});

/** Takes back what a working day brought: tasks that came leave again, tasks that closed are open again. */
const stepBack = (stands: readonly Stand[], back: number, random: Random): DayCounts => {
  const counts = { ...NO_COUNTS };
  for (const stand of stands) {
    const cells = cellsOf(stand.open);
    const [first, ...rest] = cells;
    if (first === undefined) continue;
    const cell = random.pick([first, ...rest]);
    if (random.chance(0.13) && cells.length > 2) {
      stand.open = tallyPlus(stand.open, cell, -1);
      counts.created += 1;
    } else if (random.chance(0.1)) {
      stand.open = tallyPlus(stand.open, cell, 1);
      counts[random.chance(0.6) ? 'won' : 'lost'] += 1;
    } else if (back >= WITHOUT_MOVES && random.chance(0.03)) {
      const other = stands[random.whole(0, stands.length - 1)];
      if (other === undefined || other === stand) continue;
      stand.open = tallyPlus(stand.open, cell, -1);
      other.open = tallyPlus(other.open, cell, 1);
      counts.moves += 1;
    }
    counts.progressed += random.whole(0, Math.min(2, cells.length));
  }
  for (const stand of stands) stand.lights = otherLights(stand, random);
  return counts;
};

/** Lights of the day before: as many as there were tasks, a few of them otherwise. */
const otherLights = ({ open, lights }: Stand, random: Random): LightCounts => {
  const all = tasksOf(open);
  const near = (count: number, most: number): number =>
    Math.min(most, Math.max(0, count + (random.chance(0.35) ? random.whole(-1, 1) : 0)));
  const red = near(lights.red, Math.ceil(all / 2));
  const yellow = near(lights.yellow, Math.min(all - red, Math.ceil(all / 3)));
  return { red, yellow, green: all - red - yellow };
};
