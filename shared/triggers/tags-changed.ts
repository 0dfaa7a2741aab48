import type { Draft } from '../decide/draft.ts';
import { UNOWNED, type BookKey, type Team } from '../domain/board-state.ts';
import { byText, repId, type RepId } from '../domain/ids.ts';
import { NEEDS_MARGIN, type Pending, type Scored } from '../domain/suggestion.ts';
import type { BookEntry } from '../domain/task.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import { cellOf, typeOf } from '../scoring/load.ts';
import { score } from '../scoring/score.ts';
import { isClearlyBetter, mayBeSuggested, rankFor, suggest } from './suggest.ts';

/** Unanswered suggestions that one person's changed tags may stand behind: more would be a flood. */
const AT_ONCE = 3;
/** Tasks looked at in one go, those without progress for longest first. */
const LOOKED_AT = 500;
/** A smaller change of fit is the noise of rates that are shrunk anew, and changes nobody's mind. */
const LEAST_CHANGE = 0.01;

/**
 * Tags were typed, learnt anew, contested or settled (spec 3.3): tasks for which that changes who fits best are
 * looked at again. The team as it was said to be before is ranked beside the present one, so that nothing is
 * suggested that load, and not the tags, has brought about. Suggestions only; margin, quiet days and transfer budget
 * hold as everywhere. Works on whatever books are loaded; with that of unowned tasks, which comes last, the change
 * has been dealt with.
 */
export const followTags = (draft: Draft): void => {
  const { team, whole } = draft.state();
  const { retagged } = team;
  if (retagged === undefined) return;
  const before = teamBefore(team);
  const touched = touchedTasks(draft, before);
  for (const { entry, owner } of touched) reviewSuggestion(draft, before, entry, owner);
  for (const { entry, owner } of movedByTags(draft, before, touched)) {
    const { pending } = draft.state().team;
    const [now] = rankFor(draft.state().team, entry, owner, 'TAGS_CHANGED', draft.today).ranking.ranked;
    const people = [owner, now?.rep].filter((id) => id !== undefined && retagged[id] !== undefined);
    if (people.some((id) => behind(pending, id) >= AT_ONCE)) continue;
    suggest(draft, entry, owner, 'TAGS_CHANGED', team.policy.suggest.margin);
  }
  if (!whole.includes(UNOWNED)) return;
  // Whoever has as many suggestions as they may is looked at again once those are answered.
  const done = Object.keys(retagged)
    .filter((id) => behind(draft.state().team.pending, id) < AT_ONCE)
    .sort(byText)
    .map(repId);
  if (done.length > 0) draft.emit({ type: 'tagsReviewed', reps: done });
};

const behind = (pending: Team['pending'], id: string | undefined): number =>
  Object.values(pending).filter(
    ({ cause, from, to }) => cause === 'TAGS_CHANGED' && (from === id || to === id),
  ).length;

/** The team with everybody's skills as they were when tasks were last looked at. */
const teamBefore = (team: Team): Team => {
  const reps = { ...team.reps };
  for (const [id, skills] of Object.entries(team.retagged ?? {})) {
    const rep = reps[id];
    if (rep === undefined) continue;
    const { tierOpen: _open, contested: _contested, ...fields } = rep.fields;
    const { learnt: _learnt, ...rest } = rep;
    reps[id] = {
      ...rest,
      fields: { ...fields, ...skills.fields },
      ...withoutEmpty({ learnt: skills.learnt }),
    };
  }
  return { ...team, reps };
};

interface TouchedTask {
  readonly entry: BookEntry;
  readonly owner: RepId | undefined;
}

/** Open tasks for which somebody's fit has changed, longest without progress first. */
const touchedTasks = (draft: Draft, before: Team): readonly TouchedTask[] => {
  const { books, whole } = draft.state();
  const changes = fitChanges(draft, before);
  return Object.entries(books)
    .filter(([key]) => whole.includes(key as BookKey))
    .flatMap(([key, book]) =>
      Object.values(book).map((entry) => ({ entry, owner: key === UNOWNED ? undefined : repId(key) })),
    )
    .filter(({ entry }) => mayBeSuggested(entry, draft) && changes(entry))
    .sort((a, b) => byText(a.entry.progressOn, b.entry.progressOn) || byText(a.entry.taskId, b.entry.taskId))
    .slice(0, LOOKED_AT);
};

/** Whether anybody's fit for a task has changed; the same for all tasks of one kind and industry. */
const fitChanges = (draft: Draft, before: Team): ((entry: BookEntry) => boolean) => {
  const { team } = draft.state();
  const known = new Map<string, boolean>();
  const changed = (id: string, task: Parameters<typeof score>[0]): boolean => {
    const [old, now] = [before.reps[id], team.reps[id]];
    if (old === undefined || now === undefined) return false;
    const fit = (rep: typeof now): number => score(task, { rep, held: {} }, team.policy).score;
    return Math.abs(fit(now) - fit(old)) >= LEAST_CHANGE;
  };
  return ({ rating, industry }) => {
    const cell = cellOf(rating);
    const key = `${cell}|${industry ?? ''}`;
    const task = { cell, type: typeOf(cell), ...withoutEmpty({ industry }) };
    const answer = known.get(key) ?? Object.keys(team.retagged ?? {}).some((id) => changed(id, task));
    known.set(key, answer);
    return answer;
  };
};

/** Of tasks that nobody is suggested for, those for which the tags bring up somebody new; the greatest gain first. */
const movedByTags = (draft: Draft, before: Team, touched: readonly TouchedTask[]): readonly TouchedTask[] => {
  const { team } = draft.state();
  return touched
    .flatMap(({ entry, owner }) => {
      if (owner === undefined || team.pending[entry.taskId] !== undefined) return [];
      const now = betterThanOwner(draft, team, entry, owner);
      const then = betterThanOwner(draft, before, entry, owner);
      return now === null || now.rep === then?.rep ? [] : [{ entry, owner, gain: now.gain }];
    })
    .sort((a, b) => b.gain - a.gain || byText(a.entry.taskId, b.entry.taskId));
};

const betterThanOwner = (
  draft: Draft,
  team: Team,
  entry: BookEntry,
  owner: RepId,
): { readonly rep: string; readonly gain: number } | null => {
  const { ranking } = rankFor(team, entry, owner, 'TAGS_CHANGED', draft.today);
  const [chosen] = ranking.ranked;
  const { incumbent } = ranking;
  if (chosen === undefined || incumbent === undefined) return null;
  return isClearlyBetter(chosen, incumbent, team.policy.suggest.margin)
    ? { rep: chosen.rep, gain: chosen.score - incumbent.score }
    : null;
};

/**
 * An unanswered suggestion after a change of tags: replaced when somebody now fits clearly better than whom it
 * names, withdrawn when the person it names no longer fits clearly better than the owner; else left alone.
 */
const reviewSuggestion = (draft: Draft, before: Team, entry: BookEntry, owner: RepId | undefined): void => {
  const { team } = draft.state();
  const pending = team.pending[entry.taskId];
  if (pending === undefined || isQuiet(pending, draft) || pending.cause === 'LEAVE_OVER') return;
  const [now, then] = [team, before].map((one) => standing(draft, one, pending, entry, owner));
  if (now === undefined || then === undefined || now.verdict === then.verdict) return;
  if (now.verdict === 'withdraw') draft.emit({ type: 'suggestionEnded', pending, how: 'withdrawn' });
  if (now.verdict === 'replace') {
    const margin = NEEDS_MARGIN.includes(pending.cause) ? team.policy.suggest.margin : null;
    suggest(draft, entry, owner, pending.cause, margin);
  }
};

const isQuiet = ({ quietUntil }: Pending, { today }: Draft): boolean =>
  quietUntil !== undefined && quietUntil > today;

/** What ought to become of a suggestion, given what is said of everybody. */
const standing = (
  draft: Draft,
  team: Team,
  pending: Pending,
  entry: BookEntry,
  owner: RepId | undefined,
): { readonly verdict: 'keep' | 'replace' | 'withdraw' } => {
  const { margin } = team.policy.suggest;
  const { ranking } = rankFor(team, entry, owner, pending.cause, draft.today);
  const named = ranking.ranked.find(({ rep }) => rep === pending.to);
  const [best] = ranking.ranked;
  const better = (one: Scored, than: Scored | undefined): boolean => isClearlyBetter(one, than, margin);
  if (best !== undefined && named !== undefined && better(best, named)) return { verdict: 'replace' };
  const bound = NEEDS_MARGIN.includes(pending.cause);
  return bound && named !== undefined && !better(named, ranking.incumbent)
    ? { verdict: 'withdraw' }
    : { verdict: 'keep' };
};
