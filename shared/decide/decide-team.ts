import type { BookKey, Team } from '../domain/board-state.ts';
import { byText, repId, type RepId } from '../domain/ids.ts';
import type { Rep, RepFields } from '../domain/rep.ts';
import { sameData } from '../domain/same-data.ts';
import { isAway } from '../scoring/absence.ts';
import type { ContestWish } from '../domain/proof.ts';
import { knownTags, settleContests, unknownContests } from '../tags/contest.ts';
import { shortened } from '../sheet/cell-problem.ts';
import { readContestWish } from '../sheet/read-contests.ts';
import { readText } from '../sheet/cell-value.ts';
import { isBlank } from '../sheet/read-row.ts';
import { readRepRow } from '../sheet/read-rep-row.ts';
import { drainQueue } from '../triggers/capacity-freed.ts';
import { settlePause } from '../triggers/overload.ts';
import { settleLeave } from '../triggers/leave.ts';
import { offerReturns } from '../triggers/leave-over.ts';
import { coverAbsence } from '../triggers/owner-away.ts';
import { followTags } from '../triggers/tags-changed.ts';
import { reviewPending } from '../triggers/review-pending.ts';
import type { TeamRead } from './board-event.ts';
import { clearNotes, refuseRow } from './decide-tasks.ts';
import type { Draft } from './draft.ts';
import { ID_PATTERN } from './identify-rows.ts';

const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/**
 * Compares the whole Team tab with the team as remembered. A row that has gone means the rep has left: their
 * tasks stay theirs until somebody takes them, and are suggested to others. First everybody's row is read, then
 * what follows from it, so that the order of rows changes nothing.
 */
export const decideTeam = (draft: Draft, event: TeamRead): void => {
  const { reps } = draft.state().team;
  const rows = identifyRepRows(draft, event);
  const names = namesThatStay(rows, reps);
  for (const row of rows) decideRepRow(draft, row, names);
  const seen = new Set<string>(rows.map((row) => row.id));
  for (const rep of Object.values(reps)) {
    if (seen.has(rep.id) || rep.fields.availability === 'left') continue;
    const fields = { ...rep.fields, availability: 'left' } as const;
    draft.emit({ type: 'repChanged', before: rep, rep: { ...rep, fields } });
  }
  followUp(draft, reps);
};

interface RepRow {
  readonly row: number;
  readonly id: RepId;
  readonly read: ReturnType<typeof readRepRow>;
  readonly wish: ContestWish;
}

const identifyRepRows = (draft: Draft, event: TeamRead): readonly RepRow[] => {
  const fresh = [...event.freshIds].sort(byText);
  const seen = new Set<string>();
  return [...event.rows]
    .sort((a, b) => a.row - b.row)
    .flatMap((row) => {
      if (isBlank('team', row)) return [];
      const typed = readText(row.cells['id'] ?? null);
      const known = ID_PATTERN.test(typed) && !seen.has(typed);
      const id = known ? typed : (fresh.shift() ?? '');
      if (id === '') throw new Error(`event ${event.id} brought too few fresh ids`);
      if (!known) draft.emit({ type: 'idGiven', tab: 'team', row: row.row, id });
      seen.add(id);
      return [{ row: row.row, id: repId(id), read: readRepRow(row), wish: readContestWish(row) }];
    });
};

/** Names in use that this reading does not change, by who has them: a newcomer cannot take them away. */
const namesThatStay = (rows: readonly RepRow[], reps: Team['reps']): Map<string, RepId> => {
  const names = new Map<string, RepId>();
  for (const { id, read } of rows) {
    const present = reps[id]?.fields.name;
    if (present === undefined || (read.ok && fold(read.value.name) !== fold(present))) continue;
    if (!names.has(fold(present))) names.set(fold(present), id);
  }
  return names;
};

const decideRepRow = (draft: Draft, { row, id, read, wish }: RepRow, names: Map<string, RepId>): void => {
  if (!read.ok) {
    refuseRow(draft, 'team', row, id, read.error);
    return;
  }
  const name = fold(read.value.name);
  if ((names.get(name) ?? id) !== id) {
    refuseRow(draft, 'team', row, id, [
      { column: 'name', given: read.value.name, problem: { code: 'NAME_TAKEN' } },
    ]);
    return;
  }
  const before = draft.state().team.reps[id] ?? null;
  const [unknown] = unknownContests(before, read.value);
  if (unknown !== undefined) {
    const known = knownTags(read.value, before?.learnt).map(({ tag }) => tag);
    refuseRow(draft, 'team', row, id, [
      {
        column: 'contested',
        given: shortened(unknown),
        problem: { code: 'UNKNOWN_TAG', known: known.slice(0, NAMED_IN_NOTE) },
      },
    ]);
    return;
  }
  names.set(name, id);
  clearNotes(draft, 'team', id);
  changeRep(draft, id, settleContests(before, read.value, wish));
  if (wish.ticked || wish.answer !== undefined) draft.emit({ type: 'contestCellsSet', rep: id });
};

/** Tags that the note of an unknown one names. */
const NAMED_IN_NOTE = 20;

/** What follows once everybody's row is known: pauses, the tasks of who went away, suggestions, the queue. */
const followUp = (draft: Draft, before: Team['reps']): void => {
  const changed = Object.values(draft.state().team.reps)
    .filter((rep) => rep !== before[rep.id])
    .sort((a, b) => byText(a.id, b.id));
  for (const { id } of changed) settlePause(draft, id);
  for (const { id } of changed) settleLeave(draft, id);
  reviewPending(draft);
  for (const rep of changed) {
    const old = before[rep.id];
    if (old !== undefined && isAway(rep, draft.today) && !sameAbsence(old, rep)) coverAbsence(draft, rep.id);
  }
  if (changed.some(({ lent = 0 }) => lent > 0))
    offerReturns(draft, Object.keys(draft.state().books) as BookKey[]);
  followTags(draft);
  drainQueue(draft);
};

/** Away as before: a changed day of return may change what moves. */
const sameAbsence = (old: Rep, rep: Rep): boolean =>
  old.fields.availability === rep.fields.availability &&
  old.fields.leaveFrom === rep.fields.leaveFrom &&
  old.fields.backOn === rep.fields.backOn;

const NEW_REP = { formerNames: [], open: {}, paused: false, lastAssignedAt: 0 } as const;

const changeRep = (draft: Draft, id: RepId, fields: RepFields): void => {
  const before = draft.state().team.reps[id] ?? null;
  if (before !== null && sameData(before.fields, fields)) return;
  const rep: Rep = { ...NEW_REP, ...before, id, fields, formerNames: namesBefore(before, fields) };
  draft.emit({ type: 'repChanged', before, rep });
};

/** Owner cells still say the old name after a rename: the last five are understood. */
const namesBefore = (before: Rep | null, fields: RepFields): readonly string[] => {
  if (before === null) return [];
  return before.fields.name === fields.name
    ? before.formerNames
    : [...before.formerNames, before.fields.name].slice(-5);
};
