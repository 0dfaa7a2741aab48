import type { ActionToken } from '../../shared/links/page-link.ts';
import type { PageHome } from '../../shared/pages/page-home.ts';
import type { ActOutcome } from '../../shared/ports/people.ts';
import { pageWords, type PageView, type PageWords } from '../../shared/text/page-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { addressOf, asking, personPage, taskName, type Visit } from './page-frame.ts';

/** What a tap did, told with the name of the task; from here the tap can be taken back. */
export const outcomePage = (
  visit: Visit,
  token: ActionToken,
  outcome: Exclude<ActOutcome, { kind: 'unknown' }>,
  before: PageHome,
): string => {
  const words = pageWords(visit.home.rep.language);
  const view = viewOf(token);
  switch (outcome.kind) {
    case 'refused':
      return personPage(
        visit,
        view,
        words.refused,
        markup`<p role="status">${words.refusal[outcome.why]}</p>
          ${onward(visit)}`,
      );
    case 'repeated':
      return personPage(
        visit,
        view,
        words.repeated.title,
        markup`<p role="status">${words.repeated.text}</p>
          ${onward(visit)}`,
      );
    case 'done':
      return donePage(visit, token, outcome, before);
  }
};

const donePage = (
  visit: Visit,
  token: ActionToken,
  outcome: Extract<ActOutcome, { kind: 'done' }>,
  before: PageHome,
): string => {
  const words = pageWords(visit.home.rep.language);
  const contact = when(
    outcome.contact !== undefined,
    () =>
      markup`<p class="card contact">${outcome.contact ?? ''}</p>
        <p class="soft">${words.handover.contactKeep}</p>`,
  );
  const late = when(!outcome.told, () => markup`<p class="soft">${words.done.toldLater}</p>`);
  const { undo } = outcome;
  const takeBack = when(
    undo !== null,
    () =>
      markup`<form method="post">
        <button name="a" value="${visit.token('undo', token.task, undo ?? '')}">${words.undo}</button>
      </form>`,
  );
  const content = markup`<p role="status">${doneText(token, before, words)}</p>
    ${contact}${late}${onward(visit)}${takeBack}`;
  return personPage(visit, viewOf(token), words.done.title, content);
};

const viewOf = ({ action }: ActionToken): PageView => {
  if (action === 'contact') return 'tasks';
  return action === 'write' || action === 'confirm' || action === 'release' ? 'handover' : 'ask';
};

const doneText = ({ action, task }: ActionToken, before: PageHome, words: PageWords): string => {
  const card = before.suggestions.find(({ taskId }) => taskId === task);
  const named = card ?? [...before.tasks, ...before.handovers].find(({ taskId }) => taskId === task);
  const name = named === undefined ? '' : taskName(named);
  switch (action) {
    case 'accept':
      return words.done.accept(name, card?.to ?? '');
    case 'keep':
    case 'snooze':
      return words.done[action](name);
    default:
      return words.done[action];
  }
};

/** Where to go from here: the next suggestion, or the list. */
const onward = (visit: Visit): Markup => {
  const words = pageWords(visit.home.rep.language);
  const waiting = asking(visit.home).length;
  return waiting > 0
    ? markup`<a class="button main" href="${addressOf(visit.link, 'ask')}">${words.seeSuggestions(waiting)}</a>`
    : markup`<a class="button main" href="${addressOf(visit.link, 'tasks')}">${words.backToPage}</a>`;
};
