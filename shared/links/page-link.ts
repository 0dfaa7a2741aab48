import type { Instant } from '../domain/day.ts';
import { repId, taskId, teamId, type RepId, type TaskId, type TeamId } from '../domain/ids.ts';
import { err, ok, type Result } from '../result.ts';
import { readSignedText, signedText, type Signer } from './link-text.ts';

/** Whose page of which board. */
export interface PageLink {
  readonly team: TeamId;
  readonly person: RepId;
  readonly ends: Instant;
}

export const PAGE_ACTIONS = [
  'accept',
  'keep',
  'snooze',
  'undo',
  'write',
  'confirm',
  'release',
  'contact',
  'contest',
  'uphold',
  'withdraw',
  'mail',
] as const;
export type PageAction = (typeof PAGE_ACTIONS)[number];

/** One thing that one person may do to one task of one board, once. */
export interface ActionToken {
  readonly team: TeamId;
  readonly person: RepId;
  readonly action: PageAction;
  /** Empty for acts that are about no task. */
  readonly task: TaskId | '';
  /** What it is about: the receipt of a suggestion, the item of a handover, the audit row of a move, a tag. */
  readonly about: string;
  /** Id of the act that using it is. An id acts once, and so the token works once. */
  readonly id: string;
  readonly ends: Instant;
}

export type LinkProblem = 'ALTERED' | 'EXPIRED' | 'FOREIGN';

const DAY_MS = 86_400_000;

/**
 * A link in a mail works for 14 days: longer than the week between two reports plus a few days off, so that
 * there is always a newer mail when it ends; short enough that a forwarded or lost mail stops mattering.
 */
export const LINK_LIFE_MS = 14 * DAY_MS;

/** A page left open overnight still works in the morning; what it offers is checked against the board anyway. */
export const ACTION_LIFE_MS = DAY_MS;

/** Whole seconds in base 36; up, so that a link never ends early. */
const writtenInstant = (at: Instant): string => Math.ceil(at / 1000).toString(36);
const readInstant = (text: string): Instant => parseInt(text, 36) * 1000;

export const writeLink = (signer: Signer, { team, person, ends }: PageLink): string =>
  signedText(signer, ['link', team, person, writtenInstant(ends)]);

/** Who a link is for, if it is ours and has not ended. An action token is no link, and the other way round. */
export const readLink = (signer: Signer, given: string, now: Instant): Result<PageLink, LinkProblem> => {
  const fields = readSignedText(signer, given);
  if (!fields.ok) return fields;
  const [kind, team = '', person = '', ends = ''] = fields.value;
  if (kind !== 'link' || fields.value.length !== 4) return err('ALTERED');
  const link = { team: teamId(team), person: repId(person), ends: readInstant(ends) };
  return now < link.ends ? ok(link) : err('EXPIRED');
};

export const writeAction = (signer: Signer, token: ActionToken): string => {
  const { team, person, action, task, about, id, ends } = token;
  return signedText(signer, ['act', team, person, action, task, about, id, writtenInstant(ends)]);
};

/** What a token allows to whoever came by `link`; FOREIGN when it was made for somebody else's page. */
export const readAction = (
  signer: Signer,
  given: string,
  link: PageLink,
  now: Instant,
): Result<ActionToken, LinkProblem> => {
  const fields = readSignedText(signer, given);
  if (!fields.ok) return fields;
  const token = tokenOf(fields.value);
  if (token === null) return err('ALTERED');
  if (token.team !== link.team || token.person !== link.person) return err('FOREIGN');
  return now < token.ends ? ok(token) : err('EXPIRED');
};

const tokenOf = (fields: readonly string[]): ActionToken | null => {
  const [kind, team, person, action, task, about, id, ends] = fields as readonly [string, ...string[]];
  const named = PAGE_ACTIONS.find((one) => one === action);
  if (kind !== 'act' || named === undefined || fields.length !== 8) return null;
  const text = (field: string | undefined): string => field ?? '';
  return {
    team: teamId(text(team)),
    person: repId(text(person)),
    action: named,
    task: text(task) === '' ? '' : taskId(text(task)),
    about: text(about),
    id: text(id),
    ends: readInstant(text(ends)),
  };
};
