import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { nameRange, type ResolvedRange } from '../a1/resolve-range.ts';
import { badField } from '../http/api-error.ts';
import { cellAt, type ExtendedValue, type SheetState } from '../model/book.ts';
import type { ReadContext } from '../read/read-context.ts';
import { trim } from '../read/render-spreadsheet.ts';
import { ERROR_TEXTS, formatValue } from './format-value.ts';

export type PlainValue = string | number | boolean;

export interface ReadOptions {
  readonly majorDimension: 'ROWS' | 'COLUMNS';
  readonly render: 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
  readonly dateTime: 'SERIAL_NUMBER' | 'FORMATTED_STRING';
}

/** Reads the three options from query or body; absent and `*_UNSPECIFIED` mean Google's defaults. */
export function readOptions(given: {
  majorDimension?: string | null | undefined;
  valueRenderOption?: string | null | undefined;
  dateTimeRenderOption?: string | null | undefined;
}): ReadOptions {
  return {
    majorDimension: majorDimension(given.majorDimension),
    render: oneOf('value_render_option', 'ValueRenderOption', given.valueRenderOption, [
      'FORMATTED_VALUE',
      'UNFORMATTED_VALUE',
      'FORMULA',
    ]),
    dateTime: oneOf('date_time_render_option', 'DateTimeRenderOption', given.dateTimeRenderOption, [
      'SERIAL_NUMBER',
      'FORMATTED_STRING',
    ]),
  };
}

export function majorDimension(given: string | null | undefined): 'ROWS' | 'COLUMNS' {
  const plain = given === 'DIMENSION_UNSPECIFIED' ? undefined : given;
  return oneOf('major_dimension', 'Dimension', plain, ['ROWS', 'COLUMNS']);
}

/** One of the accepted words, the first when absent; Google's enum error otherwise. */
export function oneOf<T extends string>(
  field: string,
  enumName: string,
  given: string | null | undefined,
  accepted: readonly [T, ...T[]],
): T {
  if (given == null || given === '') return accepted[0];
  const found = accepted.find((word) => word === given);
  if (found) return found;
  throw badField(
    field,
    `Invalid value at '${field}' (type.googleapis.com/google.apps.sheets.v4.${enumName}), "${given}"`,
  );
}

/** The values of a range with trailing empty rows and cells left out; no `values` at all when it is empty. */
export function readValues(
  context: ReadContext,
  range: ResolvedRange,
  options: ReadOptions,
): sheets_v4.Schema$ValueRange {
  const rows = readRows(context, range, options);
  const values = options.majorDimension === 'ROWS' ? rows : transpose(rows);
  for (const line of values) trim(line, (value) => value === '');
  trim(values, (line) => line.length === 0);
  return {
    range: nameRange(range),
    majorDimension: options.majorDimension,
    ...(values.length > 0 && { values }),
  };
}

function readRows(context: ReadContext, range: ResolvedRange, options: ReadOptions): PlainValue[][] {
  const { sheet, startColumn } = range;
  const rows: PlainValue[][] = [];
  const show = valueReader(context, options);
  for (let row = range.startRow; row < Math.min(range.endRow, sheet.rows.length); row += 1) {
    const cells = sheet.rows[row]?.cells;
    const line: PlainValue[] = [];
    const end = Math.min(range.endColumn, cells?.length ?? 0);
    for (let column = startColumn; column < end; column += 1) {
      line.push(cells?.[column]?.userEnteredValue ? show(sheet, row, column) : '');
    }
    rows.push(line);
  }
  return rows;
}

function transpose(rows: PlainValue[][]): PlainValue[][] {
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''));
}

type ValueReader = (sheet: SheetState, row: number, column: number) => PlainValue;

function valueReader({ book, evaluator }: ReadContext, options: ReadOptions): ValueReader {
  const locale = book.meta.properties.locale ?? 'en_US';
  return (sheet, row, column) => {
    const formula = cellAt(sheet, row, column)?.userEnteredValue?.formulaValue;
    if (options.render === 'FORMULA' && formula != null) return formula;
    const value = evaluator.valueAt(sheet, row, column);
    if (!value) return '';
    const format = evaluator.numberFormatAt(sheet, row, column);
    const asShown =
      options.render === 'FORMATTED_VALUE' || (options.dateTime === 'FORMATTED_STRING' && isDate(format));
    return asShown ? formatValue(value, format, locale) : plainValue(value);
  };
}

function isDate(format: sheets_v4.Schema$NumberFormat | undefined): boolean {
  return format?.type === 'DATE' || format?.type === 'TIME' || format?.type === 'DATE_TIME';
}

function plainValue(value: ExtendedValue): PlainValue {
  if (value.errorValue) return ERROR_TEXTS[value.errorValue.type ?? ''] ?? '#ERROR!';
  return value.stringValue ?? value.numberValue ?? value.boolValue ?? value.formulaValue ?? '';
}
