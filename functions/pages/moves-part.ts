import { format } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import type { MoveLine } from '../../shared/ports/person-home.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { taskName, type Visit } from './page-frame.ts';

/** The newest moves of the team, one card a set; one tap takes a whole set back. */
export const movesPart = (visit: Visit): Markup => {
  const { home } = visit;
  const words = pageWords(home.rep.language).moves;
  const list =
    home.moves.length === 0
      ? markup`<p>${words.none}</p>`
      : markup`<ul class="list">
          ${home.moves.map((line) => moveCard(visit, line))}
        </ul>`;
  return markup`<h2>${words.title}</h2>
    ${list}`;
};

const moveCard = (visit: Visit, line: MoveLine): Markup => {
  const { home } = visit;
  const { moves: words, nobody } = pageWords(home.rep.language);
  const names = (list: MoveLine['from']): string => list.map((name) => name ?? nobody).join(words.separator);
  const between = words.between(names(line.from), names(line.to));
  const at = format(new TZDate(line.at, home.timeZone), 'MM-dd HH:mm');
  const more = line.count > line.deals.length ? markup`<li>${words.more(line.count)}</li>` : null;
  return markup`<li class="card">
    <h3>${between}</h3>
    <p class="soft">${words.by(at, line.automatic ? words.rule : (line.actor ?? words.unknown))}</p>
    <ul>
      ${line.deals.map((deal) => markup`<li>${taskName(deal)}</li>`)}${more}
    </ul>
    ${undoPart(visit, line, between)}
  </li>`;
};

const undoPart = (visit: Visit, { auditId, open, count }: MoveLine, between: string): Markup => {
  const words = pageWords(visit.home.rep.language).moves;
  if (open === 0) return markup`<p class="soft">${words.gone}</p>`;
  const partly = when(open < count, () => markup`<p class="soft">${words.partly(open, count)}</p>`);
  return markup`${partly}
    <form method="post">
      <button name="a" value="${visit.token('undo', '', auditId)}" aria-label="${words.undo(open)}: ${between}">
        ${words.undo(open)}
      </button>
    </form>`;
};
