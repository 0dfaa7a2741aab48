import type { Language, Tier } from '../domain/rep.ts';
import { points } from './numbers.ts';
import { spell } from './spellings.ts';

/** The words of the regular reports, of what of the board could not be read, and of a rescue plan. */
interface ReportMailWords {
  readonly report: {
    readonly subject: (red: number, yellow: number, open: number) => string;
    readonly heading: string;
    readonly what: string;
    readonly now: string;
    readonly lights: string;
    readonly lightsNow: (red: number, yellow: number, green: number) => string;
    readonly load: string;
    readonly keyTasks: string;
    readonly ofLimit: (value: number, limit: number) => string;
    readonly handovers: string;
    readonly suggestions: string;
    readonly points: string;
    readonly pointsNow: (inMonth: number, inPeriod: number) => string;
    readonly risk: (task: string, days: number) => string;
    readonly see: string;
    readonly open: string;
    readonly why: string;
  };
  readonly digest: {
    readonly subject: (red: number, paused: number, waiting: number) => string;
    readonly heading: string;
    readonly head: readonly [string, string, string, string];
    readonly lights: (red: number, yellow: number, green: number) => string;
    readonly ofLimit: (load: number, limit: number) => string;
    readonly ofOpen: (progressed: number, open: number) => string;
    readonly away: string;
    readonly paused: string;
    readonly moreReps: (count: number) => string;
    readonly week: (created: number, won: number, lost: number, progressed: number, moves: number) => string;
    readonly waiting: (count: number, since: string | null) => string;
    readonly unowned: (count: number) => string;
    readonly stale: (count: number) => string;
    readonly staleTask: (rep: string, task: string, days: number) => string;
    readonly moves: (perTask: number) => string;
    readonly topThree: (percent: number) => string;
    readonly hard: string;
    readonly hardOf: (tier: Tier, percent: number) => string;
    readonly see: Readonly<Record<'list' | 'audit' | 'queue' | 'moves' | 'dashboard', string>>;
    readonly why: string;
  };
  readonly setUp: {
    readonly subject: (rules: number, rows: number) => string;
    readonly restoredSubject: (tabs: string) => string;
    readonly restored: (tabs: string) => string;
    readonly restoredWhy: string;
    readonly heading: string;
    readonly rule: (name: string, problem: string) => string;
    readonly rules: (count: number) => string;
    readonly rows: (tab: string, count: number) => string;
    readonly row: (row: number, note: string) => string;
    readonly openRules: string;
    readonly openTab: (tab: string) => string;
    readonly why: string;
  };
  readonly plan: {
    readonly subject: (swaps: number) => string;
    readonly heading: string;
    readonly bound: (percent: number) => string;
    readonly swap: (position: number, task: string, from: string, to: string) => string;
    readonly gain: (gain: number) => string;
    readonly open: string;
    readonly why: string;
  };
}

const zh: ReportMailWords = {
  report: {
    subject: (red, yellow, open) =>
      red > 0
        ? `这周有 ${red} 个红灯，先看最久没动静的`
        : yellow > 0
          ? `这周没有红灯，${yellow} 个黄灯推一推就好`
          : open > 0
            ? `这周 ${open} 个任务都是绿灯，保持住`
            : '手上没有任务，可以接新的了',
    heading: '我的任务健康报告',
    what: '项目',
    now: '现在',
    lights: '红黄绿灯',
    lightsNow: (red, yellow, green) => `红 ${red}，黄 ${yellow}，绿 ${green}`,
    load: '负荷',
    keyTasks: '重点项目',
    ofLimit: (value, limit) => `${points(value)}，上限 ${points(limit)}`,
    handovers: '待办交接',
    suggestions: '待答复建议',
    points: '挑战积分',
    pointsNow: (inMonth, inPeriod) => `本月 ${points(inMonth)}，本期 ${points(inPeriod)}`,
    risk: (task, days) => `${task}：${days} 天没有进展`,
    see: '去看这个任务',
    open: '看完整报告',
    why: '为什么收到：每周一次的健康报告。不想要的话，在下面的“选择收哪些邮件”里关掉。',
  },
  digest: {
    subject: (red, paused, waiting) => {
      const parts = [
        red > 0 ? `${red} 个红灯` : '',
        paused > 0 ? `${paused} 人超载` : '',
        waiting > 0 ? `${waiting} 个任务在排队` : '',
      ].filter((part) => part !== '');
      return parts.length === 0 ? '团队周报：这周都在正轨上' : `团队周报：${parts.join('，')}`;
    },
    heading: '团队周报',
    head: ['成员', '负荷', '红黄绿灯', '7 天内有进展'],
    lights: (red, yellow, green) => `红 ${red} 黄 ${yellow} 绿 ${green}`,
    ofLimit: (load, limit) => `${points(load)} / ${points(limit)}`,
    ofOpen: (progressed, open) => `${progressed} / ${open}`,
    away: '（休假）',
    paused: '（已暂停）',
    moreReps: (count) => `……还有 ${count} 人`,
    week: (created, won, lost, progressed, moves) =>
      `最近 7 天：新增 ${created}，有进展 ${progressed}，赢单 ${won}，丢单 ${lost}，换人 ${moves}`,
    waiting: (count, since) =>
      count === 0
        ? '没有任务在排队。'
        : `${count} 个任务在排队${since === null ? '' : `，最早的从 ${since} 开始等`}`,
    unowned: (count) => `没有负责人的任务：${count} 个`,
    stale: (count) => (count === 0 ? '没有亮黄灯或红灯的任务。' : `好几天没动静的任务：${count} 个`),
    staleTask: (rep, task, days) => `${task}（${rep}）：${days} 天`,
    moves: (perTask) => `每个任务每月换人 ${points(perTask)} 次`,
    topThree: (percent) => `负荷最重的三人承担了全队负荷的 ${percent}%`,
    hard: '难任务（攻坚与取舍）在手上任务里的占比',
    hardOf: (tier, percent) => `${spell('tier', tier, 'zh-CN')}：${percent}%`,
    see: {
      list: '看这些任务',
      audit: '看留痕页',
      queue: '看排队的任务',
      moves: '看最近的转手',
      dashboard: '看团队看板',
    },
    why: '为什么收到：每周一次的团队周报。不想要的话，在下面的“选择收哪些邮件”里关掉。',
  },
  setUp: {
    subject: (rules, rows) =>
      rules > 0 ? `规则页有 ${rules} 处没看懂，先按上一版执行` : `有 ${rows} 行没读懂，先按原来的处理`,
    restoredSubject: (tabs) => `${tabs}页缺了内容，已经补回来了`,
    restored: (tabs) => `${tabs}页被删掉或缺了列，重新设置时已按最后记下的内容补回。请看一眼对不对。`,
    restoredWhy: '为什么收到：有人删掉了页签或列，又重新运行了“设置”。',
    heading: '看板上有没读懂的地方',
    rule: (name, problem) => `${name}：${problem}`,
    rules: (count) => `规则页：${count} 处`,
    rows: (tab, count) => `${tab}页：${count} 行`,
    row: (row, note) => `第 ${row} 行：${note}`,
    openRules: '去改规则页',
    openTab: (tab) => `去改${tab}页`,
    why: '为什么收到：这些内容改好之前不会生效，什么都没有丢。同样的问题只提醒一次。',
  },
  plan: {
    subject: (swaps) => `救急方案算好了：换 ${swaps} 处就能缓过来`,
    heading: '救急方案',
    bound: (percent) => `与可能的最好结果相差不超过 ${points(percent)}%。`,
    swap: (position, task, from, to) => `${position}. ${task}：${from} → ${to}`,
    gain: (gain) => `匹配度 +${points(gain)}`,
    open: '逐条看，逐条同意',
    why: '为什么收到：有人请配能为全队算一个方案。每一处都由你单独同意，不同意就不动。',
  },
};

const en: ReportMailWords = {
  report: {
    subject: (red, yellow, open) =>
      red > 0
        ? `${red} on red this week: start with the quietest`
        : yellow > 0
          ? `Nothing on red this week, ${yellow} could do with a push`
          : open > 0
            ? `All green this week (${open}). Keep it up`
            : 'Nothing in hand: you have room for new work',
    heading: 'My task health report',
    what: 'What',
    now: 'Now',
    lights: 'Lights',
    lightsNow: (red, yellow, green) => `${red} red, ${yellow} yellow, ${green} green`,
    load: 'Load',
    keyTasks: 'Key tasks',
    ofLimit: (value, limit) => `${points(value)}, limit ${points(limit)}`,
    handovers: 'Handovers to do',
    suggestions: 'Suggestions to answer',
    points: 'Challenge points',
    pointsNow: (inMonth, inPeriod) => `${points(inMonth)} this month, ${points(inPeriod)} this period`,
    risk: (task, days) => `${task}: ${days} days without progress`,
    see: 'See this task',
    open: 'See the whole report',
    why: 'Why you get this: your weekly health report. If you do not want it, choose so with the link below.',
  },
  digest: {
    subject: (red, paused, waiting) => {
      const parts = [
        red > 0 ? `${red} on red` : '',
        paused > 0 ? `${paused} overloaded` : '',
        waiting > 0 ? `${waiting} waiting` : '',
      ].filter((part) => part !== '');
      return parts.length === 0
        ? 'Your team this week: all on track'
        : `Your team this week: ${parts.join(', ')}`;
    },
    heading: 'Team digest',
    head: ['Rep', 'Load', 'Lights', 'Progress in 7 days'],
    lights: (red, yellow, green) => `${red} red, ${yellow} yellow, ${green} green`,
    ofLimit: (load, limit) => `${points(load)} / ${points(limit)}`,
    ofOpen: (progressed, open) => `${progressed} / ${open}`,
    away: ' (away)',
    paused: ' (paused)',
    moreReps: (count) => `… and ${count} more`,
    week: (created, won, lost, progressed, moves) =>
      `Last 7 days: ${created} new, ${progressed} progressed, ${won} won, ${lost} lost, ${moves} changed hands`,
    waiting: (count, since) =>
      count === 0
        ? 'Nothing is waiting.'
        : `${count} ${count === 1 ? 'task is' : 'tasks are'} waiting${since === null ? '' : `, the oldest since ${since}`}`,
    unowned: (count) => `Tasks without an owner: ${count}`,
    stale: (count) => (count === 0 ? 'Nothing on yellow or red.' : `Quiet for days: ${count}`),
    staleTask: (rep, task, days) => `${task} (${rep}): ${days} days`,
    moves: (perTask) => `Changes of owner per task and month: ${points(perTask)}`,
    topThree: (percent) => `The three most loaded carry ${percent}% of the team's load`,
    hard: 'Share of hard tasks (strategic and selective) in hand',
    hardOf: (tier, percent) => `${spell('tier', tier, 'en')}: ${percent}%`,
    see: {
      list: 'See these tasks',
      audit: 'See the Audit tab',
      queue: 'See what is waiting',
      moves: 'See the latest moves',
      dashboard: 'See the dashboard',
    },
    why: 'Why you get this: the weekly digest of your team. If you do not want it, choose so with the link below.',
  },
  setUp: {
    subject: (rules, rows) =>
      rules > 0
        ? `${rules} ${rules === 1 ? 'rule makes' : 'rules make'} no sense to me, so the last good ones stay`
        : `${rows} rows could not be read, so what was there before stays`,
    restoredSubject: (tabs) => `${tabs}: what was missing is back`,
    restored: (tabs) =>
      `${tabs}: a tab was deleted or had lost a column. Set-up has put back what was last known. Please have a look.`,
    restoredWhy: 'Why you get this: somebody deleted a tab or a column, and set-up was run again.',
    heading: 'Things on the board that could not be read',
    rule: (name, problem) => `${name}: ${problem}`,
    rules: (count) => `Rules tab: ${count}`,
    rows: (tab, count) => `${tab} tab: ${count} rows`,
    row: (row, note) => `Row ${row}: ${note}`,
    openRules: 'Mend the Rules tab',
    openTab: (tab) => `Mend the ${tab} tab`,
    why: 'Why you get this: none of it takes effect until it is mended, and nothing is lost. The same problems are told once.',
  },
  plan: {
    subject: (swaps) =>
      `The rescue plan is ready: ${swaps} ${swaps === 1 ? 'move' : 'moves'} to get everybody breathing`,
    heading: 'Rescue plan',
    bound: (percent) => `At most ${points(percent)}% below the best possible.`,
    swap: (position, task, from, to) => `${position}. ${task}: ${from} → ${to}`,
    gain: (gain) => `fit +${points(gain)}`,
    open: 'Look at each, approve each',
    why: 'Why you get this: somebody asked for a plan for the whole team. You approve each move alone; nothing moves without it.',
  },
};

const CATALOGS: Readonly<Record<Language, ReportMailWords>> = { 'zh-CN': zh, en };
export const reportMailWords = (language: Language): ReportMailWords => CATALOGS[language];
