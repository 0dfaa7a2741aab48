/** COUNTIF and its relatives: functions that take cells by a criterion such as `">5"` or `"p*"`. */
import { FormulaError, type Matrix, type Scalar } from './formula-values.ts';

type Values = readonly (Scalar | Matrix)[];
type Test = (value: Scalar) => boolean;

/** A criterion as a test: an operator and a value; without operator the cell must equal it. `*` and `?` match text. */
function testOf(criterion: Scalar): Test {
  if (typeof criterion !== 'string') return equals(criterion ?? '');
  const [, operator, text = ''] = /^(<=|>=|<>|=|<|>)?(.*)$/s.exec(criterion) ?? [];
  if (operator === '<>') {
    const same = sameAs(text);
    return (value) => !same(value);
  }
  if (operator === '=') return sameAs(text);
  return operator === undefined ? equals(readCriterion(text)) : compares(operator, readCriterion(text));
}

/** After `=` or `<>` nothing means an empty cell. */
function sameAs(text: string): Test {
  return text === '' ? (value) => value === null : equals(readCriterion(text));
}

function readCriterion(text: string): string | number | boolean {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  const number = Number(text.replace(/%$/, ''));
  if (text.trim() === '' || Number.isNaN(number)) return text;
  return text.endsWith('%') ? number / 100 : number;
}

function equals(wanted: Scalar): Test {
  if (typeof wanted !== 'string') return (value) => value === wanted;
  const pattern = wildcard(wanted);
  return (value) => typeof value === 'string' && pattern.test(value);
}

/** `p*` as a pattern; `~*` means the star itself. */
function wildcard(text: string): RegExp {
  const source = text.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (found, plain: string | undefined) => {
    if (plain !== undefined) return plain === '~' ? '~' : `\\${plain}`;
    if (found === '*') return '.*';
    return found === '?' ? '.' : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 'isu');
}

function compares(operator: string, wanted: string | number | boolean): Test {
  return (value) => {
    if (typeof value !== typeof wanted || value === null) return false;
    const [a, b] = [value, wanted].map((one) => (typeof one === 'string' ? one.toLowerCase() : Number(one)));
    if (a === undefined || b === undefined) return false;
    if (operator === '<') return a < b;
    if (operator === '>') return a > b;
    return operator === '<=' ? a <= b : a >= b;
  };
}

const flat = (value: Scalar | Matrix | undefined): Scalar[] =>
  Array.isArray(value) ? value.flat() : [value ?? null];
const single = (value: Scalar | Matrix | undefined): Scalar => flat(value)[0] ?? null;

/** The cells of `taken` whose partners pass all the tests; pairs are range, criterion, range, criterion, … */
function passing(taken: readonly Scalar[], pairs: Values): Scalar[] | FormulaError {
  const tests: { range: Scalar[]; test: Test }[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    const range = flat(pairs[index]);
    if (range.length !== taken.length) return new FormulaError('VALUE');
    tests.push({ range, test: testOf(single(pairs[index + 1])) });
  }
  return taken.filter((_, place) => tests.every(({ range, test }) => test(range[place] ?? null)));
}

const numbersOf = (list: readonly Scalar[]) => list.filter((value) => typeof value === 'number');
const sum = (list: readonly number[]) => list.reduce((total, number) => total + number, 0);

type Fold = (numbers: number[]) => Scalar;
const average: Fold = (list) =>
  list.length === 0 ? new FormulaError('DIVIDE_BY_ZERO') : sum(list) / list.length;

/** `(range, criterion, [values])`: folds the values, which are the range itself when not given. */
const folding =
  (fold: Fold) =>
  ([range = null, criterion = null, values]: Values): Scalar => {
    const tested = flat(range);
    const taken = values === undefined ? tested : flat(values).slice(0, tested.length);
    while (taken.length < tested.length) taken.push(null);
    const found = passing(taken, [range, criterion]);
    return found instanceof FormulaError ? found : fold(numbersOf(found));
  };

/** `(values, range, criterion, range, criterion, …)`. */
const foldingAll =
  (fold: Fold) =>
  ([values = null, ...pairs]: Values): Scalar => {
    const found = passing(flat(values), pairs);
    return found instanceof FormulaError ? found : fold(numbersOf(found));
  };

const count = (pairs: Values): Scalar => {
  const found = passing(flat(pairs[0]), pairs);
  return found instanceof FormulaError ? found : found.length;
};

export const CRITERIA_FUNCTIONS: Readonly<Record<string, (values: Values) => Scalar>> = {
  COUNTIF: count,
  COUNTIFS: count,
  SUMIF: folding(sum),
  AVERAGEIF: folding(average),
  SUMIFS: foldingAll(sum),
  AVERAGEIFS: foldingAll(average),
  MINIFS: foldingAll((list) => list.reduce((least, number) => Math.min(least, number), list[0] ?? 0)),
  MAXIFS: foldingAll((list) => list.reduce((most, number) => Math.max(most, number), list[0] ?? 0)),
};
