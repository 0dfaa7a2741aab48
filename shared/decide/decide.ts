import type { BoardState } from '../domain/board-state.ts';
import { unreachable } from '../result.ts';
import type { BoardEvent } from './board-event.ts';
import { decideProof } from './decide-proof.ts';
import { decideAct } from './decide-act.ts';
import { decideMany } from './decide-many.ts';
import { decideHandovers } from './decide-handovers.ts';
import { decideRules } from './decide-rules.ts';
import { decideSweep } from './decide-sweep.ts';
import { decideTasks } from './decide-tasks.ts';
import { decideTeam } from './decide-team.ts';
import { decideUndo } from './decide-undo.ts';
import { startDraft, type Draft } from './draft.ts';
import type { Effect } from './effects.ts';

/**
 * The heart of Peineng: what follows from an event, given what is known. Pure and total: the same state and
 * event give the same effects, and deciding again after folding them in gives nothing new. The policy in
 * force is part of the state, so that a decision can never mix two versions of the rules.
 */
export const decide = (state: BoardState, event: BoardEvent): readonly Effect[] => {
  const draft = startDraft(state, event);
  decideInto(draft, event);
  return draft.effects();
};

const decideInto = (draft: Draft, event: BoardEvent): void => {
  switch (event.kind) {
    case 'tasks':
      return decideTasks(draft, event);
    case 'team':
      return decideTeam(draft, event);
    case 'rules':
      return decideRules(draft, event);
    case 'proof':
      return decideProof(draft, event);
    case 'sweep':
      return decideSweep(draft, event);
    case 'undo':
      return decideUndo(draft, event);
    case 'handovers':
      return decideHandovers(draft, event);
    case 'act':
      return decideAct(draft, event);
    case 'many':
      return decideMany(draft, event);
    default:
      return unreachable(event);
  }
};
