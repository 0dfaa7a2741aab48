import { mailWords } from '../../text/mail-words.ts';
import { nearestToRoom } from '../../triggers/nearest.ts';
import { all, pageOf, type MailContext, type Reader, type Section } from '../mail-context.ts';

/** Everyone is paused or away and tasks wait (spec 3.2): how many, who is nearest, and what would free them. */
export const nobodyFree: Section = (context, reader) => {
  const { nobodyFreeSince, waiting } = context.state.team;
  const told = all(context, 'nobodyFree').length > 0;
  if (!told || nobodyFreeSince === undefined || waiting.length === 0 || !reader.hears(undefined)) return null;
  const { nobodyFree: words, seeQueue } = mailWords(reader.language);
  const action = { label: seeQueue, url: pageOf(context, reader, 'team') };
  return {
    kind: 'nobodyFree',
    subject: words.subject,
    heading: words.heading,
    lines: [{ text: words.line(waiting.length), below: [nearestText(context, reader)], action }],
    why: words.why,
  };
};

const nearestText = ({ state, today }: MailContext, { language }: Reader): string => {
  const words = mailWords(language).nobodyFree;
  const nearest = nearestToRoom(state.team, today);
  if (nearest === null) return words.nobodyAtAll;
  const byKeys = nearest.load <= nearest.resumeAt;
  return byKeys
    ? words.nearestByKeys(nearest.name, nearest.keyTasks, nearest.keyLimit)
    : words.nearest(nearest.name, nearest.load, nearest.resumeAt);
};
