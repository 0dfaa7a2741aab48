import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { invalidArgument } from '../http/api-error.ts';
import { writeFields } from '../http/field-mask.ts';
import type { SheetState } from '../model/book.ts';
import { withColorTwins } from '../model/colors.ts';
import { newSheet } from '../model/new-book.ts';
import {
  changeMeta,
  requestMask,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';
import { checkCoordinate } from './cells.ts';
import { freshSheetId } from './sheets.ts';

type Chart = sheets_v4.Schema$EmbeddedChart;

/** Adds a chart over cells, or on a sheet of its own; answers with it. */
export const addChart: RequestHandler<'addChart'> = (context, request) => {
  const given = required(request.chart, "'chart'");
  if (!given.spec) throw invalidArgument('no chart spec');
  const chartId = given.chartId ?? freshChartId(context);
  if (findChart(context, chartId)) {
    throw invalidArgument(`A chart with the id ${chartId} already exists. Please choose another id.`);
  }
  checkSpec(context, given.spec);
  const theme = context.draft.book.meta.properties.spreadsheetTheme?.themeColors ?? [];
  const placed = placedOn(context, given);
  const chart: Chart = { chartId, spec: withColorTwins(given.spec, theme), position: placed.position };
  const { sheet } = placed;
  changeMeta(context, sheet, { charts: [...(sheet.meta.charts ?? []), chart] });
  return { addChart: { chart } };
};

/** Sources must lie on sheets that are there; a series may only name an axis that its kind of chart has. */
function checkSpec({ draft }: RequestContext, spec: sheets_v4.Schema$ChartSpec): void {
  JSON.stringify(spec, (key, value: unknown) => {
    if (key === 'sources' && Array.isArray(value)) {
      for (const source of value as sheets_v4.Schema$GridRange[]) sheetOf(draft.book, source.sheetId);
    }
    return value;
  });
  const { chartType, series } = spec.basicChart ?? {};
  const axes = chartType === 'BAR' ? ['BOTTOM_AXIS'] : ['LEFT_AXIS', 'RIGHT_AXIS'];
  for (const { targetAxis } of series ?? []) {
    if (targetAxis != null && !axes.includes(targetAxis)) {
      throw invalidArgument(`${targetAxis} is not a valid target axis of a ${chartType} chart.`);
    }
  }
}

function freshChartId(context: RequestContext): number {
  let id = context.newId();
  while (findChart(context, id)) id = context.newId();
  return id;
}

function placedOn(
  context: RequestContext,
  { position }: Chart,
): { sheet: SheetState; position: sheets_v4.Schema$EmbeddedObjectPosition } {
  const { draft } = context;
  const overlay = position?.overlayPosition;
  if (overlay) {
    const anchor = overlay.anchorCell ?? {};
    const sheet = sheetOf(draft.book, anchor.sheetId);
    checkCoordinate(sheet, anchor.rowIndex ?? 0, anchor.columnIndex ?? 0);
    const filled = { widthPixels: 600, heightPixels: 371, ...overlay, anchorCell: anchor };
    return { sheet, position: { overlayPosition: filled } };
  }
  if (!position?.newSheet && position?.sheetId == null) {
    throw invalidArgument('No position specified for the chart.');
  }
  const sheetId = position.sheetId ?? freshSheetId(context);
  const title = `Chart${draft.book.sheets.length}`;
  const { meta, ...size } = newSheet({ gridProperties: { rowCount: 1, columnCount: 1 } }, sheetId, title);
  draft.apply({ kind: 'addSheet', index: draft.book.sheets.length, meta, ...size });
  return { sheet: sheetOf(draft.book, sheetId), position: { sheetId } };
}

function findChart(
  { draft }: RequestContext,
  id: number | null | undefined,
): { sheet: SheetState; chart: Chart } | undefined {
  for (const sheet of draft.book.sheets) {
    const chart = sheet.meta.charts?.find((one) => one.chartId === id);
    if (chart) return { sheet, chart };
  }
  return undefined;
}

function existing(
  context: RequestContext,
  id: number | null | undefined,
): { sheet: SheetState; chart: Chart } {
  const found = findChart(context, id);
  if (!found) throw invalidArgument(`No chart with id: ${id ?? 0}`);
  return found;
}

function replace(context: RequestContext, sheet: SheetState, old: Chart, chart: Chart): void {
  changeMeta(context, sheet, { charts: sheet.meta.charts?.map((one) => (one === old ? chart : one)) });
}

/** Replaces the whole specification of a chart. */
export const updateChartSpec: RequestHandler<'updateChartSpec'> = (context, request) => {
  const { sheet, chart } = existing(context, request.chartId);
  if (!request.spec) throw invalidArgument('no chart spec');
  checkSpec(context, request.spec);
  const theme = context.draft.book.meta.properties.spreadsheetTheme?.themeColors ?? [];
  replace(context, sheet, chart, { ...chart, spec: withColorTwins(request.spec, theme) });
  return undefined;
};

/** Moves or resizes a chart on its sheet. */
export const updateEmbeddedObjectPosition: RequestHandler<'updateEmbeddedObjectPosition'> = (
  context,
  request,
) => {
  const { sheet, chart } = existing(context, request.objectId);
  const given = required(request.newPosition?.overlayPosition, "'newPosition.overlayPosition'");
  const mask = requestMask(request.fields, [
    'anchorCell',
    'offsetXPixels',
    'offsetYPixels',
    'widthPixels',
    'heightPixels',
  ]);
  const overlayPosition = writeFields<sheets_v4.Schema$OverlayPosition>(
    chart.position?.overlayPosition,
    given,
    mask,
  );
  const position = { overlayPosition };
  replace(context, sheet, chart, { ...chart, position });
  return { updateEmbeddedObjectPosition: { position } };
};

/** Removes a chart. */
export const deleteEmbeddedObject: RequestHandler<'deleteEmbeddedObject'> = (context, request) => {
  const found = findChart(context, request.objectId);
  if (!found) throw invalidArgument(`No embedded object with id: ${request.objectId ?? 0}`);
  const left = found.sheet.meta.charts?.filter((one) => one !== found.chart);
  changeMeta(context, found.sheet, { charts: left?.length ? left : undefined });
  return undefined;
};
