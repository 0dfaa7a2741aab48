import type { BoardState, Team } from '../domain/board-state.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { CountedRow } from '../domain/proof.ts';
import type { Rep } from '../domain/rep.ts';
import { sameData } from '../domain/same-data.ts';
import type { Task } from '../domain/task.ts';
import { withBoardProof, withRowProof } from '../tags/learn-from-proof.ts';
import { closedWrites, rowPart, withProof, type ProofWrite } from '../tags/proof-books.ts';
import { proofOfTask } from '../tags/proof-of.ts';
import type { Effect } from './effects.ts';

/** What one effect does to the record of counted rows and closed deals, in order. */
export const proofWrites = (effect: Effect): readonly ProofWrite[] => {
  if (effect.type === 'proofRowsCounted')
    return effect.rows.map(({ id, after }) => ({ part: rowPart(effect.tab, id), key: id, entry: after }));
  if (!('task' in effect) || effect.type === 'rowRestored') return [];
  return closedWrites('before' in effect ? effect.before : undefined, effect.task);
};

/** The record of counted rows after one effect. */
export const foldProofBooks = (state: BoardState, effect: Effect): BoardState => {
  const writes = proofWrites(effect);
  return writes.length === 0 ? state : { ...state, proofs: writes.reduce(withProof, state.proofs ?? {}) };
};

/** The team's proof, and whose tags it changed, after one effect. */
export const foldProof = (team: Team, effect: Effect): Team => {
  if (effect.type === 'proofRowsCounted')
    return effect.rows.reduce((all, { before, after }) => counted(counted(all, before, -1), after, 1), team);
  if (effect.type === 'tagsReviewed') return withoutRetagged(team, effect.reps);
  if (effect.type === 'tagsLearnt')
    return withRetagged(
      team,
      effect.reps.map(({ rep }) => rep),
    );
  if (effect.type === 'repChanged')
    return effect.before !== null && saysOther(effect.before, effect.rep)
      ? withRetagged(team, [effect.rep.id])
      : team;
  if (!('task' in effect) || effect.type === 'rowRestored') return team;
  const before = 'before' in effect ? effect.before : undefined;
  return proven(before === undefined ? team : proven(team, before, -1), effect.task, 1);
};

const counted = (team: Team, row: CountedRow | null, sign: 1 | -1): Team =>
  row === null ? team : withRowProof(team, row, sign);

/** Adds (or takes away) what a closed deal proves. */
const proven = (team: Team, task: Task, sign: 1 | -1): Team => {
  const proof = proofOfTask(task);
  return proof === null ? team : withBoardProof(team, proof, sign);
};

/** Whether what is said of a rep's skills has changed by hand: tags, tier, contests. */
const saysOther = ({ fields: a }: Rep, { fields: b }: Rep): boolean =>
  a.tier !== b.tier || !sameData(a.tags, b.tags) || !sameData(a.contested ?? [], b.contested ?? []);

const withRetagged = (team: Team, reps: readonly RepId[]): Team => ({
  ...team,
  retagged: [...new Set([...(team.retagged ?? []), ...reps])].sort(byText),
});

const withoutRetagged = ({ retagged = [], ...team }: Team, reps: readonly RepId[]): Team => {
  const left = retagged.filter((id) => !reps.includes(id));
  return left.length === 0 ? team : { ...team, retagged: left };
};
