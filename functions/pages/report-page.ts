import type { Light } from '../../shared/domain/task.ts';
import type { PersonHome, TaskLine } from '../../shared/ports/person-home.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { addressOf, asking, lightMark, loadFigure, personPage, taskName, type Visit } from './page-frame.ts';
import { tagsPart } from './tags-part.ts';

/** Risks shown one by one; beyond that the list of tasks is the better place. */
export const RISKS_SHOWN = 12;

/** The tasks that are not green, in the order of the task list. */
export const risksOf = (home: PersonHome): readonly TaskLine[] =>
  home.tasks.filter(({ light }) => light !== 'green');

const count = (home: PersonHome, light: Light): number =>
  home.tasks.filter((task) => task.light === light).length;

/** "My task health report" (article, rule ③): lights, what to watch and the next step of each, load, points. */
export const reportPage = (visit: Visit, nextSteps: Readonly<Record<string, string>>): string => {
  const { home } = visit;
  const { language } = home.rep;
  const words = pageWords(language);
  const [red, yellow, green] = [count(home, 'red'), count(home, 'yellow'), count(home, 'green')];
  const content = markup`<p class="ask">${words.report.sentence(home.tasks.length, red, yellow)}</p>
    ${waitingLinks(visit)}
    <h2>${words.report.lights}</h2>
    <dl>
      <dt>${lightMark('red', language)}</dt>
      <dd>${red}</dd>
      <dt>${lightMark('yellow', language)}</dt>
      <dd>${yellow}</dd>
      <dt>${lightMark('green', language)}</dt>
      <dd>${green}</dd>
    </dl>
    <h2>${words.report.loadTitle}</h2>
    ${loadFigure(home.gauge.load, home.gauge.limit, language)}
    <p class="soft">
      ${words.keyTasks(home.gauge.keyTasks, home.gauge.keyLimit)}${home.gauge.paused ? ` · ${words.paused(home.gauge.resumeAt)}` : ''}
    </p>
    <h2>${words.report.risks}</h2>
    ${risksPart(home, nextSteps)} ${pointsPart(home)}${tagsPart(visit)}`;
  return personPage(visit, 'report', words.report.title, content);
};

const waitingLinks = ({ home, link }: Visit): Markup => {
  const words = pageWords(home.rep.language).report;
  const [open, handovers] = [asking(home).length, home.handovers.length];
  return markup`${when(open > 0, () => markup`<a class="button" href="${addressOf(link, 'ask')}">${words.suggestions(open)}</a>`)}${when(
    handovers > 0,
    () => markup`<a class="button" href="${addressOf(link, 'handover')}">${words.handovers(handovers)}</a>`,
  )}`;
};

const risksPart = (home: PersonHome, nextSteps: Readonly<Record<string, string>>): Markup => {
  const { language } = home.rep;
  const words = pageWords(language).report;
  const risks = risksOf(home);
  if (risks.length === 0) return markup`<p>${words.noRisks}</p>`;
  const cards = risks.slice(0, RISKS_SHOWN).map((task) => {
    const step = nextSteps[task.taskId];
    return markup`<li class="card">
      <h3>${taskName(task)}</h3>
      ${lightMark(task.light, language)}
      <p class="soft">${words.risk(task.days, task.light)}</p>
      <p class="soft">${words.nextStep}${step ?? words.noNextStep}</p>
    </li>`;
  });
  const more = when(
    risks.length > RISKS_SHOWN,
    () => markup`<p class="soft">${words.more(risks.length - RISKS_SHOWN)}</p>`,
  );
  return markup`<ul class="list">
      ${cards}
    </ul>
    ${more}`;
};

const pointsPart = ({ points, rep }: PersonHome): Markup => {
  const words = pageWords(rep.language).report;
  return markup`<h2>${words.points}</h2>
    <p>${words.pointsText(points.inMonth, points.inPeriod, points.periodFrom)}</p>`;
};
