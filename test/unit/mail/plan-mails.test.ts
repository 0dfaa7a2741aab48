import { describe, expect, it } from 'vitest';
import { planMails, withKinds } from '../../../shared/mail/plan-mails.ts';
import { renderMail } from '../../../shared/mail/render-mail.ts';
import type { Day } from '../../../shared/domain/day.ts';
import { aBoard, DAY_MS, NOW, rid, tasksLike, tid, type RepSpec } from '../../support/board-builder.ts';
import { sweep } from '../../support/board-events.ts';
import { wholeOf } from '../../support/board-world.ts';
import { batchOf, mailsAfter } from '../../support/mail-batch.ts';

const lisa = { name: 'Lisa', email: 'lisa@example.com', language: 'en' } as const;
const boss = { name: 'Boss', email: 'boss@example.com', language: 'en', role: 'supervisor' } as const;
const swept = (spec: Parameters<typeof aBoard>[0]) => mailsAfter(wholeOf(aBoard(spec)), sweep());
const tasks = { t1: {}, t2: {}, t3: {} };

describe('who gets a mail', () => {
  it('a rep gets one, however many suggestions a batch brings, and each line leads to its own', () => {
    const { mails, state } = swept({ reps: { lisa }, tasks });
    expect(mails.map(({ to, subject }) => [to.email, subject])).toEqual([
      ['lisa@example.com', '3 suggestions are waiting for you'],
    ]);
    const { text } = renderMail(mails[0]!);
    for (const task of Object.keys(state.team.pending))
      expect(text).toContain(`https://page.example/${rid('lisa')}/ask/${task}`);
  });

  it('a supervisor gets one, with everything in it', () => {
    const late = { t9: { owner: 'lisa', idle: 9 } } as const;
    const { state, effects } = swept({ reps: { lisa, boss }, tasks: late });
    const line = {
      taskId: tid('t9'),
      customer: 'Acme',
      title: 'pumps',
      from: rid('lisa'),
      to: rid('boss'),
      openedAt: NOW - 3 * DAY_MS,
      due: NOW - DAY_MS,
      written: [],
      confirmed: [],
      gaps: ['preferences'],
    } as const;
    const both = { ...state, team: { ...state.team, handovers: { [tid('t9')]: line } } };
    const mails = planMails(batchOf(both, [...effects, { type: 'handoverLate', line, late: 'giver' }]));
    expect(mails.map(({ to, sections }) => [to.email, sections.map(({ kind }) => kind)])).toEqual([
      ['boss@example.com', ['handover', 'stale']],
      ['lisa@example.com', ['handover']],
    ]);
  });

  it('whoever is named as supervisor hears, and only they', () => {
    const { mails } = swept({
      reps: {
        lisa: { ...lisa, supervisor: 'Boss' },
        boss,
        other: { ...boss, name: 'Other', email: 'o@x.example' },
      },
      tasks: { t1: { owner: 'lisa', idle: 9 } },
    });
    expect(mails.map(({ to }) => to.email)).toEqual(['boss@example.com']);
  });

  it('whoever is named but on leave does not: another supervisor hears in their place, and nobody else is there: they do', () => {
    const leave = { availability: 'leave', backOn: '2026-12-20' as Day } as const;
    const heard = (other: RepSpec) =>
      swept({
        reps: {
          lisa: { ...lisa, supervisor: 'Boss' },
          boss: { ...boss, ...leave },
          other: { ...boss, name: 'Other', email: 'o@x.example', ...other },
        },
        tasks: { t1: { owner: 'lisa', idle: 9 } },
      }).mails.filter(({ sections }) => sections.some(({ kind }) => kind === 'stale'));
    expect(heard({}).map(({ to }) => to.email)).toEqual(['o@x.example']);
    expect(heard(leave).map(({ to }) => to.email)).toEqual(['boss@example.com']);
    expect(heard({ role: 'rep' }).map(({ to }) => to.email)).toEqual(['boss@example.com']);
  });

  it('no weekly report goes to a rep on leave, and the digest to the supervisor who is there', () => {
    const leave = { availability: 'leave' } as const;
    const state = wholeOf(
      aBoard({
        reps: {
          lisa: { ...lisa, ...leave },
          wang: { name: 'Wang', email: 'wang@example.com' },
          boss: { ...boss, ...leave },
          other: { ...boss, name: 'Other', email: 'o@x.example' },
        },
      }),
    );
    const weekly = { type: 'runDone', run: 'weekly', due: NOW } as const;
    const kinds = planMails(batchOf(state, [weekly])).map(({ to, sections }) => [
      to.name,
      ...sections.map(({ kind }) => kind),
    ]);
    expect(kinds).toEqual([
      ['Other', 'digest'],
      ['Wang', 'report'],
    ]);
  });

  it('without a supervisor who has an address, whoever installed the board hears, in one mail', () => {
    const team = { installedBy: ['Admin@example.com', 'Lisa@Example.com'] };
    const { mails } = swept({ reps: { lisa }, tasks: { t1: { owner: 'lisa', idle: 9 }, t2: {} }, team });
    expect(mails.map(({ to, sections }) => [to.email, to.rep, sections.map(({ kind }) => kind)])).toEqual([
      ['lisa@example.com', rid('lisa'), ['suggestion', 'stale']],
      ['Admin@example.com', undefined, ['stale']],
    ]);
    expect(mails[1]!.actions.map(({ url }) => url)).toEqual(['https://board.example/']);
  });

  it('nobody without an address, and nobody who has left', () => {
    const { name } = lisa;
    expect(swept({ reps: { lisa: { name } }, tasks }).mails).toEqual([]);
    expect(
      swept({
        reps: { lisa: { name }, boss: { ...boss, availability: 'left' } },
        tasks: { t1: { owner: 'lisa', idle: 9 } },
      }).mails,
    ).toEqual([]);
  });
});

describe('a mail', () => {
  it('has the same Message-ID when it is planned again, and another for another batch or reader', () => {
    const { mails, state, effects } = swept({
      reps: { lisa, boss },
      tasks: { ...tasks, t9: { owner: 'lisa', idle: 9 } },
    });
    const ids = (id: string) => planMails(batchOf(state, effects, { id })).map(({ messageId }) => messageId);
    expect(ids('event-1')).toEqual(mails.map(({ messageId }) => messageId));
    expect(ids('event-1')[0]).toBe(`<event-1.${rid('boss')}@peineng.mail>`);
    expect(new Set([...ids('event-1'), ...ids('event-2')]).size).toBe(4);
  });

  it('lists at most five and counts the rest', () => {
    const { mails } = swept({
      reps: { lisa, boss },
      tasks: tasksLike(8, { owner: 'lisa', idle: 9, value: 'low' }),
    });
    const [line] = mails[0]!.sections[0]!.lines;
    expect(line!.text).toBe('Lisa (8)');
    expect(line!.below).toHaveLength(6);
    expect(line!.below[5]).toBe('… and 3 more');
  });

  it('loses the kinds its reader does not want, takes its subject from what is left, and is none without any', () => {
    const { mails } = swept({
      reps: { lisa: { ...lisa, role: 'supervisor' }, wang: { name: 'Wang' } },
      tasks: {
        t1: { owner: 'wang', idle: 9 },
        ...tasksLike(8, { owner: 'wang', value: 'high', difficulty: 'hard' }),
      },
    });
    const [mail] = mails;
    expect(mail!.sections.map(({ kind }) => kind)).toEqual(['overload', 'stale']);
    const calm = withKinds(mail!, (kind) => kind !== 'overload');
    expect(calm?.subject).toBe('1 deal has gone quiet (1 rep)');
    expect(calm?.sections).toHaveLength(1);
    expect(withKinds(mail!, () => false)).toBeNull();
  });
});
