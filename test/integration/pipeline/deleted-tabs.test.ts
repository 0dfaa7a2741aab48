import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../shared/contract/settings.ts';
import { columnIndex, TABS, type TabKey } from '../../../shared/sheet/layout.ts';
import { LOCAL_PERSON } from '../../../local/local-config.ts';
import { startBoard, type Look, type RunningBoard } from './running-board.ts';

let board: RunningBoard;
const lastProblem = async (): Promise<string> => {
  const state = (await board.running.addOn.run('sidebarState', [], LOCAL_PERSON)) as {
    last?: { ok: boolean; message: string };
  };
  return state.last?.ok === false ? state.last.message : '';
};
const content = (look: Look, tab: TabKey) => look.rows(tab);

beforeAll(async () => {
  board = await startBoard();
}, 60_000);
afterAll(() => board.close());

describe('tabs and columns that were deleted', () => {
  it('a deleted column of people is named, nothing is taken for emptied, and set-up puts the column back', async () => {
    const before = await board.look();
    const stored = await board.ports.store.load(board.team, { tasks: [], books: [], allBooks: true });
    const start = columnIndex('tasks', 'nextStep');
    await board.running.sheets.act(
      board.team,
      { kind: 'deleteColumns', sheetId: TABS.tasks.sheetId, start, count: 1 },
      { email: LOCAL_PERSON, clientId: 'test' },
    );
    await board.settled();
    expect(await lastProblem()).toContain('设置');
    expect(
      (await board.ports.store.load(board.team, { tasks: [], books: [], allBooks: true }))?.books,
    ).toEqual(stored?.books);
    await board.running.addOn.run('setUpBoard', [], LOCAL_PERSON);
    await board.settled();
    const after = await board.look();
    expect(after.rows('tasks')).toHaveLength(before.rows('tasks').length);
    expect(after.rows('tasks').map(({ nextStep }) => nextStep)).toEqual(
      before.rows('tasks').map(({ nextStep }) => nextStep),
    );
  });

  const KEPT: readonly TabKey[] = ['tasks', 'team', 'rules', 'workload'];
  it.each(KEPT)(
    'a deleted %s tab is named, and set-up puts it back with all that stood in it',
    async (tab) => {
      if (tab === 'rules') await board.type('rules', SETTINGS.snoozeDays.key, { value: 9 });
      const before = await board.look();
      const known = await board.ports.store.load(board.team, { tasks: [], books: [], allBooks: true });
      await board.running.sheets.act(
        board.team,
        { kind: 'deleteSheet', sheetId: TABS[tab].sheetId },
        { email: LOCAL_PERSON, clientId: 'test' },
      );
      await board.settled();
      expect(await lastProblem()).toBe('有页签或表头不见了，请重新运行“设置”恢复。');
      await board.running.addOn.run('setUpBoard', [], LOCAL_PERSON);
      await board.settled();
      const after = await board.look();
      const sorted = (look: Look) =>
        [...content(look, tab)].sort((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1));
      expect(sorted(after)).toEqual(sorted(before));
      expect(after.rows('audit')).toEqual(before.rows('audit'));
      const now = await board.ports.store.load(board.team, { tasks: [], books: [], allBooks: true });
      expect(now?.books).toEqual(known?.books);
      expect(now?.team.policy).toEqual(known?.team.policy);
      expect(now?.team.reps).toEqual(known?.team.reps);
    },
  );
});
