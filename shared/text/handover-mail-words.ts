import type { Language } from '../domain/rep.ts';

/** What a mail about a handover asks of its reader. */
export const HANDOVER_ASKS = ['write', 'read', 'writeLate', 'readLate', 'release'] as const;
export type HandoverAsk = (typeof HANDOVER_ASKS)[number];

interface HandoverMailWords {
  readonly subject: Readonly<Record<HandoverAsk, (customer: string, others: number) => string>>;
  readonly line: Readonly<Record<HandoverAsk, (task: string, from: string, to: string) => string>>;
  readonly why: string;
}

const moreZh = (others: number): string => (others > 0 ? `（还有 ${others} 个）` : '');
const zh: HandoverMailWords = {
  subject: {
    write: (customer, others) => `${customer}要交接了，请写几句给接手的同事${moreZh(others)}`,
    read: (customer, others) => `${customer}交给你了，先看看交接内容${moreZh(others)}`,
    writeLate: (customer, others) => `${customer}的交接还等着你写${moreZh(others)}`,
    readLate: (customer, others) => `${customer}的交接还等着你确认${moreZh(others)}`,
    release: (customer, others) => `${customer}的交接逾期了，可以带缺口放行${moreZh(others)}`,
  },
  line: {
    write: (task, _from, to) => `“${task}”转给了${to}：请补上客户偏好、沟通要点和潜在顾虑。`,
    read: (task, from) => `“${task}”从${from}转给你：三项都确认看过，联系方式就会打开。`,
    writeLate: (task, _from, to) => `“${task}”：${to}还在等你填写交接。`,
    readLate: (task) => `“${task}”：交接已经写好，确认后才能看到联系方式。`,
    release: (task, from, to) => `“${task}”：${from}还没写完，${to}联系不了客户；需要的话请带缺口放行。`,
  },
  why: '为什么收到：任务换了负责人，交接完成前联系方式不开放。',
};

const moreEn = (others: number): string => (others > 0 ? ` (and ${others} more)` : '');
const en: HandoverMailWords = {
  subject: {
    write: (customer, others) => `${customer} is moving on: a few words for your colleague${moreEn(others)}`,
    read: (customer, others) => `${customer} is yours now: please read the handover${moreEn(others)}`,
    writeLate: (customer, others) => `The handover of ${customer} waits for you to write${moreEn(others)}`,
    readLate: (customer, others) => `The handover of ${customer} waits for you to confirm${moreEn(others)}`,
    release: (customer, others) => `The handover of ${customer} is late and may be released${moreEn(others)}`,
  },
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
  why: 'Why you get this: a deal changed hands, and the contact stays closed until the handover is done.',
};

const CATALOGS: Readonly<Record<Language, HandoverMailWords>> = { 'zh-CN': zh, en };
export const handoverMailWords = (language: Language): HandoverMailWords => CATALOGS[language];
