import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { evaluateFormula, type FormulaScope } from '../formula/evaluate-formula.ts';
import { toExtendedValue } from '../formula/formula-values.ts';
import { impliedFormat } from '../formula/implied-format.ts';
import { cellAt, type Book, type ExtendedValue, type SheetState } from '../model/book.ts';

/** Works out what cells show. One evaluator belongs to one state of a book and one moment. */
export interface Evaluator {
  /** The calculated value of a cell; undefined when it is empty. */
  readonly valueAt: (sheet: SheetState, row: number, column: number) => ExtendedValue | undefined;
  /** The number format a cell is shown with: its own, or the one its formula implies. */
  readonly numberFormatAt: (
    sheet: SheetState,
    row: number,
    column: number,
  ) => sheets_v4.Schema$NumberFormat | undefined;
}

const CIRCULAR: ExtendedValue = {
  errorValue: { type: 'REF', message: 'Circular dependency detected.' },
};

/** Formulas are worked out when somebody looks, once each; a cell that depends on itself is `#REF!`. */
export function createEvaluator(book: Book, now: number): Evaluator {
  const known = new Map<SheetState, Map<number, ExtendedValue | 'running'>>();

  const scopeAt = (sheet: SheetState, row: number, column: number): FormulaScope => ({
    book,
    sheet,
    row,
    column,
    now,
    valueAt,
  });

  const calculate = (sheet: SheetState, row: number, column: number, formula: string): ExtendedValue => {
    const onSheet = known.get(sheet) ?? new Map<number, ExtendedValue | 'running'>();
    known.set(sheet, onSheet);
    const key = row * 20_000 + column;
    const before = onSheet.get(key);
    if (before !== undefined) return before === 'running' ? CIRCULAR : before;
    onSheet.set(key, 'running');
    const value = toExtendedValue(evaluateFormula(formula, scopeAt(sheet, row, column)));
    onSheet.set(key, value);
    return value;
  };

  const valueAt = (sheet: SheetState, row: number, column: number): ExtendedValue | undefined => {
    const value = cellAt(sheet, row, column)?.userEnteredValue;
    return value?.formulaValue == null ? value : calculate(sheet, row, column, value.formulaValue);
  };

  return {
    valueAt,
    numberFormatAt: (sheet, row, column) => {
      const cell = cellAt(sheet, row, column);
      const own = cell?.userEnteredFormat?.numberFormat;
      const formula = cell?.userEnteredValue?.formulaValue;
      return own ?? (formula == null ? undefined : impliedFormat(formula, scopeAt(sheet, row, column)));
    },
  };
}
