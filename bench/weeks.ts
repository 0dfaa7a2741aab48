/**
 * Ten weeks of a seeded team on a fast clock: `npm run bench -- weeks`. The real application on the embedded
 * database decides, writes and sends; people, mail server and clock are simulated. Prints every kind of mail by
 * recipient, what must never happen, and the article's measures beside those of the same team when deals are handed
 * out by hand. Options: `--weeks N`, `--seed N`, `--sheet service` (through the local Sheets service), `--mails`
 * (every mail with its time). Ends with 1 when something is not as it must be.
 */
import { parseArgs } from 'node:util';
import type { Day } from '../shared/domain/day.ts';
import { problemsOf } from '../test/support/weeks/weeks-checks.ts';
import { live, type Happening, type Lived, type WeeksPlan } from '../test/support/weeks/weeks-life.ts';
import { printMails, printMeasures, printTables } from './weeks/print-weeks.ts';

/** Everything that can go wrong or be quiet happens once in ten weeks; days since the first Monday. */
const HAPPENINGS: readonly Happening[] = [
  { day: 2, what: 'raise', time: '22:10' },
  { day: 5, what: 'raise', time: '11:00' },
  { day: 3, what: 'leave', name: 'Lisa', days: 5 },
  { day: 15, what: 'noMail', hours: 5 },
  { day: 21, what: 'leave', name: '赵磊', days: 14 },
  // Sunday noon to Wednesday: Monday's reports are due while nothing runs.
  { day: 34, what: 'outage', hours: 60 },
  { day: 44, what: 'raise', time: '07:30' },
  { day: 49, what: 'gone', name: '刘洋' },
  { day: 58, what: 'noMail', hours: 26 },
];

const { values } = parseArgs({
  options: {
    weeks: { type: 'string', default: '10' },
    seed: { type: 'string', default: '20251123' },
    sheet: { type: 'string', default: 'memory' },
    mails: { type: 'boolean', default: false },
  },
});
const weeks = Number(values.weeks);
if (!Number.isInteger(weeks) || weeks < 1)
  throw new Error(`--weeks ${values.weeks} is not a number of weeks`);

const plan: WeeksPlan = {
  from: '2026-11-30' as Day,
  weeks,
  habit: 'byFit',
  seed: Number(values.seed),
  timeZone: 'Asia/Shanghai',
  holidays: ['2027-01-01', '2027-02-05'] as Day[],
  sheet: values.sheet === 'service' ? 'service' : 'memory',
  happenings: HAPPENINGS.filter(({ day }) => day < weeks * 7),
};
const run = async (how: WeeksPlan): Promise<Lived> =>
  live(how, (line) => void process.stderr.write(`${how.habit}, ${line}\n`));

const start = performance.now();
const after = await run(plan);
const before = await run({ ...plan, habit: 'byHand', sweepsPerDay: 2 });
const seconds = Math.round((performance.now() - start) / 1000);

if (values.mails) printMails(after);
printTables(after);
printMeasures(before, after);
const problems = problemsOf(after);
console.log(`\n${weeks} weeks twice in ${seconds} s (wall clock, Node ${process.version}).`);
if (problems.length === 0) console.log('Nothing is as it must not be.');
else {
  console.log(`${problems.length} things are not as they must be:\n${problems.join('\n')}`);
  process.exitCode = 1;
}
