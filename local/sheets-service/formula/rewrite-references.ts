import { columnName } from '../a1/a1-notation.ts';
import type { Dimension } from '../model/mutation.ts';
import type { SpanShift } from '../model/shift-spans.ts';
import { tokenize, type Corner, type ReferenceToken } from './tokenize.ts';

/** The same formula with every reference replaced; undefined turns one into `#REF!`. Text that is no formula stays. */
export function rewriteReferences(
  formula: string,
  change: (reference: ReferenceToken) => ReferenceToken | undefined,
): string {
  const tokens = tokenize(formula.slice(1));
  if (!tokens?.some((token) => token.kind === 'reference')) return formula;
  const parts = tokens.map((token) => {
    if (token.kind !== 'reference') return token.text;
    const changed = change(token);
    return changed ? referenceText(changed) : '#REF!';
  });
  return `=${parts.join('')}`;
}

function referenceText({ prefix, first, last }: ReferenceToken): string {
  const corners = last ? `${cornerText(first)}:${cornerText(last)}` : cornerText(first);
  return prefix === undefined ? corners : `${prefix}!${corners}`;
}

function cornerText({ row, column, rowFixed, columnFixed }: Corner): string {
  const letters = column === undefined ? '' : `${columnFixed ? '$' : ''}${columnName(column)}`;
  return row === undefined ? letters : `${letters}${rowFixed ? '$' : ''}${row + 1}`;
}

/** A copied formula: relative parts move by the distance, `$` parts stay; off the grid becomes `#REF!`. */
export function moveRelative(formula: string, rows: number, columns: number): string {
  const moved = (corner: Corner): Corner | undefined => {
    const row = corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows;
    const column =
      corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns;
    if ((row ?? 0) < 0 || (column ?? 0) < 0) return undefined;
    return { ...corner, ...(row !== undefined && { row }), ...(column !== undefined && { column }) };
  };
  return rewriteReferences(formula, (reference) => {
    const first = moved(reference.first);
    const last = reference.last && moved(reference.last);
    if (!first || (reference.last && !last)) return undefined;
    return { ...reference, first, ...(last && { last }) };
  });
}

/** References into a sheet follow its rows or columns, whether fixed with `$` or not. */
export function shiftReferences(
  formula: string,
  pointsHere: (reference: ReferenceToken) => boolean,
  dimension: Dimension,
  shift: SpanShift,
): string {
  const side = dimension === 'ROWS' ? 'row' : 'column';
  return rewriteReferences(formula, (reference) => {
    if (!pointsHere(reference)) return reference;
    const { first, last = first } = reference;
    const [a, b] = [first[side], last[side]];
    if (a === undefined) return reference;
    const span = shift(Math.min(a, b ?? a), b === undefined ? Number.MAX_SAFE_INTEGER : Math.max(a, b) + 1);
    if (!span) return undefined;
    const swapped = b !== undefined && a > b;
    const [low, high] = [span[0], span[1] - 1];
    return {
      ...reference,
      first: { ...first, [side]: swapped ? high : low },
      ...(reference.last && b !== undefined && { last: { ...last, [side]: swapped ? low : high } }),
    };
  });
}

/** References into a sheet take its new title. */
export function renameInFormula(
  formula: string,
  oldTitle: string,
  quotedNewTitle: string,
  newTitle: string,
): string {
  return rewriteReferences(formula, (reference) =>
    reference.sheetTitle?.toLowerCase() === oldTitle.toLowerCase()
      ? { ...reference, prefix: quotedNewTitle, sheetTitle: newTitle }
      : reference,
  );
}
