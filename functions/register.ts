import { cloudEvent, http, type CloudEvent } from '@google-cloud/functions-framework';
import { z } from 'zod';
import type { App } from './app.ts';
import { boardStatusEntry, health, onBoardEdit, onReconcile, onSweep, setUpBoard } from './entry/entries.ts';
import { moveMany, previewMoves } from './entry/many-entries.ts';
import { page } from './entry/page.ts';
import { onSchedule } from './entry/on-schedule.ts';

/** The functions by the names they are deployed under. */
export const HTTP_FUNCTIONS = {
  onBoardEdit,
  setUpBoard,
  boardStatus: boardStatusEntry,
  previewMoves,
  moveMany,
  onSweep,
  onReconcile,
  page,
  health: () => health,
} as const;
export type HttpFunctionName = keyof typeof HTTP_FUNCTIONS;

/** A Pub/Sub message as Eventarc hands it over. */
const SCHEDULE_MESSAGE = z.object({ message: z.object({ data: z.base64() }) });

/** Registers every function with the framework. The app is built on the first call, not at load. */
export const register = (app: () => App): void => {
  for (const [name, make] of Object.entries(HTTP_FUNCTIONS)) {
    let handler: ReturnType<typeof make> | undefined;
    http(name, (request, response) => {
      handler ??= make(app());
      return handler(request, response);
    });
  }
  cloudEvent('onSchedule', (event: CloudEvent<unknown>) => {
    const { message } = SCHEDULE_MESSAGE.parse(event.data);
    return onSchedule(app(), event.id, Buffer.from(message.data, 'base64').toString('utf8'));
  });
};
