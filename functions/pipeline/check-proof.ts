import { compareProof } from '../../shared/decide/compare-proof.ts';
import type { ProofRead } from '../../shared/decide/board-event.ts';
import type { Effect } from '../../shared/decide/effects.ts';
import { proofWrites } from '../../shared/decide/fold-proof.ts';
import type { Team } from '../../shared/domain/board-state.ts';
import { dayAt } from '../../shared/domain/day.ts';
import type { TeamId } from '../../shared/domain/ids.ts';
import { PROOF_TABS, type ProofBooks } from '../../shared/domain/proof.ts';
import type { Telling } from '../../shared/outbox/plan-writes.ts';
import type { BoardRead } from '../../shared/ports/board.ts';
import { printOfTask } from '../../shared/tags/closed-deal.ts';
import { ALL_PARTS, withProof } from '../../shared/tags/proof-books.ts';
import { proofEvent, type Happening } from './board-events.ts';
import type { Ports } from './ports.ts';

/** Rows of proof per transaction: their lines, and what they were counted for before, fit one event many times. */
const ROWS_AT_ONCE = 500;

/** Everything that is kept of counted rows: for a check of the whole board. */
export const loadProofs = async (ports: Ports, team: TeamId): Promise<ProofBooks> =>
  (await ports.store.load(team, { tasks: [], books: [], proofs: ALL_PARTS }))?.proofs ?? {};

/** What the tabs of proof say that is not counted yet, some rows at a time. */
export const proofEvents = (
  ports: Ports,
  read: BoardRead,
  team: Team | null,
  proofs: ProofBooks,
  happening: (part: string) => Happening,
): readonly ProofRead[] => {
  if (team === null) return [];
  const state = { team, proofs };
  const today = dayAt(ports.clock.now(), team.policy.timeZone);
  return PROOF_TABS.flatMap((tab) => {
    const found = compareProof(tab, read.rows[tab] ?? [], read.ids[tab] ?? [], state, today);
    const events: ProofRead[] = [];
    for (let from = 0; from < Math.max(found.rows.length, found.vanished.length); from += ROWS_AT_ONCE) {
      const part = {
        ids: found.ids,
        rows: found.rows.slice(from, from + ROWS_AT_ONCE),
        vanished: found.vanished.slice(from, from + ROWS_AT_ONCE),
      };
      events.push(proofEvent(ports, happening(`${tab}${from}`), tab, part));
    }
    return events;
  });
};

const effectsOf = (tellings: readonly Telling[]): readonly Effect[] =>
  tellings.flatMap(({ records }) => records.flatMap(({ effects }) => effects));

/** The record of counted rows with what was committed since it was loaded. */
export const proofsAfter = (proofs: ProofBooks, tellings: readonly Telling[]): ProofBooks =>
  effectsOf(tellings).flatMap(proofWrites).reduce<ProofBooks>(withProof, proofs);

/**
 * Whether edits may have changed what rows they did not touch count for: somebody joined or was renamed whom rows
 * of proof may name, the rules changed (they name the tags that count), or a deal closed (or no longer is closed) on a day on
 * which deals of the History tab closed, one of which may be the same. Only the whole tabs can tell.
 */
export const mustRecount = (tellings: readonly Telling[]): boolean => {
  const team = tellings.at(-1)?.state.team;
  if (team?.proof?.rows === undefined) return false;
  return effectsOf(tellings).some((effect) => {
    if (effect.type === 'repChanged') return effect.before?.fields.name !== effect.rep.fields.name;
    if (effect.type === 'policyChanged') return true;
    if (!('task' in effect) || effect.type === 'rowRestored') return false;
    const deals = ['before' in effect ? effect.before : undefined, effect.task].flatMap((task) => {
      const print = task === undefined ? null : printOfTask(task);
      return task === undefined || print === null ? [] : [{ print, day: task.progressOn }];
    });
    const same = deals.length === 2 && deals[0]?.print === deals[1]?.print;
    return !same && deals.some(({ day }) => (team.proof?.days?.[day] ?? 0) > 0);
  });
};
