import { repReport, type HealthRisk } from '../../report/health-report.ts';
import { sentenceText, stepText } from '../../report/report-text.ts';
import type { RepReport } from '../../report/team-report.ts';
import { askedOf } from '../../decide/who-is-asked.ts';
import { isOnLeave } from '../../scoring/absence.ts';
import { pageWords } from '../../text/page-words.ts';
import { reportMailWords } from '../../text/report-mail-words.ts';
import type { TaskListName } from '../../text/task-list-words.ts';
import { shortened } from '../clean-text.ts';
import {
  LISTED,
  nameOfTask,
  pageOf,
  weeklyDue,
  type MailContext,
  type Reader,
  type Section,
} from '../mail-context.ts';
import type { MailCell, MailLine } from '../planned-mail.ts';
import { linkedNumbers, ownListUrl } from '../task-links.ts';

/** Signs of a next step; the whole of it stands on the page. */
const STEP = 200;

/** "My task health report" (spec 3.8): one spoken sentence, where the rep stands, and the next step of each risk. */
export const report: Section = (context, reader) => {
  const person = context.state.team.reps[reader.rep ?? ''];
  // A leave is a leave: whoever is back reads the next one, and their page at any time.
  if (!weeklyDue(context) || person?.fields.role !== 'rep' || isOnLeave(person, context.today)) return null;
  const team = context.report();
  const mine = team.reps.find(({ rep }) => rep === reader.rep);
  const health =
    mine === undefined ? null : repReport(context.state, context.days ?? [], mine.rep, context.at);
  if (mine === undefined || health === null) return null;
  const { red, yellow } = mine.lights;
  const words = reportMailWords(reader.language).report;
  const { named, risks } = health;
  const page = pageWords(reader.language).report;
  const whole = { label: words.open, url: pageOf(context, reader, 'report') };
  return {
    kind: 'report',
    subject: words.subject(red, yellow, mine.open),
    heading: words.heading,
    intro: sentenceText(health.sentence, reader.language),
    lines: [
      ...(risks === 0 ? [{ text: page.noRisks, below: [], action: whole }] : []),
      ...named.slice(0, LISTED).map((risk) => riskLine(context, reader, risk)),
      ...(risks > LISTED ? [{ text: page.more(risks - LISTED), below: [], action: whole }] : []),
    ],
    table: { head: [words.what, words.now], rows: figures(context, reader, mine) },
    why: words.why,
  };
};

const figures = (context: MailContext, reader: Reader, mine: RepReport): readonly (readonly MailCell[])[] => {
  const words = reportMailWords(reader.language).report;
  const url = (view: 'ask' | 'handover' | 'report'): string => pageOf(context, reader, view);
  const own = (what: TaskListName): string => ownListUrl(context, reader, what);
  const { red, yellow, green } = mine.lights;
  const { resumeAt } = context.state.team.policy.load;
  const light = mine.load > mine.limit ? 'red' : mine.load > resumeAt ? 'yellow' : 'green';
  const load: MailCell = {
    text: words.ofLimit(mine.load, mine.limit),
    share: mine.load / mine.limit,
    light,
    url: own('open'),
  };
  const keys = { text: words.ofLimit(mine.keyTasks, mine.keyLimit), url: own('key') };
  const lights = words.lightsNow(red, yellow, green);
  return [
    [
      words.lights,
      { text: lights, pieces: linkedNumbers(lights, [own('red'), own('yellow'), own('green')]) },
    ],
    [words.load, load],
    [words.keyTasks, keys],
    [words.handovers, { text: String(handoversOf(context, mine)), url: url('handover') }],
    [words.suggestions, { text: String(asked(context, mine)), url: url('ask') }],
    [words.points, { text: words.pointsNow(mine.pointsInMonth, mine.pointsInPeriod), url: url('report') }],
  ];
};

const handoversOf = ({ state }: MailContext, { rep }: RepReport): number =>
  Object.values(state.team.handovers ?? {}).filter(({ from, to }) => from === rep || to === rep).length;

const asked = ({ state, today }: MailContext, { rep }: RepReport): number =>
  Object.values(state.team.pending).filter((pending) => askedOf(pending, state.team, today) === rep).length;

const riskLine = (context: MailContext, reader: Reader, risk: HealthRisk): MailLine => {
  const words = reportMailWords(reader.language).report;
  const page = pageWords(reader.language).report;
  const task = context.state.tasks[risk.taskId];
  return {
    text: words.risk(nameOfTask(risk), risk.days),
    // A task that was not loaded may well have a next step.
    below: task === undefined ? [] : [page.nextStep + shortened(stepText(risk.step, reader.language), STEP)],
    task: risk.taskId,
    light: risk.light,
    action: { label: words.see, url: pageOf(context, reader, 'tasks', risk.taskId) },
  };
};
