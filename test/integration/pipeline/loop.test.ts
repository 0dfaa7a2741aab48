import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_STORY } from '../../../local/sample-team/sample-story.ts';
import type { Language } from '../../../shared/domain/rep.ts';
import { expectUnbrokenAudit, idOf, startBoard, type Look, type RunningBoard } from './running-board.ts';

const WORDS = {
  'zh-CN': {
    question: '老王，你手上这个项目可能更适合Lisa，要不要转给 TA？',
    gauge: '3 → 6，上限 10',
    subject: '老王超载了：负荷 11，上限 10',
    relief: '可以把“云岭骨科医院 · 关节置换耗材年度框架”转给Lisa',
    nobody: '目前没有人能接手',
    audit: ['客户价值变化', '提出建议', '超载，暂停接收新任务'],
    moved: '更换负责人',
    accept: '接受',
    keep: '保留',
    snooze: '稍后',
    status: { accepted: '已接受', kept: '已保留', snoozed: '稍后' },
  },
  en: {
    question:
      'Lao Wang, this one may suit Lisa better. Hand it over? The customer was upgraded, so we looked again at who fits best. (load of Lisa',
    gauge: '3 → 6',
    subject: 'Lao Wang overloaded: load 11, limit 10',
    relief: 'could go to Lisa',
    nobody: 'Nobody can take',
    audit: ['Customer value changed', 'Suggestion made', 'Overloaded: new work paused'],
    moved: 'Owner changed',
    accept: 'Accept',
    keep: 'Keep',
    snooze: 'Snooze',
    status: { accepted: 'Accepted', kept: 'Kept', snoozed: 'Snoozed' },
  },
} as const;

const languages: readonly Language[] = ['zh-CN', 'en'];

describe.each(languages)('the main loop on a %s board', (language) => {
  const story = SAMPLE_STORY[language];
  const words = WORDS[language];
  let board: RunningBoard;
  let task: string;
  let before: Look;
  let mailsBefore: number;

  const load = (look: Look, name: string) => look.find('team', 'name', name)['load'];
  const newAudit = (look: Look) => look.rows('audit').slice(before.rows('audit').length);

  beforeAll(async () => {
    board = await startBoard({ language });
    before = await board.look();
    mailsBefore = (await board.mails()).length;
    task = idOf(before, 'tasks', 'customer', story.customer);
  }, 60_000);
  afterAll(() => board.close());

  it('an upgraded customer brings a suggestion, a colour, three audit rows and one mail', async () => {
    const after = await board.type('tasks', task, { value: story.to });

    const row = after.byId('tasks', task);
    expect(row).toMatchObject({ suggestedOwner: story.betterOwner, owner: story.owner, points: 3 });
    expect(row?.['why']).toContain(words.question);
    expect(row?.['why']).toContain(words.gauge);
    expect(String(row?.['light'])).toMatch(/🟡|🔴/u);

    expectUnbrokenAudit(after);
    const rows = newAudit(after);
    expect(rows.map(({ what }) => what)).toEqual(words.audit);
    expect(rows[0]).toMatchObject({ from: story.from, to: story.to, customer: story.customer });
    expect(rows[1]).toMatchObject({ from: story.owner, to: story.betterOwner });

    const suggestion = after.byId('suggestions', String(rows[1]?.['receipt']));
    expect(suggestion).toMatchObject({ from: story.owner, to: story.betterOwner, score: 0.675 });
    expect(String(suggestion?.['receipt'])).toContain(story.betterOwner);

    const owner = after.find('team', 'name', story.owner);
    expect(owner).toMatchObject({ load: 11 });
    expect(String(owner['light'])).toContain('🔴');

    const mails = (await board.mails()).slice(mailsBefore);
    const told = mails.filter(({ to }) => to.includes('fang.wang@example.com'));
    expect(told.map(({ subject }) => subject)).toEqual([words.subject]);
    expect(mails.map(({ to }) => to.join()).sort()).toEqual([
      'fang.wang@example.com',
      'lao.wang@example.com',
    ]);
    const { text } = await board.mail(told[0]?.id ?? '');
    expect(text).toContain(words.relief);
    expect(text).not.toContain(words.nobody);
  });

  it('accepting moves the deal, clears the answer and balances both loads', async () => {
    const after = await board.type('tasks', task, { action: words.accept });
    expect(after.byId('tasks', task)).toMatchObject({
      owner: story.betterOwner,
      action: null,
      suggestedOwner: null,
    });
    expect([load(after, story.owner), load(after, story.betterOwner)]).toEqual([8, 6]);
    const moved = newAudit(after).find(({ what }) => what === words.moved);
    expect(moved).toMatchObject({ from: story.owner, to: story.betterOwner, undo: false });
    expect(moved?.['receipt']).not.toBe('');
    expect(after.byId('suggestions', String(moved?.['receipt']))).toMatchObject({
      status: words.status.accepted,
    });
    expectUnbrokenAudit(after);
  });

  it('one tick on the audit row takes the move back, once', async () => {
    const moved = newAudit(await board.look()).find(({ what }) => what === words.moved);
    const after = await board.type('audit', String(moved?.['id']), { undo: true });
    expect(after.byId('tasks', task)).toMatchObject({ owner: story.owner });
    expect([load(after, story.owner), load(after, story.betterOwner)]).toEqual([11, 3]);
    const moves = newAudit(after).filter(({ what }) => what === words.moved);
    expect(moves).toHaveLength(2);
    expect(moves[1]).toMatchObject({ from: story.betterOwner, to: story.owner });
    expectUnbrokenAudit(after);

    const again = await board.type('audit', String(moved?.['id']), { undo: false });
    const twice = await board.type('audit', String(moved?.['id']), { undo: true });
    expect(twice.byId('tasks', task)).toMatchObject({ owner: story.owner });
    expect(twice.rows('audit')).toHaveLength(again.rows('audit').length);
    expect(twice.byId('audit', String(moved?.['id']))).toMatchObject({ undo: false });
  });

  it('a snoozed question goes out of sight and says when it comes back', async () => {
    const open = (await board.look())
      .rows('tasks')
      .find(({ suggestedOwner, owner }) => suggestedOwner && owner);
    const id = String(open?.['id']);
    const after = await board.type('tasks', id, { action: words.snooze });
    expect(after.byId('tasks', id)).toMatchObject({
      action: null,
      suggestedOwner: null,
      owner: open?.['owner'],
    });
    expect(String(after.byId('tasks', id)?.['why'])).toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(after.rows('suggestions').filter(({ status }) => status === words.status.snoozed)).toHaveLength(1);
  });

  it('a kept deal stays with its owner and is not asked about again by a sweep', async () => {
    const open = (await board.look())
      .rows('tasks')
      .find(({ suggestedOwner, owner }) => suggestedOwner && owner);
    const id = String(open?.['id']);
    const after = await board.type('tasks', id, { action: words.keep });
    const kept = { action: null, suggestedOwner: null, why: null, owner: open?.['owner'] };
    expect(after.byId('tasks', id)).toMatchObject(kept);
    await board.running.post('onSweep', { spreadsheetId: board.team, id: 'sweep-after-keep' });
    expect((await board.look()).byId('tasks', id)).toMatchObject(kept);
    expectUnbrokenAudit(await board.look());
  });
});
