import type { ActionToken } from '../../shared/links/page-link.ts';
import type { PersonHome } from '../../shared/ports/person-home.ts';
import type { ActOutcome } from '../../shared/ports/people.ts';
import { pageWords, type PageView, type PageWords } from '../../shared/text/page-words.ts';
import { markup, when, type Markup } from './markup.ts';
import { addressOf, asking, personPage, taskName, type Visit } from './page-frame.ts';

/** What a tap did, told with the name of the task; from here the tap can be taken back. */
export const outcomePage = (
  visit: Visit,
  token: ActionToken,
  outcome: Exclude<ActOutcome, { kind: 'unknown' }>,
  before: PersonHome,
): string => {
  const words = pageWords(visit.home.rep.language);
  const view = viewOf(token, visit.home.rep);
  switch (outcome.kind) {
    case 'refused':
      return personPage(
        visit,
        view,
        words.refused,
        markup`<p role="status">${words.refusal[outcome.why]}</p>
          ${onward(visit, token)}`,
      );
    case 'repeated':
      return personPage(
        visit,
        view,
        words.repeated.title,
        markup`<p role="status">${words.repeated.text}</p>
          ${onward(visit, token)}`,
      );
    case 'done':
      return donePage(visit, token, outcome, before);
  }
};

const donePage = (
  visit: Visit,
  token: ActionToken,
  outcome: Extract<ActOutcome, { kind: 'done' }>,
  before: PersonHome,
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
    ${contact}${late}${onward(visit, token)}${takeBack}`;
  return personPage(visit, viewOf(token, visit.home.rep), words.done.title, content);
};

/** The page the button stood on. */
const viewOf = ({ action, task }: ActionToken, { role }: PersonHome['rep']): PageView => {
  switch (action) {
    case 'accept':
    case 'keep':
    case 'snooze':
      return 'ask';
    case 'write':
    case 'confirm':
    case 'release':
      return 'handover';
    case 'contact':
      return 'tasks';
    case 'mail':
      return 'mail';
    case 'contest':
      return 'report';
    case 'uphold':
    case 'withdraw':
      return 'team';
    case 'undo':
      return task === '' && role === 'supervisor' ? 'team' : 'ask';
  }
};

const doneText = ({ action, task }: ActionToken, before: PersonHome, words: PageWords): string => {
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

/** Where to go from here: back to the team for what was done there, else the next suggestion, or the list. */
const onward = (visit: Visit, token: ActionToken): Markup => {
  const words = pageWords(visit.home.rep.language);
  const waiting = asking(visit.home).length;
  const [view, text] =
    viewOf(token, visit.home.rep) === 'team'
      ? (['team', words.backToTeam] as const)
      : waiting > 0
        ? (['ask', words.seeSuggestions(waiting)] as const)
        : (['tasks', words.backToPage] as const);
  return markup`<a class="button main" href="${addressOf(visit.link, view)}">${text}</a>`;
};
