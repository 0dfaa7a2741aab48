import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { RepId, TaskId } from '../domain/ids.ts';
import type { RatingCell, Rep, Tally } from '../domain/rep.ts';
import type { ExclusionRule } from '../domain/suggestion.ts';
import { awayRule } from './absence.ts';
import type { Candidate } from './fit-question.ts';
import { isOverloaded, tallyPlus } from './load.ts';
import { isRampFull } from './ramp.ts';

/**
 * Open tasks plus what unanswered suggestions would add, leaving out one task if one is named. Counting suggestions is what
 * spreads fifty pasted rows like fifty single ones, instead of giving all to whoever is best right now.
 */
export const heldWithout = (team: Team, rep: Rep, task: TaskId | null, own: RatingCell | null): Tally => {
  let held = own === null ? rep.open : tallyPlus(rep.open, own, -1);
  for (const pending of Object.values(team.pending)) {
    if (pending.to === rep.id && pending.taskId !== task) held = tallyPlus(held, pending.cell, 1);
  }
  return held;
};

/** Why a rep may not be suggested now, or null. Paused, away and gone reps never are (spec 3.2). */
export const exclusion = (rep: Rep, held: Tally, team: Team, today: Day): ExclusionRule | null => {
  if (rep.fields.role === 'supervisor') return 'SUPERVISOR';
  const away = awayRule(rep, today);
  if (away !== null) return away;
  if (rep.paused) return 'PAUSED';
  if (isOverloaded(held, team.policy)) return 'FULL_WITH_PENDING';
  return isRampFull(rep, held, team.policy, today) ? 'RAMPING' : null;
};

/** Everybody of the team, sorted into who may be suggested for a task and who may not, and by which rule. */
export const candidatesFor = (
  team: Team,
  task: { readonly id: TaskId; readonly owner?: RepId; readonly cell: RatingCell },
  today: Day,
): {
  readonly eligible: readonly Candidate[];
  readonly excluded: readonly { readonly rep: Rep; readonly rule: ExclusionRule }[];
} => {
  const eligible: Candidate[] = [];
  const excluded: { rep: Rep; rule: ExclusionRule }[] = [];
  for (const rep of Object.values(team.reps)) {
    if (rep.id === task.owner) continue;
    const held = heldWithout(team, rep, task.id, null);
    const rule = exclusion(rep, held, team, today);
    if (rule === null) eligible.push({ rep, held });
    else excluded.push({ rep, rule });
  }
  return { eligible, excluded };
};
