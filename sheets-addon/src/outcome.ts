import { describeFailure, type Reply } from './reply.ts';
import type { Outcome } from './sidebar-state.ts';
import { personTexts } from './texts.ts';

/** A result with its text for the person. */
export function outcome(code: Outcome['code'], message: string): Outcome {
  return { ok: code === 'DONE', code, message };
}

/** The result of a request that the functions refused or did not answer. */
export function failedOutcome(reply: Exclude<Reply, { kind: 'ok' }>): Outcome {
  const texts = personTexts();
  const detail = describeFailure(reply);
  return outcome('FAILED', reply.kind === 'refused' ? texts.refused(detail) : texts.unreachable(detail));
}
