import { expect, it } from 'vitest';
import { MAIL_GROUPS } from '../../../../shared/domain/mail-choice.ts';
import { LANGUAGES } from '../../../../shared/domain/rep.ts';
import { MAIL_KINDS } from '../../../../shared/mail/planned-mail.ts';
import { isReport, isWanted } from '../../../../shared/mail/wanted-mail.ts';
import { messageIdOf } from '../../../../shared/mail/message-id.ts';
import { eventId } from '../../../../shared/domain/ids.ts';
import { readMailChoice } from '../../../../shared/sheet/read-mail-choice.ts';
import { mailChoiceText } from '../../../../shared/text/mail-choice-words.ts';

const kindsOf = (...groups: readonly (typeof MAIL_GROUPS)[number][]) =>
  MAIL_KINDS.filter((kind) => isWanted(kind, { pace: 'atOnce', groups }));

it('each group brings its kinds, problems come with any of them, and who wants nothing gets nothing', () => {
  const problems = ['setUp', 'undelivered'];
  expect(kindsOf('asks')).toEqual(['suggestion', 'handover', 'plan', ...problems]);
  expect(kindsOf('alerts')).toEqual(['valueUp', 'overload', 'nobodyFree', 'away', 'stale', ...problems]);
  expect(kindsOf('report')).toEqual([...problems, 'report', 'digest']);
  expect(kindsOf(...MAIL_GROUPS)).toEqual(MAIL_KINDS);
  expect(kindsOf()).toEqual([]);
  expect(MAIL_KINDS.filter(isReport)).toEqual(['report', 'digest']);
});

it.each([
  ['随时', 'atOnce', MAIL_GROUPS],
  ['at once', 'atOnce', MAIL_GROUPS],
  ['每天一封', 'daily', MAIL_GROUPS],
  ['Daily digest, report', 'daily', ['report']],
  ['reports only', 'atOnce', ['report']],
  ['周报、提醒', 'atOnce', ['alerts', 'report']],
  [' 不要邮件 ', 'atOnce', []],
])('%j in the sheet means %s, %j', (typed, pace, groups) => {
  expect(readMailChoice(typed)).toEqual({ pace, groups });
});

it.each(['sometimes', '随时、每天一封', '不要邮件、周报', '周报、偶尔'])('%j is refused', (typed) => {
  expect(readMailChoice(typed)).toBeNull();
});

it('what is written into the sheet reads back as the same choice, in both languages', () => {
  for (const pace of ['atOnce', 'daily'] as const)
    for (let mask = 1; mask < 8; mask += 1) {
      const groups = MAIL_GROUPS.filter((_, index) => (mask >> index) & 1);
      for (const language of LANGUAGES)
        expect(readMailChoice(mailChoiceText({ pace, groups }, language))).toEqual({ pace, groups });
    }
  expect(readMailChoice(mailChoiceText({ pace: 'atOnce', groups: [] }, 'en'))).toEqual({
    pace: 'atOnce',
    groups: [],
  });
});

it('a Message-ID is the same for the same events and recipient only, and fits any address', () => {
  const ids = (...names: string[]) => names.map(eventId);
  const one = messageIdOf(ids('evt-1', 'evt-2'), 'rep-1');
  expect(messageIdOf(ids('evt-1', 'evt-2'), 'rep-1')).toBe(one);
  const others = [
    messageIdOf(ids('evt-1'), 'rep-1'),
    messageIdOf(ids('evt-1', 'evt-2', 'evt-3'), 'rep-1'),
    messageIdOf(ids('evt-1', 'evt-2'), 'rep-2'),
    messageIdOf(ids('evt-1', 'evt-2'), 'Rep-1'),
  ];
  expect(new Set([one, ...others]).size).toBe(5);
  for (const id of [one, messageIdOf(ids('x'.repeat(300)), '"wild"@名.example')])
    expect(id).toMatch(/^<[a-z0-9.-]{1,120}@peineng\.mail>$/);
});
