/** What can be wrong with the folder that holds the local database. `file` is always a full path. */
export type DataFolderProblem =
  | { readonly code: 'IN_USE'; readonly file: string; readonly pid: number }
  | { readonly code: 'NOT_WRITABLE'; readonly file: string; readonly reason: string }
  | { readonly code: 'NEWER_FORMAT'; readonly file: string; readonly version: number }
  | { readonly code: 'DAMAGED'; readonly file: string; readonly line: number }
  | { readonly code: 'MISSING_FILE'; readonly file: string };

type Describe = {
  readonly [Code in DataFolderProblem['code']]: (
    problem: Extract<DataFolderProblem, { code: Code }>,
  ) => string;
};

const catalog: Readonly<Record<'en' | 'zh-CN', Describe>> = {
  en: {
    IN_USE: ({ file, pid }) =>
      `The data folder is in use by process ${pid}. Stop that one first, or choose another folder with --data DIR. ` +
      `If no such program is running, delete ${file}.`,
    NOT_WRITABLE: ({ file, reason }) =>
      `Cannot write ${file}: ${reason}. Choose another folder with --data DIR.`,
    NEWER_FORMAT: ({ file, version }) =>
      `${file} was written by a newer version of Peineng (format ${version}). Update Peineng, or choose another ` +
      `folder with --data DIR.`,
    DAMAGED: ({ file, line }) =>
      `${file} is damaged at line ${line}; nothing was loaded and nothing was changed. Put back a copy of the folder, ` +
      `or start again with an empty one: --reset, or another --data DIR.`,
    MISSING_FILE: ({ file }) =>
      `${file} is missing, so the stored data is not complete; nothing was loaded and nothing was changed. Put the ` +
      `file back, or start again with an empty folder: --reset, or another --data DIR.`,
  },
  'zh-CN': {
    IN_USE: ({ file, pid }) =>
      `数据文件夹正被进程 ${pid} 使用。请先停止它,或用 --data DIR 换一个文件夹。如果没有这样的程序在运行,请删除 ${file}。`,
    NOT_WRITABLE: ({ file, reason }) => `无法写入 ${file}:${reason}。请用 --data DIR 换一个文件夹。`,
    NEWER_FORMAT: ({ file, version }) =>
      `${file} 由更新版本的配能写成(格式 ${version})。请更新配能,或用 --data DIR 换一个文件夹。`,
    DAMAGED: ({ file, line }) =>
      `${file} 第 ${line} 行已损坏;没有载入、也没有改动任何数据。请恢复该文件夹的备份,或从空文件夹开始:--reset 或另一个 --data DIR。`,
    MISSING_FILE: ({ file }) =>
      `缺少 ${file},已存数据不完整;没有载入、也没有改动任何数据。请放回该文件,或从空文件夹开始:--reset 或另一个 --data DIR。`,
  },
};

/** The problem in a person's words, with what to do about it. */
export function describeDataFolderProblem(problem: DataFolderProblem, locale: 'en' | 'zh-CN'): string {
  const describe = catalog[locale][problem.code] as (problem: DataFolderProblem) => string;
  return describe(problem);
}

/** Thrown when the data folder cannot be used; `message` is English, {@link describeDataFolderProblem} has both. */
export class DataFolderError extends Error {
  readonly problem: DataFolderProblem;

  constructor(problem: DataFolderProblem, options?: ErrorOptions) {
    super(describeDataFolderProblem(problem, 'en'), options);
    this.name = 'DataFolderError';
    this.problem = problem;
  }
}
