import type { Language } from '../domain/rep.ts';
import type { TaskType } from '../domain/task.ts';
import { points } from './numbers.ts';
import { taskWords } from './task-words.ts';

/** What a mail about a handover asks of its reader. */
export const HANDOVER_ASKS = ['write', 'read', 'writeLate', 'readLate', 'release'] as const;
export type HandoverAsk = (typeof HANDOVER_ASKS)[number];

/**
 * The words of mails. Subjects are spoken language, as a colleague would write them: what happened, to whom, how
 * much. Every section says why its reader gets it.
 */
export interface MailWords {
  readonly brand: string;
  readonly greeting: (name: string) => string;
  readonly more: (count: number) => string;
  /** Follows a suggestion: its main reason. */
  readonly mainly: (reason: string) => string;
  readonly move: (task: string, owner: string, to: string) => string;
  /** Title of a folded receipt. */
  readonly receipt: (task: string, to: string) => string;
  readonly seeSuggestion: string;
  readonly seeSuggestions: string;
  readonly seeTeam: string;
  readonly seeQueue: string;
  readonly seeRep: (name: string) => string;
  readonly seeTasksTab: string;
  readonly seeTeamTab: string;
  readonly open: string;
  readonly openTeam: string;
  readonly openTasks: string;
  readonly preferences: string;
  readonly footer: { readonly page: string; readonly board: string };
  readonly suggestion: {
    readonly subject: {
      readonly give: (customer: string, to: string) => string;
      readonly take: (customer: string) => string;
      readonly many: (count: number) => string;
    };
    readonly heading: string;
    readonly open: string;
    readonly openAll: string;
    readonly why: string;
  };
  readonly overload: {
    readonly subject: (name: string, load: number, limit: number, others: number) => string;
    readonly heading: string;
    readonly line: (name: string, load: number, limit: number, keys: number, keyLimit: number) => string;
    readonly noRelief: string;
    readonly relief: (task: string, to: string) => string;
    readonly why: string;
    /** Given more by hand although above a limit. */
    readonly overSubject: (name: string, load: number) => string;
    readonly overHeading: string;
    readonly overLine: (name: string, load: number, limit: number, task: string) => string;
    readonly overWhy: string;
  };
  readonly nobodyFree: {
    readonly subject: string;
    readonly heading: string;
    readonly line: (waiting: number) => string;
    readonly nearest: (name: string, load: number, resumeAt: number) => string;
    readonly nearestByKeys: (name: string, keys: number, keyLimit: number) => string;
    readonly nobodyAtAll: string;
    readonly why: string;
  };
  readonly valueUp: {
    readonly subject: (customer: string, to: string) => string;
    readonly heading: string;
    readonly why: string;
  };
  readonly away: {
    readonly subject: (name: string, count: number) => string;
    readonly heading: string;
    readonly why: string;
  };
  readonly handover: {
    readonly subject: Readonly<Record<HandoverAsk, (customer: string, others: number) => string>>;
    readonly heading: string;
    readonly line: Readonly<Record<HandoverAsk, (task: string, from: string, to: string) => string>>;
    readonly action: Readonly<Record<HandoverAsk, string>>;
    readonly open: string;
    readonly why: string;
  };
  readonly stale: {
    readonly subject: (count: number, reps: number) => string;
    readonly heading: string;
    readonly rep: (name: string, count: number) => string;
    readonly task: (task: string, days: number, type: TaskType) => string;
    readonly nobody: string;
    readonly why: string;
  };
}

const moreZh = (others: number): string => (others > 0 ? `（还有 ${others} 个）` : '');
const zh: MailWords = {
  brand: '配能 Peineng',
  greeting: (name) => `${name}，你好：`,
  more: (count) => `……还有 ${count} 个`,
  mainly: (reason) => `（主要因为：${reason}）`,
  move: (task, owner, to) => `“${task}”：${owner} → ${to}？`,
  receipt: (task, to) => `怎么算出来的：${task} → ${to}`,
  seeSuggestion: '看这条建议',
  seeSuggestions: '看全部建议',
  seeTeam: '看团队负荷',
  seeQueue: '看排队的任务',
  seeRep: (name) => `看${name}的情况`,
  seeTasksTab: '去任务页看这些项目',
  seeTeamTab: '去核对团队页',
  open: '打开看板',
  openTeam: '在手机上看团队',
  openTasks: '看我的任务',
  preferences: '选择收哪些邮件、什么时候收',
  footer: {
    page: '邮件里的个人链接只给你一个人用，14 天内有效，请不要转发。打开链接不会改动任何东西。',
    board: '配能按规则页的设定发出此邮件。',
  },
  suggestion: {
    subject: {
      give: (customer, to) => `“${customer}”可能更适合${to}，要不要转？`,
      take: (customer) => `“${customer}”想请你来跟`,
      many: (count) => `有 ${count} 条建议等你看一眼`,
    },
    heading: '等你看一眼的建议',
    open: '看一眼，点一下就好',
    openAll: '看全部建议',
    why: '为什么收到：配能有建议等你答复。接受、保留、过几天再说，都可以。',
  },
  overload: {
    subject: (name, load, limit, others) =>
      `${name}${others > 0 ? `等 ${others + 1} 人` : ''}超载了：负荷 ${points(load)}，上限 ${points(limit)}`,
    heading: '超载，已暂停接收新任务',
    line: (name, load, limit, keys, keyLimit) =>
      `${name}：负荷 ${points(load)}（上限 ${points(limit)}），重点项目 ${keys} 个（上限 ${keyLimit}）`,
    noRelief: '目前没有人能接手；有人腾出余量后会再给出建议。',
    relief: (task, to) => `可以把“${task}”转给${to}`,
    why: '为什么收到：负荷指数或重点项目数超过规则页里的上限。',
    overSubject: (name, load) => `${name}又接了新任务，负荷已到 ${points(load)}`,
    overHeading: '超过上限仍然分配',
    overLine: (name, load, limit, task) =>
      `${name}拿到“${task}”后负荷 ${points(load)}，上限 ${points(limit)}`,
    overWhy: '为什么收到：有人手工把任务分给了已到上限的同事，这是允许的，只是提醒。',
  },
  nobodyFree: {
    subject: '现在没有人有余量，新任务在排队',
    heading: '全员没有余量',
    line: (waiting) => `${waiting} 个任务在等人。`,
    nearest: (name, load, resumeAt) =>
      `最接近的是${name}：负荷 ${points(load)}，降到 ${points(resumeAt)} 就能接。`,
    nearestByKeys: (name, keys, keyLimit) =>
      `最接近的是${name}：重点项目 ${keys} 个，降到 ${keyLimit} 个就能接。`,
    nobodyAtAll: '团队里目前没有在岗的销售。',
    why: '为什么收到：有任务没人能接。有人腾出余量之前只提醒这一次。',
  },
  valueUp: {
    subject: (customer, to) => `${customer}升级了，可能更适合${to}`,
    heading: '客户升级，有更合适的人',
    why: '为什么收到：客户价值升了一级，系统重新评估了负责人。',
  },
  away: {
    subject: (name, count) => `${name}不在，${count} 个项目要不要先请人跟？`,
    heading: '负责人不在岗',
    why: '为什么收到：负责人休假或已离开，替 TA 答复的只能是主管。',
  },
  handover: {
    subject: {
      write: (customer, others) => `${customer}要交接了，请写几句给接手的同事${moreZh(others)}`,
      read: (customer, others) => `${customer}交给你了，先看看交接内容${moreZh(others)}`,
      writeLate: (customer, others) => `${customer}的交接还等着你写${moreZh(others)}`,
      readLate: (customer, others) => `${customer}的交接还等着你确认${moreZh(others)}`,
      release: (customer, others) => `${customer}的交接还没写完，可以带缺口放行${moreZh(others)}`,
    },
    heading: '交接',
    line: {
      write: (task, _from, to) => `“${task}”转给了${to}：请补上客户偏好、沟通要点和潜在顾虑。`,
      read: (task, from) => `“${task}”从${from}转给你：三项都确认看过，联系方式就会打开。`,
      writeLate: (task, _from, to) => `“${task}”：${to}还在等你填写交接。`,
      readLate: (task) => `“${task}”：交接已经写好，确认后才能看到联系方式。`,
      release: (task, from, to) => `“${task}”：${from}还没写完，${to}联系不了客户；需要的话请带缺口放行。`,
    },
    action: {
      write: '去写交接',
      read: '看交接内容',
      writeLate: '去写交接',
      readLate: '去确认',
      release: '看看要不要放行',
    },
    open: '看全部交接',
    why: '为什么收到：任务换了负责人，交接完成前联系方式不开放。',
  },
  stale: {
    subject: (count, reps) => `${count} 个项目好几天没动静了（涉及 ${reps} 人）`,
    heading: '长时间没有进展',
    rep: (name, count) => `${name}（${count} 个）`,
    task: (task, days, type) => `${task}：${days} 天没有进展（${taskWords('zh-CN').type[type]}）`,
    nobody: '没有负责人',
    why: '为什么收到：这些任务超过规则页里的红灯天数没有进展；同一任务到下一个间隔才会再提。',
  },
};

const moreEn = (others: number): string => (others > 0 ? ` (and ${others} more)` : '');
const en: MailWords = {
  brand: 'Peineng 配能',
  greeting: (name) => `Hello ${name},`,
  more: (count) => `… and ${count} more`,
  mainly: (reason) => ` (mainly: ${reason})`,
  move: (task, owner, to) => `"${task}": ${owner} → ${to}?`,
  receipt: (task, to) => `How this was worked out: ${task} → ${to}`,
  seeSuggestion: 'See the suggestion',
  seeSuggestions: 'See all suggestions',
  seeTeam: 'See the load of the team',
  seeQueue: 'See what is waiting',
  seeRep: (name) => `See how ${name} stands`,
  seeTasksTab: 'See these deals on the Tasks tab',
  seeTeamTab: 'Check the Team tab',
  open: 'Open the board',
  openTeam: 'The team on your phone',
  openTasks: 'My tasks',
  preferences: 'Choose which mails you get, and when',
  footer: {
    page: 'The personal links in this mail are for you alone and work for 14 days; please do not forward them. Opening one changes nothing.',
    board: 'Sent by Peineng as the Rules tab says.',
  },
  suggestion: {
    subject: {
      give: (customer, to) => `"${customer}" may suit ${to} better. Hand it over?`,
      take: (customer) => `Would you take "${customer}"?`,
      many: (count) => `${count} suggestions are waiting for you`,
    },
    heading: 'Suggestions waiting for you',
    open: 'Have a look, answer with one tap',
    openAll: 'See all suggestions',
    why: 'Why you get this: a suggestion waits for your answer. Accept, keep or later, as you like.',
  },
  overload: {
    subject: (name, load, limit, others) =>
      `${name}${others > 0 ? ` and ${others} more` : ''} overloaded: load ${points(load)}, limit ${points(limit)}`,
    heading: 'Overloaded: new work is paused',
    line: (name, load, limit, keys, keyLimit) =>
      `${name}: load ${points(load)} (limit ${points(limit)}), ${keys} key tasks (limit ${keyLimit})`,
    noRelief: 'Nobody can take anything over right now; suggestions follow when somebody has room.',
    relief: (task, to) => `"${task}" could go to ${to}`,
    why: 'Why you get this: load index or key tasks are above the limits on the Rules tab.',
    overSubject: (name, load) => `${name} was given more: load is now ${points(load)}`,
    overHeading: 'Assigned over the limit',
    overLine: (name, load, limit, task) =>
      `${name} is at ${points(load)} with "${task}", limit ${points(limit)}`,
    overWhy:
      'Why you get this: somebody assigned a task by hand over the limit. That is allowed; this is a reminder.',
  },
  nobodyFree: {
    subject: 'Nobody has room right now, new tasks are waiting',
    heading: 'Nobody has room',
    line: (waiting) => (waiting === 1 ? '1 task is waiting.' : `${waiting} tasks are waiting.`),
    nearest: (name, load, resumeAt) =>
      `${name} is nearest: load ${points(load)}, free again at ${points(resumeAt)}.`,
    nearestByKeys: (name, keys, keyLimit) =>
      `${name} is nearest: ${keys} key tasks, free again at ${keyLimit}.`,
    nobodyAtAll: 'No rep of the team is at work.',
    why: 'Why you get this: there are tasks that nobody can take. You are told once until somebody has room.',
  },
  valueUp: {
    subject: (customer, to) => `${customer} was upgraded and may suit ${to} better`,
    heading: 'Upgraded, and somebody fits better',
    why: 'Why you get this: the customer value went up, so the owner was reassessed.',
  },
  away: {
    subject: (name, count) =>
      `${name} is away: who looks after ${count === 1 ? 'one deal' : `${count} deals`}?`,
    heading: 'The owner is away',
    why: 'Why you get this: the owner is on leave or gone, so only a supervisor can answer for them.',
  },
  handover: {
    subject: {
      write: (customer, others) =>
        `${customer} is moving on: a few words for your colleague${moreEn(others)}`,
      read: (customer, others) => `${customer} is yours now: please read the handover${moreEn(others)}`,
      writeLate: (customer, others) => `The handover of ${customer} waits for you to write${moreEn(others)}`,
      readLate: (customer, others) => `The handover of ${customer} waits for you to confirm${moreEn(others)}`,
      release: (customer, others) =>
        `The handover of ${customer} is unfinished and may be released${moreEn(others)}`,
    },
    heading: 'Handovers',
    line: {
      write: (task, _from, to) =>
        `"${task}" went to ${to}: please add the customer's preferences, highlights and open concerns.`,
      read: (task, from) =>
        `"${task}" came to you from ${from}: confirm all three items and the contact opens.`,
      writeLate: (task, _from, to) => `"${task}": ${to} is still waiting for your handover.`,
      readLate: (task) => `"${task}": the handover is written; the contact opens when you confirm it.`,
      release: (task, from, to) =>
        `"${task}": ${from} has not finished writing, so ${to} cannot reach the customer. Release with gaps if need be.`,
    },
    action: {
      write: 'Write the handover',
      read: 'Read the handover',
      writeLate: 'Write the handover',
      readLate: 'Confirm it',
      release: 'Look whether to release it',
    },
    open: 'See all handovers',
    why: 'Why you get this: a deal changed hands, and the contact stays closed until the handover is done.',
  },
  stale: {
    subject: (count, reps) =>
      `${count} ${count === 1 ? 'deal has' : 'deals have'} gone quiet (${reps} ${reps === 1 ? 'rep' : 'reps'})`,
    heading: 'No progress for a while',
    rep: (name, count) => `${name} (${count})`,
    task: (task, days, type) =>
      `${task}: ${days} days without progress (${taskWords('en').type[type].toLowerCase()})`,
    nobody: 'No owner',
    why: 'Why you get this: these tasks went past the red line of the Rules tab. Each is raised again only at the next interval.',
  },
};

const CATALOGS: Readonly<Record<Language, MailWords>> = { 'zh-CN': zh, en };
export const mailWords = (language: Language): MailWords => CATALOGS[language];
