import { findSheet, type RowState, type SheetState } from '../model/book.ts';
import { sameValue } from '../values/enter-value.ts';
import type { ReadContext } from './read-context.ts';

export interface FormulaPlace {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
}

const columnsWithFormulas = new WeakMap<RowState, readonly number[]>();

function formulaColumns(row: RowState): readonly number[] {
  const known = columnsWithFormulas.get(row);
  if (known) return known;
  const columns = row.cells.flatMap((cell, column) =>
    cell?.userEnteredValue?.formulaValue == null ? [] : [column],
  );
  columnsWithFormulas.set(row, columns);
  return columns;
}

/** The places of all formulas of a sheet. */
function formulasOf(sheet: SheetState): FormulaPlace[] {
  const sheetId = sheet.meta.properties.sheetId;
  return sheet.rows.flatMap((line, row) => {
    if (!line) return [];
    return formulaColumns(line).map((column) => ({ sheetId, row, column }));
  });
}

/** Formulas that show another value in the later reading than in the earlier one, because their sources changed. */
export function changedFormulas(before: ReadContext, after: ReadContext): FormulaPlace[] {
  return after.book.sheets.flatMap((sheet) => {
    const old = findSheet(before.book, sheet.meta.properties.sheetId);
    return formulasOf(sheet).filter(({ row, column }) => {
      const was = old && before.evaluator.valueAt(old, row, column);
      const is = after.evaluator.valueAt(sheet, row, column);
      return !was || !is ? was !== is : !sameValue(was, is);
    });
  });
}
