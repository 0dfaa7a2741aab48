import { mailWords } from '../../text/mail-words.ts';
import { undeliveredWords } from '../../text/undelivered-words.ts';
import { all, LISTED, type Section } from '../mail-context.ts';
import { tabUrl } from '../tab-url.ts';

/**
 * Mail to others that was given up. Nobody is told of their own, and nobody of a mail that only told of such: two
 * supervisors with broken addresses would write to each other for ever.
 */
export const undelivered: Section = (context, reader) => {
  const dropped = all(context, 'mailDropped').filter(
    ({ rep, dropped: { kinds } }) =>
      rep !== reader.rep && reader.hears(rep) && kinds.some((kind) => kind !== 'undelivered'),
  );
  const [first] = dropped;
  if (first === undefined) return null;
  const words = undeliveredWords(reader.language);
  const { more, seeTeamTab } = mailWords(reader.language);
  const rest = dropped.length - LISTED;
  const names = new Set(dropped.map((one) => one.dropped.name));
  return {
    kind: 'undelivered',
    subject: words.subject(first.dropped.name, names.size - 1),
    heading: words.heading,
    lines: [
      ...dropped.slice(0, LISTED).map(({ dropped: { name, kinds, reason } }) => ({
        text: words.line(name, words.about(kinds), words.reason[reason]),
        below: [],
      })),
      ...(rest > 0 ? [{ text: more(rest), below: [] }] : []),
      { text: words.what, below: [], action: { label: seeTeamTab, url: tabUrl(context, 'team') } },
    ],
    why: words.why,
  };
};
