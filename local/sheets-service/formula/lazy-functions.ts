import { parseRange } from '../a1/a1-notation.ts';
import { areaOf, evaluate, evaluateSingle, valuesOf, type FormulaScope } from './evaluate-formula.ts';
import { FormulaError, toNumber, toText, type Matrix, type Scalar } from './formula-values.ts';
import type { Node } from './parse-formula.ts';
import { tokenize } from './tokenize.ts';

type LazyFunction = (args: readonly Node[], scope: FormulaScope) => Scalar | Matrix;

const EMPTY: Node = { kind: 'value', value: null };
const NOT_AVAILABLE = new FormulaError('N_A');

function truth(value: Scalar): boolean | FormulaError {
  if (typeof value === 'boolean') return value;
  const number = toNumber(value);
  return number instanceof FormulaError ? number : number !== 0;
}

const choose: LazyFunction = ([condition = EMPTY, yes = EMPTY, no], scope) => {
  const holds = truth(evaluateSingle(condition, scope));
  if (holds instanceof FormulaError) return holds;
  if (holds) return evaluate(yes, scope);
  return no ? evaluate(no, scope) : false;
};

const chooseFirst: LazyFunction = (args, scope) => {
  for (let index = 0; index + 1 < args.length; index += 2) {
    const holds = truth(evaluateSingle(args[index] ?? EMPTY, scope));
    if (holds instanceof FormulaError) return holds;
    if (holds) return evaluate(args[index + 1] ?? EMPTY, scope);
  }
  return NOT_AVAILABLE;
};

const switchOn: LazyFunction = ([subject = EMPTY, ...cases], scope) => {
  const wanted = evaluateSingle(subject, scope);
  if (wanted instanceof FormulaError) return wanted;
  for (let index = 0; index + 1 < cases.length; index += 2) {
    if (same(evaluateSingle(cases[index] ?? EMPTY, scope), wanted))
      return evaluate(cases[index + 1] ?? EMPTY, scope);
  }
  return cases.length % 2 === 1 ? evaluate(cases.at(-1) ?? EMPTY, scope) : NOT_AVAILABLE;
};

const same = (a: Scalar, b: Scalar) =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

const ifError =
  (caught: (error: FormulaError) => boolean): LazyFunction =>
  ([subject = EMPTY, instead = EMPTY], scope) => {
    const value = evaluate(subject, scope);
    const first = Array.isArray(value) ? evaluateSingle(subject, scope) : value;
    return first instanceof FormulaError && caught(first) ? evaluate(instead, scope) : value;
  };

const test =
  (judge: (value: Scalar) => boolean): LazyFunction =>
  ([subject = EMPTY], scope) =>
    judge(evaluateSingle(subject, scope));

const isError = (value: Scalar) => value instanceof FormulaError;
const isNotAvailable = (value: Scalar) => value instanceof FormulaError && value.type === 'N_A';

/** ROW, COLUMN, ROWS and COLUMNS look at the reference, not at what it holds. */
const place =
  (
    own: (scope: FormulaScope) => number,
    of: (area: Exclude<ReturnType<typeof areaOf>, FormulaError>) => number,
  ): LazyFunction =>
  ([subject], scope) => {
    if (!subject) return own(scope);
    if (subject.kind !== 'reference') {
      const value = evaluate(subject, scope);
      if (!Array.isArray(value)) return value instanceof FormulaError ? value : 1;
      const size = { sheet: scope.sheet, startRow: 0, startColumn: 0, rowCount: value.length };
      return of({ ...size, columnCount: value[0]?.length ?? 0 });
    }
    const area = areaOf(subject.reference, scope);
    return area instanceof FormulaError ? area : of(area);
  };

const indirect: LazyFunction = ([subject = EMPTY], scope) => {
  const text = toText(evaluateSingle(subject, scope));
  if (text instanceof FormulaError) return text;
  const [token, ...others] = tokenize(text) ?? [];
  if (token?.kind === 'reference' && others.length === 0) return valuesOf(areaOf(token, scope), scope);
  return parseRange(text) ? new FormulaError('REF') : evaluate({ kind: 'name', name: text }, scope);
};

/** A link shows its label; the address is kept in the formula. */
const hyperlink: LazyFunction = ([address = EMPTY, label], scope) => evaluateSingle(label ?? address, scope);

/** Functions that decide for themselves which of their arguments to work out, and how. */
export const LAZY_FUNCTIONS: Readonly<Record<string, LazyFunction>> = {
  IF: choose,
  IFS: chooseFirst,
  SWITCH: switchOn,
  IFERROR: ifError(() => true),
  IFNA: ifError(({ type }) => type === 'N_A'),
  ISERROR: test(isError),
  ISERR: test((value) => isError(value) && !isNotAvailable(value)),
  ISNA: test(isNotAvailable),
  ISBLANK: test((value) => value === null),
  ROW: place(
    ({ row }) => row + 1,
    ({ startRow }) => startRow + 1,
  ),
  COLUMN: place(
    ({ column }) => column + 1,
    ({ startColumn }) => startColumn + 1,
  ),
  ROWS: place(
    () => 1,
    ({ rowCount }) => rowCount,
  ),
  COLUMNS: place(
    () => 1,
    ({ columnCount }) => columnCount,
  ),
  INDIRECT: indirect,
  HYPERLINK: hyperlink,
  ARRAYFORMULA: ([subject = EMPTY], scope) => evaluate(subject, scope),
};
