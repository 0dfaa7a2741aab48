/**
 * How a change of the book is written as one line of text: a checksum, then JSON. Formats and validation
 * rules that many cells share are written once per line and are shared again after reading.
 */
import { crc32 } from 'node:zlib';
import type { ExtendedValue, StoredCell } from '../model/book.ts';
import type { Mutation } from '../model/mutation.ts';

/** One applied change. `revision` grows by one; `at` is its time in milliseconds since 1970. */
export interface JournalEntry {
  readonly revision: number;
  readonly at: number;
  readonly mutations: readonly Mutation[];
}

interface CellRecord {
  v?: string | number | boolean | ExtendedValue;
  f?: number;
  d?: number;
  n?: string;
  r?: StoredCell['textFormatRuns'];
}
type MutationRecord =
  | readonly ['c', number, number, number, CellRecord | null]
  | readonly ['r', number, number, readonly (CellRecord | null)[], Extract<Mutation, { kind: 'row' }>['info']]
  | Mutation;
interface EntryRecord {
  rev: number;
  at: number;
  shared?: object[];
  m: MutationRecord[];
}

class SharedObjects {
  readonly list: object[] = [];
  private readonly indexes = new Map<object, number>();

  indexOf(value: object): number {
    const known = this.indexes.get(value);
    if (known !== undefined) return known;
    this.indexes.set(value, this.list.length);
    return this.list.push(value) - 1;
  }
}

/** The line for an entry, ending in a newline. */
export function encodeEntry(entry: JournalEntry): string {
  const shared = new SharedObjects();
  const m = entry.mutations.map((mutation) => encodeMutation(mutation, shared));
  const record: EntryRecord = { rev: entry.revision, at: entry.at, m };
  if (shared.list.length > 0) record.shared = shared.list;
  const json = JSON.stringify(record);
  return `${checksum(json)} ${json}\n`;
}

/** Reads a line (without its newline) back. Undefined when checksum or form do not fit. */
export function decodeEntry(line: string): JournalEntry | undefined {
  const json = line.slice(9);
  if (line[8] !== ' ' || checksum(json) !== line.slice(0, 8)) return undefined;
  const record = JSON.parse(json) as EntryRecord;
  const shared = record.shared ?? [];
  return {
    revision: record.rev,
    at: record.at,
    mutations: record.m.map((mutation) => decodeMutation(mutation, shared)),
  };
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

function encodeMutation(mutation: Mutation, shared: SharedObjects): MutationRecord {
  if (mutation.kind === 'cell') {
    return ['c', mutation.sheetId, mutation.row, mutation.column, encodeCell(mutation.cell, shared)];
  }
  if (mutation.kind === 'row') {
    const cells = Array.from(mutation.cells, (cell) => encodeCell(cell ?? null, shared));
    return ['r', mutation.sheetId, mutation.row, cells, mutation.info];
  }
  return mutation;
}

function decodeMutation(record: MutationRecord, shared: readonly object[]): Mutation {
  if (!Array.isArray(record)) return record as Mutation;
  const tuple = record as Extract<MutationRecord, readonly unknown[]>;
  if (tuple[0] === 'c') {
    const [, sheetId, row, column, cell] = tuple;
    return { kind: 'cell', sheetId, row, column, cell: decodeCell(cell, shared) };
  }
  const [, sheetId, row, cells, info] = tuple;
  return { kind: 'row', sheetId, row, cells: cells.map((cell) => decodeCell(cell, shared)), info };
}

function encodeCell(cell: StoredCell | null, shared: SharedObjects): CellRecord | null {
  if (!cell) return null;
  const record: CellRecord = {};
  if (cell.userEnteredValue) record.v = encodeValue(cell.userEnteredValue);
  if (cell.userEnteredFormat) record.f = shared.indexOf(cell.userEnteredFormat);
  if (cell.dataValidation) record.d = shared.indexOf(cell.dataValidation);
  if (cell.note !== undefined) record.n = cell.note;
  if (cell.textFormatRuns) record.r = cell.textFormatRuns;
  return record;
}

function encodeValue(value: ExtendedValue): NonNullable<CellRecord['v']> {
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? value;
}

function decodeCell(record: CellRecord | null, shared: readonly object[]): StoredCell | null {
  if (!record) return null;
  return {
    ...(record.v !== undefined && { userEnteredValue: decodeValue(record.v) }),
    ...(record.f !== undefined && { userEnteredFormat: shared[record.f] as object }),
    ...(record.d !== undefined && { dataValidation: shared[record.d] as object }),
    ...(record.n !== undefined && { note: record.n }),
    ...(record.r && { textFormatRuns: record.r }),
  };
}

function decodeValue(value: NonNullable<CellRecord['v']>): ExtendedValue {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { numberValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  return value;
}
