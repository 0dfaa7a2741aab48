import {
  answered,
  batch,
  BOOK,
  done,
  grid,
  refused,
  rows,
  sheets,
  type ConformanceCase,
} from '../conformance-case.ts';

const CHART = {
  chartId: 3,
  spec: {
    title: 'Load',
    basicChart: {
      chartType: 'COLUMN',
      domains: [{ domain: { sourceRange: { sources: [grid(1, 5, 0, 1)] } } }],
      series: [{ series: { sourceRange: { sources: [grid(1, 5, 1, 2)] } } }],
    },
  },
  position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 6, columnIndex: 0 } } },
};
/** As the Dashboard's charts are. */
const BARS = {
  title: 'Load',
  altText: 'Load of each rep',
  hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS',
  basicChart: {
    chartType: 'BAR',
    stackedType: 'STACKED',
    headerCount: 1,
    legendPosition: 'BOTTOM_LEGEND',
    domains: [{ domain: { sourceRange: { sources: [grid(1, 5, 0, 1)] } } }],
    series: [
      {
        series: { sourceRange: { sources: [grid(1, 5, 1, 2)] } },
        targetAxis: 'BOTTOM_AXIS',
        colorStyle: { rgbColor: { red: 1 } },
      },
    ],
  },
};

export const REQUESTS_ON_CHARTS: readonly ConformanceCase[] = [
  {
    covers: 'addChart',
    name: 'keeps a chart and answers with it, its place filled in',
    when: batch({ addChart: { chart: CHART } }),
    answer: {
      spreadsheetId: BOOK,
      replies: [
        {
          addChart: {
            chart: {
              chartId: 3,
              spec: {
                title: 'Load',
                basicChart: {
                  chartType: 'COLUMN',
                  domains: [{ domain: { sourceRange: { sources: [answered(1, 5, 0, 1)] } } }],
                  series: [{ series: { sourceRange: { sources: [answered(1, 5, 1, 2)] } } }],
                },
              },
              position: {
                overlayPosition: { anchorCell: { rowIndex: 6 }, widthPixels: 600, heightPixels: 371 },
              },
            },
          },
        },
      ],
    },
  },
  {
    covers: 'addChart',
    name: 'moves sources and anchor with the rows',
    given: [batch({ addChart: { chart: CHART } })],
    when: batch({ insertDimension: { range: rows(2, 4) } }),
    then: [
      {
        ...sheets('charts(spec.basicChart.series,position.overlayPosition.anchorCell)'),
        answer: {
          sheets: [
            {
              charts: [
                {
                  spec: {
                    basicChart: {
                      series: [{ series: { sourceRange: { sources: [answered(1, 7, 1, 2)] } } }],
                    },
                  },
                  position: { overlayPosition: { anchorCell: { rowIndex: 8 } } },
                },
              ],
            },
          ],
        },
      },
    ],
  },
  {
    covers: 'addChart',
    name: 'keeps a stacked bar chart as it was given, and names both forms of its colours',
    given: [batch({ addChart: { chart: { ...CHART, spec: BARS } } })],
    when: sheets('charts.spec'),
    answer: {
      sheets: [
        {
          charts: [
            {
              spec: {
                title: 'Load',
                altText: 'Load of each rep',
                hiddenDimensionStrategy: 'SKIP_HIDDEN_ROWS',
                basicChart: {
                  chartType: 'BAR',
                  stackedType: 'STACKED',
                  headerCount: 1,
                  legendPosition: 'BOTTOM_LEGEND',
                  domains: [{ domain: { sourceRange: { sources: [answered(1, 5, 0, 1)] } } }],
                  series: [
                    {
                      series: { sourceRange: { sources: [answered(1, 5, 1, 2)] } },
                      targetAxis: 'BOTTOM_AXIS',
                      color: { red: 1 },
                      colorStyle: { rgbColor: { red: 1 } },
                    },
                  ],
                },
              },
            },
          ],
        },
      ],
    },
  },
  {
    covers: 'addChart',
    name: 'refuses an axis that bars do not have',
    when: batch({
      addChart: {
        chart: {
          ...CHART,
          spec: { basicChart: { ...BARS.basicChart, series: [{ targetAxis: 'LEFT_AXIS' }] } },
        },
      },
    }),
    ...refused('Invalid requests[0].addChart: LEFT_AXIS is not a valid target axis of a BAR chart.'),
  },
  {
    covers: 'addChart',
    name: 'refuses sources on a sheet that is not there',
    when: batch({
      addChart: {
        chart: {
          ...CHART,
          spec: {
            basicChart: {
              ...BARS.basicChart,
              domains: [{ domain: { sourceRange: { sources: [{ ...grid(1, 5, 0, 1), sheetId: 77 }] } } }],
            },
          },
        },
      },
    }),
    ...refused('Invalid requests[0].addChart: No grid with id: 77'),
  },
  {
    covers: 'addChart',
    name: 'refuses an anchor outside the grid',
    when: batch({
      addChart: {
        chart: { ...CHART, position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1000 } } } },
      },
    }),
    ...refused('Invalid requests[0].addChart: GridCoordinate.rowIndex[1000] is after last row in grid[999]'),
  },
  {
    covers: 'updateChartSpec',
    name: 'replaces the specification and keeps the place',
    given: [batch({ addChart: { chart: CHART } })],
    when: batch({ updateChartSpec: { chartId: 3, spec: { title: 'Other', pieChart: {} } } }),
    ...done(),
    then: [
      {
        ...sheets('charts(spec,position.overlayPosition.anchorCell)'),
        answer: {
          sheets: [
            {
              charts: [
                {
                  spec: { title: 'Other', pieChart: {} },
                  position: { overlayPosition: { anchorCell: { rowIndex: 6 } } },
                },
              ],
            },
          ],
        },
      },
    ],
  },
  {
    covers: 'updateChartSpec',
    name: 'refuses an unknown chart',
    when: batch({ updateChartSpec: { chartId: 9, spec: {} } }),
    ...refused('Invalid requests[0].updateChartSpec: No chart with id: 9'),
  },
  {
    covers: 'updateEmbeddedObjectPosition',
    name: 'moves a chart and answers with its place',
    given: [batch({ addChart: { chart: CHART } })],
    when: batch({
      updateEmbeddedObjectPosition: {
        objectId: 3,
        newPosition: { overlayPosition: { widthPixels: 300 } },
        fields: 'widthPixels',
      },
    }),
    answer: {
      spreadsheetId: BOOK,
      replies: [
        {
          updateEmbeddedObjectPosition: {
            position: {
              overlayPosition: { anchorCell: { rowIndex: 6 }, widthPixels: 300, heightPixels: 371 },
            },
          },
        },
      ],
    },
  },
  {
    covers: 'deleteEmbeddedObject',
    name: 'removes a chart',
    given: [batch({ addChart: { chart: CHART } })],
    when: batch({ deleteEmbeddedObject: { objectId: 3 } }),
    ...done(),
    then: [{ ...sheets('charts'), answer: { sheets: [{}] } }],
  },
];
