import { dayAt } from '../../shared/domain/day.ts';
import type { RepLine } from '../../shared/ports/person-home.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { markup, type Markup } from './markup.ts';
import { movesPart } from './moves-part.ts';
import { lightMark, loadFigure, personPage, taskName, type Visit } from './page-frame.ts';
import { contestsPart } from './tags-part.ts';
import { undeliveredPart } from './undelivered-part.ts';

/**
 * For the supervisor: contested tags to answer, everybody's load against the limit, the fullest first, the waiting
 * queue, and the newest moves, to be taken back.
 */
export const teamPage = (visit: Visit): string => {
  const { home } = visit;
  const words = pageWords(home.rep.language).team;
  const content = markup`${undeliveredPart(visit)}${contestsPart(visit)}${
    home.reps.length === 0
      ? markup`<p>${words.noReps}</p>`
      : markup`<ul class="list">
            ${home.reps.map((rep) => repCard(visit, rep))}
          </ul>`
  }
    <h2>${words.waiting}</h2>
    ${queuePart(visit)}${movesPart(visit)}`;
  return personPage(visit, 'team', words.title, content);
};

const repCard = ({ home }: Visit, rep: RepLine): Markup => {
  const { language } = home.rep;
  const words = pageWords(language).team;
  return markup`<li class="card">
    <h2>${rep.name}</h2>
    ${rep.light === null ? null : lightMark(rep.light, language)}${loadFigure(rep.load, rep.limit, language)}
    <p class="soft">${words.rep(rep.tasks, rep.keyTasks)} · ${rep.status}</p>
  </li>`;
};

const queuePart = ({ home }: Visit): Markup => {
  const words = pageWords(home.rep.language).team;
  if (home.waiting.length === 0) return markup`<p>${words.nobodyWaits}</p>`;
  const items = home.waiting.map(
    (task) =>
      markup`<li class="card">
        <h3>${taskName(task)}</h3>
        <p class="soft">${words.waitingLine(task.position, dayAt(task.waitingSince, home.timeZone))}</p>
        <p class="soft">${task.why}</p>
      </li>`,
  );
  return markup`<ul class="list">
    ${items}
  </ul>`;
};
