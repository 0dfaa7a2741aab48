import { describe, expect, it } from 'vitest';
import { DRAWINGS } from '../../../functions/adapters/plan-charts.ts';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { TABS } from '../../../shared/sheet/layout.ts';
import { header } from '../../../shared/text/board-words.ts';
import { CHARTS, dashboardWords } from '../../../shared/text/dashboard-words.ts';
import type { BoardUnderTest } from './board-under-test.ts';

type Chart = sheets_v4.Schema$EmbeddedChart;

/** Native charts: made once, then people's. */
export const chartsContract = (at: BoardUnderTest): void => {
  const charts = (): ReadonlyMap<number, Chart> =>
    new Map(
      (at.service.getSpreadsheet(at.team).sheets ?? [])
        .flatMap((sheet) => sheet.charts ?? [])
        .map((chart) => [chart.chartId ?? 0, chart]),
    );
  const chart = (name: keyof typeof DRAWINGS): Chart | undefined => charts().get(DRAWINGS[name].chartId);
  const as = async (request: sheets_v4.Schema$Request): Promise<void> => {
    await at.google.spreadsheets.batchUpdate({
      spreadsheetId: at.team,
      requestBody: { requests: [request] },
    });
  };
  const setUpChangesNothing = async (charts?: 'keep'): Promise<void> => {
    const before = at.service.revision(at.team);
    await at.board.setUp(at.team, 'zh-CN', charts);
    expect(at.service.revision(at.team)).toBe(before);
  };
  const headersOf = (tab: 'workload') => at.sheet(tab).data?.[0]?.rowData?.[1]?.values ?? [];
  /** Texts of the header row that the series of a chart point at. */
  const seriesNames = (given: Chart | undefined): readonly string[] =>
    (given?.spec?.basicChart?.series ?? []).map(({ series }) => {
      const source = series?.sourceRange?.sources?.[0];
      expect(source).toMatchObject({ sheetId: TABS.workload.sheetId, startRowIndex: 1, endRowIndex: 1000 });
      return headersOf('workload')[source?.startColumnIndex ?? 0]?.formattedValue ?? '';
    });
  const named = (...columns: readonly string[]): readonly string[] =>
    columns.map((column) => header('workload', column, 'zh-CN'));

  describe('the charts of the Dashboard tab', () => {
    it('stand on the Dashboard, draw the Workload tab from its header down, and come in the board’s language', async () => {
      await at.setUp('zh-CN');
      expect([...charts().keys()]).toEqual(CHARTS.map((name) => DRAWINGS[name].chartId));
      for (const name of CHARTS) {
        expect(chart(name)?.spec?.title).toBe(dashboardWords('zh-CN').chart[name]);
        expect(chart(name)?.position?.overlayPosition?.anchorCell?.sheetId).toBe(TABS.dashboard.sheetId);
        expect(chart(name)?.spec?.basicChart?.headerCount).toBe(1);
      }
      expect(seriesNames(chart('load'))).toEqual(named('within', 'over', 'room'));
      expect(seriesNames(chart('lights'))).toEqual(named('green', 'yellow', 'red'));
      expect(seriesNames(chart('points'))).toEqual(named('monthPoints', 'periodPoints'));
      await setUpChangesNothing();
    });

    it('no two of them overlap', async () => {
      await at.setUp();
      const boxes = CHARTS.map((name) => {
        const { anchorCell, offsetXPixels, widthPixels, heightPixels } =
          chart(name)!.position!.overlayPosition!;
        const [x, y] = [offsetXPixels ?? 0, (anchorCell?.rowIndex ?? 0) * 21];
        return { x, y, right: x + widthPixels!, bottom: y + heightPixels! };
      });
      const overlap = boxes.flatMap((a, i) =>
        boxes.slice(i + 1).filter((b) => a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom),
      );
      expect(overlap).toEqual([]);
    });

    it('are left where people put them, as large as they made them, and in the look they chose', async () => {
      await at.setUp();
      const { chartId } = DRAWINGS.load;
      const newPosition = {
        overlayPosition: {
          anchorCell: { sheetId: TABS.tasks.sheetId, rowIndex: 5, columnIndex: 3 },
          widthPixels: 700,
        },
      };
      await as({
        updateEmbeddedObjectPosition: { objectId: chartId, newPosition, fields: 'anchorCell,widthPixels' },
      });
      const spec = { ...chart('load')!.spec, title: '我们组的负荷', fontName: 'Roboto' };
      await as({ updateChartSpec: { chartId, spec } });
      await setUpChangesNothing();
      await at.board.setUp(at.team, 'en');
      expect(chart('load')).toMatchObject({
        spec: { title: '我们组的负荷', fontName: 'Roboto', altText: dashboardWords('en').about.load },
        position: { overlayPosition: { widthPixels: 700, anchorCell: { rowIndex: 5, columnIndex: 3 } } },
      });
      expect(chart('types')?.spec?.title).toBe(dashboardWords('en').chart.types);
      expect(chart('types')?.spec?.basicChart?.stackedType).toBe('STACKED');
    });

    it('a deleted one stays deleted until set-up is run by hand', async () => {
      await at.setUp();
      await as({ deleteEmbeddedObject: { objectId: DRAWINGS.types.chartId } });
      await setUpChangesNothing('keep');
      expect(chart('types')).toBeUndefined();
      await at.board.setUp(at.team, 'zh-CN');
      expect(chart('types')?.spec?.title).toBe(dashboardWords('zh-CN').chart.types);
      expect(charts().size).toBe(CHARTS.length);
      await setUpChangesNothing();
    });

    it('are not made twice when the answer to the first attempt was lost', async () => {
      at.network.failWrite({ status: 503, after: true });
      await at.board.setUp(at.team, 'zh-CN');
      expect(charts().size).toBe(CHARTS.length);
      await setUpChangesNothing();
    });

    it('come back with a deleted Dashboard tab, and draw a new Workload tab when that one was deleted', async () => {
      await at.setUp();
      await at.does({ kind: 'deleteSheet', sheetId: TABS.dashboard.sheetId });
      await at.board.setUp(at.team, 'zh-CN', 'keep');
      expect(charts().size).toBe(CHARTS.length);
      await at.does({ kind: 'deleteSheet', sheetId: TABS.workload.sheetId });
      await at.board.setUp(at.team, 'zh-CN');
      expect(charts().size).toBe(CHARTS.length);
      expect(seriesNames(chart('load'))).toEqual(named('within', 'over', 'room'));
      await setUpChangesNothing();
    });

    it('people’s own charts are none of its business', async () => {
      await at.setUp();
      const position = { overlayPosition: { anchorCell: { sheetId: TABS.tasks.sheetId } } };
      await as({ addChart: { chart: { chartId: 5, spec: { title: '看板', basicChart: {} }, position } } });
      await setUpChangesNothing();
      expect(charts().get(5)?.spec?.title).toBe('看板');
    });

    it('a board from before the charts keeps its rows, under the title Workload', async () => {
      await at.setUp();
      await at.does({ kind: 'deleteSheet', sheetId: TABS.dashboard.sheetId });
      await at.does({ kind: 'renameSheet', sheetId: TABS.workload.sheetId, title: '看板' });
      await at.rows('workload', [{ id: 'r1', rep: '老王' }]);
      await at.board.setUp(at.team, 'zh-CN');
      expect(at.sheet('workload').properties?.title).toBe('负荷');
      expect(at.sheet('dashboard').properties?.title).toBe('看板');
      expect((await at.read('workload')).rows.workload?.[0]?.cells['rep']).toBe('老王');
      await setUpChangesNothing();
    });
  });
};
