import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decide } from '../../../../shared/decide/decide.ts';
import type { PersonActed } from '../../../../shared/decide/board-event.ts';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import { HANDOVER_ITEMS } from '../../../../shared/domain/handover.ts';
import { eventId, type RepId, type TaskId } from '../../../../shared/domain/ids.ts';
import { totalsWith } from '../../../../shared/moves/credit.ts';
import { lineOf } from '../../../../shared/moves/handover.ts';
import type { PersonAct } from '../../../../shared/ports/people.ts';
import { evolveAll } from '../../../../shared/decide/evolve.ts';
import { boards, SEEDED, steps } from '../../../support/arbitraries.ts';
import { expectConsistent, expectReplayable } from '../../../support/board-invariants.ts';
import {
  settle,
  startWorld,
  sweepEvent,
  take,
  wholeOf,
  type Step,
  type World,
} from '../../../support/board-world.ts';
import { dayAt, plusDays } from '../../../../shared/domain/day.ts';
import { movesOf } from '../../../../shared/moves/set-of-moves.ts';
import { loadOf } from '../../../../shared/scoring/load.ts';
import { previewMany } from '../../../../shared/triggers/preview-many.ts';

// Many boards, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 });

/** What somebody does on their phone or in the sidebar; numbers pick a task and a person, whoever they are. */
interface Tap {
  readonly do: 'write' | 'confirm' | 'release' | 'contact' | 'many' | 'accept' | 'set' | 'undoSet' | 'leave';
  readonly task: number;
  readonly rep: number;
}
const taps: fc.Arbitrary<Tap> = fc.record({
  do: fc.constantFrom('write', 'confirm', 'release', 'contact', 'many', 'accept', 'set', 'undoSet', 'leave'),
  task: fc.nat({ max: 100 }),
  rep: fc.nat({ max: 100 }),
});
const installed = (board: BoardState): BoardState => ({
  ...board,
  team: { ...board.team, installedBy: ['it@example.com'] },
});
const isTap = (one: Step | Tap): one is Tap => 'rep' in one;

type Act = Exclude<Tap['do'], 'set' | 'undoSet' | 'leave'>;

/** Mostly open handovers and their own people, so that what is meant to succeed does. */
const actOf = (
  { team, tasks }: BoardState,
  tap: Tap & { readonly do: Act },
): { rep: RepId; act: PersonAct } | null => {
  const lines = Object.values(team.handovers ?? {});
  const line = lines[tap.task % Math.max(1, lines.length)];
  const ids = Object.keys(tasks) as TaskId[];
  const taskId = line?.taskId ?? ids[tap.task % Math.max(1, ids.length)];
  const reps = Object.keys(team.reps) as RepId[];
  const rep = reps[tap.rep % Math.max(1, reps.length)];
  if (taskId === undefined || rep === undefined) return null;
  const pending = Object.values(team.pending)[0];
  switch (tap.do) {
    case 'write': {
      const items = Object.fromEntries(HANDOVER_ITEMS.map((key) => [key, `about ${key}`]));
      return { rep: line?.from ?? rep, act: { do: 'writeHandover', taskId, items } };
    }
    case 'confirm':
      return { rep: line?.to ?? rep, act: { do: 'confirmHandover', taskId, item: 'all' } };
    case 'release':
      return { rep, act: { do: 'releaseHandover', taskId } };
    case 'contact':
      return { rep, act: { do: 'fetchContact', taskId } };
    case 'accept':
      return pending === undefined
        ? null
        : { rep, act: { do: 'accept', taskId: pending.taskId, receipt: pending.receipt } };
    case 'many':
      return { rep, act: { do: 'moveMany', moves: ids.slice(0, 5).map((id) => ({ taskId: id, to: rep })) } };
  }
};

const idOf = (world: World) => eventId(`event-${String(world.events).padStart(4, '0')}`);

/** Somebody's whole book, looked at and moved as it was looked at. */
const movedAsSeen = (world: World, tap: Tap): World => {
  const ids = Object.keys(world.state.team.reps) as RepId[];
  const from = ids[tap.rep % ids.length];
  if (from === undefined) return world;
  const actor = 'it@example.com';
  const state = wholeOf(world.state);
  const today = dayAt(world.at, state.team.policy.timeZone);
  const preview = previewMany(state, { from }, today);
  const moves = preview.moves.map(({ taskId, to }) => ({ taskId, to }));
  const after = settle(world, { kind: 'many', id: idOf(world), at: world.at, actor, from, moves }).after;
  for (const { rep, after: load } of preview.loads)
    if (moves.length > 0)
      expect(loadOf(after.state.team.reps[rep]!.open, after.state.team.policy)).toBe(load);
  return after;
};

/** The last set that was moved, taken back by one tick; and once more, which does nothing. */
const takenBack = (world: World): World => {
  const at = world.history.findLastIndex(({ type }) => type === 'movedMany');
  const effect = world.history[at];
  if (effect?.type !== 'movedMany') return world;
  const set = movesOf(
    world.history.slice(0, at).filter((one) => 'task' in one && effect.tasks.includes(one.task.id)),
  ).slice(-effect.tasks.length);
  const undo = (now: World): World =>
    settle(now, { kind: 'undo', id: idOf(now), at: now.at, actor: null, auditId: 'row', effect, set }).after;
  const once = undo(world);
  for (const { before, task } of set) {
    const owner = world.state.tasks[task.id]?.fields.owner;
    const open = world.state.tasks[task.id]?.status === 'open';
    if (open && owner === task.fields.owner)
      expect(once.state.tasks[task.id]?.fields.owner).toBe(before.fields.owner);
  }
  return once;
};

/** A few weeks of leave and the return, with sweeps on the way: each twice, the second of which changes nothing. */
const onLeave = (world: World, tap: Tap): World => {
  const backOn = plusDays(dayAt(world.at, 'Asia/Shanghai'), 3 + (tap.task % 20));
  const steps: readonly Step[] = [
    { do: 'team', pick: tap.rep, typed: { availability: '休假', backOn, leaveFrom: null } },
    { do: 'wait', days: 1 },
    { do: 'answer', pick: tap.task, action: '接受' },
    { do: 'wait', days: 22 },
    { do: 'wait', days: 0 },
  ];
  return steps.reduce((now, step) => {
    const { after, event } = take(now, step);
    if (event.kind === 'sweep') expect(decide(wholeOf(after.state), sweepEvent(after))).toEqual([]);
    return after;
  }, world);
};

const tapped = (world: World, tap: Tap): World => {
  if (tap.do === 'set') return movedAsSeen(world, tap);
  if (tap.do === 'undoSet') return takenBack(world);
  if (tap.do === 'leave') return onLeave(world, tap);
  const wish = actOf(world.state, { ...tap, do: tap.do });
  if (wish === null) return world;
  const id = idOf(world);
  const event: PersonActed = { kind: 'act', id, at: world.at, actor: null, ...wish };
  return settle(world, event).after;
};

/** The ledger is what the deals earned; the head's open handovers are those of the tasks. */
const expectMovesTrue = ({ team, tasks }: BoardState): void => {
  const earned = Object.values(tasks).flatMap((task) => (task.earned === undefined ? [] : [task.earned]));
  const total = (totals: BoardState['team']['points']) =>
    Object.entries(totals ?? {})
      .flatMap(([rep, months]) => Object.entries(months).map(([month, tenths]) => [rep, month, tenths]))
      .sort();
  expect(total(team.points)).toEqual(total(earned.reduce((all, one) => totalsWith(all, one, 1), {})));
  const lines = Object.values(tasks).flatMap((task) => {
    const line = lineOf(task, team.handovers?.[task.id]);
    return line === null ? [] : [[task.id, line]];
  });
  expect(team.handovers ?? {}).toEqual(Object.fromEntries(lines));
  for (const { status, fields, held = [] } of Object.values(tasks)) {
    if (status === 'open' && fields.owner !== undefined) expect(team.reps[fields.owner]).toBeDefined();
    expect(new Set(held.map(({ rep }) => rep)).size).toBe(held.length);
  }
};

test('any moves, sets, leaves, undos, handovers and closings keep owners, loads, points, loans and audit true', () => {
  fc.assert(
    fc.property(boards, fc.array(fc.oneof(steps, taps), { minLength: 1, maxLength: 16 }), (board, life) => {
      let world = startWorld(installed(board));
      for (const one of life) {
        world = isTap(one) ? tapped(world, one) : take(world, one).after;
        expectConsistent(world.state);
        expectMovesTrue(world.state);
      }
      expectReplayable(world.initial, world.history, world.state);
    }),
    { ...SEEDED, numRuns: 250 },
  );
});

test('nobody gets at a contact while the handover to them is open, whatever happened before', () => {
  fc.assert(
    fc.property(boards, fc.array(fc.oneof(steps, taps), { minLength: 1, maxLength: 12 }), (board, life) => {
      let world = startWorld(installed(board));
      for (const one of life) world = isTap(one) ? tapped(world, one) : take(world, one).after;
      const withContacts = Object.fromEntries(
        Object.entries(world.state.tasks).map(([id, task]) => [id, { ...task, contact: true as const }]),
      );
      const state = wholeOf({ ...world.state, tasks: withContacts });
      for (const task of Object.values(state.tasks))
        for (const rep of Object.keys(state.team.reps) as RepId[]) {
          const event = { kind: 'act', id: eventId('event-x'), at: world.at, actor: null, rep } as const;
          const shown = decide(state, { ...event, act: { do: 'fetchContact', taskId: task.id } });
          if (shown.length === 0) continue;
          expect(task.fields.owner).toBe(rep);
          expect(state.team.handovers?.[task.id]).toBeUndefined();
          expect(evolveAll(state, shown).team.auditSeq).toBe(state.team.auditSeq + 1);
        }
    }),
    { ...SEEDED, numRuns: 100 },
  );
});
