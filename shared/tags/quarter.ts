import type { Day } from '../domain/day.ts';
import type { Month } from '../domain/points-ledger.ts';
import { MONTHS_IN_QUARTER, type MonthInQuarter, type Quarter, type TagRules } from '../domain/proof.ts';

/** `quarterOf('2026-08-15')` is `2026Q3`. */
export const quarterOf = (day: Day): Quarter =>
  `${day.slice(0, 4)}Q${Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1}` as Quarter;

const indexOf = (quarter: Quarter): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(5)) - 1;

/** Quarters from one to a later one; 0 for the same, negative when `to` is earlier. */
export const quartersBetween = (from: Quarter, to: Quarter): number => indexOf(to) - indexOf(from);

/** `plusQuarters('2026Q3', 2)` is `2027Q1`. */
export const plusQuarters = (quarter: Quarter, count: number): Quarter => {
  const index = indexOf(quarter) + count;
  return `${String(Math.floor(index / 4)).padStart(4, '0')}Q${(index % 4) + 1}` as Quarter;
};

/** `monthInQuarter('2026-08-15')` is 1, the second month of its quarter. */
export const monthInQuarter = (day: Day): MonthInQuarter =>
  MONTHS_IN_QUARTER[(Number(day.slice(5, 7)) - 1) % 3] ?? 0;

/** `monthOfQuarter('2026Q3', 1)` is `2026-08`. */
export const monthOfQuarter = (quarter: Quarter, month: MonthInQuarter): Month =>
  `${quarter.slice(0, 4)}-${String((Number(quarter.slice(5)) - 1) * 3 + month + 1).padStart(2, '0')}` as Month;

/** After so many half-lives, at a sixteenth, proof has expired and weighs nothing. */
const HALF_LIVES = 4;

/** Quarters after which proof has expired: 16 with a half-life of a year. */
export const expiresAfter = ({ halfLifeMonths }: Pick<TagRules, 'halfLifeMonths'>): number =>
  Math.ceil((HALF_LIVES * halfLifeMonths) / 3);

/**
 * Exponential ageing: weight = 2^(−age / half-life), age in whole quarters; 0 from four half-lives on. Proof dated
 * later than today counts as of today. Whole quarters, because in some data the month of a close gives its outcome
 * away.
 *
 * @example weightOf('2025Q3', '2026Q3', { halfLifeMonths: 12 }) // 0.5
 */
export const weightOf = (
  quarter: Quarter,
  today: Quarter,
  rules: Pick<TagRules, 'halfLifeMonths'>,
): number => {
  const age = Math.max(0, quartersBetween(quarter, today));
  return age >= expiresAfter(rules) ? 0 : 2 ** ((-3 * age) / rules.halfLifeMonths);
};
