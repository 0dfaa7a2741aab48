import type { Language } from '../domain/rep.ts';
import { TABS, type TabKey } from '../sheet/layout.ts';

/** Titles and headers of the board, one catalog per language. A missing entry does not compile. */
interface BoardWords {
  readonly tabs: Readonly<Record<TabKey, string>>;
  /** Headers by column key; the same key has the same header on every tab. */
  readonly headers: Readonly<Record<string, string>>;
}

const zh: BoardWords = {
  tabs: {
    tasks: '任务',
    team: '团队',
    suggestions: '建议',
    dashboard: '看板',
    audit: '留痕',
    rules: '规则',
    history: '历史成交',
  },
  headers: {
    id: '编号',
    light: '灯',
    customer: '客户',
    title: '商机',
    industry: '行业',
    value: '客户价值',
    difficulty: '跟进难度',
    stage: '阶段',
    amount: '金额',
    owner: '负责人',
    lastProgress: '最近进展',
    nextStep: '下一步',
    suggestedOwner: '建议负责人',
    why: '为什么',
    action: '处理',
    type: '任务类型',
    points: '负荷分',
    name: '名称',
    email: '邮箱',
    role: '角色',
    supervisor: '主管',
    tier: '层级',
    industries: '行业知识',
    styles: '沟通风格',
    rhythm: '成单节奏',
    tools: '工具',
    availability: '状态',
    backOn: '返岗日',
    language: '语言',
    load: '负荷指数',
    keyTasks: '重点项目数',
    status: '说明',
    at: '时间',
    from: '原值 / 原负责人',
    to: '新值 / 新负责人',
    score: '匹配分',
    cause: '原因',
    receipt: '依据',
    rep: '销售',
    limit: '上限',
    open: '进行中',
    green: '🟢',
    yellow: '🟡',
    red: '🔴',
    strategic: '攻坚',
    growth: '成长',
    volume: '练手',
    selective: '取舍',
    number: '序号',
    actor: '操作人',
    what: '事项',
    policyVersion: '规则版本',
    undo: '撤销',
    fallback: '默认',
    meaning: '含义',
    problem: '问题',
    product: '产品',
    startedOn: '开始日',
    closedOn: '结束日',
  },
};

const en: BoardWords = {
  tabs: {
    tasks: 'Tasks',
    team: 'Team',
    suggestions: 'Suggestions',
    dashboard: 'Dashboard',
    audit: 'Audit',
    rules: 'Rules',
    history: 'History',
  },
  headers: {
    id: 'Id',
    light: 'Light',
    customer: 'Customer',
    title: 'Opportunity',
    industry: 'Industry',
    value: 'Value',
    difficulty: 'Difficulty',
    stage: 'Stage',
    amount: 'Amount',
    owner: 'Owner',
    lastProgress: 'Last progress',
    nextStep: 'Next step',
    suggestedOwner: 'Suggested owner',
    why: 'Why',
    action: 'Action',
    type: 'Task type',
    points: 'Load points',
    name: 'Name',
    email: 'Email',
    role: 'Role',
    supervisor: 'Supervisor',
    tier: 'Tier',
    industries: 'Industries',
    styles: 'Styles',
    rhythm: 'Rhythm',
    tools: 'Tools',
    availability: 'Availability',
    backOn: 'Back on',
    language: 'Language',
    load: 'Load index',
    keyTasks: 'Key tasks',
    status: 'Status',
    at: 'Time',
    from: 'From',
    to: 'To',
    score: 'Fit',
    cause: 'Cause',
    receipt: 'Receipt',
    rep: 'Rep',
    limit: 'Limit',
    open: 'Open',
    green: '🟢',
    yellow: '🟡',
    red: '🔴',
    strategic: 'Strategic',
    growth: 'Growth',
    volume: 'Volume',
    selective: 'Selective',
    number: 'No.',
    actor: 'Who',
    what: 'What',
    policyVersion: 'Rules version',
    undo: 'Undo',
    fallback: 'Default',
    meaning: 'Meaning',
    problem: 'Problem',
    product: 'Product',
    startedOn: 'Started',
    closedOn: 'Closed',
  },
};

const CATALOGS: Readonly<Record<Language, BoardWords>> = { 'zh-CN': zh, en };

export const tabTitle = (tab: TabKey, language: Language): string => CATALOGS[language].tabs[tab];

/** The header of a column. Every column of the layout has one: a test walks the table. */
export const header = (tab: TabKey, column: string, language: Language): string => {
  const words = CATALOGS[language].headers;
  if (tab === 'rules' && column === 'value') return language === 'en' ? 'Value' : '设定值';
  if (tab === 'rules' && column === 'name') return language === 'en' ? 'Rule' : '规则';
  const text = words[column];
  if (text === undefined) throw new Error(`no header for ${tab}.${column} in ${language}`);
  return text;
};

/** Headers of a tab in the order of the layout. */
export const headersOf = (tab: TabKey, language: Language): readonly string[] =>
  TABS[tab].columns.map((column) => header(tab, column.key, language));
