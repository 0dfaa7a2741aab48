import { describe, expect, it } from 'vitest';
import { NO_COUNTS, type TeamDay } from '../../../shared/domain/team-day.ts';
import { plusDays } from '../../../shared/domain/day.ts';
import { sentenceText } from '../../../shared/report/report-text.ts';
import { repReport } from '../../../shared/report/health-report.ts';
import { aBoard, NOW, rid, TODAY } from '../../support/board-builder.ts';
import { wholeOf } from '../../support/board-world.ts';
import { mailWorld } from '../../support/mail-world.ts';

const state = wholeOf(
  aBoard({
    reps: { wang: { email: 'wang@example.com', language: 'en' } },
    tasks: { t1: { owner: 'wang' }, t2: { owner: 'wang' } },
  }),
);
const lastWeek: TeamDay = {
  day: plusDays(TODAY, -7),
  counts: NO_COUNTS,
  waiting: 0,
  paused: 0,
  reps: [
    {
      rep: rid('wang'),
      load: 4,
      keyTasks: 0,
      lights: { red: 2, yellow: 0, green: 0 },
      types: { strategic: 0, growth: 0, volume: 2, selective: 0 },
    },
  ],
};

describe('the weekly mail', () => {
  it('says the very sentence of the page, with last week before its eyes', async () => {
    const page = repReport(state, [lastWeek], rid('wang'), NOW)!.sentence;
    expect(page.code).toBe('BETTER');
    const said = async (days: readonly TeamDay[]): Promise<string> => {
      const world = mailWorld(state, NOW, days);
      await world.edit('week', [{ type: 'runDone', run: 'weekly', due: NOW }], ['busy']);
      world.pass(3_600_000);
      await world.sweep('next');
      return world.attempts.at(-1)!.text;
    };
    expect(await said([lastWeek])).toContain(sentenceText(page, 'en'));
    expect(await said([])).not.toContain(sentenceText(page, 'en'));
  });
});
