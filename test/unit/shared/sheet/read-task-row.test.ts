import { describe, expect, test } from 'vitest';
import type { TaskFields } from '../../../../shared/domain/task.ts';
import type { RawCell } from '../../../../shared/ports/board.ts';
import { isBlank } from '../../../../shared/sheet/read-row.ts';
import { findRep, readTaskRow } from '../../../../shared/sheet/read-task-row.ts';
import { aBoard, rid, TODAY } from '../../../support/board-builder.ts';
import type { Cells } from '../../../support/board-events.ts';

const { team } = aBoard({
  reps: {
    lisa: { name: 'Lisa' },
    wang: { name: '老王', formerNames: ['王伟'] },
    bob: { name: 'Bob', availability: 'left' },
  },
});

const read = (cells: Cells) =>
  readTaskRow({ row: 2, cells: { customer: '协和医院', title: 'IVD', ...cells } }, team, TODAY);
const problemsOf = (cells: Cells) => {
  const result = read(cells);
  return result.ok ? [] : result.error;
};

test('a good row gives its fields; empty cells are left out and the stage begins at prospecting', () => {
  expect(read({})).toEqual({
    ok: true,
    value: { fields: { customer: '协和医院', title: 'IVD', stage: 'prospecting' } },
  });
});

describe('every kind of cell is understood in both languages', () => {
  test.each<[string, RawCell, keyof TaskFields, unknown]>([
    ['value', '高', 'value', 'high'],
    ['value', ' HIGH ', 'value', 'high'],
    ['value', 'Ｈｉｇｈ', 'value', 'high'],
    ['value', 'M', 'value', 'medium'],
    ['value', '低价值', 'value', 'low'],
    ['difficulty', '难', 'difficulty', 'hard'],
    ['difficulty', 'easy', 'difficulty', 'easy'],
    ['difficulty', '中等', 'difficulty', 'medium'],
    ['stage', '赢单', 'stage', 'won'],
    ['stage', 'Closed lost', 'stage', 'lost'],
    ['stage', '报价', 'stage', 'proposal'],
    ['amount', '¥１２，０００', 'amount', 12000],
    ['amount', '1.2万', 'amount', 12000],
    ['owner', 'lisa', 'owner', rid('lisa')],
    ['owner', ' 老王 ', 'owner', rid('wang')],
    ['owner', '王伟', 'owner', rid('wang')],
    ['owner', 'BOB', 'owner', rid('bob')],
    ['lastProgress', 46349, 'lastProgress', '2026-11-23'],
    ['lastProgress', '2026年11月1日', 'lastProgress', '2026-11-01'],
    ['nextStep', '=HYPERLINK("http://x","y")', 'nextStep', '=HYPERLINK("http://x","y")'],
    ['industry', 42, 'industry', '42'],
  ])('%s %j', (column, raw, field, expected) => {
    const result = read({ [column]: raw });
    expect(result.ok && result.value.fields[field]).toEqual(expected);
  });

  test.each([
    ['接受', 'accept'],
    ['Keep', 'keep'],
    ['稍后', 'snooze'],
    ['later', 'snooze'],
  ])('action %j is %s', (raw, expected) => {
    const result = read({ action: raw });
    expect(result.ok && result.value.action).toBe(expected);
  });
});

describe('a bad cell says what is wrong with it, and what was given', () => {
  test.each<[string, RawCell, object]>([
    ['value', '很高', { code: 'NOT_A_CHOICE', vocabulary: 'value' }],
    ['value', '#REF!', { code: 'FORMULA_ERROR' }],
    ['difficulty', 'very', { code: 'NOT_A_CHOICE', vocabulary: 'difficulty' }],
    ['stage', 7, { code: 'NOT_A_CHOICE', vocabulary: 'stage' }],
    ['amount', 'lots', { code: 'NOT_A_NUMBER' }],
    ['amount', '-5', { code: 'NEGATIVE' }],
    ['amount', '#DIV/0!', { code: 'FORMULA_ERROR' }],
    ['owner', '王', { code: 'UNKNOWN_REP', nearest: '老王' }],
    ['owner', 'Lis', { code: 'UNKNOWN_REP', nearest: 'Lisa' }],
    ['owner', 'Zed', { code: 'UNKNOWN_REP' }],
    ['owner', '#N/A', { code: 'FORMULA_ERROR' }],
    ['lastProgress', '23/11/2026', { code: 'NOT_A_DATE' }],
    ['lastProgress', '2026-11-24', { code: 'IN_THE_FUTURE' }],
    ['customer', '#NAME?', { code: 'FORMULA_ERROR' }],
    ['action', 'maybe', { code: 'NOT_A_CHOICE', vocabulary: 'action' }],
  ])('%s %j', (column, raw, problem) => {
    expect(problemsOf({ [column]: raw })).toEqual([{ column, given: String(raw), problem }]);
  });

  test('ten thousand characters are too long, and the note shows only their beginning', () => {
    const [problem] = problemsOf({ customer: '长'.repeat(10_000) });
    expect(problem?.problem).toEqual({ code: 'TOO_LONG', max: 200, length: 10_000 });
    expect(problem?.given).toBe(`${'长'.repeat(59)}…`);
  });

  test('an excerpt never cuts a character in two', () => {
    const [problem] = problemsOf({ customer: '😀'.repeat(5000) });
    expect(problem?.given).toBe(`${'😀'.repeat(29)}…`);
  });

  test('all bad cells of a row are named together', () => {
    const problems = problemsOf({ value: '很高', amount: 'lots', owner: 'Zed', lastProgress: 'soon' });
    expect(problems.map((problem) => problem.column)).toEqual(['value', 'amount', 'owner', 'lastProgress']);
  });

  test('a row with neither customer nor title lacks a customer', () => {
    expect(problemsOf({ customer: ' ', title: null, value: '高' })).toEqual([
      { column: 'customer', given: ' ', problem: { code: 'MISSING' } },
    ]);
    expect(problemsOf({ customer: null })).toEqual([]);
  });
});

describe('an owner cell among namesakes', () => {
  const two = aBoard({
    reps: {
      a: { name: '王伟', availability: 'left' },
      b: { name: '王伟' },
      c: { name: '李娜', formerNames: ['王伟'] },
    },
  }).team;

  test('means who is there, not who left, whatever their order', () => {
    const backwards = { ...two, reps: Object.fromEntries(Object.entries(two.reps).reverse()) };
    expect(findRep(two, '王伟')).toBe(rid('b'));
    expect(findRep(backwards, '王伟')).toBe(rid('b'));
  });

  test('stays with the present owner, so that a newcomer of that name takes over nothing', () => {
    expect(findRep(two, '王伟', rid('a'))).toBe(rid('a'));
    expect(findRep(two, '王伟', rid('c'))).toBe(rid('c'));
    expect(findRep(two, '李娜', rid('a'))).toBe(rid('c'));
  });
});

test('a row is blank when people have typed nothing into it, whatever Peineng wrote there', () => {
  const blank = { id: 'abcdefghijkl', light: '🟢', customer: '  ', why: 'because', owner: null };
  expect(isBlank('tasks', { row: 2, cells: blank })).toBe(true);
  expect(isBlank('tasks', { row: 2, cells: { ...blank, owner: 'Lisa' } })).toBe(false);
});
