import { resolveGridRange, type ResolvedRange } from '../a1/resolve-range.ts';
import { moveRelative } from '../formula/rewrite-references.ts';
import { invalidArgument } from '../http/api-error.ts';
import { cellAt, findSheet, type GridRange, type StoredCell } from '../model/book.ts';
import { eachPlace, eachStoredCell } from '../model/each-cell.ts';
import { share } from '../model/write-cell.ts';
import { createEvaluator, type Evaluator } from '../read/evaluate.ts';
import { gridRange, intersects } from './merges.ts';
import {
  changeMeta,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';
import { checkCoordinate } from './cells.ts';

const PASTE_TYPES = [
  'PASTE_NORMAL',
  'PASTE_VALUES',
  'PASTE_FORMAT',
  'PASTE_NO_BORDERS',
  'PASTE_FORMULA',
  'PASTE_DATA_VALIDATION',
  'PASTE_CONDITIONAL_FORMATTING',
] as const;
type PasteType = (typeof PASTE_TYPES)[number];

/** A block of cells taken from the sheet, before anything is written over it. */
interface Clip {
  readonly rows: number;
  readonly columns: number;
  readonly at: (
    row: number,
    column: number,
  ) => { cell: StoredCell | undefined; value: StoredCell['userEnteredValue'] };
  readonly range: ResolvedRange;
  readonly transposed: boolean;
}

/** Copies a range; a larger destination is filled with repetitions, a smaller one is overrun. */
export const copyPaste: RequestHandler<'copyPaste'> = (context, request) => {
  const { draft, now } = context;
  const source = resolveGridRange(draft.book, required(request.source, "'source'"));
  const destination = resolveGridRange(draft.book, required(request.destination, "'destination'"));
  const type = pasteType(request.pasteType);
  const transposed = request.pasteOrientation === 'TRANSPOSE';
  const clip = clipOf(source, createEvaluator(draft.book, now), transposed);
  const repeat = (size: number, unit: number) =>
    size % unit === 0 && size > unit ? size : Math.max(unit, size);
  const height = repeat(destination.endRow - destination.startRow, clip.rows);
  const width = repeat(destination.endColumn - destination.startColumn, clip.columns);
  const target = {
    ...destination,
    endRow: Math.min(destination.startRow + height, destination.sheet.rowCount),
    endColumn: Math.min(destination.startColumn + width, destination.sheet.columnCount),
  };
  if (type === 'PASTE_CONDITIONAL_FORMATTING') copyRules(context, source, target);
  else pasteCells(context, clip, target, type);
  if (type === 'PASTE_NORMAL' || type === 'PASTE_FORMAT') copyMerges(context, clip, target);
  return undefined;
};

function pasteType(given: string | null | undefined): PasteType {
  return PASTE_TYPES.find((type) => type === given) ?? 'PASTE_NORMAL';
}

function clipOf(range: ResolvedRange, evaluator: Evaluator, transposed: boolean): Clip {
  const { sheet, startRow, startColumn } = range;
  const [height, width] = [range.endRow - startRow, range.endColumn - startColumn];
  const taken = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_unused, column) => ({
      cell: cellAt(sheet, startRow + row, startColumn + column),
      value: evaluator.valueAt(sheet, startRow + row, startColumn + column),
    })),
  );
  const nothing = { cell: undefined, value: undefined };
  const [rows, columns] = transposed ? [width, height] : [height, width];
  const at = (row: number, column: number) =>
    (transposed ? taken[column % height]?.[row % width] : taken[row % height]?.[column % width]) ?? nothing;
  return { rows, columns, at, range, transposed };
}

function pasteCells({ draft }: RequestContext, clip: Clip, target: ResolvedRange, type: PasteType): void {
  const { sheetId } = target;
  eachPlace(target, (row, column) => {
    const [down, right] = [row - target.startRow, column - target.startColumn];
    const { cell, value } = clip.at(down, right);
    const before = findSheet(draft.book, sheetId)?.rows[row]?.cells[column];
    const moved = cell && movedFormula(cell, sourcePlace(clip, down, right), [row, column]);
    const pasted = pastedCell(before, moved, value, type);
    if (pasted ?? before) draft.apply({ kind: 'cell', sheetId, row, column, cell: pasted ?? null });
  });
}

function sourcePlace(
  { range, rows, columns, transposed }: Clip,
  down: number,
  right: number,
): [number, number] {
  const [a, b] = [down % rows, right % columns];
  return transposed
    ? [range.startRow + b, range.startColumn + a]
    : [range.startRow + a, range.startColumn + b];
}

function movedFormula(cell: StoredCell, from: [number, number], to: [number, number]): StoredCell {
  const formula = cell.userEnteredValue?.formulaValue;
  if (formula == null) return cell;
  return {
    ...cell,
    userEnteredValue: { formulaValue: moveRelative(formula, to[0] - from[0], to[1] - from[1]) },
  };
}

/** What each paste type takes from the copied cell, and what it leaves of the cell that was there. */
function pastedCell(
  before: StoredCell | undefined,
  copied: StoredCell | undefined,
  value: StoredCell['userEnteredValue'],
  type: PasteType,
): StoredCell | undefined {
  const mixed = MIXES[type](before ?? {}, copied ?? {}, value);
  const cell = Object.fromEntries(Object.entries(mixed).filter(([, part]) => part !== undefined));
  return Object.keys(cell).length > 0 ? cell : undefined;
}

type Mixed = { readonly [K in keyof StoredCell]: StoredCell[K] | undefined };
type Mix = (before: StoredCell, copied: StoredCell, value: StoredCell['userEnteredValue']) => Mixed;

const MIXES: Readonly<Record<Exclude<PasteType, 'PASTE_CONDITIONAL_FORMATTING'>, Mix>> &
  Readonly<Record<'PASTE_CONDITIONAL_FORMATTING', Mix>> = {
  PASTE_NORMAL: (_before, copied) => copied,
  PASTE_VALUES: (before, _copied, userEnteredValue) => ({
    ...before,
    userEnteredValue,
    textFormatRuns: undefined,
  }),
  PASTE_FORMAT: (before, { userEnteredFormat, dataValidation }) => ({
    ...before,
    userEnteredFormat,
    dataValidation,
  }),
  PASTE_NO_BORDERS: (before, copied) => ({ ...copied, userEnteredFormat: withBordersOf(before, copied) }),
  PASTE_FORMULA: (before, { userEnteredValue }) => ({
    ...before,
    userEnteredValue,
    textFormatRuns: undefined,
  }),
  PASTE_DATA_VALIDATION: (before, { dataValidation }) => ({ ...before, dataValidation }),
  PASTE_CONDITIONAL_FORMATTING: (before) => before,
};

function withBordersOf(before: StoredCell, copied: StoredCell): StoredCell['userEnteredFormat'] | undefined {
  const { borders: _borders, ...format } = copied.userEnteredFormat ?? {};
  const own = before.userEnteredFormat?.borders;
  const mixed = { ...format, ...(own && { borders: own }) };
  return Object.keys(mixed).length > 0 ? share(mixed) : undefined;
}

function copyMerges(context: RequestContext, { range, transposed }: Clip, target: ResolvedRange): void {
  const sheet = sheetOf(context.draft.book, target.sheetId);
  const [down, right] = [target.startRow - range.startRow, target.startColumn - range.startColumn];
  const copies = (range.sheet.meta.merges ?? [])
    .filter((merge) => intersects(merge, gridRange(range)) && !transposed)
    .map((merge): GridRange => ({
      sheetId: target.sheetId,
      startRowIndex: (merge.startRowIndex ?? 0) + down,
      endRowIndex: (merge.endRowIndex ?? 0) + down,
      startColumnIndex: (merge.startColumnIndex ?? 0) + right,
      endColumnIndex: (merge.endColumnIndex ?? 0) + right,
    }));
  if (copies.length === 0) return;
  const kept = (sheet.meta.merges ?? []).filter((old) => !copies.some((copy) => intersects(old, copy)));
  changeMeta(context, sheet, { merges: [...kept, ...copies] });
}

/** Rules of the source also apply to the target. */
function copyRules(context: RequestContext, source: ResolvedRange, target: ResolvedRange): void {
  const sheet = sheetOf(context.draft.book, source.sheetId);
  if (source.sheetId !== target.sheetId) {
    throw invalidArgument('Conditional formatting can only be pasted within one sheet.');
  }
  const rules = sheet.meta.conditionalFormats?.map((rule) =>
    rule.ranges?.some((range) => intersects(range, gridRange(source)))
      ? { ...rule, ranges: [...rule.ranges, gridRange(target)] }
      : rule,
  );
  if (rules) changeMeta(context, sheet, { conditionalFormats: rules });
}

/** Moves a range: formulas stay as they are, the source is left empty. */
export const cutPaste: RequestHandler<'cutPaste'> = (context, request) => {
  const { draft, now } = context;
  const source = resolveGridRange(draft.book, required(request.source, "'source'"));
  const destination = required(request.destination, "'destination'");
  const sheet = sheetOf(draft.book, destination.sheetId);
  const [startRow, startColumn] = [destination.rowIndex ?? 0, destination.columnIndex ?? 0];
  checkCoordinate(sheet, startRow, startColumn);
  const clip = clipOf(source, createEvaluator(draft.book, now), false);
  const type = pasteType(request.pasteType);
  eachStoredCell(source.sheet, source, (cell, row, column) => {
    draft.apply({ kind: 'cell', sheetId: source.sheetId, row, column, cell: leftBehind(cell, type) });
  });
  const sheetId = sheet.meta.properties.sheetId;
  const box = {
    startRow,
    startColumn,
    endRow: Math.min(startRow + clip.rows, sheet.rowCount),
    endColumn: Math.min(startColumn + clip.columns, sheet.columnCount),
  };
  eachPlace(box, (row, column) => {
    const { cell, value } = clip.at(row - startRow, column - startColumn);
    const before = findSheet(draft.book, sheetId)?.rows[row]?.cells[column];
    const pasted = pastedCell(before, cell, value, type);
    if (pasted ?? before) draft.apply({ kind: 'cell', sheetId, row, column, cell: pasted ?? null });
  });
  return undefined;
};

/** A cut takes along what is pasted: values leave formats behind, formats leave values behind. */
function leftBehind(cell: StoredCell, type: PasteType): StoredCell | null {
  if (type === 'PASTE_NORMAL' || type === 'PASTE_NO_BORDERS') return null;
  const { userEnteredValue, userEnteredFormat, dataValidation, textFormatRuns, ...rest } = cell;
  const looks = {
    ...(userEnteredFormat && { userEnteredFormat }),
    ...(dataValidation && { dataValidation }),
  };
  const content = {
    ...(userEnteredValue && { userEnteredValue }),
    ...(textFormatRuns && { textFormatRuns }),
  };
  const left =
    type === 'PASTE_VALUES' || type === 'PASTE_FORMULA' ? { ...rest, ...looks } : { ...rest, ...content };
  return Object.keys(left).length > 0 ? left : null;
}
