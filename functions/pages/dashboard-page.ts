import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { dayAt, type Instant } from '../../shared/domain/day.ts';
import type { Team } from '../../shared/domain/board-state.ts';
import { byText } from '../../shared/domain/ids.ts';
import type { Rep } from '../../shared/domain/rep.ts';
import { TASK_TYPES } from '../../shared/domain/task.ts';
import type { DashboardFilter } from '../../shared/pages/dashboard-filter.ts';
import type { DashboardTable, DashboardView } from '../../shared/pages/dashboard-view.ts';
import {
  CHARTS,
  dashboardWords,
  HISTORY_CHARTS,
  type ChartName,
  type DashboardWords,
  type HistoryChartName,
} from '../../shared/text/dashboard-words.ts';
import { pageWords, type PageView } from '../../shared/text/page-words.ts';
import { taskWords } from '../../shared/text/task-words.ts';
import { DASHBOARD_STYLE } from './dashboard-style.ts';
import { markup, type Markup } from './markup.ts';
import { addressOf } from './page-frame.ts';

/** One look at the dashboard by somebody who may. */
export interface DashboardVisit {
  readonly team: Team;
  readonly person: Rep;
  /** The link as it stands in the address. */
  readonly link: string;
  readonly linkEnds: Instant;
  readonly filter: DashboardFilter;
  readonly view: DashboardView;
  /** Name of the script, asked for at this same address. */
  readonly script: string;
  readonly nonce: string;
  readonly refreshSeconds: number;
}

/** When the figures are from, on the team's clock. */
export const timeOf = ({ at }: DashboardView, { policy }: Team): string =>
  format(new TZDate(at, policy.timeZone), 'HH:mm:ss');

const languageOf = ({ person, team }: DashboardVisit) => person.fields.language ?? team.policy.language;

/** What the script gets, at first and whenever it asks again. */
export const dashboardAnswer = (visit: DashboardVisit): string =>
  JSON.stringify({
    view: visit.view,
    time: dashboardWords(languageOf(visit)).page.asOf(timeOf(visit.view, visit.team)),
  });

const VIEWS: readonly PageView[] = ['team', 'dashboard', 'tasks', 'ask', 'report'];

/**
 * The supervisor's page: figures, charts and the tables they are drawn from. Complete without a script, as tables.
 */
export const dashboardPage = (visit: DashboardVisit): string => {
  const { team, person, link, linkEnds, view, script, nonce, refreshSeconds } = visit;
  const language = languageOf(visit);
  const [words, { page }] = [pageWords(language), dashboardWords(language)];
  // In a script element `<` could end it early; in JSON it may be written this way.
  const data = { html: dashboardAnswer(visit).replaceAll('<', '\\u003c') };
  const nav = VIEWS.map(
    (one) =>
      markup`<li><a href="${addressOf(link, one)}" ${one === 'dashboard' ? markup` aria-current="page"` : null}>${words.view[one]}</a></li>`,
  );
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${page.title} · 配能</title>
<style>${{ html: DASHBOARD_STYLE }}</style>
<script nonce="${nonce}" src="?f=${script}" defer></script>
</head>
<body data-refresh="${refreshSeconds}">
<a class="skip" href="#content">${words.skip}</a>
<header>
<p class="who">配能 · ${person.fields.name}</p>
<nav aria-label="${words.pages}"><ul>${nav}</ul></nav>
</header>
<main id="content" tabindex="-1">
<h1>${page.title}</h1>
<p class="soft"><span id="time">${page.asOf(timeOf(view, team))}</span> <span id="live" role="status" data-live="${page.live}" data-stopped="${page.stopped}"></span></p>
${filterPart(visit)}
<form id="lists" method="get"><input type="hidden" name="t" value="${link}"><input type="hidden" name="v" value="dashboard"></form>
<div id="notes">${view.notes.map((note) => markup`<p class="soft">${note}</p>`)}</div>
<h2>${page.now}</h2>
${figuresPart(view)}
<h2>${page.reps}</h2>
${chartsPart(CHARTS, view, dashboardWords(language))}
${tablePart('reps', view, dashboardWords(language))}
<h2>${page.past}</h2>
<p id="no-past" ${view.tables.some(({ id }) => id === 'days') ? markup`hidden` : null}>${page.noPast}</p>
${chartsPart(HISTORY_CHARTS, view, dashboardWords(language))}
${tablePart('days', view, dashboardWords(language))}
${tablePart('weeks', view, dashboardWords(language))}
</main>
<footer>
<p>${page.noPromise}</p>
${words.footer(dayAt(linkEnds, team.policy.timeZone))}
</footer>
<script type="application/json" id="view">${data}</script>
</body>
</html>
`.html;
};

/** Plain GET parameters: the filter works without a script, and an address can be kept. */
const filterPart = (visit: DashboardVisit): Markup => {
  const { team, filter, link } = visit;
  const language = languageOf(visit);
  const { page } = dashboardWords(language);
  const reps = Object.values(team.reps)
    .filter(({ fields }) => fields.role === 'rep' && fields.availability !== 'left')
    .sort((a, b) => byText(a.fields.name, b.fields.name));
  const option = (value: string, label: string, chosen: string | null): Markup =>
    markup`<option value="${value}" ${chosen === value ? markup`selected` : null}>${label}</option>`;
  return markup`<form class="filter" id="filter" method="get" aria-label="${page.filter}">
<input type="hidden" name="t" value="${link}">
<input type="hidden" name="v" value="dashboard">
<div><label for="rep">${page.rep}</label>
<select id="rep" name="rep">${option('', page.everybody, null)}${reps.map(({ id, fields }) => option(id, fields.name, filter.rep))}</select></div>
<div><label for="type">${page.type}</label>
<select id="type" name="type">${option('', page.allTypes, null)}${TASK_TYPES.map((type) => option(type, taskWords(language).type[type], filter.type))}</select></div>
<button>${page.show}</button>
</form>`;
};

/** A number that leads to the tasks it counts: a button of one form, as an address in each would be half the page. */
const numberPart = (value: string | number | null, list: string | null | undefined): Markup =>
  list == null || value === null || value === 0
    ? markup`${value}`
    : markup`<button class="to" form="lists" name="what" value="${list}">${value}</button>`;

const figuresPart = ({ figures }: DashboardView): Markup => {
  const items = figures.map(
    ({ key, label, value, counted, list }) =>
      markup`<div class="number"><dt>${label}</dt><dd id="figure-${key}">${numberPart(value, list)}</dd><dd class="soft">${counted}</dd></div>`,
  );
  return markup`<dl class="numbers" id="figures" data-keys="${figures.map(({ key }) => key).join()}">${items}</dl>`;
};

/** Places for all charts: a filter may bring one that is not drawn now. Nothing is seen of them without the script. */
const chartsPart = (
  names: readonly (ChartName | HistoryChartName)[],
  { charts }: DashboardView,
  words: DashboardWords,
): Markup => {
  const titles: Readonly<Record<string, string>> = { ...words.chart, ...words.page.chart };
  const abouts: Readonly<Record<string, string>> = { ...words.about, ...words.page.about };
  const figures = names.map((name) => {
    const hidden = charts.some(({ id }) => id === name) ? null : markup`hidden`;
    const [title, about] = [titles[name] ?? '', abouts[name] ?? ''];
    return markup`<figure class="chart" data-chart="${name}" ${hidden}><figcaption>${title}</figcaption><div class="box"><canvas role="img" aria-label="${title}: ${about}"></canvas></div><p class="soft">${about}</p></figure>`;
  });
  return markup`<div class="charts">${figures}</div>`;
};

/** The numbers behind the charts. Reps stand open where no chart is drawn; the script folds them away. */
const tablePart = (id: DashboardTable['id'], { tables }: DashboardView, { page }: DashboardWords): Markup => {
  const table = tables.find((one) => one.id === id);
  const head =
    table &&
    markup`<tr><th scope="col">${table.head}</th>${table.columns.map(({ label }) => markup`<th scope="col">${label}</th>`)}</tr>`;
  const rows = (table?.rows ?? []).map(
    ({ label, cells, rep }) =>
      markup`<tr><th scope="row">${label}</th>${cells.map((cell, index) => markup`<td>${numberPart(cell, rep && table?.columns[index]?.list?.replace('@', `@${rep}`))}</td>`)}</tr>`,
  );
  return markup`<details data-table="${id}" ${table === undefined ? markup`hidden` : null} ${id === 'reps' ? markup`open` : null}>
<summary>${page.numbers} · ${page.table[id]}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${page.table[id]}"><table id="table-${id}"><caption>${page.table[id]}</caption><thead>${head ?? null}</thead><tbody>${rows}</tbody></table></div>
</details>`;
};
