import fc from 'fast-check';
import type { Instant } from '../../../shared/domain/day.ts';

/** Zones whose clocks do something that a program may get wrong. */
export const ZONES = [
  'Asia/Shanghai',
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  // Half an hour of summer time.
  'Australia/Lord_Howe',
  // No 30 December 2011.
  'Pacific/Apia',
  // Summer time all year except in Ramadan.
  'Africa/Casablanca',
  // Clocks went forward at midnight until 2018, so these days begin at 01:00.
  'America/Sao_Paulo',
  // Clocks went back at 00:01 until 2011, over midnight.
  'America/St_Johns',
  'Asia/Kathmandu',
] as const;

export const zones: fc.Arbitrary<string> = fc.constantFrom(...ZONES);

/** Around the nights in which something happens, and anywhere between 2005 and 2035. */
const NIGHTS = [
  Date.UTC(2011, 11, 30, 10), // Apia leaves a day out
  Date.UTC(2026, 2, 8, 7), // New York forward
  Date.UTC(2026, 10, 1, 6), // New York back
  Date.UTC(2026, 2, 29, 1), // Berlin forward
  Date.UTC(2026, 9, 25, 1), // Berlin back
  Date.UTC(2026, 3, 4, 15), // Lord Howe back
  Date.UTC(2026, 9, 3, 15, 30), // Lord Howe forward
  Date.UTC(2026, 1, 15, 2), // Casablanca back for Ramadan
  Date.UTC(2017, 9, 15, 3), // São Paulo: a day without midnight
  Date.UTC(2010, 10, 7, 2, 31), // St. John’s: back over midnight
  Date.UTC(2024, 1, 29, 12), // leap day
  Date.UTC(2027, 0, 1), // year’s end
];
const HOUR = 3_600_000;
export const instants: fc.Arbitrary<Instant> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...NIGHTS), fc.integer({ min: -60 * HOUR, max: 60 * HOUR }))
    .map(([night, away]) => night + away),
  fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2035, 0, 1) }),
);
