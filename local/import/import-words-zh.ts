import { SETTINGS } from '../../shared/contract/settings.ts';
import { VOCABULARIES, spellAll, type Vocabulary } from '../../shared/text/spellings.ts';
import { CRM_FILES } from './crm-table.ts';
import type { ImportWords } from './import-words.ts';

const list = (items: readonly string[]): string => items.join('、');
const quoted = (items: readonly string[]): string => list(items.map((item) => `“${item}”`));
const thousands = new Intl.NumberFormat('zh-CN');
const n = (count: number): string => thousands.format(count);
const choices = (vocabulary: string): string =>
  Object.hasOwn(VOCABULARIES, vocabulary) ? list(spellAll(vocabulary as Vocabulary, 'zh-CN')) : vocabulary;

export const importWordsZh: ImportWords = {
  problem: {
    NO_FOLDER: ({ folder }) => `没有文件夹 ${folder}，或无法打开。`,
    NOTHING_KNOWN: ({ folder, found }) =>
      `${folder} 里没有可导入的内容。可导入的有：CRM 导出（${list(CRM_FILES)}），或看板的表（任务.csv、团队.csv、历史成交.csv）。现有：${found.length === 0 ? '没有文件' : list(found.slice(0, 10))}${found.length > 10 ? '……' : ''}。`,
    FILE_MISSING: ({ file, folder }) => `${folder} 里缺少 ${file}。`,
    TWO_FILES: ({ file, other }) => `${file} 和 ${other} 对应同一张表：请只留一个。`,
    NOT_READABLE: ({ file, reason }) => `${file} 无法读取（${reason}）。`,
    NOT_UTF8: ({ file, line }) =>
      `${file} 不是 UTF-8 文本（从第 ${line} 行起）。请另存为“CSV UTF-8（逗号分隔）”。`,
    QUOTE_NOT_CLOSED: ({ file, line }) => `${file}：从第 ${line} 行开始的那一行里，有一个引号没有闭合。`,
    EMPTY_FILE: ({ file, columns }) =>
      `${file} 是空的。第一行须写明各列名称${columns.length === 0 ? '' : `：${list(columns)}`}。`,
    WRONG_HEADER: ({ file, missing, found }) =>
      `${file}：第一行缺少列 ${quoted(missing)}。现有：${quoted(found.slice(0, 20))}。${separatorHint(found)}`,
    COLUMN_TWICE: ({ file, column }) => `${file}：列“${column}”出现了两次。`,
  },
  fault: {
    ROW_LENGTH: ({ expected, found }) => `有 ${n(found)} 个单元格，而表头有 ${n(expected)} 个`,
    NO_NAME: () => '没有自己的名称或编号',
    NOT_A_STAGE: ({ accepted }) => `不是阶段；可填：${list(accepted)}`,
    NOT_A_DATE: () => '不是日期；可填：2017-12-31，年份在前',
    NOT_A_NUMBER: () => '不是数字；可填：1234 或 1234.56',
    NEGATIVE: () => '小于零；可填：0 或以上',
    DATE_MISSING: () => '已结束的商机这里为空；应为日期，如 2017-12-31',
    CLOSED_BEFORE_ENGAGED: ({ engaged }) => `早于商机开始日（${engaged}）`,
    OUTCOME_ON_OPEN_DEAL: () => '进行中的商机填了这一格；赢单或输单前应为空',
    SAME_ROW: ({ firstLine }) => `与第 ${firstLine} 行完全相同`,
    NAME_TAKEN: ({ firstLine }) => `第 ${firstLine} 行已有，内容不同；保留了那一行`,
    UNKNOWN_AGENT: ({ file }) => `${file} 里没有这个人`,
    UNKNOWN_PRODUCT: ({ file }) => `${file} 里没有这个产品`,
    UNKNOWN_ACCOUNT: ({ file }) => `${file} 里没有这个客户`,
    CELL: ({ cell }) => {
      const texts = importWordsZh.cell as Readonly<Record<string, (about: typeof cell) => string>>;
      return texts[cell.code]?.(cell) ?? cell.code;
    },
  },
  cell: {
    NOT_A_CHOICE: ({ vocabulary }) => `不在选项中；可填：${choices(vocabulary)}`,
    NOT_A_NUMBER: () => '不是数字；可填：1234 或 1234.56',
    NEGATIVE: () => '小于零；可填：0 或以上',
    NOT_A_DATE: () => '不是日期；可填：2026-12-31，年份在前',
    IN_THE_FUTURE: () => '在将来；可填：今天或更早',
    TOO_LONG: ({ max, length }) => `有 ${n(length)} 个字；最多 ${n(max)} 个`,
    UNKNOWN_REP: () => '团队文件里没有这个人',
    UNKNOWN_TAG: () => '不是团队文件里本人的标签',
    FORMULA_ERROR: () => '是公式的错误；应为公式的结果',
    NOT_AN_EMAIL: () => '不是邮箱地址；可填：name@company.com',
    MISSING: () => '为空，而这一格必填',
    NAME_TAKEN: () => '在团队文件里出现两次；姓名不能重复',
    NOT_AFTER_START: () => '须晚于休假开始日',
  },
  quirk: {
    SPELLING: ({ field, from, to, count }) =>
      `${importWordsZh.field[field]}“${from}”读作“${to}”：${n(count)} 行`,
    NO_ACCOUNT: ({ count }) => `没有客户的商机：${n(count)} 个；客户一栏显示“（无客户）”加商机编号`,
    NO_AGENT: ({ count }) => `没有销售的商机：${n(count)} 个；进行中的没有负责人`,
    PROSPECTING_WITHOUT_DATE: ({ count }) =>
      `线索阶段没有开始日的商机：${n(count)} 个；最近进展留空，从导入之日算起`,
    ENGAGING_WITHOUT_DATE: ({ count }) =>
      `跟进阶段没有开始日的商机：${n(count)} 个；最近进展留空，从导入之日算起`,
    LOST_WITH_ZERO: ({ count }) => `成交额为 0 的输单：${n(count)} 个；这个 0 透露了结果，所以估值时不看它`,
    EMPTY_ROW: ({ count }) => `跳过的空行：${n(count)} 行`,
    MADE_UP_ADDRESS: ({ count }) =>
      `为主管编造的邮箱：${n(count)} 个，都在 example.com，发不到任何人；请在团队表里换成真实邮箱`,
    LIST_PRICE_AS_AMOUNT: ({ count }) => `以产品标价作为金额的进行中商机：${n(count)} 个`,
    AGENTS_WITHOUT_DEALS: ({ count, names }) => `没有任何商机的销售：${n(count)} 人（${list(names)}）`,
    AGENTS_WITHOUT_OPEN_DEALS: ({ count, names }) => `没有进行中商机的销售：${n(count)} 人（${list(names)}）`,
    MANAGERS_WHO_SELL: ({ count, names }) =>
      `同时是销售的经理：${n(count)} 人（${list(names)}）；在看板上是主管`,
    NOT_ON_BOARD: ({ count, names }) => `看板上没有位置的列：${n(count)} 个（${list(names)}）`,
    UNKNOWN_COLUMN: ({ count, names }) => `不认识的列：${n(count)} 个（${list(names)}）`,
    OWN_COLUMN: ({ count, names }) => `由配能自己填写、不导入的列：${n(count)} 个（${list(names)}）`,
    TAB_NOT_GIVEN: ({ names }) => `文件夹里没有、因此留空的表：${list(names)}`,
  },
  field: { product: '产品', sector: '行业', country: '国家', account: '客户', agent: '销售' },
  outcome: { rowLeftOut: '整行未导入', cellLeftEmpty: '该格留空', kept: '原样保留' },
  tier: { newcomer: '新人', growing: '成长型', senior: '资深' },
  nothingImported: '什么都没有导入。',
  heading: ({ source, folder }) => `导入 ${folder} 里的${source === 'crm' ? ' CRM 导出' : '看板表'}`,
  file: (file, rows) => `${file}：${rows} 行`,
  onBoard: ({ tasks, history, reps, supervisors }) =>
    `看板上：任务表有 ${tasks} 个进行中的商机，历史成交表有 ${history} 个已结束的商机，团队表有 ${reps} 名销售和 ${supervisors} 名主管`,
  leftOut: (count) => `未导入的商机行：${count} 行`,
  days: ({ first, last, shiftedBy }) =>
    `日期从 ${first} 到 ${last}，${shiftedBy === 0 ? '与文件一致' : `全部移动了 ${n(shiftedBy)} 天`}`,
  tiers: (text) => `按已结束商机的数量（不论输赢）估定的层级：${text}；可在团队表里修改`,
  proposed: `客户价值和跟进难度留空，由规则估定（设置 ${SETTINGS.highFrom.key}、${SETTINGS.hardFrom.key} 等），直到有人填写`,
  quirksTitle: '值得知道',
  noQuirks: '文件里没有异常。',
  rowsTitle: (count) => `有问题的行：${count} 处`,
  noRowProblems: '没有一行有问题。',
  place: (file, line, column) => `${file} 第 ${line} 行${column === undefined ? '' : `，${column}`}`,
  rowLine: ({ place, given, fault, outcome }) =>
    `${place}：${given === '' ? '' : `${given} `}${fault}（${outcome}）`,
  andMore: (count) => `……同类还有 ${count} 处`,
  list,
};

const separatorHint = (found: readonly string[]): string =>
  found.length === 1 && /[;\t]/.test(found[0] ?? '') ? '单元格之间须用逗号分隔。' : '';
