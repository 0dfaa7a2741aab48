import { describe, expect, test } from 'vitest';
import { createDashboardReader } from '../../../functions/pipeline/dashboard-data.ts';
import type { Month } from '../../../shared/domain/points-ledger.ts';
import type { Store } from '../../../shared/ports/store.ts';
import { aBoard, NOW } from '../../support/board-builder.ts';

const board = aBoard({ reps: { wang: {} } });

const world = () => {
  const asked: string[] = [];
  const clock = { at: NOW, fails: false };
  const store: Pick<Store, 'load' | 'days'> = {
    load: () => {
      asked.push('books');
      return clock.fails ? Promise.reject(new Error('away')) : Promise.resolve(board);
    },
    days: (_team, from: Month, to: Month) => {
      asked.push(`${from}..${to}`);
      return Promise.resolve([]);
    },
  };
  const read = createDashboardReader({ store: store as Store, clock: { now: () => clock.at } });
  return { asked, clock, read };
};

describe('reading for the dashboard', () => {
  test('asks for all books and four months at most, once for as long as the head stays the same', async () => {
    const { asked, clock, read } = world();
    await read(board.team);
    clock.at += 20_000;
    expect((await read(board.team))?.at).toBe(clock.at);
    expect(asked).toEqual(['books', '2026-08..2026-11']);
  });

  test('asks again when the board has changed, and after a minute', async () => {
    const { asked, clock, read } = world();
    await read(board.team);
    await read({ ...board.team, revision: board.team.revision + 1 });
    expect(asked).toHaveLength(4);
    clock.at += 61_000;
    await read({ ...board.team, revision: board.team.revision + 1 });
    expect(asked).toHaveLength(6);
  });

  test('remembers no failure', async () => {
    const { clock, read } = world();
    clock.fails = true;
    await expect(read(board.team)).rejects.toThrow('away');
    clock.fails = false;
    expect((await read(board.team))?.state).toBe(board);
  });
});
