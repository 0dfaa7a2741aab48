import type { Request, Response } from '@google-cloud/functions-framework';
import { z } from 'zod';
import type { Language } from '../../shared/domain/rep.ts';
import {
  ACTION_LIFE_MS,
  readAction,
  readLink,
  writeAction,
  type PageLink,
} from '../../shared/links/page-link.ts';
import { plusDays, type Day } from '../../shared/domain/day.ts';
import { monthOf } from '../../shared/moves/credit.ts';
import type { PersonHome } from '../../shared/ports/person-home.ts';
import { repReport, tasksNamed, type HealthReport } from '../../shared/report/health-report.ts';
import { pageWords, type DoorProblem, type PageView } from '../../shared/text/page-words.ts';
import { TASK_LISTS, type TaskListName } from '../../shared/text/task-list-words.ts';
import type { App } from '../app.ts';
import { handoverPage } from '../pages/handover-page.ts';
import { mailPage } from '../pages/mail-page.ts';
import { plainPage, type Visit } from '../pages/page-frame.ts';
import { CONTENT_POLICY } from '../pages/page-style.ts';
import { outcomePage } from '../pages/outcome-page.ts';
import { reportPage } from '../pages/report-page.ts';
import { suggestionPage } from '../pages/suggestion-page.ts';
import { tasksPage } from '../pages/tasks-page.ts';
import { teamPage } from '../pages/team-page.ts';
import { dashboardAsked } from './dashboard.ts';
import { actOf } from './page-act.ts';
import { stopReports } from './stop-page.ts';

/** What may stand in the address. Anything else is read as if it were not there. */
const ADDRESS = z.object({
  t: z.string().catch(''),
  u: z.string().optional().catch(undefined),
  v: z.enum(['tasks', 'ask', 'handover', 'report', 'team', 'mail']).optional().catch(undefined),
  k: z.string().optional().catch(undefined),
  n: z.coerce.number().int().min(0).max(10_000).catch(0),
  what: z.enum(TASK_LISTS).optional().catch(undefined),
});

/** A form: the token of the pressed button, and the texts of a handover or a contest. */
const FORM = z.object({
  a: z.string(),
  preferences: z.string().exactOptional(),
  highlights: z.string().exactOptional(),
  concerns: z.string().exactOptional(),
  reason: z.string().exactOptional(),
  pace: z.string().exactOptional(),
  alerts: z.string().exactOptional(),
  asks: z.string().exactOptional(),
  report: z.string().exactOptional(),
});

const STATUS: Readonly<Record<DoorProblem, number>> = {
  ALTERED: 403,
  FOREIGN: 403,
  EXPIRED: 410,
  GONE: 404,
  BAD_FORM: 400,
  TROUBLE: 503,
};

interface Address {
  readonly t: string;
  readonly u?: string | undefined;
  /** The dashboard has its own door. */
  readonly v?: Exclude<PageView, 'dashboard'> | undefined;
  readonly k?: string | undefined;
  readonly n: number;
  /** Which of the person's own tasks. */
  readonly what?: TaskListName | undefined;
}

/** Somebody who came by a good link, with what their pages show. */
interface Visitor {
  readonly visit: Visit;
  readonly link: PageLink;
}

/**
 * The phone pages (spec 3.6, 3.8): server-rendered, no script, no cookie. A signed link says whose page it is.
 * GET only shows: mail scanners open every link. Acting is a POST of a token that a page of the same person
 * carried; see docs/decisions/0030-signed-links.md.
 */
export const page =
  (app: App) =>
  async (request: Request, response: Response): Promise<void> => {
    const spoken: Language = request.acceptsLanguages('zh', 'en') === 'zh' ? 'zh-CN' : 'en';
    const { method } = request;
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') {
      response.set('Allow', 'GET, HEAD, POST').status(405).end();
      return;
    }
    const address = ADDRESS.parse(request.query);
    try {
      if (method !== 'POST' && (await dashboardAsked(app, request, response))) return;
      const answer = await (address.u !== undefined
        ? stopReports(app, address.u, method, spoken)
        : method === 'POST'
          ? acted(app, address, request.body, spoken)
          : shown(app, address, spoken));
      send(response, answer.status, answer.body);
    } catch (error) {
      app.ports.log.error('page failed', { error: error instanceof Error ? error.stack : String(error) });
      const { title, text } = pageWords(spoken).door.TROUBLE;
      send(response.set('Retry-After', '30'), STATUS.TROUBLE, plainPage(spoken, title, text));
    }
  };

interface PageAnswer {
  readonly status: number;
  readonly body: string;
}

const send = (response: Response, status: number, body: string): void => {
  response
    .status(status)
    .set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': CONTENT_POLICY,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
    })
    .end(body);
};

/** Says no, and why, to a person; and to the log, without the link or the token. */
const refuse = (
  app: App,
  problem: DoorProblem,
  language: Language,
  known: { readonly link?: PageLink; readonly what?: 'link' | 'action' } = {},
): PageAnswer => {
  const { link, what = 'link' } = known;
  app.ports.log.warn('page refused', {
    problem,
    what,
    ...(link === undefined ? {} : { team: link.team, person: link.person }),
  });
  const { title, text } = pageWords(language).door[problem];
  return { status: STATUS[problem], body: plainPage(language, title, text) };
};

const admitted = async (app: App, address: Address, spoken: Language): Promise<Visitor | PageAnswer> => {
  const { ports, signer } = app;
  const read = readLink(signer, address.t, ports.clock.now());
  if (!read.ok) return refuse(app, read.error, spoken);
  const link = read.value;
  const home = await app.people.home(link.team, link.person);
  if (home === null) return refuse(app, 'GONE', spoken, { link });
  return { visit: visitOf(app, address.t, link, home), link };
};

const visitOf = ({ ports, signer }: App, text: string, link: PageLink, home: PersonHome): Visit => ({
  home,
  link: text,
  linkEnds: link.ends,
  token: (action, task, about) =>
    writeAction(signer, {
      team: link.team,
      person: link.person,
      action,
      task,
      about,
      id: ports.ids.next(),
      ends: Math.min(link.ends, ports.clock.now() + ACTION_LIFE_MS),
    }),
});

const isAnswer = (one: Visitor | PageAnswer): one is PageAnswer => 'status' in one;

const shown = async (app: App, address: Address, spoken: Language): Promise<PageAnswer> => {
  const visitor = await admitted(app, address, spoken);
  if (isAnswer(visitor)) return visitor;
  return { status: 200, body: await bodyOf(app, visitor, address) };
};

const bodyOf = async (app: App, { visit, link }: Visitor, address: Address): Promise<string> => {
  const supervises = visit.home.rep.role === 'supervisor';
  switch (address.v ?? (supervises ? 'team' : 'tasks')) {
    case 'ask':
      return suggestionPage(visit, address.n, address.k);
    case 'handover':
      return handoverPage(visit);
    case 'report':
      return reportPage(visit, await healthOf(app, link, visit.home.today));
    case 'team':
      return supervises ? teamPage(visit) : tasksPage(visit);
    case 'mail':
      return mailPage(visit);
    case 'tasks':
      return tasksPage(visit, address.what);
  }
};

/** The report of the page's owner, as the weekly mail would make it now: their book, and the tasks it names. */
const healthOf = async (app: App, { team, person }: PageLink, today: Day): Promise<HealthReport | null> => {
  const { store, clock } = app.ports;
  const now = clock.now();
  const weekAgo = monthOf(plusDays(today, -7));
  const [state, days] = await Promise.all([
    store.load(team, { tasks: [], books: [person] }),
    store.days(team, weekAgo, weekAgo),
  ]);
  if (state === null) return null;
  const tasks = tasksNamed(state, person, now);
  const named = tasks.length === 0 ? null : await store.load(team, { tasks, books: [] });
  return repReport({ ...state, tasks: named?.tasks ?? {} }, days, person, now);
};

const acted = async (app: App, address: Address, body: unknown, spoken: Language): Promise<PageAnswer> => {
  const visitor = await admitted(app, address, spoken);
  if (isAnswer(visitor)) return visitor;
  const { visit, link } = visitor;
  const { language } = visit.home.rep;
  const form = FORM.safeParse(body);
  if (!form.success) return refuse(app, 'BAD_FORM', language, { link, what: 'action' });
  const token = readAction(app.signer, form.data.a, link, app.ports.clock.now());
  if (!token.ok) return refuse(app, token.error, language, { link, what: 'action' });
  const { action, id } = token.value;
  const act = actOf(token.value, form.data);
  const outcome = await app.people.act(link.team, { id, rep: link.person, act });
  if (outcome.kind === 'unknown') return refuse(app, 'GONE', language, { link, what: 'action' });
  const result = outcome.kind === 'refused' ? outcome.why : outcome.kind;
  const said = { team: link.team, person: link.person, action, outcome: result };
  if (outcome.kind === 'done') app.ports.log.info('page acted', said);
  else app.ports.log.warn('page act refused', said);
  const after = (await app.people.home(link.team, link.person)) ?? visit.home;
  return {
    status: outcome.kind === 'done' ? 200 : 409,
    body: outcomePage({ ...visit, home: after }, token.value, outcome, visit.home),
  };
};
