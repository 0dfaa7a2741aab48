import { resolveGridRange, type ResolvedRange } from '../a1/resolve-range.ts';
import type { Corner, ReferenceToken } from '../formula/tokenize.ts';
import { invalidArgument } from '../http/api-error.ts';
import { cellAt, type GridRange } from '../model/book.ts';
import { eachPlace } from '../model/each-cell.ts';
import type { Dimension } from '../model/mutation.ts';
import { deleteShift, insertShift, shiftGridRange, type SpanShift } from '../model/shift-spans.ts';
import { dimensionOf } from './dimensions.ts';
import { shiftFormulas } from './follow-shift.ts';
import {
  changeMeta,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';

/** Takes cells out; those below (or to the right) move up into their place. The grid keeps its size. */
export const deleteRange: RequestHandler<'deleteRange'> = (context, request) => {
  const range = resolveGridRange(context.draft.book, required(request.range, "'range'"));
  const band = bandOf(range, dimensionOf(request.shiftDimension));
  moveCells(context, band, (index) => index + band.length);
  follow(context, band, deleteShift(band.start, band.length));
  return undefined;
};

/** Makes room: cells of the range and beyond move down (or right). What is pushed off the grid must be empty. */
export const insertRange: RequestHandler<'insertRange'> = (context, request) => {
  const range = resolveGridRange(context.draft.book, required(request.range, "'range'"));
  const band = bandOf(range, dimensionOf(request.shiftDimension));
  checkRoom(band);
  moveCells(context, band, (index) => (index < band.start + band.length ? undefined : index - band.length));
  follow(context, band, insertShift(band.start, band.length));
  return undefined;
};

/** The cells that move: across the whole range one way, from its start to the edge of the grid the other way. */
interface Band {
  readonly range: ResolvedRange;
  readonly dimension: Dimension;
  readonly start: number;
  readonly length: number;
}

function bandOf(range: ResolvedRange, dimension: Dimension): Band {
  const [start, end] =
    dimension === 'ROWS' ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
  return { range, dimension, start, length: end - start };
}

function moving({ range, dimension }: Band): ResolvedRange {
  return dimension === 'ROWS'
    ? { ...range, endRow: range.sheet.rowCount }
    : { ...range, endColumn: range.sheet.columnCount };
}

/** Gives every place of the band the cell that `from` names along the band; undefined and the edge give nothing. */
function moveCells({ draft }: RequestContext, band: Band, from: (index: number) => number | undefined): void {
  const { sheet, sheetId } = band.range;
  const before = sheet.rows.map((row) => row?.cells.slice());
  eachPlace(moving(band), (row, column) => {
    const source = from(band.dimension === 'ROWS' ? row : column);
    const [sourceRow, sourceColumn] = band.dimension === 'ROWS' ? [source, column] : [row, source];
    const cell =
      sourceRow === undefined || sourceColumn === undefined ? undefined : before[sourceRow]?.[sourceColumn];
    if (cell ?? before[row]?.[column])
      draft.apply({ kind: 'cell', sheetId, row, column, cell: cell ?? null });
  });
}

function checkRoom(band: Band): void {
  const { sheet } = band.range;
  const { endRow, endColumn, startRow, startColumn } = moving(band);
  const edge =
    band.dimension === 'ROWS'
      ? { startRow: endRow - band.length, endRow, startColumn, endColumn }
      : { startRow, endRow, startColumn: endColumn - band.length, endColumn };
  eachPlace(edge, (row, column) => {
    if (!cellAt(sheet, row, column)?.userEnteredValue) return;
    throw invalidArgument('Inserting the range would push data off the grid. Add rows or columns first.');
  });
}

/** Ranges and references that lie wholly across the band follow its cells; others stay where they are. */
function follow(context: RequestContext, band: Band, shift: SpanShift): void {
  const { range, dimension } = band;
  const sheet = sheetOf(context.draft.book, range.sheetId);
  const inBand = (from: number, to: number) =>
    dimension === 'ROWS'
      ? from >= range.startColumn && to <= range.endColumn
      : from >= range.startRow && to <= range.endRow;
  const moved = (one: GridRange): GridRange[] => {
    const [from, to] =
      dimension === 'ROWS'
        ? [one.startColumnIndex ?? 0, one.endColumnIndex ?? Infinity]
        : [one.startRowIndex ?? 0, one.endRowIndex ?? Infinity];
    return inBand(from, to) ? [shiftGridRange(one, dimension, shift) ?? []].flat() : [one];
  };
  const merges = sheet.meta.merges?.flatMap(moved);
  if (merges) changeMeta(context, sheet, { merges: merges.length > 0 ? merges : undefined });
  const across = ({ first, last = first }: ReferenceToken) => {
    const side = (corner: Corner) => (dimension === 'ROWS' ? corner.column : corner.row);
    const [a, b] = [side(first), side(last)];
    return a !== undefined && b !== undefined && inBand(Math.min(a, b), Math.max(a, b) + 1);
  };
  shiftFormulas(context.draft, range.sheetId, dimension, shift, across);
}
