import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../functions/app.ts';
import { createFirestoreStore } from '../../../functions/adapters/firestore-store.ts';
import { taskId, type RepId } from '../../../shared/domain/ids.ts';
import type { Board } from '../../../shared/ports/board.ts';
import { editOf, expectUnbrokenAudit, startBoard, type Look, type RunningBoard } from './running-board.ts';

/** Holds a call back until it is let go, and says when it has been reached. */
const gate = () => {
  let [letGo, reached] = [() => {}, () => {}];
  const open = new Promise<void>((resolve) => (letGo = resolve));
  const there = new Promise<void>((resolve) => (reached = resolve));
  return { open, there, letGo: () => letGo(), reached: () => reached() };
};

type Gate = ReturnType<typeof gate>;

/** A board whose answer to a read is on its way for as long as the gate is shut. */
const slowRead = (board: Board, { open, reached }: Gate): Board => ({
  ...board,
  read: async (...given) => {
    const read = await board.read(...given);
    reached();
    await open;
    return read;
  },
});

/** A board that is written only once the gate opens. */
const slowWrite = (board: Board, { open, reached }: Gate): Board => ({
  ...board,
  write: async (...given) => {
    reached();
    await open;
    return board.write(...given);
  },
});

describe('another instance, between the commit of a move and its write', () => {
  let board: RunningBoard;
  let before: Look;
  let id: string;
  const story = '云岭骨科医院';

  const instance = (of: (board: Board) => Board = (one) => one): App =>
    createApp({
      ...board.running.app,
      ports: {
        ...board.ports,
        store: createFirestoreStore(board.running.firestore),
        board: of(board.ports.board),
      },
    });
  const ownerStored = async (): Promise<string | undefined> => {
    const state = await board.ports.store.load(board.team, { tasks: [taskId(id)], books: [] });
    const owner = state?.tasks[id]?.fields.owner;
    return owner === undefined ? undefined : state?.team.reps[owner]?.fields.name;
  };
  /** Lisa's supervisor gives her the deal, away from the sheet. */
  const accept = async (app: App, event: string) => {
    const team = (await board.ports.store.team(board.team))!;
    const { receipt, from } = team.pending[id]!;
    return app.people.act(board.team, {
      id: event,
      rep: from as RepId,
      act: { do: 'accept', taskId: taskId(id), receipt },
    });
  };
  const moves = (look: Look): readonly string[] =>
    look
      .rows('audit')
      .filter(({ what, customer }) => what === '更换负责人' && customer === story)
      .map(({ from, to }) => `${String(from)} → ${String(to)}`);

  beforeAll(async () => {
    board = await startBoard();
    id = String((await board.look()).find('tasks', 'customer', story)['id']);
  }, 60_000);
  afterAll(() => board.close());
  beforeEach(async () => {
    // The deal goes back and forth here more often than the rules would have it.
    await board.type('rules', 'transfers.cooldownDays', { value: 0 });
    await board.type('rules', 'transfers.perYear', { value: 50 });
    before = await board.type('tasks', id, { owner: '老王', value: '中' });
    before = await board.type('tasks', id, { value: '高' });
    expect(before.byId('tasks', id)).toMatchObject({ owner: '老王', suggestedOwner: 'Lisa' });
  });

  it('a check that read the old owner before the move was told takes nothing back', async () => {
    const reading = gate();
    const other = instance((one) => slowRead(one, reading));
    const checked = other.check(board.team, { id: 'check-of-the-other', actor: null });
    await reading.there;
    expect(await accept(instance(), 'act-in-between')).toMatchObject({ kind: 'done', told: true });
    reading.letGo();
    await checked;
    expect(await ownerStored()).toBe('Lisa');
    const after = await board.look();
    expect(after.byId('tasks', id)?.['owner']).toBe('Lisa');
    expect(moves(after).slice(moves(before).length)).toEqual(['老王 → Lisa']);
    expectUnbrokenAudit(after);
  });

  it('an edit of the row, read while the move is still to be written, changes what it changed and no more', async () => {
    const writing = gate();
    const other = instance();
    // It has been at work before, so it does not begin by telling what others have left.
    await other.check(board.team, { id: 'check-before', actor: null });
    const accepted = accept(
      instance((one) => slowWrite(one, writing)),
      'act-unwritten',
    );
    await writing.there;
    await board.writeUnseen('tasks', id, { nextStep: '约下周拜访' });
    const edit = editOf(board.team, 'event-while-unwritten', before.place('tasks', id));
    expect(await other.edit(edit)).toMatchObject({ kind: 'done' });
    writing.letGo();
    await accepted;
    expect(await ownerStored()).toBe('Lisa');
    const after = await board.look();
    expect(after.byId('tasks', id)).toMatchObject({ owner: 'Lisa', nextStep: '约下周拜访' });
    expect(moves(after).slice(moves(before).length)).toEqual(['老王 → Lisa']);
  });

  it('two edits that came in together: the second does not take back what the first one brought about', async () => {
    await board.writeUnseen('tasks', id, { action: '接受' });
    const app = instance();
    const place = before.place('tasks', id);
    // While the first one is under way the other two gather, and are read together.
    await Promise.all([
      app.edit(editOf(board.team, 'event-elsewhere', place + 1)),
      app.edit(editOf(board.team, 'event-accepts', place)),
      app.edit(editOf(board.team, 'event-same-row', place)),
    ]);
    expect(await ownerStored()).toBe('Lisa');
    expect((await board.look()).byId('tasks', id)).toMatchObject({ owner: 'Lisa', action: null });
  });

  it('a person who types the former owner after that means it', async () => {
    expect(await accept(instance(), 'act-then-back')).toMatchObject({ kind: 'done', told: true });
    const back = await board.type('tasks', id, { owner: '老王' });
    expect(await ownerStored()).toBe('老王');
    expect(moves(back).slice(moves(before).length)).toEqual(['老王 → Lisa', 'Lisa → 老王']);
  });
});
