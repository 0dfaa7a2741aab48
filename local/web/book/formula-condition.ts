/**
 * The small part of the formula language that conditional colours use: references, texts, numbers, comparisons,
 * and a few functions. Compiled once per rule and evaluated per cell drawn, so that a colour follows its cell at
 * once on any number of rows. Formulas beyond it are left to the engine (see `compileFormula`).
 */
export type Value = string | number | boolean | null;

export interface FormulaScope {
  /** Value of a cell as people see it: result of a formula, not its text. */
  value(row: number, column: number): Value;
  /** Day number of today, for TODAY(). */
  today(): number;
}

/** Whether the formula holds, `rows` below and `columns` right of the range's first cell. */
export type Formula = (scope: FormulaScope, rows: number, columns: number) => Value;

type Token = { readonly kind: 'text' | 'number' | 'ref' | 'name' | 'op'; readonly text: string };

const TOKEN =
  /\s*(?:"((?:[^"]|"")*)"|(\d+(?:\.\d+)?)|(\$?[A-Za-z]{1,3}\$?\d+)(?![A-Za-z0-9_(])|([A-Za-z]+)|(<>|<=|>=|[=<>&+\-*/(),]))/y;
const COMPARISONS = new Set(['=', '<>', '<', '>', '<=', '>=']);

class Unsupported extends Error {}

/**
 * Compiles a formula such as `=AND($B2="🔴", $G2>10000)`; undefined when it uses anything not known here.
 */
export function compileFormula(text: string): Formula | undefined {
  try {
    const parser = new Parser(tokens(text.replace(/^=/, '')));
    return parser.whole();
  } catch (error) {
    if (error instanceof Unsupported) return undefined;
    throw error;
  }
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  const trimmed = text.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed);
    if (!match) throw new Unsupported();
    const [, quoted, number, ref, name, op] = match;
    if (quoted !== undefined) found.push({ kind: 'text', text: quoted.replaceAll('""', '"') });
    else if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (ref !== undefined) found.push({ kind: 'ref', text: ref.toUpperCase() });
    else if (name !== undefined) found.push({ kind: 'name', text: name.toUpperCase() });
    else found.push({ kind: 'op', text: op ?? '' });
  }
  return found;
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(list: readonly Token[]) {
    this.#tokens = list;
  }

  whole(): Formula {
    const formula = this.#comparison();
    if (this.#at < this.#tokens.length) throw new Unsupported();
    return formula;
  }

  #takeOp(...ops: string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'op' || !ops.includes(token.text)) return undefined;
    this.#at += 1;
    return token.text;
  }

  #comparison(): Formula {
    const left = this.#joined();
    const op = this.#takeOp(...COMPARISONS);
    if (op === undefined) return left;
    const right = this.#joined();
    return (...at) => compare(op, left(...at), right(...at));
  }

  #joined(): Formula {
    let left = this.#sum();
    while (this.#takeOp('&')) {
      const [first, second] = [left, this.#sum()];
      left = (...at) => textOf(first(...at)) + textOf(second(...at));
    }
    return left;
  }

  #sum(): Formula {
    let left = this.#product();
    for (let op = this.#takeOp('+', '-'); op !== undefined; op = this.#takeOp('+', '-')) {
      const [first, second, sign] = [left, this.#product(), op === '+' ? 1 : -1];
      left = (...at) => numberOf(first(...at)) + sign * numberOf(second(...at));
    }
    return left;
  }

  #product(): Formula {
    let left = this.#single();
    for (let op = this.#takeOp('*', '/'); op !== undefined; op = this.#takeOp('*', '/')) {
      const [first, second, times] = [left, this.#single(), op === '*'];
      left = (...at) => {
        const [a, b] = [numberOf(first(...at)), numberOf(second(...at))];
        return times ? a * b : a / b;
      };
    }
    return left;
  }

  #single(): Formula {
    if (this.#takeOp('-')) {
      const inner = this.#single();
      return (...at) => -numberOf(inner(...at));
    }
    if (this.#takeOp('(')) {
      const inner = this.#comparison();
      if (!this.#takeOp(')')) throw new Unsupported();
      return inner;
    }
    const token = this.#tokens[this.#at];
    if (!token || token.kind === 'op') throw new Unsupported();
    this.#at += 1;
    if (token.kind === 'text') return () => token.text;
    if (token.kind === 'ref') return reference(token.text);
    return token.kind === 'number' ? constant(Number(token.text)) : this.#call(token.text);
  }

  #call(name: string): Formula {
    if (name === 'TRUE' || name === 'FALSE') {
      if (this.#takeOp('(') && !this.#takeOp(')')) throw new Unsupported();
      return constant(name === 'TRUE');
    }
    const call = FUNCTIONS[name];
    if (!call || !this.#takeOp('(')) throw new Unsupported();
    const args: Formula[] = [];
    while (!this.#takeOp(')')) {
      args.push(this.#comparison());
      if (this.#takeOp(',')) continue;
      if (!this.#takeOp(')')) throw new Unsupported();
      break;
    }
    return (scope, rows, columns) =>
      call(
        args.map((arg) => arg(scope, rows, columns)),
        scope,
      );
  }
}

const constant =
  (value: Value): Formula =>
  () =>
    value;

function reference(text: string): Formula {
  const match = /^(\$?)([A-Z]+)(\$?)(\d+)$/.exec(text);
  if (!match) throw new Unsupported();
  const [, fixedColumn, letters = '', fixedRow, digits] = match;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  return (scope, rows, columns) =>
    scope.value(fixedRow ? row : row + rows, fixedColumn ? column : column + columns);
}

const FUNCTIONS: Readonly<Record<string, (args: readonly Value[], scope: FormulaScope) => Value>> = {
  AND: (args) => args.every(truthOf),
  OR: (args) => args.some(truthOf),
  NOT: ([arg]) => !truthOf(arg ?? null),
  ISBLANK: ([arg]) => arg === null || arg === undefined,
  ISNUMBER: ([arg]) => typeof arg === 'number',
  ISTEXT: ([arg]) => typeof arg === 'string',
  LEN: ([arg]) => textOf(arg ?? null).length,
  LEFT: ([arg, count]) => textOf(arg ?? null).slice(0, count === undefined ? 1 : numberOf(count)),
  TRIM: ([arg]) =>
    textOf(arg ?? null)
      .trim()
      .replaceAll(/ +/g, ' '),
  TODAY: (_args, scope) => scope.today(),
};

/** Whether a value counts as true in a condition. */
export function truthOf(value: Value): boolean {
  if (typeof value === 'string') return value.toUpperCase() === 'TRUE';
  return value !== null && value !== false && value !== 0;
}

const textOf = (value: Value): string =>
  value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);

const numberOf = (value: Value): number => (value === null || value === '' ? 0 : Number(value));

function compare(op: string, left: Value, right: Value): boolean {
  const order = orderOf(left, right);
  switch (op) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}

// As in Google Sheets: numbers before texts before booleans, texts without regard to case, an empty cell equals
// both "" and 0.
function orderOf(left: Value, right: Value): number {
  const a = left ?? emptyLike(right);
  const b = right ?? emptyLike(left);
  const rank = (value: Exclude<Value, null>): number => ['number', 'string', 'boolean'].indexOf(typeof value);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  const [x, y] = typeof a === 'string' ? [a.toLowerCase(), String(b).toLowerCase()] : [a, b];
  return x === y ? 0 : x < y ? -1 : 1;
}

function emptyLike(other: Value): Exclude<Value, null> {
  if (typeof other === 'number') return 0;
  return typeof other === 'boolean' ? false : '';
}
