import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RepId, TaskId } from '../../../shared/domain/ids.ts';
import type { PersonAct, ActOutcome } from '../../../shared/ports/people.ts';
import { TAB_KEYS } from '../../../shared/sheet/layout.ts';
import { idOf, startBoard, type RunningBoard } from '../pipeline/running-board.ts';

/** Parts of the planted contact that stand in nothing else. */
const PARTS = ['planted-13800001111', '种下的院长', 'dean@planted.example'];
const CONTACT = PARTS.join(' ');

let board: RunningBoard;
const lines: string[] = [];
beforeAll(async () => {
  board = await startBoard();
  for (const level of ['info', 'warn', 'error'] as const) {
    const tell = board.ports.log[level].bind(board.ports.log);
    vi.spyOn(board.ports.log, level).mockImplementation((event, data) => {
      lines.push(JSON.stringify([event, data]));
      tell(event, data);
    });
  }
}, 120_000);
afterAll(() => board.close());

const repId = async (name: string): Promise<RepId> => {
  const team = (await board.ports.store.team(board.team))!;
  return Object.values(team.reps).find(({ fields }) => fields.name === name)!.id;
};

const act = async (name: string, one: PersonAct): Promise<ActOutcome> =>
  board.running.app.people.act(board.team, {
    id: board.ports.ids.next(),
    rep: await repId(name),
    act: one as Exclude<PersonAct, { do: 'moveMany' }>,
  });

/** Everything people or machines could read: cells, notes, mails, logs, events, tasks, pages. */
const everythingSaid = async (task: TaskId): Promise<string> => {
  const look = await board.look();
  const said: unknown[] = TAB_KEYS.map((tab) => look.rows(tab));
  said.push(await board.notes('tasks', task), lines);
  for (const { id } of await board.mails()) said.push(await board.mail(id));
  const state = await board.ports.store.load(board.team, { tasks: [task], books: [], allBooks: true });
  said.push(state);
  for (const row of look.rows('audit')) {
    const event = String(row['id']).split('#')[0] ?? '';
    said.push(await board.ports.store.event(board.team, event as never));
  }
  for (const { id } of Object.values(state!.team.reps))
    said.push(await board.running.app.people.home(board.team, id));
  return JSON.stringify(said);
};

const expectNowhere = async (task: TaskId): Promise<void> => {
  const said = await everythingSaid(task);
  for (const part of PARTS) expect(said).not.toContain(part);
};

it('a contact is shown to the present owner once the gate has opened, and stands nowhere else', async () => {
  const look = await board.look();
  const wangs = look.rows('tasks').find((row) => row['owner'] === '老王' && row['suggestedOwner'] === null)!;
  const task = idOf(look, 'tasks', 'customer', wangs['customer'] ?? '') as TaskId;

  const typed = await board.type('tasks', task, { contact: CONTACT });
  expect(typed.byId('tasks', task)!['contact']).toBe('🔒');
  await expectNowhere(task);
  expect(await act('老王', { do: 'fetchContact', taskId: task })).toMatchObject({ contact: CONTACT });
  expect(await act('Lisa', { do: 'fetchContact', taskId: task })).toEqual({
    kind: 'refused',
    why: 'NOT_YOURS',
  });

  await board.type('tasks', task, { owner: 'Lisa' });
  expect(await act('Lisa', { do: 'fetchContact', taskId: task })).toEqual({
    kind: 'refused',
    why: 'GATE_CLOSED',
  });
  expect(await act('老王', { do: 'fetchContact', taskId: task })).toEqual({
    kind: 'refused',
    why: 'NOT_YOURS',
  });
  await expectNowhere(task);

  expect(await act('Lisa', { do: 'confirmHandover', taskId: task, item: 'all' })).toEqual({
    kind: 'refused',
    why: 'ITEM_EMPTY',
  });
  const items = { preferences: '喜欢喝茶', concerns: '价格' };
  expect(await act('老王', { do: 'writeHandover', taskId: task, items })).toMatchObject({ kind: 'done' });
  expect(await act('老王', { do: 'confirmHandover', taskId: task, item: 'all' })).toMatchObject({
    why: 'NOT_YOURS',
  });
  expect(await act('Lisa', { do: 'confirmHandover', taskId: task, item: 'all' })).toMatchObject({
    kind: 'done',
  });
  expect((await board.look()).find('handovers', 'preferences', '喜欢喝茶')['preferencesRead']).toBe(true);
  expect(await act('Lisa', { do: 'fetchContact', taskId: task })).toMatchObject({ contact: CONTACT });
  await expectNowhere(task);

  await board.type('tasks', task, { owner: 'Kevin' });
  expect(await act('Lisa', { do: 'fetchContact', taskId: task })).toEqual({
    kind: 'refused',
    why: 'NOT_YOURS',
  });
  expect(await act('Kevin', { do: 'fetchContact', taskId: task })).toEqual({
    kind: 'refused',
    why: 'GATE_CLOSED',
  });
  expect(await act('王芳', { do: 'releaseHandover', taskId: task })).toEqual({
    kind: 'refused',
    why: 'NOT_DUE',
  });
  await expectNowhere(task);
  expect(await board.ports.contacts.get(board.team, task)).toBe(CONTACT);
}, 120_000);

it('the contact a person typed unseen is kept and masked by the next check', async () => {
  const look = await board.look();
  const row = look.rows('tasks').find(({ contact }) => contact === null)!;
  const task = String(row['id']) as TaskId;
  await board.writeUnseen('tasks', task, { contact: CONTACT });
  await board.running.app.check(board.team, { id: board.ports.ids.next(), actor: null });
  expect((await board.look()).byId('tasks', task)!['contact']).toBe('🔒');
  expect(await board.ports.contacts.get(board.team, task)).toBe(CONTACT);
  await expectNowhere(task);
}, 60_000);

it('on disk it stands where contacts are kept, and in the sheet’s own history of cells, nowhere else', async () => {
  const files = await readdir(board.dataDir, { recursive: true, withFileTypes: true });
  const holding: string[] = [];
  for (const file of files) {
    if (!file.isFile()) continue;
    const text = await readFile(join(file.parentPath, file.name), 'utf8');
    if (PARTS.some((part) => text.includes(part))) holding.push(join(file.parentPath, file.name));
  }
  expect(holding.filter((path) => !/sheets|firestore/.test(path))).toEqual([]);
});
