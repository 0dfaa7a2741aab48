import type { Language } from '../../shared/domain/rep.ts';
import type { PersonHome } from '../../shared/ports/person-home.ts';
import type { HealthReport } from '../../shared/report/health-report.ts';
import { sentenceText, stepText } from '../../shared/report/report-text.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { addressOf, asking, lightMark, loadFigure, personPage, taskName, type Visit } from './page-frame.ts';
import { tagsPart } from './tags-part.ts';

/**
 * "My task health report" (article, rule ③): lights, what to watch and the next step of each, load, points. The
 * numbers and sentences are those of the weekly mail, made now. `health` null: gone from the team meanwhile.
 */
export const reportPage = (visit: Visit, health: HealthReport | null): string => {
  const { home } = visit;
  const { language } = home.rep;
  const words = pageWords(language);
  const lights = health?.rep.lights ?? { red: 0, yellow: 0, green: 0 };
  const content = markup`<p class="ask">${health === null ? '' : sentenceText(health.sentence, language)}</p>
    ${waitingLinks(visit)}
    <h2>${words.report.lights}</h2>
    <dl>
      <dt>${lightMark('red', language)}</dt>
      <dd>${lights.red}</dd>
      <dt>${lightMark('yellow', language)}</dt>
      <dd>${lights.yellow}</dd>
      <dt>${lightMark('green', language)}</dt>
      <dd>${lights.green}</dd>
    </dl>
    <h2>${words.report.loadTitle}</h2>
    ${loadFigure(home.gauge.load, home.gauge.limit, language)}
    <p class="soft">
      ${words.keyTasks(home.gauge.keyTasks, home.gauge.keyLimit)}${home.gauge.paused ? ` · ${words.paused(home.gauge.resumeAt)}` : ''}
    </p>
    <h2>${words.report.risks}</h2>
    ${risksPart(health, language)} ${pointsPart(home)}${tagsPart(visit)}`;
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

const risksPart = (health: HealthReport | null, language: Language): Markup => {
  const words = pageWords(language).report;
  if (health === null || health.risks === 0) return markup`<p>${words.noRisks}</p>`;
  const cards = health.named.map(
    (risk) =>
      markup`<li class="card">
        <h3>${taskName(risk)}</h3>
        ${lightMark(risk.light, language)}
        <p class="soft">${words.risk(risk.days, risk.light)}</p>
        <p class="soft">${words.nextStep}${stepText(risk.step, language)}</p>
      </li>`,
  );
  const rest = health.risks - health.named.length;
  return markup`<ul class="list">
      ${cards}
    </ul>
    ${when(rest > 0, () => markup`<p class="soft">${words.more(rest)}</p>`)}`;
};

const pointsPart = ({ points, rep }: PersonHome): Markup => {
  const words = pageWords(rep.language).report;
  return markup`<h2>${words.points}</h2>
    <p>${words.pointsText(points.inMonth, points.inPeriod, points.periodFrom)}</p>`;
};
