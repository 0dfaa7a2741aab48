import { describe, expect, it } from 'vitest';
import { evolveAll } from '../../../shared/decide/evolve.ts';
import { planMails } from '../../../shared/mail/plan-mails.ts';
import { aBoard, rid, tasksLike, tid, TODAY, type BoardSpec } from '../../support/board-builder.ts';
import { cellsOfTask, rowsRead, rulesRead, sweep } from '../../support/board-events.ts';
import { decide } from '../../../shared/decide/decide.ts';
import { wholeOf } from '../../support/board-world.ts';
import { batchOf } from '../../support/mail-batch.ts';

const lisa = { name: 'Lisa', email: 'lisa@example.com', language: 'en' } as const;
const boss = { name: 'Boss', email: 'boss@example.com', language: 'en', role: 'supervisor' } as const;

const swept = (spec: BoardSpec) => {
  const before = wholeOf(aBoard(spec));
  const effects = decide(before, sweep());
  return { effects, state: evolveAll(before, effects) };
};
const kinds = (...given: Parameters<typeof batchOf>) =>
  planMails(batchOf(...given)).map(({ to, sections }) => [to.name, ...sections.map(({ kind }) => kind)]);

/** Somebody edits a row between the event and the mail. */
const edited = (
  { state, effects }: ReturnType<typeof swept>,
  task: string,
  typed: Record<string, string>,
) => {
  const row = cellsOfTask(state.tasks[tid(task)]!, state, typed);
  return kinds(evolveAll(state, decide(state, rowsRead([row], { event: 'later' }))), effects);
};

describe('only what still holds when the mail is written', () => {
  const quiet = { reps: { lisa, boss }, tasks: { t1: { owner: 'lisa', idle: 9 } } } as const;

  it('a quiet task is told', () => {
    const { state, effects } = swept(quiet);
    expect(kinds(state, effects)).toEqual([['Boss', 'stale']]);
  });

  it('progress since then ends it', () =>
    expect(edited(swept(quiet), 't1', { nextStep: '约谈' })).toEqual([]));
  it('so does winning it', () => expect(edited(swept(quiet), 't1', { stage: '赢单' })).toEqual([]));

  it('a suggestion answered before the mail goes out is not asked', () => {
    const { state, effects } = swept({ reps: { lisa }, tasks: { t1: {} } });
    expect(kinds(state, effects)).toEqual([['Lisa', 'suggestion']]);
    expect(kinds({ ...state, team: { ...state.team, pending: {} } }, effects)).toEqual([]);
  });

  it('nor is one that somebody has put off', () => {
    const { state, effects } = swept({ reps: { lisa }, tasks: { t1: {} } });
    const pending = { ...state.team.pending[tid('t1')]!, quietUntil: TODAY };
    expect(kinds(state, [...effects, { type: 'suggestionSnoozed', pending }])).toEqual([]);
  });

  it('a rep who has room again is not called overloaded', () => {
    const full = { reps: { lisa, boss }, tasks: tasksLike(9, { owner: 'lisa', value: 'high' }) } as const;
    const { state, effects } = swept(full);
    expect(kinds(state, effects)).toEqual([['Boss', 'overload']]);
    const rested = { ...state.team.reps[rid('lisa')]!, paused: false };
    expect(
      kinds(
        { ...state, team: { ...state.team, reps: { ...state.team.reps, [rid('lisa')]: rested } } },
        effects,
      ),
    ).toEqual([]);
  });

  it('nobody having room is told once, and not when somebody has it again', () => {
    const team = { nobodyFreeSince: 1 };
    const waiting = { t1: { waitingSince: 1 } } as const;
    const state = wholeOf(aBoard({ reps: { boss, lisa: { ...lisa, paused: true } }, tasks: waiting, team }));
    const effects = [{ type: 'nobodyFree', taskId: tid('t1'), at: 1, nearest: null }] as const;
    expect(kinds(state, effects)).toEqual([['Boss', 'nobodyFree']]);
    const { nobodyFreeSince: _over, ...free } = state.team;
    expect(kinds({ ...state, team: free }, effects)).toEqual([]);
  });
});

describe('problems of the board', () => {
  const rules = (raw: string, event: string) => rulesRead([{ key: 'load.limit', raw }], { event });
  /** What the supervisor hears after each reading of the Rules tab, one after the other. */
  const heard = (...raws: readonly string[]): readonly string[] => {
    let state = wholeOf(aBoard({ reps: { boss } }));
    return raws.map((raw, index) => {
      const effects = decide(state, rules(raw, `rules-${index}`));
      state = evolveAll(state, effects);
      return kinds(state, effects).flat().join(' ');
    });
  };

  it('rules that were refused are told once, however often the tab is read; other problems anew', () => {
    expect(heard('much', 'much', 'very much', '12', 'much')).toEqual([
      'Boss setUp',
      '',
      'Boss setUp',
      '',
      'Boss setUp',
    ]);
  });

  it('a row with a mistake is no mail, a block of them is one, mended ones are none', () => {
    const row = (index: number) =>
      ({
        type: 'rowRefused',
        tab: 'tasks',
        row: index + 2,
        id: `row-${index}`,
        problems: [{ column: 'value', given: '?', problem: { code: 'NOT_A_CHOICE', vocabulary: 'value' } }],
      }) as const;
    const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index));
    const board = wholeOf(aBoard({ reps: { boss } }));
    const told = (count: number) => kinds(evolveAll(board, rows(count)), rows(count));
    expect(told(4)).toEqual([]);
    expect(told(5)).toEqual([['Boss', 'setUp']]);
    expect(kinds(board, rows(5))).toEqual([]);
  });
});
