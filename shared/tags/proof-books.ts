import type { CountedRow, ProofBook, ProofBooks, ProofTab } from '../domain/proof.ts';
import { PROOF_TABS } from '../domain/proof.ts';
import type { Task } from '../domain/task.ts';
import { printOfTask } from './closed-deal.ts';

/**
 * The record of what each row was counted for, in a fixed number of parts per tab, so that one edited row needs one
 * part and no part grows beyond a document: a row takes some 175 bytes, so 100,000 rows of history are 550 kB in each.
 */
const PARTS: Readonly<Record<ProofTab | 'closed', number>> = {
  history: 16,
  ratings: 4,
  notes: 4,
  closed: 16,
};

const partOf = (of: ProofTab | 'closed', key: string): string => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1)
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193) >>> 0;
  return `${of}${((hash ^ (hash >>> 16)) >>> 0) % PARTS[of]}`;
};

/** The part that a row of a tab stands in. */
export const rowPart = (tab: ProofTab, id: string): string => partOf(tab, id);
/** The part that a closed deal of the Tasks tab stands in, by its print. */
export const closedPart = (print: string): string => partOf('closed', print);

/** Every part there can be. */
export const ALL_PARTS: readonly string[] = ([...PROOF_TABS, 'closed'] as const).flatMap((of) =>
  Array.from({ length: PARTS[of] }, (_none, index) => `${of}${index}`),
);
/** Every part of one tab. */
export const partsOf = (tab: ProofTab): readonly string[] => ALL_PARTS.filter((part) => part.startsWith(tab));

/** What a row was counted for last; null when it counts for nothing or is not known. */
export const countedIn = (proofs: ProofBooks | undefined, tab: ProofTab, id: string): CountedRow | null => {
  const entry = proofs?.[rowPart(tab, id)]?.[id];
  return entry === undefined || entry === true ? null : entry;
};

/** Whether a deal of this print stands closed on the Tasks tab, or stood there when its row went. */
export const isClosedOnBoard = (proofs: ProofBooks | undefined, print: string): boolean =>
  Object.keys(proofs?.[closedPart(print)] ?? {}).some((key) => key.startsWith(`${print}-`));

/** One line to put into a part (`entry`) or to take out of it (null). */
export interface ProofWrite {
  readonly part: string;
  readonly key: string;
  readonly entry: CountedRow | true | null;
}

/** What a change of a task does to the closed deals. */
export const closedWrites = (before: Task | undefined, task: Task): readonly ProofWrite[] => {
  const [old, now] = [before === undefined ? null : printOfTask(before), printOfTask(task)];
  if (old === now) return [];
  const write = (print: string, entry: true | null): ProofWrite => ({
    part: closedPart(print),
    key: `${print}-${task.id}`,
    entry,
  });
  return [...(old === null ? [] : [write(old, null)]), ...(now === null ? [] : [write(now, true)])];
};

/** The parts with one line put in or taken out. */
export const withProof = (proofs: ProofBooks | undefined, { part, key, entry }: ProofWrite): ProofBooks => {
  const { [key]: _old, ...others }: ProofBook = proofs?.[part] ?? {};
  return { ...proofs, [part]: entry === null ? others : { ...others, [key]: entry } };
};
