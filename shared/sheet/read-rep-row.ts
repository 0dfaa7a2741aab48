import { ALL_MAIL, withMail, type MailChoice } from '../domain/mail-choice.ts';
import { EMPTY_TAGS, type RepFields } from '../domain/rep.ts';
import { withoutEmpty } from '../domain/without-empty.ts';
import type { ReadRow } from '../ports/board.ts';
import { err, ok, type Result } from '../result.ts';
import { canonicalTag } from '../text/spellings.ts';
import type { CellProblem } from './cell-problem.ts';
import { readContests } from './read-contests.ts';
import { readMailChoice } from './read-mail-choice.ts';
import { rowReader, type RowReader } from './read-row.ts';

const EMAIL = /^[^\s@<>",;:()[\]\\]+@[^\s@<>",;:()[\]\\]+\.[^\s@<>",;:()[\]\\]+$/;

const tagsOf = (text: string | undefined): readonly string[] => [
  ...new Set(
    (text ?? '')
      .normalize('NFKC')
      .split(/[,;、\n]+/)
      .map((tag) => canonicalTag(tag))
      .filter((tag) => tag !== ''),
  ),
];

/**
 * Parses one row of the Team tab. A name is required; role defaults to rep, tier to what proof says (a
 * newcomer without any), status to active. Lists of tags are split at commas, semicolons and 、.
 */
export const readRepRow = (row: ReadRow): Result<RepFields, readonly CellProblem[]> => {
  const read = rowReader('team', row);
  const name = read.requiredText('name');
  const email = read.text('email');
  if (email !== undefined && !EMAIL.test(email)) read.refuse('email', { code: 'NOT_AN_EMAIL' });
  const optional = {
    email,
    supervisor: read.text('supervisor'),
    leaveFrom: read.day('leaveFrom'),
    backOn: read.day('backOn'),
    language: read.word('language', 'language'),
    contested: readContests(read.text('contested')),
  };
  const mail = mailOf(read);
  read.word('answer', 'contestAnswer');
  const { leaveFrom, backOn } = optional;
  if (leaveFrom !== undefined && backOn !== undefined && backOn <= leaveFrom)
    read.refuse('backOn', { code: 'NOT_AFTER_START' });
  const tier = read.word('tier', 'tier');
  const fields: RepFields = {
    name,
    role: read.word('role', 'role') ?? 'rep',
    tier: tier ?? 'newcomer',
    ...(tier === undefined ? { tierOpen: true } : {}),
    availability: read.word('availability', 'availability') ?? 'active',
    tags: {
      ...EMPTY_TAGS,
      industry: tagsOf(read.text('industries')),
      style: tagsOf(read.text('styles')),
      rhythm: tagsOf(read.text('rhythm')),
      tools: tagsOf(read.text('tools')),
    },
    ...withoutEmpty(optional),
  };
  return read.problems.length > 0 ? err(read.problems) : ok(withMail(fields, mail));
};

/** An empty cell asks for all mail, as does one that is refused. */
const mailOf = (read: RowReader): MailChoice => {
  const typed = read.text('mail');
  const choice = typed === undefined ? ALL_MAIL : readMailChoice(typed);
  if (choice === null) read.refuse('mail', { code: 'NOT_A_CHOICE', vocabulary: 'mailChoice' });
  return choice ?? ALL_MAIL;
};
