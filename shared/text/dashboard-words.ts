import type { Language } from '../domain/rep.ts';

/** A figure of the whole team. */
type Figure = 'open' | 'red' | 'yellow' | 'progressed' | 'paused' | 'waiting' | 'moves' | 'topThree';

/** The charts of the Dashboard tab and of the supervisor's page. */
export const CHARTS = ['load', 'lights', 'types', 'progress', 'points'] as const;
export type ChartName = (typeof CHARTS)[number];

interface Limits {
  readonly yellowDays: number;
  readonly redDays: number;
}

/** What the Dashboard tab and the supervisor's page say, in spoken words. Nothing ranks people or promises sales. */
export interface DashboardWords {
  readonly figure: Readonly<Record<Figure, string>>;
  /** How a figure is counted, in one line. */
  readonly counted: Readonly<Record<Figure, (limits: Limits) => string>>;
  /** Shown where there is nothing to count. */
  readonly nothing: string;
  readonly chart: Readonly<Record<ChartName, string>>;
  /** What a chart shows, for people who do not see it. */
  readonly about: Readonly<Record<ChartName, string>>;
}

const zh: DashboardWords = {
  figure: {
    open: '进行中的任务',
    red: '红灯：太久没进展',
    yellow: '黄灯：快到期限',
    progressed: '本周有推进的任务',
    paused: '暂停接新的人数',
    waiting: '排队等人接的任务',
    moves: '每月每个任务转手次数',
    topThree: '负荷最高三人占比（%）',
  },
  counted: {
    open: () => '所有未结束的任务，没人负责的也算',
    red: ({ redDays }) => `超过 ${redDays} 天没有进展`,
    yellow: ({ yellowDays, redDays }) => `${yellowDays} 到 ${redDays} 天没有进展`,
    progressed: () => '进行中的任务里最近 7 天有人推进过的，含今天',
    paused: () => '负荷或重点项目超过上限、暂停接新任务的人',
    waiting: () => '人人都满了，正在等人腾出手的任务',
    moves: () => '最近 30 天换负责人的次数 ÷ 现在进行中的任务数；首次分配不算',
    topThree: () => '负荷最高的三个人的负荷之和 ÷ 全队负荷',
  },
  nothing: '–',
  chart: {
    load: '每人负荷与上限',
    lights: '每人任务的红黄绿灯',
    types: '每人任务的类型',
    progress: '最近 7 天有推进的任务',
    points: '挑战积分',
  },
  about: {
    load: '横条到上限为止；红色是超出的部分，浅灰是还能接的部分',
    lights: '每个人进行中的任务，按灯的颜色叠在一起',
    types: '每个人进行中的任务，按任务类型叠在一起',
    progress: '每个人手上最近 7 天有过进展的任务数',
    points: '每个人本月和本晋升期的挑战积分，按姓名排列，不排名次',
  },
};

const en: DashboardWords = {
  figure: {
    open: 'Open tasks',
    red: 'Red: too long idle',
    yellow: 'Yellow: getting late',
    progressed: 'Progressed this week',
    paused: 'People paused',
    waiting: 'Waiting for somebody',
    moves: 'Moves per task a month',
    topThree: 'Load on the top three (%)',
  },
  counted: {
    open: () => 'All tasks not closed, those that nobody owns included',
    red: ({ redDays }) => `More than ${redDays} days without progress`,
    yellow: ({ yellowDays, redDays }) => `${yellowDays} to ${redDays} days without progress`,
    progressed: () => 'Open tasks that somebody moved on within the last 7 days, today included',
    paused: () => 'People above the limit of load or of key tasks, who get nothing new',
    waiting: () => 'Tasks in the queue because everybody is full',
    moves: () => 'Changes of owner in the last 30 days ÷ open tasks now; first assignments do not count',
    topThree: () => 'Load of the three people with the most load ÷ load of the whole team',
  },
  nothing: '–',
  chart: {
    load: 'Load against the limit',
    lights: 'Tasks by light',
    types: 'Tasks by type',
    progress: 'Tasks that progressed in the last 7 days',
    points: 'Challenge points',
  },
  about: {
    load: 'Bars run up to the limit; red is what is over it, light grey is the room left',
    lights: 'Open tasks of each rep, stacked by light',
    types: 'Open tasks of each rep, stacked by type',
    progress: 'Tasks of each rep that moved on within the last 7 days',
    points: 'Challenge points of each rep this month and this promotion period; by name, not ranked',
  },
};

const CATALOGS: Readonly<Record<Language, DashboardWords>> = { 'zh-CN': zh, en };

export const dashboardWords = (language: Language): DashboardWords => CATALOGS[language];
