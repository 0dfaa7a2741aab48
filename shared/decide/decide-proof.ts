import { byText } from '../domain/ids.ts';
import { sameData } from '../domain/same-data.ts';
import type { ReadRow } from '../ports/board.ts';
import { readText } from '../sheet/cell-value.ts';
import { isBlank } from '../sheet/read-row.ts';
import { countRow } from '../tags/count-row.ts';
import { learnFromProof } from '../tags/learn-from-proof.ts';
import { countedIn } from '../tags/proof-books.ts';
import type { ProofRead } from './board-event.ts';
import type { Draft } from './draft.ts';
import type { Effect } from './effects.ts';
import { ID_PATTERN, originalPlace, placesById } from './identify-rows.ts';

/**
 * Counts what rows of History, Ratings or Visit notes prove now, takes off what they were counted for before, and
 * learns from it. Costs what the rows cost, however many others there are; the sum is the same as if everything
 * were counted again.
 */
export const decideProof = (draft: Draft, event: ProofRead): void => {
  const { tab } = event;
  const rows: Extract<Effect, { type: 'proofRowsCounted' }>['rows'][number][] = [];
  const change = (id: string, after: (typeof rows)[number]['after']): void => {
    const before = countedIn(draft.state().proofs, tab, id);
    if (!sameData(before, after)) rows.push({ id, before, after });
  };
  for (const { row, id, given } of identifyProofRows(event)) {
    if (given) draft.emit({ type: 'idGiven', tab, row: row.row, id });
    change(id, countRow(tab, row, draft.state(), draft.today));
  }
  for (const id of event.vanished) change(id, null);
  if (rows.length > 0) draft.emit({ type: 'proofRowsCounted', tab, rows });
  learnTags(draft);
};

/** Which row of proof each is. Copies, and rows that have none yet, get an id; empty rows need none. */
const identifyProofRows = (
  event: ProofRead,
): readonly { readonly row: ReadRow; readonly id: string; readonly given: boolean }[] => {
  const places = placesById(event.ids);
  const inEdit = new Set(event.rows.map(({ row }) => row));
  const fresh = [...event.freshIds].sort(byText);
  return [...event.rows]
    .sort((a, b) => a.row - b.row)
    .flatMap((row): readonly { readonly row: ReadRow; readonly id: string; readonly given: boolean }[] => {
      const typed = readText(row.cells['id'] ?? null);
      const original = originalPlace(places.get(typed) ?? [], inEdit) ?? row.row;
      if (ID_PATTERN.test(typed) && original === row.row) return [{ row, id: typed, given: false }];
      if (isBlank(event.tab, row)) return [];
      const id = fresh.shift();
      if (id === undefined) throw new Error(`event ${event.id} brought too few fresh ids`);
      return [{ row, id, given: true }];
    });
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
