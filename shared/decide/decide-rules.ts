import { parsePolicy } from '../contract/policy.ts';
import { byText } from '../domain/ids.ts';
import { sameData } from '../domain/same-data.ts';
import { drainQueue } from '../triggers/capacity-freed.ts';
import { settlePause } from '../triggers/overload.ts';
import type { RulesRead } from './board-event.ts';
import { learnTags } from './decide-proof.ts';
import type { Draft } from './draft.ts';
import { problemsPrint } from './evolve.ts';

/**
 * Reads the Rules tab. Good rules come into force at once, under a new version; with any problem the last
 * good ones stay, and every problem is shown beside its rule (spec 3).
 */
export const decideRules = (draft: Draft, event: RulesRead): void => {
  const { team } = draft.state();
  const parsed = parsePolicy(event.rows);
  if (!parsed.ok) {
    const again = team.rulesProblems > 0 && team.rulesPrint === problemsPrint(parsed.error);
    draft.emit({ type: 'policyRefused', problems: parsed.error, ...(again ? { again } : {}) });
    return;
  }
  const same = sameData(parsed.value, team.policy);
  if (same && team.rulesProblems === 0) return;
  draft.emit({ type: 'policyChanged', policy: parsed.value, version: team.policyVersion + (same ? 0 : 1) });
  if (!sameData(parsed.value.tags, team.policy.tags)) learnTags(draft);
  for (const id of Object.keys(team.reps).sort(byText)) {
    const rep = draft.state().team.reps[id];
    if (rep !== undefined) settlePause(draft, rep.id);
  }
  drainQueue(draft);
};
