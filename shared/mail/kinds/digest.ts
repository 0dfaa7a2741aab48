import { dayAt } from '../../domain/day.ts';
import { TIERS } from '../../domain/rep.ts';
import type { RepReport, TeamReport } from '../../report/team-report.ts';
import { mailWords } from '../../text/mail-words.ts';
import { reportMailWords } from '../../text/report-mail-words.ts';
import {
  dashboardOf,
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

/** Rows of the table and tasks of the list; the board shows all of them. */
const REPS = 40;
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
  const [tasks, one] = [tabUrl(context, 'tasks'), dashboardOf(context, reader, rep.rep)];
  const state = rep.away ? words.away : rep.paused ? words.paused : '';
  const over = rep.paused || rep.load > rep.limit;
  return [
    `${rep.name}${state}`,
    {
      text: words.ofLimit(rep.load, rep.limit),
      share: rep.load / rep.limit,
      light: over ? 'red' : 'green',
      url: one,
    },
    { text: words.lights(red, yellow, green), url: one },
    {
      text: words.ofOpen(rep.progressed, rep.open),
      share: rep.open === 0 ? 0 : rep.progressed / rep.open,
      url: tasks,
    },
  ];
};

const percent = (share: number): number => Math.round(share * 100);

const linesOf = (context: MailContext, reader: Reader, team: TeamReport): readonly MailLine[] => {
  const words = reportMailWords(reader.language).digest;
  const to = (tab: 'tasks' | 'audit' | 'team') => ({ label: words.see[tab], url: tabUrl(context, tab) });
  const { created, won, lost, progressed, moves } = team.week;
  const hard = TIERS.flatMap((tier) => {
    const share = team.hardShare[tier];
    return share === null ? [] : [words.hardOf(tier, percent(share))];
  });
  const line = (text: string, action?: MailLine['action'], below: readonly string[] = []): MailLine => ({
    text,
    below,
    ...(action === undefined ? {} : { action }),
  });
  return [
    staleLine(context, reader, team),
    waitingLine(context, reader, team),
    ...(team.unowned > team.waiting.count ? [line(words.unowned(team.unowned), to('tasks'))] : []),
    line(words.week(created, won, lost, progressed, moves), to('audit')),
    ...(team.movesPerTaskMonth === null ? [] : [line(words.moves(team.movesPerTaskMonth), to('audit'))]),
    ...(team.topThreeShare === null ? [] : [line(words.topThree(percent(team.topThreeShare)), to('team'))]),
    ...(hard.length === 0 ? [] : [line(words.hard, to('tasks'), hard)]),
  ];
};

const staleLine = (context: MailContext, reader: Reader, team: TeamReport): MailLine => {
  const words = reportMailWords(reader.language).digest;
  const stale = team.stale.filter(({ rep }) => reader.hears(rep));
  const listed = stale
    .slice(0, STALE)
    .map((one) => words.staleTask(nameOf(context, one.rep), nameOfTask(one), one.days));
  const more = stale.length > STALE ? [mailWords(reader.language).more(stale.length - STALE)] : [];
  const action = { label: words.see.tasks, url: tabUrl(context, 'tasks') };
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
  const action = { label: words.see.queue, url: pageOf(context, reader, 'team') };
  return { text: words.waiting(count, since), below: [], ...(count === 0 ? {} : { action }) };
};
