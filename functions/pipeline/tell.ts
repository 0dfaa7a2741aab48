import type { BoardState } from '../../shared/domain/board-state.ts';
import type { Instant } from '../../shared/domain/day.ts';
import type { TeamId } from '../../shared/domain/ids.ts';
import type { MailWaits } from '../../shared/domain/mail-waits.ts';
import { BoardError, EMPTY_PLAN, type BoardRead, type WritePlan } from '../../shared/ports/board.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import { mergePlans } from '../../shared/outbox/merge-plans.ts';
import { planWrites, type Telling } from '../../shared/outbox/plan-writes.ts';
import type { Ports } from './ports.ts';
import { holdMail, postMail } from './post-mail.ts';

/** What to tell a team's sheet and its people, in one go. */
export interface Tidings {
  readonly team: TeamId;
  /** Committed events with the state after them, in the order of their commits. */
  readonly tellings: readonly Telling[];
  /** Where the rows stood when the sheet was read. */
  readonly read: BoardRead;
  /** Written along with the rest: the repairs of a whole-board check. */
  readonly repairs?: WritePlan;
  /** It may have been told before, in part: rows already appended are not appended again. Its mail goes by itself. */
  readonly again?: boolean;
  /** `later`: the mail is left to the run that sends all that is due, which makes one mail of it per recipient. */
  readonly mail?: 'later';
}

/**
 * `told`: the sheet knows, and mail is sent or waits for its time. `kept`: the sheet was out of reach, `mailKept`:
 * only the mail server was; the next run tries again.
 */
export type Told = 'told' | 'kept' | 'mailKept';

/**
 * Commit first, then tell: one write to the sheet, then the mail that may go at once, then one mark per event that
 * says both halves. Whatever fails on the way is left for the next run, and telling again changes nothing that was
 * told already.
 */
export const tell = async (ports: Ports, tidings: Tidings): Promise<Told> => {
  const { team, tellings, read, repairs = EMPTY_PLAN, again = false, mail } = tidings;
  const records = tellings.flatMap((telling) => telling.records);
  const plan = mergePlans([...tellings.map((telling) => planWrites(telling, ports.clock.now())), repairs]);
  try {
    await ports.board.write(team, plan, read, again);
    await followLanguage(ports, tidings);
  } catch (error) {
    if (!(error instanceof BoardError)) throw error;
    ports.log.warn('board not told', { team, failure: error.failure.code, retryable: error.retryable });
    // Nothing was sent, which only we know: any run may send it once the sheet has been told.
    if (!again) await markAll(ports, team, records, holdMail(ports, stateOf(tellings), records).waits);
    return 'kept';
  }
  // Whoever reads the sheet from now on reads what was written: others tell a person's change from ours by it.
  const toldAt = ports.clock.now();
  if (again) {
    await ports.store.mark(
      team,
      records.map(({ id }) => ({ id, told: toldAt })),
    );
    return 'told';
  }
  const state = stateOf(tellings);
  const posted = mail === 'later' ? holdMail(ports, state, records) : await postMail(ports, state, records);
  await markAll(ports, team, records, posted.waits, toldAt);
  return posted.failed ? 'mailKept' : 'told';
};

const markAll = (
  ports: Ports,
  team: TeamId,
  records: readonly EventRecord[],
  waits: MailWaits,
  told?: Instant,
): Promise<void> =>
  ports.store.mark(
    team,
    records.map(({ id }) => ({ id, waits, ...(told === undefined ? {} : { told }) })),
  );

/** Names of tasks come from whichever part knows them; counts and loads from the latest state. */
const stateOf = (tellings: readonly Telling[]): BoardState | null => {
  const last = tellings.at(-1);
  return last === undefined
    ? null
    : {
        ...last.state,
        books: Object.assign({}, ...tellings.map(({ state }) => state.books)) as BoardState['books'],
      };
};

/** Titles, headers and dropdowns follow the language that the rules ask for. Set-up leaves alone what is right. */
const followLanguage = async (ports: Ports, { team, tellings }: Tidings): Promise<void> => {
  const changed = tellings.some(({ records }) =>
    records.some(({ effects }) => effects.some(({ type }) => type === 'policyChanged')),
  );
  const language = tellings.at(-1)?.state.team.policy.language;
  if (changed && language !== undefined) await ports.board.setUp(team, language, 'keep');
};
