import { byText } from '../domain/ids.ts';
import type { RowProof } from '../domain/proof.ts';
import { sameData } from '../domain/same-data.ts';
import { learnFromProof } from '../tags/learn-from-proof.ts';
import { EMPTY_TALLY, rebuildTally } from '../tags/proof-tally.ts';
import { PROOF_TABS, readProofRow } from '../tags/read-proof-rows.ts';
import type { ProofRead } from './board-event.ts';
import type { Draft } from './draft.ts';

/** Counts what the History, Ratings and Visit notes tabs prove, and learns from it. */
export const decideProof = (draft: Draft, event: ProofRead): void => {
  const { team } = draft.state();
  const proofs = PROOF_TABS.flatMap((tab) =>
    event[tab].flatMap((row): readonly RowProof[] => {
      const { proof } = readProofRow(tab, row, team, draft.today);
      return proof === null ? [] : [proof];
    }),
  );
  const tally = rebuildTally(proofs);
  if (!sameData(tally, team.proof?.tabs ?? EMPTY_TALLY)) draft.emit({ type: 'proofCounted', tally });
  learnTags(draft);
};

/**
 * Renews what proof says of everybody. Closing a deal only counts it; its tags follow with the next sweep, so that
 * an edit costs the same however much there is to learn from.
 */
export const learnTags = (draft: Draft): void => {
  const { team } = draft.state();
  const learnt = learnFromProof(team, draft.today);
  const changed = Object.keys(team.reps)
    .sort(byText)
    .flatMap((id) => {
      const [rep, now] = [team.reps[id], learnt.get(id) ?? null];
      return rep === undefined || sameData(rep.learnt ?? null, now) ? [] : [{ rep: rep.id, learnt: now }];
    });
  if (changed.length > 0) draft.emit({ type: 'tagsLearnt', reps: changed });
};
