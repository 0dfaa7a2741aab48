import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoardState } from '../../../shared/domain/board-state.ts';
import { repId } from '../../../shared/domain/ids.ts';
import { TIERS } from '../../../shared/domain/rep.ts';
import { mailReaders } from '../../../shared/mail/mail-readers.ts';
import { planMails } from '../../../shared/mail/plan-mails.ts';
import type { MailCell, PlannedMail } from '../../../shared/mail/planned-mail.ts';
import { linkedNumbers } from '../../../shared/mail/task-links.ts';
import { pageHome } from '../../../shared/pages/page-home.ts';
import { readList, taskList, type TaskListRow } from '../../../shared/report/task-list.ts';
import { boards, SEEDED } from '../../support/arbitraries.ts';
import { NOW, TODAY } from '../../support/board-builder.ts';
import { batchOf } from '../../support/mail-batch.ts';

const WEEKLY = { type: 'runDone', run: 'weekly', due: NOW } as const;

/** A generated team whose first rep supervises, and everybody has an address. */
const led = (state: BoardState): BoardState => {
  const [boss] = Object.values(state.team.reps);
  const reps = Object.fromEntries(
    Object.values(state.team.reps).map((rep) => [
      rep.id,
      {
        ...rep,
        fields: {
          ...rep.fields,
          email: `${rep.id}@example.com`,
          ...(rep === boss ? { role: 'supervisor' as const, availability: 'active' as const } : {}),
        },
      },
    ]),
  );
  return { ...state, team: { ...state.team, reps } };
};

/** The page that a link of the mail asks for, as rows. */
const rowsOf = (url: string, state: BoardState, person: string): readonly TaskListRow[] => {
  const given = new URL(url).searchParams;
  const list = readList(given.get('what') ?? '')!;
  const hears = mailReaders(state, TODAY).find(({ rep }) => rep === person)!.hears;
  const query = {
    what: list.what,
    rep: list.rep === undefined ? null : repId(list.rep),
    type: list.type ?? null,
    tier: TIERS.find((one) => one === given.get('tier')) ?? null,
    mine: given.get('mine') === '1',
  };
  return taskList(state, query, NOW, hears);
};

const section = (mails: readonly PlannedMail[], kind: string) =>
  mails.flatMap((mail) =>
    mail.sections.filter((one) => one.kind === kind).map((one) => ({ ...one, to: mail.to.rep! })),
  );
const numberIn = (text: string): number => Number(/[\d.]+/.exec(text)?.[0]);
const linked = (cell: MailCell | undefined): readonly { readonly text: string; readonly url: string }[] => {
  if (cell === undefined || typeof cell === 'string') return [];
  return (cell.pieces ?? [cell]).flatMap(({ text, url }) => (url === undefined ? [] : [{ text, url }]));
};

describe('numbers of the weekly mails', () => {
  it('the digest: each leads to exactly as many tasks as it says', () => {
    let seen = 0;
    fc.assert(
      fc.property(boards.map(led), (state) => {
        for (const { to, lines, table } of section(planMails(batchOf(state, [WEEKLY])), 'digest')) {
          for (const [, load, lights, progress] of table!.rows) {
            for (const { url, text } of linked(load)) {
              const sum = rowsOf(url, state, to).reduce((all, { points }) => all + points, 0);
              // A mail shows tenths.
              expect(Math.abs(sum - numberIn(text))).toBeLessThan(0.06);
            }
            for (const { url, text } of [...linked(lights), ...linked(progress)]) {
              expect(rowsOf(url, state, to)).toHaveLength(numberIn(text));
              seen += 1;
            }
          }
          for (const { text, action } of lines) {
            if (action?.url.includes('what=') !== true || action.url.includes('what=hard')) continue;
            expect([text, rowsOf(action.url, state, to).length]).toEqual([text, numberIn(text)]);
            seen += 1;
          }
        }
      }),
      SEEDED,
    );
    expect(seen).toBeGreaterThan(100);
  });

  it('the report: each leads to as many of one’s own tasks as it says', () => {
    let seen = 0;
    fc.assert(
      fc.property(boards.map(led), (state) => {
        for (const { to, table } of section(planMails(batchOf(state, [WEEKLY])), 'report')) {
          const read = { state, receipts: {}, moved: [] };
          const home = pageHome(read, state.team.reps[to]!, NOW);
          for (const { url, text } of linked(table!.rows[0]?.[1])) {
            const what = new URL(url).searchParams.get('what');
            expect(home.tasks.filter(({ idleLight }) => idleLight === what)).toHaveLength(numberIn(text));
            seen += 1;
          }
        }
      }),
      SEEDED,
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('are links with the word before them, and what counts nothing is none', () => {
    expect(linkedNumbers('red 2 yellow 0 green 12', ['a', 'b', 'c'])).toEqual([
      { text: 'red 2', url: 'a' },
      { text: ' ' },
      { text: 'yellow 0' },
      { text: ' ' },
      { text: 'green 12', url: 'c' },
    ]);
    expect(linkedNumbers('5 / 9', ['a', 'b'])).toEqual([
      { text: '5', url: 'a' },
      { text: ' / ' },
      { text: '9', url: 'b' },
    ]);
  });
});
