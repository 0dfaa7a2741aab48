import { format } from 'date-fns';
import { TZDate } from '@date-fns/tz';
import { HANDOVER_ITEMS } from '../../shared/domain/handover.ts';
import type { HandoverCard } from '../../shared/ports/person-home.ts';
import { pageWords } from '../../shared/text/page-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { personPage, taskName, type Visit } from './page-frame.ts';

/** Handovers to write, to confirm or to release, the one due first on top. */
export const handoverPage = (visit: Visit): string => {
  const { home } = visit;
  const words = pageWords(home.rep.language);
  const content =
    home.handovers.length === 0
      ? markup`<p>${words.handover.none}</p>`
      : markup`<ul class="list">
          ${home.handovers.map((card) => handoverCard(visit, card))}
        </ul>`;
  return personPage(visit, 'handover', words.view.handover, content);
};

const handoverCard = (visit: Visit, card: HandoverCard): Markup => {
  const { home } = visit;
  const words = pageWords(home.rep.language).handover;
  const due = format(new TZDate(card.due, home.timeZone), 'yyyy-MM-dd HH:mm');
  const parts = { giver: writing, taker: reading, supervisor: watching };
  return markup`<li class="card">
    <h2>${taskName(card)}</h2>
    <p class="soft">
      ${words.between(card.from, card.to)} · ${card.overdue ? words.overdue(due) : words.due(due)}
    </p>
    ${parts[card.as](visit, card)}${releasing(visit, card)}
  </li>`;
};

/** The old owner writes all three in one form. */
const writing = (visit: Visit, card: HandoverCard): Markup => {
  const words = pageWords(visit.home.rep.language).handover;
  const fields = card.items.map(({ item, text, source, confirmed }) => {
    const id = `${item}-${card.taskId}`;
    const state = confirmed ? words.confirmed : source === 'draft' ? words.draft : null;
    return markup`<label for="${id}">${words.item[item]}</label
      ><textarea id="${id}" name="${item}" maxlength="2000">${`\n${text}`}</textarea
      >${when(state !== null, () => markup`<p class="soft">${state}</p>`)}`;
  });
  return markup`<p>${words.forGiver}</p>
    <form method="post">
      ${fields}<button class="main" name="a" value="${visit.token('write', card.taskId, '')}">
        ${words.write}
      </button>
    </form>`;
};

/** The new owner reads and confirms: one by one, or what is left at once. */
const reading = (visit: Visit, card: HandoverCard): Markup => {
  const words = pageWords(visit.home.rep.language).handover;
  const open = card.items.filter(({ confirmed }) => !confirmed);
  const mayAll = open.length > 0 && open.every(({ source }) => source !== 'none');
  const single = open
    .filter(({ source }) => source !== 'none' && !(mayAll && open.length === 1))
    .map(
      ({ item }) =>
        markup`<button name="a" value="${visit.token('confirm', card.taskId, item)}">
          ${words.confirmOne(words.item[item])}
        </button>`,
    );
  const all = when(
    mayAll,
    () =>
      markup`<button class="main" name="a" value="${visit.token('confirm', card.taskId, 'all')}">
        ${words.confirmAll}
      </button>`,
  );
  return markup`<p>${words.forTaker}</p>
    ${watching(visit, card)}
    <form method="post">${all}${single}</form>`;
};

const watching = (visit: Visit, card: HandoverCard): Markup => {
  const words = pageWords(visit.home.rep.language).handover;
  const items = HANDOVER_ITEMS.flatMap((key) => card.items.filter(({ item }) => item === key)).map(
    ({ item, text, source, confirmed }) => {
      const state = confirmed ? words.confirmed : source === 'draft' ? words.draft : null;
      return markup`<h3>${words.item[item]}</h3>
        <p class="written">${text === '' ? words.empty : text}</p>
        ${when(state !== null, () => markup`<p class="soft">${state}</p>`)}`;
    },
  );
  return markup`${items}`;
};

const releasing = (visit: Visit, card: HandoverCard): Markup | null =>
  when(
    card.mayRelease,
    () =>
      markup`<form method="post">
        <button name="a" value="${visit.token('release', card.taskId, '')}">
          ${pageWords(visit.home.rep.language).handover.release}
        </button>
      </form>`,
  );
