import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { RepId } from '../domain/ids.ts';
import type { BookEntry, Task } from '../domain/task.ts';
import { isAsleep } from '../decide/who-is-asked.ts';
import { lateSide } from '../moves/late-handovers.ts';
import { redAfter } from '../triggers/stale.ts';

/**
 * What to do next about a task that is not green: what its owner wrote down, else what follows from where it
 * stands. Codes; the words are in shared/text/report-words.ts.
 */
export type NextStep =
  | { readonly code: 'WRITTEN'; readonly text: string }
  /** A suggestion waits for the owner's answer. */
  | { readonly code: 'ANSWER'; readonly to: string }
  /** Just taken over: the handover is to be read (or still to be written by the giver). */
  | { readonly code: 'READ_HANDOVER' | 'AWAIT_HANDOVER'; readonly from: string }
  /** Red for longer than it took to turn red. */
  | { readonly code: 'CALL_OR_PASS_ON'; readonly days: number }
  | { readonly code: 'CALL'; readonly days: number }
  /** Yellow: red in so many days if nothing happens, at least one. */
  | { readonly code: 'BEFORE_RED'; readonly left: number };

/** Longest text of a next step in a report; the board shows it whole. */
export const STEP_CHARS = 120;

const shortened = (text: string): string => {
  const signs = [...text.replace(/\s+/g, ' ').trim()];
  return signs.length > STEP_CHARS ? `${signs.slice(0, STEP_CHARS - 1).join('')}…` : signs.join('');
};

/**
 * @param task where it has been loaded: only there the owner's own words stand
 * @param days without progress, as the rules count them
 *
 * @example red after 7 days, 9 days without progress, nothing written: CALL; from 15 days on CALL_OR_PASS_ON
 */
export const nextStepOf = (
  team: Team,
  rep: RepId,
  entry: BookEntry,
  { task, days, today }: { readonly task: Task | undefined; readonly days: number; readonly today: Day },
): NextStep => {
  const asked = askedFirst(team, rep, entry, today);
  if (asked !== null) return asked;
  const written = shortened(task?.fields.nextStep ?? '');
  if (written !== '') return { code: 'WRITTEN', text: written };
  const red = redAfter(entry, team.policy);
  if (days > 2 * red) return { code: 'CALL_OR_PASS_ON', days };
  return days > red ? { code: 'CALL', days } : { code: 'BEFORE_RED', left: red - days + 1 };
};

/** What somebody else waits for comes first: an answer, or the handover. */
const askedFirst = (team: Team, rep: RepId, { taskId }: BookEntry, today: Day): NextStep | null => {
  const nameOf = (id: RepId): string => team.reps[id]?.fields.name ?? '?';
  const pending = team.pending[taskId];
  if (pending?.from === rep && !isAsleep(pending, today)) return { code: 'ANSWER', to: nameOf(pending.to) };
  const line = team.handovers?.[taskId];
  if (line?.to !== rep) return null;
  const code = lateSide(line) === 'giver' ? 'AWAIT_HANDOVER' : 'READ_HANDOVER';
  return { code, from: nameOf(line.from) };
};
