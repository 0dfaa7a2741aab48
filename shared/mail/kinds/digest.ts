import { dayAt } from '../../domain/day.ts';
import { TIERS, type Tier } from '../../domain/rep.ts';
import type { RepReport, TeamReport } from '../../report/team-report.ts';
import { mailWords } from '../../text/mail-words.ts';
import { reportMailWords } from '../../text/report-mail-words.ts';
import type { TaskListName } from '../../text/task-list-words.ts';
import {
  nameOf,
  nameOfTask,
  pageOf,
  weeklyDue,
  type MailContext,
  type Reader,
  type Section,
} from '../mail-context.ts';
import type { MailCell, MailLine } from '../planned-mail.ts';
import { tabUrl } from '../tab-url.ts';
import { dashboardUrl, linkedNumbers, listUrl } from '../task-links.ts';

/** Rows of the table and tasks of the list, each number with its link; the dashboard shows all of them. */
const REPS = 25;
const STALE = 10;

/** The supervisor's weekly digest (spec 3.8): load and progress of their reps, and how the team as a whole stands. */
export const digest: Section = (context, reader) => {
  if (!weeklyDue(context) || !reader.hears(undefined)) return null;
  const team = context.report();
  const mine = team.reps
    .filter(({ rep }) => reader.hears(rep))
    .sort((a, b) => b.load / b.limit - a.load / a.limit);
  const words = reportMailWords(reader.language).digest;
  const red = mine.reduce((sum, { lights }) => sum + lights.red, 0);
  const paused = mine.filter((rep) => rep.paused).length;
  return {
    kind: 'digest',
    subject: words.subject(red, paused, team.waiting.count),
    heading: words.heading,
    lines: [
      ...(mine.length > REPS ? [{ text: words.moreReps(mine.length - REPS), below: [] }] : []),
      ...linesOf(context, reader, team),
    ],
    table: { head: words.head, rows: mine.slice(0, REPS).map((rep) => repRow(context, reader, rep)) },
    why: words.why,
  };
};

const repRow = (context: MailContext, reader: Reader, rep: RepReport): readonly MailCell[] => {
  const words = reportMailWords(reader.language).digest;
  const { red, yellow, green } = rep.lights;
  const to = (what: TaskListName): string => listUrl(context, reader, what, { rep: rep.rep });
  const state = rep.away ? words.away : rep.paused ? words.paused : '';
  const over = rep.paused || rep.load > rep.limit;
  const lights = words.lights(red, yellow, green);
  const progress = words.ofOpen(rep.progressed, rep.open);
  return [
    `${rep.name}${state}`,
    {
      text: words.ofLimit(rep.load, rep.limit),
      share: rep.load / rep.limit,
      light: over ? 'red' : 'green',
      ...(rep.open === 0 ? {} : { url: to('open') }),
    },
    { text: lights, pieces: linkedNumbers(lights, [to('red'), to('yellow'), to('green')]) },
    {
      text: progress,
      share: rep.open === 0 ? 0 : rep.progressed / rep.open,
      pieces: linkedNumbers(progress, [to('progressed'), to('open')]),
    },
  ];
};

const percent = (share: number): number => Math.round(share * 100);

const linesOf = (context: MailContext, reader: Reader, team: TeamReport): readonly MailLine[] => {
  const words = reportMailWords(reader.language).digest;
  const { created, won, lost, progressed, moves } = team.week;
  const list = (what: TaskListName, tier?: Tier): MailLine['action'] => ({
    label: words.see.list,
    url: listUrl(context, reader, what, tier === undefined ? {} : { tier }),
  });
  const line = (text: string, action: MailLine['action']): MailLine => ({
    text,
    below: [],
    ...(action === undefined ? {} : { action }),
  });
  const audit = { label: words.see.audit, url: tabUrl(context, 'audit') };
  const past = { label: words.see.moves, url: pageOf(context, reader, 'team') };
  const whole = { label: words.see.dashboard, url: dashboardUrl(context, reader) };
  return [
    staleLine(context, reader, team),
    waitingLine(context, reader, team),
    ...(team.unowned > team.waiting.count ? [line(words.unowned(team.unowned), list('unowned'))] : []),
    line(words.week(created, won, lost, progressed, moves), audit),
    ...(team.movesPerTaskMonth === null ? [] : [line(words.moves(team.movesPerTaskMonth), past)]),
    ...(team.topThreeShare === null ? [] : [line(words.topThree(percent(team.topThreeShare)), whole)]),
    ...TIERS.flatMap((tier) => {
      const share = team.hardShare[tier];
      const hard = share === null || share === 0 ? undefined : list('hard', tier);
      return share === null ? [] : [line(`${words.hard} · ${words.hardOf(tier, percent(share))}`, hard)];
    }),
  ];
};

const staleLine = (context: MailContext, reader: Reader, team: TeamReport): MailLine => {
  const words = reportMailWords(reader.language).digest;
  const stale = team.stale.filter(({ rep }) => reader.hears(rep));
  const listed = stale
    .slice(0, STALE)
    .map((one) => words.staleTask(nameOf(context, one.rep), nameOfTask(one), one.days));
  const more = stale.length > STALE ? [mailWords(reader.language).more(stale.length - STALE)] : [];
  const action = { label: words.see.list, url: listUrl(context, reader, 'stale', { mine: true }) };
  return {
    text: words.stale(stale.length),
    below: [...listed, ...more],
    ...(stale.length === 0 ? {} : { action }),
  };
};

const waitingLine = (context: MailContext, reader: Reader, { waiting }: TeamReport): MailLine => {
  const words = reportMailWords(reader.language).digest;
  const { count, oldestSince } = waiting;
  const since = oldestSince === null ? null : dayAt(oldestSince, context.state.team.policy.timeZone);
  const action = { label: words.see.queue, url: listUrl(context, reader, 'waiting') };
  return { text: words.waiting(count, since), below: [], ...(count === 0 ? {} : { action }) };
};
