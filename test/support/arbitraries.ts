import fc from 'fast-check';
import { SETTINGS, type SettingName } from '../../shared/contract/settings.ts';
import type { BoardState } from '../../shared/domain/board-state.ts';
import type { Policy } from '../../shared/domain/policy.ts';
import { FACTORS } from '../../shared/domain/suggestion.ts';
import { CUSTOMER_VALUES, DIFFICULTIES } from '../../shared/domain/task.ts';
import { aBoard, aPolicy, type BoardSpec, type RepSpec, type TaskSpec } from './board-builder.ts';
import type { Cells } from './board-events.ts';
import type { Step } from './board-world.ts';

/** Seeded, so that a failure seen once is seen by everybody. */
export const SEEDED = { seed: 20261123 } as const;

const names = ['Lisa', '老王', '王伟', 'Zoë', '李娜', 'Ann-Marie', '欧阳 明', 'Bob'] as const;
const industries = ['IVD', '骨科', 'SaaS', '零售'] as const;
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined });

const someOf = (choices: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.subarray([...choices], { maxLength: 2 });

export const repSpec: fc.Arbitrary<RepSpec> = fc.record({
  role: fc.oneof({ weight: 8, arbitrary: fc.constant('rep' as const) }, fc.constant('supervisor' as const)),
  tier: fc.constantFrom('newcomer', 'growing', 'senior'),
  availability: fc.oneof(
    { weight: 8, arbitrary: fc.constant('active' as const) },
    fc.constantFrom('leave' as const, 'left' as const),
  ),
  tags: fc.record({
    industry: someOf(industries),
    style: someOf(['擅长高层对话', '亲和力强']),
    rhythm: someOf(['快刀型', '长线型']),
    tools: someOf(['CRM', 'PPT']),
  }),
  lastAssignedAt: fc.constantFrom(0, 1, 2),
});

const taskSpec = (owners: readonly string[]): fc.Arbitrary<TaskSpec> =>
  fc
    .record({
      value: fc.constantFrom(...CUSTOMER_VALUES),
      difficulty: fc.constantFrom(...DIFFICULTIES),
      stage: fc.constantFrom('engaging', 'proposal', 'won'),
      industry: maybe(fc.constantFrom(...industries)),
      idle: fc.nat({ max: 25 }),
      owner: maybe(fc.constantFrom(...owners)),
    })
    .map(({ industry, owner, ...rest }) => ({
      ...rest,
      ...(industry === undefined ? {} : { industry }),
      ...(owner === undefined ? {} : { owner }),
    }));

/** Rules a team might set, with weights, points and limits that bind at different places. */
export const policies: fc.Arbitrary<Policy> = fc
  .record({
    points: fc.record({
      strategic: fc.constantFrom(3, 2.7, 1),
      growth: fc.constantFrom(2, 0.7),
      medium: fc.constantFrom(1.5, 0.3),
      low: fc.constantFrom(0.5, 0.1, 0),
    }),
    load: fc.constantFrom(
      { limit: 10, keyLimit: 8, resumeAt: 9 },
      { limit: 4, keyLimit: 3, resumeAt: 3 },
      { limit: 2.1, keyLimit: 1, resumeAt: 2.1 },
      { limit: 50, keyLimit: 2, resumeAt: 40 },
    ),
    newTasks: fc.constantFrom('suggest' as const, 'assign' as const),
    onDowngrade: fc.boolean(),
    margin: fc.constantFrom(0, 0.1, 0.3),
    weights: fc.tuple(...FACTORS.map(() => fc.constantFrom(0, 5, 20, 30))),
  })
  .map(({ points, load, newTasks, onDowngrade, margin, weights }) =>
    aPolicy({
      points,
      load,
      suggest: { newTasks, onDowngrade, margin },
      weights: Object.fromEntries(
        FACTORS.map((factor, index) => [factor, (weights[index] ?? 0) + (factor === 'tier' ? 1 : 0)]),
      ),
    }),
  );

export const boardSpecs: fc.Arbitrary<BoardSpec> = fc
  .tuple(fc.array(repSpec, { minLength: 1, maxLength: 5 }), policies)
  .chain(([specs, policy]) => {
    const keys = specs.map((_, index) => `rep${index}`);
    return fc.array(taskSpec(keys), { maxLength: 14 }).map((tasks) => ({
      reps: Object.fromEntries(specs.map((spec, index) => [keys[index]!, { name: names[index]!, ...spec }])),
      tasks: Object.fromEntries(tasks.map((task, index) => [`t${String(index).padStart(2, '0')}`, task])),
      policy,
    }));
  });

/** A consistent board: small teams at which limits bind, and desks from empty to overfull. */
export const boards: fc.Arbitrary<BoardState> = boardSpecs.map(aBoard);

/** A row as somebody types it: mostly good, in both languages, sometimes bad. */
export const typedRow: fc.Arbitrary<Cells> = fc.record(
  {
    customer: fc.constantFrom('协和医院', 'Acme Ltd', 'Ming & Co'),
    title: fc.constantFrom('IVD 分析仪', 'Renewal 2027'),
    industry: fc.constantFrom(...industries, null),
    value: fc.constantFrom('高', 'High', '中', 'low', 'L', null),
    difficulty: fc.constantFrom('难', 'Hard', 'easy', '中', null),
    stage: fc.constantFrom('跟进', 'Proposal', '赢单', null),
    amount: fc.constantFrom(5000, '1.2万', '¥12,000', null),
    owner: fc.constantFrom(...names, null, null, null, null),
    nextStep: fc.constantFrom('call', '=HYPERLINK("http://x")', null),
  },
  { requiredKeys: ['customer', 'title', 'owner'] },
);

/** New deals nobody owns yet. */
export const unownedRow: fc.Arbitrary<Cells> = typedRow.map((row) => ({ ...row, owner: null }));

const edits: fc.Arbitrary<Cells> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ value: fc.constantFrom('高', 'Medium', '低') }) },
  { weight: 3, arbitrary: fc.record({ difficulty: fc.constantFrom('易', 'medium', '难') }) },
  { weight: 3, arbitrary: fc.record({ stage: fc.constantFrom('跟进', 'won', '输单') }) },
  { weight: 2, arbitrary: fc.record({ nextStep: fc.constantFrom('call', 'visit', null) }) },
  { weight: 2, arbitrary: fc.record({ owner: fc.constant(null) }) },
  {
    weight: 1,
    arbitrary: fc.record({ customer: fc.constantFrom('', 'x'.repeat(10_000)), amount: fc.constant('lots') }),
  },
  { weight: 1, arbitrary: fc.record({ value: fc.constant('很高'), stage: fc.constant('#REF!') }) },
  {
    weight: 1,
    arbitrary: fc.record({ customer: fc.constant(null), title: fc.constant(null), value: fc.constant(null) }),
  },
);

const teamEdits: fc.Arbitrary<Cells> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ availability: fc.constantFrom('休假', 'Active', '离职') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      availability: fc.constant('leave'),
      backOn: fc.constantFrom('2026-11-25', '2026-12-20'),
      leaveFrom: fc.constantFrom(null, '2026-11-24'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ role: fc.constantFrom('主管', 'rep') }) },
  { weight: 2, arbitrary: fc.record({ name: fc.constantFrom(...names) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      tier: fc.constantFrom('新人', 'Senior', 'guru'),
      email: fc.constantFrom('a@b', null),
    }),
  },
);

const rule = (name: SettingName, ...values: readonly unknown[]) =>
  fc.constantFrom(...values).map((raw) => ({ key: SETTINGS[name].key, raw }));

const ruleRows = fc
  .tuple(
    rule('loadLimit', 10, 4, '12', 'ten'),
    rule('resumeAt', 9, 3, 2),
    rule('newTasks', 'assign', '建议', ''),
    rule('margin', 0, 0.1, '0,3'),
    rule('pointsLow', 0.5, 0.1),
  )
  .map((rows) => [...rows]);

const pick = fc.nat({ max: 1000 });

/** What people may do at a board, in any order. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('paste' as const),
      rows: fc.array(typedRow, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), pick, typed: edits }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('assign' as const), pick, to: pick }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('answer' as const),
      pick,
      action: fc.constantFrom('接受', 'Accept', '保留', 'Snooze', 'maybe'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('copy' as const, 'delete' as const, 'sort' as const), pick }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'fire' as const), pick }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('team' as const), pick, typed: teamEdits }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('hire' as const),
      typed: fc.record({ name: fc.constantFrom(...names, ''), tier: fc.constantFrom('成长', '新人') }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('rules' as const), rows: ruleRows }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.constantFrom(0, 1, 3, 8, 30) }),
  },
);
