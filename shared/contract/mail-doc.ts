import { z } from 'zod';
import { MAIL_GROUPS, MAIL_PACES, type MailChoice } from '../domain/mail-choice.ts';
import { DROP_REASONS, type DroppedMail, type WaitingMail } from '../domain/mail-waits.ts';
import { instantSchema } from './stored-ids.ts';

/** What is stored about mail: who waits for it, what people chose, what could not be delivered. */
export const waitingMailSchema: z.ZodType<WaitingMail> = z.looseObject({
  due: instantSchema,
  waits: z
    .record(
      z.string(),
      z.looseObject({ due: instantSchema, tries: z.int(), inDoubt: z.string().exactOptional() }),
    )
    .nullable(),
});

export const mailChoiceSchema: z.ZodType<MailChoice> = z.looseObject({
  pace: z.enum(MAIL_PACES),
  groups: z.array(z.enum(MAIL_GROUPS)),
});

export const droppedMailSchema: z.ZodType<DroppedMail> = z.looseObject({
  at: instantSchema,
  name: z.string(),
  kinds: z.array(z.string()),
  reason: z.enum(DROP_REASONS),
});
