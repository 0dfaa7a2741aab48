import type { BoardState } from '../../shared/domain/board-state.ts';
import { eventId } from '../../shared/domain/ids.ts';
import type { BoardEvent } from '../../shared/decide/board-event.ts';
import { decide } from '../../shared/decide/decide.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import { evolveAll } from '../../shared/decide/evolve.ts';
import type { MailBatch } from '../../shared/mail/mail-context.ts';
import { planMails } from '../../shared/mail/plan-mails.ts';
import type { PlannedMail } from '../../shared/mail/planned-mail.ts';
import type { EventRecord } from '../../shared/ports/store.ts';
import { NOW } from './board-builder.ts';

/** Effects as the event that brought them keeps them. */
export const recordOf = (effects: readonly Effect[], id = 'event-1'): EventRecord => ({
  id: eventId(id),
  at: NOW,
  kind: 'sweep',
  actor: null,
  revision: 1,
  policyVersion: 1,
  auditFrom: 0,
  effects,
  delivered: false,
});

/** A batch of these effects, with the state as it is when the mail is written. */
export const batchOf = (
  state: BoardState,
  effects: readonly Effect[],
  changes: Partial<MailBatch> = {},
): MailBatch => ({
  id: 'event-1',
  records: [recordOf(effects)],
  state,
  at: NOW,
  boardUrl: 'https://board.example/',
  pageUrl: (person, view, task) => `https://page.example/${person}/${view ?? ''}/${task ?? ''}`,
  ...changes,
});

/** The mails of what an event brings about on a board. */
export const mailsAfter = (
  before: BoardState,
  event: BoardEvent,
  changes: Partial<MailBatch> = {},
): {
  readonly mails: readonly PlannedMail[];
  readonly state: BoardState;
  readonly effects: readonly Effect[];
} => {
  const effects = decide(before, event);
  const state = evolveAll(before, effects);
  return { mails: planMails(batchOf(state, effects, changes)), state, effects };
};
