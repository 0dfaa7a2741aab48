/**
 * Field masks in the forms the API takes: `a.b,c`, `a/b`, `a(b,c/d)`. The same notation chooses what an answer
 * holds (`fields` parameter) and what a request writes (`fields` inside the request).
 */

/** Field names with their chosen sub-fields; `true` chooses all of a field. */
export interface FieldTree {
  readonly [name: string]: FieldTree | true;
}

/** Reads a mask. Undefined means everything (`*`). Throws a plain error naming what cannot be read. */
export function parseFieldMask(text: string): FieldTree | true {
  const tokens = text.match(/[^\s(),./]+|[(),./]/g) ?? [];
  const reader = { tokens, at: 0 };
  const tree = readList(reader);
  if (reader.at < tokens.length)
    throw new Error(`Unexpected '${tokens[reader.at]}' in field mask '${text}'.`);
  return tree;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}
type Growing = { [name: string]: Growing | true };

function readList(reader: Reader): FieldTree | true {
  const tree: Growing = {};
  let everything = false;
  do {
    const path = readPath(reader);
    everything ||= path === true;
    if (path !== true) merge(tree, path);
  } while (take(reader, ','));
  return everything ? true : tree;
}

function readPath(reader: Reader): FieldTree | true {
  const name = reader.tokens[reader.at];
  if (name === undefined || /^[(),./]$/.test(name))
    throw new Error(`Field name expected before '${name ?? 'end'}'.`);
  reader.at += 1;
  let below: FieldTree | true = true;
  if (take(reader, '.') || take(reader, '/')) below = readPath(reader);
  else if (take(reader, '(')) {
    below = readList(reader);
    if (!take(reader, ')')) throw new Error("')' expected in field mask.");
  }
  return name === '*' ? below : { [camelCase(name)]: below };
}

function take(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at] !== token) return false;
  reader.at += 1;
  return true;
}

/** Protocol buffers take `sheet_id` for `sheetId` everywhere. */
function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function merge(into: Growing, from: Growing): void {
  for (const [name, below] of Object.entries(from)) {
    const there = into[name];
    if (there === true || below === true) into[name] = true;
    else if (there) merge(there, below);
    else into[name] = below;
  }
}

/** The chosen part of an answer; lists are looked through. */
export function selectFields(value: unknown, tree: FieldTree | true): unknown {
  if (tree === true || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => selectFields(item, tree));
  const chosen: Record<string, unknown> = {};
  for (const [name, below] of Object.entries(tree)) {
    const inner = (value as Record<string, unknown>)[name];
    if (inner !== undefined) chosen[name] = selectFields(inner, below);
  }
  return chosen;
}

/** True when the mask chooses the field at the path, or something inside it. */
export function choosesField(tree: FieldTree | true, path: readonly string[]): boolean {
  let here: FieldTree | true | undefined = tree;
  for (const name of path) {
    if (here === true) return true;
    here = here?.[name];
  }
  return here !== undefined;
}

/** The names chosen below a path; undefined when everything there is. */
export function chosenNames(
  tree: FieldTree | true,
  path: readonly string[],
): ReadonlySet<string> | undefined {
  let here: FieldTree | true = tree;
  for (const name of path) {
    if (here === true) return undefined;
    here = here[name] ?? {};
  }
  return here === true ? undefined : new Set(Object.keys(here));
}

/**
 * A copy of `target` in which exactly the masked fields come from `source`; a masked field that the source
 * does not give is cleared. Objects left empty disappear. Other values are never touched.
 */
export function writeFields<T extends object>(
  target: T | undefined,
  source: object | null | undefined,
  tree: FieldTree,
): T {
  const result: Record<string, unknown> = { ...target };
  for (const [name, below] of Object.entries(tree)) {
    const given = (source as Record<string, unknown> | null | undefined)?.[name];
    const written = below === true ? given : writeInner(result[name], given, below);
    if (written === undefined || written === null) delete result[name];
    else result[name] = written;
  }
  return result as T;
}

function writeInner(there: unknown, given: unknown, below: FieldTree): object | undefined {
  const inner = writeFields(isObject(there) ? there : undefined, isObject(given) ? given : undefined, below);
  return Object.keys(inner).length > 0 ? inner : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
