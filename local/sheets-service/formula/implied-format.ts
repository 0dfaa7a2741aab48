import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { cellAt } from '../model/book.ts';
import { areaOf, type FormulaScope } from './evaluate-formula.ts';
import { FormulaError } from './formula-values.ts';
import { parseFormula, type Node } from './parse-formula.ts';

type NumberFormat = sheets_v4.Schema$NumberFormat;

const BY_FUNCTION: Readonly<Record<string, NumberFormat>> = {
  TODAY: { type: 'DATE' },
  DATE: { type: 'DATE' },
  EDATE: { type: 'DATE' },
  EOMONTH: { type: 'DATE' },
  WORKDAY: { type: 'DATE' },
  NOW: { type: 'DATE_TIME' },
  TIME: { type: 'TIME' },
};
/** Functions whose result is of the kind of their argument at this index. */
const LIKE_ARGUMENT: Readonly<Record<string, number>> = {
  SUM: 0,
  AVERAGE: 0,
  MIN: 0,
  MAX: 0,
  IFERROR: 0,
  ROUND: 0,
  INDEX: 0,
  ARRAYFORMULA: 0,
  IF: 1,
};
const DEEPEST = 8;

/** The number format a formula's result takes when its cell has none: that of a date function or of its sources. */
export function impliedFormat(formula: string, scope: FormulaScope): NumberFormat | undefined {
  const node = parseFormula(formula);
  return node && formatOf(node, scope, 0);
}

function formatOf(node: Node | undefined, scope: FormulaScope, depth: number): NumberFormat | undefined {
  if (!node || depth > DEEPEST) return undefined;
  switch (node.kind) {
    case 'reference':
      return referencedFormat(node, scope, depth);
    case 'unary':
      return formatOf(node.operand, scope, depth + 1);
    case 'call':
      return BY_FUNCTION[node.name] ?? formatOf(node.args[LIKE_ARGUMENT[node.name] ?? -1], scope, depth + 1);
    case 'binary':
      return sumFormat(node, scope, depth);
    default:
      return undefined;
  }
}

/** A date plus days is a date; a date minus a date is a number of days. */
function sumFormat(
  node: Extract<Node, { kind: 'binary' }>,
  scope: FormulaScope,
  depth: number,
): NumberFormat | undefined {
  if (node.operator !== '+' && node.operator !== '-') return undefined;
  const [left, right] = [formatOf(node.left, scope, depth + 1), formatOf(node.right, scope, depth + 1)];
  return isDate(left) && isDate(right) ? undefined : (left ?? right);
}

const isDate = (format: NumberFormat | undefined) => format?.type === 'DATE' || format?.type === 'DATE_TIME';

function referencedFormat(
  node: Extract<Node, { kind: 'reference' }>,
  scope: FormulaScope,
  depth: number,
): NumberFormat | undefined {
  const area = areaOf(node.reference, scope);
  if (area instanceof FormulaError) return undefined;
  const { sheet, startRow: row, startColumn: column } = area;
  const cell = cellAt(sheet, row, column);
  const own = cell?.userEnteredFormat?.numberFormat;
  const formula = cell?.userEnteredValue?.formulaValue;
  if (own || formula == null) return own;
  return formatOf(parseFormula(formula), { ...scope, sheet, row, column }, depth + 1);
}
