import { quoteTitle } from '../a1/a1-notation.ts';
import { renameInFormula, shiftReferences } from '../formula/rewrite-references.ts';
import type { ReferenceToken } from '../formula/tokenize.ts';
import { findSheet, type SheetState } from '../model/book.ts';
import type { BookDraft } from '../model/book-draft.ts';
import type { Dimension } from '../model/mutation.ts';
import { shiftChart, shiftGridRange, shiftMeta, type SpanShift } from '../model/shift-spans.ts';

/**
 * After rows or columns of a sheet changed place: moves along every range that points at them, on the sheet
 * itself, in the workbook's named ranges, in charts on other sheets, and in every formula.
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
  shiftFormulas(draft, sheetId, dimension, shift, () => true);
}

/** Formulas follow cells of a sheet that moved; `touches` says which references are concerned. */
export function shiftFormulas(
  draft: BookDraft,
  sheetId: number,
  dimension: Dimension,
  shift: SpanShift,
  touches: (reference: ReferenceToken) => boolean,
): void {
  const title = findSheet(draft.book, sheetId)?.meta.properties.title.toLowerCase();
  rewriteFormulas(draft, (formula, on) => {
    const pointsHere = (reference: ReferenceToken) => {
      const named = reference.sheetTitle?.toLowerCase();
      const here = named === undefined ? on.meta.properties.sheetId === sheetId : named === title;
      return here && touches(reference);
    };
    return shiftReferences(formula, pointsHere, dimension, shift);
  });
}

/** After a sheet took a new title: formulas everywhere name it so. */
export function followRename(draft: BookDraft, oldTitle: string, newTitle: string): void {
  const quoted = quoteTitle(newTitle);
  rewriteFormulas(draft, (formula) => renameInFormula(formula, oldTitle, quoted, newTitle));
}

function rewriteFormulas(draft: BookDraft, rewrite: (formula: string, on: SheetState) => string): void {
  for (const sheet of draft.book.sheets) {
    sheet.rows.forEach((line, row) =>
      line?.cells.forEach((cell, column) => {
        const formula = cell?.userEnteredValue?.formulaValue;
        if (!cell || formula == null) return;
        const formulaValue = rewrite(formula, sheet);
        if (formulaValue === formula) return;
        const changed = { ...cell, userEnteredValue: { formulaValue } };
        draft.apply({ kind: 'cell', sheetId: sheet.meta.properties.sheetId, row, column, cell: changed });
      }),
    );
  }
}
