/** Formula text cut into tokens. References keep their exact spelling, so that a formula can be rewritten. */
import { columnIndex } from '../a1/a1-notation.ts';

/** One corner of a reference; absent parts are open, as in `A:C` or `2:5`. */
export interface Corner {
  readonly row?: number;
  readonly column?: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export interface ReferenceToken {
  readonly kind: 'reference';
  /** As written before `!`, with its quotes; absent for the formula's own sheet. */
  readonly prefix?: string;
  readonly sheetTitle?: string;
  readonly first: Corner;
  /** Absent for a single cell. */
  readonly last?: Corner;
}

export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'string'; readonly value: string; readonly text: string }
  | { readonly kind: 'error' | 'name' | 'operator' | 'space'; readonly text: string }
  | ReferenceToken;

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const REFERENCE = new RegExp(
  String.raw`(${SHEET})?(${CELL}(?::(?:${CELL}|\$?[A-Za-z]{1,3}(?!\w)))?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)(?![\w(.!])`,
  'uy',
);
const SHAPES: readonly (readonly [Exclude<Token['kind'], 'reference'>, RegExp])[] = [
  ['space', /\s+/y],
  ['string', /"(?:[^"]|"")*"/y],
  ['error', /#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|ERROR!)/iy],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['operator', /<>|<=|>=|[-<>=+*/^&%(),;{}:]/y],
];

/** Tokens of a formula without its `=`. Undefined when some of the text is no formula. */
export function tokenize(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const token = referenceAt(text, at) ?? plainAt(text, at);
    if (!token) return undefined;
    tokens.push(token.token);
    at += token.length;
  }
  return tokens;
}

interface Found {
  readonly token: Token;
  readonly length: number;
}

function referenceAt(text: string, at: number): Found | undefined {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return undefined;
  const [first = '', last] = (match[2] ?? '').split(':');
  const prefix = match[1]?.slice(0, -1);
  return {
    length: match[0].length,
    token: {
      kind: 'reference',
      ...(prefix !== undefined && { prefix, sheetTitle: unquote(prefix) }),
      first: cornerOf(first),
      ...(last !== undefined && { last: cornerOf(last) }),
    },
  };
}

function unquote(prefix: string): string {
  return prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
}

function cornerOf(text: string): Corner {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  const [, dollar, letters, second, digits] = match ?? [];
  return {
    ...(letters && { column: columnIndex(letters) }),
    ...(digits && { row: Number(digits) - 1 }),
    columnFixed: Boolean(letters) && dollar === '$',
    rowFixed: Boolean(digits) && (second === '$' || (!letters && dollar === '$')),
  };
}

function plainAt(text: string, at: number): Found | undefined {
  for (const [kind, shape] of SHAPES) {
    shape.lastIndex = at;
    const found = shape.exec(text)?.[0];
    if (found === undefined) continue;
    return { length: found.length, token: plainToken(kind, found) };
  }
  return undefined;
}

function plainToken(kind: Exclude<Token['kind'], 'reference'>, text: string): Token {
  if (kind === 'number') return { kind, text, value: Number(text) };
  if (kind === 'string') return { kind, text, value: text.slice(1, -1).replaceAll('""', '"') };
  return { kind, text };
}
