import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { mustRecount } from '../../../functions/pipeline/check-proof.ts';
import { compareProof } from '../../../shared/decide/compare-proof.ts';
import { decide } from '../../../shared/decide/decide.ts';
import type { BoardEvent } from '../../../shared/decide/board-event.ts';
import { evolveAll } from '../../../shared/decide/evolve.ts';
import type { BoardState } from '../../../shared/domain/board-state.ts';
import { eventId } from '../../../shared/domain/ids.ts';
import { PROOF_TABS, type ProofTab } from '../../../shared/domain/proof.ts';
import type { EventRecord } from '../../../shared/ports/store.ts';
import type { ReadRow } from '../../../shared/ports/board.ts';
import { serialOfDay } from '../../../shared/sheet/cell-value.ts';
import { learnFromProof, wholeTally } from '../../../shared/tags/learn-from-proof.ts';
import { proofOfTask } from '../../../shared/tags/proof-of.ts';
import { rebuildTally } from '../../../shared/tags/proof-tally.ts';
import { readProofRow } from '../../../shared/tags/read-proof-rows.ts';
import { printOfTask } from '../../../shared/tags/closed-deal.ts';
import { SEEDED } from '../../support/arbitraries.ts';
import { aBoard, NOW, TODAY, tid } from '../../support/board-builder.ts';
import { cellsOfTask, rowsRead, type Cells } from '../../support/board-events.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A sheet of three tabs and the state kept for it. Ids are given in order. */
interface World {
  readonly tabs: Readonly<Record<ProofTab, readonly Cells[]>>;
  readonly state: BoardState;
  readonly count: number;
}

const freshId = (index: number): string => `p${String(index).padStart(11, '0')}`;
const rowsOf = (world: World, tab: ProofTab): readonly ReadRow[] =>
  world.tabs[tab].map((cells, index) => ({ row: index + 2, cells }));
const idsOf = (world: World, tab: ProofTab) =>
  rowsOf(world, tab).flatMap(({ row, cells }) =>
    typeof cells['id'] === 'string' && cells['id'] !== '' ? [{ row, id: cells['id'] }] : [],
  );

const happening = (count: number) => ({ id: eventId(`event-${count}`), at: NOW, actor: null });

/** Decides an event, folds it, and writes the ids it gives into the sheet. */
const run = (world: World, event: BoardEvent): World => {
  const effects = decide(world.state, event);
  const state = evolveAll(world.state, effects);
  const tabs = { ...world.tabs };
  for (const effect of effects) {
    if (effect.type !== 'idGiven' || effect.tab === 'tasks' || effect.tab === 'team') continue;
    const { tab, row, id } = effect;
    tabs[tab] = tabs[tab].map((cells, index) => (index === row - 2 ? { ...cells, id } : cells));
  }
  const next = { tabs, state, count: world.count + 1 };
  const record = { effects } as unknown as EventRecord;
  return event.kind !== 'proof' && mustRecount([{ records: [record], state }]) ? check(next) : next;
};

const proofEvent = (world: World, tab: ProofTab, part: ReturnType<typeof compareProof>): BoardEvent => ({
  kind: 'proof',
  ...happening(world.count),
  tab,
  ...part,
  freshIds: part.rows.map((_row, index) => freshId(world.count * 100 + index)),
});

/** A whole-board check of the three tabs. */
const check = (world: World): World =>
  PROOF_TABS.reduce((now, tab) => {
    const found = compareProof(tab, rowsOf(now, tab), idsOf(now, tab), now.state, TODAY);
    return run(now, proofEvent(now, tab, found));
  }, world);

const edited = (world: World, tab: ProofTab, from: number, to: number): World =>
  run(
    world,
    proofEvent(world, tab, {
      rows: rowsOf(world, tab).slice(from, to),
      ids: idsOf(world, tab),
      vanished: [],
    }),
  );

const DAYS = ['2026-11-23', '2026-11-02', '2026-07-15', '2025-03-01', '2020-01-01'] as const;
const day = fc.constantFrom(...DAYS).map((one) => serialOfDay(one as typeof TODAY));
const name = fc.constantFrom('lisa', 'wang', 'somebody else', '');
const deal = fc.record({
  customer: fc.constantFrom('Acme', 'Globex'),
  title: fc.constantFrom('Pumps', 'Valves'),
  industry: fc.constantFrom('IVD', '骨科', ''),
  owner: name,
  stage: fc.constantFrom('赢单', '输单', '跟进', '?'),
  difficulty: fc.constantFrom('难', '易', ''),
  startedOn: fc.option(day, { nil: null }),
  closedOn: fc.option(day, { nil: null }),
});
const opinion = fc.record({
  rep: name,
  tag: fc.constantFrom('CRM', '技术型', '会唱歌', ''),
  rating: fc.constantFrom('1', '3', '5', '9'),
  note: fc.constantFrom('院长很满意', '聊了聊', ''),
  confirmed: fc.constantFrom('是', '否', ''),
  on: fc.option(day, { nil: null }),
});
const tab = fc.constantFrom(...PROOF_TABS);
const place = fc.nat({ max: 7 });
const typed = fc.tuple(tab, deal, opinion).map(([which, a, b]) => ({
  tab: which,
  cells: which === 'history' ? a : b,
}));
const steps = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), at: place, row: typed }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('clear' as const), at: place, tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), at: place, tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('copy' as const), at: place, to: place, tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('sort' as const), tab, seen: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('twin' as const),
      at: place,
      task: fc.constantFrom('t1', 't2'),
      stage: fc.constantFrom('赢单', '输单'),
      on: fc.option(day, { nil: undefined }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      task: fc.constantFrom('t1', 't2'),
      stage: fc.constantFrom('赢单', '输单', '谈判'),
      on: day,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('archive' as const), task: fc.constantFrom('t1', 't2') }),
  },
);
type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

const withTab = (world: World, which: ProofTab, rows: readonly Cells[]): World => ({
  ...world,
  tabs: { ...world.tabs, [which]: rows },
});

const take = (world: World, step: Step): World => {
  switch (step.do) {
    case 'type': {
      const rows = [...world.tabs[step.row.tab]];
      const at = Math.min(step.at, rows.length);
      rows[at] = { ...rows[at], ...step.row.cells };
      return edited(withTab(world, step.row.tab, rows), step.row.tab, at, at + 1);
    }
    case 'clear': {
      const rows = world.tabs[step.tab].map((cells, index) =>
        index === step.at ? { id: cells['id'] ?? null } : cells,
      );
      return edited(withTab(world, step.tab, rows), step.tab, step.at, step.at + 1);
    }
    case 'delete':
      return check(
        withTab(
          world,
          step.tab,
          world.tabs[step.tab].filter((_cells, index) => index !== step.at),
        ),
      );
    case 'copy': {
      const rows = [...world.tabs[step.tab]];
      const [model, to] = [rows[step.at], Math.min(step.to, rows.length)];
      if (model === undefined || to === step.at) return world;
      // What was in the way is gone for good, and only a check can tell.
      const covered = to < rows.length;
      rows[to] = model;
      const next = withTab(world, step.tab, rows);
      return covered ? check(next) : edited(next, step.tab, to, to + 1);
    }
    case 'sort': {
      const rows = [...world.tabs[step.tab]].reverse();
      const next = withTab(world, step.tab, rows);
      return step.seen ? edited(next, step.tab, 0, rows.length) : next;
    }
    case 'close': {
      const task = world.state.tasks[tid(step.task)];
      if (task === undefined || task.status === 'archived') return world;
      const row = cellsOfTask(task, world.state, { stage: step.stage });
      const closed = run(world, { ...rowsRead([row]), ...happening(world.count) });
      const again = cellsOfTask(task, world.state, { stage: step.stage, lastProgress: step.on });
      return run(closed, { ...rowsRead([again]), ...happening(closed.count) });
    }
    case 'twin': {
      const task = world.state.tasks[tid(step.task)];
      if (task === undefined) return world;
      const { customer, title, owner } = cellsOfTask(task, world.state);
      const closedOn = step.on ?? serialOfDay(task.progressOn);
      const rows = [...world.tabs.history];
      const at = Math.min(step.at, rows.length);
      rows[at] = {
        ...rows[at],
        customer: ` ${String(customer)} `,
        title: title ?? null,
        owner: owner ?? null,
        stage: step.stage,
        closedOn,
      };
      return edited(withTab(world, 'history', rows), 'history', at, at + 1);
    }
    case 'archive':
      return run(world, { ...rowsRead([], { vanished: [tid(step.task)] }), ...happening(world.count) });
  }
};

/** What the rows of the sheet and the tasks prove, counted from nothing. */
const recounted = ({ tabs, state }: World) => {
  const { team, tasks } = state;
  const closed = new Set(Object.values(tasks).map(printOfTask));
  let twins = 0;
  const rows = PROOF_TABS.flatMap((which) =>
    tabs[which].flatMap((cells, row) => {
      const { proof, deal: known } = readProofRow(which, { row, cells }, team, TODAY);
      const twin = known !== undefined && closed.has(known.print);
      if (twin) twins += 1;
      return proof === null || twin ? [] : [proof];
    }),
  );
  const board = Object.values(tasks).flatMap((task) => {
    const proof = proofOfTask(task);
    return proof === null ? [] : [proof];
  });
  return { rows: rebuildTally(rows), board: rebuildTally(board), twins };
};

test('rows typed, cleared, deleted, copied and sorted, deals closed and archived: the same bits as counting anew', () => {
  const seen = { proof: 0, twins: 0 };
  const start = aBoard({
    reps: { lisa: { name: 'lisa' }, wang: { name: 'wang' } },
    tasks: {
      t1: { owner: 'lisa', customer: 'Acme', title: 'Pumps', industry: 'IVD' },
      t2: { owner: 'wang', customer: 'Globex', title: 'Valves' },
    },
  });
  fc.assert(
    fc.property(fc.array(steps, { minLength: 3, maxLength: 25 }), (life) => {
      let world: World = { tabs: { history: [], ratings: [], notes: [] }, state: start, count: 1 };
      for (const step of life) {
        world = take(world, step);
        const again = recounted(world);
        const { proof = { board: {} } } = world.state.team;
        expect(proof.rows ?? {}).toEqual(again.rows);
        expect(proof.board).toEqual(again.board);
        seen.twins += again.twins;
      }
      const again = recounted(world);
      const { team } = world.state;
      const bits = (one: typeof team) => JSON.stringify([...learnFromProof(one, TODAY)]);
      expect(bits(team)).toBe(bits({ ...team, proof: { board: again.board, rows: again.rows } }));
      if (Object.keys(wholeTally(again)).length > 0) seen.proof += 1;
    }),
    { ...SEEDED, numRuns: 300 },
  );
  // Lives without proof, or without a deal that stands in two tabs, would show nothing.
  expect(seen.proof).toBeGreaterThan(200);
  expect(seen.twins).toBeGreaterThan(50);
});
