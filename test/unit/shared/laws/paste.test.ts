import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { decide } from '../../../../shared/decide/decide.ts';
import { evolveAll } from '../../../../shared/decide/evolve.ts';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import { aBoard, tid } from '../../../support/board-builder.ts';
import { boards, SEEDED, typedRow, unownedRow } from '../../../support/arbitraries.ts';
import { rowsRead, type Cells } from '../../../support/board-events.ts';
import { wholeOf } from '../../../support/board-world.ts';
import { given } from '../../../support/given.ts';

// Many boards, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 });

/** What a paste leaves behind, without the names of the events that did it. */
const outcomeOf = ({ team, tasks, books }: BoardState) => ({
  owners: Object.fromEntries(Object.entries(tasks).map(([id, task]) => [id, task.fields.owner])),
  suggested: Object.fromEntries(
    Object.entries(team.pending).map(([id, one]) => [id, [one.to, one.score, one.cause]]),
  ),
  waiting: team.waiting.map((entry) => entry.taskId),
  paused: Object.values(team.reps).map((rep) => [rep.id, rep.paused, rep.open]),
  books: Object.fromEntries(Object.entries(books).map(([key, book]) => [key, Object.keys(book).sort()])),
  audit: team.auditSeq,
});

const pasted = (board: BoardState, rows: readonly Cells[]): BoardState =>
  evolveAll(board, decide(wholeOf(board), rowsRead(rows)));

const typedOneByOne = (board: BoardState, rows: readonly Cells[]): BoardState =>
  rows.reduce((state, row, index) => {
    const read = rowsRead([{ row: index + 2, cells: row }], { event: `event-${index}`, freshFrom: index });
    return evolveAll(state, decide(wholeOf(state), read));
  }, board);

test('pasting rows spreads exactly like typing them one by one', () => {
  fc.assert(
    fc.property(boards, fc.array(typedRow, { minLength: 1, maxLength: 12 }), (board, rows) => {
      expect(outcomeOf(pasted(board, rows))).toEqual(outcomeOf(typedOneByOne(board, rows)));
    }),
    { ...SEEDED, numRuns: 150 },
  );
});

test('fifty pasted deals go to many reps, not all to the best one', () => {
  const reps = Object.fromEntries(
    Array.from({ length: 10 }, (_, index) => [
      `rep${index}`,
      { tier: index === 0 ? 'newcomer' : 'growing' } as const,
    ]),
  );
  const rows = Array.from({ length: 50 }, (_, index) => ({
    customer: `Customer ${index}`,
    title: 'Renewal',
    value: '低',
    difficulty: '易',
    owner: null,
  }));
  const { state, of } = given(aBoard({ reps })).when(rowsRead(rows));
  const perRep = new Map<string, number>();
  for (const { pending } of of('suggestionMade')) perRep.set(pending.to, (perRep.get(pending.to) ?? 0) + 1);
  expect(Object.keys(state.team.pending)).toHaveLength(50);
  expect(perRep.size).toBe(10);
  expect(Math.max(...perRep.values())).toBeLessThanOrEqual(20);
  expect(outcomeOf(state)).toEqual(outcomeOf(typedOneByOne(aBoard({ reps }), rows)));
});

test('a rep with no tasks is eligible, and ranks first where only load tells reps apart', () => {
  const board = aBoard({
    reps: { busy: { tier: 'senior' }, fresh: { tier: 'senior' } },
    tasks: { t1: { owner: 'busy' } },
  });
  const { only } = given(board).when(
    rowsRead([{ customer: 'New', title: 'Deal', value: '高', difficulty: '易' }]),
  );
  expect(only('suggestionMade').receipt.chosen.name).toBe('fresh');
  expect(only('suggestionMade').receipt.runnerUp?.name).toBe('busy');
});

test('paused, absent, gone reps and supervisors never get a pasted deal, however well they fit', () => {
  const excluded = fc.constantFrom('PAUSED', 'ON_LEAVE', 'LEFT', 'SUPERVISOR');
  fc.assert(
    fc.property(
      boards,
      fc.array(unownedRow, { minLength: 1, maxLength: 10 }),
      excluded,
      (board, rows, rule) => {
        const [first] = Object.values(board.team.reps);
        if (first === undefined) return;
        const fields = {
          ...first.fields,
          ...(rule === 'ON_LEAVE' ? { availability: 'leave' as const } : {}),
          ...(rule === 'LEFT' ? { availability: 'left' as const } : {}),
          ...(rule === 'SUPERVISOR' ? { role: 'supervisor' as const } : {}),
        };
        const rep = { ...first, fields, paused: rule === 'PAUSED' };
        const state = { ...board, team: { ...board.team, reps: { ...board.team.reps, [first.id]: rep } } };
        const { of } = given(state).when(rowsRead(rows));
        for (const { receipt } of of('suggestionMade')) {
          expect(receipt.chosen.rep).not.toBe(first.id);
          expect(receipt.runnerUp?.rep).not.toBe(first.id);
          expect(receipt.excluded.find((one) => one.rep === first.id)).toBeDefined();
        }
      },
    ),
    { ...SEEDED, numRuns: 200 },
  );
});

test('closed work weighs nothing: a history of won deals leaves the whole desk free', () => {
  const won = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `w${index}`,
      { owner: 'lisa', value: 'high', difficulty: 'hard', stage: 'won' } as const,
    ]),
  );
  const board = aBoard({ reps: { lisa: { tier: 'senior' } }, tasks: won });
  const { only } = given(board).when(
    rowsRead([{ customer: 'New', title: 'Deal', value: '高', difficulty: '难' }]),
  );
  const load = only('suggestionMade').receipt.chosen.parts.find((part) => part.factor === 'headroom');
  expect(load?.reason).toEqual({ code: 'LOAD', before: 0, after: 3, limit: 10 });
  expect(board.tasks[tid('w0')]?.status).toBe('won');
});
