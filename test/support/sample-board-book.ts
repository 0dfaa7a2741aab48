/** A team's book for the board's tests: Tasks, Team, Dashboard and a hidden tab, in the shape of the real one. */
import type { sheets_v4 } from '../../functions/adapters/google-sheets-client.ts';
import { createInMemoryBook, type Cell, type InMemoryBook, type Tab } from './in-memory-book.ts';
import { cellFromTyping } from './typed-cell-value.ts';

export const TASKS = 0;
export const TEAM = 11;
export const DASHBOARD = 12;
export const PERSON = 'supervisor@example.com';

/** Columns of the Tasks tab by what they hold. */
export const COLUMN = {
  id: 0,
  light: 1,
  customer: 2,
  value: 3,
  difficulty: 4,
  stage: 5,
  amount: 6,
  owner: 7,
  lastProgress: 8,
  nextStep: 9,
  done: 10,
  type: 11,
  load: 12,
  suggestion: 13,
  why: 14,
  action: 15,
} as const;

const HEADERS: Readonly<Record<'zh' | 'en', readonly string[]>> = {
  zh: [
    '编号',
    '灯',
    '客户',
    '客户价值',
    '跟进难度',
    '阶段',
    '金额',
    '负责人',
    '最近进展',
    '下一步',
    '完成',
    '任务类型',
    '负荷分',
    '建议负责人',
    '理由',
    '操作',
  ],
  en: [
    'ID',
    'Light',
    'Customer',
    'Value',
    'Difficulty',
    'Stage',
    'Amount',
    'Owner',
    'Last progress',
    'Next step',
    'Done',
    'Task type',
    'Load',
    'Suggested owner',
    'Why',
    'Action',
  ],
};

/** Column widths in pixels; the first column is hidden. */
const COLUMN_WIDTHS = [90, 44, 190, 80, 80, 100, 100, 100, 110, 200, 56, 80, 66, 100, 320, 90];
const REPS = ['王磊', 'Lisa', '陈静', 'Marco', '赵敏', 'Priya'];
const CUSTOMERS = [
  '远景科技',
  'Northwind',
  '蓝海物流',
  'Contoso',
  '青松医疗',
  'Fabrikam',
  '晨曦教育',
  'Adatum',
];
const LIGHTS = ['🟢', '🟢', '🟡', '🔴', '🟢'];
const VALUES = ['高', '中', '低'];
const DIFFICULTIES = ['易', '中', '难'];
const STAGES = ['初步接触', '需求确认', '方案报价', '谈判'];
const FIRST_DAY = 46_300;

const rgb = (hex: string): sheets_v4.Schema$Color => ({
  red: Number.parseInt(hex.slice(1, 3), 16) / 255,
  green: Number.parseInt(hex.slice(3, 5), 16) / 255,
  blue: Number.parseInt(hex.slice(5, 7), 16) / 255,
});

const oneOf = (...options: string[]): sheets_v4.Schema$DataValidationRule => ({
  condition: { type: 'ONE_OF_LIST', values: options.map((userEnteredValue) => ({ userEnteredValue })) },
  strict: true,
  showCustomUi: true,
});

const RULES: Readonly<Partial<Record<number, sheets_v4.Schema$DataValidationRule>>> = {
  [COLUMN.value]: oneOf(...VALUES),
  [COLUMN.difficulty]: oneOf(...DIFFICULTIES),
  [COLUMN.stage]: oneOf(...STAGES),
  [COLUMN.owner]: { ...oneOf(...REPS), strict: false },
  [COLUMN.done]: { condition: { type: 'BOOLEAN' }, strict: true },
  [COLUMN.action]: oneOf('接受', '保留', '稍后'),
};

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

function headerRow(names: readonly string[]): Cell[] {
  return names.map((name) => ({
    ...cellFromTyping(name),
    userEnteredFormat: {
      textFormat: { bold: true, foregroundColor: rgb('#ffffff') },
      backgroundColor: rgb('#1f6f5c'),
      verticalAlignment: 'MIDDLE',
    },
  }));
}

function taskRow(index: number): Cell[] {
  const inputs = [
    `T-${String(index + 1).padStart(4, '0')}`,
    pick(LIGHTS, index),
    `${pick(CUSTOMERS, index)} ${index + 1}`,
    pick(VALUES, index),
    pick(DIFFICULTIES, index + 1),
    pick(STAGES, index),
    12_000 + ((index * 7_919) % 900) * 100,
    pick(REPS, index * 5),
    null,
    pick(['电话回访', '发送报价单', '安排演示', ''], index),
    index % 9 === 0,
    pick(['攻坚', '成长', '练手', '取舍'], index),
    pick([3, 2, 1.5, 0.5], index),
    index % 4 === 3 ? pick(REPS, index) : null,
    index % 4 === 3 ? `${pick(REPS, index)} 做过同类项目,负荷还有空间` : null,
    null,
  ];
  return inputs.map((input, column): Cell => {
    const rule = RULES[column];
    const cell = column === COLUMN.lastProgress ? dateCell(FIRST_DAY - (index % 12)) : cellFromTyping(input);
    const amount = column === COLUMN.amount && { userEnteredFormat: { numberFormat: MONEY } };
    return { ...cell, ...amount, ...(rule && { dataValidation: rule }) };
  });
}

const MONEY: sheets_v4.Schema$NumberFormat = { type: 'CURRENCY', pattern: '"¥"#,##0' };

function dateCell(serial: number): Cell {
  const value = { numberValue: serial };
  const userEnteredFormat = { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } };
  return { userEnteredValue: value, effectiveValue: value, userEnteredFormat };
}

const lightRule = (light: string, hex: string, rows: number): sheets_v4.Schema$ConditionalFormatRule => ({
  ranges: [{ sheetId: TASKS, startRowIndex: 1, endRowIndex: rows, startColumnIndex: 0, endColumnIndex: 16 }],
  booleanRule: {
    condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: `=$B2="${light}"` }] },
    format: { backgroundColor: rgb(hex) },
  },
});

function tasksTab(rowCount: number, language: 'zh' | 'en'): Tab {
  const cells = [
    headerRow(HEADERS[language]),
    ...Array.from({ length: rowCount }, (_, index) => taskRow(index)),
  ];
  const noted = cells[3]?.[COLUMN.amount];
  if (noted) noted.note = '金额应为数字,例如 12000。\nThe amount should be a number, for example 12000.';
  const sheetId = TASKS;
  const gridRows = Math.max(1_000, rowCount + 200);
  return {
    properties: {
      sheetId,
      title: language === 'zh' ? '任务' : 'Tasks',
      index: 0,
      sheetType: 'GRID',
      tabColor: rgb('#1f6f5c'),
      gridProperties: { rowCount: gridRows, columnCount: 16, frozenRowCount: 1, frozenColumnCount: 3 },
    },
    conditionalFormats: [
      lightRule('🔴', '#fde3e0', gridRows),
      lightRule('🟡', '#fff4d6', gridRows),
      {
        ranges: [
          { sheetId, startRowIndex: 1, startColumnIndex: COLUMN.value, endColumnIndex: COLUMN.value + 1 },
        ],
        booleanRule: {
          condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: '高' }] },
          format: { textFormat: { bold: true, foregroundColor: rgb('#b3261e') } },
        },
      },
    ],
    protectedRanges: [COLUMN.light, COLUMN.id, COLUMN.type, COLUMN.load, COLUMN.suggestion, COLUMN.why].map(
      (column, index) => ({
        protectedRangeId: index + 1,
        range: { sheetId, startRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 },
        description: '配能 Peineng',
        editors: { users: ['peineng@example.iam.gserviceaccount.com'] },
      }),
    ),
    basicFilter: {
      range: {
        sheetId,
        startRowIndex: 0,
        endRowIndex: rowCount + 1,
        startColumnIndex: 0,
        endColumnIndex: 16,
      },
    },
    cells,
  };
}

function teamTab(language: 'zh' | 'en'): Tab {
  const header = language === 'zh' ? ['姓名', '级别', '负荷', '在岗'] : ['Name', 'Tier', 'Load', 'Working'];
  const rows = REPS.map((name, index) =>
    [name, pick(['资深', '成长', '新人'], index), 2 + index * 1.5, index !== 4].map(cellFromTyping),
  );
  return {
    properties: {
      sheetId: TEAM,
      title: language === 'zh' ? '团队' : 'Team',
      index: 1,
      gridProperties: { rowCount: 200, columnCount: 12, frozenRowCount: 1 },
    },
    cells: [headerRow(header), ...rows],
  };
}

function dashboardTab(language: 'zh' | 'en'): Tab {
  const names = language === 'zh' ? ['负责人', '负荷', '红灯'] : ['Owner', 'Load', 'Red'];
  const rows = REPS.map((name, index) => [name, 2 + index * 1.5, index % 3].map(cellFromTyping));
  const column = (index: number): sheets_v4.Schema$ChartData => ({
    sourceRange: {
      sources: [
        {
          sheetId: DASHBOARD,
          startRowIndex: 0,
          endRowIndex: 7,
          startColumnIndex: index,
          endColumnIndex: index + 1,
        },
      ],
    },
  });
  return {
    properties: {
      sheetId: DASHBOARD,
      title: language === 'zh' ? '看板' : 'Dashboard',
      index: 2,
      gridProperties: { rowCount: 100, columnCount: 20 },
    },
    charts: [
      {
        chartId: 1,
        spec: {
          title: language === 'zh' ? '每人负荷' : 'Load per rep',
          basicChart: {
            chartType: 'COLUMN',
            headerCount: 1,
            domains: [{ domain: column(0) }],
            series: [{ series: column(1) }, { series: column(2) }],
          },
        },
        position: { overlayPosition: { anchorCell: { sheetId: DASHBOARD, rowIndex: 1, columnIndex: 4 } } },
      },
      {
        chartId: 2,
        spec: {
          title: language === 'zh' ? '红灯占比' : 'Red lights',
          pieChart: { legendPosition: 'RIGHT_LEGEND', domain: column(0), series: column(2) },
        },
      },
    ],
    cells: [names.map(cellFromTyping), ...rows],
  };
}

/** The sample book with `rowCount` tasks. */
export function createSampleBoardBook(rowCount = 120, language: 'zh' | 'en' = 'zh'): InMemoryBook {
  const tasks = tasksTab(rowCount, language);
  const columnMetadata = COLUMN_WIDTHS.map((pixelSize, column) => ({
    pixelSize,
    ...(column === COLUMN.id && { hiddenByUser: true }),
  }));
  const book = createInMemoryBook('华东销售一组', [tasks, teamTab(language), dashboardTab(language)]);
  const plain = book.getSpreadsheet.bind(book);
  // The in-memory book knows no column sizes: they are added to its answers.
  book.getSpreadsheet = (spreadsheetId, options) => {
    const answer = plain(spreadsheetId, options);
    for (const sheet of answer.sheets ?? []) {
      for (const grid of sheet.data ?? []) {
        if (sheet.properties?.sheetId === TASKS) grid.columnMetadata = columnMetadata;
      }
    }
    return answer;
  };
  return book;
}
