import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Month } from '../../../shared/domain/points-ledger.ts';
import type { LearntTag } from '../../../shared/domain/proof.ts';
import { NO_MOVES } from '../../../sheets-addon/sidebar/render-moves.ts';
import { renderSections } from '../../../sheets-addon/sidebar/render.ts';
import type { SidebarState } from '../../../sheets-addon/src/sidebar-state.ts';
import { statusLines } from '../../../sheets-addon/src/status-lines.ts';
import { boardStatus } from '../../../functions/pipeline/board-status.ts';
import { LANGUAGES } from '../../../shared/domain/rep.ts';
import type { Pending, Receipt } from '../../../shared/domain/suggestion.ts';
import { mainPart } from '../../../shared/scoring/main-part.ts';
import { rank, type Question } from '../../../shared/scoring/choose.ts';
import { partText, receiptText } from '../../../shared/text/receipt-words.ts';
import { aBoard, tid, TODAY, type RepSpec } from '../../support/board-builder.ts';
import { rowsRead } from '../../support/board-events.ts';
import { given } from '../../support/given.ts';

const learntTag = (family: 'industry' | 'rhythm' | 'tools', tag: string, rate: number): LearntTag => ({
  family,
  tag,
  source: family === 'tools' ? 'opinions' : 'deals',
  n: 42,
  weight: 30,
  rate,
  low: 0,
  high: 1,
  mean: 0.63,
  last: '2026-11' as Month,
  expires: '2030-10' as Month,
  least: 10,
  enough: true,
});

const receiptFor = (
  reps: Readonly<Record<string, RepSpec>>,
  weights: Readonly<Partial<Record<string, number>>>,
  proof: readonly LearntTag[] = [],
  contested: readonly string[] = [],
): Receipt => {
  const { team } = aBoard({
    reps,
    tasks: { other: { owner: Object.keys(reps)[0]!, value: 'medium', difficulty: 'easy' } },
    policy: { weights },
  });
  const withProof = {
    ...team,
    reps: Object.fromEntries(
      Object.entries(team.reps).map(([id, rep]) => [
        id,
        {
          ...rep,
          fields: { ...rep.fields, contested: contested.map((tag) => ({ tag, state: 'open' as const })) },
          learnt: { tier: 'growing', months: 8, hardWins: 2, tags: proof } as const,
        },
      ]),
    ),
  };
  const question: Question = { id: tid('t1'), cell: 'medium/easy', industry: 'IVD' };
  const { ranked, excluded } = rank(withProof, question, TODAY);
  return {
    id: 'e#1' as never,
    taskId: tid('t1'),
    at: 0,
    cause: 'NEW_TASK',
    cell: 'medium/easy',
    chosen: ranked[0]!,
    ...(ranked[1] === undefined ? {} : { runnerUp: ranked[1] }),
    excluded,
    policyVersion: 3,
    turningPoint: { code: 'NO_OTHER' },
  };
};

/** What a reader with a pocket calculator does: every line from its printed numbers alone. */
const recompute = (text: string) => {
  const lines = text.split('\n');
  const parts = lines.flatMap((line) => {
    const match = /^\S+ ([\d.]+) × ([\d.]+)% = ([\d.]+) \((.*)\)$/.exec(line);
    return match === null
      ? []
      : [{ value: Number(match[1]), share: Number(match[2]), points: Number(match[3]), why: match[4]! }];
  });
  const sum = Number(/ = ([\d.]+)$/.exec(lines.find((line) => /^(合计|Sum) = /.test(line))!)![1]);
  return { parts, sum };
};

/** The value of a part from its reason, where the reason holds numbers. */
const valueFromReason = (why: string): number | null => {
  const learnt = /0\.5 \+ ([\d.]+) × \(([\d.]+) − ([\d.]+)\)/.exec(why);
  if (learnt !== null) {
    const half = learnt[1] === '1.25' ? 0.25 : 0.5;
    const raw = 0.5 + Number(learnt[1]) * (Number(learnt[2]) - Number(learnt[3]));
    return Math.min(0.5 + half, Math.max(0.5 - half, raw));
  }
  const halved = /\(0\.5 \+ ([\d.]+)\) \/ 2/.exec(why);
  if (halved !== null) return (0.5 + Number(halved[1])) / 2;
  const load = /([\d.]+) → ([\d.]+)[，,] ?(?:上限|limit) ([\d.]+)/.exec(why);
  if (load !== null) return Math.max(0, 1 - Number(load[2]) / Number(load[3]));
  return null;
};

const SIDEBAR: SidebarState = {
  language: 'en',
  boardLanguage: 'en',
  endpoint: 'https://peineng.example.com',
  audience: '',
  owner: null,
  you: 'wang@example.test',
  triggersInstalled: true,
  missed: null,
  last: null,
};

const weight = fc.integer({ min: 0, max: 100 });
const rate = fc.integer({ min: 0, max: 1000 }).map((one) => one / 1000);

describe.each(LANGUAGES)('a receipt in %s', (language) => {
  test('can be recomputed from its printed text: values, products and the sum', () => {
    fc.assert(
      fc.property(
        fc.record({
          tier: weight,
          industry: weight,
          rhythm: weight,
          tools: weight,
          headroom: fc.integer({ min: 1, max: 100 }),
        }),
        fc.tuple(rate, rate, rate),
        fc.subarray(['IVD', '快刀型', 'CRM']),
        (weights, [industry, rhythm, tools], contested) => {
          const proof = [
            learntTag('industry', 'IVD', industry),
            learntTag('rhythm', '快刀型', rhythm),
            learntTag('tools', 'CRM', tools),
          ];
          const receipt = receiptFor(
            { a: { tier: 'newcomer' }, b: { tier: 'senior' } },
            weights,
            proof,
            contested,
          );
          const { parts, sum } = recompute(receiptText(receipt, language));
          expect(parts).toHaveLength(8);
          let total = 0;
          for (const { value, share, points, why } of parts) {
            expect(Math.abs((value * share) / 100 - points)).toBeLessThan(1.1e-4);
            const own = valueFromReason(why);
            if (own !== null) expect(Math.abs(own - value)).toBeLessThan(1.1e-4);
            total += points;
          }
          expect(Math.abs(total - sum)).toBeLessThan(5e-4);
          expect(Math.abs(sum - receipt.chosen.score)).toBeLessThan(1e-4);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('says in the sidebar, to be unfolded, what the Suggestions tab says, line for line', () => {
    const { team } = aBoard({ reps: { a: { name: 'A & B' } } });
    const receipt = receiptFor({ a: { name: 'A & B', tags: { industry: ['IVD'] } } }, {});
    const pending: Pending = {
      taskId: tid('t1'),
      to: receipt.chosen.rep,
      cause: 'NEW_TASK',
      at: 1,
      receipt: receipt.id,
      score: receipt.chosen.score,
      cell: 'medium/easy',
    };
    const waiting = { ...team, pending: { [tid('t1')]: pending } };
    const lines = statusLines(boardStatus(waiting, 2, language, { [receipt.id]: receipt }));
    const { markup } = renderSections({
      state: SIDEBAR,
      status: { ok: true, lines },
      focus: 'status',
      confirming: false,
      moves: NO_MOVES,
      formatTime: (iso) => iso,
    });
    const shown = [...markup.matchAll(/<li>(.*?)<\/li>/gs)]
      .map(([, text = '']) =>
        text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'"),
      )
      .join('\n');
    expect(shown).toBe(receiptText(receipt, language));
    const { parts, sum } = recompute(shown);
    expect(parts).toHaveLength(8);
    expect(Math.abs(parts.reduce((total, { points }) => total + points, 0) - sum)).toBeLessThan(5e-4);
  });

  test('names n behind each learnt part', () => {
    const receipt = receiptFor({ a: {} }, {}, [
      learntTag('industry', 'IVD', 0.71),
      learntTag('tools', 'CRM', 0.8),
    ]);
    const whys = recompute(receiptText(receipt, language)).parts.map(({ why }) => why);
    expect(whys.filter((why) => why.includes('n=42'))).toHaveLength(2);
  });

  test('of a team without any history says that tier and load alone decided', () => {
    const { team } = aBoard({
      reps: { a: { tier: 'senior' }, b: { tier: 'newcomer' }, c: { tier: 'growing' } },
    });
    const { ranked } = rank(team, { id: tid('t1'), cell: 'medium/easy', industry: 'IVD' }, TODAY);
    const cold = { ...receiptFor({ a: {} }, {}), chosen: ranked[0]!, runnerUp: ranked[1]! };
    expect(receiptText(cold, language)).toMatch(/只看层级与负荷|only tier and load/);
    const typed = receiptFor({ a: { tags: { industry: ['IVD'] } } }, {});
    expect(receiptText(typed, language)).not.toMatch(/只看层级与负荷|only tier and load/);
  });

  test('has a main reason: where the chosen one leads most over the next', () => {
    const receipt = receiptFor(
      {
        a: { tier: 'newcomer', tags: { industry: ['IVD'] } },
        b: { tier: 'newcomer', tags: { industry: ['骨科'] } },
      },
      {},
    );
    const part = mainPart(receipt)!;
    expect(part.factor).toBe('industry');
    expect(partText(part, language)).toMatch(/IVD/);
  });
});

describe('cold start', () => {
  test('a team without history gets the newcomer for volume, the senior for strategic work', () => {
    const { team } = aBoard({
      reps: { a: { tier: 'senior' }, b: { tier: 'newcomer' }, c: { tier: 'growing' } },
    });
    const best = (cell: Question['cell']) => rank(team, { id: tid('t1'), cell }, TODAY).ranked[0]!.name;
    const name = (key: string) => Object.values(team.reps).find(({ id }) => id.startsWith(key))!.fields.name;
    expect(best('medium/easy')).toBe(name('b'));
    expect(best('high/hard')).toBe(name('a'));
    expect(best('high/easy')).toBe(name('c'));
  });

  test('a new rep without tiers or tags is suggested for light work while others are loaded', () => {
    const { team } = aBoard({
      reps: { old: { tier: 'newcomer' }, fresh: { tier: 'newcomer', tierOpen: true } },
      tasks: { one: { owner: 'old', value: 'high', difficulty: 'easy' } },
    });
    const [first] = rank(team, { id: tid('t1'), cell: 'low/easy' }, TODAY).ranked;
    expect(first!.rep.startsWith('fresh')).toBe(true);
  });

  test.each(['low/easy', 'medium/easy', 'high/hard'] as const)(
    'a board where nobody typed or closed anything yet suggests somebody for a new %s task, and says on what',
    (cell) => {
      const board = aBoard({ reps: { a: { tier: 'senior' }, b: { tierOpen: true, tier: 'newcomer' } } });
      const [value, difficulty] = cell.split('/');
      const typed = {
        customer: 'Acme',
        title: 'First',
        stage: 'Lead',
        value: value!,
        difficulty: difficulty!,
      };
      const { receipt } = given(board)
        .when(rowsRead([typed]))
        .only('suggestionMade');
      for (const language of LANGUAGES)
        expect(receiptText(receipt, language)).toMatch(/只看层级与负荷|only tier and load/);
      const decisive = receipt.chosen.parts.filter(
        (part, at) => part.points !== receipt.runnerUp?.parts[at]?.points,
      );
      expect(decisive.map(({ factor }) => factor)).toEqual(['tier']);
    },
  );

  test('a board without anybody keeps the task and tells nobody anything', () => {
    const board = aBoard();
    const { of, state } = given(board).when(
      rowsRead([{ customer: 'Acme', title: 'First', stage: 'Lead', value: 'low', difficulty: 'easy' }]),
    );
    expect(of('suggestionMade')).toEqual([]);
    expect(state.team.waiting).toHaveLength(1);
  });
});
