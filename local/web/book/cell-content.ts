/**
 * What a cell holds, compared and sent regardless of which side it came from: Google's CellData on one side, the
 * grid's cell on the other. Keeps apart a text that begins with "=" and a formula, and a number and its text.
 */
import type { ICellData, IDocumentData } from '@univerjs/core';
import type { CellData } from './board-book.ts';

export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'formula'; readonly value: string };

const EMPTY: CellContent = { kind: 'empty' };
/** `CellValueType` of the grid; its own enum would pull the whole engine into this file. */
const NUMBER_TYPE = 2;
const BOOLEAN_TYPE = 3;
const FORCED_TEXT_TYPE = 4;

/** Content of a cell as the server tells it. */
export function contentOfCell(cell: CellData): CellContent {
  const value = cell.userEnteredValue;
  if (value?.formulaValue != null) return { kind: 'formula', value: value.formulaValue };
  if (value?.stringValue != null && value.stringValue !== '')
    return { kind: 'text', value: value.stringValue };
  if (value?.numberValue != null) return { kind: 'number', value: value.numberValue };
  if (value?.boolValue != null) return { kind: 'bool', value: value.boolValue };
  return EMPTY;
}

/** Content of a cell of the grid. A checkbox holds 1 or 0 there and means TRUE or FALSE. */
export function contentOfGridCell(cell: ICellData | null | undefined, isCheckbox: boolean): CellContent {
  if (!cell) return EMPTY;
  if (cell.f) return { kind: 'formula', value: cell.f };
  const value = cell.p ? richText(cell.p) : cell.v;
  return contentOfValue(value, cell.t ?? undefined, isCheckbox);
}

function contentOfValue(value: ICellData['v'], type: number | undefined, isCheckbox: boolean): CellContent {
  if (value === null || value === undefined || value === '') return EMPTY;
  if (typeof value === 'boolean') return { kind: 'bool', value };
  const truth = type === BOOLEAN_TYPE || isCheckbox ? truthOf(value) : undefined;
  if (truth !== undefined) return { kind: 'bool', value: truth };
  return typeof value === 'number' ? { kind: 'number', value } : textOrNumber(value, type);
}

// The grid keeps some typed numbers as text with a number's type.
function textOrNumber(value: string, type: number | undefined): CellContent {
  const isNumber = type === NUMBER_TYPE && value.trim() !== '' && Number.isFinite(Number(value));
  return isNumber ? { kind: 'number', value: Number(value) } : { kind: 'text', value };
}

function truthOf(value: string | number): boolean | undefined {
  const text = String(value).toUpperCase();
  if (text === '1' || text === 'TRUE') return true;
  if (text === '0' || text === 'FALSE') return false;
  return undefined;
}

// The engine ends a document with \r\n and separates paragraphs with \r.
function richText(document: IDocumentData): string {
  const stream = document.body?.dataStream ?? '';
  return stream.replace(/\r\n$/, '').replaceAll('\r', '\n');
}

export function sameContent(a: CellContent, b: CellContent): boolean {
  if (a.kind === 'empty' || b.kind === 'empty') return a.kind === b.kind;
  return a.kind === b.kind && a.value === b.value;
}

/**
 * The input that makes the server store this content, as a person would type it. `pattern` is the number format
 * the grid gave the cell: a typed date is a day number there, and has to reach the server as a date again.
 * Example: number 46300 with pattern "yyyy-mm-dd" gives "2026-10-05"; text "=A1" gives "'=A1".
 */
export function inputFor(
  content: CellContent,
  cell?: ICellData | null,
  pattern?: string,
): string | number | boolean | null {
  switch (content.kind) {
    case 'empty':
      return null;
    case 'number':
      return pattern === undefined ? content.value : formattedInput(content.value, pattern);
    case 'text':
      return needsQuote(content.value, cell) ? `'${content.value}` : content.value;
    case 'bool':
    case 'formula':
      return content.value;
  }
}

// What the grid took for text although it looks like something else was text on purpose.
function needsQuote(text: string, cell: ICellData | null | undefined): boolean {
  const type: number | undefined = cell?.t ?? undefined;
  if (type === FORCED_TEXT_TYPE) return true;
  return /^[=']/.test(text) || (text.trim() !== '' && Number.isFinite(Number(text)));
}

function formattedInput(value: number, pattern: string): string | number {
  const bare = pattern.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  if (bare.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  const hasDay = /[yd]/i.test(bare);
  const hasTime = /[hs]/i.test(bare);
  if (!hasDay && !hasTime) return value;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round(value * 86_400) * 1_000);
  const iso = date.toISOString();
  const day = iso.slice(0, 10);
  const time = iso.slice(11, 19);
  if (!hasDay) return time;
  return hasTime ? `${day} ${time}` : day;
}

/** Content as a person reads it in a message or a card. */
export function contentText(content: CellContent): string {
  if (content.kind === 'empty') return '';
  return content.kind === 'bool' ? (content.value ? '✓' : '✗') : String(content.value);
}
