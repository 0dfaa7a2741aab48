import type { DocumentData } from 'firebase-admin/firestore';
import type { z } from 'zod';
import { eventRecordSchema } from '../../shared/contract/event-doc.ts';
import {
  bookEntrySchema,
  proofEntrySchema,
  taskSchema,
  teamSchema,
} from '../../shared/contract/store-doc.ts';
import type { Book, Team } from '../../shared/domain/board-state.ts';
import type { CountedRow, ProofBook } from '../../shared/domain/proof.ts';
import type { BookEntry, Task } from '../../shared/domain/task.ts';
import { movesOf } from '../../shared/moves/set-of-moves.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import { StoreError } from './store-error.ts';

/**
 * Domain objects as stored documents and back. What comes in numbers inside one document (reps, suggestions,
 * lines of a book, effects) is kept as one JSON text each: see docs/decisions/0002-documents-of-a-team.md.
 */

/** Firestore takes 1 MiB a document; the rest is left for field names and for the index. */
export const LARGEST_EVENT_BYTES = 900_000;

/** Firestore's rules for ids of documents and names of fields. Others cannot be stored, so none is stored. */
export const isStorableId = (id: string): boolean =>
  id !== '' &&
  id !== '.' &&
  id !== '..' &&
  !/^__.*__$/s.test(id) &&
  !/[/\p{Cs}]/u.test(id) &&
  Buffer.byteLength(id) <= 1500;

export const encodeTeam = (team: Team): DocumentData => ({
  ...storable(team, `team ${team.id}`),
  reps: mapValues(team.reps, toLine),
  pending: mapValues(team.pending, toLine),
  waiting: team.waiting.map(toLine),
  // One text for all: its keys are row ids as they stand in the sheet, which need not be names of fields.
  noted: toLine(team.noted),
  ...(team.proof === undefined ? {} : { proof: toLine(team.proof) }),
  ...(team.handovers === undefined ? {} : { handovers: mapValues(team.handovers, toLine) }),
  ...(team.transfers === undefined ? {} : { transfers: toLine(team.transfers) }),
  ...(team.points === undefined ? {} : { points: toLine(team.points) }),
  ...(team.counts === undefined ? {} : { counts: toLine(team.counts) }),
  ...(team.undelivered === undefined ? {} : { undelivered: team.undelivered.map(toLine) }),
});

export const decodeTeam = (path: string, data: DocumentData): Team =>
  checked(teamSchema, path, {
    ...data,
    reps: mapValues(data['reps'], (line) => fromLine(path, line)),
    pending: mapValues(data['pending'], (line) => fromLine(path, line)),
    waiting: listOf(data['waiting'], (line) => fromLine(path, line)),
    noted: fromLine(path, data['noted']),
    ...('proof' in data ? { proof: fromLine(path, data['proof']) } : {}),
    ...(data['handovers'] === undefined
      ? {}
      : { handovers: mapValues(data['handovers'], (line) => fromLine(path, line)) }),
    ...(data['transfers'] === undefined ? {} : { transfers: fromLine(path, data['transfers']) }),
    ...(data['points'] === undefined ? {} : { points: fromLine(path, data['points']) }),
    ...(data['counts'] === undefined ? {} : { counts: fromLine(path, data['counts']) }),
    ...(data['undelivered'] === undefined
      ? {}
      : { undelivered: listOf(data['undelivered'], (line) => fromLine(path, line)) }),
  });

export const encodeTask = (task: Task): DocumentData => ({ ...storable(task, `task ${task.id}`) });

export const decodeTask = (path: string, data: DocumentData): Task => checked(taskSchema, path, data);

export const encodeEntry = (entry: BookEntry): string => toLine(storable(entry, `entry ${entry.taskId}`));

export const decodeBook = (path: string, data: DocumentData): Book =>
  // A book whose last entry was taken out may be left without the field.
  mapValues(data['entries'] ?? {}, (line, id) =>
    checked(bookEntrySchema, `${path} entries.${id}`, fromLine(path, line)),
  );

export const encodeProof = (entry: CountedRow | true): string => JSON.stringify(entry);

export const decodeProofBook = (path: string, data: DocumentData): ProofBook =>
  mapValues(data['rows'] ?? {}, (line, key) =>
    checked(proofEntrySchema, `${path} rows.${key}`, fromLine(path, line)),
  );

/**
 * `mailDue` says when mail about the event is due, as long as somebody waits for it, and `mailFor` who does.
 * `outbox` holds the revision for as long as the sheet has to be told of the event. Ordering by it finds
 * the undelivered ones, oldest first, with the field's own small index. `moved` holds the revision of events that
 * moved deals, so that the newest of them are found however many others there are.
 * @throws {StoreError} TOO_LARGE when the effects do not fit one document.
 */
export const encodeEvent = ({ effects, delivered, mail, ...rest }: EventRecord): DocumentData => {
  const lines = effects.map((effect, at) => toLine(storable(effect, `event ${rest.id} effect ${at}`)));
  const bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
  if (bytes > LARGEST_EVENT_BYTES) {
    throw new StoreError(
      'TOO_LARGE',
      `Event ${rest.id} (${rest.kind}) holds ${effects.length} effects of ${bytes} bytes; ` +
        `${LARGEST_EVENT_BYTES} bytes fit. Do it in smaller chunks, each with an event id of its own.`,
    );
  }
  return {
    ...storable(rest, `event ${rest.id}`),
    effects: lines,
    ...(delivered ? {} : { outbox: rest.revision }),
    ...(mail === undefined ? {} : { mailDue: mail.due }),
    ...(mail?.waits == null ? {} : { mailFor: toLine(mail.waits) }),
    ...(movesOf(effects).length > 0 ? { moved: rest.revision } : {}),
  };
};

export const decodeEvent = (
  path: string,
  { outbox, moved: _moved, mailDue, mailFor, ...data }: DocumentData,
): EventRecord =>
  checked(eventRecordSchema, path, {
    ...data,
    effects: listOf(data['effects'], (line) => fromLine(path, line)),
    delivered: outbox === undefined,
    ...(mailDue === undefined
      ? {}
      : { mail: { due: mailDue as unknown, waits: mailFor === undefined ? null : fromLine(path, mailFor) } }),
  });

const checked = <T>(schema: z.ZodType<T>, path: string, raw: unknown): T => {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || '(document)'}: ${issue.message}`);
  throw new StoreError(
    'BROKEN_DOCUMENT',
    `Stored document ${path} cannot be understood. ${problems.join('; ')}`,
  );
};

export const toLine = (value: object): string => JSON.stringify(value);

const fromLine = (path: string, line: unknown): unknown => {
  try {
    // Anything but text is left for the schema to name.
    return typeof line === 'string' ? (JSON.parse(line) as unknown) : null;
  } catch (cause) {
    throw new StoreError('BROKEN_DOCUMENT', `Stored document ${path} holds a line that is not JSON.`, cause);
  }
};

const mapValues = <V, W>(map: unknown, change: (value: V, key: string) => W): Record<string, W> =>
  // A map that is no map is left for the schema to name.
  map === null || typeof map !== 'object' || Array.isArray(map)
    ? (map as Record<string, W>)
    : Object.fromEntries(
        Object.entries(map as Record<string, V>).map(([key, value]) => [key, change(value, key)]),
      );

const listOf = (list: unknown, change: (line: unknown) => unknown): unknown =>
  Array.isArray(list) ? list.map(change) : list;

/**
 * Says where a value is that would be lost or changed on its way through the database. JSON drops undefined
 * and turns NaN into null without a word; Firestore's own complaint does not name the field.
 */
const storable = <T>(value: T, where: string): T => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object') throw new StoreError('NOT_STORABLE', `${where} is ${String(value)}.`);
  for (const [key, part] of Object.entries(value)) storable(part as unknown, `${where}.${key}`);
  return value;
};
