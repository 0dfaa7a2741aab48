import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { invalidArgument } from '../http/api-error.ts';
import type { SheetState } from '../model/book.ts';
import { DEFAULT_COLUMN_WIDTH, DEFAULT_ROW_HEIGHT } from '../model/new-book.ts';
import { formatValue } from '../values/format-value.ts';
import { dimensionSpan, setDimension, type DimensionSpan } from './dimensions.ts';
import {
  changeMeta,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';

type Group = sheets_v4.Schema$DimensionGroup;

const listOf = ({ dimension }: DimensionSpan) => (dimension === 'ROWS' ? 'rowGroups' : 'columnGroups');

/**
 * Groups rows or columns. Depth says how many groups a line lies in: grouping B:E inside A:F gives B:E depth 2.
 * Overlapping groups become one wide group of depth 1 with the shared lines one deeper.
 */
export const addDimensionGroup: RequestHandler<'addDimensionGroup'> = (context, request) => {
  const span = checkedSpan(context, request.range);
  const dimensionGroups = regroup(context, span, (depth, index) => depth + Number(within(span, index)));
  return { addDimensionGroup: { dimensionGroups } };
};

/** Takes one level of grouping away from the lines of a range. */
export const deleteDimensionGroup: RequestHandler<'deleteDimensionGroup'> = (context, request) => {
  const span = checkedSpan(context, request.range);
  const groups = span.sheet.meta[listOf(span)] ?? [];
  if (!groups.some((group) => covers(group, span))) {
    throw invalidArgument('The range is not part of a dimension group.');
  }
  const dimensionGroups = regroup(context, span, (depth, index) =>
    Math.max(depth - Number(within(span, index)), 0),
  );
  return { deleteDimensionGroup: { ...(dimensionGroups.length > 0 && { dimensionGroups }) } };
};

/** Collapses or opens a group, hiding or showing its lines. */
export const updateDimensionGroup: RequestHandler<'updateDimensionGroup'> = (context, request) => {
  const given = required(request.dimensionGroup, "'dimensionGroup'");
  const span = checkedSpan(context, given.range);
  const key = listOf(span);
  const groups = span.sheet.meta[key] ?? [];
  const same = (group: Group) => isSpan(group, span) && (given.depth == null || group.depth === given.depth);
  if (!groups.some(same)) throw invalidArgument('No dimension group exists at the given range and depth.');
  const collapsed = given.collapsed ?? false;
  changeMeta(context, span.sheet, {
    [key]: groups.map(({ collapsed: _old, ...group }) => ({
      ...group,
      ...((same(group) ? collapsed : _old) && { collapsed: true }),
    })),
  });
  for (let index = span.start; index < span.end; index += 1) {
    setDimension(context.draft, span, index, (before) => ({ ...before, hiddenByUser: collapsed }));
  }
  return undefined;
};

function checkedSpan(
  { draft }: RequestContext,
  range: sheets_v4.Schema$DimensionRange | undefined,
): DimensionSpan {
  const span = dimensionSpan(draft, required(range, "'range'"));
  if (span.end > span.size || span.start === span.end) {
    throw invalidArgument(
      'The range of a dimension group must lie within the sheet and hold at least one line.',
    );
  }
  return span;
}

const within = (span: DimensionSpan, index: number) => index >= span.start && index < span.end;
const isSpan = (group: Group, span: DimensionSpan) =>
  group.range?.startIndex === span.start && group.range.endIndex === span.end;
const covers = (group: Group, span: DimensionSpan) =>
  (group.range?.startIndex ?? 0) <= span.start && (group.range?.endIndex ?? 0) >= span.end;

function regroup(
  context: RequestContext,
  span: DimensionSpan,
  change: (depth: number, index: number) => number,
): Group[] {
  const key = listOf(span);
  const old = span.sheet.meta[key] ?? [];
  const depths = Array.from({ length: span.size }, (_, index) => change(depthAt(old, index), index));
  const groups = groupsOf(depths, span).map((group) => withCollapsed(group, old));
  changeMeta(context, sheetOf(context.draft.book, span.sheetId), {
    [key]: groups.length > 0 ? groups : undefined,
  });
  return groups;
}

function depthAt(groups: readonly Group[], index: number): number {
  return groups.filter(({ range }) => index >= (range?.startIndex ?? 0) && index < (range?.endIndex ?? 0))
    .length;
}

/** For each depth the stretches of lines that are at least that deep. */
function groupsOf(depths: readonly number[], { sheetId, dimension }: DimensionSpan): Group[] {
  const groups: Group[] = [];
  const deepest = depths.reduce((most, depth) => Math.max(most, depth), 0);
  for (let depth = 1; depth <= deepest; depth += 1) {
    let start = -1;
    for (let index = 0; index <= depths.length; index += 1) {
      const deep = (depths[index] ?? 0) >= depth;
      if (deep && start < 0) start = index;
      if (deep || start < 0) continue;
      groups.push({ range: { sheetId, dimension, startIndex: start, endIndex: index }, depth });
      start = -1;
    }
  }
  return groups;
}

function withCollapsed(group: Group, old: readonly Group[]): Group {
  const before = old.find(
    ({ range, depth }) =>
      depth === group.depth &&
      range?.startIndex === group.range?.startIndex &&
      range?.endIndex === group.range?.endIndex,
  );
  return before?.collapsed ? { ...group, collapsed: true } : group;
}

/** Fits sizes to content: columns by the longest text, rows back to their default height. */
export const autoResizeDimensions: RequestHandler<'autoResizeDimensions'> = ({ draft }, request) => {
  const span = dimensionSpan(draft, required(request.dimensions, "'dimensions'"));
  const locale = draft.book.meta.properties.locale ?? 'en_US';
  for (let index = span.start; index < Math.min(span.end, span.size); index += 1) {
    const pixelSize =
      span.dimension === 'ROWS' ? DEFAULT_ROW_HEIGHT : fittingWidth(span.sheet, index, locale);
    setDimension(draft, span, index, (before) => ({ ...before, pixelSize }));
  }
  return undefined;
};

/** An estimate without font metrics: 7 pixels a letter, 13 for wide scripts, 16 of padding. */
function fittingWidth(sheet: SheetState, column: number, locale: string): number {
  let widest = 0;
  for (const row of sheet.rows) {
    const cell = row?.cells[column];
    if (!cell?.userEnteredValue) continue;
    const text = formatValue(cell.userEnteredValue, cell.userEnteredFormat?.numberFormat, locale);
    widest = Math.max(widest, textWidth(text));
  }
  return widest === 0 ? DEFAULT_COLUMN_WIDTH : Math.max(widest + 16, 21);
}

function textWidth(text: string): number {
  return [...text].reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2e7f ? 13 : 7), 0);
}
