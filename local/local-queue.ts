import type { FanOut } from '../functions/app.ts';

/** Stands in for Cloud Tasks: jobs go to the functions over HTTP with the scheduler's token, one at a time. */
export const createLocalQueue = (
  post: (path: string, body: object) => Promise<void>,
  onError: (error: unknown) => void,
): FanOut & { idle(): Promise<void> } => {
  let last: Promise<void> = Promise.resolve();
  return {
    enqueue: ({ path, spreadsheetId, id }) => {
      last = last.then(() => post(path, { spreadsheetId, id })).catch(onError);
      return Promise.resolve();
    },
    idle: () => last,
  };
};
