import { describe, expect, test } from 'vitest';
import { handoverId } from '../../../../shared/moves/handover-id.ts';
import { isGateOpen } from '../../../../shared/moves/handover.ts';
import { aBoard, DAY_MS, NOW, rid, tid, type BoardSpec } from '../../../support/board-builder.ts';
import {
  cellsOfTask,
  rowsRead,
  sweep,
  type Cells,
  type EventOptions,
} from '../../../support/board-events.ts';
import { given } from '../../../support/given.ts';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import type { HandoversRead } from '../../../../shared/decide/board-event.ts';
import type { Day } from '../../../../shared/domain/day.ts';
import type { RepFields } from '../../../../shared/domain/rep.ts';
import { eventId } from '../../../../shared/domain/ids.ts';

const TEAM: BoardSpec = {
  reps: {
    wang: { name: '老王', email: 'wang@example.com' },
    lisa: { name: 'Lisa', email: 'lisa@example.com' },
    chen: { name: 'Chen', email: 'chen@example.com' },
    boss: { name: 'Boss', email: 'boss@example.com', role: 'supervisor' },
  },
  tasks: { t1: { owner: 'wang', nextStep: 'send the quote' } },
};

const moved = (state: BoardState, to: string | null, options: EventOptions = {}): BoardState =>
  given(state).when(rowsRead([cellsOfTask(state.tasks[tid('t1')]!, state, { owner: to })], options)).state;

const handoverOf = (state: BoardState) => state.tasks[tid('t1')]!.handover;

const tab = (
  state: BoardState,
  typed: Cells,
  { actor = null, at = NOW }: EventOptions = {},
): HandoversRead => {
  const handover = handoverOf(state)!;
  const { items } = handover;
  return {
    kind: 'handovers',
    id: eventId('event-tab'),
    at,
    actor,
    rows: [
      {
        row: 2,
        cells: {
          id: handoverId(tid('t1'), handover),
          preferences: items.preferences.text,
          highlights: items.highlights.text,
          concerns: items.concerns.text,
          ...typed,
        },
      },
    ],
  };
};

const ALL = { preferencesRead: true, highlightsRead: true, concernsRead: true };

describe('a move with a previous owner', () => {
  test('opens a handover, prefilled from notes and next step, with the time of the rules', () => {
    const state = moved(aBoard(TEAM), 'Lisa');
    const handover = handoverOf(state)!;
    expect(handover).toMatchObject({ from: rid('wang'), to: rid('lisa'), state: 'open', openedAt: NOW });
    expect(handover.due - handover.openedAt).toBe(DAY_MS);
    expect(handover.items.preferences).toEqual({ text: '', source: 'none', confirmed: false });
    expect(handover.items.highlights.source).toBe('draft');
    expect(handover.items.concerns.text).toContain('send the quote');
    expect(state.team.handovers?.[tid('t1')]?.gaps).toEqual(['preferences']);
    expect(isGateOpen(state.tasks[tid('t1')]!)).toBe(false);
  });

  test('by way of nobody is still a handover from who had it last', () => {
    const state = moved(moved(aBoard(TEAM), null), 'Lisa');
    expect(handoverOf(state)).toMatchObject({ from: rid('wang'), to: rid('lisa'), state: 'open' });
  });

  test('of a new deal to its first owner opens none', () => {
    const state = moved(aBoard({ ...TEAM, tasks: { t1: {} } }), 'Lisa');
    expect(handoverOf(state)).toBeUndefined();
    expect(isGateOpen(state.tasks[tid('t1')]!)).toBe(true);
  });

  test('back before it was taken over leaves the giver as they were, gate open', () => {
    const state = moved(moved(aBoard(TEAM), 'Lisa'), '老王');
    expect(handoverOf(state)).toBeUndefined();
    expect(state.team.handovers).toEqual({});
  });

  test('on to a third keeps what was written as a draft, to be read anew', () => {
    const first = moved(aBoard(TEAM), 'Lisa');
    const written = given(first).when(tab(first, { preferences: 'likes tea' })).state;
    const state = moved(written, 'Chen', { at: NOW + 60_000 });
    const handover = handoverOf(state)!;
    expect(handover).toMatchObject({ from: rid('lisa'), to: rid('chen') });
    expect(handover.items.preferences).toEqual({ text: 'likes tea', source: 'draft', confirmed: false });
  });

  test('cut out and pasted back under another owner does not get round the gate', () => {
    const board = aBoard(TEAM);
    const gone = given(board).when(rowsRead([], { vanished: [tid('t1')] })).state;
    const row = cellsOfTask(board.tasks[tid('t1')]!, board, { owner: 'Lisa' });
    const state = given(gone).when(rowsRead([row])).state;
    expect(state.tasks[tid('t1')]!.status).toBe('open');
    expect(isGateOpen(state.tasks[tid('t1')]!)).toBe(false);
  });

  test('is no longer waited for once the deal is closed', () => {
    const state = moved(aBoard(TEAM), 'Lisa');
    const row = cellsOfTask(state.tasks[tid('t1')]!, state, { stage: '输单' });
    expect(given(state).when(rowsRead([row])).state.team.handovers).toEqual({});
  });
});

describe('the Handovers tab', () => {
  const open = moved(aBoard(TEAM), 'Lisa');
  const written = given(open).when(tab(open, { preferences: 'likes tea' })).state;

  test('keeps what is written there, and only that', () => {
    const outcome = given(open).when(tab(open, { preferences: ' likes tea ' }));
    expect(outcome.only('handoverChanged')).toMatchObject({ what: 'written', items: ['preferences'] });
    expect(handoverOf(outcome.state)!.items.preferences).toEqual({
      text: 'likes tea',
      source: 'person',
      confirmed: false,
    });
    expect(given(outcome.state).when(tab(outcome.state, {})).effects).toEqual([]);
  });

  test('opens the gate with the third tick of the new owner, not before', () => {
    const two = given(written).when(
      tab(written, { preferencesRead: true, highlightsRead: true }, { actor: 'lisa@example.com' }),
    ).state;
    expect(isGateOpen(two.tasks[tid('t1')]!)).toBe(false);
    const three = given(two).when(tab(two, ALL, { actor: 'LISA@example.com' })).state;
    expect(handoverOf(three)!.state).toBe('done');
    expect(isGateOpen(three.tasks[tid('t1')]!)).toBe(true);
    expect(three.team.handovers).toEqual({});
  });

  test('refuses the ticks of anybody else', () => {
    for (const actor of ['wang@example.com', 'boss@example.com', 'stranger@example.com']) {
      const outcome = given(written).when(tab(written, ALL, { actor }));
      expect(outcome.only('handoverRefused').why).toBe('NOT_THE_OWNER');
      expect(outcome.of('handoverChanged')).toEqual([]);
    }
  });

  test('refuses to confirm what nobody has written, and takes the rest', () => {
    const outcome = given(open).when(tab(open, ALL, { actor: 'lisa@example.com' }));
    expect(outcome.only('handoverRefused')).toMatchObject({ column: 'preferencesRead', why: 'EMPTY' });
    expect(outcome.only('handoverChanged').items).toEqual(['highlights', 'concerns']);
    expect(handoverOf(outcome.state)!.state).toBe('open');
  });

  test('asks to confirm anew what was changed after it was confirmed', () => {
    const read = given(written).when(tab(written, { preferencesRead: true })).state;
    const changed = given(read).when(tab(read, { preferences: 'coffee, never tea' })).state;
    expect(handoverOf(changed)!.items.preferences.confirmed).toBe(false);
  });

  test.each([
    ['before it is due', 'boss@example.com', NOW + DAY_MS - 1, 'NOT_DUE'],
    ['by somebody who is no supervisor', 'lisa@example.com', NOW + DAY_MS, 'NOT_SUPERVISOR'],
    ['by nobody knows whom', null, NOW + DAY_MS, 'NOT_SUPERVISOR'],
  ])('refuses a release %s', (_what, actor, at, why) => {
    const outcome = given(open).when(tab(open, { release: true }, { actor, at }));
    expect(outcome.only('handoverRefused').why).toBe(why);
    expect(handoverOf(outcome.state)!.state).toBe('open');
  });

  test('lets the supervisor release with gaps once it is due, and records the gaps', () => {
    const options = { actor: 'boss@example.com', at: NOW + DAY_MS };
    const outcome = given(open).when(tab(open, { release: true }, options));
    expect(outcome.only('handoverChanged')).toMatchObject({
      what: 'released',
      items: ['preferences', 'highlights', 'concerns'],
    });
    expect(isGateOpen(outcome.state.tasks[tid('t1')]!)).toBe(true);
    expect(outcome.state.team.auditSeq - open.team.auditSeq).toBe(1);
  });

  const away = (state: BoardState, reps: Readonly<Record<string, Partial<RepFields>>>): BoardState => ({
    ...state,
    team: {
      ...state.team,
      reps: Object.fromEntries(
        Object.values(state.team.reps).map((rep) => {
          const change = Object.entries(reps).find(([key]) => rid(key) === rep.id)?.[1];
          return [rep.id, { ...rep, fields: { ...rep.fields, ...change } }];
        }),
      ),
    },
  });
  const release = (state: BoardState, actor: string) =>
    given(state).when(tab(state, { release: true }, { actor: `${actor}@example.com` }));

  test.each([
    ['on leave', { availability: 'leave', backOn: '2026-12-20' as Day }],
    ['gone', { availability: 'left' }],
  ] as const)('is to be released at once when its giver is %s, as nobody will write', (_what, change) => {
    const state = away(open, { wang: change });
    expect(release(state, 'boss').only('handoverChanged').what).toBe('released');
    expect(given(state).when(sweep()).only('handoverLate').late).toBe('giver');
  });

  test('waits as ever for a giver whose leave lies ahead, and for a taker who has everything before them', () => {
    const ahead = away(open, { wang: { availability: 'leave', leaveFrom: '2026-12-01' as Day } });
    expect(release(ahead, 'boss').only('handoverRefused').why).toBe('NOT_DUE');
    const whole = away(written, { wang: { availability: 'leave' } });
    expect(release(whole, 'boss').only('handoverRefused').why).toBe('NOT_DUE');
    expect(given(whole).when(sweep()).of('handoverLate')).toEqual([]);
  });

  test('closes again when the deal moves on after it was taken over', () => {
    const done = given(written).when(tab(written, ALL)).state;
    const state = moved(done, 'Chen', { at: NOW + DAY_MS });
    expect(isGateOpen(state.tasks[tid('t1')]!)).toBe(false);
    expect(handoverOf(state)!.to).toBe(rid('chen'));
  });
});

describe('reminders', () => {
  test('go to the giver while something is missing, then to the taker, once per interval', () => {
    const open = moved(aBoard(TEAM), 'Lisa');
    expect(
      given(open)
        .when(sweep({ at: NOW + DAY_MS - 1 }))
        .of('handoverLate'),
    ).toEqual([]);
    const late = given(open).when(sweep({ at: NOW + DAY_MS }));
    expect(late.only('handoverLate').late).toBe('giver');
    expect(
      given(late.state)
        .when(sweep({ at: NOW + 1.5 * DAY_MS }))
        .of('handoverLate'),
    ).toEqual([]);
    const written = given(late.state).when(tab(late.state, { preferences: 'likes tea' })).state;
    expect(
      given(written)
        .when(sweep({ at: NOW + 2 * DAY_MS }))
        .only('handoverLate').late,
    ).toBe('taker');
  });
});
