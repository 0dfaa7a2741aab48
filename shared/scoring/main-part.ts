import type { Receipt, ScorePart } from '../domain/suggestion.ts';

/**
 * The part that speaks most for the chosen one: where they lead most over the present owner, else over the next
 * best; with nobody else, their largest part.
 *
 * @example mainPart({ chosen, runnerUp })?.factor // 'industry'
 */
export const mainPart = (
  receipt: Pick<Receipt, 'chosen' | 'incumbent' | 'runnerUp'>,
): ScorePart | undefined => {
  const other = receipt.incumbent ?? receipt.runnerUp;
  const lead = (part: ScorePart): number =>
    part.points - (other?.parts.find(({ factor }) => factor === part.factor)?.points ?? 0);
  const [first, ...rest] = receipt.chosen.parts;
  return rest.reduce((best, part) => (best === undefined || lead(part) > lead(best) ? part : best), first);
};
