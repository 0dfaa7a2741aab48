import { cellAt, type CellData, type SheetState, type StoredCell } from '../model/book.ts';
import { formatValue } from '../values/format-value.ts';
import { conditionalFormat } from '../rules/conditional-format.ts';
import type { ReadContext } from './read-context.ts';
import { effectiveFormat } from './effective-format.ts';

/** The parts of a cell that a reader wants, e.g. `note`; undefined for all of them. */
export type WantedFields = ReadonlySet<string> | undefined;

/** A cell as `spreadsheets.get` answers it, read-only fields included; `{}` when it holds nothing. */
export function cellData(
  context: ReadContext,
  sheet: SheetState,
  row: number,
  column: number,
  wanted?: WantedFields,
): CellData {
  const cell = cellAt(sheet, row, column) ?? NO_CELL;
  const wants = (field: string) => !wanted || wanted.has(field);
  const data: CellData = {};
  const add = (field: keyof StoredCell) => {
    if (cell[field] !== undefined && wants(field)) Object.assign(data, { [field]: cell[field] });
  };
  add('userEnteredValue');
  addShownValue(data, context, { sheet, row, column }, wants);
  add('userEnteredFormat');
  if (wants('effectiveFormat')) addEffectiveFormat(data, context, { sheet, row, column });
  if (wants('hyperlink')) Object.assign(data, hyperlink(cell));
  add('note');
  add('textFormatRuns');
  add('dataValidation');
  return data;
}

const NO_CELL: StoredCell = {};

interface Place {
  readonly sheet: SheetState;
  readonly row: number;
  readonly column: number;
}

function addShownValue(
  data: CellData,
  { book, evaluator }: ReadContext,
  { sheet, row, column }: Place,
  wants: (field: string) => boolean,
): void {
  if (!wants('effectiveValue') && !wants('formattedValue')) return;
  const value = evaluator.valueAt(sheet, row, column);
  if (!value) return;
  if (wants('effectiveValue')) data.effectiveValue = value;
  if (!wants('formattedValue')) return;
  const format = evaluator.numberFormatAt(sheet, row, column);
  data.formattedValue = formatValue(value, format, book.meta.properties.locale ?? 'en_US');
}

function addEffectiveFormat(data: CellData, context: ReadContext, { sheet, row, column }: Place): void {
  const value = context.evaluator.valueAt(sheet, row, column);
  const entered = cellAt(sheet, row, column)?.userEnteredFormat;
  const rules = sheet.meta.conditionalFormats?.length
    ? conditionalFormat(context.conditions, sheet, row, column)
    : undefined;
  if (entered || value || rules) data.effectiveFormat = effectiveFormat(entered, value, rules);
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
