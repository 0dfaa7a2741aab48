import type { RepId, TaskId, TeamId } from '../../shared/domain/ids.ts';
import { BoardError, EMPTY_PLAN, type BoardRead, type WritePlan } from '../../shared/ports/board.ts';
import { planMails } from '../../shared/mail/plan-mails.ts';
import { renderMail } from '../../shared/mail/render-mail.ts';
import { mergePlans } from '../../shared/outbox/merge-plans.ts';
import { planWrites, type Telling } from '../../shared/outbox/plan-writes.ts';
import type { PageView } from '../../shared/text/page-words.ts';
import type { Ports } from './ports.ts';

/** What to tell a team's sheet and its people, in one go. */
export interface Tidings {
  readonly team: TeamId;
  /** Committed events with the state after them, in the order of their commits. */
  readonly tellings: readonly Telling[];
  /** Where the rows stood when the sheet was read. */
  readonly read: BoardRead;
  /** Written along with the rest: the repairs of a whole-board check. */
  readonly repairs?: WritePlan;
  /** It may have been told before, in part: rows already appended are not appended again. */
  readonly again?: boolean;
}

/**
 * `told`: sheet and mail know. `kept`: the sheet was out of reach, `mailKept`: only the mail server was; the
 * outbox keeps it for the next run.
 */
export type Told = 'told' | 'kept' | 'mailKept';

/**
 * Commit first, then tell: one write to the sheet, then the mail, then the mark. Whatever fails on the way
 * leaves the events in the outbox, and telling them again changes nothing that was told already.
 */
export const tell = async (ports: Ports, tidings: Tidings): Promise<Told> => {
  const { team, tellings, read, repairs = EMPTY_PLAN, again = false } = tidings;
  const plan = mergePlans([...tellings.map((telling) => planWrites(telling, ports.clock.now())), repairs]);
  try {
    await ports.board.write(team, plan, read, again);
    await followLanguage(ports, tidings);
  } catch (error) {
    if (!(error instanceof BoardError)) throw error;
    ports.log.warn('board not told', { team, failure: error.failure.code, retryable: error.retryable });
    return 'kept';
  }
  if (!(await sendMail(ports, tidings))) return 'mailKept';
  const told = tellings.flatMap(({ records }) => records.map((record) => record.id));
  await ports.store.mark(
    team,
    told.map((id) => ({ id, told: true, waits: {} })),
  );
  return 'told';
};

/** Titles, headers and dropdowns follow the language that the rules ask for. Set-up leaves alone what is right. */
const followLanguage = async (ports: Ports, { team, tellings }: Tidings): Promise<void> => {
  const changed = tellings.some(({ records }) =>
    records.some(({ effects }) => effects.some(({ type }) => type === 'policyChanged')),
  );
  const language = tellings.at(-1)?.state.team.policy.language;
  if (changed && language !== undefined) await ports.board.setUp(team, language, 'keep');
};

/** False when a mail should be tried again later. A mail refused for good is logged and let go. */
const sendMail = async (ports: Ports, { team, tellings }: Tidings): Promise<boolean> => {
  const last = tellings.at(-1);
  if (last === undefined) return true;
  const records = tellings.flatMap((telling) => telling.records);
  // Named after its first event, so that a mail tried again, by whichever run, has the same Message-ID.
  const id = records[0]?.id ?? '';
  // Names of tasks come from whichever part knows them; counts and loads from the latest state.
  const books = Object.assign({}, ...tellings.map(({ state }) => state.books)) as typeof last.state.books;
  const state = { ...last.state, books };
  let all = true;
  const pageUrl = (person: RepId, view: PageView = 'tasks', task?: TaskId): string =>
    ports.pageUrl(team, person, view, task);
  const batch = { id, records, state, at: ports.clock.now(), boardUrl: ports.boardUrl(team), pageUrl };
  for (const mail of planMails(batch)) {
    const sent = await ports.mailer.send(renderMail(mail));
    if (sent.ok) continue;
    const { reason, retryable } = sent;
    ports.log.warn('mail not sent', { team, messageId: mail.messageId, reason, retryable });
    all &&= !retryable;
  }
  return all;
};
