import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/contract/policy.ts';
import { countOperations } from '../../../local/firestore-engine/count-operations.ts';
import { FIRST_DATA_ROW, TABS, type TabKey } from '../../../shared/sheet/layout.ts';
import { serialOfDay } from '../../../shared/sheet/cell-value.ts';
import { quarterOf } from '../../../shared/tags/quarter.ts';
import { dayAt, type Day } from '../../../shared/domain/day.ts';
import { PROOF_TABS } from '../../../shared/domain/proof.ts';
import { learnTeam } from '../../../shared/tags/learn-team.ts';
import { wholeTally } from '../../../shared/tags/learn-from-proof.ts';
import { rebuildTally } from '../../../shared/tags/proof-tally.ts';
import { readProofRow } from '../../../shared/tags/read-proof-rows.ts';
import { startBoard, type RunningBoard } from '../pipeline/running-board.ts';

let board: RunningBoard;
let today: Day;
const team = async () => (await board.ports.store.team(board.team))!;
const rep = async (name: string) =>
  Object.values((await team()).reps).find(({ fields }) => fields.name === name)!;

/** What the rows of the three tabs prove, counted from nothing. */
const recounted = async () => {
  const [look, head] = [await board.look(), await team()];
  return rebuildTally(
    PROOF_TABS.flatMap((tab) =>
      look.rows(tab).flatMap((cells, row) => {
        const { proof } = readProofRow(tab, { row, cells }, head, today);
        return proof === null ? [] : [proof];
      }),
    ),
  );
};

/** The first empty row of a tab. */
const below = async (tab: TabKey): Promise<number> => FIRST_DATA_ROW + (await board.look()).rows(tab).length;

beforeAll(async () => {
  board = await startBoard();
  today = dayAt(board.ports.clock.now(), 'Asia/Shanghai');
}, 120_000);
afterAll(() => board.close(), 60_000);

it('the history of an import is counted and shown in the Team tab with n and age', async () => {
  const look = await board.look();
  const { proof } = await team();
  const rows = look.rows('history');
  const again = await recounted();
  expect(rows.length).toBeGreaterThan(300);
  expect(proof!.rows).toEqual(again);
  const evidence = String(look.find('team', 'name', 'Lisa')['evidence']);
  expect(evidence).toMatch(/n=\d+/);
  expect(evidence).toMatch(/最近 20\d\d-[01]\d/);
  // Outcomes of the sample are drawn alike for everybody, so nothing but the mean can be seen in them.
  const learnt = (await rep('Lisa')).learnt!.tags.filter(({ family }) => family === 'industry');
  expect(learnt.length).toBeGreaterThan(0);
  for (const tag of learnt) expect(tag.rate).toBe(tag.mean);
});

it('a rating counts, a bad one says why it does not', async () => {
  const free = await below('ratings');
  await board.typeAt('ratings', free, {
    rep: 'Amy',
    tag: '技术型',
    rating: 5,
    on: serialOfDay(today),
  });
  await board.typeAt('ratings', free + 1, { rep: 'Amy', tag: '会唱歌', rating: 9, on: 'soon' });
  await board.settled();
  const tag = (await rep('Amy')).learnt!.tags.find((one) => one.tag === '技术型');
  expect(tag).toMatchObject({ family: 'style', n: 1, rate: 0.667, last: today.slice(0, 7) });
  const look = await board.look();
  const [good, bad] = look.rows('ratings').slice(-2);
  expect(good!['problem']).toBeNull();
  for (const column of ['标签', '评分', '日期']) expect(String(bad!['problem'])).toContain(column);
});

it('a visit note proposes a tag, which counts only once a person confirms it', async () => {
  const free = await below('notes');
  await board.typeAt('notes', free, {
    rep: 'Amy',
    on: serialOfDay(today),
    note: '院长很认可，聊得深入',
  });
  await board.settled();
  const has = async () => (await rep('Amy')).learnt!.tags.some((one) => one.tag === '擅长高层对话');
  expect((await board.look()).rows('notes').at(-1)!['proposed']).toBe('擅长高层对话');
  expect(await has()).toBe(false);
  await board.typeAt('notes', free, { confirmed: '是' });
  await board.settled();
  expect(await has()).toBe(true);
});

it('a deal that closes on the board is counted in the same edit, and learnt with the next sweep', async () => {
  const look = await board.look();
  const row = look
    .rows('tasks')
    .find(({ stage, owner }) => stage !== '赢单' && stage !== '输单' && owner === 'Lisa')!;
  const id = String(row['id']);
  const before = (await team()).proof!.board;
  await board.type('tasks', id, { stage: '赢单' });
  const after = (await team()).proof!.board;
  const lisa = (await rep('Lisa')).id;
  const slot = `industry/${String(row['industry'])}` as const;
  const quarter = quarterOf(today);
  const [wins = 0, all = 0] = before[lisa]?.[slot]?.[quarter] ?? [];
  expect(after[lisa]?.[slot]?.[quarter]?.slice(0, 2)).toEqual([wins + 1, all + 1]);
  await board.running.post('onSweep', { spreadsheetId: board.team });
  const { proof } = await team();
  expect((await rep('Lisa')).learnt).toEqual(
    learnTeam(wholeTally(proof!), quarter, DEFAULT_POLICY.tags).get(lisa),
  );
  await board.type('tasks', id, { stage: '谈判' });
  expect((await team()).proof!.board).toEqual(before);
});

it('closing a deal costs no more documents than any other edit: 3 reads, 6 writes', async () => {
  const row = (await board.look())
    .rows('tasks')
    .find(({ stage, owner }) => stage === '跟进' && owner === 'Lisa')!;
  const counter = countOperations(board.running.firestore);
  const before = (await team()).proof!.board;
  const place = (await board.look()).place('tasks', String(row['id']));
  counter.reset();
  await board.typeAt('tasks', place, { stage: '输单' });
  await board.running.addOn.idle();
  const { reads, writes } = counter.counts();
  counter.stop();
  expect((await team()).proof!.board).not.toEqual(before);
  expect(reads).toBeLessThanOrEqual(3);
  expect(writes).toBeLessThanOrEqual(6);
});

it('a rep contests a tag, the supervisor answers, and both stand in the audit', async () => {
  const { id } = (await board.look()).find('team', 'name', 'Lisa');
  await board.type('team', String(id), { contested: '骨科耗材' });
  expect((await rep('Lisa')).fields.contested).toEqual([{ tag: '骨科耗材', state: 'open' }]);
  const look = await board.type('team', String(id), { answer: '保留标签' });
  const audit = look
    .rows('audit')
    .slice(-8)
    .map(({ what, cause }) => `${String(what)}|${String(cause)}`);
  expect(audit).toContain('对标签有异议| → 骨科耗材');
  expect(audit).toContain('主管答复标签异议|骨科耗材: 保留标签');
  expect((await rep('Lisa')).fields.contested).toEqual([{ tag: '骨科耗材', state: 'upheld' }]);
  const row = look.find('team', 'name', 'Lisa');
  expect(row['contested']).toBe('骨科耗材（保留标签）');
  expect(row['answer']).toBeNull();
});

it.each(['history', 'ratings', 'notes'] as const)(
  'an edited row of %s costs no more than any other edit, and leaves what counting anew would give',
  async (tab) => {
    const place = (await below(tab)) - 1;
    const counter = countOperations(board.running.firestore);
    const before = (await team()).proof!.rows;
    counter.reset();
    const edit = {
      history: { industry: 'IVD' },
      ratings: { rep: 'Lisa', tag: 'CRM', rating: 4, on: serialOfDay(today) },
      notes: { rep: 'Lisa', tag: 'CRM' },
    }[tab];
    await board.typeAt(tab, place, edit);
    await board.running.addOn.idle();
    const { reads, writes } = counter.counts();
    counter.stop();
    const { rows } = (await team()).proof!;
    expect(rows).not.toEqual(before);
    expect(rows).toEqual(await recounted());
    expect(reads).toBeLessThanOrEqual(3);
    expect(writes).toBeLessThanOrEqual(6);
  },
);

it('rows of history that are deleted leave what counting anew would give', async () => {
  const sheetId = TABS.history.sheetId;
  await board.act({ kind: 'deleteRows', sheetId, start: FIRST_DATA_ROW, count: 2 });
  expect((await team()).proof!.rows).toEqual(await recounted());
});

const isOpenDealOf =
  (name: string) =>
  ({ stage, owner }: Readonly<Record<string, unknown>>): boolean =>
    stage !== '赢单' && stage !== '输单' && owner === name;

it('a closed deal that is copied to the history counts once, and goes on counting when its row is deleted', async () => {
  const row = (await board.look()).rows('tasks').find(isOpenDealOf('陈晨'))!;
  const id = String(row['id']);
  await board.type('tasks', id, { stage: '赢单' });
  const closed = (await team()).proof!;
  await board.typeAt('history', await below('history'), {
    customer: String(row['customer']),
    title: String(row['title']),
    industry: String(row['industry']),
    owner: '陈晨',
    stage: '赢单',
    closedOn: serialOfDay(today),
  });
  await board.settled();
  expect((await team()).proof!.rows).toEqual(closed.rows);
  expect((await board.look()).rows('history').at(-1)!['problem']).toBe(
    '任务页里已有这一单，只按任务页计一次。',
  );
  const place = (await board.look()).place('tasks', id);
  await board.act({ kind: 'deleteRows', sheetId: TABS.tasks.sheetId, start: place, count: 1 });
  expect((await team()).proof!.board).toEqual(closed.board);
  expect((await team()).proof!.rows).toEqual(closed.rows);
});

it('a deal of the history that then closes on the board is counted there, once', async () => {
  const row = (await board.look()).rows('tasks').find(isOpenDealOf('陈晨'))!;
  await board.typeAt('history', await below('history'), {
    customer: String(row['customer']),
    title: String(row['title']),
    industry: String(row['industry']),
    owner: '陈晨',
    stage: '输单',
    closedOn: serialOfDay(today),
  });
  await board.settled();
  const { rows } = (await team()).proof!;
  await board.type('tasks', String(row['id']), { stage: '输单' });
  expect((await team()).proof!.rows).not.toEqual(rows);
  await expect
    .poll(async () => (await board.look()).rows('history').at(-1)!['problem'], { timeout: 20_000 })
    .toContain('只按任务页计一次');
});
