import { describe, expect, it } from 'vitest';
import type { BoardState } from '../../../shared/domain/board-state.ts';
import { eventId } from '../../../shared/domain/ids.ts';
import { planRepMail } from '../../../shared/outbox/plan-rep-mail.ts';
import type { EventRecord } from '../../../shared/ports/store.ts';
import { decide } from '../../../shared/decide/decide.ts';
import { evolveAll } from '../../../shared/decide/evolve.ts';
import { aBoard, NOW, rid, type BoardSpec } from '../../support/board-builder.ts';
import { sweep } from '../../support/board-events.ts';
import { wholeOf } from '../../support/board-world.ts';

const swept = (spec: BoardSpec): { state: BoardState; record: EventRecord } => {
  const before = wholeOf(aBoard(spec));
  const effects = decide(before, sweep({ event: 'offer' }));
  const state = evolveAll(before, effects);
  const base = { id: eventId('offer'), at: NOW, kind: 'sweep', actor: null, revision: 1 };
  return { state, record: { ...base, policyVersion: 1, auditFrom: 0, effects, delivered: false } };
};

const mailsOf = ({ state, record }: ReturnType<typeof swept>) =>
  planRepMail({
    id: 'batch',
    records: [record],
    state,
    boardUrl: 'https://board.example/',
    pageUrl: (person, view, task) => `https://page.example/${person}/${view}/${task ?? ''}`,
  });

const lisa = { email: 'lisa@example.com', language: 'en' } as const;

describe('the mail to a rep', () => {
  it('is one, however many suggestions a batch brings, and leads to the first of them', () => {
    const outcome = swept({ reps: { lisa }, tasks: { t1: {}, t2: {}, t3: {} } });
    const mails = mailsOf(outcome);
    const [first] = Object.values(outcome.state.team.pending);
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      ['lisa@example.com', '3 suggestions are waiting for you'],
    ]);
    expect(mails[0]?.text).toContain(`https://page.example/${rid('lisa')}/ask/${first!.taskId}`);
  });

  it('escapes what people typed', () => {
    const [mail] = mailsOf(swept({ reps: { lisa }, tasks: { t1: { customer: '<img src=x>' } } }));
    expect(mail?.html).not.toContain('<img');
    expect(mail?.html).toContain('&#60;img');
  });

  it('is not written to somebody without an address', () => {
    const outcome = swept({ reps: { lisa: {} }, tasks: { t1: {} } });
    expect(Object.keys(outcome.state.team.pending)).toHaveLength(1);
    expect(mailsOf(outcome)).toEqual([]);
  });

  it('is not written about what has been answered before the mail goes out', () => {
    const outcome = swept({ reps: { lisa }, tasks: { t1: {} } });
    const answered = { ...outcome.state, team: { ...outcome.state.team, pending: {} } };
    expect(mailsOf({ ...outcome, state: answered })).toEqual([]);
  });
});
