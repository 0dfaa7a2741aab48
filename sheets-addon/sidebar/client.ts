/** The sidebar page: asks the add-on, shows the answer, carries the buttons. */
import { languageOf } from '../src/language.ts';
import type { Outcome, SidebarState, SidebarStatus } from '../src/sidebar-state.ts';
import { renderOutcome, renderSections, type SidebarView } from './render.ts';
import { NO_MOVES, spokenMoves, withChoices, type MovesView } from './render-moves.ts';
import { html, type SafeHtml } from './safe-html.ts';
import { callServer } from './server-calls.ts';
import { sidebarTexts } from './texts.ts';

const root = document.documentElement;
const sections = elementById('sections');
const notice = elementById('notice');
const said = elementById('spoken');

let state: SidebarState | null = null;
let status: SidebarStatus | null = null;
let confirming = false;
let moves: MovesView = NO_MOVES;
let focus = root.dataset['view'] ?? 'status';

const ACTIONS: Readonly<Record<string, () => Promise<Outcome | null>>> = {
  refresh: () => Promise.resolve(null),
  check: () => callServer('checkBoardNow'),
  save: saveConnection,
  setUp: async () => {
    const saved = await saveConnection();
    return saved.ok ? callServer('setUpFromSidebar') : saved;
  },
  previewMoves,
  moveMany,
  takeOver: () => confirmTakeOver(true),
  cancel: () => confirmTakeOver(false),
  takeOverSure: () => {
    confirming = false;
    return callServer('takeOverBoard');
  },
};

document.addEventListener('click', (event) => {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[data-action]');
  if (button === null) return;
  event.preventDefault();
  void act(button.dataset['action'] ?? '');
});
document.addEventListener('submit', (event) => {
  event.preventDefault();
  void act((event.target as HTMLFormElement).dataset['action'] ?? '');
});
document.addEventListener('change', (event) => {
  const { id, value } = event.target as HTMLSelectElement;
  if (id !== 'moves-from' && id !== 'moves-type' && id !== 'moves-to') return;
  // What was looked at is no longer what is chosen.
  moves = { ...moves, [id.slice('moves-'.length)]: value, looked: null, outcome: null, failure: '' };
  draw();
});
show(notice, html`<p class="quiet">${sidebarTexts(pageLanguage()).loading}</p>`);
void load().then(() => document.getElementById(focus)?.scrollIntoView());

/** One button's work: locked meanwhile, told in the notice, then everything is read again. */
async function act(action: string): Promise<void> {
  lock(true);
  try {
    const outcome = await ACTIONS[action]?.();
    if (outcome !== undefined && outcome !== null) await load(outcome);
    else if (action === 'refresh' || action === 'moveMany') await load();
    else draw();
  } catch (error) {
    fail(error);
  } finally {
    lock(false);
  }
}

/** What the add-on knows comes first and fast; the functions are asked after it is on the screen. */
async function load(outcome?: Outcome): Promise<void> {
  try {
    state = await callServer('sidebarState');
    root.lang = state.language;
    if (outcome?.ok === false) focus = 'connection';
    show(notice, outcome === undefined ? html`` : renderOutcome(outcome));
    draw(outcome);
    status = await callServer('sidebarStatus');
    moves = withChoices(moves, (status.ok ? status.movers : undefined) ?? null);
    draw(outcome);
  } catch (error) {
    fail(error);
  }
}

/** Draws anew, but keeps what was typed, opened and focused. After a success everything is as it should be. */
function draw(outcome?: Outcome): void {
  if (state === null) return;
  const typed = formValues();
  const opened = [...sections.querySelectorAll<HTMLDetailsElement>('details[open]')].map(({ id }) => id);
  const view: SidebarView = { state, status, focus, confirming, moves, formatTime };
  const refocus = keyboardPlace();
  show(sections, renderSections(view));
  sections.setAttribute('aria-busy', String(status === null));
  if (outcome?.ok !== true) {
    if (typed !== null) setFormValues(typed);
    opened.forEach((id) => document.getElementById(id)?.setAttribute('open', ''));
  }
  refocus();
  speak(state.language);
}

/** Where the keyboard is, by what it is on; answers how to put it back there once all is drawn anew. */
function keyboardPlace(): () => void {
  const at = document.activeElement as HTMLElement | null;
  const action = at?.tagName === 'BUTTON' ? at.dataset['action'] : undefined;
  const field = at?.id ?? '';
  return () => {
    if (action !== undefined) sections.querySelector<HTMLElement>(`button[data-action="${action}"]`)?.focus();
    else if (field.startsWith('moves-')) document.getElementById(field)?.focus();
  };
}

/** Tells screen readers what the section of moves now says, once. */
function speak(language: SidebarState['language']): void {
  const spoken = spokenMoves(moves, language);
  if (said.textContent !== spoken) said.textContent = spoken;
}

async function saveConnection(): Promise<Outcome> {
  const { endpoint, language } = formValues() ?? { endpoint: '', language: '' };
  return callServer('saveConnection', endpoint, language);
}

/** Looks at what would move; nothing does. */
async function previewMoves(): Promise<null> {
  if (moves.from === '') return null;
  const answer = await callServer('previewMovesFromSidebar', moves.from, moves.type, moves.to);
  moves = { ...moves, outcome: null, looked: null, failure: '' };
  moves = answer.ok
    ? { ...moves, looked: { id: answer.id, preview: answer.preview } }
    : { ...moves, failure: answer.message };
  return null;
}

/** Moves exactly what was looked at. The set keeps its id until it is done, so that trying again moves it once. */
async function moveMany(): Promise<null> {
  const { looked, from } = moves;
  if (looked === null) return null;
  const set = looked.preview.moves.map(({ taskId, to }) => ({ taskId, to }));
  const answer = await callServer('moveManyFromSidebar', looked.id, from, set);
  moves = answer.ok
    ? { ...moves, looked: null, outcome: answer.outcome, failure: '' }
    : { ...moves, failure: answer.message };
  return null;
}

function confirmTakeOver(asked: boolean): Promise<null> {
  confirming = asked;
  return Promise.resolve(null);
}

function formValues(): { readonly endpoint: string; readonly language: string } | null {
  const endpoint = document.getElementById('endpoint') as HTMLInputElement | null;
  const language = document.getElementById('language') as HTMLSelectElement | null;
  return endpoint === null || language === null
    ? null
    : { endpoint: endpoint.value, language: language.value };
}

function setFormValues(values: { readonly endpoint: string; readonly language: string }): void {
  const endpoint = document.getElementById('endpoint') as HTMLInputElement | null;
  const language = document.getElementById('language') as HTMLSelectElement | null;
  if (endpoint !== null) endpoint.value = values.endpoint;
  if (language !== null) language.value = values.language;
}

function fail(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const { failed } = sidebarTexts(pageLanguage());
  show(notice, renderOutcome({ ok: false, message: `${failed} ${reason}` }));
}

function lock(locked: boolean): void {
  document.querySelectorAll('button').forEach((button) => (button.disabled = locked));
}

function show(element: HTMLElement, content: SafeHtml): void {
  element.innerHTML = content.markup;
}

function formatTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return time.toLocaleString(pageLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
}

function pageLanguage(): 'zh-CN' | 'en' {
  return languageOf(root.lang);
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The sidebar page has no #${id}.`);
  return element;
}
