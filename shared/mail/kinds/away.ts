import { mailWords } from '../../text/mail-words.ts';
import { nameOf, type Section } from '../mail-context.ts';
import { stillMade } from '../open-suggestions.ts';
import { suggestionLines } from '../suggestion-lines.ts';

/** Somebody is on leave or gone and their deals need a hand: nobody can answer for them but the supervisor. */
export const away: Section = (context, reader) => {
  const made = stillMade(context).filter(
    ({ pending }) => pending.cause === 'OWNER_AWAY' && reader.hears(pending.from),
  );
  const [first] = made;
  if (first === undefined) return null;
  const words = mailWords(reader.language).away;
  return {
    kind: 'away',
    subject: words.subject(nameOf(context, first.pending.from), made.length),
    heading: words.heading,
    lines: suggestionLines(context, reader, made),
    why: words.why,
  };
};
