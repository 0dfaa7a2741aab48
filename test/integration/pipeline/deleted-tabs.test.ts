import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../../shared/contract/settings.ts';
import { columnIndex, TABS, type TabKey } from '../../../shared/sheet/layout.ts';
import { LOCAL_PERSON } from '../../../local/local-config.ts';
import { tabTitle } from '../../../shared/text/board-words.ts';
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
      // The tabs of people alone are asked for: what Peineng writes is simply written anew.
      const told = async (): Promise<number> =>
        (await board.mails()).filter(({ subject }) =>
          subject.startsWith(`${tabTitle(tab, 'zh-CN')}页缺了内容`),
        ).length;
      await expect.poll(told, { timeout: 10_000 }).toBeGreaterThanOrEqual(tab === 'workload' ? 0 : 1);
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

  it('a board made before there were contests and rules for tags gets them by set-up, and keeps all the rest', async () => {
    const before = await board.look();
    const start = columnIndex('team', 'contest');
    const rules = [SETTINGS.tagHalfLife, SETTINGS.tagLeastDeals, SETTINGS.tagLeastWins].map(({ key }) => key);
    const person = { email: LOCAL_PERSON, clientId: 'test' };
    const { sheets } = board.running;
    for (const key of rules)
      await sheets.act(
        board.team,
        {
          kind: 'deleteRows',
          sheetId: TABS.rules.sheetId,
          start: (await board.look()).place('rules', key),
          count: 1,
        },
        person,
      );
    await sheets.act(
      board.team,
      { kind: 'deleteColumns', sheetId: TABS.team.sheetId, start, count: 1 },
      person,
    );
    for (const tab of ['ratings', 'notes'] as const)
      await sheets.act(board.team, { kind: 'deleteSheet', sheetId: TABS[tab].sheetId }, person);
    await board.running.addOn.run('setUpBoard', [], LOCAL_PERSON);
    await board.settled();
    const after = await board.look();
    // Proof of deleted ratings is gone with them; an empty box is as good as one without a tick.
    const kept = ({ evidence: _learnt, contest, ...row }: Readonly<Record<string, unknown>>) => ({
      ...row,
      contest: contest === true,
    });
    expect(after.rows('team').map(kept)).toEqual(before.rows('team').map(kept));
    expect(after.rows('tasks')).toEqual(before.rows('tasks'));
    expect(after.rows('history')).toEqual(before.rows('history'));
    expect(after.rows('rules').map(({ id }) => id)).toEqual(expect.arrayContaining(rules));
    expect(after.rows('ratings')).toEqual([]);
    const { id } = after.find('team', 'name', 'Lisa');
    const ticked = await board.type('team', String(id), { contest: true });
    expect(ticked.find('team', 'name', 'Lisa')).toMatchObject({ contest: false });
    expect(String(ticked.find('team', 'name', 'Lisa')['contested'])).toContain('PPT');
  });
});
