import { dayAt, daysBetween, type Day } from '../domain/day.ts';
import type { RepId } from '../domain/ids.ts';
import type { Mark, RowProof } from '../domain/proof.ts';
import type { Difficulty, Task } from '../domain/task.ts';
import { canonicalTag } from '../text/spellings.ts';
import { isClosedDeal } from './closed-deal.ts';
import { FAST_DAYS, PER_OPINION } from './proof-rules.ts';
import { monthInQuarter, quarterOf } from './quarter.ts';

/** A closed deal, from the History tab or from a closed row of the Tasks tab. */
export interface ClosedDeal {
  readonly rep: RepId | '';
  readonly industry?: string;
  readonly difficulty?: Difficulty;
  readonly won: boolean;
  readonly startedOn?: Day;
  readonly closedOn: Day;
}

/**
 * What a closed deal proves: that it was won or lost in its industry; if won, whether fast; if won and hard, that.
 * How much money it brought is not asked.
 */
export const proofOfDeal = (deal: ClosedDeal): RowProof => {
  const { rep, industry = '', difficulty, won, startedOn, closedOn } = deal;
  const days = startedOn === undefined ? null : daysBetween(startedOn, closedOn);
  const marks: Mark[] = [{ slot: `industry/${canonicalTag(industry)}`, hits: won ? 1 : 0, of: 1 }];
  if (won && days !== null && days >= 0)
    marks.push({ slot: 'rhythm', hits: days <= FAST_DAYS ? 1 : 0, of: 1 });
  if (won && difficulty === 'hard') marks.push({ slot: 'hard', hits: 1, of: 1 });
  return { rep, quarter: quarterOf(closedOn), month: monthInQuarter(closedOn), marks };
};

/**
 * What a task proves: nothing while it is open; a closed deal goes on counting when its row leaves the board. It counts from the day of its last
 * progress; its start is what the CRM says, else the day its row was typed (counted in UTC, so that a change of
 * the team's time zone cannot alter what was counted before).
 */
export const proofOfTask = (task: Task): RowProof | null => {
  if (!isClosedDeal(task)) return null;
  const { industry, owner } = task.fields;
  const typedOn = task.createdBy === 'row' ? dayAt(task.createdAt, 'UTC') : undefined;
  const startedOn = task.signals?.engagedOn ?? typedOn;
  return proofOfDeal({
    rep: owner ?? '',
    won: task.fields.stage === 'won',
    closedOn: task.progressOn,
    difficulty: task.rating.difficulty,
    ...(industry === undefined ? {} : { industry }),
    ...(startedOn === undefined ? {} : { startedOn }),
  });
};

/** A supervisor's rating of a style or a tool, 1 to 5. */
export const proofOfRating = (
  rep: RepId,
  family: 'style' | 'tools',
  tag: string,
  rating: number,
  on: Day,
): RowProof => ({
  rep,
  quarter: quarterOf(on),
  month: monthInQuarter(on),
  marks: [{ slot: `${family}/${canonicalTag(tag)}`, hits: rating - 1, of: PER_OPINION }],
});

/** A visit note in which a person confirmed a tag: one full hit. */
export const proofOfNote = (rep: RepId, family: 'style' | 'tools', tag: string, on: Day): RowProof =>
  proofOfRating(rep, family, tag, PER_OPINION + 1, on);
