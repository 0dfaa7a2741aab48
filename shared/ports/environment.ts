import type { Instant } from '../domain/day.ts';

/** The time of day; the only clock there is. */
export interface Clock {
  now(): Instant;
}

/** New ids that sort by the time they were made. */
export interface Ids {
  next(): string;
}

/** One structured line per thing worth knowing. Never holds a contact, a mail body or a token. */
export interface Log {
  info(event: string, data?: Readonly<Record<string, unknown>>): void;
  warn(event: string, data?: Readonly<Record<string, unknown>>): void;
  error(event: string, data?: Readonly<Record<string, unknown>>): void;
}
