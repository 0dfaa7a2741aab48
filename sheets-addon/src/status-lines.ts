import { clip } from './reply.ts';
import type { Light, StatusLine } from './wire.ts';

const MOST_LINES = 30;
const LIGHTS: readonly Light[] = ['green', 'yellow', 'red'];

/** The lines of a status answer that have the right shape; anything else is left out. */
export function statusLines(lines: unknown): StatusLine[] {
  if (!Array.isArray(lines)) return [];
  return lines.slice(0, MOST_LINES).flatMap((line: unknown) => {
    const { label, value, light } = (line ?? {}) as Record<string, unknown>;
    if (typeof label !== 'string' || typeof value !== 'string') return [];
    const known = LIGHTS.find((candidate) => candidate === light);
    return [{ label: clip(label), value: clip(value), ...(known === undefined ? {} : { light: known }) }];
  });
}
