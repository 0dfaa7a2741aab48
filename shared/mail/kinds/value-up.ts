import { findEntry } from '../../outbox/dirty.ts';
import { mailWords } from '../../text/mail-words.ts';
import { nameOf, type Section } from '../mail-context.ts';
import { suggestionLines } from '../suggestion-lines.ts';
import { stillMade } from '../open-suggestions.ts';

/** A customer went up and somebody fits clearly better (spec 3.3): for the owner's supervisor. */
export const valueUp: Section = (context, reader) => {
  const made = stillMade(context).filter(
    ({ pending }) => pending.cause === 'VALUE_UP' && reader.hears(pending.from),
  );
  const [first] = made;
  if (first === undefined) return null;
  const words = mailWords(reader.language).valueUp;
  const customer = findEntry(context.state, first.pending.taskId)?.entry.customer ?? '';
  return {
    kind: 'valueUp',
    subject: words.subject(customer, nameOf(context, first.pending.to)),
    heading: words.heading,
    lines: suggestionLines(context, reader, made),
    why: words.why,
  };
};
