import type { Team } from '../../shared/domain/board-state.ts';
import { dayAt } from '../../shared/domain/day.ts';
import { byText } from '../../shared/domain/ids.ts';
import type { Rep } from '../../shared/domain/rep.ts';
import { repCondition } from '../../shared/outbox/rep-cells.ts';
import { loadOf, keyTasksOf, tasksOf } from '../../shared/scoring/load.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { markup, type Markup } from './markup.ts';
import { lightMark, loadFigure, personPage, taskName, type Visit } from './page-frame.ts';
import { movesPart } from './moves-part.ts';
import { contestsPart } from './tags-part.ts';

/**
 * For the supervisor: contested tags to answer, everybody's load against the limit, the fullest first, the waiting
 * queue, and the newest moves, to be taken back.
 */
export const teamPage = (visit: Visit, team: Team): string => {
  const { home } = visit;
  const words = pageWords(home.rep.language).team;
  const reps = Object.values(team.reps)
    .filter(({ fields }) => fields.role === 'rep' && fields.availability !== 'left')
    .sort((a, b) => loadOf(b.open, team.policy) - loadOf(a.open, team.policy) || byText(a.id, b.id));
  const content = markup`${contestsPart(visit)}${
    reps.length === 0
      ? markup`<p>${words.noReps}</p>`
      : markup`<ul class="list">
            ${reps.map((rep) => repCard(visit, rep, team))}
          </ul>`
  }
    <h2>${words.waiting}</h2>
    ${queuePart(visit)}${movesPart(visit)}`;
  return personPage(visit, 'team', words.title, content);
};

const repCard = ({ home }: Visit, rep: Rep, team: Team): Markup => {
  const { language } = home.rep;
  const words = pageWords(language).team;
  const { light, status } = repCondition(rep, team, home.today, language);
  return markup`<li class="card">
    <h2>${rep.fields.name}</h2>
    ${light === null ? null : lightMark(light, language)}${loadFigure(loadOf(rep.open, team.policy), team.policy.load.limit, language)}
    <p class="soft">${words.rep(tasksOf(rep.open), keyTasksOf(rep.open))} · ${status}</p>
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
