import { cellAt, type Book, type ExtendedValue, type SheetState } from '../model/book.ts';

/** Works out what cells show. One evaluator belongs to one state of a book. */
export interface Evaluator {
  /** The calculated value of a cell; undefined when it is empty. */
  valueAt(sheet: SheetState, row: number, column: number): ExtendedValue | undefined;
}

export function createEvaluator(_book: Book): Evaluator {
  return {
    valueAt(sheet, row, column) {
      const value = cellAt(sheet, row, column)?.userEnteredValue;
      return value?.formulaValue == null ? value : { stringValue: value.formulaValue };
    },
  };
}
