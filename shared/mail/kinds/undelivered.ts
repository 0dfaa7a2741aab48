import { undeliveredWords } from '../../text/undelivered-words.ts';
import { all, type Section } from '../mail-context.ts';

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
  const names = new Set(dropped.map((one) => one.dropped.name));
  return {
    kind: 'undelivered',
    subject: words.subject(first.dropped.name, names.size - 1),
    heading: words.heading,
    lines: [
      ...dropped.map(({ dropped: { name, kinds, reason } }) => ({
        text: words.line(name, words.about(kinds), words.reason[reason]),
        below: [],
      })),
      { text: words.what, below: [] },
    ],
    why: words.why,
  };
};
