import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../../shared/contract/policy.ts';
import { countOperations } from '../../../local/firestore-engine/count-operations.ts';
import { FIRST_DATA_ROW } from '../../../shared/sheet/layout.ts';
import { serialOfDay } from '../../../shared/sheet/cell-value.ts';
import { quarterOf } from '../../../shared/tags/quarter.ts';
import { dayAt, type Day } from '../../../shared/domain/day.ts';
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

beforeAll(async () => {
  board = await startBoard();
  today = dayAt(board.ports.clock.now(), 'Asia/Shanghai');
}, 120_000);
afterAll(() => board.close(), 60_000);

it('the history of an import is counted and shown in the Team tab with n and age', async () => {
  const look = await board.look();
  const { proof } = await team();
  const rows = look.rows('history').map((cells, row) => ({ row, cells }));
  const head = await team();
  const again = rebuildTally(
    rows.flatMap((row) => {
      const { proof: one } = readProofRow('history', row, head, today);
      return one === null ? [] : [one];
    }),
  );
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
  await board.typeAt('ratings', FIRST_DATA_ROW, {
    rep: 'Amy',
    tag: '技术型',
    rating: 5,
    on: serialOfDay(today),
  });
  await board.typeAt('ratings', FIRST_DATA_ROW + 1, { rep: 'Amy', tag: '会唱歌', rating: 9, on: 'soon' });
  await board.settled();
  const tag = (await rep('Amy')).learnt!.tags.find((one) => one.tag === '技术型');
  expect(tag).toMatchObject({ family: 'style', n: 1, rate: 0.667, last: today.slice(0, 7) });
  const look = await board.look();
  const [good, bad] = look.rows('ratings');
  expect(good!['problem']).toBeNull();
  for (const column of ['标签', '评分', '日期']) expect(String(bad!['problem'])).toContain(column);
});

it('a visit note proposes a tag, which counts only once a person confirms it', async () => {
  await board.typeAt('notes', FIRST_DATA_ROW, {
    rep: 'Amy',
    on: serialOfDay(today),
    note: '院长很认可，聊得深入',
  });
  await board.settled();
  const has = async () => (await rep('Amy')).learnt!.tags.some((one) => one.tag === '擅长高层对话');
  expect((await board.look()).rows('notes')[0]!['proposed']).toBe('擅长高层对话');
  expect(await has()).toBe(false);
  await board.typeAt('notes', FIRST_DATA_ROW, { confirmed: '是' });
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
