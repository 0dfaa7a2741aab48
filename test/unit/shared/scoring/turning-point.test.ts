import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Team } from '../../../../shared/domain/board-state.ts';
import type { RatingCell, Rep } from '../../../../shared/domain/rep.ts';
import { FACTORS, type TurningPoint } from '../../../../shared/domain/suggestion.ts';
import { lastAssignedIn, rank, type Question } from '../../../../shared/scoring/choose.ts';
import { pointsOf, tallyPlus } from '../../../../shared/scoring/load.ts';
import { rounded } from '../../../../shared/scoring/score.ts';
import { rivalsOf, turningPoint } from '../../../../shared/scoring/turning-point.ts';
import { aBoard, rid, TODAY, tid, type RepSpec } from '../../../support/board-builder.ts';
import { SEEDED } from '../../../support/arbitraries.ts';

/** Load can be set to a hundredth: every rep's desk is made of tasks of 0.01 points. */
const GRAIN = 0.01;

interface Case {
  readonly team: Team;
  readonly question: Question;
  readonly margin: number | null;
}

const ask = ({ team, question, margin }: Case) => {
  const ranking = rank(team, question, TODAY);
  const { ranked, incumbent } = ranking;
  const [chosen] = ranked;
  if (chosen === undefined) return null;
  const keeps =
    margin !== null && incumbent !== undefined && rounded(chosen.score - incumbent.score) < margin;
  return {
    choice: keeps ? incumbent.name : chosen.name,
    chosen,
    rivals: rivalsOf(ranking, margin, lastAssignedIn(team)),
    keeps,
  };
};

const pointOf = (one: Case): TurningPoint | null => {
  const answer = ask(one);
  if (answer === null || answer.keeps) return null;
  return turningPoint(answer.chosen, answer.rivals, one.question.cell, one.team.policy);
};

const repNamed = (team: Team, name: string): Rep =>
  Object.values(team.reps).find((rep) => rep.fields.name === name)!;

/** Load of a rep as the receipt speaks of it: the owner's with the task in question. */
const loadOfRep = ({ team, question }: Case, rep: Rep): number =>
  (rep.open['low/easy'] ?? 0) * GRAIN +
  (question.owner === rep.id ? pointsOf(question.cell, team.policy) : 0);

/** The same case with one rep's load changed to (a hundredth of) a number; null when that cannot be. */
const withLoad = (one: Case, name: string, load: number): Case | null => {
  const rep = repNamed(one.team, name);
  const own = rep.id === one.question.owner;
  const count = Math.round((load - (own ? pointsOf(one.question.cell, one.team.policy) : 0)) / GRAIN);
  if (count < 0) return null;
  const { 'low/easy': _old, ...others } = rep.open;
  const open = tallyPlus(others, 'low/easy', count);
  return { ...one, team: { ...one.team, reps: { ...one.team.reps, [rep.id]: { ...rep, open } } } };
};

/** Who has the task after asking; with nobody to ask, an owner who would have been asked keeps it. */
const choiceOf = (one: Case | null): string | null => {
  if (one === null) return null;
  const owner = one.question.owner === undefined ? undefined : one.team.reps[one.question.owner];
  return ask(one)?.choice ?? (one.margin === null ? 'nobody' : (owner?.fields.name ?? 'nobody'));
};

const cases: fc.Arbitrary<Case> = fc
  .record({
    desks: fc.array(
      fc.record({
        hundredths: fc.nat({ max: 1100 }),
        tier: fc.constantFrom('newcomer' as const, 'growing' as const, 'senior' as const),
        industry: fc.constantFrom<readonly string[]>([], ['IVD'], ['骨科']),
      }),
      { minLength: 2, maxLength: 5 },
    ),
    weights: fc.tuple(...FACTORS.map(() => fc.constantFrom(0, 5, 20, 30))),
    cell: fc.constantFrom<RatingCell>('high/hard', 'high/easy', 'medium/easy'),
    owned: fc.boolean(),
    margin: fc.constantFrom(null, 0, 0.1, 0.2),
  })
  .map(({ desks, weights, cell, owned, margin }) => {
    const reps: Record<string, RepSpec> = Object.fromEntries(
      desks.map(({ tier, industry }, index) => [`rep${index}`, { tier, tags: { industry } }]),
    );
    const policy = {
      points: { low: GRAIN },
      weights: Object.fromEntries(
        FACTORS.map((factor, index) => [factor, weights[index]! + (index === 0 ? 1 : 0)]),
      ),
    };
    const { team } = aBoard({ reps, policy });
    const desk = (index: number): Rep['open'] => {
      const open = tallyPlus({}, 'low/easy', desks[index]!.hundredths);
      return owned && index === 0 ? tallyPlus(open, cell, 1) : open;
    };
    const filled = Object.values(team.reps).map((rep, index) => [rep.id, { ...rep, open: desk(index) }]);
    const question = { id: tid('t'), cell, industry: 'IVD', ...(owned ? { owner: rid('rep0') } : {}) };
    return {
      team: { ...team, reps: Object.fromEntries(filled) as Team['reps'] },
      question,
      margin: owned ? margin : null,
    };
  });

describe('the turning point', () => {
  test('is where the choice flips: just beyond it another is chosen, before it nobody is', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(cases, (one) => {
        const point = pointOf(one);
        if (point === null) return;
        seen.add(point.code);
        const { choice } = ask(one)!;
        if (point.code === 'LOAD_OF_OTHER') {
          const now = loadOfRep(one, repNamed(one.team, point.rep));
          expect(choiceOf(withLoad(one, point.rep, point.below - 0.02))).toBe(point.rep);
          if (point.below + 0.12 <= now)
            expect(choiceOf(withLoad(one, point.rep, point.below + 0.12))).toBe(choice);
        } else if (point.code === 'LOAD_OF_CHOSEN') {
          const now = loadOfRep(one, repNamed(one.team, point.rep));
          expect(point.rep).toBe(choice);
          expect(choiceOf(withLoad(one, point.rep, point.above + 0.02))).toBe(point.then);
          if (point.above - 0.12 >= now)
            expect(choiceOf(withLoad(one, point.rep, point.above - 0.12))).toBe(choice);
        }
      }),
      { ...SEEDED, numRuns: 2000 },
    );
    expect([...seen].sort()).toEqual(['LOAD_OF_CHOSEN', 'LOAD_OF_OTHER', 'NO_OTHER']);
  });

  test('is the smallest change: no rep’s load changed by less makes another choice right', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (one, share) => {
        const point = pointOf(one);
        if (point === null || !('rep' in point)) return;
        const { choice, rivals } = ask(one)!;
        const now = loadOfRep(one, repNamed(one.team, point.rep));
        const size = point.code === 'LOAD_OF_OTHER' ? now - point.below : point.above - now;
        const less = (size - 0.15) * share;
        if (less < GRAIN) return;
        for (const { scored } of rivals) {
          const load = loadOfRep(one, repNamed(one.team, scored.name));
          const changed = choiceOf(withLoad(one, scored.name, load - less));
          if (changed !== null) expect(changed, `${scored.name} ${load} − ${less}`).toBe(choice);
        }
        const load = loadOfRep(one, repNamed(one.team, choice));
        expect(choiceOf(withLoad(one, choice, load + less))).toBe(choice);
      }),
      { ...SEEDED, numRuns: 1000 },
    );
  });
});

describe('worked examples', () => {
  const desks = (wang: number, lisa: number): Case => {
    const { team } = aBoard({
      reps: { wang: { name: '老王', tier: 'senior' }, lisa: { name: 'Lisa', tier: 'senior' } },
      policy: { points: { low: GRAIN } },
    });
    const fill = (key: string, load: number): [string, Rep] => {
      const rep = team.reps[rid(key)]!;
      return [rep.id, { ...rep, open: tallyPlus(rep.open, 'low/easy', Math.round(load / GRAIN)) }];
    };
    const reps = Object.fromEntries([fill('wang', wang), fill('lisa', lisa)]);
    return { team: { ...team, reps }, question: { id: tid('t'), cell: 'high/hard' }, margin: null };
  };

  test('of two equal reps the one with less load is chosen until the other has less still', () => {
    expect(pointOf(desks(6, 4.25))).toEqual({ code: 'LOAD_OF_OTHER', rep: '老王', below: 4.2 });
  });

  test('where the other cannot get below nothing, it is the chosen one’s load that decides', () => {
    const one = desks(0, 5);
    const reps = Object.fromEntries(
      Object.values(one.team.reps).map((rep) => [
        rep.id,
        rep.id === rid('wang') ? { ...rep, fields: { ...rep.fields, tier: 'newcomer' as const } } : rep,
      ]),
    );
    expect(pointOf({ ...one, team: { ...one.team, reps } })).toEqual({
      code: 'LOAD_OF_CHOSEN',
      rep: 'Lisa',
      above: 10,
      then: '老王',
    });
  });

  test('an only candidate has no turning point', () => {
    const one = desks(1, 1);
    const { [rid('wang')]: _wang, ...reps } = one.team.reps;
    expect(pointOf({ ...one, team: { ...one.team, reps } })).toEqual({ code: 'NO_OTHER' });
  });
});
