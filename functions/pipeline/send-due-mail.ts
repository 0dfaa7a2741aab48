import type { BoardState, Team } from '../../shared/domain/board-state.ts';
import { dayAt, type Instant } from '../../shared/domain/day.ts';
import type { TeamId } from '../../shared/domain/ids.ts';
import { MAIL_RUN_MS, type MailRun } from '../../shared/domain/mail-waits.ts';
import type { TeamDay } from '../../shared/domain/team-day.ts';
import { openMailBook } from '../../shared/mail/mail-book.ts';
import { isWeekly } from '../../shared/mail/mail-context.ts';
import { mailDue } from '../../shared/mail/mail-due.ts';
import { reportTasks } from '../../shared/mail/report-tasks.ts';
import { monthOf } from '../../shared/moves/credit.ts';
import { comparedDay } from '../../shared/report/health-report.ts';
import { quietUntil } from '../../shared/schedule/quiet-until.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import type { Telling } from '../../shared/outbox/plan-writes.ts';
import { WRITTEN_TABS } from './drain-outbox.ts';
import { mailToEach } from './mail-to-each.ts';
import type { Ports } from './ports.ts';
import { readyMails, type ReadyMail } from './ready-mails.ts';
import { tell, type Told } from './tell.ts';

/** Events looked at in one run; what is beyond goes with the next. */
const MOST_EVENTS = 10_000;

/**
 * Sends the mail that is due: what quiet hours, days off, daily digests and failures have left, one mail per
 * recipient about all of it, with the state as it is now. Only one process at a time does it for a team; what one
 * did before it died is not done again (docs/decisions/0061-mail-once.md). Costs nothing in quiet hours, and one
 * read when nothing is due.
 */
export const sendDueMail = async (ports: Ports, { id: team, policy }: Team): Promise<Told> => {
  const now = ports.clock.now();
  if (quietUntil(now, policy) !== null) return 'told';
  if ((await ports.store.dueMail(team, now, 1)).length === 0) return 'told';
  const by = ports.ids.next();
  const run = await ports.store.claimMailRun(team, by, now, now + MAIL_RUN_MS);
  const state = run === null ? null : await ports.store.load(team, { tasks: [], books: [], allBooks: true });
  if (run === null || state === null) return 'told';
  const lately = learn(ports, team, run);
  const records = await ports.store.dueMail(team, run.at, MOST_EVENTS);
  // What the sheet does not show yet waits with it.
  const told = records.filter(({ delivered }) => delivered);
  const dropped = await mailAbout(
    ports,
    await forReports(ports, state, told, run.at),
    run,
    told,
    run.at === now,
  );
  if (dropped === null) return 'told';
  await ports.store.endMailRun(team, by, lately());
  // A process died with everything done but the end: the run is over, and ours begins.
  if (run.at < now && records.length === 0) return sendDueMail(ports, state.team);
  return tellDropped(ports, team, dropped);
};

/** Learns whom other instances have written to; tells in the end what there is to write down. */
const learn = ({ lately, clock }: Ports, team: TeamId, run: MailRun): (() => MailRun['lately']) => {
  for (const [key, at] of Object.entries(run.lately)) lately?.note(team, key, at);
  return () => lately?.of(team, clock.now()) ?? run.lately;
};

/** The state that mails are written from, with what only weekly reports need. */
interface Written {
  readonly state: BoardState;
  readonly days: readonly TeamDay[];
}

/**
 * Weekly reports show what people wrote as next steps, which books do not carry, and compare with last week: a few
 * tasks of each rep and one document of history, once a week.
 */
const forReports = async (
  ports: Ports,
  state: BoardState,
  records: readonly EventRecord[],
  at: Instant,
): Promise<Written> => {
  if (!records.some(({ effects }) => effects.some(isWeekly))) return { state, days: [] };
  const { id, policy } = state.team;
  const month = monthOf(comparedDay(dayAt(at, policy.timeZone)));
  const tasks = reportTasks({ records, state, at });
  const [named, days] = await Promise.all([
    tasks.length === 0 ? null : ports.store.load(id, { tasks, books: [] }),
    ports.store.days(id, month, month),
  ]);
  return { state: { ...state, tasks: { ...state.tasks, ...named?.tasks } }, days };
};

/** Null when the run has become somebody else's on the way; else the events of what was given up. */
const mailAbout = async (
  ports: Ports,
  { state, days }: Written,
  run: MailRun,
  records: readonly EventRecord[],
  begun: boolean,
): Promise<readonly Telling[] | null> => {
  const known = new Map<string, readonly ReadyMail[]>();
  /** Everybody's mail about these events: most recipients wait for the same ones. */
  const mailsAbout = (about: readonly EventRecord[]): readonly ReadyMail[] => {
    const name = about.map(({ id }) => id).join('|');
    const mails = known.get(name) ?? readyMails(ports, state, about, run.at, days);
    known.set(name, mails);
    return mails;
  };
  const { policy } = state.team;
  const book = openMailBook(records, run.at, (record) =>
    Object.fromEntries(
      mailsAbout([record]).map(({ key, choice }) => [
        key,
        { due: mailDue(choice, run.at, policy), tries: 0 },
      ]),
    ),
  );
  // Whoever had the run before may have sent a mail that must go again as it was: nobody waits for a pause.
  const mailedAt = (key: string) => (begun ? ports.lately?.at(state.team.id, key) : undefined);
  const dropped = await mailToEach({ ports, team: state.team, run, book, mailedAt, mailsAbout });
  if (dropped !== null) await ports.store.mark(state.team.id, book.marks());
  return dropped;
};

/** The sheet hears of it now, the supervisor with their next mail. */
const tellDropped = async (ports: Ports, team: TeamId, tellings: readonly Telling[]): Promise<Told> => {
  if (tellings.length === 0) return 'told';
  const read = await ports.board.read(team, { rows: [], whole: [], ids: WRITTEN_TABS });
  return tell(ports, { team, tellings, read, mail: 'later' });
};
