import { z } from 'zod';

/** What the add-on sends when somebody edits the board. A hint: the function reads the rows itself. */
export const eventId = z
  .string()
  .regex(/^[0-9A-Za-z-]{8,64}$/)
  .describe('made by the add-on; the same id is processed once');
export const spreadsheetId = z.string().regex(/^[0-9A-Za-z_-]{3,120}$/);
const rowCount = z.int().min(0).max(10_000_000);
/** A client's clock may be off; what it says is kept only for the record. */
const sentAt = z.iso.datetime({ offset: true });

export const EDIT_EVENT = z.object({
  id: eventId,
  at: sentAt,
  spreadsheetId,
  kind: z.enum(['edit', 'change']),
  sheetId: z.int().min(0).optional(),
  range: z
    .object({ startRow: rowCount, endRow: rowCount, startColumn: rowCount, endColumn: rowCount })
    .refine((range) => range.endRow > range.startRow && range.endColumn > range.startColumn)
    .optional(),
  changeType: z.string().max(40).optional(),
  user: z.string().max(254).optional(),
});
export type EditEvent = z.infer<typeof EDIT_EVENT>;

export const SET_UP_REQUEST = z.object({
  id: eventId,
  at: sentAt,
  spreadsheetId,
  language: z.enum(['zh-CN', 'en']),
  user: z.string().max(254).optional(),
});
export type SetUpRequest = z.infer<typeof SET_UP_REQUEST>;

export const STATUS_REQUEST = z.object({ spreadsheetId, language: z.enum(['zh-CN', 'en']) });
export type StatusRequest = z.infer<typeof STATUS_REQUEST>;

/** "Check this board now" of the add-on, and the scheduler's run for one team. */
export const CHECK_REQUEST = z.object({ id: eventId, at: sentAt, spreadsheetId });
export type CheckRequest = z.infer<typeof CHECK_REQUEST>;

/** The scheduler names no team (fan out to all) or one. */
export const SWEEP_REQUEST = z.object({ id: eventId.optional(), spreadsheetId: spreadsheetId.optional() });
