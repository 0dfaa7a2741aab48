import type { Team } from '../../shared/domain/board-state.ts';
import { dayAt, type Instant } from '../../shared/domain/day.ts';
import type { Rep } from '../../shared/domain/rep.ts';
import { shortened } from '../../shared/mail/clean-text.ts';
import type { TaskListRow, TaskQuery } from '../../shared/report/task-list.ts';
import { roundedLoad } from '../../shared/scoring/load.ts';
import { points } from '../../shared/text/numbers.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { spell } from '../../shared/text/spellings.ts';
import { taskListWords } from '../../shared/text/task-list-words.ts';
import { taskWords } from '../../shared/text/task-words.ts';
import { DASHBOARD_STYLE } from './dashboard-style.ts';
import { markup, when, type Markup } from './markup.ts';
import { addressOf, lightMark, taskName } from './page-frame.ts';

/** A supervisor who has followed a number to what it counts. */
interface TaskListVisit {
  readonly team: Team;
  readonly person: Rep;
  readonly link: string;
  readonly linkEnds: Instant;
  readonly query: TaskQuery;
  readonly rows: readonly TaskListRow[];
}

/** Rows shown, and the bytes that they may take: the page stays below 60 KB for phones. The rest is counted. */
const ROWS = 200;
const ROW_BYTES = 48_000;
/** Signs of a name. */
const SIGNS = 60;

/**
 * The tasks behind one number, as a table: customer and title, owner, type, load points, light and days. No contact
 * and no amount. Plain HTML.
 */
export const taskListPage = ({ team, person, link, linkEnds, query, rows }: TaskListVisit): string => {
  const language = person.fields.language ?? team.policy.language;
  const [words, page] = [taskListWords(language), pageWords(language)];
  const shown = fitting(rows.map((row) => rowPart(row, language)));
  const title = words.title(words.name[query.what], rows.length);
  const about = [
    ...(query.rep === null ? [] : [team.reps[query.rep]?.fields.name ?? '']),
    ...(query.mine ? [words.mine] : []),
    ...(query.tier === null ? [] : [spell('tier', query.tier, language)]),
    ...(query.type === null ? [] : [taskWords(language).type[query.type]]),
    words.points(points(roundedLoad(rows.reduce((sum, row) => sum + row.points, 0)))),
  ];
  const { column } = words;
  const heads = [column.task, column.owner, column.type, column.points, column.light, column.days];
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>${title} · 配能</title>
<style>${{ html: DASHBOARD_STYLE }}</style>
</head>
<body>
<a class="skip" href="#content">${page.skip}</a>
<header>
<p class="who">配能 · ${person.fields.name}</p>
<nav aria-label="${page.pages}"><ul><li><a href="${addressOf(link, 'dashboard')}">${words.back}</a></li></ul></nav>
</header>
<main id="content" class="list-page" tabindex="-1">
<h1>${title}</h1>
<p class="soft">${about.join(' · ')}</p>
${
  rows.length === 0
    ? markup`<p>${words.none}</p>`
    : markup`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table id="tasks" data-count="${rows.length}"><thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead><tbody>${shown}</tbody></table></div>`
}
${when(shown.length < rows.length, () => markup`<p>${words.more(rows.length - shown.length)}</p>`)}
</main>
<footer>${page.footer(dayAt(linkEnds, team.policy.timeZone))}</footer>
</body>
</html>
`.html;
};

const rowPart = (row: TaskListRow, language: 'zh-CN' | 'en'): Markup =>
  markup`<tr><td>${shortened(taskName(row), SIGNS)}</td><td>${row.owner === null ? taskListWords(language).nobody : shortened(row.owner, SIGNS)}</td><td>${taskWords(language).type[row.type]}</td><td>${points(row.points)}</td><td>${lightMark(row.light, language)}</td><td>${row.days}</td></tr>`;

const fitting = (rows: readonly Markup[]): readonly Markup[] => {
  let bytes = 0;
  return rows.slice(0, ROWS).filter(({ html }) => (bytes += Buffer.byteLength(html)) <= ROW_BYTES);
};
