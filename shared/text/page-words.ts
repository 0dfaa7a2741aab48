import type { ActRefusal } from '../ports/people.ts';
import type { HandoverItemKey } from '../domain/handover.ts';
import type { ContestState } from '../domain/proof.ts';
import type { Language } from '../domain/rep.ts';
import type { Light } from '../domain/task.ts';
import { points } from './numbers.ts';

export type PageView = 'tasks' | 'ask' | 'handover' | 'report' | 'team' | 'dashboard' | 'mail';

/** Why a request was turned away before anything of a board was shown. */
export type DoorProblem = 'ALTERED' | 'EXPIRED' | 'FOREIGN' | 'GONE' | 'BAD_FORM' | 'TROUBLE';

interface Notice {
  readonly title: string;
  readonly text: string;
}

/** The words of the phone pages. Spoken language: a colleague would say it so (article, rule ②). */
export interface PageWords {
  readonly skip: string;
  readonly pages: string;
  readonly view: Readonly<Record<PageView, string>>;
  readonly waitingCount: (count: number) => string;
  readonly light: Readonly<Record<Light, string>>;
  readonly door: Readonly<Record<DoorProblem, Notice>>;
  readonly backToPage: string;
  readonly load: (load: number, limit: number) => string;
  /** `name` null: the reader's own. */
  readonly loadChange: (name: string | null, before: number, after: number, limit: number) => string;
  readonly keyTasks: (keys: number, limit: number) => string;
  readonly paused: (resumeAt: number) => string;
  readonly turn: (place: number, of: number) => string;
  readonly myTasks: (count: number) => string;
  readonly noTasks: string;
  readonly taskLine: (type: string, points: number) => string;
  readonly idle: (days: number) => string;
  readonly partner: (name: string) => string;
  readonly seeSuggestions: (count: number) => string;
  readonly noSuggestion: string;
  readonly ofMany: (position: number, count: number) => string;
  readonly from: string;
  readonly nobody: string;
  readonly to: string;
  readonly why: string;
  readonly theReason: string;
  readonly details: string;
  readonly fits: string;
  readonly overLoad: (name: string, limit: number) => string;
  readonly overKeys: (name: string, keys: number, limit: number) => string;
  readonly ownOver: string;
  readonly wayBack: Readonly<Record<'limit' | 'resume', (to: number) => string>>;
  readonly wayBackTo: (load: number) => string;
  readonly staysPaused: (resumeAt: number) => string;
  readonly noWayBack: string;
  readonly snoozedUntil: (day: string) => string;
  readonly accept: Readonly<Record<'owner' | 'candidate' | 'supervisor', (to: string) => string>>;
  readonly keep: Readonly<Record<'owner' | 'candidate' | 'supervisor', string>>;
  readonly snooze: string;
  readonly next: string;
  readonly undo: string;
  readonly done: {
    readonly accept: (task: string, to: string) => string;
    readonly keep: (task: string) => string;
    readonly snooze: (task: string) => string;
    readonly undo: string;
    readonly write: string;
    readonly confirm: string;
    readonly release: string;
    readonly contact: string;
    readonly mail: string;
    readonly contest: string;
    readonly uphold: string;
    readonly withdraw: string;
    readonly title: string;
    readonly toldLater: string;
  };
  readonly repeated: Notice;
  readonly refused: Notice['title'];
  readonly refusal: Readonly<Record<ActRefusal, string>>;
  readonly handover: {
    readonly none: string;
    readonly between: (from: string, to: string) => string;
    readonly item: Readonly<Record<HandoverItemKey, string>>;
    readonly empty: string;
    readonly draft: string;
    readonly confirmed: string;
    readonly write: string;
    readonly confirmAll: string;
    readonly confirmOne: (item: string) => string;
    readonly release: string;
    readonly due: (when: string) => string;
    readonly overdue: (when: string) => string;
    readonly forTaker: string;
    readonly forGiver: string;
    readonly contact: string;
    readonly contactLocked: string;
    readonly contactKeep: string;
  };
  readonly report: {
    readonly title: string;
    readonly lights: string;
    readonly risks: string;
    readonly noRisks: string;
    readonly nextStep: string;
    readonly risk: (days: number, light: Light) => string;
    readonly points: string;
    readonly pointsText: (inMonth: number, inPeriod: number, from: string) => string;
    readonly handovers: (count: number) => string;
    readonly suggestions: (count: number) => string;
    readonly loadTitle: string;
    readonly more: (count: number) => string;
  };
  readonly team: {
    readonly title: string;
    readonly rep: (open: number, keys: number) => string;
    readonly waiting: string;
    readonly waitingLine: (position: number, since: string) => string;
    readonly nobodyWaits: string;
    readonly noReps: string;
  };
  readonly tags: {
    readonly title: string;
    readonly none: string;
    readonly intro: string;
    readonly contest: string;
    readonly addReason: string;
    readonly reason: string;
    readonly state: Readonly<Record<ContestState, string>>;
    readonly said: (reason: string) => string;
    readonly open: (count: number) => string;
    readonly doubts: (name: string, tag: string) => string;
    readonly uphold: string;
    readonly withdraw: string;
  };
  readonly moves: {
    readonly title: string;
    readonly none: string;
    readonly between: (from: string, to: string) => string;
    readonly by: (when: string, who: string) => string;
    readonly unknown: string;
    readonly rule: string;
    readonly more: (count: number) => string;
    readonly undo: (count: number) => string;
    readonly gone: string;
    readonly partly: (open: number, count: number) => string;
    readonly separator: string;
  };
  readonly backToTeam: string;
  readonly footer: (ends: string) => string;
}

/** At least one decimal, so that a gauge reads 9.0 → 12.0. */
export const gaugeNumber = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(1) : points(value);

const zh: PageWords = {
  skip: '跳到正文',
  pages: '页面',
  view: {
    tasks: '我的任务',
    ask: '建议',
    handover: '交接',
    report: '健康报告',
    team: '团队',
    dashboard: '看板',
    mail: '邮件',
  },
  waitingCount: (count) => `${count} 条待处理`,
  light: { green: '绿灯', yellow: '黄灯', red: '红灯' },
  door: {
    ALTERED: {
      title: '这个链接打不开',
      text: '链接不完整或被改动过。请从最近一封邮件里重新点开，整行复制，不要手工输入。什么都没有改动。',
    },
    EXPIRED: {
      title: '这个链接已过期',
      text: '为了安全，链接只在一段时间内有效。请从最近一封邮件里点开新的链接。什么都没有改动。',
    },
    FOREIGN: {
      title: '这一步不属于这个页面',
      text: '这个按钮是给另一个人或另一个看板的。请从自己的邮件里打开页面。什么都没有改动。',
    },
    GONE: {
      title: '这个页面已经停用',
      text: '看板不在了，或者你已不在这个团队里。有疑问请找主管。什么都没有改动。',
    },
    BAD_FORM: { title: '没看懂这一步', text: '请回到页面，再点一次按钮。什么都没有改动。' },
    TROUBLE: { title: '现在连不上看板', text: '请过一会儿再试。已经点过的操作不会做两遍。' },
  },
  backToPage: '回到我的任务',
  load: (load, limit) => `负荷 ${gaugeNumber(load)}，上限 ${points(limit)}`,
  loadChange: (name, before, after, limit) =>
    `${name === null ? '你' : name}的负荷 ${gaugeNumber(before)} → ${gaugeNumber(after)}，上限 ${points(limit)}`,
  keyTasks: (keys, limit) => `重点项目 ${keys} 个，上限 ${limit} 个`,
  paused: (resumeAt) => `已暂停接收新任务，降到 ${points(resumeAt)} 恢复`,
  turn: (place, of) => `下一个普通新任务，按现在的顺位你排第 ${place}（共 ${of} 人可接）`,
  myTasks: (count) => `手上 ${count} 个任务`,
  noTasks: '现在手上没有任务。',
  taskLine: (type, load) => `${type} · ${points(load)} 分`,
  idle: (days) => (days === 0 ? '今天有进展' : `${days} 天没有进展`),
  partner: (name) => `主管协同：${name}`,
  seeSuggestions: (count) => `有 ${count} 条建议等你看一眼`,
  noSuggestion: '现在没有等你答复的建议。',
  ofMany: (position, count) => `第 ${position} 条，共 ${count} 条`,
  from: '现在',
  nobody: '没有负责人',
  to: '建议',
  why: '为什么',
  theReason: '主要原因',
  details: '看完整依据',
  fits: '转过去之后仍在上限之内。',
  overLoad: (name, limit) => `${name}会超过上限 ${points(limit)}，并暂停接收新任务。`,
  overKeys: (name, keys, limit) => `${name}会有 ${keys} 个重点项目，超过上限 ${limit} 个，并暂停接收新任务。`,
  ownOver: '你现在超过了上限。',
  wayBack: {
    limit: (to) => `最短的回落办法（回到上限 ${points(to)} 以内），转出：`,
    resume: (to) => `现在是暂停状态。最短的恢复办法（降到恢复线 ${points(to)}），转出：`,
  },
  wayBackTo: (load) => `之后负荷 ${gaugeNumber(load)}`,
  staysPaused: (resumeAt) => `要再接新任务，须降到恢复线 ${points(resumeAt)}。`,
  noWayBack: '手上的任务全部转出也降不下来。',
  snoozedUntil: (day) => `已选“稍后”，${day} 再提醒`,
  accept: {
    owner: (to) => `好，转给${to}`,
    candidate: () => '好，我来跟',
    supervisor: (to) => `同意，转给${to}`,
  },
  keep: { owner: '我继续跟', candidate: '这次不接', supervisor: '维持不变' },
  snooze: '过几天再说',
  next: '看下一条',
  undo: '撤销这一步',
  done: {
    accept: (task, to) => `“${task}”已转给${to}。`,
    keep: (task) => `“${task}”维持不变，近期不再问。`,
    snooze: (task) => `“${task}”过几天再问。`,
    undo: '已撤销，回到原来的负责人。',
    write: '交接内容已保存。',
    confirm: '已确认。',
    release: '已带缺口放行，并已留痕。',
    contact: '联系方式',
    mail: '邮件设置已保存。',
    contest: '异议已提交。主管答复之前，这个标签只算一半分量。',
    uphold: '已答复：标签保留。',
    withdraw: '已答复：这个标签不再计入。',
    title: '好了',
    toldLater: '已记下；表格稍后更新。',
  },
  repeated: { title: '这一步已经做过了', text: '同一个按钮只生效一次，第二次点击没有再改动任何东西。' },
  refused: '没有改动',
  refusal: {
    NOT_YOURS: '这不是你的任务，或者看板上没有它。',
    TASK_CLOSED: '这个任务已经关闭。',
    SUGGESTION_GONE: '这条建议已经有人答复，或者情况变了。',
    TARGET_AWAY: '对方现在不在岗，建议已收回。',
    NO_HANDOVER: '这个任务没有进行中的交接。',
    ITEM_EMPTY: '这一项还没有内容，请等原负责人写好再确认。',
    TEXT_TOO_LONG: '文字太长，每项最多 2000 字。',
    NOT_DUE: '还没到可以放行的时间。',
    SUPERVISOR_ONLY: '这一步只有主管能做。',
    GATE_CLOSED: '三项都确认之后才能看联系方式。',
    NO_CONTACT: '这个客户还没有登记联系方式。',
    NO_SUCH_TAG: '你名下没有这个标签。',
    NO_CONTEST: '这个标签没有异议可答复。',
    CANNOT_UNDO: '不能撤销了：之后又有新的变动。',
  },
  handover: {
    none: '没有进行中的交接。',
    between: (from, to) => `${from} → ${to}`,
    item: { preferences: '客户偏好', highlights: '历史要点', concerns: '未了的顾虑' },
    empty: '还没有写',
    draft: '根据备注预填，待原负责人确认',
    confirmed: '已确认',
    write: '保存交接内容',
    confirmAll: '三项都看过了，确认',
    confirmOne: (item) => `确认“${item}”`,
    release: '带缺口放行',
    due: (when) => `${when} 之前写完`,
    overdue: (when) => `已超时（应在 ${when} 之前）`,
    forTaker: '看完三项并确认，就能看到联系方式。',
    forGiver: '写下接手人需要知道的，三句话就够。',
    contact: '查看联系方式',
    contactLocked: '联系方式：确认交接后可见',
    contactKeep: '查看已留痕。请不要转发或抄进表格。',
  },
  report: {
    title: '我的任务健康报告',
    lights: '红黄绿灯',
    risks: '要留意的',
    noRisks: '没有亮黄灯或红灯的任务。',
    nextStep: '下一步：',
    risk: (days, light) =>
      light === 'red' ? `${days} 天没有进展，已超过红线` : `${days} 天没有进展，或有事等你答复`,
    points: '挑战积分',
    pointsText: (inMonth, inPeriod, from) =>
      `本月 ${points(inMonth)} 分，${from} 起的本期 ${points(inPeriod)} 分`,
    handovers: (count) => `${count} 个交接待办`,
    suggestions: (count) => `${count} 条建议待答复`,
    loadTitle: '负荷',
    more: (count) => `还有 ${count} 个，见“我的任务”。`,
  },
  team: {
    title: '团队负荷',
    rep: (open, keys) => `${open} 个任务，其中重点 ${keys} 个`,
    waiting: '排队中的任务',
    waitingLine: (position, since) => `第 ${position} 位，${since} 起`,
    nobodyWaits: '没有任务在排队。',
    noReps: '团队页里还没有销售。',
  },
  tags: {
    title: '我的标签',
    none: '还没有标签：历史还不够，主管也没有填写。',
    intro: '建议会参考这些标签。觉得哪个不对，可以提出异议。',
    contest: '对这个标签有异议',
    addReason: '加一句理由（可不填）',
    reason: '理由，最多 200 字',
    state: {
      open: '已提出异议，等主管答复；在此之前只算一半分量。',
      upheld: '主管已答复：保留。',
      withdrawn: '主管已答复：不再计入。',
    },
    said: (reason) => `理由：${reason}`,
    open: (count) => `${count} 个标签有异议，等你答复`,
    doubts: (name, tag) => `${name}对“${tag}”有异议`,
    uphold: '保留标签',
    withdraw: '不再计入',
  },
  moves: {
    title: '最近的转手',
    none: '最近没有任务转手。',
    between: (from, to) => `${from} → ${to}`,
    by: (when, who) => `${when} · ${who}`,
    unknown: '操作人不明',
    rule: '按规则自动分配',
    more: (count) => `等共 ${count} 个任务`,
    undo: (count) => (count === 1 ? '撤销这次转手' : `整批撤销（${count} 个任务）`),
    gone: '已撤销，或之后又有变动。',
    partly: (open, count) => `${count} 个里还有 ${open} 个可以撤销，其余之后又有变动。`,
    separator: '、',
  },
  backToTeam: '回到团队页',
  footer: (ends) => `这个页面只给你一个人看，链接 ${ends} 前有效，请不要转发。`,
};

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const tasks = (count: number): string => (count === 1 ? '1 task' : `${count} tasks`);

const en: PageWords = {
  skip: 'Skip to content',
  pages: 'Pages',
  view: {
    tasks: 'My tasks',
    dashboard: 'Dashboard',
    ask: 'Suggestions',
    handover: 'Handover',
    report: 'Health',
    team: 'Team',
    mail: 'Mail',
  },
  waitingCount: (count) => `${count} waiting`,
  light: { green: 'Green', yellow: 'Yellow', red: 'Red' },
  door: {
    ALTERED: {
      title: 'This link does not open',
      text: 'It is incomplete or was changed on the way. Open it from your latest mail, and copy the whole line rather than typing it. Nothing was changed.',
    },
    EXPIRED: {
      title: 'This link has expired',
      text: 'Links work for a limited time, to be safe. Your latest mail has a fresh one. Nothing was changed.',
    },
    FOREIGN: {
      title: 'This button belongs to another page',
      text: 'It was made for another person or another board. Open your own page from your own mail. Nothing was changed.',
    },
    GONE: {
      title: 'This page is closed',
      text: 'The board is gone, or you are no longer on this team. Your supervisor can tell you more. Nothing was changed.',
    },
    BAD_FORM: {
      title: 'That was not understood',
      text: 'Go back to the page and press the button again. Nothing was changed.',
    },
    TROUBLE: {
      title: 'The board is out of reach',
      text: 'Please try again in a moment. What you pressed already is not done twice.',
    },
  },
  backToPage: 'Back to my tasks',
  load: (load, limit) => `Load ${gaugeNumber(load)}, limit ${points(limit)}`,
  loadChange: (name, before, after, limit) =>
    `${name === null ? 'Your load' : `Load of ${name}`} ${gaugeNumber(before)} → ${gaugeNumber(after)}, limit ${points(limit)}`,
  keyTasks: (keys, limit) => `${keys} key tasks, limit ${limit}`,
  paused: (resumeAt) => `New work is paused until ${points(resumeAt)}`,
  turn: (place, of) =>
    `For an ordinary new task you would be no. ${place} of the ${of} who could take it now`,
  myTasks: (count) => `${tasks(count)} in hand`,
  noTasks: 'Nothing in hand right now.',
  taskLine: (type, load) => `${type} · ${points(load)} ${load === 1 ? 'point' : 'points'}`,
  idle: (count) => (count === 0 ? 'Progress today' : `${days(count)} without progress`),
  partner: (name) => `With ${name} as partner`,
  seeSuggestions: (count) =>
    count === 1 ? 'One suggestion is waiting for you' : `${count} suggestions are waiting for you`,
  noSuggestion: 'No suggestion is waiting for your answer.',
  ofMany: (position, count) => `${position} of ${count}`,
  from: 'Now',
  nobody: 'nobody',
  to: 'Suggested',
  why: 'Why',
  theReason: 'Main reason',
  details: 'The whole reasoning',
  fits: 'Still within the limit afterwards.',
  overLoad: (name, limit) => `${name} would be above the limit of ${points(limit)}, and paused.`,
  overKeys: (name, keys, limit) =>
    `${name} would have ${keys} key tasks, above the limit of ${limit}, and be paused.`,
  ownOver: 'You are above the limit now.',
  wayBack: {
    limit: (to) => `Shortest way back to the limit of ${points(to)}: hand over`,
    resume: (to) => `Paused now. Shortest way to where new work resumes (${points(to)}): hand over`,
  },
  wayBackTo: (load) => `Load is then ${gaugeNumber(load)}`,
  staysPaused: (resumeAt) => `New work resumes at ${points(resumeAt)}.`,
  noWayBack: 'Not even handing over everything would be enough.',
  snoozedUntil: (day) => `Snoozed until ${day}`,
  accept: {
    owner: (to) => `Yes, hand it to ${to}`,
    candidate: () => 'Yes, I take it',
    supervisor: (to) => `Agree, to ${to}`,
  },
  keep: { owner: 'I keep it', candidate: 'Not this one', supervisor: 'Leave as it is' },
  snooze: 'Ask me later',
  next: 'Next one',
  undo: 'Undo this',
  done: {
    accept: (task, to) => `"${task}" is with ${to} now.`,
    keep: (task) => `"${task}" stays as it is; you will not be asked again for a while.`,
    snooze: (task) => `You will be asked about "${task}" again in a few days.`,
    undo: 'Undone: it is back with its former owner.',
    write: 'The handover is saved.',
    confirm: 'Confirmed.',
    release: 'Released with gaps, and recorded.',
    contact: 'Contact',
    mail: 'Mail settings saved.',
    contest: 'Recorded. Until your supervisor answers, this tag weighs half.',
    uphold: 'Answered: the tag stays.',
    withdraw: 'Answered: the tag no longer counts.',
    title: 'Done',
    toldLater: 'It is recorded; the sheet follows a little later.',
  },
  repeated: {
    title: 'That was done already',
    text: 'A button works once. The second tap changed nothing.',
  },
  refused: 'Nothing was changed',
  refusal: {
    NOT_YOURS: 'This is not your task, or it is not on the board.',
    TASK_CLOSED: 'This task is closed.',
    SUGGESTION_GONE: 'Somebody has answered this suggestion, or things have changed since.',
    TARGET_AWAY: 'They are away now, so the suggestion was withdrawn.',
    NO_HANDOVER: 'There is no open handover for this task.',
    ITEM_EMPTY: 'Nothing stands there yet. Wait for the former owner to write it.',
    TEXT_TOO_LONG: 'Too long: at most 2,000 characters an item.',
    NOT_DUE: 'It is too early to release it.',
    SUPERVISOR_ONLY: 'Only the supervisor can do this.',
    GATE_CLOSED: 'The contact opens when all three items are confirmed.',
    NO_CONTACT: 'No contact is known for this customer yet.',
    NO_SUCH_TAG: 'There is no such tag of yours.',
    NO_CONTEST: 'Nobody contests this tag.',
    CANNOT_UNDO: 'Cannot be undone: something changed since.',
  },
  handover: {
    none: 'No handover is open.',
    between: (from, to) => `${from} → ${to}`,
    item: {
      preferences: 'Customer preferences',
      highlights: 'History highlights',
      concerns: 'Open concerns',
    },
    empty: 'Not written yet',
    draft: 'Filled in from the notes, not yet checked',
    confirmed: 'Confirmed',
    write: 'Save the handover',
    confirmAll: 'I have read all three',
    confirmOne: (item) => `Confirm "${item}"`,
    release: 'Release with gaps',
    due: (when) => `To be written by ${when}`,
    overdue: (when) => `Overdue since ${when}`,
    forTaker: 'Read and confirm all three, then the contact opens.',
    forGiver: 'Write what the next owner needs to know. Three sentences will do.',
    contact: 'Show the contact',
    contactLocked: 'Contact: opens when the handover is confirmed',
    contactKeep: 'This look is on record. Please do not forward it or put it into the sheet.',
  },
  report: {
    title: 'My task health report',
    lights: 'Lights',
    risks: 'To watch',
    noRisks: 'Nothing on yellow or red.',
    nextStep: 'Next step: ',
    risk: (count, light) =>
      light === 'red'
        ? `${days(count)} without progress, past the red line`
        : `${days(count)} without progress, or waiting for your answer`,
    points: 'Challenge points',
    pointsText: (inMonth, inPeriod, from) =>
      `${points(inMonth)} this month, ${points(inPeriod)} in the period since ${from}`,
    handovers: (count) => (count === 1 ? '1 handover to do' : `${count} handovers to do`),
    suggestions: (count) => (count === 1 ? '1 suggestion to answer' : `${count} suggestions to answer`),
    loadTitle: 'Load',
    more: (count) => `${count} more under "My tasks".`,
  },
  team: {
    title: 'Load of the team',
    rep: (open, keys) => `${tasks(open)}, ${keys} key`,
    waiting: 'Waiting tasks',
    waitingLine: (position, since) => `No. ${position}, since ${since}`,
    nobodyWaits: 'No task is waiting.',
    noReps: 'There are no reps on the Team tab yet.',
  },
  tags: {
    title: 'My tags',
    none: 'No tags yet: too little history, and nothing typed in.',
    intro: 'Suggestions take these tags into account. If one is wrong, say so.',
    contest: 'Contest this tag',
    addReason: 'Add a reason (optional)',
    reason: 'Reason, 200 characters at most',
    state: {
      open: 'Contested, waiting for your supervisor; until then it weighs half.',
      upheld: 'Your supervisor answered: it stays.',
      withdrawn: 'Your supervisor answered: it no longer counts.',
    },
    said: (reason) => `Reason: ${reason}`,
    open: (count) => (count === 1 ? '1 contested tag to answer' : `${count} contested tags to answer`),
    doubts: (name, tag) => `${name} contests "${tag}"`,
    uphold: 'Keep the tag',
    withdraw: 'Drop the tag',
  },
  moves: {
    title: 'Recent moves',
    none: 'No deal has changed hands lately.',
    between: (from, to) => `${from} → ${to}`,
    by: (when, who) => `${when} · ${who}`,
    unknown: 'by somebody unknown',
    rule: 'assigned by rule',
    more: (count) => `and others, ${count} in all`,
    undo: (count) => (count === 1 ? 'Undo this move' : `Undo the set (${count} deals)`),
    gone: 'Undone already, or something changed since.',
    partly: (open, count) => `${open} of ${count} can still be undone; the others changed since.`,
    separator: ', ',
  },
  backToTeam: 'Back to the team',
  footer: (ends) => `This page is for you alone. The link works until ${ends}; please do not forward it.`,
};

const CATALOGS: Readonly<Record<Language, PageWords>> = { 'zh-CN': zh, en };
export const pageWords = (language: Language): PageWords => CATALOGS[language];
