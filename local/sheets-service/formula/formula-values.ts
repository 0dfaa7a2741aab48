import type { ExtendedValue } from '../model/book.ts';

/** An error as a value that travels through a calculation, e.g. `#DIV/0!`. */
export class FormulaError {
  readonly type: string;

  constructor(type: string) {
    this.type = type;
  }
}

export type Scalar = number | string | boolean | null | FormulaError;
export type Matrix = Scalar[][];

const TYPES: Readonly<Record<string, string>> = {
  '#REF!': 'REF',
  '#N/A': 'N_A',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#NULL!': 'NULL_VALUE',
  '#ERROR!': 'ERROR',
};

/** The error that a text such as `#N/A` stands for; `#ERROR!` for any other. */
export function errorNamed(text: string): FormulaError {
  return new FormulaError(TYPES[text] ?? 'ERROR');
}

/** A cell's value as a calculation sees it. */
export function toScalar(value: ExtendedValue | undefined): Scalar {
  if (!value) return null;
  if (value.errorValue) return new FormulaError(value.errorValue.type ?? 'ERROR');
  return value.numberValue ?? value.stringValue ?? value.boolValue ?? null;
}

const MESSAGES: Readonly<Record<string, string>> = {
  REF: 'Reference does not exist',
  DIVIDE_BY_ZERO: 'Division by zero is not allowed.',
  N_A: 'Did not find a value in the lookup.',
  NAME: 'Unknown function or range name.',
  NUM: 'The result is not a valid number.',
  VALUE: 'A parameter has a value of the wrong kind.',
  ERROR: 'Formula parse error.',
};

/** A result as a cell holds it; an empty result counts as zero, as a spreadsheet shows it. */
export function toExtendedValue(value: Scalar): ExtendedValue {
  if (value === null) return { numberValue: 0 };
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { numberValue: value } : errorValue(new FormulaError('NUM'));
  }
  if (typeof value === 'string') return { stringValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : errorValue(value);
}

function errorValue({ type }: FormulaError): ExtendedValue {
  return { errorValue: { type, message: MESSAGES[type] ?? '' } };
}

/** A number out of a scalar; text that reads as a number counts, other text is `#VALUE!`. */
export function toNumber(value: Scalar): number | FormulaError {
  if (value === null || value === '') return 0;
  if (typeof value === 'number' || value instanceof FormulaError) return value;
  if (typeof value === 'boolean') return Number(value);
  const number = Number(
    value
      .trim()
      .replace(/^(-?)\$/, '$1')
      .replaceAll(',', ''),
  );
  return Number.isNaN(number) || value.trim() === '' ? new FormulaError('VALUE') : number;
}

/** Text of a scalar, as `&` joins it. */
export function toText(value: Scalar): string | FormulaError {
  if (value instanceof FormulaError) return value;
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}
