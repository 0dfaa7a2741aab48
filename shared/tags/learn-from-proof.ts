import type { Team } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { Count, CountedRow, Learnt, ProofTally, RowProof, Slot } from '../domain/proof.ts';
import { learnTeam } from './learn-team.ts';
import { addProof, EMPTY_TALLY } from './proof-tally.ts';
import { quarterOf } from './quarter.ts';

type Proof = NonNullable<Team['proof']>;
const NO_PROOF: Proof = { board: EMPTY_TALLY };

/** The proof of a team with that of one closed task added (1) or taken away (−1). */
export const withBoardProof = (team: Team, proof: RowProof, sign: 1 | -1): Team => {
  const present = team.proof ?? NO_PROOF;
  return { ...team, proof: { ...present, board: addProof(present.board, proof, sign) } };
};

/** The proof of a team with that of one row of History, Ratings or Visit notes added (1) or taken away (−1). */
export const withRowProof = (team: Team, { proof, day, twin }: CountedRow, sign: 1 | -1): Team => {
  const present = team.proof ?? NO_PROOF;
  const rows = present.rows ?? EMPTY_TALLY;
  return {
    ...team,
    proof: {
      ...present,
      rows: twin === true ? rows : addProof(rows, proof, sign),
      days: day === undefined ? (present.days ?? {}) : withDay(present.days ?? {}, day, sign),
    },
  };
};

const withDay = (days: Readonly<Record<string, number>>, day: Day, sign: 1 | -1): Record<string, number> => {
  const { [day]: old = 0, ...others } = days;
  return old + sign === 0 ? others : { ...others, [day]: old + sign };
};

/** Both tallies as one: whole numbers, so it does not matter which proof came from where. */
export const wholeTally = ({ board, rows = EMPTY_TALLY }: Proof): ProofTally =>
  Object.entries(board).reduce((sum, [rep, slots]) => addSlots(sum, rep, slots), rows);

const addSlots = (tally: ProofTally, rep: string, slots: ProofTally[string]): ProofTally => {
  const present: Record<string, Readonly<Record<string, Count>> | undefined> = { ...tally[rep] };
  for (const [slot, counts] of Object.entries(slots) as [Slot, Readonly<Record<string, Count>>][])
    present[slot] = sumOf(present[slot] ?? {}, counts);
  return { ...tally, [rep]: present };
};

const sumOf = (
  a: Readonly<Record<string, Count>>,
  b: Readonly<Record<string, Count>>,
): Readonly<Record<string, Count>> => {
  const sum: Record<string, Count> = { ...a };
  for (const [quarter, count] of Object.entries(b)) {
    const old = sum[quarter];
    sum[quarter] =
      old === undefined ? count : (old.map((part, at) => part + (count[at] ?? 0)) as unknown as Count);
  }
  return sum;
};

/** What a team's proof says today, by rep id. */
export const learnFromProof = (team: Team, today: Day): ReadonlyMap<string, Learnt> =>
  team.proof === undefined
    ? new Map()
    : learnTeam(wholeTally(team.proof), quarterOf(today), team.policy.tags);
