import { FieldPath, type DocumentData, type Firestore, type Transaction } from 'firebase-admin/firestore';
import { teamDaySchema } from '../../shared/contract/team-day-doc.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import type { TeamId } from '../../shared/domain/ids.ts';
import type { Month } from '../../shared/domain/points-ledger.ts';
import type { RepDay, TeamDay } from '../../shared/domain/team-day.ts';
import { isStorableId } from './store-codec.ts';
import { StoreError } from './store-error.ts';
import { teamDocuments, type TeamDocuments } from './team-documents.ts';

/**
 * A team's days: one document a month, `teams/{team}/days/{yyyy-MM}`, with one text a day. A rep is a row of
 * numbers instead of a map with names: 31 days of 200 reps are about 350,000 bytes that way, and above
 * Firestore's 1 MiB the other.
 */
type Row = readonly [rep: string, ...numbers: number[]];

const rowOf = ({ rep, load, keyTasks, lights, types }: RepDay): Row => [
  ...([rep, load, keyTasks] as const),
  ...[lights.green, lights.yellow, lights.red],
  ...[types.strategic, types.growth, types.volume, types.selective],
];

const repOf = (row: unknown): unknown => {
  if (!Array.isArray(row)) return row;
  const [rep, load, keyTasks, green, yellow, red, strategic, growth, volume, selective] = row as unknown[];
  return {
    rep,
    load,
    keyTasks,
    lights: { green, yellow, red },
    types: { strategic, growth, volume, selective },
  };
};

export const encodeDay = ({ day: _key, reps, ...rest }: TeamDay): string =>
  JSON.stringify({ ...rest, reps: reps.map(rowOf) });

/** @throws {StoreError} BROKEN_DOCUMENT naming the day that cannot be understood. */
export const decodeDay = (path: string, day: string, line: unknown): TeamDay => {
  const parsed = teamDaySchema.safeParse(withReps(day, parse(line)));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StoreError(
    'BROKEN_DOCUMENT',
    `Stored document ${path} days.${day} cannot be understood. ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
};

const parse = (line: unknown): unknown => {
  try {
    return typeof line === 'string' ? JSON.parse(line) : null;
  } catch {
    return null;
  }
};

const withReps = (day: string, raw: unknown): unknown => {
  if (raw === null || typeof raw !== 'object' || !('reps' in raw) || !Array.isArray(raw.reps)) return raw;
  return { ...raw, day, reps: raw.reps.map(repOf) };
};

/** Adds closed days to their months, in documents that need not have been read nor be there. */
export const writeDays = (
  transaction: Transaction,
  documents: TeamDocuments,
  effects: readonly Effect[],
): void => {
  for (const effect of effects) {
    if (effect.type !== 'dayClosed') continue;
    const { day } = effect.day;
    transaction.set(
      documents.days(day.slice(0, 7) as Month),
      { days: { [day]: encodeDay(effect.day) } },
      { mergeFields: [new FieldPath('days', day)] },
    );
  }
};

/** Kept days of the months from one to another, both included, oldest first: one read a month. */
export const readDays = async (
  firestore: Firestore,
  team: TeamId,
  from: Month,
  to: Month,
): Promise<readonly TeamDay[]> => {
  const months = monthsBetween(from, to);
  if (!isStorableId(team) || months.length === 0) return [];
  const documents = teamDocuments(firestore, team);
  const found = await firestore.getAll(...months.map((month) => documents.days(month)));
  return found.flatMap((one) => daysIn(one.ref.path, one.data())).sort((a, b) => (a.day < b.day ? -1 : 1));
};

const daysIn = (path: string, data: DocumentData | undefined): readonly TeamDay[] =>
  Object.entries((data?.['days'] ?? {}) as Record<string, unknown>).map(([day, line]) =>
    decodeDay(path, day, line),
  );

/** More than anybody looks at, and few enough to read at once. */
const MOST_MONTHS = 24;

const monthsBetween = (from: Month, to: Month): readonly Month[] => {
  const [first, last] = [from, to].map(
    (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1,
  );
  const length = Math.min(MOST_MONTHS, (last ?? 0) - (first ?? 0) + 1);
  return Array.from({ length: Math.max(0, length) }, (_, step) => {
    const month = (last ?? 0) - step;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` as Month;
  });
};
