import { clip } from './reply.ts';
import type { Light, StatusLine } from './wire.ts';

const MOST_LINES = 30;
/** A receipt has some twenty lines. */
const MOST_MORE = 40;
/** Who was left out of a large team, and by which rule, is one line. */
const LONGEST_LINE = 4000;
const LIGHTS: readonly Light[] = ['green', 'yellow', 'red'];

/** The lines of a status answer that have the right shape; anything else is left out. */
export function statusLines(lines: unknown): StatusLine[] {
  if (!Array.isArray(lines)) return [];
  return lines.slice(0, MOST_LINES).flatMap((line: unknown) => {
    const { label, value, light, more } = (line ?? {}) as Record<string, unknown>;
    if (typeof label !== 'string' || typeof value !== 'string') return [];
    const known = LIGHTS.find((candidate) => candidate === light);
    const lines = moreLines(more);
    return [
      {
        label: clip(label),
        value: clip(value),
        ...(known === undefined ? {} : { light: known }),
        ...(lines.length === 0 ? {} : { more: lines }),
      },
    ];
  });
}

function moreLines(more: unknown): string[] {
  if (!Array.isArray(more)) return [];
  return more
    .slice(0, MOST_MORE)
    .flatMap((line: unknown) => (typeof line === 'string' ? [clip(line, LONGEST_LINE)] : []));
}
