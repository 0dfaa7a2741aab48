import type { Policy } from '../domain/policy.ts';
import type { CustomerValue, Difficulty, Rating, TaskFields, TaskSignals } from '../domain/task.ts';

const proposedValue = (worth: number | undefined, { propose }: Policy): CustomerValue => {
  if (worth === undefined) return 'medium';
  if (worth >= propose.highFrom) return 'high';
  return worth >= propose.mediumFrom ? 'medium' : 'low';
};

const proposedDifficulty = (signals: TaskSignals, { propose }: Policy): Difficulty => {
  const { customerEmployees: size, decisionMakers } = signals;
  if (decisionMakers !== undefined && decisionMakers >= propose.hardDecisionMakers) return 'hard';
  if (size === undefined) return 'medium';
  if (size >= propose.hardFrom) return 'hard';
  return size >= propose.mediumSizeFrom ? 'medium' : 'easy';
};

/**
 * Value and difficulty of a task: what was typed, else what the rule table proposes from the list price (or
 * the amount), the customer's size and the number of deciders (spec 3.1). Where nothing is known the middle
 * is proposed. `proposed` names the halves that still wait for a person to confirm.
 *
 * @example rate({ …, amount: 5000 }, {}, DEFAULT_POLICY) // high value and medium difficulty, both proposed
 */
export const rate = (fields: TaskFields, signals: TaskSignals, policy: Policy): Rating => ({
  value: fields.value ?? proposedValue(signals.listPrice ?? fields.amount, policy),
  difficulty: fields.difficulty ?? proposedDifficulty(signals, policy),
  proposed: [
    ...(fields.value === undefined ? (['value'] as const) : []),
    ...(fields.difficulty === undefined ? (['difficulty'] as const) : []),
  ],
});
