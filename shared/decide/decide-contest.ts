import type { Contest } from '../domain/proof.ts';
import type { RepId } from '../domain/ids.ts';
import type { Rep } from '../domain/rep.ts';
import { sameData } from '../domain/same-data.ts';
import type { BoardState } from '../domain/board-state.ts';
import type { ActRefusal, PersonAct } from '../ports/people.ts';
import { CONTEST_REASON_MAX, contestOf, knownTag, withContest } from '../tags/contest.ts';
import type { Draft } from './draft.ts';
import { isSupervisorOf } from './who-is-asked.ts';

/** Acts about tags: a rep contests one of their own, the supervisor answers. */
export type ContestAct = Extract<PersonAct, { do: 'contestTag' | 'answerContest' }>;

export const isContestAct = (act: PersonAct): act is ContestAct =>
  act.do === 'contestTag' || act.do === 'answerContest';

/** Carries out a contest or its answer, and writes the cells of the Team tab to match. */
export const decideContest = (draft: Draft, person: RepId, act: ContestAct): void => {
  const before = draft.state().team.reps[act.do === 'contestTag' ? person : act.rep];
  if (before === undefined) return;
  const contest = act.do === 'contestTag' ? contesting(before, act) : answered(before, act);
  const fields = withContest(before.fields, contest);
  if (sameData(fields, before.fields)) return;
  draft.emit({ type: 'repChanged', before, rep: { ...before, fields } });
  draft.emit({ type: 'contestCellsSet', rep: before.id });
};

const contesting = (rep: Rep, { tag, reason = '' }: Extract<ContestAct, { do: 'contestTag' }>): Contest => {
  const known = knownTag(rep, tag);
  const said = reason.trim();
  return { tag: known?.tag ?? tag, state: 'open', ...(said === '' ? {} : { reason: said }) };
};

const answered = ({ fields }: Rep, act: Extract<ContestAct, { do: 'answerContest' }>): Contest => ({
  ...(contestOf(fields, act.tag) ?? { tag: act.tag }),
  state: act.answer,
});

/** Why a person may not contest or answer, or null. */
export const refusalOfContest = ({ team }: BoardState, person: Rep, act: ContestAct): ActRefusal | null => {
  if (act.do === 'contestTag') {
    if (knownTag(person, act.tag) === undefined) return 'NO_SUCH_TAG';
    return (act.reason?.trim().length ?? 0) > CONTEST_REASON_MAX ? 'TEXT_TOO_LONG' : null;
  }
  if (person.fields.role !== 'supervisor') return 'SUPERVISOR_ONLY';
  const rep = team.reps[act.rep];
  if (rep === undefined || !isSupervisorOf(person, rep, team)) return 'NOT_YOURS';
  return contestOf(rep.fields, act.tag) === undefined ? 'NO_CONTEST' : null;
};
