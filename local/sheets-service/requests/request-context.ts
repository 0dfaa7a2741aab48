import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { invalidArgument } from '../http/api-error.ts';
import { parseFieldMask, type FieldTree } from '../http/field-mask.ts';
import { findSheet, type Book, type SheetMeta, type SheetState } from '../model/book.ts';
import type { BookDraft } from '../model/book-draft.ts';
import type { InputContext } from '../values/parse-input.ts';

/** What a request works on. */
export interface RequestContext {
  readonly draft: BookDraft;
  /** A fresh positive number for things that clients did not number themselves. */
  readonly newId: () => number;
  readonly input: InputContext;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export type Requests = sheets_v4.Schema$Request;
export type Reply = sheets_v4.Schema$Response;

/** One kind of request: changes the draft, throws an ApiError to refuse, returns its reply if it has one. */
export type RequestHandler<K extends keyof Requests> = (
  context: RequestContext,
  request: NonNullable<Requests[K]>,
) => Reply | undefined;

/** The sheet a request names; Google's refusal when it does not exist. */
export function sheetOf(book: Book, sheetId: number | null | undefined): SheetState {
  const sheet = findSheet(book, sheetId ?? 0);
  if (!sheet) throw invalidArgument(`No grid with id: ${sheetId ?? 0}`);
  return sheet;
}

/** Replaces parts of a sheet's meta; undefined removes a part. */
export function changeMeta(
  { draft }: RequestContext,
  sheet: SheetState,
  changes: { readonly [K in keyof SheetMeta]?: SheetMeta[K] | undefined },
): void {
  const meta = Object.fromEntries(
    Object.entries({ ...sheet.meta, ...changes }).filter(([, value]) => value !== undefined),
  ) as unknown as SheetMeta;
  draft.apply({ kind: 'sheetMeta', sheetId: meta.properties.sheetId, meta });
}

/** The `fields` of a request as a tree in which `*` stands for `all`. Throws when there is none. */
export function requestMask(fields: string | null | undefined, all: readonly string[]): FieldTree {
  if (!fields) {
    throw invalidArgument("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  }
  const tree = readMask(fields);
  if (tree === true) return Object.fromEntries(all.map((name) => [name, true] as const));
  const unknown = Object.keys(tree).find((name) => !all.includes(name));
  if (unknown !== undefined) throw invalidArgument(`Invalid field: ${unknown}`);
  return tree;
}

function readMask(fields: string): FieldTree | true {
  try {
    return parseFieldMask(fields);
  } catch (error) {
    throw invalidArgument((error as Error).message);
  }
}

/** The value, or a refusal that names the missing field. */
export function required<T>(value: T | null | undefined, field: string): T {
  if (value == null) throw invalidArgument(`Must specify ${field}.`);
  return value;
}
