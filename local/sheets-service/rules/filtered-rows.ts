import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { SheetState } from '../model/book.ts';
import { formatValue } from '../values/format-value.ts';
import { conditionHolds, type ConditionContext } from './condition-holds.ts';

type Criteria = sheets_v4.Schema$FilterCriteria;

/** Indexes of the rows that the sheet's basic filter hides; its header row never is. */
export function filteredRows(sheet: SheetState, context: ConditionContext): ReadonlySet<number> {
  const filter = sheet.meta.basicFilter;
  const criteria = columnCriteria(filter);
  const hidden = new Set<number>();
  if (!filter?.range || criteria.length === 0) return hidden;
  const end = Math.min(filter.range.endRowIndex ?? sheet.rowCount, sheet.rowCount);
  for (let row = (filter.range.startRowIndex ?? 0) + 1; row < end; row += 1) {
    if (criteria.some(([column, wanted]) => !passes(sheet, row, column, wanted, context))) hidden.add(row);
  }
  return hidden;
}

function columnCriteria(filter: sheets_v4.Schema$BasicFilter | undefined): [number, Criteria][] {
  const specs = filter?.filterSpecs?.map((spec): [number, Criteria] => [
    spec.columnIndex ?? 0,
    spec.filterCriteria ?? {},
  ]);
  return specs ?? Object.entries(filter?.criteria ?? {}).map(([key, wanted]) => [Number(key), wanted]);
}

function passes(
  sheet: SheetState,
  row: number,
  column: number,
  wanted: Criteria,
  context: ConditionContext,
): boolean {
  const { evaluator, book } = context;
  const value = evaluator.valueAt(sheet, row, column);
  const locale = book.meta.properties.locale ?? 'en_US';
  const text = value ? formatValue(value, evaluator.numberFormatAt(sheet, row, column), locale) : '';
  if (wanted.hiddenValues?.includes(text)) return false;
  return !wanted.condition || conditionHolds(wanted.condition, value, context);
}
