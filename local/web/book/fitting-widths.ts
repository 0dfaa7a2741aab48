/** Column widths that fit: never narrower than the header and, for dropdowns, the longest option need. */
import { cellAt, headerRow, type BoardSheet } from './board-book.ts';
import { dropdownOptions } from './dropdown-options.ts';
import { visibleColumns } from './row-fields.ts';

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const WIDE_PIXELS = 15;
const NARROW_PIXELS = 8;
const CHIP_PADDING = 40;
const FILTER_BUTTON = 26;
const CELL_PADDING = 8;
/** Headers may wrap; options may be cut when somebody lists sentences. */
const WIDEST_OPTION = 170;
const WIDEST_HEADER = 130;

/** Width a text needs in the grid's font, roughly: wide characters count almost double. */
export function textPixels(text: string): number {
  return [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? WIDE_PIXELS : NARROW_PIXELS), 0);
}

/** Least width of each visible column. */
export function fittingWidths(sheet: BoardSheet, sheets: readonly BoardSheet[]): Map<number, number> {
  const header = headerRow(sheet);
  const button = sheet.basicFilter ? FILTER_BUTTON : 0;
  return new Map(
    visibleColumns(sheet).map(({ column, name }) => {
      const rule = cellAt(sheet, header + 1, column).dataValidation;
      const options = (dropdownOptions(rule, sheets) ?? []).map(
        (option) => textPixels(option) + CHIP_PADDING,
      );
      const heading = Math.min(textPixels(name) + button + CELL_PADDING, WIDEST_HEADER);
      return [column, Math.max(heading, Math.min(Math.max(0, ...options), WIDEST_OPTION))];
    }),
  );
}
