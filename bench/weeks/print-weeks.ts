import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { dayAt } from '../../shared/domain/day.ts';
import type { Lived, WeekFigures } from '../../test/support/weeks/weeks-life.ts';
import {
  daysMissed,
  inQuietHours,
  sentTwice,
  severalPerSweep,
  weekliesMissed,
} from '../../test/support/weeks/weeks-checks.ts';
import type { TakenMail } from '../../test/support/weeks/weeks-world.ts';

const when = ({ plan }: Lived, { at }: TakenMail): string =>
  format(new TZDate(at, plan.timeZone), 'yyyy-MM-dd EEE HH:mm');

/** Every mail, in the order in which the mail server took them. */
export const printMails = (lived: Lived): void => {
  console.log('\n| when | to | about | subject |\n|---|---|---|---|');
  for (const mail of lived.mails)
    console.log(
      `| ${when(lived, mail)} | ${lived.names[mail.to] ?? mail.to} | ${mail.kinds.join(' + ')} | ${mail.subject} |`,
    );
};

const count = <T>(list: readonly T[], is: (one: T) => boolean): number => list.filter(is).length;

/** Mails by kind and recipient, the busiest days, and what must never happen. */
export const printTables = (lived: Lived): void => {
  const { mails, plan, supervisors, sweeps } = lived;
  const people = [...new Set(mails.map(({ to }) => to))].sort(
    (a, b) => Number(supervisors.includes(b)) - Number(supervisors.includes(a)) || (a < b ? -1 : 1),
  );
  const kinds = [...new Set(mails.flatMap((mail) => mail.kinds))].sort();
  console.log(
    `\n${mails.length} mails in ${plan.weeks} weeks, ${sweeps.length} sweeps. A mail may be about several things.\n`,
  );
  console.log(`| recipient | mails | ${kinds.join(' | ')} | most on one day |`);
  console.log(`|---|---${'|---'.repeat(kinds.length)}|---|`);
  for (const to of people) {
    const own = mails.filter((mail) => mail.to === to);
    const byKind = kinds.map((kind) => count(own, (mail) => mail.kinds.includes(kind)) || '');
    const role = supervisors.includes(to) ? ' (supervisor)' : '';
    console.log(
      `| ${lived.names[to] ?? to}${role} | ${own.length} | ${byKind.join(' | ')} | ${mostOnADay(lived, own)} |`,
    );
  }
  const never: readonly (readonly [string, readonly string[]])[] = [
    ['the same mail twice', sentTwice(lived)],
    ['mail in quiet hours or on a day off', inQuietHours(lived)],
    ['several mails to one person from one sweep', severalPerSweep(lived)],
    ['a weekly mail missed or repeated', weekliesMissed(lived)],
    ['a day missing from the history, or made up', daysMissed(lived)],
  ];
  console.log('\n| must not happen | happened |\n|---|---|');
  for (const [what, found] of never) console.log(`| ${what} | ${found.length} |`);
};

const mostOnADay = ({ plan }: Lived, mails: readonly TakenMail[]): number => {
  const days = mails.map(({ at }) => dayAt(at, plan.timeZone));
  return Math.max(0, ...days.map((day) => count(days, (one) => one === day)));
};

const shown = (value: number | null, digits: number): string =>
  value === null ? '–' : value.toFixed(digits);
const share = (value: number | null): string => (value === null ? '–' : `${Math.round(value * 100)} %`);

/** The article's measures, week by week. */
export const printMeasures = (before: Lived, after: Lived): void => {
  console.log('\nBy hand | by fit, at the end of each week:\n');
  console.log(
    '| week | moves per open task in 30 days | share of load of the top three | most loaded (limit 10) | red | open |\n|---|---|---|---|---|---|',
  );
  before.weeks.forEach((hand, index) => {
    const fit: WeekFigures | undefined = after.weeks[index];
    if (fit === undefined) return;
    const pair = (read: (one: WeekFigures) => string): string => `${read(hand)} \\| ${read(fit)}`;
    console.log(
      `| ${hand.week} | ${pair((one) => shown(one.movesPerTaskMonth, 2))} | ${pair((one) => share(one.topThreeShare))} | ` +
        `${pair((one) => shown(one.mostLoaded, 1))} | ${pair((one) => String(one.red))} | ${pair((one) => String(one.open))} |`,
    );
  });
};
