import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RepId, TaskId } from '../../../shared/domain/ids.ts';
import { writeAction } from '../../../shared/links/page-link.ts';
import { CONTACT_MASK } from '../../../shared/moves/contact-cell.ts';
import type { ActOutcome, PersonAct } from '../../../shared/ports/people.ts';
import { columnIndex, TABS } from '../../../shared/sheet/layout.ts';
import { press } from '../pages/running-pages.ts';
import { idOf, startBoard, type RunningBoard } from '../pipeline/running-board.ts';
import { everythingSaid, hearLog, placesOf } from './everything-said.ts';

/** What was planted, each in a form of its own: number, address, chat id, a name in words. */
const CONTACT = '种下的院长 +86 138-0000-1111 dean@planted.example 微信 wxid_planted_77';
const PARTS = ['种下的院长', '138-0000-1111', 'dean@planted.example', 'wxid_planted_77'];

let board: RunningBoard;
let log: readonly string[];
beforeAll(async () => {
  board = await startBoard();
  log = hearLog(board);
}, 120_000);
afterAll(async () => {
  vi.restoreAllMocks();
  await board.close();
});

const repId = async (name: string): Promise<RepId> => {
  const team = (await board.ports.store.team(board.team))!;
  return Object.values(team.reps).find(({ fields }) => fields.name === name)!.id;
};

const act = async (name: string, one: PersonAct): Promise<ActOutcome> =>
  board.running.app.people.act(board.team, { id: board.ports.ids.next(), rep: await repId(name), act: one });

/** Presses "show the contact" on somebody's page, with a token that was signed for them. */
const fetchOnPage = async (name: string, task: TaskId): Promise<string> => {
  const person = await repId(name);
  const token = writeAction(board.running.app.signer, {
    team: board.team,
    person,
    action: 'contact',
    task,
    about: '',
    id: board.ports.ids.next(),
    ends: board.ports.clock.now() + 60_000,
  });
  return (await press(board.ports.pageUrl(board.team, person, 'tasks'), token)).body;
};

/** Nowhere but in the documents kept for contacts, however many they are. */
const expectSealed = async (parts: readonly string[] = PARTS): Promise<void> => {
  const places = placesOf(await everythingSaid(board, log), parts);
  expect(places.some((place) => place.includes('/contacts/'))).toBe(true);
  expect(places.filter((place) => !place.includes('/contacts/'))).toEqual([]);
};

/** Rows of Lao Wang's that nobody is asked about, so that nothing else moves. */
const quietTasks = async (count: number): Promise<readonly TaskId[]> => {
  const look = await board.look();
  return look
    .rows('tasks')
    .filter((row) => row['owner'] === '老王' && row['suggestedOwner'] === null && row['contact'] === null)
    .filter((row) => row['status'] !== 'won' && row['stage'] !== '赢单' && row['stage'] !== '输单')
    .slice(0, count)
    .map((row) => String(row['id']) as TaskId);
};

describe('through the life of a deal a contact is shown where its gate is open, and stands nowhere else', () => {
  let task: TaskId;
  beforeAll(async () => {
    [task] = (await quietTasks(1)) as [TaskId];
  });

  it('typed: masked; the owner sees it, on the page too, nobody else does', async () => {
    const typed = await board.type('tasks', task, { contact: CONTACT });
    expect(typed.byId('tasks', task)!['contact']).toBe(CONTACT_MASK);
    expect(await act('老王', { do: 'fetchContact', taskId: task })).toMatchObject({ contact: CONTACT });
    expect(await fetchOnPage('老王', task)).toContain(CONTACT);
    for (const other of ['Lisa', 'Kevin', '王芳']) {
      expect(await act(other, { do: 'fetchContact', taskId: task })).toMatchObject({ why: 'NOT_YOURS' });
      expect(await fetchOnPage(other, task)).not.toContain('138-0000');
    }
    await expectSealed();
  }, 120_000);

  it('moved: shut for both, until the new owner has confirmed what the old one wrote', async () => {
    await board.type('tasks', task, { owner: 'Lisa' });
    expect(await act('Lisa', { do: 'fetchContact', taskId: task })).toMatchObject({ why: 'GATE_CLOSED' });
    expect(await fetchOnPage('Lisa', task)).not.toContain('138-0000');
    expect(await fetchOnPage('老王', task)).not.toContain('138-0000');
    await expectSealed();
    const items = { preferences: '喜欢喝茶', concerns: '价格' };
    expect(await act('老王', { do: 'writeHandover', taskId: task, items })).toMatchObject({ kind: 'done' });
    for (const wrong of ['老王', '王芳'])
      expect(await act(wrong, { do: 'confirmHandover', taskId: task, item: 'all' })).toMatchObject({
        why: 'NOT_YOURS',
      });
    expect(await act('Lisa', { do: 'confirmHandover', taskId: task, item: 'all' })).toMatchObject({
      kind: 'done',
    });
    expect((await board.look()).find('handovers', 'preferences', '喜欢喝茶')['preferencesRead']).toBe(true);
    expect(await act('Lisa', { do: 'fetchContact', taskId: task })).toMatchObject({ contact: CONTACT });
    expect(await fetchOnPage('Lisa', task)).toContain(CONTACT);
    await expectSealed();
  }, 120_000);

  it('moved on: shut again for who had it, and not to be released before its time', async () => {
    await board.type('tasks', task, { owner: 'Kevin' });
    expect(await act('Lisa', { do: 'fetchContact', taskId: task })).toMatchObject({ why: 'NOT_YOURS' });
    expect(await act('Kevin', { do: 'fetchContact', taskId: task })).toMatchObject({ why: 'GATE_CLOSED' });
    expect(await act('王芳', { do: 'releaseHandover', taskId: task })).toMatchObject({ why: 'NOT_DUE' });
    expect(await fetchOnPage('Lisa', task)).not.toContain('138-0000');
    await expectSealed();
  }, 120_000);

  it('corrected: the first one is nowhere any more, the second is kept', async () => {
    const second = '新的联系人 second-planted@example.net';
    await board.type('tasks', task, { contact: 'first wrong guess 137-2222-3333' });
    await board.type('tasks', task, { contact: second });
    expect(await board.ports.contacts.get(board.team, task)).toBe(second);
    expect(placesOf(await everythingSaid(board, log), ['137-2222-3333', ...PARTS])).toEqual([]);
    await expectSealed([second]);
  }, 120_000);

  it('deleted with its row, or closed: no page, act or export brings it back to somebody who is not the owner', async () => {
    await board.type('tasks', task, { stage: '赢单' });
    expect(await act('Lisa', { do: 'fetchContact', taskId: task })).toMatchObject({ why: 'NOT_YOURS' });
    const row = (await board.look()).place('tasks', task);
    await board.act({ kind: 'deleteRows', sheetId: TABS.tasks.sheetId, start: row, count: 1 });
    await board.running.app.check(board.team, { id: board.ports.ids.next(), actor: null });
    for (const name of ['老王', 'Lisa', 'Kevin'])
      expect(await act(name, { do: 'fetchContact', taskId: task })).toMatchObject({ why: 'NOT_YOURS' });
    await expectSealed(['second-planted@example.net', ...PARTS]);
  }, 120_000);
});

describe('a contact that comes in some other way', () => {
  it('pasted as a block into many rows, as text and as a number, is masked in each', async () => {
    const tasks = await quietTasks(2);
    expect(tasks.length).toBe(2);
    const look = await board.look();
    const column = columnIndex('tasks', 'contact');
    const cells = tasks.map((id, index) => ({
      row: look.place('tasks', id),
      column,
      input: index === 0 ? 'block-planted-one@example.net' : 13911112222,
    }));
    await board.act({ kind: 'setCells', sheetId: TABS.tasks.sheetId, cells });
    const after = await board.look();
    for (const id of tasks) expect(after.byId('tasks', id)!['contact']).toBe(CONTACT_MASK);
    expect(await board.ports.contacts.get(board.team, tasks[1]!)).toBe('13911112222');
    await expectSealed(['block-planted-one@example.net', '13911112222']);
  }, 120_000);

  it('with a new row is masked as soon as the row is a task', async () => {
    const last = Math.max(...(await board.look()).rows('tasks').map((_row, index) => index)) + 2;
    const customer = '新客户-种下';
    await board.typeAt('tasks', last, {
      customer,
      title: '新单',
      owner: 'Kevin',
      contact: 'new-row-planted 微信',
    });
    await board.settled();
    await expect
      .poll(async () => (await board.look()).find('tasks', 'customer', customer)['contact'], {
        timeout: 20_000,
      })
      .toBe(CONTACT_MASK);
    await board.settled();
    const id = idOf(await board.look(), 'tasks', 'customer', customer) as TaskId;
    expect(await board.ports.contacts.get(board.team, id)).toBe('new-row-planted 微信');
    await expectSealed(['new-row-planted']);
  }, 120_000);

  it('in a row that is refused stands in that cell, and in no note, mail, log, event or page', async () => {
    const last = Math.max(...(await board.look()).rows('tasks').map((_row, index) => index)) + 3;
    await board.typeAt('tasks', last, {
      customer: '坏行-种下',
      title: '坏行',
      value: '很高很高',
      owner: '没有这个人',
      contact: 'refused-row-planted@example.net',
    });
    await board.settled();
    const places = placesOf(await everythingSaid(board, log), ['refused-row-planted']);
    expect(places).toContain('sheet');
    // The sheet and the pages that show it: there a person typed it, and still sees it.
    expect(places.filter((place) => !/^sheet$|\/board\/api\/book$/.test(place))).toEqual([]);
  }, 120_000);

  it('unseen by any trigger is kept and masked by the next check', async () => {
    const [task] = (await board.look())
      .rows('tasks')
      .filter(({ contact, owner }) => contact === null && owner !== null)
      .map((row) => String(row['id']) as TaskId);
    await board.writeUnseen('tasks', task!, { contact: 'unseen-planted@example.net' });
    await board.running.app.check(board.team, { id: board.ports.ids.next(), actor: null });
    expect((await board.look()).byId('tasks', task!)!['contact']).toBe(CONTACT_MASK);
    await expectSealed(['unseen-planted']);
  }, 120_000);

  it('while the database is out of reach stays in its cell, stands in no error, and is kept later', async () => {
    const [task] = (await board.look())
      .rows('tasks')
      .filter(({ contact, owner }) => contact === null && owner !== null)
      .map((row) => String(row['id']) as TaskId);
    const put = vi.spyOn(board.ports.contacts, 'put').mockRejectedValue(new Error('database out of reach'));
    await board.typeAt('tasks', (await board.look()).place('tasks', task!), {
      contact: 'trouble-planted@example.net',
    });
    await board.running.addOn.idle();
    put.mockRestore();
    const places = placesOf(await everythingSaid(board, log), ['trouble-planted']);
    expect(places.filter((place) => !/^sheet$|\/board\/api\/book$/.test(place))).toEqual([]);
    await board.running.app.check(board.team, { id: board.ports.ids.next(), actor: null });
    await board.settled();
    expect((await board.look()).byId('tasks', task!)!['contact']).toBe(CONTACT_MASK);
    expect(await board.ports.contacts.get(board.team, task!)).toBe('trouble-planted@example.net');
    await expectSealed(['trouble-planted']);
  }, 120_000);
});

it('a window that opens the board now is told no contact by the feed of changes', async () => {
  const stop = new AbortController();
  const answer = await fetch(`${board.running.origin}/board/api/changes`, { signal: stop.signal });
  const reader = answer.body!.getReader();
  const { value } = (await reader.read()) as { value: Uint8Array | undefined };
  const first = new TextDecoder().decode(value);
  stop.abort();
  for (const part of [...PARTS, 'planted']) expect(first).not.toContain(part);
});

it('on disk it stands where contacts are kept, and in the sheet’s own history of cells, nowhere else', async () => {
  const files = await readdir(board.dataDir, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const file of files) {
    if (!file.isFile()) continue;
    const text = await readFile(join(file.parentPath, file.name), 'utf8');
    if (PARTS.some((part) => text.includes(part))) holding.push(join(file.parentPath, file.name));
  }
  expect(holding.length).toBeGreaterThan(0);
  expect(holding.filter((path) => !/sheets|firestore/.test(path))).toEqual([]);
});
