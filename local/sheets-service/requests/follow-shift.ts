import type { BookDraft } from '../model/book-draft.ts';
import type { Dimension } from '../model/mutation.ts';
import { shiftChart, shiftGridRange, shiftMeta, type SpanShift } from '../model/shift-spans.ts';

/**
 * After rows or columns of a sheet changed place: moves along every range that points at them, on the sheet
 * itself, in the workbook's named ranges, and in charts on other sheets.
 */
export function followShift(draft: BookDraft, sheetId: number, dimension: Dimension, shift: SpanShift): void {
  for (const sheet of draft.book.sheets) {
    const { meta } = sheet;
    const id = meta.properties.sheetId;
    const moved =
      id === sheetId
        ? shiftMeta(meta, dimension, shift)
        : {
            ...meta,
            ...(meta.charts && { charts: meta.charts.map((c) => shiftChart(c, dimension, shift, sheetId)) }),
          };
    if (JSON.stringify(moved) !== JSON.stringify(meta))
      draft.apply({ kind: 'sheetMeta', sheetId: id, meta: moved });
  }
  const { meta } = draft.book;
  const namedRanges = meta.namedRanges?.flatMap((named) => {
    if (!named.range || (named.range.sheetId ?? 0) !== sheetId) return [named];
    const range = shiftGridRange(named.range, dimension, shift);
    return range ? [{ ...named, range }] : [];
  });
  if (namedRanges && JSON.stringify(namedRanges) !== JSON.stringify(meta.namedRanges)) {
    draft.apply({ kind: 'bookMeta', meta: { ...meta, namedRanges } });
  }
}
