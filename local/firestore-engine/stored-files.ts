import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EncodedMap } from './value-codec.ts';

/** Raised when a stored line changes its meaning; a reader refuses what is newer than itself. */
export const FORMAT_VERSION = 1;

export type FileKind = 'snapshot' | 'journal';

/** First line of every file. */
export interface FileHeader {
  readonly kind: FileKind;
  readonly version: number;
  readonly generation: number;
  /** Snapshot only: how many document lines follow. */
  readonly documents?: number;
  /** Snapshot only: time of the last commit in it, ms since 1970. */
  readonly committedAt?: number;
}

/** One document: path, created and updated (ms since 1970), data. A snapshot line. */
export interface StoredDocument {
  readonly p: string;
  readonly c: number;
  readonly u: number;
  readonly d: EncodedMap;
}

/** One commit: its time, documents written (without `u`, which is `t`) and paths deleted. A journal line. */
export interface StoredCommit {
  readonly t: number;
  readonly w: readonly Omit<StoredDocument, 'u'>[];
  readonly x: readonly string[];
}

export function header(kind: FileKind, generation: number): FileHeader {
  return { kind, version: FORMAT_VERSION, generation };
}

/** `snapshot-000003.jsonl`: the state when generation 3 began; `journal-000003.jsonl`: the commits since. */
export function fileOf(folder: string, kind: FileKind, generation: number): string {
  return join(folder, `${kind}-${String(generation).padStart(6, '0')}.jsonl`);
}

/** Generations present of one kind, ascending. */
export function generationsOf(folder: string, kind: FileKind): readonly number[] {
  return readdirSync(folder)
    .map((name) => new RegExp(`^${kind}-(\\d{6,})\\.jsonl$`).exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => a - b);
}
