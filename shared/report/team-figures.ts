import type { TeamReport } from './team-report.ts';

/** The few figures of a team that matter, in the order in which they are read. */
export const TEAM_FIGURES = [
  'open',
  'red',
  'yellow',
  'progressed',
  'paused',
  'waiting',
  'moves',
  'topThree',
] as const;
export type TeamFigure = (typeof TEAM_FIGURES)[number];

const hundredths = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100) / 100;

/**
 * What each figure is now; null where there is nothing to count. `moves` per open task in 30 days, rounded to
 * hundredths; `topThree` in whole per cent.
 *
 * @example a team of five with loads 9, 3, 3, 3 and 2: topThree is 75
 */
export const teamFigures = (
  report: Pick<TeamReport, 'open' | 'lights' | 'reps' | 'waiting' | 'movesPerTaskMonth' | 'topThreeShare'>,
): Readonly<Record<TeamFigure, number | null>> => ({
  open: report.open,
  red: report.lights.red,
  yellow: report.lights.yellow,
  progressed: report.reps.reduce((sum, rep) => sum + rep.progressed, 0),
  paused: report.reps.filter(({ paused }) => paused).length,
  waiting: report.waiting.count,
  moves: hundredths(report.movesPerTaskMonth),
  topThree: report.topThreeShare === null ? null : Math.round(report.topThreeShare * 100),
});
