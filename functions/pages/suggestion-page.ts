import type { Language } from '../../shared/domain/rep.ts';
import type { SuggestionCard } from '../../shared/ports/people.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { taskWords } from '../../shared/text/task-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { addressOf, asking, gauge, personPage, taskName, type Visit } from './page-frame.ts';

/**
 * One suggestion at a time: the spoken question, what it does to the load, the reason, and three answers. A mail
 * names the task it speaks of, so that its link opens on that one.
 */
export const suggestionPage = (visit: Visit, index: number, first?: string): string => {
  const { home, link } = visit;
  const words = pageWords(home.rep.language);
  const open = asking(home);
  const named = open.findIndex(({ taskId }) => taskId === first);
  const position = named >= 0 ? named : open.length === 0 ? 0 : index % open.length;
  const card = open[position];
  if (card === undefined) return personPage(visit, 'ask', words.view.ask, nothingToAnswer(visit));
  const next = when(
    open.length > 1,
    () =>
      markup`<p class="soft">
        ${words.ofMany(position + 1, open.length)} ·
        <a href="${addressOf(link, 'ask', (position + 1) % open.length)}">${words.next}</a>
      </p>`,
  );
  const content = markup`<div class="card">
      <p class="ask">${card.question}</p>
      ${factsOf(card, home.rep.language)}${loadPart(card, home.rep.language)}${answers(visit, card)}
    </div>
    ${reasonsOf(card, home.rep.language)}${next}`;
  return personPage(visit, 'ask', taskName(card), content);
};

const nothingToAnswer = ({ home }: Visit): Markup => {
  const words = pageWords(home.rep.language);
  const asleep = home.suggestions.flatMap((card) =>
    card.quietUntil === null
      ? []
      : [
          markup`<li class="card">
            <h2>${taskName(card)}</h2>
            <p class="soft">${words.snoozedUntil(card.quietUntil)}</p>
          </li>`,
        ],
  );
  return markup`<p>${words.noSuggestion}</p>
    <ul class="list">
      ${asleep}
    </ul>`;
};

const factsOf = (card: SuggestionCard, language: Language): Markup => {
  const words = pageWords(language);
  return markup`<dl>
    <dt>${words.from}</dt>
    <dd>${card.from ?? words.nobody}</dd>
    <dt>${words.to}</dt>
    <dd>${card.to}</dd>
    <dt>${words.why}</dt>
    <dd>${taskWords(language).because[card.cause]}</dd>
  </dl>`;
};

/** 9.0 → 12.0, and where that is too much the shortest way back under the limit. */
const loadPart = (card: SuggestionCard, language: Language): Markup => {
  const words = pageWords(language);
  const figure = markup`<p class="figure">${words.loadChange(card.to, card.before, card.after, card.limit)}</p>
    ${gauge(card.before, card.after, card.limit)}`;
  if (card.after <= card.limit)
    return markup`${figure}
      <p class="soft">${words.fits}</p>`;
  if (card.wayBack.length === 0)
    return markup`${figure}
      <p class="soft">${words.noWayBack(card.to, card.limit)}</p>`;
  const items = card.wayBack.map((task) => markup`<li>${taskName(task)} (−${String(task.points)})</li>`);
  return markup`${figure}
    <p class="soft">${words.wayBack(card.to, card.limit)}</p>
    <ul>
      ${items}
    </ul>
    <p class="soft">${words.wayBackTo(card.afterWayBack)}</p>`;
};

const answers = (visit: Visit, card: SuggestionCard): Markup => {
  const words = pageWords(visit.home.rep.language);
  const token = (action: 'accept' | 'keep' | 'snooze'): string =>
    visit.token(action, card.taskId, card.receipt);
  return markup`<form method="post">
    <button class="main" name="a" value="${token('accept')}">${words.accept[card.as](card.to)}</button
    ><button name="a" value="${token('keep')}">${words.keep[card.as]}</button
    ><button name="a" value="${token('snooze')}">${words.snooze}</button>
  </form>`;
};

const reasonsOf = (card: SuggestionCard, language: Language): Markup | null =>
  when(
    card.reasons.length > 0,
    () =>
      markup`<details class="card">
        <summary>${pageWords(language).details}</summary>
        <ul>
          ${card.reasons.map((line) => markup`<li>${line}</li>`)}
        </ul>
      </details>`,
  );
