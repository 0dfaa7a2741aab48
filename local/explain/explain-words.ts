import type { Language } from '../../shared/domain/rep.ts';

/** A task that can be asked for, as the hint lists it. */
export interface Known {
  readonly id: string;
  readonly task: string;
}

interface ExplainWords {
  readonly noBoard: (folder: string) => string;
  readonly noReceipt: (asked: string, known: readonly Known[]) => string;
}

const listed = (known: readonly Known[]): string =>
  known.map(({ id, task }) => `  ${id}  ${task}`).join('\n');

const zh: ExplainWords = {
  noBoard: (folder) => `${folder} 里没有看板。先运行 npm start，或用 --data 指定文件夹。`,
  noReceipt: (asked, known) =>
    known.length === 0
      ? `任务 ${asked} 没有收到过建议；看板上也还没有其他建议。`
      : `任务 ${asked} 没有收到过建议。下面这些有：\n${listed(known)}`,
};

const en: ExplainWords = {
  noBoard: (folder) => `There is no board in ${folder}. Run npm start first, or name the folder with --data.`,
  noReceipt: (asked, known) =>
    known.length === 0
      ? `No suggestion was ever made for task ${asked}, and none for any other task.`
      : `No suggestion was ever made for task ${asked}. These have some:\n${listed(known)}`,
};

const CATALOGS: Readonly<Record<Language, ExplainWords>> = { 'zh-CN': zh, en };
export const explainWords = (language: Language): ExplainWords => CATALOGS[language];

export const EXPLAIN_USAGE = `npm run explain -- TASK_ID [--data DIR]
  TASK_ID      id of a task: the hidden first column of the Tasks tab; without one, the tasks are listed
  --data DIR   folder that keeps the board (default .peineng); a running board is not disturbed`;
