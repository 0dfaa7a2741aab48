import type { Language } from '../domain/rep.ts';
import type { TaskType } from '../domain/task.ts';
import { points } from './numbers.ts';

/** The words of the supervisor's mail. Subjects are spoken language: what happened, to whom, how much. */
interface MailWords {
  readonly greeting: (name: string) => string;
  readonly subject: {
    readonly overload: (name: string, load: number, limit: number, others: number) => string;
    readonly overLimit: (name: string, load: number) => string;
    readonly nobodyFree: string;
    readonly stale: (count: number, reps: number) => string;
    readonly upgraded: (customer: string, to: string) => string;
  };
  readonly heading: Readonly<Record<'overload' | 'overLimit' | 'nobodyFree' | 'stale' | 'upgraded', string>>;
  readonly overload: (name: string, load: number, limit: number, keys: number, keyLimit: number) => string;
  readonly noRelief: string;
  readonly relief: (task: string, to: string) => string;
  /** Follows a suggestion: its main reason. */
  readonly mainly: (reason: string) => string;
  readonly overLimit: (name: string, load: number, limit: number, task: string) => string;
  readonly nobodyFree: (waiting: number) => string;
  readonly nearest: (name: string, load: number, resumeAt: number) => string;
  readonly nearestByKeys: (name: string, keys: number, keyLimit: number) => string;
  readonly nobodyAtAll: string;
  readonly staleRep: (name: string, count: number) => string;
  readonly staleTask: (task: string, days: number, type: TaskType) => string;
  readonly more: (count: number) => string;
  readonly upgraded: (task: string, owner: string, to: string) => string;
  readonly why: Readonly<Record<'overload' | 'stale' | 'nobodyFree' | 'overLimit' | 'upgraded', string>>;
  readonly open: string;
  readonly openPage: string;
  readonly footer: string;
}

const typeZh: Readonly<Record<TaskType, string>> = {
  strategic: '攻坚',
  growth: '成长',
  volume: '练手',
  selective: '取舍',
};

const zh: MailWords = {
  greeting: (name) => `${name}，你好：`,
  subject: {
    overload: (name, load, limit, others) =>
      `${name}${others > 0 ? `等 ${others + 1} 人` : ''}超载了：负荷 ${points(load)}，上限 ${points(limit)}`,
    overLimit: (name, load) => `${name}又接了新任务，负荷已到 ${points(load)}`,
    nobodyFree: '现在没有人有余量，新任务在排队',
    stale: (count, reps) => `${count} 个项目好几天没动静了（涉及 ${reps} 人）`,
    upgraded: (customer, to) => `${customer}升级了，可能更适合${to}`,
  },
  heading: {
    overload: '超载，已暂停接收新任务',
    overLimit: '超过上限仍然分配',
    nobodyFree: '全员没有余量',
    stale: '长时间没有进展',
    upgraded: '客户升级，有更合适的人',
  },
  overload: (name, load, limit, keys, keyLimit) =>
    `${name}：负荷 ${points(load)}（上限 ${points(limit)}），重点项目 ${keys} 个（上限 ${keyLimit}）`,
  noRelief: '目前没有人能接手；有人腾出余量后会再给出建议。',
  relief: (task, to) => `可以把“${task}”转给${to}`,
  mainly: (reason) => `（主要因为：${reason}）`,
  overLimit: (name, load, limit, task) => `${name}拿到“${task}”后负荷 ${points(load)}，上限 ${points(limit)}`,
  nobodyFree: (waiting) => `${waiting} 个任务在等人。`,
  nearest: (name, load, resumeAt) =>
    `最接近的是${name}：负荷 ${points(load)}，降到 ${points(resumeAt)} 就能接。`,
  nearestByKeys: (name, keys, keyLimit) =>
    `最接近的是${name}：重点项目 ${keys} 个，降到 ${keyLimit} 个就能接。`,
  nobodyAtAll: '团队里目前没有在岗的销售。',
  staleRep: (name, count) => `${name}（${count} 个）`,
  staleTask: (task, days, type) => `${task}：${days} 天没有进展（${typeZh[type]}）`,
  more: (count) => `……还有 ${count} 个`,
  upgraded: (task, owner, to) => `“${task}”：${owner} → ${to}？`,
  why: {
    overload: '为什么收到：负荷指数或重点项目数超过规则页里的上限。',
    stale: '为什么收到：这些任务超过规则页里的红灯天数没有进展；同一任务到下一个间隔才会再提。',
    nobodyFree: '为什么收到：有任务没人能接。有人腾出余量之前只提醒这一次。',
    overLimit: '为什么收到：有人手工把任务分给了已到上限的同事，这是允许的，只是提醒。',
    upgraded: '为什么收到：客户价值升了一级，系统重新评估了负责人。',
  },
  open: '打开看板',
  openPage: '在手机上看团队（只给你一个人的链接，14 天内有效）',
  footer: '配能按规则页的设定发出此邮件。每次巡检最多一封。',
};

const typeEn: Readonly<Record<TaskType, string>> = {
  strategic: 'strategic',
  growth: 'growth',
  volume: 'volume',
  selective: 'selective',
};

const en: MailWords = {
  greeting: (name) => `Hello ${name},`,
  subject: {
    overload: (name, load, limit, others) =>
      `${name}${others > 0 ? ` and ${others} more` : ''} overloaded: load ${points(load)}, limit ${points(limit)}`,
    overLimit: (name, load) => `${name} was given more: load is now ${points(load)}`,
    nobodyFree: 'Nobody has room right now, new tasks are waiting',
    stale: (count, reps) =>
      `${count} ${count === 1 ? 'deal has' : 'deals have'} gone quiet (${reps} ${reps === 1 ? 'rep' : 'reps'})`,
    upgraded: (customer, to) => `${customer} was upgraded and may suit ${to} better`,
  },
  heading: {
    overload: 'Overloaded: new work is paused',
    overLimit: 'Assigned over the limit',
    nobodyFree: 'Nobody has room',
    stale: 'No progress for a while',
    upgraded: 'Upgraded, and somebody fits better',
  },
  overload: (name, load, limit, keys, keyLimit) =>
    `${name}: load ${points(load)} (limit ${points(limit)}), ${keys} key tasks (limit ${keyLimit})`,
  noRelief: 'Nobody can take anything over right now; suggestions follow when somebody has room.',
  relief: (task, to) => `"${task}" could go to ${to}`,
  mainly: (reason) => ` (mainly: ${reason})`,
  overLimit: (name, load, limit, task) =>
    `${name} is at ${points(load)} with "${task}", limit ${points(limit)}`,
  nobodyFree: (waiting) => (waiting === 1 ? '1 task is waiting.' : `${waiting} tasks are waiting.`),
  nearest: (name, load, resumeAt) =>
    `${name} is nearest: load ${points(load)}, free again at ${points(resumeAt)}.`,
  nearestByKeys: (name, keys, keyLimit) =>
    `${name} is nearest: ${keys} key tasks, free again at ${keyLimit}.`,
  nobodyAtAll: 'No rep of the team is at work.',
  staleRep: (name, count) => `${name} (${count})`,
  staleTask: (task, days, type) => `${task}: ${days} days without progress (${typeEn[type]})`,
  more: (count) => `… and ${count} more`,
  upgraded: (task, owner, to) => `"${task}": ${owner} → ${to}?`,
  why: {
    overload: 'Why you get this: load index or key tasks are above the limits on the Rules tab.',
    stale:
      'Why you get this: these tasks went past the red line of the Rules tab. Each is raised again only at the next interval.',
    nobodyFree:
      'Why you get this: there are tasks that nobody can take. You are told once until somebody has room.',
    overLimit:
      'Why you get this: somebody assigned a task by hand over the limit. That is allowed; this is a reminder.',
    upgraded: 'Why you get this: the customer value went up, so the owner was reassessed.',
  },
  open: 'Open the board',
  openPage: 'The team on your phone (a link for you alone, works for 14 days)',
  footer: 'Sent by Peineng as the Rules tab says. At most one mail per sweep.',
};

const CATALOGS: Readonly<Record<Language, MailWords>> = { 'zh-CN': zh, en };
export const mailWords = (language: Language): MailWords => CATALOGS[language];
