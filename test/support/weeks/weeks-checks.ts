/** What must be true of every mail of some weeks. Counted from the mails as the mail server took them. */
import { TZDate } from '@date-fns/tz';
import {
  dayAt,
  instantOf,
  isoWeekday,
  plusDays,
  type Day,
  type Instant,
} from '../../../shared/domain/day.ts';
import { LEAVE_TYPED_AT, weekOf, type Lived } from './weeks-life.ts';
import type { TakenMail } from './weeks-world.ts';

const grouped = <T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
};

const more = <T>(list: readonly T[], key: (one: T) => string): readonly string[] =>
  [...grouped(list, key)].filter(([, same]) => same.length > 1).map(([name]) => name);

/** Clock and calendar of the team, read anew here and not by the code that is looked at. */
const clockOf = (
  { plan }: Lived,
  { at }: Pick<TakenMail, 'at'>,
): { readonly day: Day; readonly time: string } => {
  const local = new TZDate(at, plan.timeZone);
  const two = (number: number): string => String(number).padStart(2, '0');
  return {
    day: `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}` as Day,
    time: `${two(local.getHours())}:${two(local.getMinutes())}`,
  };
};

export const sentTwice = ({ mails }: Lived): readonly string[] => more(mails, ({ messageId }) => messageId);

export const inQuietHours = (lived: Lived): readonly string[] =>
  lived.mails
    .map((mail) => ({ mail, ...clockOf(lived, mail) }))
    .filter(
      ({ day, time }) =>
        time < '08:00' || time >= '20:00' || isoWeekday(day) > 5 || lived.plan.holidays.includes(day),
    )
    .map(({ mail, day, time }) => `${day} ${time} to ${mail.to}: ${mail.kinds.join(' + ')}`);

/** More than one mail to one person from one sweep. */
export const severalPerSweep = ({ mails }: Lived): readonly string[] =>
  more(
    mails.filter(({ run }) => run.startsWith('sweep')),
    ({ run, to }) => `${run} to ${to}`,
  );

/** When somebody was on leave: from a moment until a day begins. */
interface Leave {
  readonly name: string;
  readonly from: Instant;
  readonly backOn: Day | undefined;
}

const leavesIn = ({ plan, onLeave }: Lived): readonly Leave[] => [
  ...onLeave.map((one) => ({ ...one, from: -Infinity })),
  ...plan.happenings.flatMap((one) => {
    if (one.what !== 'leave') return [];
    const day = plusDays(plan.from, one.day);
    const from = instantOf(day, LEAVE_TYPED_AT, plan.timeZone);
    return [{ name: one.name, from, backOn: plusDays(day, one.days) }];
  }),
];

/** The sweep that finds a week's reports due: the first one from Monday 08:30 on. */
const reportedAt = ({ plan, sweeps }: Lived, week: number): Instant => {
  const due = instantOf(plusDays(plan.from, (week - 1) * 7), '08:30', plan.timeZone);
  return sweeps.find((at) => at >= due) ?? due;
};

/**
 * Whoever leads or works on the day of the reports gets the weekly mail once, whatever was down when it was due;
 * a rep who is on leave on that day gets none.
 */
export const weekliesMissed = (lived: Lived): readonly string[] => {
  const { plan, mails, supervisors, reps, names } = lived;
  const leaves = leavesIn(lived);
  const weekly = mails.filter(({ kinds }) => kinds.includes('report') || kinds.includes('digest'));
  const count = grouped(weekly, (mail) => `week ${weekOf(plan, mail.at)} to ${mail.to}`);
  const isAway = (to: string, week: number): boolean => {
    const at = reportedAt(lived, week);
    const { day } = clockOf(lived, { at });
    return leaves.some(
      ({ name, from, backOn }) => name === names[to] && from <= at && (backOn === undefined || day < backOn),
    );
  };
  const wrong = (to: string, week: number, expected: number): readonly string[] => {
    const got = count.get(`week ${week} to ${to}`)?.length ?? 0;
    return got === expected ? [] : [`week ${week}: ${got} to ${to} instead of ${expected}`];
  };
  return Array.from({ length: plan.weeks }, (_, index) => index + 1).flatMap((week) => [
    ...supervisors.flatMap((to) => wrong(to, week, 1)),
    ...reps.flatMap((to) => wrong(to, week, isAway(to, week) ? 0 : 1)),
  ]);
};

/** Days without a record although a sweep ran on the day after; and records of days that had none. */
export const daysMissed = ({ plan, sweeps, days }: Lived): readonly string[] => {
  const swept = new Set(sweeps.map((at) => dayAt(at, plan.timeZone)));
  const expected = new Set([...swept].map((day) => plusDays(day, -1)).filter((day) => day >= plan.from));
  const kept = new Set(days.map(({ day }) => day).filter((day) => day >= plan.from));
  return [
    ...[...expected].filter((day) => !kept.has(day)).map((day) => `${day} is not kept`),
    ...[...kept].filter((day) => !expected.has(day)).map((day) => `${day} is kept, though nobody looked`),
  ];
};

/** Everything that is not as it must be; empty when all is well. */
export const problemsOf = (lived: Lived): readonly string[] => [
  ...sentTwice(lived).map((id) => `sent twice: ${id}`),
  ...inQuietHours(lived).map((mail) => `in quiet hours: ${mail}`),
  ...severalPerSweep(lived).map((mail) => `several from one sweep: ${mail}`),
  ...weekliesMissed(lived).map((mail) => `weekly mail not exactly once: ${mail}`),
  ...daysMissed(lived).map((day) => `history: ${day}`),
  ...(lived.left === 0 ? [] : [`${lived.left} events still to be told at the end`]),
  ...lived.mails
    .filter(({ kinds }) => kinds.length === 0)
    .map(({ subject }) => `mail without a kind: ${subject}`),
];
