import type { BoardState } from '../domain/board-state.ts';
import type { Language, Rep } from '../domain/rep.ts';
import type { Effect } from '../decide/effects.ts';
import { cellOf, typeOf } from '../scoring/load.ts';
import { mainPart } from '../scoring/main-part.ts';
import { mailWords } from '../text/mail-words.ts';
import { partText } from '../text/receipt-words.ts';
import { findEntry } from './dirty.ts';

/** A part of a supervisor's mail: heading, why it is there, and its lines. The first one gives the subject. */
export interface MailSection {
  readonly subject: string;
  readonly heading: string;
  readonly why: string;
  readonly lines: readonly MailLine[];
}

/** A line, with lines below it. */
export interface MailLine {
  readonly text: string;
  readonly below: readonly string[];
}

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;
const all = <T extends Effect['type']>(effects: readonly Effect[], type: T): readonly Of<T>[] =>
  effects.filter((effect): effect is Of<T> => effect.type === type);

/** How many tasks per rep a mail lists by name; the rest is counted, the board shows them. */
const LISTED = 5;

const taskName = (state: BoardState, id: string): string => {
  const entry = findEntry(state, id)?.entry;
  return entry === undefined ? id : [entry.customer, entry.title].filter((one) => one !== '').join(' · ');
};

const nameOf = (state: BoardState, id: string | undefined): string =>
  (id && state.team.reps[id]?.fields.name) || '—';

/** What speaks most for a suggestion, in brackets; nothing where the receipt has no parts. */
const mainReason = ({ receipt }: Of<'suggestionMade'>, language: Language): string => {
  const part = mainPart(receipt);
  return part === undefined ? '' : mailWords(language).mainly(partText(part, language));
};

/** What a supervisor is told about the reps that are theirs. Sections without content are left out. */
export const mailSections = (
  effects: readonly Effect[],
  state: BoardState,
  isTheirs: (rep: string | undefined) => boolean,
  language: Language,
): readonly MailSection[] =>
  [overload, nobodyFree, overLimit, upgraded, stale].flatMap(
    (section) => section(effects, state, isTheirs, language) ?? [],
  );

type Section = (...given: Parameters<typeof mailSections>) => MailSection | null;

const overload: Section = (effects, state, isTheirs, language) => {
  const words = mailWords(language);
  const { policy } = state.team;
  const paused = all(effects, 'repPaused').filter(
    ({ rep }) => isTheirs(rep) && state.team.reps[rep]?.paused === true,
  );
  const [first] = paused;
  if (first === undefined) return null;
  const lines = paused.map(({ rep, load, keyTasks }): MailLine => {
    // Whatever the cause: a deal suggested to somebody else for a better fit lightens the load just as well.
    const relief = all(effects, 'suggestionMade').filter(({ pending }) => pending.from === rep);
    const below = relief.map(
      (made) =>
        words.relief(taskName(state, made.pending.taskId), nameOf(state, made.pending.to)) +
        mainReason(made, language),
    );
    return {
      text: words.overload(nameOf(state, rep), load, policy.load.limit, keyTasks, policy.load.keyLimit),
      below: below.length > 0 ? below : [words.noRelief],
    };
  });
  const subject = words.subject.overload(
    nameOf(state, first.rep),
    first.load,
    policy.load.limit,
    paused.length - 1,
  );
  return { subject, heading: words.heading.overload, why: words.why.overload, lines };
};

const nobodyFree: Section = (effects, state, _isTheirs, language) => {
  const words = mailWords(language);
  const [told] = all(effects, 'nobodyFree');
  if (told === undefined) return null;
  const { nearest } = told;
  const byKeys = nearest !== null && nearest.load <= nearest.resumeAt;
  const who =
    nearest === null
      ? words.nobodyAtAll
      : byKeys
        ? words.nearestByKeys(nearest.name, nearest.keyTasks, nearest.keyLimit)
        : words.nearest(nearest.name, nearest.load, nearest.resumeAt);
  const waiting = state.team.waiting.length;
  return {
    subject: words.subject.nobodyFree,
    heading: words.heading.nobodyFree,
    why: words.why.nobodyFree,
    lines: [{ text: words.nobodyFree(waiting), below: [who] }],
  };
};

const overLimit: Section = (effects, state, isTheirs, language) => {
  const words = mailWords(language);
  const warned = all(effects, 'overLimit').filter(({ rep }) => isTheirs(rep));
  const [first] = warned;
  if (first === undefined) return null;
  const { limit } = state.team.policy.load;
  return {
    subject: words.subject.overLimit(nameOf(state, first.rep), first.load),
    heading: words.heading.overLimit,
    why: words.why.overLimit,
    lines: warned.map(({ rep, load, taskId }) => ({
      text: words.overLimit(nameOf(state, rep), load, limit, taskName(state, taskId)),
      below: [],
    })),
  };
};

const upgraded: Section = (effects, state, isTheirs, language) => {
  const words = mailWords(language);
  const made = all(effects, 'suggestionMade').filter(
    ({ pending }) => pending.cause === 'VALUE_UP' && isTheirs(pending.from),
  );
  const [first] = made;
  if (first === undefined) return null;
  const customer = findEntry(state, first.pending.taskId)?.entry.customer ?? '';
  return {
    subject: words.subject.upgraded(customer, nameOf(state, first.pending.to)),
    heading: words.heading.upgraded,
    why: words.why.upgraded,
    lines: made.map((one) => ({
      text:
        words.upgraded(
          taskName(state, one.pending.taskId),
          nameOf(state, one.pending.from),
          nameOf(state, one.pending.to),
        ) + mainReason(one, language),
      below: [],
    })),
  };
};

const stale: Section = (effects, state, isTheirs, language) => {
  const words = mailWords(language);
  const raised = all(effects, 'staleRaised').filter(({ book }) => isTheirs(book));
  if (raised.length === 0) return null;
  const byRep = new Map<string, Of<'staleRaised'>[]>();
  for (const effect of raised) byRep.set(effect.book, [...(byRep.get(effect.book) ?? []), effect]);
  const lines = [...byRep].map(([rep, tasks]): MailLine => {
    const longest = [...tasks].sort((a, b) => b.days - a.days);
    const listed = longest
      .slice(0, LISTED)
      .map(({ entry, days }) =>
        words.staleTask(taskName(state, entry.taskId), days, typeOf(cellOf(entry.rating))),
      );
    const more = longest.length > LISTED ? [words.more(longest.length - LISTED)] : [];
    return { text: words.staleRep(nameOf(state, rep), tasks.length), below: [...listed, ...more] };
  });
  return {
    subject: words.subject.stale(raised.length, byRep.size),
    heading: words.heading.stale,
    why: words.why.stale,
    lines,
  };
};

/** The supervisors who hear of a rep: the one named in the Team tab, or all of them where none is. */
export const supervisorsOf = (rep: Rep | undefined, supervisors: readonly Rep[]): readonly Rep[] => {
  const named = supervisors.filter(({ fields }) => fields.name === rep?.fields.supervisor);
  return named.length > 0 ? named : supervisors;
};
