import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ActAnswer, ActRequest } from '../../../local/board/board-protocol.ts';
import { ActionQueue, type QueueEvents } from '../../../local/web/session/action-queue.ts';

const rename = (title: string) => ({ kind: 'renameSheet', sheetId: 1, title }) as const;

describe('sending what a person did', () => {
  let sent: ActRequest[];
  let answers: (ActAnswer | 'no answer')[];
  let settled: string[];
  let stale: number;
  let queue: ActionQueue;

  beforeEach(() => {
    vi.useFakeTimers();
    [sent, answers, settled, stale] = [[], [], [], 0];
    const events: QueueEvents = {
      baseRevision: () => 7,
      settled: (item, answer) =>
        settled.push(`${'title' in item.action ? item.action.title : ''} ${String(answer.ok)}`),
      stale: () => (stale += 1),
      changed: () => undefined,
    };
    queue = new ActionQueue(
      'window-1',
      async (request) => {
        sent.push(request);
        await Promise.resolve();
        const answer = answers.shift() ?? { ok: true, revision: 8 };
        if (answer === 'no answer') throw new Error('gone');
        return answer;
      },
      events,
    );
  });
  afterEach(() => vi.useRealTimers());

  it('one after the other, in order, also when the first is refused', async () => {
    answers = [{ ok: false, code: 'PROTECTED', message: 'no' }];
    queue.push(rename('a'), []);
    queue.push(rename('b'), []);
    await vi.runAllTimersAsync();
    expect(settled).toEqual(['a false', 'b true']);
    expect(queue.waiting).toEqual([]);
  });

  it('an unanswered action is repeated under the same id until it is answered, and nothing overtakes it', async () => {
    answers = ['no answer', 'no answer'];
    queue.push(rename('a'), []);
    queue.push(rename('b'), []);
    await vi.advanceTimersByTimeAsync(100);
    expect(queue.reachable).toBe(false);
    expect(queue.waiting).toHaveLength(2);
    await vi.runAllTimersAsync();
    expect(new Set(sent.slice(0, 3).map(({ actionId }) => actionId)).size).toBe(1);
    expect(settled).toEqual(['a true', 'b true']);
    expect(queue.reachable).toBe(true);
  });

  it('a stale action waits until its rows were found, then goes out as rewritten', async () => {
    answers = [{ ok: false, code: 'STALE', message: '' }];
    queue.push(rename('a'), []);
    await vi.runAllTimersAsync();
    expect([stale, settled.length]).toEqual([1, 0]);
    queue.rewrite(() => rename('a, found again'));
    queue.resume();
    await vi.runAllTimersAsync();
    expect(settled).toEqual(['a, found again true']);
  });
});
