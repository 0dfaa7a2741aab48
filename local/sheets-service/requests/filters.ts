import { resolveGridRange } from '../a1/resolve-range.ts';
import { withColorTwins } from '../model/colors.ts';
import { readContext } from '../read/read-context.ts';
import { gridRange } from './merges.ts';
import { changeMeta, required, sheetOf, type RequestHandler } from './request-context.ts';
import { sortRows } from './sort-rows.ts';

/** Sorts the rows of a range. */
export const sortRange: RequestHandler<'sortRange'> = ({ draft, now }, request) => {
  const range = resolveGridRange(draft.book, required(request.range, "'range'"));
  const specs = request.sortSpecs ?? [];
  sortRows(draft, range, specs, readContext(draft.book, now));
  return undefined;
};

/** Sets the sheet's one basic filter, replacing an earlier one; its sort specs sort the rows below the header. */
export const setBasicFilter: RequestHandler<'setBasicFilter'> = (context, request) => {
  const { draft, now } = context;
  const filter = required(request.filter, "'filter'");
  const range = resolveGridRange(draft.book, required(filter.range, "'filter.range'"));
  const theme = draft.book.meta.properties.spreadsheetTheme?.themeColors ?? [];
  const basicFilter = { ...withColorTwins(filter, theme), range: gridRange(range) };
  changeMeta(context, range.sheet, { basicFilter });
  if (filter.sortSpecs?.length && range.endRow - range.startRow > 1) {
    const below = resolveGridRange(draft.book, { ...basicFilter.range, startRowIndex: range.startRow + 1 });
    sortRows(draft, below, filter.sortSpecs, readContext(draft.book, now));
  }
  return undefined;
};

/** Removes the sheet's basic filter. */
export const clearBasicFilter: RequestHandler<'clearBasicFilter'> = (context, request) => {
  changeMeta(context, sheetOf(context.draft.book, request.sheetId), { basicFilter: undefined });
  return undefined;
};
