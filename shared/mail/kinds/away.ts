import type { Cause } from '../../domain/suggestion.ts';
import { leaveLines } from '../../outbox/leave-lines.ts';
import { mailWords } from '../../text/mail-words.ts';
import { nameOf, type Section } from '../mail-context.ts';
import { stillMade } from '../open-suggestions.ts';
import { suggestionLines } from '../suggestion-lines.ts';

const CAUSES: readonly Cause[] = ['OWNER_AWAY', 'LEAVE_OVER'];

/**
 * Somebody is on leave, gone or back: what moves, waits and comes back, and the suggestions about it. While an owner
 * is away nobody but the supervisor can answer for them.
 */
export const away: Section = (context, reader) => {
  const news = leaveLines(context.effects, context.state, reader.hears, reader.language);
  const made = stillMade(context).filter(
    ({ pending }) => CAUSES.includes(pending.cause) && reader.hears(pending.from),
  );
  const [first] = made;
  if (news === null && first === undefined) return null;
  const words = mailWords(reader.language).away;
  const lines = [...(news?.lines ?? []), ...suggestionLines(context, reader, made)];
  if (news !== null) return { kind: 'away', ...news, lines };
  const subject = words.subject(nameOf(context, first?.pending.from), made.length);
  return { kind: 'away', subject, heading: words.heading, lines, why: words.why };
};
