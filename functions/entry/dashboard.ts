import type { Request, Response } from '@google-cloud/functions-framework';
import { z } from 'zod';
import type { Team } from '../../shared/domain/board-state.ts';
import { dayAt } from '../../shared/domain/day.ts';
import { repId } from '../../shared/domain/ids.ts';
import { TIERS, type Language, type Rep } from '../../shared/domain/rep.ts';
import { TASK_TYPES } from '../../shared/domain/task.ts';
import { readLink, type PageLink } from '../../shared/links/page-link.ts';
import type { DashboardFilter } from '../../shared/pages/dashboard-filter.ts';
import { mailReaders } from '../../shared/mail/mail-readers.ts';
import { dashboardView, type DashboardData } from '../../shared/pages/dashboard-view.ts';
import { readList, taskList, type TaskQuery } from '../../shared/report/task-list.ts';
import { dashboardWords } from '../../shared/text/dashboard-words.ts';
import { pageWords, type DoorProblem } from '../../shared/text/page-words.ts';
import type { App } from '../app.ts';
import { dashboardAnswer, dashboardPage } from '../pages/dashboard-page.ts';
import { dashboardPolicy, newNonce } from '../pages/dashboard-style.ts';
import { markup } from '../pages/markup.ts';
import { taskListPage } from '../pages/task-list-page.ts';
import { addressOf, plainPage } from '../pages/page-frame.ts';
import { CONTENT_POLICY } from '../pages/page-style.ts';

/** What may stand in the address. Anything else is read as if it were not there. */
const ADDRESS = z.object({
  t: z.string().catch(''),
  as: z.enum(['page', 'json']).catch('page'),
  rep: z.string().max(200).optional().catch(undefined),
  type: z.enum(TASK_TYPES).optional().catch(undefined),
  what: z.string().max(300).optional().catch(undefined),
  tier: z.enum(TIERS).optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
});
type Address = z.infer<typeof ADDRESS>;

const ASKED = z.object({
  v: z.string().optional().catch(undefined),
  f: z.string().optional().catch(undefined),
});

/** Answers when the dashboard or its script is asked for; false for every other page. */
export const dashboardAsked = async (app: App, request: Request, response: Response): Promise<boolean> => {
  const { v, f } = ASKED.parse(request.query);
  if (f !== undefined) await dashboardScript(app, f, request, response);
  else if (v === 'dashboard') await dashboard(app, request, response);
  else return false;
  return true;
};

const HEADERS = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
};
const HTML = 'text/html; charset=utf-8';

/**
 * The supervisor's dashboard (spec 3.8) by the same signed links as the phone pages: a page, and as JSON what its
 * script fetches while somebody looks. It only shows; nothing can be done here.
 */
const dashboard = async (app: App, request: Request, response: Response): Promise<void> => {
  const address = ADDRESS.parse(request.query);
  const spoken: Language = request.acceptsLanguages('zh', 'en') === 'zh' ? 'zh-CN' : 'en';
  const turnAway = (status: number, body: string): void => {
    response
      .status(status)
      .set({ ...HEADERS, 'Content-Type': HTML, 'Content-Security-Policy': CONTENT_POLICY })
      .end(body);
  };
  const read = readLink(app.signer, address.t, app.ports.clock.now());
  if (!read.ok) return turnAway(...refusal(app, read.error, spoken));
  const link = read.value;
  const team = await app.ports.store.team(link.team);
  const person = team?.reps[link.person];
  if (team === null || person === undefined || person.fields.availability === 'left')
    return turnAway(...refusal(app, 'GONE', spoken, link));
  if (person.fields.role !== 'supervisor')
    return turnAway(403, supervisorOnly(app, link, address.t, { team, person }));
  const data = await app.dashboard(team);
  if (data === null) return turnAway(...refusal(app, 'GONE', spoken, link));
  const [listed, nonce] = [listOf(address, team), newNonce()];
  if (listed !== null && address.as === 'page') {
    const rows = taskList(data.state, listed, data.at, heardBy(data, person));
    const policy = { 'Content-Type': HTML, 'Content-Security-Policy': dashboardPolicy(nonce) };
    const page = taskListPage({ team, person, link: address.t, linkEnds: link.ends, query: listed, rows });
    response.status(200).set(HEADERS).set(policy).end(page);
    return;
  }
  const filter = filterOf(address, team);
  const visit = {
    team,
    person,
    link: address.t,
    linkEnds: link.ends,
    filter,
    view: dashboardView(data, filter, languageOf(team, person)),
    script: (await app.dashboardScript()).name,
    nonce,
    refreshSeconds: app.refreshSeconds,
  };
  response.status(200).set(HEADERS);
  if (address.as === 'json') response.type('application/json').end(dashboardAnswer(visit));
  else
    response
      .set({ 'Content-Type': HTML, 'Content-Security-Policy': dashboardPolicy(nonce) })
      .end(dashboardPage(visit));
};

/** Of whose tasks the supervisor's digest counts: somebody without an address gets none and sees everybody's. */
const heardBy = ({ state, at }: DashboardData, person: Rep): ((rep: string) => boolean) => {
  const readers = mailReaders(state, dayAt(at, state.team.policy.timeZone));
  return readers.find(({ rep }) => rep === person.id)?.hears ?? (() => true);
};

const languageOf = (team: Team, person: Rep): Language => person.fields.language ?? team.policy.language;

/** A rep who is not on the team is nobody: the whole team is shown. */
const filterOf = ({ rep = '', type }: Address, team: Team): DashboardFilter => ({
  rep: Object.hasOwn(team.reps, rep) ? repId(rep) : null,
  type: type ?? null,
});

const STATUS = { ALTERED: 403, FOREIGN: 403, EXPIRED: 410, GONE: 404 } as const;

/** The list that the address names; null for the page itself, and for lists that there are not. */
const listOf = (address: Address, team: Team): TaskQuery | null => {
  const list = readList(address.what ?? '');
  if (list === null) return null;
  const { rep, type } = filterOf({ ...address, ...list }, team);
  return { what: list.what, rep, type, tier: address.tier ?? null, mine: address.mine !== undefined };
};

const refusal = (
  { ports }: App,
  problem: DoorProblem & keyof typeof STATUS,
  language: Language,
  link?: PageLink,
): [number, string] => {
  const who = link === undefined ? {} : { team: link.team, person: link.person };
  ports.log.warn('page refused', { problem, what: 'link', ...who });
  const { title, text } = pageWords(language).door[problem];
  return [STATUS[problem], plainPage(language, title, text)];
};

/** A rep's link is good, but not for this: their own page is one tap away. */
const supervisorOnly = (
  { ports }: App,
  link: PageLink,
  text: string,
  { team, person }: { readonly team: Team; readonly person: Rep },
): string => {
  ports.log.warn('page refused', {
    problem: 'SUPERVISOR_ONLY',
    what: 'dashboard',
    team: link.team,
    person: link.person,
  });
  const language = languageOf(team, person);
  const words = dashboardWords(language).page.supervisorOnly;
  const back = markup`<p><a class="button" href="${addressOf(text, 'tasks')}">${words.back}</a></p>`;
  return plainPage(language, words.title, words.text, back);
};

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The script by its name; an older name is gone, and the page that asks for it is loaded anew by its reader. */
const dashboardScript = async (
  app: App,
  name: string,
  request: Request,
  response: Response,
): Promise<void> => {
  const script = await app.dashboardScript();
  if (name !== script.name) {
    response.status(404).set('Cache-Control', 'no-store').end();
    return;
  }
  const packed = request.acceptsEncodings('gzip') === 'gzip';
  response
    .status(200)
    .set({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': FOR_EVER,
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(packed ? { 'Content-Encoding': 'gzip' } : {}),
    })
    .end(packed ? script.gzip : script.plain);
};
