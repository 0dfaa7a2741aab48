import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect } from '../../../shared/decide/effects.ts';
import { aBoard, NOW, rid, type RepSpec } from '../../support/board-builder.ts';
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

const fate = fc.constantFrom<Fate>('ok', 'ok', 'ok', 'busy', 'refused', 'lost');
const fates = fc.array(fate, { maxLength: 4 });
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), fates }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sweep' as const), fates }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('twice' as const) }) },
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
          one === 'ok' || one === 'lost' || world.dropped.includes(mailName(messageId)),
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
