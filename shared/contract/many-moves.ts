import { z } from 'zod';
import { TASK_TYPES } from '../domain/task.ts';
import { MANY_AT_ONCE } from '../domain/many-size.ts';
import { eventId, spreadsheetId } from './edit-event.ts';
import { repIdSchema, taskIdSchema } from './stored-ids.ts';

/** What the sidebar sends to look at a move of many deals, and then to make it. */
const id = <T extends string>(schema: z.ZodType<T, string>): z.ZodType<T, string> =>
  z
    .string()
    .regex(/^[0-9A-Za-z_-]{1,64}$/)
    .pipe(schema);
const language = z.enum(['zh-CN', 'en']);

export const PREVIEW_MOVES_REQUEST = z.object({
  spreadsheetId,
  language,
  from: id(repIdSchema),
  type: z.enum(TASK_TYPES).optional(),
  to: id(repIdSchema).optional(),
});
export type PreviewMovesRequest = z.input<typeof PREVIEW_MOVES_REQUEST>;

export const MOVE_MANY_REQUEST = z.object({
  id: eventId,
  spreadsheetId,
  language,
  from: id(repIdSchema),
  moves: z
    .array(z.object({ taskId: id(taskIdSchema), to: id(repIdSchema) }))
    .min(1)
    .max(MANY_AT_ONCE)
    .refine(
      (moves) => new Set(moves.map(({ taskId }) => taskId)).size === moves.length,
      'a deal stands twice',
    ),
});
export type MoveManyRequest = z.input<typeof MOVE_MANY_REQUEST>;
