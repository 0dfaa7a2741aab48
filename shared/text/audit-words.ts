import type { Audited } from '../decide/audit-facts.ts';
import type { ChangeCause, Ending } from '../decide/effects.ts';
import type { DropReason } from '../domain/mail-waits.ts';
import type { Language } from '../domain/rep.ts';
import type { Cause } from '../domain/suggestion.ts';

/** What the Audit and Suggestions tabs say. */
interface AuditWords {
  readonly what: Readonly<Record<Audited, string>>;
  readonly cause: Readonly<Record<Cause, string>>;
  readonly changedBy: Readonly<Record<ChangeCause | 'vanished', string>>;
  readonly status: Readonly<Record<Ending | 'open' | 'snoozed', string>>;
  readonly nobody: string;
  readonly unknown: string;
  readonly peineng: string;
  readonly tasksAndReps: (tasks: number, reps: number) => string;
  readonly version: (version: number) => string;
  readonly asPartner: string;
  readonly deals: (count: number) => string;
  readonly dropped: Readonly<Record<DropReason, string>>;
}

const zh: AuditWords = {
  what: {
    taskAdded: '新增任务',
    taskCopied: '复制的行成为新任务',
    ownerChanged: '更换负责人',
    valueChanged: '客户价值变化',
    taskClosed: '任务关闭',
    taskReopened: '任务重新打开',
    taskArchived: '行已删除，任务归档',
    taskRestored: '任务恢复',
    taskQueued: '进入等待队列',
    suggestionMade: '提出建议',
    suggestionEnded: '建议结束',
    suggestionSnoozed: '建议推迟',
    overLimit: '超过负荷上限仍分配',
    repAdded: '新增成员',
    repAway: '成员离岗',
    repBack: '成员返岗',
    leaveBegan: '休假安排',
    leaveEnded: '休假结束',
    tagsContested: '对标签有异议',
    contestAnswered: '主管答复标签异议',
    repPaused: '超载，暂停接收新任务',
    repResumed: '恢复接收新任务',
    policyChanged: '规则变更',
    pointsEarned: '获得挑战积分',
    pointsTakenBack: '收回挑战积分',
    handoverWritten: '填写交接',
    handoverConfirmed: '确认交接',
    handoverReleased: '带缺口放行',
    handoverLate: '交接逾期提醒',
    contactKept: '保存联系方式',
    contactShown: '查看联系方式',
    movedMany: '批量换人',
    mailChosen: '选择收什么邮件',
    mailDropped: '邮件送不到',
    imported: '导入',
  },
  cause: {
    NEW_TASK: '新任务',
    VALUE_UP: '客户升级',
    OVERLOAD: '超载',
    CAPACITY_FREED: '有人腾出余量',
    OWNER_AWAY: '负责人不在岗',
    LEAVE_OVER: '返岗交回',
    TAGS_CHANGED: '标签变化',
  },
  changedBy: {
    person: '手工修改',
    accepted: '接受建议',
    assigned: '按规则直接分配',
    undo: '撤销',
    many: '批量换人',
    vanished: '行被删除',
  },
  status: {
    open: '待答复',
    snoozed: '稍后',
    accepted: '已接受',
    kept: '已保留',
    moved: '已另行安排',
    closed: '任务已关闭',
    withdrawn: '已收回',
    replaced: '已被新建议替换',
  },
  nobody: '（无人）',
  unknown: '未知',
  peineng: '配能',
  tasksAndReps: (tasks, reps) => `${tasks} 个任务，${reps} 位成员`,
  version: (version) => `版本 ${version}`,
  asPartner: '（协同）',
  deals: (count) => `${count} 个任务`,
  dropped: {
    REFUSED: '被邮件服务器拒收',
    CHAT_REFUSED: '群机器人拒收或没有设置',
    GAVE_UP: '多次重试都没有送出',
  },
};

const en: AuditWords = {
  what: {
    taskAdded: 'Task added',
    taskCopied: 'Copied row became a new task',
    ownerChanged: 'Owner changed',
    valueChanged: 'Customer value changed',
    taskClosed: 'Task closed',
    taskReopened: 'Task reopened',
    taskArchived: 'Row deleted, task archived',
    taskRestored: 'Task restored',
    taskQueued: 'Put in the waiting queue',
    suggestionMade: 'Suggestion made',
    suggestionEnded: 'Suggestion ended',
    suggestionSnoozed: 'Suggestion snoozed',
    overLimit: 'Assigned over the load limit',
    repAdded: 'Member added',
    repAway: 'Member away',
    repBack: 'Member back',
    leaveBegan: 'Leave: what moves and waits',
    leaveEnded: 'Leave over',
    tagsContested: 'Tags contested',
    contestAnswered: 'Contest of tags answered',
    repPaused: 'Overloaded: new work paused',
    repResumed: 'New work resumed',
    policyChanged: 'Rules changed',
    pointsEarned: 'Challenge points earned',
    pointsTakenBack: 'Challenge points taken back',
    handoverWritten: 'Handover written',
    handoverConfirmed: 'Handover confirmed',
    handoverReleased: 'Released with gaps',
    handoverLate: 'Handover reminder',
    contactKept: 'Contact kept',
    contactShown: 'Contact shown',
    movedMany: 'Moved as one set',
    mailChosen: 'Mail chosen',
    mailDropped: 'Mail undeliverable',
    imported: 'Imported',
  },
  cause: {
    NEW_TASK: 'New task',
    VALUE_UP: 'Customer upgraded',
    OVERLOAD: 'Overload',
    CAPACITY_FREED: 'Somebody got room',
    OWNER_AWAY: 'Owner away',
    LEAVE_OVER: 'Back from leave',
    TAGS_CHANGED: 'Tags changed',
  },
  changedBy: {
    person: 'Typed by hand',
    accepted: 'Suggestion accepted',
    assigned: 'Assigned by rule',
    undo: 'Undo',
    many: 'Moved as one set',
    vanished: 'Row deleted',
  },
  status: {
    open: 'Open',
    snoozed: 'Snoozed',
    accepted: 'Accepted',
    kept: 'Kept',
    moved: 'Moved otherwise',
    closed: 'Task closed',
    withdrawn: 'Withdrawn',
    replaced: 'Replaced',
  },
  nobody: '(nobody)',
  unknown: 'unknown',
  peineng: 'Peineng',
  tasksAndReps: (tasks, reps) => `${tasks} tasks, ${reps} members`,
  version: (version) => `version ${version}`,
  asPartner: ' (partner)',
  deals: (count) => (count === 1 ? '1 task' : `${count} tasks`),
  dropped: {
    REFUSED: 'refused by the mail server',
    CHAT_REFUSED: 'refused by the chat, or none is set up',
    GAVE_UP: 'tried again and again in vain',
  },
};

const CATALOGS: Readonly<Record<Language, AuditWords>> = { 'zh-CN': zh, en };
export const auditWords = (language: Language): AuditWords => CATALOGS[language];
