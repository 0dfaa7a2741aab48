/** How ranges follow the rows and columns they lie on when those are inserted, deleted or moved. */
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { GridRange, SheetMeta } from './book.ts';
import type { Dimension } from './mutation.ts';

/** Where [start, end) lies after the change; undefined when nothing of it is left. */
export type SpanShift = (start: number, end: number) => readonly [number, number] | undefined;

/** Rows put in at `at`: ranges from there on move, ranges around it grow. */
export function insertShift(at: number, count: number): SpanShift {
  return (start, end) => [start >= at ? start + count : start, end > at ? end + count : end];
}

/** Rows [at, at + count) taken out: ranges shrink, and vanish when all of them is gone. */
export function deleteShift(at: number, count: number): SpanShift {
  const moved = (index: number) => (index <= at ? index : Math.max(at, index - count));
  return (start, end) => {
    const shifted = [moved(start), moved(end)] as const;
    return shifted[0] < shifted[1] ? shifted : undefined;
  };
}

/** A block moved before `before`: ranges inside it go along, ranges between shift, others stay. */
export function moveShift(start: number, count: number, before: number): SpanShift {
  const target = before > start ? before - count : before;
  const moved = (index: number): number => {
    if (index >= start && index < start + count) return target + index - start;
    const without = index >= start + count ? index - count : index;
    return without >= target ? without + count : without;
  };
  return (from, to) => {
    const [first, last] = [moved(from), moved(to - 1)];
    return last - first === to - 1 - from ? [first, last + 1] : [from, to];
  };
}

const SIDES = {
  ROWS: ['startRowIndex', 'endRowIndex'],
  COLUMNS: ['startColumnIndex', 'endColumnIndex'],
} as const;

/** The range after the change. Open sides stay open. */
export function shiftGridRange(
  range: GridRange,
  dimension: Dimension,
  shift: SpanShift,
): GridRange | undefined {
  const [startKey, endKey] = SIDES[dimension];
  const [start, end] = [range[startKey], range[endKey]];
  if (start == null && end == null) return range;
  const shifted = shift(start ?? 0, end ?? Number.MAX_SAFE_INTEGER);
  if (!shifted) return undefined;
  const result = { ...range };
  if (start != null) result[startKey] = shifted[0];
  if (end != null) result[endKey] = shifted[1];
  return result;
}

/** All ranges of a sheet's meta after a change of its own rows or columns. */
export function shiftMeta(meta: SheetMeta, dimension: Dimension, shift: SpanShift): SheetMeta {
  const at = (range: GridRange | undefined) => range && shiftGridRange(range, dimension, shift);
  const groups = dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
  return withoutUndefined({
    ...meta,
    merges: meta.merges?.flatMap((range) => at(range) ?? []),
    conditionalFormats: meta.conditionalFormats?.flatMap((rule) => {
      const ranges = rule.ranges?.flatMap((range) => at(range) ?? []) ?? [];
      return ranges.length > 0 ? [{ ...rule, ranges }] : [];
    }),
    protectedRanges: meta.protectedRanges?.flatMap((guard) => {
      if (!guard.range) return [guard];
      const range = at(guard.range);
      return range ? [{ ...guard, range }] : [];
    }),
    basicFilter: shiftFilter(meta.basicFilter, dimension, shift),
    charts: meta.charts?.map((chart) => shiftChart(chart, dimension, shift, meta.properties.sheetId)),
    [groups]: meta[groups]?.flatMap((group) => {
      const span = shift(group.range?.startIndex ?? 0, group.range?.endIndex ?? 0);
      return span ? [{ ...group, range: { ...group.range, startIndex: span[0], endIndex: span[1] } }] : [];
    }),
  });
}

function shiftFilter(
  filter: sheets_v4.Schema$BasicFilter | undefined,
  dimension: Dimension,
  shift: SpanShift,
): sheets_v4.Schema$BasicFilter | undefined {
  if (!filter?.range) return filter;
  const range = shiftGridRange(filter.range, dimension, shift);
  if (!range) return undefined;
  if (dimension === 'ROWS') return { ...filter, range };
  const column = (index: number) => shift(index, index + 1)?.[0];
  const moved = {
    ...filter,
    range,
    criteria:
      filter.criteria &&
      Object.fromEntries(
        Object.entries(filter.criteria).flatMap(([key, value]) => {
          const to = column(Number(key));
          return to === undefined ? [] : [[String(to), value]];
        }),
      ),
    filterSpecs: filter.filterSpecs?.flatMap((spec) => {
      const to = column(spec.columnIndex ?? 0);
      return to === undefined ? [] : [{ ...spec, columnIndex: to }];
    }),
    sortSpecs: filter.sortSpecs?.flatMap((spec) => {
      const to = column(spec.dimensionIndex ?? 0);
      return to === undefined ? [] : [{ ...spec, dimensionIndex: to }];
    }),
  };
  return withoutUndefined(moved);
}

/** The chart with every GridRange of its sources on this sheet, and its anchor, moved along. */
export function shiftChart(
  chart: sheets_v4.Schema$EmbeddedChart,
  dimension: Dimension,
  shift: SpanShift,
  sheetId: number,
): sheets_v4.Schema$EmbeddedChart {
  const moved = chart.spec ? { ...chart, spec: shiftSources(chart.spec, dimension, shift, sheetId) } : chart;
  const overlay = chart.position?.overlayPosition;
  if (!overlay?.anchorCell || (overlay.anchorCell.sheetId ?? 0) !== sheetId) return moved;
  const anchorCell = shiftPlace(overlay.anchorCell, dimension, shift);
  return { ...moved, position: { ...chart.position, overlayPosition: { ...overlay, anchorCell } } };
}

/** Where a cell went; a cell that was deleted keeps its place. */
function shiftPlace(
  place: sheets_v4.Schema$GridCoordinate,
  dimension: Dimension,
  shift: SpanShift,
): sheets_v4.Schema$GridCoordinate {
  const key = dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  const index = place[key] ?? 0;
  return { ...place, [key]: shift(index, index + 1)?.[0] ?? index };
}

function shiftSources<T>(value: T, dimension: Dimension, shift: SpanShift, sheetId: number): T {
  if (Array.isArray(value)) {
    return value.map((item: unknown) => shiftSources(item, dimension, shift, sheetId)) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      if (key !== 'sources') return [key, shiftSources(inner, dimension, shift, sheetId)];
      const moved = (inner as GridRange[]).flatMap((range) =>
        (range.sheetId ?? 0) === sheetId ? (shiftGridRange(range, dimension, shift) ?? []) : [range],
      );
      return [key, moved];
    }),
  ) as T;
}

/** The same object without the keys that are undefined. */
export function withoutUndefined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;
}
