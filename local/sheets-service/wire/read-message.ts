import { createRequire } from 'node:module';
import { ApiError } from '../http/api-error.ts';
import type { FieldTree } from '../http/field-mask.ts';
import { ENUM_FIELDS, ONE_OF_GROUPS } from './message-rules.ts';

type Fields = Readonly<Record<string, string>>;

const MESSAGES = createRequire(import.meta.url)('./message-fields.json') as Readonly<Record<string, Fields>>;

interface Violation {
  readonly field: string;
  readonly description: string;
}

/**
 * Reads a request body as the named message: snake_case names become camelCase, nulls disappear. Throws one
 * error naming every field that is unknown or of the wrong type, with its path, as Google does.
 */
export function readMessage(name: string, body: unknown, path = ''): Record<string, unknown> {
  const violations: Violation[] = [];
  const message = new MessageReader(violations).message(name, body, path);
  if (violations.length > 0) {
    throw new ApiError('INVALID_ARGUMENT', violations.map(({ description }) => description).join('\n'), [
      { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
    ]);
  }
  return message;
}

/** The first path of an answer mask that the message does not have, or undefined. */
export function unknownPath(name: string, tree: FieldTree | true, prefix = ''): string | undefined {
  if (tree === true) return undefined;
  for (const [field, below] of Object.entries(tree)) {
    const unknown = unknownField(
      MESSAGES[name]?.[field],
      below,
      prefix === '' ? field : `${prefix}.${field}`,
    );
    if (unknown !== undefined) return unknown;
  }
  return undefined;
}

function unknownField(type: string | undefined, below: FieldTree | true, path: string): string | undefined {
  if (type === undefined) return path;
  const inner = type.replace(/^(?:\[\]|\{\})+/, '');
  if (below === true || type.startsWith('{}') || inner === '*') return undefined;
  return inner in MESSAGES ? unknownPath(inner, below, path) : `${path}.${Object.keys(below)[0] ?? ''}`;
}

const SCALARS: Readonly<
  Record<string, { readonly type: string; readonly fits: (value: unknown) => boolean }>
> = {
  s: { type: 'TYPE_STRING', fits: (value) => typeof value === 'string' },
  b: { type: 'TYPE_BOOL', fits: (value) => typeof value === 'boolean' },
  n: { type: 'TYPE_DOUBLE', fits: (value) => typeof value === 'number' },
};
/** Number fields that hold whole numbers; the client's types do not tell them from others. */
const WHOLE = /(?:Id|Index|Count|Pixels)$|^(?:index|depth|length|pixelSize)$/;

class MessageReader {
  private readonly violations: Violation[];

  constructor(violations: Violation[]) {
    this.violations = violations;
  }

  message(name: string, value: unknown, path: string): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.wrong(path, `type.googleapis.com/google.apps.sheets.v4.${name}`, value);
      return {};
    }
    const fields = MESSAGES[name] ?? {};
    const result: Record<string, unknown> = {};
    for (const [given, inner] of Object.entries(value)) {
      if (inner === null || inner === undefined) continue;
      const key = given.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const type = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (type === undefined) this.unknown(given, path);
      else result[key] = this.field(type, inner, join(path, snake(key)), `${name}.${key}`);
    }
    this.checkGroup(name, result, path);
    return result;
  }

  private field(type: string, value: unknown, path: string, owner: string): unknown {
    if (type === '*') return value;
    if (type.startsWith('[]')) return this.list(type.slice(2), value, path, owner);
    if (type.startsWith('{}')) return this.map(type.slice(2), value, path, owner);
    const scalar = SCALARS[type];
    return scalar ? this.scalar(type, value, path, owner) : this.message(type, value, path);
  }

  /** Free-form rows of values keep their nulls: there null means "leave the cell alone". */
  private list(type: string, value: unknown, path: string, owner: string): unknown[] {
    if (type === '[]*') return this.rows(value, path);
    const items = Array.isArray(value) ? (value as unknown[]) : [value];
    return items.map((item, index) => this.field(type, item, `${path}[${index}]`, owner));
  }

  private rows(value: unknown, path: string): unknown[] {
    if (!Array.isArray(value)) {
      this.wrong(path, 'type.googleapis.com/google.protobuf.ListValue', value);
      return [];
    }
    value.forEach((row: unknown, index) => {
      if (!Array.isArray(row))
        this.wrong(`${path}[${index}]`, 'type.googleapis.com/google.protobuf.ListValue', row);
    });
    return value as unknown[];
  }

  private map(type: string, value: unknown, path: string, owner: string): Record<string, unknown> {
    if (typeof value !== 'object' || value === null) {
      this.wrong(path, 'Map', value);
      return {};
    }
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, this.field(type, inner, `${path}[${key}]`, owner)]),
    );
  }

  private scalar(type: string, value: unknown, path: string, owner: string): unknown {
    if (Array.isArray(value)) {
      this.notRepeating(path, owner);
      return undefined;
    }
    const whole = type === 'n' && WHOLE.test(owner.split('.')[1] ?? '');
    const read = type === 'n' && typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (!fitsScalar(type, whole, read))
      this.wrong(path, whole ? 'TYPE_INT32' : (SCALARS[type]?.type ?? ''), value);
    else this.checkWord(owner, read, path);
    return read;
  }

  private notRepeating(path: string, owner: string): void {
    const [name, place] = [owner.split('.')[1] ?? '', path.replace(/\.?[^.]*$/, '')];
    this.violations.push({
      field: path,
      description: `Invalid JSON payload received. Unknown name "${name}" at '${place}': Proto field is not repeating, cannot start list.`,
    });
  }

  private checkWord(owner: string, value: unknown, path: string): void {
    const enumeration = ENUM_FIELDS[owner];
    if (!enumeration || enumeration.words.includes(String(value))) return;
    this.wrong(path, `type.googleapis.com/google.apps.sheets.v4.${enumeration.name}`, value);
  }

  private checkGroup(name: string, message: Record<string, unknown>, path: string): void {
    const group = ONE_OF_GROUPS[name];
    if (!group) return;
    const set = Object.keys(message).filter((key) => group.fields === 'all' || group.fields.includes(key));
    const extra = set[1];
    if (extra === undefined) return;
    this.violations.push({
      field: path,
      description: `Invalid value at '${path}' (oneof), oneof field '${group.name}' is already set. Cannot set '${extra}'`,
    });
  }

  private unknown(key: string, path: string): void {
    const place = path === '' ? '' : ` at '${path}'`;
    this.violations.push({
      field: path,
      description: `Invalid JSON payload received. Unknown name "${key}"${place}: Cannot find field.`,
    });
  }

  private wrong(path: string, type: string, value: unknown): void {
    this.violations.push({
      field: path,
      description: `Invalid value at '${path}' (${type}), ${JSON.stringify(value)}`,
    });
  }
}

function fitsScalar(type: string, whole: boolean, value: unknown): boolean {
  if (Number.isNaN(value) || (whole && !Number.isInteger(value))) return false;
  return SCALARS[type]?.fits(value) ?? true;
}

const join = (path: string, name: string) => (path === '' ? name : `${path}.${name}`);
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
