import { cellAt, type Book, type CellData, type SheetState, type StoredCell } from '../model/book.ts';
import { formatValue } from '../values/format-value.ts';
import { effectiveFormat } from './effective-format.ts';
import type { Evaluator } from './evaluate.ts';

export interface ReadContext {
  readonly book: Book;
  readonly evaluator: Evaluator;
  /** Milliseconds since 1970, for rules about today. */
  readonly now: number;
}

/** A cell as `spreadsheets.get` answers it, read-only fields included; `{}` when it holds nothing. */
export function cellData(
  { book, evaluator }: ReadContext,
  sheet: SheetState,
  row: number,
  column: number,
): CellData {
  const cell = cellAt(sheet, row, column);
  if (!cell) return {};
  const value = evaluator.valueAt(sheet, row, column);
  const format = cell.userEnteredFormat;
  return {
    ...(cell.userEnteredValue && { userEnteredValue: cell.userEnteredValue }),
    ...(value && {
      effectiveValue: value,
      formattedValue: formatValue(
        value,
        evaluator.numberFormatAt(sheet, row, column),
        book.meta.properties.locale ?? 'en_US',
      ),
    }),
    ...(format && { userEnteredFormat: format }),
    ...((format || value) && { effectiveFormat: effectiveFormat(format, value) }),
    ...hyperlink(cell),
    ...(cell.note !== undefined && { note: cell.note }),
    ...(cell.textFormatRuns && { textFormatRuns: cell.textFormatRuns }),
    ...(cell.dataValidation && { dataValidation: cell.dataValidation }),
  };
}

/** The link of a cell: a cell-wide one, a plain address, or the first argument of HYPERLINK. */
function hyperlink(cell: StoredCell): Pick<CellData, 'hyperlink'> {
  const link = cell.userEnteredFormat?.textFormat?.link?.uri;
  if (link) return { hyperlink: link };
  const text = cell.userEnteredValue?.stringValue;
  if (text && /^https?:\/\/\S+$/.test(text)) return { hyperlink: text };
  const formula = /^=HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(cell.userEnteredValue?.formulaValue ?? '');
  return formula?.[1] ? { hyperlink: formula[1].replaceAll('""', '"') } : {};
}
