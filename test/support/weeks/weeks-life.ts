/** Weeks in the life of a team, from its first Sunday on: people at work, sweeps, nights, weekends, outages. */
import {
  dayAt,
  daysBetween,
  instantOf,
  plusDays,
  type Day,
  type Instant,
} from '../../../shared/domain/day.ts';
import type { ClockTime } from '../../../shared/domain/clock-time.ts';
import { calendarOf, isWorkingDay } from '../../../shared/domain/working-calendar.ts';
import type { Policy } from '../../../shared/domain/policy.ts';
import { randomFrom } from '../../../local/sample-team/random.ts';
import { makeSampleTeam } from '../../../local/sample-team/make-sample-team.ts';
import { teamReport } from '../../../shared/report/make-report.ts';
import type { Month } from '../../../shared/domain/points-ledger.ts';
import type { TeamDay } from '../../../shared/domain/team-day.ts';
import { look, raiseSomeDeal, sit, typeOfPerson, type Habit } from './weeks-people.ts';
import { openWorld, type LogLine, type TakenMail, type WeeksWorld } from './weeks-world.ts';

export interface WeeksPlan {
  /** A Monday. */
  readonly from: Day;
  readonly weeks: number;
  readonly habit: Habit;
  readonly seed: number;
  readonly timeZone: string;
  readonly holidays: readonly Day[];
  readonly sheet?: 'memory' | 'service';
  /** Fewer sweeps than usual, where nobody looks at mails. */
  readonly sweepsPerDay?: number;
  /** What happens beside the usual, by day since the start. */
  readonly happenings: readonly Happening[];
}

export type Happening =
  | { readonly day: number; readonly what: 'leave'; readonly name: string; readonly days: number }
  | { readonly day: number; readonly what: 'gone'; readonly name: string }
  /** A customer's value is raised at this hour of the night, or of a day off. */
  | { readonly day: number; readonly what: 'raise'; readonly time: ClockTime }
  /** From noon on for so many hours no sweep runs and no edit is heard of; then the board is checked. */
  | { readonly day: number; readonly what: 'outage'; readonly hours: number }
  | { readonly day: number; readonly what: 'noMail'; readonly hours: number };

/** How the team stood at the end of a week, as its own report says. */
export interface WeekFigures {
  readonly week: number;
  readonly open: number;
  readonly red: number;
  readonly moves: number;
  readonly movesPerTaskMonth: number | null;
  readonly topThreeShare: number | null;
  readonly paused: number;
  readonly mostLoaded: number;
}

export interface Lived {
  readonly plan: WeeksPlan;
  readonly policy: Policy;
  readonly mails: readonly TakenMail[];
  readonly log: readonly LogLine[];
  readonly sweeps: readonly Instant[];
  readonly weeks: readonly WeekFigures[];
  readonly days: readonly TeamDay[];
  /** Addresses of supervisors, and of reps who are on the team at the end. */
  readonly supervisors: readonly string[];
  readonly reps: readonly string[];
  /** Who was on leave when it began, and the day on which each is back. */
  readonly onLeave: readonly { readonly name: string; readonly backOn: Day | undefined }[];
  /** Names by address. */
  readonly names: Readonly<Record<string, string>>;
  /** Events whose mail or write-back was still open at the end. */
  readonly left: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** When it is typed that somebody is on leave, or gone. */
export const LEAVE_TYPED_AT: ClockTime = '09:05';
/** When people sit down at the board. */
const SITTINGS: readonly ClockTime[] = ['09:30', '13:30', '16:30'];

export const live = async (
  plan: WeeksPlan,
  say: (line: string) => void = () => undefined,
): Promise<Lived> => {
  const { from, timeZone, weeks, seed } = plan;
  const sample = makeSampleTeam({ seed, today: plusDays(from, -1), language: 'zh-CN' });
  const start = instantOf(plusDays(from, -1), '12:00', timeZone);
  const rules = {
    ...sample.rules,
    'board.timeZone': timeZone,
    'stale.holidays': plan.holidays.join(', '),
  };
  // Without the closed deals of the sample: learning from them takes time and is not what is looked at here.
  const world = await openWorld({
    seed: { ...sample, timeZone, rules, history: [] },
    start,
    randomSeed: seed,
    ...(plan.sheet === undefined ? {} : { sheet: plan.sheet }),
  });
  try {
    const { policy, reps } = (await look(world)).team;
    const onLeave = Object.values(reps).flatMap(({ fields }) =>
      fields.availability === 'leave' ? [{ name: fields.name, backOn: fields.backOn }] : [],
    );
    const figures: WeekFigures[] = [];
    const sweeps: Instant[] = [];
    const down = outages(plan);
    const isDown = (what: Down['what'], at: Instant): boolean =>
      down.some((one) => one.what === what && at >= one.from && at < one.to);
    const random = randomFrom(seed);
    for (let day = -1; day < weeks * 7; day += 1) {
      for (const at of timesOf(plan, policy, day)) {
        world.advanceTo(at.at);
        world.mailServer(!isDown('noMail', at.at));
        const out = isDown('outage', at.at);
        const over = !out && !world.hears();
        world.functions(!out);
        // What was typed meanwhile nobody has heard of: the regular check of the board finds it.
        if (over) await check(world);
        if (out && at.sweep) continue;
        await at.work(world, random);
        if (at.sweep) sweeps.push(at.at);
      }
      if (day >= 0 && day % 7 === 6) {
        figures.push(await figuresOf(world, Math.floor(day / 7) + 1));
        say(`week ${figures.length}: ${world.mails.length} mails`);
      }
    }
    return await livedOf(world, { plan, policy, sweeps, weeks: figures, onLeave });
  } finally {
    await world.close();
  }
};

interface Moment {
  readonly at: Instant;
  readonly sweep: boolean;
  work(world: WeeksWorld, random: ReturnType<typeof randomFrom>): Promise<void>;
}

const sweep = async (world: WeeksWorld): Promise<void> => {
  await world.run('sweep', (app) => app.sweep(world.team, app.ports.ids.next()));
};
const check = async (world: WeeksWorld): Promise<void> => {
  await world.run('check', (app) => app.check(world.team, { id: app.ports.ids.next(), actor: null }));
};

/** Every moment of a day on which something runs, in order. */
const timesOf = (plan: WeeksPlan, policy: Policy, index: number): readonly Moment[] => {
  const day = plusDays(plan.from, index);
  const on = (time: ClockTime): Instant => instantOf(day, time, plan.timeZone);
  const working = isWorkingDay(day, calendarOf(policy));
  const moments: Moment[] = sweepTimes(plan, day, working)
    .filter((at) => index >= 0 || at > on('12:00'))
    .map((at) => ({ at, sweep: true, work: sweep }));
  if (index < 0) return moments;
  if (working)
    SITTINGS.forEach((time, turn) =>
      moments.push({
        at: on(time) + MINUTE,
        sweep: false,
        work: (world, random) => sit({ world, habit: plan.habit, random, first: turn === 0 }),
      }),
    );
  if (index % 7 === 5)
    moments.push({
      at: on('03:10'),
      sweep: false,
      work: (world) => (world.hears() ? check(world) : Promise.resolve()),
    });
  for (const one of plan.happenings.filter((happening) => happening.day === index))
    moments.push(...momentsOf(one, day, on));
  return moments.sort((a, b) => a.at - b.at);
};

const momentsOf = (one: Happening, day: Day, on: (time: ClockTime) => Instant): readonly Moment[] => {
  switch (one.what) {
    case 'leave': {
      const cells = { availability: '休假', backOn: plusDays(day, one.days) };
      return [
        { at: on(LEAVE_TYPED_AT), sweep: false, work: (world) => typeOfPerson(world, one.name, cells) },
      ];
    }
    case 'gone':
      return [
        {
          at: on(LEAVE_TYPED_AT),
          sweep: false,
          work: (world) => typeOfPerson(world, one.name, { availability: '离职', backOn: null }),
        },
      ];
    case 'raise':
      return [{ at: on(one.time), sweep: false, work: raiseSomeDeal }];
    default:
      return [];
  }
};

/** Every half hour from 8 to 18 on working days, else every three hours: the schedule is the deployer's. */
const sweepTimes = (plan: WeeksPlan, day: Day, working: boolean): readonly Instant[] => {
  const start = instantOf(day, '00:00', plan.timeZone);
  const end = instantOf(plusDays(day, 1), '00:00', plan.timeZone);
  const times: Instant[] = [];
  for (let at = start; at < end; at += 30 * MINUTE) {
    const hour = (at - start) / HOUR;
    const busy = working && hour >= 8 && hour <= 18;
    const due =
      plan.sweepsPerDay === undefined ? busy || hour % 3 === 0 : hour % (24 / plan.sweepsPerDay) === 0;
    if (due) times.push(at);
  }
  return times;
};

interface Down {
  readonly what: 'outage' | 'noMail';
  readonly from: Instant;
  readonly to: Instant;
}

const outages = (plan: WeeksPlan): readonly Down[] =>
  plan.happenings.flatMap((one): readonly Down[] => {
    if (one.what !== 'outage' && one.what !== 'noMail') return [];
    const from = instantOf(plusDays(plan.from, one.day), '12:00', plan.timeZone);
    return [{ what: one.what, from, to: from + one.hours * HOUR }];
  });

const figuresOf = async (world: WeeksWorld, week: number): Promise<WeekFigures> => {
  const state = await look(world);
  const report = teamReport(state, [], world.now());
  return {
    week,
    open: report.open,
    red: report.lights.red,
    moves: report.week.moves,
    movesPerTaskMonth: report.movesPerTaskMonth,
    topThreeShare: report.topThreeShare,
    paused: report.reps.filter(({ paused }) => paused).length,
    mostLoaded: Math.max(0, ...report.reps.map(({ load }) => load)),
  };
};

const livedOf = async (
  world: WeeksWorld,
  partly: Pick<Lived, 'plan' | 'policy' | 'sweeps' | 'weeks' | 'onLeave'>,
): Promise<Lived> => {
  const { team } = await look(world);
  const { store } = world.app.ports;
  const monthOf = (day: Day): Month => day.slice(0, 7) as Month;
  const today = dayAt(world.now(), partly.plan.timeZone);
  const days = await store.days(world.team, monthOf(partly.plan.from), monthOf(today));
  const emails = (role: string): readonly string[] =>
    Object.values(team.reps).flatMap(({ fields }) =>
      fields.role === role && fields.availability !== 'left' && fields.email !== undefined
        ? [fields.email]
        : [],
    );
  const undelivered = await store.undelivered(world.team, 100);
  const due = await store.dueMail(world.team, world.now(), 100);
  return {
    ...partly,
    mails: [...world.mails],
    log: [...world.log],
    days,
    supervisors: emails('supervisor'),
    reps: emails('rep'),
    names: Object.fromEntries(
      Object.values(team.reps).map(({ fields }) => [fields.email ?? '', fields.name]),
    ),
    left: undelivered.length + due.length,
  };
};

export const weekOf = ({ from, timeZone }: WeeksPlan, at: Instant): number =>
  Math.floor(daysBetween(from, dayAt(at, timeZone)) / 7) + 1;
