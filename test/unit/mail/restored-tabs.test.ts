import { describe, expect, it } from 'vitest';
import { planMails } from '../../../shared/mail/plan-mails.ts';
import { aBoard } from '../../support/board-builder.ts';
import { batchOf } from '../../support/mail-batch.ts';

const boss = { name: 'Boss', role: 'supervisor', email: 'boss@example.com', language: 'en' } as const;
const state = aBoard({ reps: { boss, lisa: { name: 'Lisa', email: 'lisa@example.com' } } });

describe('tabs that set-up has put back', () => {
  it('are told to the supervisor alone, each once, with the way to the first of them', () => {
    const mails = planMails(
      batchOf(state, [
        { type: 'tabsRestored', tabs: ['tasks', 'rules'] },
        { type: 'tabsRestored', tabs: ['rules'] },
      ]),
    );
    expect(mails.map(({ to, subject }) => [to.email, subject])).toEqual([
      ['boss@example.com', 'Tasks, Rules: what was missing is back'],
    ]);
    const [section] = mails[0]!.sections;
    expect(section).toMatchObject({
      kind: 'setUp',
      lines: [{ action: { url: expect.stringContaining('#gid=') as string } }],
    });
  });
});
