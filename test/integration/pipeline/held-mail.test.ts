import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../../functions/app.ts';
import { dayAt, instantOf, plusDays, type Instant } from '../../../shared/domain/day.ts';
import type { ClockTime } from '../../../shared/domain/clock-time.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { editOf, startBoard, type RunningBoard } from './running-board.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE = 60_000;

let board: RunningBoard;
let now: Instant;
let events = 0;
/** A deal of 老王 that is suggested to Lisa once its customer is upgraded. */
let story: string;

/** Days from today on, by the clocks of the team: what the real clock says matters to nothing. */
const at = (day: number, time: string): Instant =>
  instantOf(plusDays(dayAt(Date.now(), ZONE), day), time as ClockTime, ZONE);
/** One instance of the functions, at the time of the test. */
const instance = (ports: Partial<RunningBoard['ports']> = {}) =>
  createApp({ ...board.running.app, ports: { ...board.ports, clock: { now: () => now }, ...ports } });
const sweep = (app = instance()) => app.sweep(board.team, `sweep-${(events += 1)}`);

const edit = async (app: ReturnType<typeof instance>, id: string, cells: Record<string, string>) => {
  await board.writeUnseen('tasks', id, cells);
  return app.edit(
    editOf(board.team, `held-${(events += 1)}-abcdef`, (await board.look()).place('tasks', id)),
  );
};
const mailsSince = async (count: number) => (await board.mails()).slice(count);
const count = async () => (await board.mails()).length;
const receivers = (mails: Awaited<ReturnType<typeof mailsSince>>) => mails.map(({ to }) => to.join()).sort();

/** A task whose owner has quiet hands, to make news with: giving it to Amy, who is above her limit. */
const spare = async (skip = 0): Promise<string> => {
  const rows = (await board.look()).rows('tasks');
  const free = rows.filter(
    (row) =>
      row['suggestedOwner'] === null &&
      row['id'] !== story &&
      typeof row['owner'] === 'string' &&
      row['owner'] !== 'Amy' &&
      Number(row['points']) > 0,
  );
  return String(free[skip]?.['id']);
};

beforeAll(async () => {
  board = await startBoard();
  const look = await board.look();
  for (const [key, value] of [
    ['mail.quietFrom', '20:00'],
    ['mail.quietTo', '08:00'],
  ] as const)
    await board.typeAt('rules', look.place('rules', key), { value });
  await board.running.addOn.idle();
  story = String(look.find('tasks', 'customer', '云岭骨科医院')['id']);
}, 90_000);
afterAll(() => board.close());

describe('in quiet hours', () => {
  it('nothing is sent by edits or sweeps, which look for no mail; in the morning everybody gets one mail about all of it, though two instances sweep at once', async () => {
    now = at(1, '22:00');
    const before = await count();
    const app = instance();
    expect(await edit(app, await spare(0), { owner: 'Amy' })).toMatchObject({ told: 'told' });
    expect(await edit(app, await spare(1), { owner: 'Amy' })).toMatchObject({ told: 'told' });
    const looked = vi.spyOn(board.ports.store, 'dueMail');
    await sweep();
    now = at(2, '07:59');
    await sweep();
    expect(looked).not.toHaveBeenCalled();
    expect(await mailsSince(before)).toEqual([]);

    now = at(2, '08:01');
    await Promise.all([sweep(instance()), sweep(instance())]);
    const mails = await mailsSince(before);
    expect(new Set(receivers(mails)).size).toBe(mails.length);
    const texts = await Promise.all(mails.map(async ({ id }) => (await board.mail(id)).text));
    expect(texts.some((text) => text.includes('Amy'))).toBe(true);
    await sweep();
    expect(await mailsSince(before)).toHaveLength(mails.length);
    looked.mockRestore();
  });
});

describe('a process that dies', () => {
  it('between sending and its mark: the same mail goes once more, with the same Message-ID, after its time is over', async () => {
    now = at(2, '10:00');
    const before = await count();
    const dying: Store = { ...board.ports.store, mark: () => Promise.reject(new Error('killed')) };
    await expect(edit(instance({ store: dying }), await spare(0), { owner: 'Amy' })).rejects.toThrow(
      'killed',
    );
    const once = await mailsSince(before);
    expect(once.length).toBeGreaterThan(0);
    now += 5 * MINUTE;
    await sweep();
    const soon = await mailsSince(before);
    const idsOf = (mails: typeof once) => mails.map(({ messageId }) => messageId);
    expect(new Set(idsOf(soon)).size).toBe(soon.length);
    now += 15 * MINUTE;
    await sweep();
    await sweep();
    const all = idsOf(await mailsSince(before));
    for (const { messageId } of once) expect(all.filter((id) => id === messageId)).toHaveLength(2);
  });

  it('in the middle of a run: whoever has theirs gets nothing again but the one mail in flight, as itself', async () => {
    now = at(2, '21:00');
    const before = await count();
    const app = instance();
    for (const skip of [0, 1, 2]) await edit(app, await spare(skip), { value: '高' });
    now = at(3, '08:30');
    let noted = 0;
    const dying: Store = {
      ...board.ports.store,
      noteMailSent: (...given) =>
        (noted += 1) === 2 ? Promise.reject(new Error('killed')) : board.ports.store.noteMailSent(...given),
    };
    await expect(sweep(instance({ store: dying }))).rejects.toThrow('killed');
    const first = await mailsSince(before);
    expect(first).toHaveLength(2);
    now += 5 * MINUTE;
    await sweep();
    expect(await mailsSince(before)).toHaveLength(2);
    now += 6 * MINUTE;
    await sweep();
    const all = await mailsSince(before);
    const ids = all.map(({ messageId }) => messageId);
    expect(ids.filter((id) => id === first[0]?.messageId)).toHaveLength(1);
    expect(ids.filter((id) => id === first[1]?.messageId)).toHaveLength(2);
    expect(new Set(receivers(all)).size).toBe(all.length - 1);
    const done = all.length;
    now += 20 * MINUTE;
    await sweep();
    expect((await mailsSince(before)).length - done).toBe(0);
  });
});

describe('mail that cannot be delivered', () => {
  it('is given up after a second refusal: an audit row, the supervisor’s next mail, page and sidebar; no address in any log', async () => {
    const wang = Object.values((await board.ports.store.team(board.team))!.reps).find(
      ({ fields }) => fields.name === '老王',
    )!;
    await board.type('team', wang.id, { email: 'anyone@refused.example' });
    const logs: unknown[] = [];
    const log = {
      info: (...given: unknown[]) => void logs.push(given),
      warn: (...given: unknown[]) => void logs.push(given),
      error: (...given: unknown[]) => void logs.push(given),
    };
    now = at(4, '10:00');
    const app = instance({ log });
    const before = await count();
    expect(await edit(app, story, { value: '高' })).toMatchObject({ told: 'mailKept' });
    const audit = async () => (await board.look()).rows('audit').filter(({ what }) => what === '邮件送不到');
    expect(await audit()).toEqual([]);
    now += MINUTE;
    await sweep(app);
    expect(await audit()).toMatchObject([{ to: '老王', cause: '被邮件服务器拒收' }]);
    expect((await board.ports.store.team(board.team))!.undelivered).toMatchObject([
      { name: '老王', reason: 'REFUSED' },
    ]);
    now += 15 * MINUTE;
    await sweep(app);
    const told = (await mailsSince(before)).filter(({ subject }) => subject.includes('没有送到'));
    const texts = await Promise.all(
      (await mailsSince(before)).map(async ({ id }) => (await board.mail(id)).text),
    );
    expect(told.length + texts.filter((text) => text.includes('送不到的邮件')).length).toBeGreaterThan(0);
    now += 15 * MINUTE;
    await sweep(app);
    expect(await audit()).toHaveLength(1);
    expect(JSON.stringify(logs)).not.toContain('refused.example');
    expect(JSON.stringify(logs)).toContain('550');
  });
});
