import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { resolveGridRange, type ResolvedRange } from '../a1/resolve-range.ts';
import type { FieldTree } from '../http/field-mask.ts';
import { cellWriter } from '../model/write-cell.ts';
import { writeBox } from './cells.ts';
import { required, type RequestContext, type RequestHandler } from './request-context.ts';

type Border = sheets_v4.Schema$Border;
type Side = 'top' | 'bottom' | 'left' | 'right';

/** Draws or erases the outer and inner borders of a range; a side that is not given stays as it is. */
export const updateBorders: RequestHandler<'updateBorders'> = (context, request) => {
  const range = resolveGridRange(context.draft.book, required(request.range, "'range'"));
  const lastRow = range.endRow - range.startRow - 1;
  const lastColumn = range.endColumn - range.startColumn - 1;
  const { top, bottom, left, right, innerHorizontal, innerVertical } = request;
  writeEach(context, range, (row, column) => ({
    top: row === 0 ? top : innerHorizontal,
    bottom: row === lastRow ? bottom : innerHorizontal,
    left: column === 0 ? left : innerVertical,
    right: column === lastColumn ? right : innerVertical,
  }));
  return undefined;
};

type Sides = Partial<Record<Side, Border | undefined>>;

function writeEach(
  context: RequestContext,
  range: ResolvedRange,
  sidesAt: (row: number, column: number) => Sides,
): void {
  const { sheet, startRow, endRow, startColumn, endColumn } = range;
  for (let row = startRow; row < endRow; row += 1) {
    for (let column = startColumn; column < endColumn; column += 1) {
      const sides = sidesAt(row - startRow, column - startColumn);
      const mask = maskOf(sides);
      if (!mask) continue;
      const box = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
      const source = { userEnteredFormat: { borders: drawn(sides) } };
      writeBox(context, sheet, box, cellWriter(context.draft.book, mask), () => source);
    }
  }
}

function maskOf(sides: Sides): FieldTree | undefined {
  const given = Object.entries(sides).filter(([, border]) => border !== undefined);
  if (given.length === 0) return undefined;
  const borders = Object.fromEntries(given.map(([side]) => [side, true] as const));
  return { userEnteredFormat: { borders } };
}

/** A border of style NONE erases; Google reports the width that belongs to a style. */
function drawn(sides: Sides): sheets_v4.Schema$Borders {
  const result: sheets_v4.Schema$Borders = {};
  for (const [side, border] of Object.entries(sides)) {
    if (!border?.style || border.style === 'NONE') continue;
    const width = border.style === 'SOLID_MEDIUM' ? 2 : border.style === 'SOLID_THICK' ? 3 : 1;
    result[side as Side] = {
      ...border,
      width: border.style === 'DOUBLE' ? 3 : width,
      color: border.color ?? {},
    };
  }
  return result;
}
