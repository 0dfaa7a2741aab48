import type { Language } from '../../shared/domain/rep.ts';
import type { LoadChange, SuggestionCard } from '../../shared/ports/person-home.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { taskWords } from '../../shared/text/task-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { addressOf, asking, gauge, personPage, taskName, type Visit } from './page-frame.ts';
import { wayBackPart } from './way-back-part.ts';

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
      ${factsOf(card, home.rep.language)}${loadPart(visit, card)}${answers(visit, card)}
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

/** 9.0 → 12.0 for whoever gets it, the relief of whoever gives it, and the way back where that is too much. */
const loadPart = ({ home }: Visit, card: SuggestionCard): Markup => {
  const { language } = home.rep;
  const words = pageWords(language);
  const { taker, giver, to, from } = card;
  const figures = markup`${changePart(card.as === 'candidate' ? null : to, taker, language)}${
    giver === null ? null : changePart(card.as === 'owner' ? null : from, giver, language)
  }`;
  const [over, keys] = [taker.after > taker.limit, taker.keysAfter > taker.keyLimit];
  return markup`${figures}
    ${when(!over && !keys, () => markup`<p class="soft">${words.fits}</p>`)}
    ${when(over, () => markup`<p class="soft">${words.overLoad(to, taker.limit)}</p>`)}
    ${when(keys, () => markup`<p class="soft">${words.overKeys(to, taker.keysAfter, taker.keyLimit)}</p>`)}
    ${card.wayBack === null ? null : wayBackPart(card.wayBack, home.gauge.resumeAt, language)}`;
};

const changePart = (name: string | null, { before, after, limit }: LoadChange, language: Language): Markup =>
  markup`<p class="figure">${pageWords(language).loadChange(name, before, after, limit)}</p>
    ${gauge(before, after, limit)}`;

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
