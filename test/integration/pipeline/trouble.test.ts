import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/app.ts';
import { BoardError, type Board } from '../../../shared/ports/board.ts';
import type { Mailer } from '../../../shared/ports/mailer.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { columnIndex } from '../../../shared/sheet/layout.ts';
import {
  editOf,
  expectUnbrokenAudit,
  startBoard,
  tasksSheet,
  type Look,
  type Row,
  type RunningBoard,
} from './running-board.ts';

/** The far side does not answer as long as `down` is true. */
interface Switch {
  down: boolean;
}

const flakyBoard = (board: Board, power: Switch, what: 'write' | 'all' = 'write'): Board => {
  const fail = () => Promise.reject(new BoardError({ code: 'UNAVAILABLE' }, 'switched off by the test'));
  return {
    read: (...given) => (power.down && what === 'all' ? fail() : board.read(...given)),
    write: (...given) => (power.down ? fail() : board.write(...given)),
    setUp: (...given) => board.setUp(...given),
  };
};

/** The write arrives, but the process dies before it knows. */
const dyingBoard = (board: Board, power: Switch): Board => ({
  ...board,
  read: (...given) => board.read(...given),
  setUp: (...given) => board.setUp(...given),
  write: async (...given) => {
    await board.write(...given);
    if (power.down) throw new Error('killed after the write');
  },
});

const flakyMailer = (mailer: Mailer, power: Switch): Mailer => ({
  send: (mail) =>
    power.down ? Promise.resolve({ ok: false, retryable: true, reason: 'switched off' }) : mailer.send(mail),
});

const dyingStore = (store: Store, power: Switch): Store => ({
  ...store,
  mark: (...given) =>
    power.down ? Promise.reject(new Error('killed before the mark')) : store.mark(...given),
});

describe('when something breaks on the way', () => {
  let board: RunningBoard;
  let before: Look;
  let mails: number;
  let power: Switch;

  const quiet = (look: Look): readonly Row[] =>
    look
      .rows('tasks')
      .filter((row) => row['suggestedOwner'] === null && row['owner'] !== null && row['points'] !== 0);
  const story = () => String(before.find('tasks', 'customer', '云岭骨科医院')['id']);
  const newAudit = (after: Look) => after.rows('audit').slice(before.rows('audit').length);
  const appWith = (ports: Partial<RunningBoard['ports']>) =>
    createApp({ ...board.running.app, ports: { ...board.ports, ...ports } });
  /** What the schedule does next. */
  const sweep = () => board.running.post('onSweep', { spreadsheetId: board.team });

  beforeAll(async () => {
    board = await startBoard();
  }, 60_000);
  afterAll(() => board.close());
  beforeEach(async () => {
    before = await board.look();
    mails = (await board.mails()).length;
    power = { down: true };
  });

  it('a sheet that cannot be written is told at the next run, once: cells, audit, suggestion and mail', async () => {
    const app = appWith({ board: flakyBoard(board.ports.board, power) });
    await board.writeUnseen('tasks', story(), { value: '高' });
    const edit = editOf(board.team, 'event-sheet-away', before.place('tasks', story()));
    expect(await app.edit(edit)).toMatchObject({ kind: 'done', told: 'kept' });
    expect((await board.look()).rows('audit')).toEqual(before.rows('audit'));
    expect(await board.mails()).toHaveLength(mails);
    expect(await board.ports.store.undelivered(board.team, 10)).toHaveLength(1);

    await sweep();
    const after = await board.look();
    expect(after.byId('tasks', story())).toMatchObject({ suggestedOwner: 'Lisa', points: 3 });
    expect(newAudit(after).map(({ what }) => what)).toEqual([
      '客户价值变化',
      '提出建议',
      '超载，暂停接收新任务',
    ]);
    // One to the supervisor, one to the owner who is asked.
    expect(await board.mails()).toHaveLength(mails + 2);
    await sweep();
    expect((await board.look()).rows('audit')).toEqual(after.rows('audit'));
    expect(await board.mails()).toHaveLength(mails + 2);
    expectUnbrokenAudit(after);
  });

  it('an answer accepted while the sheet was away is not taken back by the next edit of the row', async () => {
    const app = appWith({ board: flakyBoard(board.ports.board, power) });
    const id = story();
    await board.writeUnseen('tasks', id, { action: '接受' });
    const place = before.place('tasks', id);
    expect(await app.edit(editOf(board.team, 'event-accept-away', place))).toMatchObject({ told: 'kept' });
    power.down = false;
    await board.writeUnseen('tasks', id, { nextStep: '接受之后再改一格' });
    await app.edit(editOf(board.team, 'event-after-accept', place));
    const after = await board.look();
    expect(after.byId('tasks', id)).toMatchObject({
      owner: 'Lisa',
      action: null,
      nextStep: '接受之后再改一格',
    });
    const moves = newAudit(after).filter(({ what }) => what === '更换负责人');
    expect(moves.map(({ from, to }) => [from, to])).toEqual([['老王', 'Lisa']]);
    expectUnbrokenAudit(after);
  });

  it('nor by the first edit that reaches another instance', async () => {
    const task = before
      .rows('tasks')
      .find(({ owner, suggestedOwner }) => owner !== null && suggestedOwner !== null);
    const id = String(task?.['id']);
    const place = before.place('tasks', id);
    await board.writeUnseen('tasks', id, { action: '接受' });
    const first = appWith({ board: flakyBoard(board.ports.board, power) });
    expect(await first.edit(editOf(board.team, 'event-accept-lost', place))).toMatchObject({ told: 'kept' });
    await board.writeUnseen('tasks', id, { amount: 5150 });
    await appWith({}).edit(editOf(board.team, 'event-other-instance', place));
    const after = await board.look();
    expect(after.byId('tasks', id)).toMatchObject({
      owner: task?.['suggestedOwner'],
      amount: 5150,
      action: null,
    });
  });

  it('a new row whose id could not be written stays one task', async () => {
    const app = appWith({ board: flakyBoard(board.ports.board, power) });
    const place = Math.max(...before.rows('tasks').map(({ id }) => before.place('tasks', String(id)))) + 1;
    const write = (key: string, input: string) =>
      board.running.sheets.act(
        board.team,
        {
          kind: 'setCells',
          sheetId: tasksSheet,
          cells: [{ row: place, column: columnIndex('tasks', key), input }],
        },
        { email: 'you@peineng.example', clientId: 'test' },
      );
    const noTrigger = await untriggered(board);
    await write('customer', '没有编号的客户');
    expect(await app.edit(editOf(board.team, 'event-no-id', place))).toMatchObject({ told: 'kept' });
    power.down = false;
    await write('title', '第二格');
    await app.edit(editOf(board.team, 'event-no-id-again', place));
    noTrigger();
    await board.running.post('onReconcile', { spreadsheetId: board.team });
    const after = await board.look();
    const rows = after.rows('tasks').filter(({ customer }) => customer === '没有编号的客户');
    expect(rows).toHaveLength(1);
    expect(newAudit(after).filter(({ what }) => what === '新增任务')).toHaveLength(1);
    expect(newAudit(after).filter(({ what }) => what === '行已删除，任务归档')).toEqual([]);
    const stored = await board.ports.store.load(board.team, {
      tasks: [String(rows[0]?.['id']) as never],
      books: [],
    });
    expect(stored?.tasks[String(rows[0]?.['id'])]?.fields.title).toBe('第二格');
  });

  it('a mail server that is away gets the mail at a later run, once, and the sheet is not written twice', async () => {
    const app = appWith({ mailer: flakyMailer(board.ports.mailer, power) });
    const [row] = quiet(before).filter(
      ({ owner }) => owner === '老王' || owner === 'Lisa' || owner === '陈晨',
    );
    const id = String(row?.['id']);
    await board.writeUnseen('tasks', id, { owner: 'Amy' });
    const edit = editOf(board.team, 'event-mail-away', before.place('tasks', id));
    expect(await app.edit(edit)).toMatchObject({ kind: 'done', told: 'mailKept' });
    const once = await board.look();
    expect(newAudit(once).map(({ what }) => what)).toContain('超过负荷上限仍分配');
    expect(await board.mails()).toHaveLength(mails);
    const soon = { now: () => Date.now() + 9 * 60_000 };
    await appWith({ clock: soon }).sweep(board.team, 'sweep-too-soon');
    expect((await board.mails()).filter(({ subject }) => subject.includes('Amy'))).toEqual(
      (await board.mails()).slice(0, mails).filter(({ subject }) => subject.includes('Amy')),
    );
    const later = appWith({ clock: { now: () => Date.now() + 11 * 60_000 } });
    await later.sweep(board.team, 'sweep-mail-back');
    const after = await board.look();
    const warned = (look: Look) => look.rows('audit').filter(({ what }) => what === '超过负荷上限仍分配');
    expect(warned(after)).toEqual(warned(once));
    expectUnbrokenAudit(after);
    const sent = (await board.mails()).slice(mails);
    const subjects = sent.map(({ to, subject }) => `${to.join()} ${subject}`);
    expect(subjects.filter((one) => one.includes('Amy又接了新任务'))).toHaveLength(1);
    expect(new Set(subjects).size).toBe(subjects.length);
    await later.sweep(board.team, 'sweep-mail-again');
    expect(await board.mails()).toHaveLength(mails + sent.length);
  });

  it.each([
    [
      'after the write',
      (ports: RunningBoard['ports'], dead: Switch) => ({ board: dyingBoard(ports.board, dead) }),
    ],
    [
      'before the mark',
      (ports: RunningBoard['ports'], dead: Switch) => ({ store: dyingStore(ports.store, dead) }),
    ],
  ])('a process that dies %s leaves no row twice', async (when, parts) => {
    const app = appWith(parts(board.ports, power));
    const id = String(quiet(before)[4]?.['id']);
    const value = before.byId('tasks', id)?.['value'] === '低' ? '中' : '低';
    await board.writeUnseen('tasks', id, { value });
    const edit = editOf(board.team, `event-dies-${when.replaceAll(' ', '-')}`, before.place('tasks', id));
    await expect(app.edit(edit)).rejects.toThrow('killed');
    const once = await board.look();
    expect(newAudit(once).filter(({ what }) => what === '客户价值变化')).toHaveLength(1);
    await board.running.app.edit(edit);
    await sweep();
    const after = await board.look();
    expect(after.rows('audit')).toEqual(once.rows('audit'));
    expect(after.rows('suggestions')).toEqual(once.rows('suggestions'));
    expect(await board.ports.store.undelivered(board.team, 10)).toEqual([]);
    expectUnbrokenAudit(after);
  });

  it('while a decision waits to be written, further edits are put off; later all of it is brought up to date', async () => {
    const app = appWith({ board: flakyBoard(board.ports.board, power) });
    const id = String(quiet(before).find(({ value }) => value === '高')?.['id']);
    const place = before.place('tasks', id);
    await board.writeUnseen('tasks', id, { value: '低' });
    await app.edit(editOf(board.team, 'event-away-first', place));
    for (const value of ['中', '高']) {
      await board.writeUnseen('tasks', id, { value });
      await expect(
        app.edit(editOf(board.team, `event-away-${value === '中' ? 2 : 3}`, place)),
      ).rejects.toThrow(BoardError);
    }
    power.down = false;
    await app.sweep(board.team, 'sweep-back-again');
    await app.check(board.team, { id: 'check-back-again', actor: null });
    const after = await board.look();
    expectUnbrokenAudit(after);
    const changes = newAudit(after).filter(({ what }) => what === '客户价值变化');
    expect(changes.at(-1)).toMatchObject({ to: '高' });
    const stored = await board.ports.store.load(board.team, { tasks: [id as never], books: [] });
    expect(stored?.tasks[id]?.fields.value).toBe('high');
    await app.check(board.team, { id: 'check-once-more', actor: null });
    expect((await board.look()).rows('tasks')).toEqual(after.rows('tasks'));
  });

  it('an edit while the sheet cannot even be read is answered 503, and the add-on has it checked later', async () => {
    const app = appWith({ board: flakyBoard(board.ports.board, power, 'all') });
    const id = String(quiet(before)[8]?.['id']);
    await board.writeUnseen('tasks', id, { amount: 909 });
    const edit = editOf(board.team, 'event-unreadable', before.place('tasks', id));
    await expect(app.edit(edit)).rejects.toThrow(BoardError);
    const state = async () =>
      (await board.ports.store.load(board.team, { tasks: [id as never], books: [] }))?.tasks[id]?.fields
        .amount;
    expect(await state()).not.toBe(909);
    power.down = false;
    await app.edit(edit);
    expect(await state()).toBe(909);
  });

  it('checks, sweeps and edits at the same time never take back an answer', async () => {
    const open = before
      .rows('tasks')
      .filter(({ owner, suggestedOwner }) => owner !== null && suggestedOwner !== null);
    expect(open.length).toBeGreaterThan(1);
    for (const [index, task] of open.slice(0, 3).entries()) {
      const id = String(task['id']);
      await board.writeUnseen('tasks', id, { action: '接受' });
      const work = [
        board.running.app.edit(editOf(board.team, `event-beside-check-${index}`, before.place('tasks', id))),
        board.running.post('onReconcile', { spreadsheetId: board.team }),
        sweep(),
      ];
      await Promise.all(work);
      await board.running.post('onReconcile', { spreadsheetId: board.team });
      const after = await board.look();
      const accepted = newAudit(after).filter(
        ({ what, from, to, customer, title }) =>
          what === '更换负责人' &&
          customer === task['customer'] &&
          title === task['title'] &&
          from === task['owner'] &&
          to === task['suggestedOwner'],
      );
      if (accepted.length > 0)
        expect(after.byId('tasks', id)).toMatchObject({ owner: task['suggestedOwner'], action: null });
      expectUnbrokenAudit(after);
    }
  });
});

/** Keeps the add-on out while a person types, as when its triggers were switched off. Returns the way back. */
const untriggered = async ({ running }: RunningBoard): Promise<() => void> => {
  await running.addOn.idle();
  const edit = running.app.edit.bind(running.app);
  const silent = () => Promise.resolve({ kind: 'ignored' } as const);
  Object.assign(running.app, { edit: silent });
  return () => Object.assign(running.app, { edit });
};
