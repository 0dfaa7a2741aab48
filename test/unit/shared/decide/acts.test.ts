import { describe, expect, test } from 'vitest';
import type { PersonActed } from '../../../../shared/decide/board-event.ts';
import { refusalOf } from '../../../../shared/decide/decide-act.ts';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import { plusDays } from '../../../../shared/domain/day.ts';
import { eventId } from '../../../../shared/domain/ids.ts';
import type { PersonAct } from '../../../../shared/ports/people.ts';
import { aBoard, DAY_MS, NOW, rid, tasksLike, tid, TODAY } from '../../../support/board-builder.ts';
import { sweep } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

/** A deal nobody owns has been offered to lisa; boss leads everybody who names nobody else. */
const OFFERED = given(
  aBoard({
    reps: { lisa: {}, boss: { role: 'supervisor' }, wang: { paused: true }, kevin: { paused: true } },
    tasks: { t1: {}, ...tasksLike(6, { owner: 'kevin', value: 'high' }) },
  }),
).when(sweep({ event: 'offer' })).state;

const acted = (rep: string, act: PersonAct, more: Partial<PersonActed> = {}): PersonActed => ({
  kind: 'act',
  id: eventId('event-act'),
  at: NOW,
  actor: rep,
  rep: rid(rep),
  act,
  ...more,
});
const answer = (state: BoardState, rep: string, action: 'accept' | 'keep' | 'snooze', receipt?: string) =>
  acted(rep, {
    do: action,
    taskId: tid('t1'),
    receipt: (receipt ?? state.team.pending[tid('t1')]?.receipt ?? 'none') as never,
  });

describe('an answer away from the sheet', () => {
  test.each(['accept', 'keep', 'snooze'] as const)('%s does what the row does', (action) => {
    const { of } = given(OFFERED).when(answer(OFFERED, 'lisa', action));
    expect([
      of('suggestionEnded')[0]?.how,
      of('suggestionSnoozed').length,
      of('taskChanged')[0]?.cause,
    ]).toEqual(
      { accept: ['accepted', 0, 'accepted'], keep: ['kept', 0, 'person'], snooze: [undefined, 1, undefined] }[
        action
      ],
    );
  });

  test.each([
    ['of somebody who was not asked', answer(OFFERED, 'kevin', 'accept'), 'NOT_YOURS'],
    [
      'to another suggestion than the one shown',
      answer(OFFERED, 'lisa', 'accept', 'old#1'),
      'SUGGESTION_GONE',
    ],
  ])('%s changes nothing', (_name, event, why) => {
    expect(given(OFFERED).when(event).effects).toEqual([]);
    expect(refusalOf(OFFERED, event)).toBe(why);
  });

  test('asking to be asked later a second time changes nothing until that day has come', () => {
    const asleep = given(OFFERED).when(answer(OFFERED, 'lisa', 'snooze')).state;
    const again = answer(asleep, 'lisa', 'snooze');
    expect(refusalOf(asleep, again)).toBe('SUGGESTION_GONE');
    const quiet = asleep.team.pending[tid('t1')]!.quietUntil!;
    const days = Array.from({ length: 60 }, (_, day) => day).find((day) => plusDays(TODAY, day) === quiet)!;
    expect(refusalOf(asleep, { ...again, at: NOW + days * DAY_MS })).toBeNull();
  });

  test('accepting for somebody who has gone since takes the suggestion back', () => {
    const lisa = OFFERED.team.reps[rid('lisa')]!;
    const gone: BoardState = {
      ...OFFERED,
      team: {
        ...OFFERED.team,
        reps: {
          ...OFFERED.team.reps,
          [lisa.id]: { ...lisa, fields: { ...lisa.fields, availability: 'leave' } },
        },
      },
    };
    const outcome = given(gone).when(answer(gone, 'boss', 'accept'));
    expect(outcome.only('suggestionEnded').how).toBe('withdrawn');
    expect(outcome.state.tasks[tid('t1')]!.fields.owner).toBeUndefined();
  });
});

describe('taking a move back away from the sheet', () => {
  const board = aBoard({
    reps: {
      wang: { supervisor: 'boss' },
      lisa: { supervisor: 'boss' },
      boss: { role: 'supervisor' },
      other: { role: 'supervisor' },
    },
    tasks: { t1: { owner: 'wang' } },
  });
  const moved = given(board).when(
    acted('boss', { do: 'moveMany', moves: [{ taskId: tid('t1'), to: rid('lisa') }] }),
  );
  const undo = (rep: string, undoneBy: string): PersonActed =>
    acted(rep, { do: 'undo', auditId: 'a#0' }, { undone: [moved.only('taskChanged')], undoneBy });

  test.each([
    ['who moved it', 'wang', 'wang', null],
    ['who leads one of the two', 'boss', 'wang', null],
    ['whose deal it was, but somebody else moved it', 'wang', 'boss', 'NOT_YOURS'],
    ['who leads others', 'other', 'boss', 'NOT_YOURS'],
  ])('somebody %s', (_name, rep, by, why) => {
    const event = undo(rep, by);
    expect(refusalOf(moved.state, event)).toBe(why);
    expect(given(moved.state).when(event).state.tasks[tid('t1')]!.fields.owner).toBe(
      rid(why === null ? 'wang' : 'lisa'),
    );
  });

  test('twice changes nothing the second time', () => {
    const back = given(moved.state).when(undo('boss', 'boss')).state;
    expect(refusalOf(back, undo('boss', 'boss'))).toBe('CANNOT_UNDO');
  });
});
