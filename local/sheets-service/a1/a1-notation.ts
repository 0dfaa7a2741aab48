/** Reading and writing A1 and R1C1 notation, independent of any workbook. */

/** Zero-based, end-exclusive; an absent side is open, as in `A:C` or `A2:C`. */
export interface OpenRange {
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

/** `sheetTitle` is absent when the text names none; `range` when it is the title alone. */
export interface A1Reference {
  readonly sheetTitle?: string;
  readonly range?: OpenRange;
  /** The part behind `!`, or the whole, when it is neither A1 nor R1C1: perhaps a title or a named range. */
  readonly name?: string;
  /** True when the title stood in quotes, which rules out a named range. */
  readonly quoted: boolean;
}

const CELL = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;
const R1C1 = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i;

/** `0` is `A`, `25` is `Z`, `26` is `AA`. */
export function columnName(index: number): string {
  let rest = index + 1;
  let name = '';
  while (rest > 0) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    rest = Math.floor((rest - 1) / 26);
  }
  return name;
}

/** The reverse of {@link columnName}; letters in either case. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** Splits `'My Sheet'!A1:B2` and its many shorter forms. Never fails: what is not a range comes back as name. */
export function parseReference(text: string): A1Reference {
  const quoted = /^'((?:[^']|'')+)'(?:!(.*))?$/s.exec(text);
  if (quoted) {
    const sheetTitle = (quoted[1] ?? '').replaceAll("''", "'");
    return { sheetTitle, quoted: true, ...(quoted[2] !== undefined && rangeOrName(quoted[2])) };
  }
  const bang = text.lastIndexOf('!');
  if (bang < 0) return { quoted: false, ...rangeOrName(text) };
  return { sheetTitle: text.slice(0, bang), quoted: false, ...rangeOrName(text.slice(bang + 1)) };
}

function rangeOrName(text: string): { range: OpenRange } | { name: string } {
  const range = parseRange(text);
  return range ? { range } : { name: text };
}

/** `A1`, `A1:B2`, `A:C`, `2:5`, `A2:C`, `R1C1:R2C3`; corners may come in any order. Undefined otherwise. */
export function parseRange(text: string): OpenRange | undefined {
  const r1c1 = R1C1.exec(text);
  if (r1c1) return fromR1C1(r1c1);
  const [first, second, ...more] = text.split(':');
  const start = CELL.exec(first ?? '');
  if (!start || more.length > 0 || first === '') return undefined;
  if (second === undefined) {
    return start[1] && start[2] ? fromCorners(start, start) : undefined;
  }
  const end = CELL.exec(second);
  if (!end || second === '') return undefined;
  return fromCorners(start, end);
}

function fromCorners(start: RegExpExecArray, end: RegExpExecArray): OpenRange {
  return {
    ...span('Row', rowOf(start), rowOf(end)),
    ...span('Column', columnOf(start), columnOf(end)),
  };
}

const rowOf = (corner: RegExpExecArray) => (corner[2] ? Number(corner[2]) - 1 : undefined);
const columnOf = (corner: RegExpExecArray) => (corner[1] ? columnIndex(corner[1]) : undefined);

/** Both known: the span between them. One known: it starts there and stays open, as in `A2:C` for rows. */
function span(side: 'Row' | 'Column', a: number | undefined, b: number | undefined): OpenRange {
  if (a === undefined && b === undefined) return {};
  const from = Math.min(a ?? Infinity, b ?? Infinity);
  const range: Record<string, number> = { [`start${side}`]: from };
  if (a !== undefined && b !== undefined) range[`end${side}`] = Math.max(a, b) + 1;
  return range;
}

function fromR1C1(match: RegExpExecArray): OpenRange | undefined {
  const [row, column] = [Number(match[1]) - 1, Number(match[2]) - 1];
  const [row2, column2] = [Number(match[3] ?? match[1]) - 1, Number(match[4] ?? match[2]) - 1];
  if (Math.min(row, column, row2, column2) < 0) return undefined;
  return { ...span('Row', row, row2), ...span('Column', column, column2) };
}

/** The title as it stands before `!`: in quotes unless it is a plain word that cannot be taken for a cell. */
export function quoteTitle(title: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(title) && !parseRange(title) && !/^R\d*C\d*$/i.test(title);
  return plain ? title : `'${title.replaceAll("'", "''")}'`;
}

/** `A1` for a single cell, `A1:B2` otherwise; ends exclusive. */
export function formatRange(range: {
  startRow: number;
  endRow: number;
  startColumn: number;
  endColumn: number;
}): string {
  const first = `${columnName(range.startColumn)}${range.startRow + 1}`;
  const last = `${columnName(range.endColumn - 1)}${range.endRow}`;
  return first === last ? first : `${first}:${last}`;
}
