import { SETTINGS, type SettingName } from '../contract/settings.ts';
import type { BoardState } from '../domain/board-state.ts';
import type { Day } from '../domain/day.ts';
import type { Language } from '../domain/rep.ts';
import type { Effect } from '../decide/effects.ts';
import { TABS } from '../sheet/layout.ts';
import { contestsText } from '../text/contest-words.ts';
import { mailChoiceText } from '../text/mail-choice-words.ts';
import { cellNote, ruleProblemText } from '../text/problem-words.ts';
import { taskWords } from '../text/task-words.ts';
import { findEntry } from './dirty.ts';
import type { PlanDraft } from './plan-draft.ts';
import { taskCells, typedCells } from './task-cells.ts';

/** What one effect writes beyond the columns that follow from the state: people's cells, notes, whole rows. */
export const tellEffect = (effect: Effect, state: BoardState, today: Day, plan: PlanDraft): void => {
  const { team } = state;
  const nameOf = (id: string | null): string | null =>
    id === null ? null : (team.reps[id]?.fields.name ?? null);
  switch (effect.type) {
    case 'ownerCellSet':
      return plan.set('tasks', effect.taskId, { owner: nameOf(effect.to) });
    case 'actionCellCleared':
      return plan.set('tasks', effect.taskId, { action: null });
    case 'contestCellsSet': {
      const rep = team.reps[effect.rep];
      const contested = contestsText(rep?.fields.contested, team.policy.language);
      return plan.set('team', effect.rep, { contest: false, contested, answer: null });
    }
    case 'mailChosen':
      return plan.set('team', effect.rep, { mail: mailChoiceText(effect.mail, team.policy.language) });
    case 'overLimit': {
      const why = taskWords(team.policy.language).overLimit(
        nameOf(effect.rep) ?? '',
        effect.load,
        team.policy.load.limit,
      );
      return plan.set('tasks', effect.taskId, { why });
    }
    case 'rowRestored': {
      const found = findEntry(state, effect.task.id);
      const ours = found === null ? {} : taskCells(found.entry, found.owner, team, today);
      return plan.append('tasks', { id: effect.task.id, ...typedCells(effect.task, team), ...ours });
    }
    case 'taskArchived':
      // The row of an undone copy still stands there. It is emptied; the rest of the sheet stays where it is.
      if (effect.cause === 'undo') plan.set('tasks', effect.task.id, EMPTY_TASK_ROW);
      return;
    case 'undoCellCleared':
      return effect.done ? undefined : refuseUndo(effect.auditId, team.policy.language, plan);
    case 'rowRefused':
    case 'notesCleared':
      return tellNotes(effect, team.policy.language, plan);
    case 'policyChanged':
    case 'policyRefused':
      return tellRules(effect, team.policy.language, plan);
    default:
  }
};

const EMPTY_TASK_ROW = Object.fromEntries(TABS.tasks.columns.map((column) => [column.key, null]));

const refuseUndo = (auditId: string, language: Language, plan: PlanDraft): void => {
  plan.set('audit', auditId, { undo: false });
  plan.note('audit', auditId, 'undo', taskWords(language).undoRefused);
};

/** One note per bad cell, naming every problem of that cell. */
const tellNotes = (
  effect: Extract<Effect, { type: 'rowRefused' | 'notesCleared' }>,
  language: Language,
  plan: PlanDraft,
): void => {
  if (effect.type === 'notesCleared') {
    for (const column of effect.columns) plan.note(effect.tab, effect.id, column, null);
    return;
  }
  const texts = new Map<string, string[]>();
  for (const problem of effect.problems) {
    texts.set(problem.column, [
      ...(texts.get(problem.column) ?? []),
      cellNote(problem, effect.tab, language),
    ]);
  }
  for (const [column, lines] of texts) plan.note(effect.tab, effect.id, column, lines.join('\n'));
};

/** The problem column is written whole, so that what has been put right disappears. */
const tellRules = (
  effect: Extract<Effect, { type: 'policyChanged' | 'policyRefused' }>,
  language: Language,
  plan: PlanDraft,
): void => {
  const problems = new Map<string, string[]>(
    (Object.keys(SETTINGS) as SettingName[]).map((name) => [SETTINGS[name].key, []]),
  );
  for (const problem of effect.type === 'policyRefused' ? effect.problems : []) {
    const key = problem.code === 'UNKNOWN_RULE' ? problem.key : SETTINGS[problem.setting].key;
    problems.set(key, [...(problems.get(key) ?? []), ruleProblemText(problem, language)]);
  }
  for (const [key, texts] of problems)
    plan.set('rules', key, { problem: texts.length === 0 ? null : texts.join(' ') });
};
