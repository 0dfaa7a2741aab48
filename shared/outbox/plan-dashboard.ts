import type { BoardState } from '../domain/board-state.ts';
import { dayAt, type Instant } from '../domain/day.ts';
import type { BoardRead, RawCell, WritePlan } from '../ports/board.ts';
import { teamReport } from '../report/make-report.ts';
import { TEAM_FIGURES, teamFigures } from '../report/team-figures.ts';
import { tasksOf } from '../scoring/load.ts';
import { dashboardWords } from '../text/dashboard-words.ts';
import { startPlan, type PlanDraft } from './plan-draft.ts';
import { idOfRow, repairRow } from './repair-row.ts';
import { workloadCells } from './workload-cells.ts';

/**
 * What the Dashboard and Workload tabs should show and do not: every figure that time alone changes (this week, this
 * month, who is back) and whatever somebody typed over. `state` holds all books whole; of a tab that was not
 * read, or has lost its id column, nothing is planned.
 */
export const planDashboard = (read: BoardRead, state: BoardState, at: Instant): WritePlan => {
  const plan = startPlan(new Map());
  planFigures(read, state, at, plan);
  planWorkload(read, state, at, plan);
  return plan.plan();
};

/** The row of a figure of the whole team. */
export const figureId = (figure: (typeof TEAM_FIGURES)[number]): string => `team:${figure}`;

const planFigures = (read: BoardRead, state: BoardState, at: Instant, plan: PlanDraft): void => {
  if (read.columns.dashboard?.['id'] === undefined) return;
  const { policy } = state.team;
  const words = dashboardWords(policy.language);
  const figures = teamFigures(teamReport(state, [], at));
  const shown = new Map((read.rows.dashboard ?? []).map((row) => [idOfRow(row), row]));
  for (const figure of TEAM_FIGURES) {
    const id = figureId(figure);
    const row = shown.get(id);
    const cells: Readonly<Record<string, RawCell>> = {
      figure: words.figure[figure],
      now: figures[figure] ?? words.nothing,
      counted: words.counted[figure](policy.stale),
    };
    if (row === undefined) plan.append('dashboard', { id, ...cells });
    else repairRow(plan, 'dashboard', row, cells);
  }
};

const planWorkload = (read: BoardRead, state: BoardState, at: Instant, plan: PlanDraft): void => {
  if (read.columns.workload?.['id'] === undefined) return;
  const today = dayAt(at, state.team.policy.timeZone);
  const shown = new Map((read.rows.workload ?? []).map((row) => [idOfRow(row), row]));
  for (const rep of Object.values(state.team.reps)) {
    if (rep.fields.role === 'supervisor') continue;
    const row = shown.get(rep.id);
    const values = workloadCells(rep, state, today);
    if (row !== undefined) repairRow(plan, 'workload', row, values);
    // Whoever left keeps a row for as long as deals of theirs wait for somebody else.
    else if (rep.fields.availability !== 'left' || tasksOf(rep.open) > 0)
      plan.append('workload', { id: rep.id, ...values });
  }
};
