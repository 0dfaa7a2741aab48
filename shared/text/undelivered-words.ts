import type { DropReason } from '../domain/mail-waits.ts';
import type { Language } from '../domain/rep.ts';

/** What is said of mail that could not be delivered: in the supervisor's mail, on their page, in the sidebar. */
interface UndeliveredWords {
  readonly title: string;
  readonly subject: (name: string, others: number) => string;
  readonly heading: string;
  readonly line: (name: string, about: string, reason: string) => string;
  readonly reason: Readonly<Record<DropReason, string>>;
  /** What a mail was about, by the kinds of its sections. */
  readonly about: (kinds: readonly string[]) => string;
  readonly what: string;
  readonly why: string;
}

const KINDS_ZH: Readonly<Record<string, string>> = {
  suggestion: '建议',
  handover: '交接',
  valueUp: '客户升级',
  overload: '超载',
  nobodyFree: '无人可接',
  away: '成员不在岗',
  stale: '停滞任务',
  plan: '移交方案',
  setUp: '设置问题',
  undelivered: '送不到的邮件',
  report: '周报',
  digest: '团队周报',
};

const KINDS_EN: Readonly<Record<string, string>> = {
  suggestion: 'suggestion',
  handover: 'handover',
  valueUp: 'upgraded customer',
  overload: 'overload',
  nobodyFree: 'nobody free',
  away: 'somebody away',
  stale: 'stale deals',
  plan: 'rescue plan',
  setUp: 'set-up problem',
  undelivered: 'undelivered mail',
  report: 'weekly report',
  digest: 'team digest',
};

const zh: UndeliveredWords = {
  title: '送不到的邮件',
  subject: (name, others) => `给${name}${others > 0 ? `等 ${others + 1} 人` : ''}的邮件没有送到`,
  heading: '送不到的邮件',
  line: (name, about, reason) => `${name}：${about}（${reason}）`,
  reason: {
    REFUSED: '对方服务器拒收，请核对邮箱',
    CHAT_REFUSED: '群机器人拒收或还没有设置，请告诉部署的人（docs/channels.md）',
    GAVE_UP: '重试多次都没有送出',
  },
  about: (kinds) => kinds.map((kind) => KINDS_ZH[kind] ?? kind).join('、'),
  what: '请核对团队页里的邮箱。等他们答复的事仍在看板上，也可以当面转告。',
  why: '为什么收到：这些邮件不会再重试，只有你知道该怎么联系到他们。',
};

const en: UndeliveredWords = {
  title: 'Undelivered mail',
  subject: (name, others) =>
    others > 0 ? `Mail to ${name} and ${others} more did not arrive` : `A mail to ${name} did not arrive`,
  heading: 'Undelivered mail',
  line: (name, about, reason) => `${name}: ${about} (${reason})`,
  reason: {
    REFUSED: 'refused for good, please check the address',
    CHAT_REFUSED:
      'refused by the robot of the chat, or none is set up: tell whoever deploys (docs/channels.md)',
    GAVE_UP: 'tried again and again in vain',
  },
  about: (kinds) => kinds.map((kind) => KINDS_EN[kind] ?? kind).join(', '),
  what: 'Please check the address on the Team tab. What waits for their answer still stands on the board.',
  why: 'Why you get this: these mails are not tried again, and you know best how to reach them.',
};

const CATALOGS: Readonly<Record<Language, UndeliveredWords>> = { 'zh-CN': zh, en };
export const undeliveredWords = (language: Language): UndeliveredWords => CATALOGS[language];
