import type { Policy } from '../domain/policy.ts';
import type { RatingCell } from '../domain/rep.ts';
import type { Scored, TurningPoint } from '../domain/suggestion.ts';
import type { Ranking } from './choose.ts';
import { pointsOf } from './load.ts';
import { byFit, rounded } from './score.ts';

/** Somebody who might be right instead of the chosen one. */
export interface Rival {
  readonly scored: Scored;
  /** By how much the chosen one must lead: the margin setting against a present owner, else 0. */
  readonly margin: number;
  /** The present owner, who keeps the task unless somebody leads by the margin. */
  readonly owner: boolean;
  /** Whether the choice falls on them when both are equally far ahead. */
  readonly winsTies: boolean;
}

/**
 * Who else might be right: everybody ranked behind the chosen one, and the present owner where they are only
 * asked to hand over to somebody clearly better. At equal distance the ranked go first, as they do in the choice.
 */
export const rivalsOf = (
  { ranked: [chosen, ...others], incumbent }: Ranking,
  margin: number | null,
  lastAssigned: (rep: string) => number,
): readonly Rival[] => {
  if (chosen === undefined) return [];
  const winsTies = (other: Scored): boolean =>
    byFit(lastAssigned)({ ...other, score: chosen.score }, chosen) < 0;
  return [
    ...others.map((scored) => ({ scored, margin: 0, owner: false, winsTies: winsTies(scored) })),
    ...(margin === null || incumbent === undefined
      ? []
      : [{ scored: incumbent, margin, owner: true, winsTies: false }]),
  ];
};

/** A change of one person's load that would make another choice right, and how large it is. */
interface Option {
  readonly change: number;
  readonly point: TurningPoint;
}

/**
 * The smallest change of one person's load that would make another choice right (spec 3.5). Headroom falls in a
 * straight line with load, so the place where two scores meet is found by division. Loads are named to a tenth,
 * on the side where what is said is true. `roomTo` is the load that the chosen one must stay within to go before
 * those who would; null where nobody else would, or load does not bar anybody.
 *
 * @example "if 老王 drops below 7.5 points he keeps it" is { code: 'LOAD_OF_OTHER', rep: '老王', below: 7.5 }
 */
export const turningPoint = (
  chosen: Scored,
  rivals: readonly Rival[],
  cell: RatingCell,
  policy: Policy,
  roomTo: number | null = null,
): TurningPoint => {
  const points = pointsOf(cell, policy);
  const options = rivals.flatMap((rival) => rivalFalls(chosen, rival, points, policy));
  options.push(...chosenRises(chosen, rivals, policy));
  if (roomTo !== null) options.push(...chosenOutgrows(chosen, rivals, roomTo - points));
  const [smallest] = options.sort((a, b) => a.change - b.change);
  return smallest?.point ?? { code: 'NO_OTHER' };
};

const leadOver = (chosen: Scored, { scored, margin }: Rival): number =>
  Math.max(0, rounded(chosen.score - scored.score - margin));

/** How many points of load move a score by `lead`, as long as headroom is between 0 and 1. */
const loadWorth = (lead: number, chosen: Scored, { load }: Policy): number => {
  const weight = chosen.parts.find((part) => part.factor === 'headroom')?.weight ?? 0;
  return weight === 0 ? Number.POSITIVE_INFINITY : (lead * load.limit) / weight;
};

const loadPart = (scored: Scored): { before: number; after: number } => {
  const reason = scored.parts.find((part) => part.factor === 'headroom')?.reason;
  return reason?.code === 'LOAD' ? reason : { before: 0, after: 0 };
};

/** Above the limit headroom is 0 already, so a rival's load must come down to the limit before it counts. */
const rivalFalls = (chosen: Scored, rival: Rival, points: number, policy: Policy): readonly Option[] => {
  const { before, after } = loadPart(rival.scored);
  const reached = Math.min(after, policy.load.limit) - loadWorth(leadOver(chosen, rival), chosen, policy);
  const below = tenthBelow(before - (after - reached));
  // Nobody can have less than nothing beside this task.
  const least = before === after ? points : 0;
  if (!(below > least)) return [];
  return [{ change: after - reached, point: { code: 'LOAD_OF_OTHER', rep: rival.scored.name, below } }];
};

/**
 * The chosen one's headroom is used up at the limit; above the limit they are paused and out of the question.
 * Where the scores only meet at used-up headroom, more load does not part them: ties or the limit decide.
 */
const chosenRises = (chosen: Scored, rivals: readonly Rival[], policy: Policy): readonly Option[] => {
  const [next] = [...rivals].sort((a, b) => leadOver(chosen, a) - leadOver(chosen, b));
  if (next === undefined) return [];
  const { before, after } = loadPart(chosen);
  const change = loadWorth(leadOver(chosen, next), chosen, policy);
  const { limit } = policy.load;
  const reach = limit + (next.winsTies ? SLACK : -SLACK);
  const above = Math.min(after + change < reach ? before + change : limit, limit);
  const point = {
    code: 'LOAD_OF_CHOSEN',
    rep: chosen.name,
    above: tenthAbove(above),
    then: next.scored.name,
  } as const;
  return [{ change: above - before, point }];
};

/** With more than this beside the task, the chosen one would go over a limit where somebody else would not. */
const chosenOutgrows = (chosen: Scored, rivals: readonly Rival[], most: number): readonly Option[] => {
  const [next] = rivals.filter(({ owner }) => !owner);
  const keeper = rivals.find(({ owner }) => owner);
  if (next === undefined) return [];
  const keeps =
    keeper !== undefined && rounded(next.scored.score - keeper.scored.score) < rounded(keeper.margin);
  const then = (keeps ? keeper : next).scored.name;
  const above = tenthAbove(most);
  return [
    {
      change: above - loadPart(chosen).before,
      point: { code: 'LOAD_OF_CHOSEN', rep: chosen.name, above, then },
    },
  ];
};

/** Scores are exact to a millionth; what that leaves open of a load must not shift it by a whole tenth. */
const SLACK = 1e-3;
const tenthBelow = (load: number): number => Math.floor((load + SLACK) * 10) / 10;
const tenthAbove = (load: number): number => Math.ceil((load - SLACK) * 10) / 10;
