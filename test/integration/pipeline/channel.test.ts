import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../../functions/app.ts';
import { dayAt, instantOf, isoWeekday, plusDays, type Instant } from '../../../shared/domain/day.ts';
import type { Channel, ChannelMessage, Posted } from '../../../shared/ports/channel.ts';
import { SETTINGS } from '../../../shared/contract/settings.ts';
import { startBoard, type Look, type RunningBoard } from './running-board.ts';

const HOUR = 3_600_000;
const ZONE = 'Asia/Shanghai';
const hasWeek = ({ lines }: ChannelMessage): boolean => lines.some((line) => line.includes('团队周报'));

/** A chat that answers as it is told, and remembers what it took. */
const chat = () => {
  const taken: ChannelMessage[] = [];
  const state = { answer: { ok: true } as Posted, tried: 0 };
  const channel: Channel = {
    post: (_team, _service, message) => {
      state.tried += 1;
      if (state.answer.ok) taken.push(message);
      return Promise.resolve(state.answer);
    },
  };
  return { taken, state, channel };
};

describe('the chat of a team', () => {
  let board: RunningBoard;
  let before: Look;
  /** Later than whatever the schedule of the running board does. */
  let now: Instant;

  const appWith = (ports: Partial<RunningBoard['ports']>) =>
    createApp({ ...board.running.app, ports: { ...board.ports, ...ports } });
  const at = (ports: { readonly channel: Channel }, instant: Instant) => {
    now = Math.max(now, instant);
    return appWith({ ...ports, clock: { now: () => instant } });
  };
  const page = async () => (await fetch(`${board.running.origin}/inbox/chat`)).text();
  const rule = (key: string, value: string) => board.type('rules', key, { value });
  const runsDone = async (): Promise<readonly string[]> => {
    const events = await board.running.firestore.collection(`teams/${board.team}/events`).get();
    return events.docs.flatMap((doc) =>
      [...JSON.stringify(doc.data()).matchAll(/\\?"run\\?":\\?"(day|weekly)\\?"/g)].map(
        ([, run]) => run ?? '',
      ),
    );
  };
  const nextDay = (weekday: number): Instant => {
    let day = plusDays(dayAt(now, ZONE), 1);
    while (isoWeekday(day) !== weekday) day = plusDays(day, 1);
    return instantOf(day, '11:00', ZONE);
  };
  /** Somebody is given so much that they are above the limit, unseen by the running board. */
  const overload = async (to: string): Promise<void> => {
    const rows = (await board.look()).rows('tasks');
    const free = rows
      .filter((row) => row['owner'] !== null && row['owner'] !== to && row['points'] === 3)
      .slice(0, 3);
    for (const row of free) await board.writeUnseen('tasks', String(row['id']), { owner: to });
  };

  beforeAll(async () => {
    board = await startBoard();
    now = Date.now();
  }, 60_000);
  afterAll(() => board.close());
  beforeEach(async () => {
    before = await board.look();
  });

  it('hears nothing until the rules name it, then what the supervisor hears, visible on this machine', async () => {
    expect(await page()).toContain('还没有群消息');
    await rule(SETTINGS.channel.key, '钉钉');
    expect((await board.ports.store.team(board.team))?.policy.channel).toBe('dingtalk');
    const id = String(before.find('tasks', 'customer', '云岭骨科医院')['id']);
    await board.type('tasks', id, { value: '高' });
    const shown = await page();
    expect(shown.match(/<article>/g)).toHaveLength(1);
    expect(shown).toContain('老王超载了');
    expect(shown).toContain('云岭骨科医院');
    expect(shown).not.toContain('/m?t=');
  });

  it('waits while it cannot be reached, and is told once when it can', async () => {
    const { taken, state, channel } = chat();
    state.answer = { ok: false, retryable: true, reason: 'HTTP 503' };
    await overload('Lisa');
    const failed = at({ channel }, now + HOUR);
    expect(await failed.check(board.team, { id: `check-${now}`, actor: null })).toBeDefined();
    await failed.sweep(board.team, 'chat-away-1');
    expect(state.tried).toBeGreaterThan(0);
    expect(taken).toEqual([]);
    state.answer = { ok: true };
    const [early, back] = [now + 60_000, now + HOUR];
    const tried = state.tried;
    await at({ channel }, early).sweep(board.team, 'chat-away-2');
    expect(state.tried, 'not before its time').toBe(tried);
    await at({ channel }, back).sweep(board.team, 'chat-away-3');
    expect(taken.flatMap(({ lines }) => lines).filter((line) => line.includes('Lisa'))).toHaveLength(1);
    const count = taken.length;
    await at({ channel }, back + HOUR).sweep(board.team, 'chat-away-4');
    expect(taken).toHaveLength(count);
  });

  it('refused for good, tells the supervisor once a day, not with every alert', async () => {
    const { state, channel } = chat();
    state.answer = { ok: false, retryable: false, reason: 'code 93000' };
    for (const [n, name] of ['陈晨', 'Amy'].entries()) {
      await overload(name);
      await at({ channel }, now + HOUR).check(board.team, { id: `check-${now}`, actor: null });
      // What an edit or a check could not post is given up by the next sweep, not by one of the same moment.
      await at({ channel }, now + HOUR + 1_000).sweep(board.team, `chat-refused-${n}`);
    }
    expect(state.tried).toBeGreaterThan(1);
    const team = await board.ports.store.team(board.team);
    expect(team?.undelivered?.filter(({ reason }) => reason === 'CHAT_REFUSED')).toMatchObject([
      { name: '钉钉群' },
    ]);
  });

  it('is silent on a Saturday, and speaks on Monday morning of what still holds', async () => {
    const { taken, channel } = chat();
    await rule(SETTINGS.offDays.key, 'hold');
    await rule(SETTINGS.quietFrom.key, '20:00');
    await rule(SETTINGS.quietTo.key, '08:00');
    const saturday = nextDay(6);
    await at({ channel }, saturday).sweep(board.team, 'chat-saturday');
    await at({ channel }, saturday + 24 * HOUR).sweep(board.team, 'chat-sunday');
    expect(taken).toEqual([]);
    await at({ channel }, saturday + 48 * HOUR).sweep(board.team, 'chat-monday');
    expect(taken).toHaveLength(1);
    expect(taken[0]?.lines.filter((line) => line.includes('没动静'))).toHaveLength(1);
  });

  it('after three weeks of standstill hears of one week, however often and at once the sweep comes', async () => {
    const { taken, channel } = chat();
    const done = (await runsDone()).length;
    const late = nextDay(3) + 21 * 24 * HOUR;
    const [one, two] = [at({ channel }, late), at({ channel }, late)];
    await Promise.all([
      one.sweep(board.team, 'late-a'),
      two.sweep(board.team, 'late-b'),
      one.sweep(board.team, 'late-a'),
    ]);
    await two.sweep(board.team, 'late-a');
    await two.sweep(board.team, 'late-c');
    // Whoever came second may find the mail run of the first under way, and leaves it to a later sweep.
    await at({ channel }, late + HOUR).sweep(board.team, 'late-d');
    expect(await runsDone()).toHaveLength(done + 2);
    expect(taken.filter(hasWeek)).toHaveLength(1);
  });
});
