import type { Day } from '../domain/day.ts';
import type { Quarter } from '../domain/proof.ts';

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

/** Proof of a year ago weighs half as much as proof of today. */
export const HALF_LIFE_QUARTERS = 4;
/** After four half-lives, a sixteenth, proof has expired and weighs nothing. */
export const EXPIRES_AFTER = 16;

/**
 * Exponential ageing: weight = 2^(−age / half-life), age in whole quarters, half-life one year; 0 from 16
 * quarters on. Proof dated later than today counts as of today.
 *
 * @example weightOf('2025Q3', '2026Q3') // 0.5
 */
export const weightOf = (quarter: Quarter, today: Quarter): number => {
  const age = Math.max(0, quartersBetween(quarter, today));
  return age >= EXPIRES_AFTER ? 0 : 2 ** (-age / HALF_LIFE_QUARTERS);
};
