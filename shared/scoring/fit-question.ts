import type { RepId } from '../domain/ids.ts';
import type { Policy } from '../domain/policy.ts';
import type { RatingCell, Rep, Tally } from '../domain/rep.ts';
import type { PartReason } from '../domain/suggestion.ts';
import type { TaskType } from '../domain/task.ts';

/** What is known of a task when somebody has to be found for it. Nothing here knows how the deal will end. */
export interface FitTask {
  readonly cell: RatingCell;
  readonly type: TaskType;
  readonly industry?: string;
  readonly owner?: RepId;
  /** Whose deal it was before a leave. */
  readonly lentBy?: RepId;
}

/** A rep as a candidate: `held` is what they would hold without this task, unanswered suggestions included. */
export interface Candidate {
  readonly rep: Rep;
  readonly held: Tally;
}

/** What a factor answers: how well the rep does, 0 to 1, and why. */
export interface FactorValue {
  readonly value: number;
  readonly reason: PartReason;
}

export type FactorRule = (task: FitTask, candidate: Candidate, policy: Policy) => FactorValue;
