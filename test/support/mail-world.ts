import { quietUntil } from '../../shared/schedule/quiet-until.ts';
import { evolveAll } from '../../shared/decide/evolve.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import type { BoardState } from '../../shared/domain/board-state.ts';
import type { Instant } from '../../shared/domain/day.ts';
import type { TeamDay } from '../../shared/domain/team-day.ts';
import { eventId, type EventId } from '../../shared/domain/ids.ts';
import { dueOfWaits, MAIL_GRACE_MS, type MailRun } from '../../shared/domain/mail-waits.ts';
import type { OutgoingMail } from '../../shared/ports/mailer.ts';
import { EMPTY_PLAN, type BoardRead } from '../../shared/ports/board.ts';
import type { EventMark, EventRecord, Store } from '../../shared/ports/store.ts';
import { createMailedLately } from '../../functions/pipeline/mailed-lately.ts';
import type { Ports } from '../../functions/pipeline/ports.ts';
import { sendDueMail } from '../../functions/pipeline/send-due-mail.ts';
import { tell } from '../../functions/pipeline/tell.ts';

/**
 * What becomes of one mail on its way out. `lost`: it arrives, and the process dies before it hears so; `unsure`: it
 * arrives, and the mail server's answer gets lost.
 */
export type Fate = 'ok' | 'busy' | 'refused' | 'lost' | 'unsure';

export interface SentMail {
  readonly at: Instant;
  readonly during: string;
  readonly to: string;
  readonly messageId: string;
  readonly text: string;
  readonly fate: Fate;
}

class Died extends Error {}

const READ: BoardRead = { rows: {}, ids: {}, columns: {} };

/** The delivery of mail, whole, over a store and a mail server that are plain data; the sheet takes everything. */
export const mailWorld = (initial: BoardState, start: Instant, days: readonly TeamDay[] = []) => {
  let now = start;
  let state = initial;
  let ids = 0;
  let during = '';
  let fates: Fate[] = [];
  let run: { by: string; at: Instant; until: Instant; sent: string[] } | null = null;
  let written: MailRun['lately'] = {};
  let lately = createMailedLately();
  const records = new Map<EventId, EventRecord>();
  const attempts: SentMail[] = [];
  const dropped: string[] = [];

  const commit = (id: EventId, kind: string, effects: readonly Effect[]): EventRecord => {
    state = evolveAll(state, effects);
    state = { ...state, team: { ...state.team, revision: state.team.revision + 1 } };
    const record: EventRecord = {
      id,
      at: now,
      kind,
      actor: null,
      revision: state.team.revision,
      policyVersion: 1,
      auditFrom: 0,
      effects,
      delivered: false,
      mail: { due: now + MAIL_GRACE_MS, waits: null },
    };
    records.set(id, record);
    return record;
  };
  const marked = ({ id, told, waits }: EventMark): void => {
    const { mail, ...record } = records.get(id) as EventRecord;
    const due = waits === undefined ? null : dueOfWaits(waits);
    const left = waits === undefined ? mail : due === null ? undefined : { due, waits };
    records.set(id, {
      ...record,
      delivered: record.delivered || told !== undefined,
      ...(left === undefined ? {} : { mail: left }),
    });
  };
  const store = {
    load: () => Promise.resolve(state),
    days: (_team, from, to) =>
      Promise.resolve(days.filter(({ day }) => day.slice(0, 7) >= from && day.slice(0, 7) <= to)),
    mark: (_team, marks) => Promise.resolve(marks.forEach(marked)),
    dueMail: (_team, at, limit) =>
      Promise.resolve(
        [...records.values()]
          .filter(({ mail }) => mail !== undefined && mail.due <= at)
          .slice(0, limit)
          .sort((a, b) => a.revision - b.revision),
      ),
    claimMailRun: (_team, by, at, until) => {
      if (run !== null && run.until > at) return Promise.resolve(null);
      run = run === null ? { by, at, until, sent: [] } : { ...run, by, until };
      return Promise.resolve({ by, at: run.at, sent: [...run.sent], lately: written });
    },
    noteMailSent: (_team, by, key, until) => {
      if (run?.by !== by) return Promise.resolve(false);
      run = { ...run, until, sent: [...run.sent, key] };
      return Promise.resolve(true);
    },
    endMailRun: (_team, by, known) => {
      if (run?.by === by) [run, written] = [null, known];
      return Promise.resolve();
    },
    transact: (_team, event, _slice, decide) => {
      if (records.has(event.id)) return Promise.resolve({ kind: 'duplicate' as const });
      dropped.push(event.id.slice('undelivered.'.length));
      const record = commit(event.id, event.kind, decide(state));
      return Promise.resolve({ kind: 'committed' as const, state, record });
    },
  } as Partial<Store> as Store;
  const ports = {
    store,
    board: {
      read: () => Promise.resolve(READ),
      write: () => Promise.resolve(),
      setUp: () => Promise.resolve({ created: [] }),
    },
    mailer: {
      send: ({ to, messageId, text }: OutgoingMail) => {
        const fate = fates.shift() ?? 'ok';
        attempts.push({ at: now, during, to, messageId, text, fate });
        if (fate === 'lost') return Promise.reject(new Died('after the mail'));
        if (fate === 'ok') return Promise.resolve({ ok: true });
        const doubt = fate === 'unsure' ? { inDoubt: true } : {};
        return Promise.resolve({ ok: false, retryable: fate !== 'refused', reason: fate, ...doubt });
      },
    },
    get lately() {
      return lately;
    },
    clock: { now: () => now },
    ids: { next: () => `run-${(ids += 1)}` },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    boardUrl: () => 'https://board.example/',
    pageUrl: (_team: string, person: string) => `https://pages.example/${person}`,
    stopUrl: (_team: string, person: string) => `https://pages.example/stop/${person}`,
  } as unknown as Ports;

  /** As a sweep does first: what a process that died did not tell the sheet. */
  const tellSheet = (): void => {
    for (const { id, delivered } of records.values()) if (!delivered) marked({ id, told: now });
  };
  const guarded = async (
    name: string,
    then: readonly Fate[],
    work: () => Promise<unknown>,
  ): Promise<void> => {
    [during, fates] = [name, [...then]];
    await work().catch((error: unknown) => {
      if (!(error instanceof Died)) throw error;
      // What an instance knew goes with it.
      lately = createMailedLately();
    });
    fates = [];
  };
  return {
    attempts,
    /** Names of the mails that were given up. */
    dropped,
    waiting: () => [...records.values()].filter(({ mail }) => mail !== undefined).length,
    isQuiet: (at: Instant) => quietUntil(at, state.team.policy) !== null,
    pass: (ms: number) => void (now += ms),
    edit: (name: string, effects: readonly Effect[], then: readonly Fate[]) =>
      guarded(`edit ${name}`, then, () => {
        const record = commit(eventId(name), 'tasks', effects);
        const tellings = [{ records: [record], state }];
        return tell(ports, { team: state.team.id, tellings, read: READ, repairs: EMPTY_PLAN });
      }),
    sweep: (name: string, then: readonly Fate[] = []) =>
      guarded(`sweep ${name}`, then, () => {
        tellSheet();
        return sendDueMail(ports, state.team);
      }),
    /** From now on another instance, which knows nothing of what this one did. */
    elsewhere: () => void (lately = createMailedLately()),
    /** Two instances that sweep at the same moment. */
    sweepTwice: (name: string) =>
      guarded(`sweep ${name}`, [], () => {
        tellSheet();
        return Promise.all([sendDueMail(ports, state.team), sendDueMail(ports, state.team)]);
      }),
  };
};
