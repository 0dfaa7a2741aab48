import { z } from 'zod';
import type { Day, Instant } from '../domain/day.ts';
import type { EventId, ReceiptId, RepId, TaskId, TeamId } from '../domain/ids.ts';
import { CUSTOMER_VALUES, DIFFICULTIES } from '../domain/task.ts';

/** Ids, days and times as stored: plain text and numbers that the program knows by kind. */
export const branded = <T extends string>(schema: z.ZodString): z.ZodType<T, string> =>
  schema as unknown as z.ZodType<T, string>;

export const eventIdSchema = branded<EventId>(z.string().min(1));
export const taskIdSchema = branded<TaskId>(z.string().min(1));
export const repIdSchema = branded<RepId>(z.string().min(1));
export const receiptIdSchema = branded<ReceiptId>(z.string().min(1));
export const teamIdSchema = branded<TeamId>(z.string().min(1));
export const daySchema = branded<Day>(z.string().regex(/^\d{4}-\d{2}-\d{2}$/));
export const instantSchema: z.ZodType<Instant, number> = z.number();
export const cellSchema = z.templateLiteral([z.enum(CUSTOMER_VALUES), '/', z.enum(DIFFICULTIES)]);
