import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../../shared/decide/effects.ts';
import { UNOWNED } from '../../../shared/domain/board-state.ts';
import { aBoard, NOW, rid, tid, type RepSpec } from '../../support/board-builder.ts';
import { mailWorld, type Fate } from '../../support/mail-world.ts';

const HOUR = 3_600_000;
const READERS = ['anna', 'bert', 'carl', 'dora'];

const REPS = 40;

/** Four who hear of everybody: two at once, one once a day, and one who wants nothing. */
const team = () => {
  const reps: Record<string, RepSpec> = {};
  for (let n = 0; n < REPS; n += 1) reps[`news-${n}-`] = { paused: true };
  for (const name of READERS) reps[name] = { role: 'supervisor', email: `${name}@example.com` };
  reps['carl'] = { ...reps['carl'], mail: { pace: 'daily', groups: ['alerts'] } };
  reps['dora'] = { ...reps['dora'], mail: { pace: 'atOnce', groups: [] } };
  return aBoard({ reps });
};

/** News that every supervisor hears, and that can be found again in a mail. */
const news = (n: number): readonly Effect[] => [
  { type: 'repPaused', rep: rid(`news-${n % REPS}-`), load: 12, keyTasks: 1 },
];

const fate = fc.constantFrom<Fate>('ok', 'ok', 'ok', 'busy', 'refused', 'lost', 'unsure');
const fates = fc.array(fate, { maxLength: 4 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), fates }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sweep' as const), fates }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('twice' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('elsewhere' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 1500 }) }),
  },
);

describe('mail, whatever happens, in whatever order', () => {
  it('of every event and recipient ends in one mail or one dead letter; none in quiet hours, one per sweep, none twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const world = mailWorld(team(), NOW);
        const names: number[] = [];
        for (const [index, one] of steps.entries()) {
          if (one.do === 'wait') world.pass(one.minutes * 60_000);
          else if (one.do === 'elsewhere') world.elsewhere();
          else if (one.do === 'twice') await world.sweepTwice(String(index));
          else if (one.do === 'sweep') await world.sweep(String(index), one.fates);
          else await world.edit(`event-${names.push(index)}`, news(index), one.fates);
        }
        // Whatever waits is due within days, and by then the mail server works.
        for (let sweep = 0; sweep < 200 && world.waiting() > 0; sweep += 1) {
          world.pass(6 * HOUR + 1);
          await world.sweep(`end-${sweep}`);
        }
        expect(world.waiting()).toBe(0);
        checkEach(world, names);
        checkSweeps(world);
      }),
      { numRuns: 150 },
    );
  });

  it('gathers as one mail: twenty events of a night reach everybody as one', async () => {
    const world = mailWorld(team(), NOW + 12 * HOUR);
    for (let n = 0; n < 20; n += 1) await world.edit(`event-${n}`, news(n), []);
    expect(world.attempts).toEqual([]);
    world.pass(11 * HOUR);
    await world.sweep('morning');
    expect(world.attempts.map(({ to }) => to.split('@')[0])).toEqual(['anna', 'bert', 'carl']);
    for (const { text } of world.attempts) expect(new Set(text.match(/news-\d+-/g)).size).toBe(20);
  });

  it('holds a thousand events of a long holiday and sends them as one mail each', async () => {
    const world = mailWorld(team(), NOW + 12 * HOUR);
    for (let n = 0; n < 1_000; n += 1) await world.edit(`event-${n}`, news(n), []);
    world.pass(11 * HOUR);
    await world.sweep('morning');
    expect(world.attempts).toHaveLength(3);
    expect(world.waiting()).toBe(0);
  });
});

const MINUTE = 60_000;
const timesOf = (world: World, reader: string) =>
  world.attempts.filter(({ to }) => to.startsWith(reader)).map(({ at }) => (at - NOW) / MINUTE);

describe('the pause between mails', () => {
  it('keeps all mails to one person an hour apart, whatever people and sweeps do, as long as every answer comes', async () => {
    const calm = fc.oneof(
      { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const) }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('sweep' as const) }) },
      {
        weight: 3,
        arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 90 }) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(calm, { maxLength: 60 }), async (steps) => {
        const world = mailWorld(team(), NOW);
        for (const [index, one] of steps.entries()) {
          if (one.do === 'wait') world.pass(one.minutes * MINUTE);
          else if (one.do === 'sweep') await world.sweep(String(index));
          else await world.edit(`event-${index}`, news(index), []);
        }
        for (const reader of READERS) {
          const times = timesOf(world, reader);
          for (const [index, time] of times.slice(1).entries())
            expect(time - times[index]!).toBeGreaterThanOrEqual(60);
        }
      }),
    );
  });

  it('ten deals that change hands within minutes are two mails: the first at once, the rest an hour later', async () => {
    const world = mailWorld(team(), NOW);
    for (let n = 0; n < 10; n += 1) {
      await world.edit(`event-${n}`, news(n), []);
      world.pass(MINUTE);
    }
    for (let n = 0; n < 6; n += 1) {
      await world.sweep(String(n));
      world.pass(15 * MINUTE);
    }
    expect(timesOf(world, 'anna')).toEqual([0, 70]);
    const last = world.attempts.findLast(({ to }) => to.startsWith('anna'));
    expect(new Set(last?.text.match(/news-\d+-/g)).size).toBe(9);
    expect(world.waiting()).toBeGreaterThan(0); // carl's, who wants one mail a day
  });

  it('is known to another instance once a sweep has written it down, and not before', async () => {
    const world = mailWorld(team(), NOW);
    await world.edit('event-0', news(0), []);
    world.elsewhere();
    await world.edit('event-1', news(1), []);
    world.pass(MINUTE);
    await world.edit('event-2', news(2), []);
    expect(timesOf(world, 'anna')).toEqual([0, 0]);
    world.pass(60 * MINUTE);
    await world.sweep('first');
    world.elsewhere();
    await world.edit('event-3', news(3), ['busy', 'busy']);
    world.pass(15 * MINUTE);
    world.elsewhere();
    await world.sweep('second');
    // Tried by the edit of an instance that knew nothing; the sweep reads that it is too soon.
    expect(timesOf(world, 'anna')).toEqual([0, 0, 61, 61]);
    world.pass(45 * MINUTE);
    await world.sweep('third');
    expect(timesOf(world, 'anna')).toEqual([0, 0, 61, 61, 121]);
  });

  it('is none where the rules say 0, and none before what nobody can go on without', async () => {
    const at0 = team();
    const never = { ...at0.team.policy, mail: { ...at0.team.policy.mail, everyMinutes: 0 } };
    const free = mailWorld({ ...at0, team: { ...at0.team, policy: never } }, NOW);
    for (const n of [0, 1, 2]) await free.edit(`event-${n}`, news(n), []);
    expect(timesOf(free, 'anna')).toEqual([0, 0, 0]);
    const queue = {
      nobodyFreeSince: NOW,
      waiting: Object.values(aBoard({ tasks: { t1: {} } }).books[UNOWNED]!),
    };
    const world = mailWorld({ ...at0, team: { ...at0.team, ...queue } }, NOW);
    await world.edit('event-0', news(0), []);
    await world.edit(
      'event-1',
      [{ type: 'nobodyFree', taskId: tid('t1'), at: NOW, nearest: null }, ...news(1)],
      [],
    );
    expect(timesOf(world, 'anna')).toEqual([0, 0]);
  });
});

describe('a mail that may have arrived', () => {
  it('goes again alone, as the same message, though more has come up since; the rest follows by itself', async () => {
    const world = mailWorld(team(), NOW);
    await world.edit('event-0', news(0), ['unsure']);
    world.pass(MINUTE);
    await world.edit('event-1', news(1), []);
    for (let n = 0; n < 20; n += 1) {
      world.pass(15 * MINUTE);
      await world.sweep(String(n));
    }
    const mails = world.attempts.filter(({ to }) => to.startsWith('anna'));
    const about = mails.map(({ messageId, text }) => [messageId, (text.match(/news-\d+-/) ?? [])[0]]);
    const first = mails[0]!.messageId;
    expect(about).toEqual([
      [first, 'news-0-'],
      [expect.not.stringContaining(first), 'news-1-'],
      [first, 'news-0-'],
    ]);
  });

  it('is the same whole mail when it was a sweep that sent it', async () => {
    const world = mailWorld(team(), NOW + 12 * HOUR);
    for (const n of [0, 1]) await world.edit(`event-${n}`, news(n), []);
    world.pass(11 * HOUR);
    await world.sweep('morning', ['unsure']);
    world.pass(HOUR);
    await world.edit('event-2', news(2), ['busy', 'busy']);
    world.pass(2 * HOUR);
    await world.sweep('noon');
    const [before, , again] = world.attempts.filter(({ to }) => to.startsWith('anna'));
    expect(again).toMatchObject({ messageId: before!.messageId, text: before!.text });
  });
});

type World = ReturnType<typeof mailWorld>;
const mailName = (messageId: string): string => messageId.replace(/^<|@peineng\.mail>$/g, '');

/** Arrived once, as one message whatever the number of tries, or given up once; never both. */
const checkEach = (world: World, names: readonly number[]): void => {
  for (const reader of READERS) {
    const own = world.attempts.filter(({ to }) => to.startsWith(reader));
    for (const name of names) {
      const about = own.filter(({ text }) => text.includes(`news-${name}-`));
      // What arrived just before a process died may be refused when it is tried again: still one and the same mail.
      const ends = about.filter(
        ({ fate: one, messageId }) =>
          ['ok', 'lost', 'unsure'].includes(one) || world.dropped.includes(mailName(messageId)),
      );
      const mails = new Set(ends.map(({ messageId }) => messageId));
      expect([reader, name, mails.size]).toEqual([reader, name, reader === 'dora' ? 0 : 1]);
    }
  }
  expect(new Set(world.dropped).size).toBe(world.dropped.length);
};

const checkSweeps = ({ attempts, isQuiet }: World): void => {
  for (const { at } of attempts) expect(isQuiet(at)).toBe(false);
  const sweeps = attempts.filter(({ during }) => during.startsWith('sweep'));
  const tries = sweeps.map(({ during, to }) => `${during} ${to}`);
  expect(new Set(tries).size).toBe(tries.length);
};
