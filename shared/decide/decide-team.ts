import type { RepId } from '../domain/ids.ts';
import { byText, repId } from '../domain/ids.ts';
import type { Rep, RepFields } from '../domain/rep.ts';
import type { ReadRow } from '../ports/board.ts';
import { isAway } from '../scoring/candidates.ts';
import { readText } from '../sheet/cell-value.ts';
import { isBlank } from '../sheet/read-row.ts';
import { readRepRow } from '../sheet/read-rep-row.ts';
import { drainQueue } from '../triggers/capacity-freed.ts';
import { coverAbsence } from '../triggers/owner-away.ts';
import { reviewPending } from '../triggers/review-pending.ts';
import type { TeamRead } from './board-event.ts';
import { clearNotes, refuseRow } from './decide-tasks.ts';
import type { Draft } from './draft.ts';
import { ID_PATTERN } from './identify-rows.ts';

const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/**
 * Compares the whole Team tab with the team as remembered. A row that has gone means the rep has left: their
 * tasks stay theirs until somebody takes them, and are suggested to others.
 */
export const decideTeam = (draft: Draft, event: TeamRead): void => {
  const fresh = [...event.freshIds].sort(byText);
  const seen = new Set<string>();
  const names = new Set<string>();
  for (const row of [...event.rows].sort((a, b) => a.row - b.row)) {
    if (isBlank('team', row)) continue;
    const typed = readText(row.cells['id'] ?? null);
    const known = ID_PATTERN.test(typed) && !seen.has(typed);
    const id = known ? typed : (fresh.shift() ?? '');
    if (id === '') throw new Error(`event ${event.id} brought too few fresh ids`);
    if (!known) draft.emit({ type: 'idGiven', tab: 'team', row: row.row, id });
    seen.add(id);
    decideRepRow(draft, row, repId(id), names);
  }
  for (const rep of Object.values(draft.state().team.reps)) {
    if (!seen.has(rep.id) && rep.fields.availability !== 'left') {
      draft.emit({
        type: 'repChanged',
        before: rep,
        rep: { ...rep, fields: { ...rep.fields, availability: 'left' } },
      });
      coverAbsence(draft, rep.id);
    }
  }
  reviewPending(draft);
  drainQueue(draft);
};

const decideRepRow = (draft: Draft, row: ReadRow, id: RepId, names: Set<string>): void => {
  const read = readRepRow(row);
  if (!read.ok) {
    refuseRow(draft, 'team', row.row, id, read.error);
    return;
  }
  const name = fold(read.value.name);
  if (names.has(name)) {
    refuseRow(draft, 'team', row.row, id, [
      { column: 'name', given: read.value.name, problem: { code: 'NAME_TAKEN' } },
    ]);
    return;
  }
  names.add(name);
  clearNotes(draft, 'team', id);
  changeRep(draft, id, read.value);
};

const NEW_REP = { formerNames: [], open: {}, paused: false, lastAssignedAt: 0 } as const;

const changeRep = (draft: Draft, id: RepId, fields: RepFields): void => {
  const before = draft.state().team.reps[id] ?? null;
  if (before !== null && sameFields(before.fields, fields)) return;
  const rep: Rep = { ...NEW_REP, ...before, id, fields, formerNames: namesBefore(before, fields) };
  draft.emit({ type: 'repChanged', before, rep });
  const wasAway = before !== null && isAway(before, draft.today);
  if (!wasAway && isAway(rep, draft.today)) coverAbsence(draft, id);
};

/** Owner cells still say the old name after a rename: the last five are understood. */
const namesBefore = (before: Rep | null, fields: RepFields): readonly string[] => {
  if (before === null) return [];
  return before.fields.name === fields.name
    ? before.formerNames
    : [...before.formerNames, before.fields.name].slice(-5);
};

/** Fields are plain data built in one place, so equal fields have equal JSON up to the order of keys. */
const sameFields = (a: RepFields, b: RepFields): boolean => sorted(a) === sorted(b);
const sorted = (fields: RepFields): string =>
  JSON.stringify(
    Object.entries(fields)
      .sort(([a], [b]) => byText(a, b))
      .map(([key, value]) => [key, stable(value)]),
  );
const stable = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).sort(([a], [b]) => byText(a, b))
    : value;
