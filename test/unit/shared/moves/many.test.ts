import { expect, test } from 'vitest';
import type { PersonActed } from '../../../../shared/decide/board-event.ts';
import { refusalOf } from '../../../../shared/decide/decide-act.ts';
import { eventId, type RepId } from '../../../../shared/domain/ids.ts';
import { movesOf } from '../../../../shared/moves/set-of-moves.ts';
import { aBoard, NOW, rid, tid } from '../../../support/board-builder.ts';
import { cellsOfTask, rowsRead, undoTicked } from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';

const BOARD = aBoard({
  reps: { wang: {}, lisa: {}, chen: {}, gone: { availability: 'left' }, boss: { role: 'supervisor' } },
  tasks: { t1: { owner: 'wang' }, t2: { owner: 'wang', value: 'high' }, t3: { owner: 'chen' } },
});
const many = (rep: RepId, to: RepId, ...keys: readonly string[]): PersonActed => ({
  kind: 'act',
  id: eventId('event-many'),
  at: NOW,
  actor: 'boss@example.com',
  rep,
  act: { do: 'moveMany', moves: keys.map((key) => ({ taskId: tid(key), to })) },
});
const ownersIn = (state: typeof BOARD) => Object.values(state.tasks).map(({ fields }) => fields.owner);

test('a set of moves is one event, with a handover each and one row to take it back by', () => {
  const { state, of, only } = given(BOARD).when(many(rid('boss'), rid('lisa'), 't1', 't2'));
  expect(ownersIn(state)).toEqual([rid('lisa'), rid('lisa'), rid('chen')]);
  expect(of('taskChanged').map(({ cause }) => cause)).toEqual(['many', 'many']);
  expect(only('movedMany')).toMatchObject({ from: rid('wang'), tasks: [tid('t1'), tid('t2')] });
  expect(Object.keys(state.team.handovers ?? {})).toEqual([tid('t1'), tid('t2')]);
});

test('one tick takes the whole set back, save what has moved on since', () => {
  const moved = given(BOARD).when(many(rid('boss'), rid('lisa'), 't1', 't2'));
  const undo = { ...undoTicked(moved.only('movedMany')), set: movesOf(moved.effects) };
  const back = given(moved.state).when(undo);
  expect(ownersIn(back.state)).toEqual(ownersIn(BOARD));
  expect(back.state.team.handovers).toEqual({});
  expect(back.state.team.transfers).toEqual({});
  expect(back.only('undoCellCleared').done).toBe(true);

  const row = cellsOfTask(moved.state.tasks[tid('t1')]!, moved.state, { owner: 'chen' });
  const on = given(moved.state).when(rowsRead([row])).state;
  expect(ownersIn(given(on).when(undo).state)).toEqual([rid('chen'), rid('wang'), rid('chen')]);
});

test.each([
  ['by a rep', rid('wang'), rid('lisa'), 't1', 'SUPERVISOR_ONLY'],
  ['to somebody who has left', rid('boss'), rid('gone'), 't1', 'TARGET_AWAY'],
  ['of a task that is not there', rid('boss'), rid('lisa'), 't9', 'NOT_YOURS'],
])('a set %s is refused as a whole', (_name, rep, to, key, why) => {
  const event = many(rep, to, 't2', key);
  expect(given(BOARD).when(event).effects).toEqual([]);
  expect(refusalOf(BOARD, event)).toBe(why);
});
