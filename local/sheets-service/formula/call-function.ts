import { createRequire } from 'node:module';
import { serialOf } from '../values/serial-date.ts';
import { evaluate, type FormulaScope } from './evaluate-formula.ts';
import { FormulaError, errorNamed, type Matrix, type Scalar } from './formula-values.ts';
import { OWN_FUNCTIONS } from './own-functions.ts';
import { LAZY_FUNCTIONS } from './lazy-functions.ts';
import type { Node } from './parse-formula.ts';

type Library = Readonly<Record<string, unknown>>;

const require = createRequire(import.meta.url);
let library: Library | undefined;

/** The function library, loaded when the first formula needs it: most workbooks need none. */
function functions(): Library {
  library ??= require('@formulajs/formulajs') as Library;
  return library;
}

/** Names of the library that are not worksheet functions, or that would need a sheet to answer rightly. */
const NOT_CALLABLE = new Set(['ERROR', 'SUBTOTAL', 'AGGREGATE', 'utils', 'ISO', 'F', 'T', 'Z']);

/**
 * Calls a worksheet function. Those that choose among their arguments come first, then our own, then the
 * library; an unknown one is `#NAME?`. An error in an argument is the result.
 */
export function callFunction(name: string, args: readonly Node[], scope: FormulaScope): Scalar | Matrix {
  const lazy = LAZY_FUNCTIONS[name];
  if (lazy) return lazy(args, scope);
  const own = OWN_FUNCTIONS[name];
  const found = own ? undefined : libraryFunction(name);
  if (!own && !found) return new FormulaError('NAME');
  const values = args.map((arg) => evaluate(arg, scope));
  const error = values.flat(2).find((value) => value instanceof FormulaError);
  if (error) return error;
  if (own) return own(values, scope);
  return fromLibrary(
    found?.(...values.map((value, index) => (isOneCell(args[index]) ? valueOf(value) : value))),
  );
}

/** The library takes `A1` for a value and only `A1:A9` for a block. */
const isOneCell = (node: Node | undefined) => node?.kind === 'reference' && !node.reference.last;
const valueOf = (value: Scalar | Matrix): Scalar => (Array.isArray(value) ? (value[0]?.[0] ?? null) : value);

function libraryFunction(name: string): ((...args: unknown[]) => unknown) | undefined {
  if (NOT_CALLABLE.has(name)) return undefined;
  let found: unknown = functions();
  for (const part of name.split('.')) {
    if (found === null || found === undefined || !Object.hasOwn(found, part)) return undefined;
    found = (found as Library)[part];
  }
  return typeof found === 'function' ? (found as (...args: unknown[]) => unknown) : undefined;
}

function fromLibrary(result: unknown): Scalar | Matrix {
  if (result instanceof Error) return errorNamed(result.message);
  if (result instanceof Date) return fromDate(result);
  if (Array.isArray(result)) {
    const rows = result.every(Array.isArray) ? (result as unknown[][]) : [result as unknown[]];
    return rows.map((row) => row.map((item) => fromLibrary(item) as Scalar));
  }
  if (typeof result === 'number' || typeof result === 'string' || typeof result === 'boolean') return result;
  return result === null || result === undefined ? null : new FormulaError('VALUE');
}

/** The library's dates are local ones; a cell wants the day number of the same calendar day and time. */
function fromDate(date: Date): Scalar {
  const day = serialOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
  if (day === undefined) return new FormulaError('NUM');
  return day + (date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds()) / 86_400;
}
