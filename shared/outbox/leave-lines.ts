import type { BoardState } from '../domain/board-state.ts';
import type { Language } from '../domain/rep.ts';
import type { Effect, LeaveDeal } from '../decide/effects.ts';
import { leaveWords } from '../text/leave-words.ts';
import { findEntry } from './dirty.ts';

/** What a supervisor is told about leave: a line for each who went or came back, and below it what follows. */
export interface LeaveLines {
  readonly subject: string;
  readonly heading: string;
  readonly why: string;
  readonly lines: readonly { readonly text: string; readonly below: readonly string[] }[];
}

type Began = Extract<Effect, { type: 'leaveBegan' }>;
type Ended = Extract<Effect, { type: 'leaveEnded' }>;
type Made = Extract<Effect, { type: 'suggestionMade' }>;

/**
 * What moves, what waits and what comes back, from the effects of one batch; null when nobody who is theirs went on
 * leave or came back. Who is suggested for a deal is taken from the suggestions of the same batch.
 */
export const leaveLines = (
  effects: readonly Effect[],
  state: BoardState,
  isTheirs: (rep: string | undefined) => boolean,
  language: Language,
): LeaveLines | null => {
  const words = leaveWords(language).mail;
  const began = effects.filter((one): one is Began => one.type === 'leaveBegan' && isTheirs(one.rep));
  // Somebody who left while on leave is news of another kind.
  const ended = effects.filter(
    (one): one is Ended => one.type === 'leaveEnded' && isTheirs(one.rep) && !hasLeft(state, one.rep),
  );
  const made = effects.filter((one): one is Made => one.type === 'suggestionMade');
  const lines = [
    ...began.map((one) => beganLine(one, made, state, language)),
    ...ended.map((one) => endedLine(one, made, state, language)),
  ];
  const [first, back] = [began[0], ended[0]];
  const subject =
    first !== undefined
      ? words.beganSubject(nameOf(state, first.rep), first.until, first.moving)
      : back !== undefined
        ? words.backSubject(nameOf(state, back.rep), back.lent)
        : null;
  return subject === null ? null : { subject, heading: words.heading, why: words.why, lines };
};

const hasLeft = ({ team }: BoardState, rep: string): boolean =>
  team.reps[rep]?.fields.availability === 'left';

const nameOf = ({ team }: BoardState, id: string): string => team.reps[id]?.fields.name ?? '—';

const dealName = ({ customer, title }: Pick<LeaveDeal, 'customer' | 'title'>): string =>
  [customer, title].filter((one) => one !== '').join(' · ');

const beganLine = (effect: Began, made: readonly Made[], state: BoardState, language: Language) => {
  const words = leaveWords(language).mail;
  const { rep, since, until, long, moving, waiting, moves, waits } = effect;
  const to = (deal: LeaveDeal): string => {
    const suggested = made.find(({ pending }) => pending.taskId === deal.taskId && pending.from === rep);
    return suggested === undefined
      ? words.nobody(dealName(deal))
      : words.to(dealName(deal), nameOf(state, suggested.pending.to));
  };
  const below = [
    moving === 0 ? words.nothingMoves : long ? words.movesAll(moving) : words.movesSome(moving),
    ...moves.map(to),
    ...(moving > moves.length ? [words.more(moving - moves.length)] : []),
    ...(waiting > 0 ? [words.waits(waiting), ...waits.map(dealName)] : []),
    ...(waiting > waits.length ? [words.more(waiting - waits.length)] : []),
  ];
  return { text: words.began(nameOf(state, rep), since, until), below };
};

const endedLine = (effect: Ended, made: readonly Made[], state: BoardState, language: Language) => {
  const words = leaveWords(language).mail;
  const { rep, on, rampDays, lent } = effect;
  const back = made.filter(({ pending }) => pending.cause === 'LEAVE_OVER' && pending.to === rep);
  const share = Math.round(state.team.policy.leave.rampStart * 100);
  const below = [
    ...(lent === 0 ? [words.nothingLent] : []),
    ...(back.length > 0 ? [words.returns(back.length)] : []),
    ...back.map(({ pending }) => {
      const entry = findEntry(state, pending.taskId)?.entry;
      return entry === undefined ? pending.taskId : dealName(entry);
    }),
    ...(lent > back.length ? [words.returnsLater] : []),
    ...(rampDays > 0 ? [words.ramp(rampDays, share)] : []),
  ];
  return { text: words.back(nameOf(state, rep), on), below };
};
