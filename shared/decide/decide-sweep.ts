import { UNOWNED, type BookKey } from '../domain/board-state.ts';
import { byText, type RepId } from '../domain/ids.ts';
import type { BookEntry } from '../domain/task.ts';
import { remindLate } from '../moves/late-handovers.ts';
import { isAway } from '../scoring/absence.ts';
import { givable, giveToSuggested } from '../triggers/assign.ts';
import { drainQueue } from '../triggers/capacity-freed.ts';
import { placeUnowned } from '../triggers/new-task.ts';
import { settleLeave } from '../triggers/leave.ts';
import { offerReturns } from '../triggers/leave-over.ts';
import { coverAbsence } from '../triggers/owner-away.ts';
import { settlePause, suggestRelief } from '../triggers/overload.ts';
import { reviewPending } from '../triggers/review-pending.ts';
import { followTags } from '../triggers/tags-changed.ts';
import { raiseLevel, staleDays, staleLight } from '../triggers/stale.ts';
import { learnTags } from './decide-proof.ts';
import { doRuns } from './do-runs.ts';
import type { Swept } from './board-event.ts';
import type { Draft } from './draft.ts';
import { WAITING_KEPT } from './evolve.ts';

/**
 * What the passing of time brings (spec 3.3): lights and stale raises, snoozed suggestions that wake, reps who
 * come back or go away, the queue. Works on whatever books are loaded, so that a large team can be swept
 * book by book.
 */
export const decideSweep = (draft: Draft, { ended }: Swept): void => {
  learnTags(draft);
  const { team, books } = draft.state();
  for (const id of Object.keys(books).sort(byText)) {
    const rep = team.reps[id];
    if (rep !== undefined) settlePause(draft, rep.id);
  }
  for (const [key, book] of Object.entries(books).sort(([a], [b]) => byText(a, b))) {
    const entries = Object.values(book).sort((a, b) => byText(a.taskId, b.taskId));
    for (const entry of entries) turnLight(draft, key as BookKey, entry);
  }
  for (const id of Object.keys(books).sort(byText)) settleLeave(draft, id as RepId);
  remindLate(draft);
  wakeSnoozed(draft);
  reviewPending(draft);
  offerReturns(draft, Object.keys(books).sort(byText) as BookKey[]);
  for (const id of Object.keys(books).sort(byText)) {
    const rep = draft.state().team.reps[id];
    if (rep === undefined) continue;
    if (isAway(rep, draft.today)) coverAbsence(draft, rep.id);
    else if (rep.paused) suggestRelief(draft, rep.id);
  }
  followTags(draft);
  placeAll(draft);
  doRuns(draft, ended);
};

/** Whoever waits comes first, then what nobody has. */
const placeAll = (draft: Draft): void => {
  refillQueue(draft);
  drainQueue(draft);
  for (const entry of oldestFirst(draft.state().books[UNOWNED])) {
    if (entry.status === 'open') placeUnowned(draft, entry.taskId);
  }
  for (const id of givable(draft.state().team, draft.today)) giveToSuggested(draft, id);
};

const turnLight = (draft: Draft, book: BookKey, entry: BookEntry): void => {
  const { policy } = draft.state().team;
  const days = staleDays(entry.progressOn, draft.today, policy);
  const light = staleLight(entry, days, policy);
  const level = raiseLevel(entry, days, policy);
  const raised = level > entry.raisedDays && book !== UNOWNED;
  if (light !== entry.light) {
    draft.emit({ type: 'lightTurned', book, entry: { ...entry, light }, from: entry.light, days });
  }
  if (raised) draft.emit({ type: 'staleRaised', book, entry: { ...entry, light, raisedDays: level }, days });
};

const wakeSnoozed = (draft: Draft): void => {
  const { pending } = draft.state().team;
  for (const one of Object.values(pending).sort((a, b) => byText(a.taskId, b.taskId))) {
    if (one.quietUntil === undefined || one.quietUntil > draft.today) continue;
    const { quietUntil: _over, ...awake } = one;
    draft.emit({ type: 'suggestionWoken', pending: awake });
  }
};

const oldestFirst = (book: Readonly<Record<string, BookEntry>> | undefined): readonly BookEntry[] =>
  Object.values(book ?? {}).sort((a, b) => a.since - b.since || byText(a.taskId, b.taskId));

/** Brings waiting tasks beyond the front of the queue forward, once the front has moved on. */
const refillQueue = (draft: Draft): void => {
  const { team, books } = draft.state();
  const unowned = books[UNOWNED];
  if (unowned === undefined) return;
  const waiting = oldestFirst(unowned)
    .filter((entry) => entry.waitingSince !== undefined && entry.status === 'open')
    .sort((a, b) => (a.waitingSince ?? 0) - (b.waitingSince ?? 0) || byText(a.taskId, b.taskId))
    .slice(0, WAITING_KEPT);
  const [now, then] = [waiting, team.waiting].map((list) => list.map((entry) => entry.taskId).join());
  if (now !== then) draft.emit({ type: 'queueRefilled', waiting });
};
