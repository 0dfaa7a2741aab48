import type { HandoverLine } from '../../domain/handover.ts';
import { lateSide } from '../../moves/late-handovers.ts';
import { isOnLeave } from '../../scoring/absence.ts';
import { mailWords, type HandoverAsk } from '../../text/mail-words.ts';
import {
  all,
  LISTED,
  nameOf,
  nameOfTask,
  pageOf,
  type MailContext,
  type Reader,
  type Section,
} from '../mail-context.ts';
import type { MailLine } from '../planned-mail.ts';

interface Ask {
  readonly ask: HandoverAsk;
  readonly line: HandoverLine;
}

/**
 * Handovers (spec 3.6): the former owner is asked to write, the new one to read, whoever is late is reminded,
 * and the supervisor hears what they may release. What stands in a handover is not in the mail.
 */
export const handover: Section = (context, reader) => {
  const asks = openAsks(context).filter((one) => isFor(one, reader, context));
  const [first] = asks;
  if (first === undefined) return null;
  const { handover: words, more } = mailWords(reader.language);
  const open = { label: words.open, url: pageOf(context, reader, 'handover') };
  const lines = asks.slice(0, LISTED).map((one) => lineOf(context, reader, one));
  const rest = asks.length - LISTED;
  return {
    kind: 'handover',
    subject: words.subject[first.ask](first.line.customer, asks.length - 1),
    heading: words.heading,
    lines: rest > 0 ? [...lines, { text: more(rest), below: [], action: open }] : lines,
    why: words.why,
  };
};

/** Nobody on leave is asked for anything: the supervisor hears when they may release what is missing. */
const isFor = ({ ask, line }: Ask, { rep, hears }: Reader, { state, today }: MailContext): boolean => {
  if (ask === 'release') return hears(line.from);
  const asked = ask === 'write' || ask === 'writeLate' ? line.from : line.to;
  return rep === asked && !isOnLeave(state.team.reps[asked], today);
};

/** Each handover asks the same of the same person once; a reminder takes the place of the first time. */
const openAsks = (context: MailContext): readonly Ask[] => {
  const late = lateAsks(context);
  const reminded = new Set(late.map(({ line }) => line.taskId));
  const fresh = freshAsks(context).filter(({ line }) => !reminded.has(line.taskId));
  return [...new Map([...fresh, ...late].map((one) => [`${one.ask} ${one.line.taskId}`, one])).values()];
};

/** Handovers that these events opened. What has been closed or has moved on since asks nobody any more. */
const freshAsks = (context: MailContext): readonly Ask[] =>
  all(context, 'taskChanged').flatMap(({ before, task }): readonly Ask[] => {
    if (before.handover === task.handover) return [];
    const line = context.state.team.handovers?.[task.id];
    if (line === undefined || line.openedAt !== task.handover?.openedAt) return [];
    const read: Ask = { ask: 'read', line };
    return line.gaps.length > 0 ? [{ ask: 'write', line }, read] : [read];
  });

/** Whoever is still late now; the supervisor may release what its giver has not written. */
const lateAsks = (context: MailContext): readonly Ask[] =>
  all(context, 'handoverLate').flatMap((late): readonly Ask[] => {
    const line = context.state.team.handovers?.[late.line.taskId];
    if (line === undefined || line.openedAt !== late.line.openedAt || lateSide(line) !== late.late) return [];
    if (late.late === 'taker') return [{ ask: 'readLate', line }];
    return [
      { ask: 'writeLate', line },
      { ask: 'release', line },
    ];
  });

const lineOf = (context: MailContext, reader: Reader, { ask, line }: Ask): MailLine => {
  const words = mailWords(reader.language).handover;
  return {
    text: words.line[ask](nameOfTask(line), nameOf(context, line.from), nameOf(context, line.to)),
    below: [],
    task: line.taskId,
    action: { label: words.action[ask], url: pageOf(context, reader, 'handover', line.taskId) },
  };
};
