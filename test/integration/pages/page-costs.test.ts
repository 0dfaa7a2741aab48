import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countOperations, type OperationCounter } from '../../../local/firestore-engine/count-operations.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { writeAction, type PageAction } from '../../../shared/links/page-link.ts';
import type { PersonAct } from '../../../shared/ports/people.ts';
import { get, press, startPages, type RunningPages } from './running-pages.ts';

interface Cost {
  readonly what: string;
  readonly reads: number;
  readonly writes: number;
}
const costs: Cost[] = [];

let pages: RunningPages;
let counter: OperationCounter;
beforeAll(async () => {
  pages = await startPages();
  counter = countOperations(pages.running.firestore);
}, 120_000);
afterAll(async () => {
  await pages.close();
  if (costs.length === 0) return;
  console.table(costs);
  const lines = costs.map(({ what, reads, writes }) => `| ${what} | ${reads} | ${writes} |`);
  mkdirSync('test-artifacts/pages', { recursive: true });
  writeFileSync(
    'test-artifacts/pages/costs.md',
    ['| what | documents read | written |', '| --- | --- | --- |', ...lines, ''].join('\n'),
  );
}, 60_000);

const measured = async (what: string, doing: () => Promise<unknown>): Promise<Cost> => {
  await pages.settled();
  counter.reset();
  await doing();
  const { reads, writes } = counter.counts();
  return { what, reads, writes };
};

const VIEWS = [
  ['老王', 'tasks'],
  ['老王', 'ask'],
  ['老王', 'handover'],
  ['老王', 'report'],
  ['王芳', 'team'],
  ['王芳', 'ask'],
] as const;

const views = async (): Promise<readonly Cost[]> => {
  const all: Cost[] = [];
  for (const [name, view] of VIEWS) {
    const url = await pages.url(name, view);
    all.push(await measured(`view ${view} (${name})`, () => get(url)));
  }
  return all;
};

const actAs = async (name: string, act: PersonAct): Promise<void> => {
  const rep = (await pages.rep(name)).id;
  const outcome = await pages.running.app.people.act(pages.team, { id: pages.ports.ids.next(), rep, act });
  expect(outcome).toMatchObject({ kind: 'done' });
};

/** A deal goes to Lisa and back, so many times. */
const moveToAndFro = async (task: TaskId, times: number): Promise<void> => {
  const [wang, lisa] = [(await pages.rep('老王')).id, (await pages.rep('Lisa')).id];
  for (let time = 0; time < times; time += 1)
    for (const to of [lisa, wang]) await actAs('王芳', { do: 'moveMany', moves: [{ taskId: task, to }] });
};

it('a view costs a bounded number of reads and no write, however much has happened before', async () => {
  const wang = (await pages.rep('老王')).id;
  const state = (await pages.ports.store.load(pages.team, { tasks: [], books: [wang] }))!;
  const task = Object.values(state.books[wang]!).find(
    (one) => one.status === 'open' && one.taskId !== pages.task,
  )!.taskId;
  await moveToAndFro(task, 3);
  const before = await views();
  await moveToAndFro(task, 6);
  const after = await views();
  costs.push(...after);
  expect(after).toEqual(before);
  for (const { reads, writes } of after) {
    expect(writes).toBe(0);
    // Head twice, own book, at most 10 receipts, 5 moves, and the books and handovers these speak of.
    expect(reads).toBeLessThanOrEqual(40);
  }
}, 120_000);

it('a link or token that is not good costs no read beyond the page it stands on, and no write', async () => {
  const url = await pages.url('老王', 'ask');
  const altered = await measured('an altered link', () => get(`${url.slice(0, 60)}X${url.slice(61)}`));
  expect(altered).toMatchObject({ reads: 0, writes: 0 });
  const view = await measured('view', () => get(url));
  const forged = await measured('a forged token', () => press(url, 'v1.forged.act'));
  expect(forged.writes).toBe(0);
  expect(forged.reads).toBeLessThanOrEqual(view.reads);
  costs.push(altered, forged);
});

it('an act costs what an edit of a row costs, and the page before and after it', async () => {
  const tap = async (name: string, action: PageAction, about = '', texts = {}): Promise<void> => {
    const person = await pages.rep(name);
    const url = await pages.url(name, 'tasks');
    const { signer } = pages.running.app;
    const signed = { team: pages.team, person: person.id, action, about, id: pages.ports.ids.next() };
    const token = writeAction(signer, {
      ...signed,
      task: pages.task,
      ends: pages.ports.clock.now() + 60_000,
    });
    const page = await measured('view', () => get(url));
    const cost = await measured(`${action} (${name})`, async () =>
      expect((await press(url, token, texts)).status).toBe(200),
    );
    costs.push(cost);
    // The edit: head, task, book, at most 6 written; who acts, the event of an undo; then the two pages.
    expect([action, cost.writes <= 7]).toEqual([action, true]);
    expect([action, cost.reads <= 2 * page.reads + 14]).toEqual([action, true]);
  };
  await pages.type('tasks', pages.task, { contact: '院长 138-0000-1234' });
  const tag = (await pages.rep('老王')).fields.tags.industry[0]!;
  await tap('老王', 'snooze', (await pages.pending())!.receipt);
  await tap('老王', 'accept', (await pages.pending())!.receipt);
  await tap('老王', 'write', '', { preferences: '茶', highlights: '两次拜访', concerns: '价格' });
  await tap('Lisa', 'confirm', 'all');
  await tap('Lisa', 'contact');
  await tap('老王', 'contest', tag, { reason: '只有两单' });
  await tap('王芳', 'uphold', `${(await pages.rep('老王')).id}/${tag}`);
}, 120_000);
