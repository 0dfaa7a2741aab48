import { z } from 'zod';
import { HANDOVER_ITEMS, type Handover, type HandoverItem, type HandoverLine } from '../domain/handover.ts';
import { instantSchema, repIdSchema, taskIdSchema } from './stored-ids.ts';

/** What a stored handover must look like when it is read back: with its task, and as a line of the team's head. */
const handoverItem: z.ZodType<HandoverItem> = z.looseObject({
  text: z.string(),
  source: z.enum(['none', 'draft', 'person']),
  confirmed: z.boolean(),
});

export const handoverSchema: z.ZodType<Handover> = z.looseObject({
  from: repIdSchema,
  to: repIdSchema,
  openedAt: instantSchema,
  due: instantSchema,
  items: z.looseObject({ preferences: handoverItem, highlights: handoverItem, concerns: handoverItem }),
  state: z.enum(['open', 'done', 'released']),
  get earlier() {
    return handoverSchema.exactOptional();
  },
});

export const handoverLineSchema: z.ZodType<HandoverLine> = z.looseObject({
  taskId: taskIdSchema,
  customer: z.string(),
  title: z.string(),
  from: repIdSchema,
  to: repIdSchema,
  openedAt: instantSchema,
  due: instantSchema,
  written: z.array(z.enum(HANDOVER_ITEMS)),
  confirmed: z.array(z.enum(HANDOVER_ITEMS)),
  gaps: z.array(z.enum(HANDOVER_ITEMS)),
  remindedAt: instantSchema.exactOptional(),
});
