import type { Policy } from '../domain/policy.ts';
import type { Scored, TurningPoint } from '../domain/suggestion.ts';

const loadPart = (scored: Scored): { before: number; after: number } => {
  const reason = scored.parts.find((part) => part.factor === 'headroom')?.reason;
  return reason?.code === 'LOAD' ? reason : { before: 0, after: 0 };
};

/** Load is shown with one decimal: 7.46 would be more exact than anybody can act on. */
const tenth = (value: number): number => Math.round(value * 10) / 10;

/**
 * The smallest change of one person's load that would make another choice right (spec 3.5). Headroom falls
 * in a straight line with load, so the place where two scores meet is found by division.
 *
 * @param margin by how much the chosen one must lead: the margin setting against a present owner, else 0.
 * @example "if 老王 drops below 7.5 points he keeps it" is { code: 'LOAD_OF_OTHER', rep: '老王', below: 7.5 }
 */
export const turningPoint = (
  chosen: Scored,
  other: Scored | undefined,
  margin: number,
  policy: Policy,
): TurningPoint => {
  if (other === undefined) return { code: 'NO_OTHER' };
  const lead = Math.max(0, chosen.score - other.score - margin);
  const weight = chosen.parts.find((part) => part.factor === 'headroom')?.weight ?? 0;
  if (weight === 0) return { code: 'NOT_BY_LOAD' };
  const change = (lead * policy.load.limit) / weight;
  const [mine, theirs] = [loadPart(chosen), loadPart(other)];
  const otherFalls = headroomReached(theirs.after, change, policy.load.limit);
  if (otherFalls !== null && theirs.before - (theirs.after - otherFalls) >= 0) {
    return {
      code: 'LOAD_OF_OTHER',
      rep: other.name,
      below: tenth(theirs.before - (theirs.after - otherFalls)),
    };
  }
  const chosenMayRise = Math.min(mine.before + change, policy.load.limit);
  return { code: 'LOAD_OF_CHOSEN', rep: chosen.name, above: tenth(chosenMayRise), then: other.name };
};

/** The load after which headroom has grown by `change` points' worth; null when even an empty desk is not enough. */
const headroomReached = (after: number, change: number, limit: number): number | null => {
  const reached = Math.min(after, limit) - change;
  return reached >= 0 ? reached : null;
};
