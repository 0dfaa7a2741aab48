import type { Quarter } from '../domain/proof.ts';
import type { Tier } from '../domain/rep.ts';

/** Months since the first closed deal, and hard deals won, from which a rep counts as growing or as senior. */
export const TIER_RULE = {
  senior: { months: 24, hardWins: 8 },
  growing: { months: 6 },
} as const;

/**
 * Tier from tenure and hard wins, for reps whose tier nobody typed. Wins do not age here: whoever has won hard
 * deals has won them.
 *
 * @example tierFrom(30, 9) // 'senior'
 */
export const tierFrom = (months: number, hardWins: number): Tier => {
  const { senior, growing } = TIER_RULE;
  if (months >= senior.months && hardWins >= senior.hardWins) return 'senior';
  return months >= growing.months ? 'growing' : 'newcomer';
};

/** The earliest of some quarters, or null. */
export const earliest = (quarters: readonly Quarter[]): Quarter | null =>
  quarters.reduce<Quarter | null>((first, one) => (first === null || one < first ? one : first), null);
