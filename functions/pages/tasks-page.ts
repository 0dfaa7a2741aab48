import type { PersonHome, TaskLine } from '../../shared/ports/person-home.ts';
import type { Language } from '../../shared/domain/rep.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { taskListWords, type TaskListName } from '../../shared/text/task-list-words.ts';
import { taskWords } from '../../shared/text/task-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { addressOf, asking, lightMark, loadFigure, personPage, taskName, type Visit } from './page-frame.ts';
import { wayBackPart } from './way-back-part.ts';

/** Lists of somebody's own tasks, as the numbers of their report count them. */
const OWN: Partial<Readonly<Record<TaskListName, (task: TaskLine) => boolean>>> = {
  red: ({ idleLight }) => idleLight === 'red',
  yellow: ({ idleLight }) => idleLight === 'yellow',
  green: ({ idleLight }) => idleLight === 'green',
  stale: ({ idleLight }) => idleLight !== 'green',
  key: ({ type }) => type === 'strategic' || type === 'growth',
  hard: ({ type }) => type === 'strategic' || type === 'selective',
};

/** My tasks with their lights, red first, and the way to what waits for an answer. `what`: only those of one list. */
export const tasksPage = (visit: Visit, what?: TaskListName): string => {
  const own = what === undefined ? undefined : OWN[what];
  return what === undefined || own === undefined ? wholeTasksPage(visit) : ownListPage(visit, what, own);
};

const ownListPage = (visit: Visit, what: TaskListName, own: (task: TaskLine) => boolean): string => {
  const { home, link } = visit;
  const { language } = home.rep;
  const words = taskListWords(language);
  const tasks = home.tasks.filter(own);
  const content = markup`${
    tasks.length === 0
      ? markup`<p>${words.none}</p>`
      : markup`<ul class="list">
          ${tasks.map((task) => taskCard(visit, task, language))}
        </ul>`
  }<a class="button" href="${addressOf(link, 'tasks')}">${words.all}</a>`;
  return personPage(visit, 'tasks', words.title(words.name[what], tasks.length), content);
};

const wholeTasksPage = (visit: Visit): string => {
  const { home, link } = visit;
  const { language } = home.rep;
  const words = pageWords(language);
  const { gauge } = home;
  const waiting = asking(home).length;
  const content = markup`${when(
    waiting > 0,
    () =>
      markup`<a class="button main" href="${addressOf(link, 'ask')}">${words.seeSuggestions(waiting)}</a>`,
  )}${loadFigure(gauge.load, gauge.limit, language)}
    <p class="soft">
      ${words.keyTasks(gauge.keyTasks, gauge.keyLimit)}${gauge.paused ? ` · ${words.paused(gauge.resumeAt)}` : ''}
    </p>
    ${turnPart(home)}${ownWayBack(home)}
    <h2>${words.myTasks(home.tasks.length)}</h2>
    ${
      home.tasks.length === 0
        ? markup`<p>${words.noTasks}</p>`
        : markup`<ul class="list">
            ${home.tasks.map((task) => taskCard(visit, task, language))}
          </ul>`
    }`;
  return personPage(visit, 'tasks', words.view.tasks, content);
};

const turnPart = ({ turn, rep }: PersonHome): Markup | null =>
  turn === null ? null : markup`<p class="soft">${pageWords(rep.language).turn(turn.place, turn.of)}</p>`;

/** Whoever is above the limit, or paused, sees the shortest way back. */
const ownWayBack = ({ gauge, rep }: PersonHome): Markup | null => {
  if (gauge.wayBack === null) return null;
  const over = when(!gauge.paused, () => markup`<p>${pageWords(rep.language).ownOver}</p>`);
  return markup`<div class="card">${over}${wayBackPart(gauge.wayBack, gauge.resumeAt, rep.language)}</div>`;
};

const taskCard = (visit: Visit, task: TaskLine, language: Language): Markup => {
  const words = pageWords(language);
  const facts = [
    words.taskLine(taskWords(language).type[task.type], task.points),
    words.idle(task.days),
    ...(task.partner === null ? [] : [words.partner(task.partner)]),
  ];
  return markup`<li class="card">
    <h3>${taskName(task)}</h3>
    ${lightMark(task.light, language)}
    <p class="soft">${facts.join(' · ')}</p>
    ${contactPart(visit, task, language)}
  </li>`;
};

const contactPart = (visit: Visit, task: TaskLine, language: Language): Markup | null => {
  const words = pageWords(language).handover;
  if (task.contact === 'locked') return markup`<p class="soft">${words.contactLocked}</p>`;
  if (task.contact === 'none') return null;
  return markup`<form method="post">
    <button
      name="a"
      value="${visit.token('contact', task.taskId, '')}"
      aria-label="${words.contact}: ${taskName(task)}"
    >
      ${words.contact}
    </button>
  </form>`;
};
