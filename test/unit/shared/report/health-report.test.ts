import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoardState } from '../../../../shared/domain/board-state.ts';
import { plusDays, type Day } from '../../../../shared/domain/day.ts';
import { NO_COUNTS, type TeamDay } from '../../../../shared/domain/team-day.ts';
import { repReport, RISKS_NAMED, tasksNamed } from '../../../../shared/report/health-report.ts';
import { teamDay } from '../../../../shared/report/make-report.ts';
import { sentenceText, stepText } from '../../../../shared/report/report-text.ts';
import { STEP_CHARS } from '../../../../shared/report/next-step.ts';
import { boards, SEEDED } from '../../../support/arbitraries.ts';
import {
  aBoard,
  DAY_MS,
  NOW,
  rid,
  tasksLike,
  tid,
  TODAY,
  type BoardSpec,
} from '../../../support/board-builder.ts';

const board = (spec: BoardSpec): BoardState =>
  aBoard({ reps: { wang: { name: '老王' }, lisa: { name: 'Lisa' } }, ...spec });
const report = (state: BoardState, days: readonly TeamDay[] = [], at = NOW) =>
  repReport(state, days, rid('wang'), at)!;
const steps = (state: BoardState) => report(state).named.map(({ step }) => step);
const owned = (idle: number, nextStep?: string) => ({
  owner: 'wang',
  idle,
  ...(nextStep === undefined ? {} : { nextStep }),
});

describe('the next step of a risk', () => {
  test('is what the owner wrote, as far as the task is loaded, and short enough for a mail', () => {
    const state = board({ tasks: { t1: owned(9, ' 约王主任\n周三演示 '), t2: owned(8, '长'.repeat(500)) } });
    expect(steps(state)[0]).toEqual({ code: 'WRITTEN', text: '约王主任 周三演示' });
    expect(steps(state)[1]).toMatchObject({ code: 'WRITTEN', text: `${'长'.repeat(STEP_CHARS - 1)}…` });
    expect(steps({ ...state, tasks: {} })).toEqual([
      { code: 'CALL', days: 9 },
      { code: 'CALL', days: 8 },
    ]);
  });

  test('follows from the days without progress where nothing is written', () => {
    const state = board({ tasks: { a: owned(15), b: owned(14), c: owned(8), d: owned(7), e: owned(5) } });
    expect(steps(state)).toEqual([
      { code: 'CALL_OR_PASS_ON', days: 15 },
      { code: 'CALL', days: 14 },
      { code: 'CALL', days: 8 },
      { code: 'BEFORE_RED', left: 1 },
      { code: 'BEFORE_RED', left: 3 },
    ]);
  });

  test('tells the day on which a yellow task really turns red', () => {
    const state = board({ tasks: { e: owned(5) } });
    const at = (later: number) => report(state, [], NOW + later * DAY_MS).named[0]?.light;
    expect([at(2), at(3)]).toEqual(['yellow', 'red']);
  });

  test('is the answer to a suggestion or the handover first, whatever was written', () => {
    const state = board({ tasks: { a: owned(9, 'call'), b: owned(8, 'call'), c: owned(6) } });
    const line = { taskId: tid('b'), customer: 'c', title: 't', from: rid('lisa'), to: rid('wang') };
    const times = { openedAt: NOW, due: NOW + DAY_MS, written: [], confirmed: [] };
    const pending = {
      taskId: tid('a'),
      from: rid('wang'),
      to: rid('lisa'),
      cause: 'OVERLOAD',
      at: NOW,
      receipt: 'e#1',
      score: 1,
      cell: 'medium/easy',
    } as never;
    const team = {
      ...state.team,
      pending: { [tid('a')]: pending },
      handovers: { [tid('b')]: { ...line, ...times, gaps: ['concerns'] } as never },
    };
    expect(steps({ ...state, team }).slice(0, 2)).toEqual([
      { code: 'ANSWER', to: 'Lisa' },
      { code: 'AWAIT_HANDOVER', from: 'Lisa' },
    ]);
    const read = { ...team, handovers: { [tid('b')]: { ...line, ...times, gaps: [] } as never } };
    expect(steps({ ...state, team: read })[1]).toEqual({ code: 'READ_HANDOVER', from: 'Lisa' });
    expect(report({ ...state, team: read }).waiting).toEqual({ suggestions: 1, toWrite: 0, toRead: 1 });
  });
});

describe('a health report', () => {
  test('names the longest waits and counts the rest, and says beforehand which tasks it needs', () => {
    const state = board({ tasks: tasksLike(20, owned(9, 'call')) });
    expect(report(state)).toMatchObject({ risks: 20 });
    expect(report(state).named).toHaveLength(RISKS_NAMED);
    const wanted = tasksNamed(state, rid('wang'), NOW);
    expect(wanted).toEqual(report(state).named.map(({ taskId }) => taskId));
    const loaded = { ...state, tasks: Object.fromEntries(wanted.map((id) => [id, state.tasks[id]!])) };
    expect(report(loaded)).toEqual(report(state));
  });

  test('is null for somebody who is not on the team', () => {
    expect(repReport(board({}), [], rid('nobody'), NOW)).toBeNull();
  });

  test('says the most pressing thing that is true', () => {
    const sentence = (spec: BoardSpec, days: readonly TeamDay[] = []) => report(board(spec), days).sentence;
    expect(sentence({})).toEqual({ code: 'NOTHING_OPEN' });
    expect(sentence({ tasks: { a: owned(0) } })).toEqual({ code: 'ALL_GREEN', open: 1 });
    expect(sentence({ tasks: { a: owned(5), b: owned(0) } })).toEqual({ code: 'YELLOW', count: 1 });
    const full = { reps: { wang: { paused: true } }, tasks: tasksLike(7, owned(0)) };
    expect(sentence(full)).toEqual({ code: 'PAUSED', load: 10.5, limit: 10, resumeAt: 9 });
    const red = { ...full, tasks: { ...full.tasks, a: { ...owned(9), customer: '协和' }, b: owned(8) } };
    expect(sentence(red)).toEqual({ code: 'RED', count: 2, first: '协和', days: 9 });
    const back = plusDays(TODAY, 3);
    const away = { ...red, reps: { wang: { availability: 'leave' as const, backOn: back } } };
    expect(sentence(away)).toEqual({ code: 'AWAY', backOn: back, open: 9 });
  });

  test('praises what has become green only against a record of that day', () => {
    const before = board({ tasks: { a: owned(9), b: owned(9) } });
    const weekAgo: TeamDay = { ...teamDay(before, NO_COUNTS, NOW), day: plusDays(TODAY, -7) };
    const now = board({ tasks: { a: owned(0), b: owned(0) } });
    expect(report(now, [weekAgo]).sentence).toEqual({ code: 'BETTER', before: 2, open: 2 });
    expect(report(now, [weekAgo]).weekAgo?.lights.red).toBe(2);
    const other = { ...weekAgo, day: '2026-11-15' as Day };
    expect(report(now, [other])).toMatchObject({ weekAgo: null, sentence: { code: 'ALL_GREEN' } });
  });

  test('has words for everything it can say, in both languages', () => {
    const texts: string[] = [];
    fc.assert(
      fc.property(boards, fc.nat({ max: 40 }), (state, later) => {
        for (const id of Object.keys(state.team.reps)) {
          const one = repReport(state, [], rid(id), NOW + later * DAY_MS)!;
          for (const language of ['zh-CN', 'en'] as const)
            texts.push(
              sentenceText(one.sentence, language),
              ...one.named.map(({ step }) => stepText(step, language)),
            );
        }
      }),
      SEEDED,
    );
    expect(texts.filter((text) => text === '' || /undefined|NaN|null/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBeGreaterThan(100);
  });
});
