import type { Tier } from '../domain/rep.ts';
import { listText } from '../report/task-list.ts';
import type { TaskListName } from '../text/task-list-words.ts';
import { pageOf, type MailContext, type Reader } from './mail-context.ts';
import { tabUrl } from './tab-url.ts';

/** Whose tasks, beyond the list's name. `mine`: of the reps that the supervisor is told of. */
interface Whose {
  readonly rep?: string;
  readonly tier?: Tier;
  readonly mine?: true;
}

/** Whether the reader may open the team's dashboard. */
const leads = ({ state }: MailContext, { rep }: Reader): boolean =>
  rep !== undefined && state.team.reps[rep]?.fields.role === 'supervisor';

/** The team's dashboard; the Team tab for whoever may not open it, or has no page. */
export const dashboardUrl = (context: MailContext, reader: Reader): string =>
  leads(context, reader) ? pageOf(context, reader, 'dashboard') : tabUrl(context, 'team');

/** The tasks that a number of the supervisor's digest counts; the Tasks tab for whoever has no dashboard. */
export const listUrl = (
  context: MailContext,
  reader: Reader,
  what: TaskListName,
  { rep, tier, mine }: Whose = {},
): string => {
  if (!leads(context, reader)) return tabUrl(context, 'tasks');
  const list = encodeURIComponent(listText(what, rep ?? null));
  const more = [...(tier === undefined ? [] : [`&tier=${tier}`]), ...(mine === undefined ? [] : ['&mine=1'])];
  return withQuery(pageOf(context, reader, 'dashboard'), `what=${list}${more.join('')}`);
};

const withQuery = (url: string, query: string): string => `${url}${url.includes('?') ? '&' : '?'}${query}`;

/** Those of the reader's own tasks that a number of their report counts, on their own page. */
export const ownListUrl = (context: MailContext, reader: Reader, what: TaskListName): string => {
  const page = pageOf(context, reader, 'tasks');
  return reader.rep === undefined ? page : withQuery(page, `what=${what}`);
};

type Piece = { readonly text: string; readonly url?: string };

/**
 * A text with its numbers, and the word before each, as links, in their order; what counts nothing leads nowhere.
 *
 * @example linkedNumbers('red 2 green 0', ['a', 'b']) // [{ text: 'red 2', url: 'a' }, { text: ' ' }, { text: 'green 0' }]
 */
export const linkedNumbers = (text: string, urls: readonly string[]): readonly Piece[] => {
  let place = 0;
  return text
    .split(/((?:\p{L}+\s*)?\d+(?:\.\d+)?)/u)
    .filter((part) => part !== '')
    .map((part): Piece => {
      if (!/\d/.test(part)) return { text: part };
      const url = urls[place];
      place += 1;
      return url === undefined || Number(/[\d.]+$/.exec(part)?.[0]) === 0
        ? { text: part }
        : { text: part, url };
    });
};
