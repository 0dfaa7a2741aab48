import type { Language } from '../domain/rep.ts';

/** What a number counts. Each is a list of tasks that are open now. */
export const TASK_LISTS = [
  'open',
  'red',
  'yellow',
  'green',
  'stale',
  'progressed',
  'waiting',
  'unowned',
  'key',
  'hard',
] as const;
export type TaskListName = (typeof TASK_LISTS)[number];

/** The words of the page that lists the tasks behind a number. */
interface TaskListWords {
  readonly name: Readonly<Record<TaskListName, string>>;
  readonly mine: string;
  readonly title: (list: string, count: number) => string;
  readonly points: (sum: string) => string;
  readonly none: string;
  readonly more: (count: number) => string;
  readonly column: Readonly<Record<'task' | 'owner' | 'type' | 'points' | 'light' | 'days', string>>;
  readonly nobody: string;
  readonly back: string;
  readonly all: string;
}

const zh: TaskListWords = {
  name: {
    open: '进行中的任务',
    red: '红灯任务',
    yellow: '黄灯任务',
    green: '绿灯任务',
    stale: '好几天没动静的任务',
    progressed: '7 天内有进展的任务',
    waiting: '排队的任务',
    unowned: '没有负责人的任务',
    key: '重点项目',
    hard: '难任务（攻坚与取舍）',
  },
  mine: '我带的人',
  title: (list, count) => `${list}：${count} 个`,
  points: (sum) => `负荷分合计 ${sum}`,
  none: '现在没有这样的任务。点开的数字可能是之前的。',
  more: (count) => `……还有 ${count} 个，任务页上都有。`,
  column: {
    task: '客户 · 任务',
    owner: '负责人',
    type: '类型',
    points: '负荷分',
    light: '灯',
    days: '没进展（天）',
  },
  nobody: '没有人',
  back: '回团队看板',
  all: '看我的全部任务',
};

const en: TaskListWords = {
  name: {
    open: 'Open tasks',
    red: 'Tasks on red',
    yellow: 'Tasks on yellow',
    green: 'Tasks on green',
    stale: 'Tasks that have gone quiet',
    progressed: 'Tasks that progressed in the last 7 days',
    waiting: 'Waiting tasks',
    unowned: 'Tasks that nobody owns',
    key: 'Key tasks',
    hard: 'Hard tasks (strategic and selective)',
  },
  mine: 'my reps',
  title: (list, count) => `${list}: ${count}`,
  points: (sum) => `load points in all: ${sum}`,
  none: 'There is no such task now. The number that led here may be an earlier one.',
  more: (count) => `… and ${count} more, all of them on the Tasks tab.`,
  column: {
    task: 'Customer · task',
    owner: 'Owner',
    type: 'Type',
    points: 'Load points',
    light: 'Light',
    days: 'Days without progress',
  },
  nobody: 'nobody',
  back: 'Back to the dashboard',
  all: 'See all my tasks',
};

const CATALOGS: Readonly<Record<Language, TaskListWords>> = { 'zh-CN': zh, en };

export const taskListWords = (language: Language): TaskListWords => CATALOGS[language];
