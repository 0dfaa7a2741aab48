import { invalidArgument } from '../http/api-error.ts';
import { writeFields } from '../http/field-mask.ts';
import type { DimensionState, SheetState, StoredCell } from '../model/book.ts';
import type { BookDraft } from '../model/book-draft.ts';
import type { Dimension } from '../model/mutation.ts';
import { deleteShift, insertShift, moveShift, type SpanShift } from '../model/shift-spans.ts';
import { followShift } from './follow-shift.ts';
import {
  requestMask,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';
import { checkSize } from './sheets.ts';

export interface DimensionSpan {
  readonly sheet: SheetState;
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly start: number;
  readonly end: number;
  /** Rows or columns the grid has. */
  readonly size: number;
}

/** Reads a DimensionRange; open ends reach to the edge of the grid. */
export function dimensionSpan(
  draft: BookDraft,
  range: {
    sheetId?: number | null;
    dimension?: string | null;
    startIndex?: number | null;
    endIndex?: number | null;
  },
): DimensionSpan {
  const sheet = sheetOf(draft.book, range.sheetId);
  const dimension = dimensionOf(range.dimension);
  const size = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
  const [start, end] = [range.startIndex ?? 0, range.endIndex ?? size];
  if (start < 0 || end < start) {
    throw invalidArgument(`range.endIndex[${end}] must not be before range.startIndex[${start}]`);
  }
  return { sheet, sheetId: sheet.meta.properties.sheetId, dimension, start, end, size };
}

/** ROWS or COLUMNS; Google's refusal of a range without one. */
export function dimensionOf(given: string | null | undefined): Dimension {
  if (given === 'ROWS' || given === 'COLUMNS') return given;
  throw invalidArgument('No dimension specified.');
}

/** Inserts rows or columns; they take format and rules from the neighbour before or after. */
export const insertDimension: RequestHandler<'insertDimension'> = (context, request) => {
  const span = dimensionSpan(context.draft, required(request.range, "'range'"));
  const inherit = request.inheritFromBefore ?? false;
  if (span.start > span.size) {
    throw invalidArgument(`range.startIndex is larger than current grid size (${span.size})`);
  }
  if (span.start === span.size && !inherit) {
    throw invalidArgument(
      `range.startIndex must be less than the grid size (${span.size}) if inheritFromBefore is false.`,
    );
  }
  if (span.start === 0 && inherit) {
    throw invalidArgument('range.startIndex must be greater than 0 if inheritFromBefore is true.');
  }
  if (span.start === span.end) throw invalidArgument('Cannot insert an empty range.');
  insertLines(context, span, inherit ? span.start - 1 : span.start);
  return undefined;
};

/** Inserts [start, end) and copies the looks of line `model`, counted before the insertion. */
export function insertLines(context: RequestContext, span: DimensionSpan, model: number): void {
  const { draft } = context;
  const { sheet, sheetId, dimension, start, end } = span;
  const count = end - start;
  checkSize(draft.book, count * (dimension === 'ROWS' ? sheet.columnCount : sheet.rowCount));
  const looks = dimension === 'ROWS' ? rowLooks(sheet, model) : columnLooks(sheet, model);
  draft.apply({ kind: 'splice', sheetId, dimension, at: start, remove: 0, insert: count });
  followShift(draft, sheetId, dimension, insertShift(start, count));
  for (let index = start; index < end; index += 1) applyLooks(draft, span, index, looks);
}

interface Looks {
  readonly info: DimensionState | undefined;
  /** By column for a row, by row for a column. */
  readonly cells: readonly (StoredCell | undefined)[];
}

function rowLooks(sheet: SheetState, row: number): Looks {
  const found = sheet.rows[row];
  return { info: lookOf(found?.info), cells: found?.cells.map(withoutContent) ?? [] };
}

function columnLooks(sheet: SheetState, column: number): Looks {
  return {
    info: lookOf(sheet.columns[column]),
    cells: sheet.rows.map((row) => withoutContent(row?.cells[column])),
  };
}

function lookOf(info: DimensionState | undefined): DimensionState | undefined {
  return info?.pixelSize === undefined ? undefined : { pixelSize: info.pixelSize };
}

function withoutContent(cell: StoredCell | undefined): StoredCell | undefined {
  if (!cell?.userEnteredFormat && !cell?.dataValidation) return undefined;
  return {
    ...(cell.userEnteredFormat && { userEnteredFormat: cell.userEnteredFormat }),
    ...(cell.dataValidation && { dataValidation: cell.dataValidation }),
  };
}

function applyLooks(
  draft: BookDraft,
  { sheetId, dimension }: DimensionSpan,
  index: number,
  looks: Looks,
): void {
  if (looks.info) draft.apply({ kind: 'dimension', sheetId, dimension, index, info: looks.info });
  looks.cells.forEach((cell, other) => {
    if (!cell) return;
    const [row, column] = dimension === 'ROWS' ? [index, other] : [other, index];
    draft.apply({ kind: 'cell', sheetId, row, column, cell });
  });
}

/** Deletes rows or columns with everything on them; at least one has to remain. */
export const deleteDimension: RequestHandler<'deleteDimension'> = ({ draft }, request) => {
  const span = dimensionSpan(draft, required(request.range, "'range'"));
  deleteLines(draft, span);
  return undefined;
};

/** Deletes the lines of a span and lets all ranges follow. */
export function deleteLines(draft: BookDraft, span: DimensionSpan): void {
  const { sheetId, dimension, start, end, size } = span;
  const last = span.end - 1;
  if (last >= size) {
    const name = word(span);
    throw invalidArgument(
      `Cannot delete a ${name} that doesn't exist. Tried to delete ${name} index ${last} but there are only ${size} ${name}s.`,
    );
  }
  const frozen = frozenCount(span);
  if (start <= frozen && end >= size && end > start) {
    throw invalidArgument(
      frozen > 0
        ? `Sorry, it is not possible to delete all non-frozen ${word(span)}s.`
        : `You can't delete all the ${word(span)}s on the sheet.`,
    );
  }
  if (end === start) throw invalidArgument('Cannot delete an empty range.');
  draft.apply({ kind: 'splice', sheetId, dimension, at: start, remove: end - start, insert: 0 });
  followShift(draft, sheetId, dimension, deleteShift(start, end - start));
}

function frozenCount({ sheet, dimension }: DimensionSpan): number {
  const { frozenRowCount, frozenColumnCount } = sheet.meta.properties.gridProperties ?? {};
  return (dimension === 'ROWS' ? frozenRowCount : frozenColumnCount) ?? 0;
}

const word = ({ dimension }: DimensionSpan) => (dimension === 'ROWS' ? 'row' : 'column');

/** Adds empty rows or columns at the end. */
export const appendDimension: RequestHandler<'appendDimension'> = ({ draft }, request) => {
  const sheet = sheetOf(draft.book, request.sheetId);
  const dimension = dimensionOf(request.dimension);
  const length = request.length ?? 0;
  if (length < 1) throw invalidArgument('Length must be greater than zero.');
  checkSize(draft.book, length * (dimension === 'ROWS' ? sheet.columnCount : sheet.rowCount));
  const at = dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;
  const sheetId = sheet.meta.properties.sheetId;
  draft.apply({ kind: 'splice', sheetId, dimension, at, remove: 0, insert: length });
  return undefined;
};

/** Moves rows or columns; the destination counts before the move. */
export const moveDimension: RequestHandler<'moveDimension'> = ({ draft }, request) => {
  const span = dimensionSpan(draft, required(request.source, "'source'"));
  moveLines(draft, span, request.destinationIndex ?? 0);
  return undefined;
};

/** Moves the lines of a span before `before` and lets all ranges follow. */
export function moveLines(draft: BookDraft, span: DimensionSpan, before: number): void {
  const { sheetId, dimension, start, end, size } = span;
  if (start >= size || end > size || before > size) {
    throw invalidArgument(
      `The source and the destination must lie within the ${size} ${word(span)}s of the sheet.`,
    );
  }
  if (before > start && before < end) {
    throw invalidArgument('The destination index must not lie within the source.');
  }
  if (before === start || before === end || start === end) return;
  const shift: SpanShift = moveShift(start, end - start, before);
  checkMerges(span, before);
  draft.apply({ kind: 'move', sheetId, dimension, start, count: end - start, before });
  followShift(draft, sheetId, dimension, shift);
}

function checkMerges({ sheet, dimension, start, end }: DimensionSpan, before: number): void {
  const crossed = sheet.meta.merges?.some((merge) => {
    const [from, to] =
      dimension === 'ROWS'
        ? [merge.startRowIndex ?? 0, merge.endRowIndex ?? 0]
        : [merge.startColumnIndex ?? 0, merge.endColumnIndex ?? 0];
    const cutByBlock = from < end && to > start && (from < start || to > end);
    return cutByBlock || (before > from && before < to);
  });
  if (!crossed) return;
  const name = dimension === 'ROWS' ? 'row' : 'column';
  throw invalidArgument(
    `Sorry, it is not possible to move a ${name} to a position that crosses a merged cell. Please unmerge and try again.`,
  );
}

export const DIMENSION_FIELDS = ['pixelSize', 'hiddenByUser', 'developerMetadata', 'hiddenByFilter'] as const;

/** Sets size or visibility of rows or columns. */
export const updateDimensionProperties: RequestHandler<'updateDimensionProperties'> = (
  { draft },
  request,
) => {
  const span = dimensionSpan(draft, required(request.range, "'range'"));
  const {
    developerMetadata: _metadata,
    hiddenByFilter: _filter,
    ...mask
  } = requestMask(request.fields, DIMENSION_FIELDS);
  for (let index = span.start; index < Math.min(span.end, span.size); index += 1) {
    setDimension(draft, span, index, (before) =>
      writeFields<DimensionState>(before, request.properties, mask),
    );
  }
  return undefined;
};

/** Changes what is known of one row or column. */
export function setDimension(
  draft: BookDraft,
  span: Pick<DimensionSpan, 'sheetId' | 'dimension'>,
  index: number,
  change: (before: DimensionState | undefined) => DimensionState,
): void {
  const { sheetId, dimension } = span;
  const sheet = sheetOf(draft.book, sheetId);
  const before = dimension === 'ROWS' ? sheet.rows[index]?.info : sheet.columns[index];
  const info = change(before);
  if (info.hiddenByUser === false) delete (info as { hiddenByUser?: boolean }).hiddenByUser;
  const left = Object.keys(info).length > 0 ? info : null;
  if (left || before) draft.apply({ kind: 'dimension', sheetId, dimension, index, info: left });
}
