import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { planMails } from '../../../shared/mail/plan-mails.ts';
import { renderMail } from '../../../shared/mail/render-mail.ts';
import { decide } from '../../../shared/decide/decide.ts';
import { evolveAll } from '../../../shared/decide/evolve.ts';
import { aBoard, NOW, rid, type RepSpec, type TaskSpec } from '../../support/board-builder.ts';
import { sweep } from '../../support/board-events.ts';
import { wholeOf } from '../../support/board-world.ts';
import { batchOf } from '../../support/mail-batch.ts';

/** A large team on a bad day: everybody has quiet deals with endless names, and the weekly reports are due. */
const badDay = (reps: number, tasks: number) => {
  const long = '超长的客户名称'.repeat(80);
  const people = Object.fromEntries(
    Array.from({ length: reps }, (_, index): [string, RepSpec] => [
      `r${index}`,
      { name: `${index}${long}`, email: `r${index}@example.com` },
    ]),
  );
  const boss = { name: 'Boss', role: 'supervisor', email: 'boss@example.com' } as const;
  const deals = Object.fromEntries(
    Array.from({ length: tasks }, (_, index): [string, TaskSpec] => [
      `t${index}`,
      {
        customer: long,
        title: long,
        owner: `r${index % reps}`,
        idle: 8 + (index % 30),
        value: 'high',
        difficulty: 'hard',
      },
    ]),
  );
  const before = wholeOf(aBoard({ reps: { boss, ...people }, tasks: deals }));
  const effects = [...decide(before, sweep()), { type: 'runDone', run: 'weekly', due: NOW } as const];
  return planMails(batchOf(evolveAll(before, effects), effects));
};

describe('a mail to the supervisor of a large team', () => {
  it.each([
    [1, 200],
    [35, 200],
    [35, 800],
    [60, 600],
  ])('of %i reps with %i quiet deals arrives whole, and says what it counts', (reps, tasks) => {
    const mail = badDay(reps, tasks).find(({ to }) => to.rep === rid('boss'))!;
    const { html, text, subject } = renderMail(mail);
    expect(mail.sections.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['stale', 'digest']));
    expect(Buffer.byteLength(html)).toBeLessThan(100 * 1024);
    expect(html).toMatch(/<\/html>\s*$/);
    expect(`${subject} ${text}`).toContain(String(tasks));
    for (const { heading, why } of mail.sections) {
      expect(text).toContain(heading);
      expect(html).toContain(why);
    }
  });
});

it('the validator of the other tests bites: open tables, stray and unescaped signs', () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
  const rules = (html: string) =>
    validator
      .validateStringSync(html)
      .results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  expect(rules('<table><tr><td>x</table>')).toContain('no-implicit-close');
  expect(rules('<p>a < b</p>')).not.toEqual([]);
  expect(rules('<p><div>x</div></p>')).not.toEqual([]);
});
