import { sheetByTitle } from '../a1/resolve-range.ts';
import type { Book, ExtendedValue, SheetState } from '../model/book.ts';
import { callFunction } from './call-function.ts';
import {
  FormulaError,
  errorNamed,
  toNumber,
  toScalar,
  toText,
  type Matrix,
  type Scalar,
} from './formula-values.ts';
import { parseFormula, type Node } from './parse-formula.ts';
import type { ReferenceToken } from './tokenize.ts';

/** Where a formula stands and what it can see. */
export interface FormulaScope {
  readonly book: Book;
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
  readonly now: number;
  readonly valueAt: (sheet: SheetState, row: number, column: number) => ExtendedValue | undefined;
}

/** The cells a reference means, cut to the rows that hold anything; `rowCount` is how many it spans. */
export interface Area {
  readonly sheet: SheetState;
  readonly startRow: number;
  readonly startColumn: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The result of a formula in one cell: of a block its upper left value, since results do not spill here. */
export function evaluateFormula(formula: string, scope: FormulaScope): Scalar {
  const node = parseFormula(formula);
  if (!node) return new FormulaError('ERROR');
  return single(evaluate(node, scope), node, scope);
}

/** Works out a part of a formula; references give blocks of values. */
export function evaluate(node: Node, scope: FormulaScope): Scalar | Matrix {
  switch (node.kind) {
    case 'value':
      return node.value;
    case 'error':
      return errorNamed(node.text);
    case 'reference':
      return valuesOf(areaOf(node.reference, scope), scope);
    case 'name':
      return valuesOf(namedArea(node.name, scope), scope);
    case 'array':
      return node.rows.map((row) => row.map((item) => evaluateSingle(item, scope)));
    case 'unary':
      return unary(node.operator, evaluateSingle(node.operand, scope));
    case 'binary':
      return binary(node.operator, evaluateSingle(node.left, scope), evaluateSingle(node.right, scope));
    case 'call':
      return callFunction(node.name, node.args, scope);
  }
}

/** Like {@link evaluate}, for places that take one value. */
export function evaluateSingle(node: Node, scope: FormulaScope): Scalar {
  return single(evaluate(node, scope), node, scope);
}

/** Of a column the value in the formula's own row, of a row the one in its column, else the first. */
function single(value: Scalar | Matrix, node: Node, scope: FormulaScope): Scalar {
  if (!Array.isArray(value)) return value;
  const area = node.kind === 'reference' ? areaOf(node.reference, scope) : undefined;
  if (area instanceof FormulaError) return area;
  const isColumn = area?.columnCount === 1 && area.rowCount > 1;
  const isRow = area?.rowCount === 1 && area.columnCount > 1;
  const row = isColumn ? scope.row - area.startRow : 0;
  const column = isRow ? scope.column - area.startColumn : 0;
  return value[row]?.[column] ?? null;
}

/** The area of a reference; `#REF!` when its sheet is unknown or it lies off the grid. */
export function areaOf(reference: ReferenceToken, scope: FormulaScope): Area | FormulaError {
  const { sheetTitle, first, last = first } = reference;
  const sheet = sheetTitle === undefined ? scope.sheet : sheetByTitle(scope.book, sheetTitle);
  if (!sheet) return new FormulaError('REF');
  const [startRow, endRow] = side(first.row, last.row, sheet.rowCount);
  const [startColumn, endColumn] = side(first.column, last.column, sheet.columnCount);
  if (startRow >= sheet.rowCount || startColumn >= sheet.columnCount) return new FormulaError('REF');
  const rowCount = Math.min(endRow, sheet.rowCount) - startRow;
  return {
    sheet,
    startRow,
    startColumn,
    rowCount,
    columnCount: Math.min(endColumn, sheet.columnCount) - startColumn,
  };
}

function side(a: number | undefined, b: number | undefined, size: number): [number, number] {
  if (a === undefined) return [0, size];
  return b === undefined ? [a, size] : [Math.min(a, b), Math.max(a, b) + 1];
}

function namedArea(name: string, { book }: FormulaScope): Area | FormulaError {
  const range = book.meta.namedRanges?.find((one) => one.name?.toLowerCase() === name.toLowerCase())?.range;
  const sheet = range && book.sheets.find(({ meta }) => meta.properties.sheetId === (range.sheetId ?? 0));
  if (!range || !sheet) return new FormulaError('NAME');
  const startRow = range.startRowIndex ?? 0;
  const startColumn = range.startColumnIndex ?? 0;
  return {
    sheet,
    startRow,
    startColumn,
    rowCount: (range.endRowIndex ?? sheet.rowCount) - startRow,
    columnCount: (range.endColumnIndex ?? sheet.columnCount) - startColumn,
  };
}

/** The values of an area, row by row; empty rows at its end are left out of open-ended references. */
export function valuesOf(area: Area | FormulaError, scope: FormulaScope): Matrix | FormulaError {
  if (area instanceof FormulaError) return area;
  const { sheet, startRow, startColumn, rowCount, columnCount } = area;
  const height = Math.max(Math.min(rowCount, sheet.rows.length - startRow), 1);
  const rows: Matrix = [];
  for (let row = startRow; row < startRow + height; row += 1) {
    const line: Scalar[] = [];
    for (let column = startColumn; column < startColumn + columnCount; column += 1) {
      line.push(toScalar(scope.valueAt(sheet, row, column)));
    }
    rows.push(line);
  }
  return rows;
}

function unary(operator: '-' | '+' | '%', operand: Scalar): Scalar {
  if (operator === '+') return operand;
  const number = toNumber(operand);
  if (number instanceof FormulaError) return number;
  return operator === '-' ? -number : number / 100;
}

function binary(operator: string, left: Scalar, right: Scalar): Scalar {
  if (left instanceof FormulaError) return left;
  if (right instanceof FormulaError) return right;
  if (operator === '&') return `${toText(left) as string}${toText(right) as string}`;
  const judge = COMPARISONS[operator];
  if (judge) return judge(compare(left, right));
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a instanceof FormulaError) return a;
  if (b instanceof FormulaError) return b;
  return arithmetic(operator, a, b);
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

/** Numbers come before text, text before booleans; text compares without regard to case; empty fits any. */
function compare(left: Scalar, right: Scalar): number {
  const a = left ?? emptyLike(right);
  const b = right ?? emptyLike(left);
  if (typeof a !== typeof b) return rank(a) - rank(b);
  if (typeof a === 'string') {
    const [x, y] = [a.toLowerCase(), (b as string).toLowerCase()];
    return x < y ? -1 : Number(x > y);
  }
  return Number(a) - Number(b);
}

const emptyLike = (other: Scalar) =>
  typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
const rank = (value: Scalar) => ['number', 'string', 'boolean'].indexOf(typeof value);

function arithmetic(operator: string, a: number, b: number): Scalar {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? new FormulaError('DIVIDE_BY_ZERO') : a / b;
    default: {
      const power = a ** b;
      return Number.isFinite(power) ? power : new FormulaError('NUM');
    }
  }
}
