import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeSampleTeam } from '../../../local/sample-team/make-sample-team.ts';
import { SAMPLE_STORY } from '../../../local/sample-team/sample-story.ts';
import { daysBetween, parseDay, plusDays, type Day } from '../../../shared/domain/day.ts';
import { LANGUAGES, type Language, type Rep } from '../../../shared/domain/rep.ts';
import { TASK_TYPES } from '../../../shared/domain/task.ts';
import { cellOf, keyTasksOf, loadOf, tasksOf, typeOf } from '../../../shared/scoring/load.ts';
import { dayOfSerial } from '../../../shared/sheet/cell-value.ts';
import { TABS } from '../../../shared/sheet/layout.ts';
import { readProofRow } from '../../../shared/tags/read-proof-rows.ts';
import { sameTag } from '../../../shared/text/spellings.ts';
import { boardFromSeed } from '../../support/board-from-seed.ts';

const day = (text: string): Day => parseDay(text)!;
const TODAY = day('2026-11-23');

/** Any day of eight years, with leap days and turns of the year more often than chance would bring them. */
const anyDay = fc.oneof(
  fc.constantFrom(day('2024-02-29'), day('2028-03-01'), day('2026-12-31'), day('2027-01-01')),
  fc.integer({ min: 0, max: 3_000 }).map((days) => plusDays(day('2024-01-01'), days)),
);
const anyTeam = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 }),
  today: anyDay,
  language: fc.constantFrom<Language>(...LANGUAGES),
});
const RUNS = { numRuns: 12 };

const boardOf = (given: { seed: number; today: Day; language: Language }) => {
  const seed = makeSampleTeam(given);
  const board = boardFromSeed(seed, given.today);
  const { policy } = board.state.team;
  const reps = Object.values(board.state.team.reps).filter((rep) => rep.fields.role === 'rep');
  const load = (rep: Rep): number => loadOf(rep.open, policy);
  const named = (name: string): Rep => reps.find((rep) => rep.fields.name === name)!;
  return { seed, board, reps, load, named, tasks: Object.values(board.state.tasks) };
};

describe('the sample team', () => {
  it('is the same for the same seed, day and language', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        expect(makeSampleTeam(given)).toEqual(makeSampleTeam(given));
      }),
      RUNS,
    );
  });

  it('differs between seeds', () => {
    const [one, two] = [1, 2].map((seed) => makeSampleTeam({ seed, today: TODAY, language: 'en' }));
    expect(one!.tasks).not.toEqual(two!.tasks);
  });

  it('is of the size it promises: 12 reps, 2 supervisors, 105 to 125 open deals, 400 closed', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { seed, board, reps } = boardOf(given);
        expect(reps).toHaveLength(12);
        expect(Object.values(board.state.team.reps)).toHaveLength(14);
        expect(seed.tasks.length).toBeGreaterThanOrEqual(105);
        expect(seed.tasks.length).toBeLessThanOrEqual(125);
        expect(seed.history).toHaveLength(400);
      }),
      RUNS,
    );
  });

  it('is read by the board without a single note', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { board, seed, tasks } = boardOf(given);
        expect(board.effects.filter((effect) => effect.type === 'rowRefused')).toEqual([]);
        expect(tasks).toHaveLength(seed.tasks.length);
      }),
      RUNS,
    );
  });

  it('writes only columns that people own', () => {
    const seed = makeSampleTeam({ seed: 7, today: TODAY, language: 'zh-CN' });
    for (const tab of ['team', 'tasks', 'history'] as const) {
      const own = TABS[tab].columns.filter((column) => column.owner === 'people').map(({ key }) => key);
      for (const { cells } of seed[tab]) expect(own).toEqual(expect.arrayContaining(Object.keys(cells)));
    }
  });

  it('has most reps between 4 and 9.5 points, two over 10 and one between 9 and 10', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { reps, load } = boardOf(given);
        const active = reps.filter((rep) => rep.fields.availability === 'active').map(load);
        expect(active.filter((points) => points >= 4 && points <= 9.5).length).toBeGreaterThanOrEqual(6);
        expect(active.filter((points) => points > 10)).toHaveLength(2);
        expect(active.some((points) => points > 9 && points < 10)).toBe(true);
        expect(reps.filter((rep) => rep.paused).map(load)).toEqual(active.filter((points) => points > 10));
      }),
      RUNS,
    );
  });

  it('has a rep with exactly 8 key tasks, one without any task, one on leave until a day to come, one who left', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { reps, seed } = boardOf(given);
        expect(reps.filter((rep) => keyTasksOf(rep.open) === 8)).toHaveLength(1);
        const idle = reps.filter((rep) => tasksOf(rep.open) === 0);
        expect(idle.map((rep) => rep.fields.tier)).toEqual(['newcomer']);
        expect(seed.history.some(({ cells }) => cells['owner'] === idle[0]!.fields.name)).toBe(false);
        const away = reps.filter((rep) => rep.fields.availability === 'leave');
        expect(away).toHaveLength(1);
        expect(away[0]!.fields.backOn! > given.today).toBe(true);
        expect(reps.filter((rep) => rep.fields.availability === 'left')).toHaveLength(1);
      }),
      RUNS,
    );
  });

  it('has all tiers and tags of all four families', () => {
    const { reps } = boardOf({ seed: 3, today: TODAY, language: 'en' });
    expect(new Set(reps.map((rep) => rep.fields.tier))).toEqual(new Set(['newcomer', 'growing', 'senior']));
    for (const family of ['industry', 'style', 'rhythm', 'tools'] as const)
      expect(reps.some((rep) => rep.fields.tags[family].length > 0)).toBe(true);
    expect(reps.flatMap((rep) => rep.fields.tags.rhythm).some((tag) => sameTag(tag, 'Long-line'))).toBe(true);
  });

  it('has every type of task, owned and waiting for an owner, and every light in fair number', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { tasks, seed } = boardOf(given);
        for (const owned of [true, false]) {
          const some = tasks.filter((task) => (task.fields.owner !== undefined) === owned);
          expect(new Set(some.map((task) => typeOf(cellOf(task.rating))))).toEqual(new Set(TASK_TYPES));
        }
        const ages = seed.tasks.flatMap(({ cells }) =>
          typeof cells['lastProgress'] === 'number'
            ? [daysBetween(dayOfSerial(cells['lastProgress']), given.today)]
            : [],
        );
        expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
        expect(ages.filter((age) => age < 5).length).toBeGreaterThan(ages.length / 2);
        expect(ages.filter((age) => age >= 5 && age <= 7).length).toBeGreaterThan(10);
        expect(ages.filter((age) => age > 7 && age <= 14).length).toBeGreaterThan(5);
        expect(ages.filter((age) => age > 14).length).toBeGreaterThan(3);
      }),
      RUNS,
    );
  });

  it('leaves some values and difficulties to be proposed, and the rules propose as the deal was drawn', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { tasks } = boardOf(given);
        const open = (half: 'value' | 'difficulty') =>
          tasks.filter((task) => task.rating.proposed.includes(half)).length;
        expect(open('value')).toBeGreaterThan(3);
        expect(open('difficulty')).toBeGreaterThan(3);
        expect(tasks.filter((task) => task.rating.proposed.length > 0).length).toBeLessThan(tasks.length / 4);
      }),
      RUNS,
    );
  });

  it('gets a suggestion for unowned tasks at the first sweep, save the ones that are the supervisor’s call', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { tasks, board } = boardOf(given);
        const wanting = tasks.filter(
          (task) => task.fields.owner === undefined && typeOf(cellOf(task.rating)) !== 'selective',
        );
        const suggested = wanting.filter((task) => board.state.team.pending[task.id] !== undefined);
        expect(suggested.length).toBeGreaterThanOrEqual(8);
        const causes = new Set(Object.values(board.state.team.pending).map((pending) => pending.cause));
        expect(causes).toEqual(new Set(['NEW_TASK', 'OVERLOAD', 'OWNER_AWAY']));
      }),
      RUNS,
    );
  });

  it('holds text that begins with = as text', () => {
    const seed = makeSampleTeam({ seed: 5, today: TODAY, language: 'en' });
    const steps = seed.tasks
      .map(({ cells }) => cells['nextStep'])
      .filter((step) => String(step).startsWith('='));
    expect(steps).toHaveLength(1);
  });

  it('keeps days in order: made before progress, progress not after today, started before closed', () => {
    fc.assert(
      fc.property(anyTeam, ({ seed, today, language }) => {
        const team = makeSampleTeam({ seed, today, language });
        for (const { cells, createdOn } of team.tasks) {
          const progress = cells['lastProgress'];
          if (typeof progress === 'number') expect(createdOn! <= dayOfSerial(progress)).toBe(true);
          expect(createdOn! <= today).toBe(true);
        }
        for (const { cells } of team.history) {
          expect(Number(cells['startedOn'])).toBeLessThan(Number(cells['closedOn']));
          expect(dayOfSerial(Number(cells['closedOn'])) < today).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('gets fewer deals on weekend days, as real teams do', () => {
    const days = [1, 2, 3, 4, 5].flatMap((seed) =>
      makeSampleTeam({ seed, today: TODAY, language: 'en' }).tasks.map(({ createdOn }) => createdOn!),
    );
    const weekend = days.filter((one) => [0, 6].includes(new Date(`${one}T00:00:00Z`).getUTCDay()));
    expect(weekend.length / days.length).toBeGreaterThan(0.05);
    expect(weekend.length / days.length).toBeLessThan(0.2);
  });

  it('writes names and texts of an English board in Latin letters alone', () => {
    const { team, tasks, history } = makeSampleTeam({ seed: 9, today: TODAY, language: 'en' });
    expect(JSON.stringify({ team, tasks, history })).not.toMatch(/[^\u0000-\u007f]/);
  });

  it('writes only to addresses that reach nobody', () => {
    const { team } = makeSampleTeam({ seed: 9, today: TODAY, language: 'zh-CN' });
    for (const { cells } of team) expect(cells['email']).toMatch(/^[a-z.]+@example\.com$/);
    expect(new Set(team.map(({ cells }) => cells['email'])).size).toBe(14);
  });
});

describe('the story of the sample', () => {
  it('stands in the first row, its customer once on the board, its owner close to the limit and at work', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { seed, named, load } = boardOf(given);
        const story = SAMPLE_STORY[given.language];
        expect(seed.tasks[0]!.cells).toMatchObject({
          customer: story.customer,
          title: story.title,
          owner: story.owner,
          [story.column]: story.from,
        });
        expect(seed.tasks.filter(({ cells }) => cells['customer'] === story.customer)).toHaveLength(1);
        expect(load(named(story.owner))).toBe(9.5);
        expect(named(story.owner).paused).toBe(false);
      }),
      RUNS,
    );
  });

  it('ends with the owner paused and the better owner suggested, clearly ahead, once the value is raised', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { board, named } = boardOf(given);
        const story = SAMPLE_STORY[given.language];
        const effects = board.edit(2, story.column, story.to);
        expect(effects).toContainEqual({
          type: 'repPaused',
          rep: named(story.owner).id,
          load: 11,
          keyTasks: 3,
        });
        const made = effects.filter((effect) => effect.type === 'suggestionMade');
        const story1 = made.find(({ receipt }) => receipt.chosen.name === story.betterOwner);
        expect(story1?.pending.from).toBe(named(story.owner).id);
        expect(board.state.tasks[story1!.pending.taskId]!.fields.customer).toBe(story.customer);
        const { chosen, incumbent, runnerUp } = story1!.receipt;
        expect(chosen.score - incumbent!.score).toBeGreaterThan(0.1);
        expect(chosen.score - (runnerUp?.score ?? 0)).toBeGreaterThan(0.02);
      }),
      RUNS,
    );
  });

  it('shows the tabs of proof alive: ratings and notes that count, proposals that wait, a tag that is contested', () => {
    fc.assert(
      fc.property(anyTeam, (given) => {
        const { seed, board } = boardOf(given);
        const { team } = board.state;
        const read = (tab: 'ratings' | 'notes') =>
          (seed[tab] ?? []).map(({ cells }, row) => readProofRow(tab, { row, cells }, team, given.today));
        const [ratings, notes] = [read('ratings'), read('notes')];
        for (const { problems } of [...ratings, ...notes]) expect(problems).toEqual([]);
        expect(ratings.every(({ proof }) => proof !== null)).toBe(true);
        expect(ratings.length).toBeGreaterThan(15);
        expect(notes.filter(({ proof }) => proof !== null).length).toBeGreaterThanOrEqual(3);
        const waiting = notes.filter(
          ({ proof, proposed }, at) =>
            proof === null && proposed != null && seed.notes?.[at]?.cells['confirmed'] === undefined,
        );
        expect(waiting.length).toBeGreaterThanOrEqual(3);
        const contested = Object.values(team.reps).flatMap(({ fields }) => fields.contested ?? []);
        expect(contested).toEqual([{ tag: '快刀型', state: 'open' }]);
      }),
      RUNS,
    );
  });
});
