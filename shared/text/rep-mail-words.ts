import type { Language } from '../domain/rep.ts';

/** The words of the mail that brings a rep a suggestion. */
interface RepMailWords {
  readonly greeting: (name: string) => string;
  readonly subjectGive: (customer: string, to: string) => string;
  readonly subjectTake: (customer: string) => string;
  readonly subjectMany: (count: number) => string;
  readonly more: (count: number) => string;
  readonly open: string;
  readonly board: string;
  readonly why: string;
  readonly footer: string;
}

const zh: RepMailWords = {
  greeting: (name) => `${name}，你好：`,
  subjectGive: (customer, to) => `“${customer}”可能更适合${to}，要不要转？`,
  subjectTake: (customer) => `“${customer}”想请你来跟`,
  subjectMany: (count) => `有 ${count} 条建议等你看一眼`,
  more: (count) => `……还有 ${count} 条`,
  open: '看一眼，点一下就好',
  board: '打开看板',
  why: '为什么收到：配能有建议等你答复。接受、保留、过几天再说，都可以。',
  footer: '上面的按钮只给你一个人用，14 天内有效，请不要转发。打开它不会改动任何东西。',
};

const en: RepMailWords = {
  greeting: (name) => `Hello ${name},`,
  subjectGive: (customer, to) => `"${customer}" may suit ${to} better. Hand it over?`,
  subjectTake: (customer) => `Would you take "${customer}"?`,
  subjectMany: (count) => `${count} suggestions are waiting for you`,
  more: (count) => `… and ${count} more`,
  open: 'Have a look, answer with one tap',
  board: 'Open the board',
  why: 'Why you get this: a suggestion waits for your answer. Accept, keep or later, as you like.',
  footer:
    'The button is for you alone and works for 14 days; please do not forward it. Opening it changes nothing.',
};

const CATALOGS: Readonly<Record<Language, RepMailWords>> = { 'zh-CN': zh, en };
export const repMailWords = (language: Language): RepMailWords => CATALOGS[language];
