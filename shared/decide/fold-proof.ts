import type { BoardState, Team } from '../domain/board-state.ts';
import type { RepId } from '../domain/ids.ts';
import type { CountedRow } from '../domain/proof.ts';
import type { Rep, Skills } from '../domain/rep.ts';
import { sameData } from '../domain/same-data.ts';
import type { Task } from '../domain/task.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
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

/** The team's proof, and whose skills changed, after one effect. `old` is the team before it. */
export const foldProof = (old: Team, team: Team, effect: Effect): Team => {
  switch (effect.type) {
    case 'proofRowsCounted':
      return effect.rows.reduce(
        (all, { before, after }) => counted(counted(all, before, -1), after, 1),
        team,
      );
    case 'tagsReviewed':
      return withoutRetagged(team, effect.reps);
    case 'tagsLearnt':
      return effect.reps.reduce((all, { rep }) => withRetagged(all, old.reps[rep]), team);
    case 'repChanged':
      return effect.before !== null && saysOther(effect.before, effect.rep)
        ? withRetagged(team, effect.before)
        : team;
    case 'rowRestored':
      return team;
    default:
      if (!('task' in effect)) return team;
      return proven('before' in effect ? proven(team, effect.before, -1) : team, effect.task, 1);
  }
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

/** Remembers what was said of a rep, unless something older is remembered already. */
const withRetagged = (team: Team, before: Rep | undefined): Team =>
  before === undefined || team.retagged?.[before.id] !== undefined
    ? team
    : { ...team, retagged: { ...team.retagged, [before.id]: skillsOf(before) } };

const skillsOf = ({ fields, learnt }: Rep): Skills => ({
  fields: {
    tier: fields.tier,
    tags: fields.tags,
    ...withoutEmpty({ tierOpen: fields.tierOpen, contested: fields.contested }),
  },
  ...withoutEmpty({ learnt }),
});

const withoutRetagged = ({ retagged = {}, ...team }: Team, reps: readonly RepId[]): Team => {
  const left = Object.entries(retagged).filter(([id]) => !reps.includes(id as RepId));
  return left.length === 0 ? team : { ...team, retagged: Object.fromEntries(left) };
};
