import type { Language } from '../shared/domain/rep.ts';
import { DataFolderError, describeDataFolderProblem } from './firestore-engine/data-folder-error.ts';

/** A failure whose message is already in a person's words. */
export class PlainError extends Error {}

/** What went wrong at start or stop, for people. Anything unknown keeps its stack: it is a bug of ours. */
export const explain = (error: unknown, language: Language): string => {
  if (error instanceof DataFolderError) return describeDataFolderProblem(error.problem, language);
  if (error instanceof PlainError) return error.message;
  const { code, port, path } = (error ?? {}) as { code?: string; port?: number; path?: string };
  if (code === 'EADDRINUSE') {
    return `Port ${port} is in use. Stop what runs there, or choose another one: npm start -- --port ${(port ?? 0) + 1}`;
  }
  if (code === 'EACCES' || code === 'ENOTDIR' || code === 'EROFS') {
    return `Cannot write to ${path}. Choose another folder: npm start -- --data DIR`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
