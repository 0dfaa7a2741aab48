import { keyTasksOf, loadOf } from '../../scoring/load.ts';
import type { Rep } from '../../domain/rep.ts';
import { mailWords } from '../../text/mail-words.ts';
import {
  all,
  nameOf,
  pageOf,
  taskName,
  type MailContext,
  type Reader,
  type Section,
} from '../mail-context.ts';
import { mainReason, receiptFold, stillMade, type Made } from '../open-suggestions.ts';
import type { MailLine } from '../planned-mail.ts';

/**
 * Who is overloaded and paused, with what could go to whom; and who was given more by hand although they are
 * above a limit. Loads are those of the moment the mail is written; who is back within the limits is left out.
 */
export const overload: Section = (context, reader) => {
  const paused = pausedReps(context, reader);
  const given = givenOver(context, reader);
  const [first, over] = [paused[0], given[0]];
  const { policy } = context.state.team;
  const words = mailWords(reader.language).overload;
  const lines = [
    ...paused.map((rep) => pausedLine(context, reader, rep)),
    ...given.map(({ rep, taskId }) => givenLine(context, reader, rep, taskId)),
  ];
  if (first !== undefined) {
    const load = loadOf(first.open, policy);
    const subject = words.subject(first.fields.name, load, policy.load.limit, paused.length - 1);
    return { kind: 'overload', subject, heading: words.heading, lines, why: words.why };
  }
  if (over === undefined) return null;
  return {
    kind: 'overload',
    subject: words.overSubject(over.rep.fields.name, loadOf(over.rep.open, policy)),
    heading: words.overHeading,
    lines,
    why: words.overWhy,
  };
};

const pausedReps = (context: MailContext, { hears }: Reader): readonly Rep[] => {
  const ids = new Set(all(context, 'repPaused').map(({ rep }) => rep));
  return [...ids].flatMap((id) => {
    const rep = context.state.team.reps[id];
    return rep?.paused === true && hears(id) ? [rep] : [];
  });
};

interface Given {
  readonly rep: Rep;
  readonly taskId: string;
}

/** The last task given to each rep over the limit, as far as they are still over it. */
const givenOver = (context: MailContext, { hears }: Reader): readonly Given[] => {
  const { reps, policy } = context.state.team;
  const last = new Map(all(context, 'overLimit').map(({ rep, taskId }) => [rep, taskId]));
  return [...last].flatMap(([id, taskId]): readonly Given[] => {
    const rep = reps[id];
    if (rep === undefined || !hears(id)) return [];
    const over = loadOf(rep.open, policy) > policy.load.limit || keyTasksOf(rep.open) > policy.load.keyLimit;
    return over ? [{ rep, taskId }] : [];
  });
};

const pausedLine = (context: MailContext, reader: Reader, rep: Rep): MailLine => {
  const { policy } = context.state.team;
  const { overload: words, seeSuggestion, seeTeam } = mailWords(reader.language);
  // Whatever the cause: a deal suggested to somebody else for a better fit lightens the load just as well.
  const relief = stillMade(context).filter(({ pending }) => pending.from === rep.id);
  const [first] = relief;
  const load = loadOf(rep.open, policy);
  return {
    text: words.line(rep.fields.name, load, policy.load.limit, keyTasksOf(rep.open), policy.load.keyLimit),
    below: first === undefined ? [words.noRelief] : relief.map((made) => reliefText(context, reader, made)),
    folded: relief
      .filter(({ pending }) => pending.cause === 'OVERLOAD')
      .map(({ receipt }) => receiptFold(context, receipt, reader.language)),
    action:
      first === undefined
        ? { label: seeTeam, url: pageOf(context, reader, 'team') }
        : { label: seeSuggestion, url: pageOf(context, reader, 'ask', first.pending.taskId) },
  };
};

const reliefText = (context: MailContext, { language }: Reader, made: Made): string =>
  mailWords(language).overload.relief(
    taskName(context, made.pending.taskId),
    nameOf(context, made.pending.to),
  ) + mainReason(made, language);

const givenLine = (context: MailContext, reader: Reader, rep: Rep, taskId: string): MailLine => {
  const { policy } = context.state.team;
  const { overload: words, seeTeam } = mailWords(reader.language);
  const load = loadOf(rep.open, policy);
  return {
    text: words.overLine(rep.fields.name, load, policy.load.limit, taskName(context, taskId)),
    below: [],
    action: { label: seeTeam, url: pageOf(context, reader, 'team') },
  };
};
