import type { Language } from '../domain/rep.ts';
import type { Cause } from '../domain/suggestion.ts';
import type { TaskType } from '../domain/task.ts';
import { points } from './numbers.ts';

/** What a row of the Tasks and Team tabs says. Spoken language: a colleague would say it so (article, rule ②). */
interface TaskWords {
  readonly type: Readonly<Record<TaskType, string>>;
  readonly proposed: (type: string, value: string | null, difficulty: string | null) => string;
  readonly askOwner: (owner: string, to: string, because: string) => string;
  readonly askNobody: (to: string, because: string) => string;
  readonly because: Readonly<Record<Cause, string>>;
  readonly loadAfter: (to: string, before: number, after: number, limit: number) => string;
  readonly waiting: string;
  readonly waitingAt: (position: number) => string;
  readonly ownSourced: string;
  readonly budget: (freeOn: string) => string;
  readonly needsSupervisor: string;
  readonly selective: string;
  readonly snoozed: (until: string) => string;
  readonly overLimit: (name: string, load: number, limit: number) => string;
  readonly repFree: (load: number, limit: number) => string;
  readonly repPaused: (load: number, limit: number, resumeAt: number) => string;
  readonly repPausedByKeys: (keys: number, limit: number) => string;
  readonly repAway: (until: string | null) => string;
  readonly repLeft: string;
  readonly supervisor: string;
  readonly undoRefused: string;
}

const zh: TaskWords = {
  type: { strategic: '攻坚', growth: '成长', volume: '练手', selective: '取舍' },
  proposed: (type, value, difficulty) =>
    `${type}（建议：${[value && `价值${value}`, difficulty && `难度${difficulty}`].filter(Boolean).join('、')}，待确认）`,
  askOwner: (owner, to, because) => `${owner}，你手上这个项目可能更适合${to}，要不要转给 TA？${because}`,
  askNobody: (to, because) => `这个项目建议交给${to}。${because}`,
  because: {
    NEW_TASK: '新任务还没有负责人。',
    VALUE_UP: '客户评级升级了，重新看了一遍谁最合适。',
    OVERLOAD: '你的负荷已经超过上限。',
    CAPACITY_FREED: '刚好有人腾出了余量。',
    OWNER_AWAY: '负责人目前不在岗。',
    LEAVE_OVER: '原负责人已返岗，这个项目本来就是 TA 的。',
    TAGS_CHANGED: '标签有变化，重新看了一遍谁最合适。',
  },
  loadAfter: (to, before, after, limit) =>
    `（${to}的负荷 ${points(before)} → ${points(after)}，上限 ${points(limit)}）`,
  waiting: '排队中：现在没有人有余量，一有余量就按先后顺序安排。',
  waitingAt: (position) => `排队第 ${position} 位：现在没有人有余量，一有余量就按先后顺序安排。`,
  ownSourced: '自带客户：按规则留在带来的人手上，不建议换人。',
  budget: (freeOn) => `这个客户最近换人太多：${freeOn} 之前不再建议换人。`,
  needsSupervisor: '这个客户最近换过人，须由主管同意。',
  selective: '中低价值又难跟：请主管决定批量运营还是放弃。',
  snoozed: (until) => `已选“稍后”，${until} 再提醒。`,
  overLimit: (name, load, limit) => `注意：${name}的负荷已到 ${points(load)}，超过上限 ${points(limit)}。`,
  repFree: (load, limit) => `还有 ${points(Math.max(0, limit - load))} 分余量`,
  repPaused: (load, limit, resumeAt) =>
    load > limit
      ? `负荷 ${points(load)}，超过上限 ${points(limit)}，已暂停接收新任务；降到 ${points(resumeAt)} 恢复`
      : `负荷 ${points(load)}，仍在暂停接收新任务；降到 ${points(resumeAt)} 恢复`,
  repPausedByKeys: (keys, limit) => `重点项目 ${keys} 个，超过上限 ${limit} 个，已暂停接收新任务`,
  repAway: (until) => (until === null ? '休假中，不安排新任务' : `休假中，${until} 返岗，期间不安排新任务`),
  repLeft: '已离职，不安排新任务',
  supervisor: '主管，不参与自动分配',
  undoRefused: '不能撤销了：之后又有新的变动。',
};

const en: TaskWords = {
  type: { strategic: 'Strategic', growth: 'Growth', volume: 'Volume', selective: 'Selective' },
  proposed: (type, value, difficulty) =>
    `${type} (proposed: ${[value && `value ${value}`, difficulty && `difficulty ${difficulty}`].filter(Boolean).join(', ')}; please confirm)`,
  askOwner: (owner, to, because) => `${owner}, this one may suit ${to} better. Hand it over? ${because}`,
  askNobody: (to, because) => `${to} looks right for this one. ${because}`,
  because: {
    NEW_TASK: 'It has no owner yet.',
    VALUE_UP: 'The customer was upgraded, so we looked again at who fits best.',
    OVERLOAD: 'You are above the load limit.',
    CAPACITY_FREED: 'Somebody just got room.',
    OWNER_AWAY: 'Its owner is away.',
    LEAVE_OVER: 'Whoever had it before the leave is back.',
    TAGS_CHANGED: 'Tags changed, so fit was looked at again.',
  },
  loadAfter: (to, before, after, limit) =>
    `(load of ${to} ${points(before)} → ${points(after)}, limit ${points(limit)})`,
  waiting: 'Waiting: nobody has room right now. It goes out in turn as soon as somebody does.',
  waitingAt: (position) =>
    `No. ${position} in the queue: nobody has room right now. It goes out in turn as soon as somebody does.`,
  ownSourced: 'Own-sourced: it stays with whoever brought it, so no move is suggested.',
  budget: (freeOn) => `This customer changed hands too often lately: no move is suggested before ${freeOn}.`,
  needsSupervisor: ' This customer changed hands lately: a supervisor has to agree.',
  selective: 'Lower value and hard to win: the supervisor decides whether to batch or drop it.',
  snoozed: (until) => `Snoozed until ${until}.`,
  overLimit: (name, load, limit) =>
    `Careful: ${name} is now at ${points(load)}, above the limit of ${points(limit)}.`,
  repFree: (load, limit) => `Room for ${points(Math.max(0, limit - load))} points`,
  repPaused: (load, limit, resumeAt) =>
    load > limit
      ? `Load ${points(load)} is above the limit of ${points(limit)}: new work is paused until ${points(resumeAt)}`
      : `Paused at load ${points(load)}: new work resumes at ${points(resumeAt)}`,
  repPausedByKeys: (keys, limit) => `${keys} key tasks are above the limit of ${limit}: new work is paused`,
  repAway: (until) => (until === null ? 'On leave: no new work' : `On leave until ${until}: no new work`),
  repLeft: 'Left: no new work',
  supervisor: 'Supervisor: not part of automatic assignment',
  undoRefused: 'Cannot be undone: something changed since.',
};

const CATALOGS: Readonly<Record<Language, TaskWords>> = { 'zh-CN': zh, en };
export const taskWords = (language: Language): TaskWords => CATALOGS[language];
