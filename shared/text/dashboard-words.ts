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
  readonly page: DashboardPageWords;
}

/** Charts that only the page has: what the days and weeks before brought. */
export const HISTORY_CHARTS = ['pastLoad', 'pastLights', 'pastTypes', 'pastQueue', 'pastWeeks'] as const;
export type HistoryChartName = (typeof HISTORY_CHARTS)[number];

/** Columns of the page's tables that the Workload tab does not have. */
export type HistoryColumn = 'waiting' | 'paused' | 'moves' | 'created' | 'progressedDays';

interface DashboardPageWords {
  readonly title: string;
  readonly asOf: (time: string) => string;
  readonly live: string;
  readonly stopped: string;
  readonly filter: string;
  readonly everybody: string;
  readonly allTypes: string;
  readonly rep: string;
  readonly type: string;
  readonly show: string;
  readonly now: string;
  readonly reps: string;
  readonly past: string;
  readonly noPast: string;
  readonly numbers: string;
  readonly day: string;
  readonly week: string;
  readonly repFigures: Readonly<Record<'load' | 'points', string>>;
  readonly repCounted: Readonly<Record<'load' | 'points', string>>;
  readonly chart: Readonly<Record<HistoryChartName, string>>;
  readonly about: Readonly<Record<HistoryChartName, string>>;
  readonly column: Readonly<Record<HistoryColumn, string>>;
  readonly typeNote: (type: string) => string;
  readonly repNote: string;
  /** Behind the name of somebody who gets no new work. */
  readonly pausedMark: string;
  readonly table: Readonly<Record<'reps' | 'days' | 'weeks', string>>;
  readonly noPromise: string;
  readonly supervisorOnly: { readonly title: string; readonly text: string; readonly back: string };
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
    points: '每个人本月和本晋升期的挑战积分，顺序与上面相同，不排名次',
  },
  page: {
    title: '团队看板',
    asOf: (time) => `截至 ${time}`,
    live: '会自动更新',
    stopped: '暂时连不上，数字停在上面的时间',
    filter: '筛选',
    everybody: '所有人',
    allTypes: '所有类型',
    rep: '销售',
    type: '任务类型',
    show: '显示',
    now: '现在',
    reps: '每个人',
    past: '过去 90 天',
    noPast: '还没有历史：每天结束时记一次。',
    numbers: '看数字',
    day: '日期',
    week: '一周的第一天',
    repFigures: { load: '负荷 / 上限', points: '本月积分' },
    repCounted: { load: '手上未结束任务的负荷分之和', points: '本月赢单记下的挑战积分' },
    chart: {
      pastLoad: '负荷',
      pastLights: '任务的红黄绿灯',
      pastTypes: '任务的类型',
      pastQueue: '排队的任务和暂停的人',
      pastWeeks: '每周：转手、新建、推进',
    },
    about: {
      pastLoad: '每天结束时的负荷；看一个人时另有现在的上限线',
      pastLights: '每天结束时进行中的任务，按灯叠在一起',
      pastTypes: '每天结束时进行中的任务，按类型叠在一起',
      pastQueue: '每天结束时排队的任务数和暂停接新的人数',
      pastWeeks: '每周换负责人的次数、新建的任务数和有推进的任务数',
    },
    column: {
      waiting: '排队任务',
      paused: '暂停的人',
      moves: '转手',
      created: '新建',
      progressedDays: '推进',
    },
    typeNote: (type) =>
      `只算「${type}」类任务；上限仍是全部负荷的上限。转手、积分和灯的历史不按类型记录，这里不显示。`,
    pausedMark: '暂停',
    repNote: '只看一个人；排队、转手和三人占比是全队的数，这里不显示。',
    table: { reps: '每个人现在的数字', days: '每天结束时', weeks: '每周合计' },
    noPromise: '这些数字说明工作怎么分配、有没有停住；不评判人，也不预测成交。',
    supervisorOnly: {
      title: '这一页给主管看',
      text: '团队看板里有每个人的负荷和进展，只有主管能打开。您的任务和健康报告在自己的页面上。',
      back: '看我的任务',
    },
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
    progressed: () => 'Open tasks with progress in the last 7 days, today included',
    paused: () => 'People above the limit of load or of key tasks, who get nothing new',
    waiting: () => 'Tasks in the queue because everybody is full',
    moves: () => 'Moves in 30 days ÷ open tasks; first assignments do not count',
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
    points:
      'Challenge points of each rep this month and this promotion period; in the order above, not ranked',
  },
  page: {
    title: 'Team dashboard',
    asOf: (time) => `As of ${time}`,
    live: 'updates by itself',
    stopped: 'no connection at the moment; the figures are those of the time above',
    filter: 'Filter',
    everybody: 'Everybody',
    allTypes: 'All types',
    rep: 'Rep',
    type: 'Task type',
    show: 'Show',
    now: 'Now',
    reps: 'Each rep',
    past: 'The last 90 days',
    noPast: 'No history yet: it is kept at the end of every day.',
    numbers: 'The numbers',
    day: 'Day',
    week: 'First day of the week',
    repFigures: { load: 'Load / limit', points: 'Points this month' },
    repCounted: {
      load: 'Sum of the load points of all open tasks',
      points: 'Challenge points of deals won this month',
    },
    chart: {
      pastLoad: 'Load',
      pastLights: 'Tasks by light',
      pastTypes: 'Tasks by type',
      pastQueue: 'Waiting tasks and paused people',
      pastWeeks: 'By week: moves, new tasks, progress',
    },
    about: {
      pastLoad: 'Load at the end of each day; for one rep with the present limit as a line',
      pastLights: 'Open tasks at the end of each day, stacked by light',
      pastTypes: 'Open tasks at the end of each day, stacked by type',
      pastQueue: 'Tasks in the queue and people paused at the end of each day',
      pastWeeks: 'Changes of owner, new tasks and tasks that progressed, per week',
    },
    column: {
      waiting: 'Waiting tasks',
      paused: 'People paused',
      moves: 'Moves',
      created: 'New tasks',
      progressedDays: 'Progressed',
    },
    typeNote: (type) =>
      `Only ${type} tasks; the limit is still that of the whole load. Moves, points and past lights are not kept by type and are left out.`,
    pausedMark: 'paused',
    repNote: 'One rep only; queue, moves and the top three are figures of the team and are left out.',
    table: { reps: 'Each rep now', days: 'At the end of each day', weeks: 'Sums by week' },
    noPromise:
      'These figures tell how work is shared and where it has stopped; they judge nobody and predict no sale.',
    supervisorOnly: {
      title: 'This page is for the supervisor',
      text: 'The team dashboard shows everybody’s load and progress; only supervisors can open it. Your tasks and your health report are on your own page.',
      back: 'See my tasks',
    },
  },
};

const CATALOGS: Readonly<Record<Language, DashboardWords>> = { 'zh-CN': zh, en };

export const dashboardWords = (language: Language): DashboardWords => CATALOGS[language];
