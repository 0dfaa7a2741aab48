import type { Language } from '../shared/domain/rep.ts';

/** What `npm start` prints. */
interface StartWords {
  readonly board: string;
  readonly inbox: string;
  readonly overview: string;
  readonly api: string;
  readonly reading: string;
  readonly filling: string;
  readonly interrupted: string;
  readonly boardExists: string;
  readonly stopHint: string;
  readonly asOfInFuture: (day: string) => string;
}

const zh: StartWords = {
  board: '看板',
  inbox: '邮箱',
  overview: '总览',
  api: 'Sheets API',
  reading: '读取',
  filling: '写入看板',
  interrupted: '上一次导入没有完成，看板不完整。请重新开始：npm start -- --reset',
  boardExists: '这个数据文件夹里已有看板。导入会新建看板：请加 --reset，或用 --data DIR 换一个文件夹。',
  stopHint: '按 Ctrl-C 停止，内容都会保留。',
  asOfInFuture: (day) => `--as-of ${day} 在未来：进展日期不能晚于今天。`,
};

const en: StartWords = {
  board: 'Board',
  inbox: 'Inbox',
  overview: 'Overview',
  api: 'Sheets API',
  reading: 'Reading',
  filling: 'Filling the board',
  interrupted:
    'The last import did not finish, so the board is not complete. Begin anew: npm start -- --reset',
  boardExists:
    'This data folder holds a board already. An import makes a new one: add --reset, or choose another folder with --data DIR.',
  stopHint: 'Press Ctrl-C to stop; everything is kept.',
  asOfInFuture: (day) => `--as-of ${day} lies in the future: progress cannot be later than today.`,
};

const CATALOGS: Readonly<Record<Language, StartWords>> = { 'zh-CN': zh, en };
export const startWords = (language: Language): StartWords => CATALOGS[language];
