import { LANGUAGES, type Language } from '../../shared/domain/rep.ts';

/** Every text of the inbox page. A missing one does not compile. */
export interface InboxWords {
  readonly brand: string;
  readonly title: string;
  readonly chat: string;
  readonly skip: string;
  readonly live: string;
  readonly reconnecting: string;
  readonly arrived: string;
  /** Before the subject of a message that has come before. */
  readonly again: string;
  readonly languageSwitch: string;
  readonly otherLanguage: string;
  readonly list: string;
  readonly recipient: string;
  readonly everyone: (count: number) => string;
  readonly filter: string;
  readonly to: string;
  readonly from: string;
  readonly received: string;
  readonly attachments: string;
  readonly noSubject: string;
  readonly back: string;
  readonly choose: string;
  readonly views: Readonly<Record<MailView, string>>;
  readonly viewsLabel: string;
  readonly frameTitle: string;
  readonly download: string;
  readonly older: string;
  readonly empty: string;
  readonly emptyWhen: string;
  readonly emptyCases: readonly string[];
  readonly emptyWhere: string;
  readonly emptyFor: (address: string) => string;
  readonly showAll: string;
  readonly notFound: string;
}

export const MAIL_VIEWS = ['html', 'text', 'source'] as const;
export type MailView = (typeof MAIL_VIEWS)[number];

const zh: InboxWords = {
  brand: '配能',
  title: '收件箱',
  chat: '群消息',
  skip: '跳到正文',
  live: '实时更新',
  reconnecting: '正在重新连接…',
  arrived: '收到新邮件',
  again: '［同一封，再次投递］',
  languageSwitch: '切换语言',
  otherLanguage: 'English',
  list: '邮件列表',
  recipient: '收件人',
  everyone: (count) => `所有人（${count}）`,
  filter: '筛选',
  to: '收件人',
  from: '发件人',
  received: '时间',
  attachments: '附件',
  noSubject: '（无主题）',
  back: '返回列表',
  choose: '选择一封邮件即可阅读。',
  views: { html: '网页', text: '纯文本', source: '原文' },
  viewsLabel: '查看方式',
  frameTitle: '邮件正文',
  download: '下载 .eml',
  older: '更早的邮件',
  empty: '还没有邮件',
  emptyWhen: '在这些时候，配能会给主管发邮件：',
  emptyCases: ['定时巡检发现停滞任务：每次巡检汇总成一封，按销售分组', '有人超载、自动暂停接收新任务'],
  emptyWhere: '邮件只保存在这台电脑上，不会发往外部。新邮件会自动出现在这里。',
  emptyFor: (address) => `没有发给 ${address} 的邮件`,
  showAll: '查看所有人的邮件',
  notFound: '没有这封邮件。它可能属于已清空的数据。',
};

const en: InboxWords = {
  brand: 'Peineng',
  title: 'Inbox',
  chat: 'Chat',
  skip: 'Skip to the mail',
  live: 'Live',
  reconnecting: 'Reconnecting…',
  arrived: 'A new mail has arrived',
  again: '[same message again]',
  languageSwitch: 'Change language',
  otherLanguage: '中文',
  list: 'Mails',
  recipient: 'Recipient',
  everyone: (count) => `Everyone (${count})`,
  filter: 'Filter',
  to: 'To',
  from: 'From',
  received: 'Received',
  attachments: 'Attachments',
  noSubject: '(no subject)',
  back: 'Back to the list',
  choose: 'Choose a mail to read it.',
  views: { html: 'HTML', text: 'Text', source: 'Source' },
  viewsLabel: 'View as',
  frameTitle: 'Mail content',
  download: 'Download .eml',
  older: 'Older mails',
  empty: 'No mail yet',
  emptyWhen: 'Peineng writes to the supervisor when:',
  emptyCases: [
    'a scheduled sweep finds stale tasks: one digest per sweep, grouped by rep',
    'somebody is overloaded and takes no new tasks for now',
  ],
  emptyWhere: 'Mails are kept on this computer and sent nowhere else. New ones appear here by themselves.',
  emptyFor: (address) => `No mail to ${address}`,
  showAll: 'Show the mails of everyone',
  notFound: 'There is no such mail. It may belong to data that was cleared.',
};

const catalog: Readonly<Record<Language, InboxWords>> = { 'zh-CN': zh, en };

export function inboxWords(language: Language): InboxWords {
  return catalog[language];
}

/**
 * The language asked for by `?lang=`, else the first one of Accept-Language that exists here, else English.
 *
 * @example chooseLanguage(null, 'fr, zh-TW;q=0.9') // 'zh-CN'
 */
export function chooseLanguage(asked: string | null, acceptLanguage: string | undefined): Language {
  const known = LANGUAGES.find((language) => language === asked);
  if (known !== undefined) return known;
  const preferences = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1])
        .find((q) => q !== undefined);
      return { tag, quality: Number(quality ?? 1) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of preferences) {
    if (/^zh\b/.test(tag)) return 'zh-CN';
    if (/^en\b/.test(tag)) return 'en';
  }
  return 'en';
}
