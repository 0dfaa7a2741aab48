import { describe, expect, it } from 'vitest';
import { makeSampleTeam } from '../../../local/sample-team/make-sample-team.ts';
import { samplePast } from '../../../local/sample-team/sample-past.ts';
import { plusDays } from '../../../shared/domain/day.ts';
import { NO_COUNTS } from '../../../shared/domain/team-day.ts';
import { teamDay } from '../../../shared/report/make-report.ts';
import { NOW, TODAY } from '../../support/board-builder.ts';
import { boardFromSeed } from '../../support/board-from-seed.ts';

const { state } = boardFromSeed(makeSampleTeam({ seed: 7, today: TODAY, language: 'en' }), TODAY);
const past = samplePast(state, NOW, 1);
const sum = (counts: object): number =>
  Object.values(counts).reduce<number>((all, one) => all + Number(one), 0);

describe('the made-up past of the sample team', () => {
  it('is sixty days without a gap, weekends included, and ends yesterday with the team as it stands', () => {
    expect(past.map(({ day }) => day)).toEqual(
      Array.from({ length: 60 }, (_, index) => plusDays(TODAY, index - 60)),
    );
    const now = teamDay(state, NO_COUNTS, NOW);
    expect(past.at(-1)).toMatchObject({ reps: now.reps, waiting: now.waiting, paused: now.paused });
  });

  it('is the same for the same seed, and differs from day to day and from seed to seed', () => {
    expect(samplePast(state, NOW, 1)).toEqual(past);
    expect(samplePast(state, NOW, 2)).not.toEqual(past);
    expect(past[0]?.reps).not.toEqual(past.at(-1)?.reps);
  });

  it('adds up: as many lights as tasks by type, never below zero, nothing happens on weekends', () => {
    for (const { day, reps, counts } of past) {
      for (const { lights, types, load, keyTasks } of reps) {
        expect(sum(lights)).toBe(sum(types));
        const all = [load, keyTasks, ...Object.values(lights), ...Object.values(types)];
        expect(Math.min(...all)).toBeGreaterThanOrEqual(0);
        expect(keyTasks).toBe(types.strategic + types.growth);
      }
      if ([0, 6].includes(new Date(day).getUTCDay())) expect(counts).toEqual(NO_COUNTS);
    }
  });

  it('has no moves in the month that the board counts by itself, and work on other days', () => {
    expect(past.slice(-30).every(({ counts }) => counts.moves === 0)).toBe(true);
    expect(past.some(({ counts }) => counts.created > 0 && counts.progressed > 0)).toBe(true);
  });
});
