import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectUnbrokenAudit, startBoard, type Look, type RunningBoard } from '../pipeline/running-board.ts';

const DAY_MS = 86_400_000;
/** A day as a person types it, so many days from today. */
const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

describe('leave, from the cell in the Team tab to the mail', () => {
  let board: RunningBoard;
  let before: Look;
  let wang: string;
  beforeAll(async () => {
    board = await startBoard();
    before = await board.look();
    wang = String(before.find('team', 'name', '老王')['id']);
  }, 60_000);
  afterAll(() => board.close());

  const told = (look: Look, what: string): readonly unknown[] =>
    look
      .rows('audit')
      .filter((row) => row['what'] === what && row['to'] === '老王')
      .map(({ cause }) => cause);

  it('planned for later it stands in the status, and nothing else happens', async () => {
    const typed = { availability: '休假', leaveFrom: inDays(30), backOn: inDays(60) };
    const after = await board.type('team', wang, typed);
    expect(after.byId('team', wang)?.['status']).toContain(`${inDays(30)} 起休假，${inDays(60)} 返岗`);
    expect(after.rows('suggestions')).toHaveLength(before.rows('suggestions').length);
    expect(told(after, '休假安排')).toEqual([]);
  });

  it('begun, for long: every deal is suggested to somebody, and the supervisor reads what moves', async () => {
    const mails = (await board.mails()).length;
    const after = await board.type('team', wang, { leaveFrom: inDays(-1) });
    expect(after.byId('team', wang)).toMatchObject({
      status: `休假中，${inDays(60)} 返岗，期间不安排新任务`,
    });
    expect(told(after, '休假安排')).toEqual([
      expect.stringMatching(/^\S+ 返岗；\d+ 个建议转出，0 个等本人回来$/),
    ]);
    const asked = after
      .rows('tasks')
      .filter((row) => row['owner'] === '老王' && row['suggestedOwner'] !== null);
    expect(asked.length).toBeGreaterThan(2);
    const sent = await Promise.all((await board.mails()).slice(mails).map(({ id }) => board.mail(id)));
    expect(sent.map(({ text }) => text).join('\n')).toMatch(/老王从 \S+ 起休假，\S+ 返岗/);
    const own = String(after.byId('team', wang)?.['email']);
    expect(sent.some(({ to }) => JSON.stringify(to).includes(own))).toBe(false);
  });

  it('a deal that somebody took is lent, and offered back on the day of the return', async () => {
    const open = (await board.look()).rows('tasks').filter((row) => row['owner'] === '老王');
    const [deal] = open.filter((row) => row['suggestedOwner'] !== null && row['points'] === 0.5);
    const id = String((deal ?? open.find((row) => row['suggestedOwner'] !== null))?.['id']);
    const lent = await board.type('tasks', id, { action: '接受' });
    const cover = String(lent.byId('tasks', id)?.['owner']);
    expect(cover).not.toBe('老王');
    expect(lent.byId('tasks', id)?.['why']).toContain('老王 休假期间代管');
    expect(lent.byId('team', wang)?.['status']).toContain('1 个任务由同事代管');

    // On the ramp of the first day 老王 holds too much of his own to be offered anything.
    await board.type('rules', 'leave.rampDays', { value: 0 });
    const back = await board.type('team', wang, { availability: '在岗', leaveFrom: null, backOn: null });
    expect(told(back, '休假结束')).toHaveLength(1);
    expect(back.byId('tasks', id)).toMatchObject({ owner: cover, suggestedOwner: '老王' });
    expect(back.byId('team', wang)?.['status']).toContain('个任务由同事代管');
    const returned = await board.type('tasks', id, { action: '接受' });
    expect(returned.byId('tasks', id)?.['owner']).toBe('老王');
    expect(returned.byId('team', wang)?.['status']).not.toContain('代管');
    expectUnbrokenAudit(returned);
  });

  it('a day of return before the leave gets a note, and the last good row stays in force', async () => {
    const typed = { availability: '休假', leaveFrom: inDays(5), backOn: inDays(5) };
    await board.type('team', wang, typed);
    expect((await board.notes('team', wang))['backOn']).toContain('返岗日须晚于休假开始日');
    expect((await board.ports.store.team(board.team))?.reps[wang]?.fields.availability).toBe('active');
  });
});
