/** The board on a phone: tabs, a search, a list of cards, and the fields of one row. */
import type { BoardSheet } from '../book/board-book.ts';
import { createChartList, loadSources } from '../charts/chart-list.ts';
import { optionsTab } from '../book/dropdown-options.ts';
import { distinctRules } from '../book/grid-validation.ts';
import { element, icon } from '../chrome/element.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { BoardView } from '../session/board-view.ts';
import type { Messages } from '../text/catalog.ts';
import { cardsOf, createCard } from './card-list.ts';
import { createRowForm, type RowForm } from './row-form.ts';

const PAGE_SIZE = 60;
const REDRAW_DELAY_MS = 60;

export interface Cards {
  /** Draws everything again, for instance in another language. */
  redraw(): void;
}

/** Shows the book as cards in the container. */
export function startCards(options: {
  readonly container: HTMLElement;
  readonly session: BoardSession;
  readonly messages: () => Messages;
  readonly isDark: () => boolean;
}): Cards {
  const { container, session, messages, isDark } = options;
  const tabs = element('nav', { class: 'phone-tabs' });
  const search = element('input', { class: 'phone-search', type: 'search' });
  const list = element('div', { class: 'card-list' });
  const charts = createChartList({ messages, isDark });
  const listPage = element(
    'div',
    { class: 'phone-list' },
    tabs,
    element('label', { class: 'search-box' }, icon('search'), search),
    list,
    charts.root,
  );
  container.append(listPage);
  let sheetId = session.sheets.find((sheet) => sheet.loaded)?.sheetId;
  let shownCount = PAGE_SIZE;
  let form: RowForm | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const present = (): BoardSheet | undefined => (sheetId === undefined ? undefined : session.sheet(sheetId));
  // Dropdowns of a row may take their options from another tab.
  const loadOptions = async (sheet: BoardSheet): Promise<void> => {
    const titles = new Set(distinctRules(sheet).map(optionsTab));
    for (const source of session.sheets) {
      if (titles.has(source.title) && !source.loaded) await session.refetch(source.sheetId);
    }
  };
  const openRow = (row: number): void => {
    const sheet = present();
    if (!sheet) return;
    form = createRowForm({ session, messages, sheetId: sheet.sheetId, row, closed: () => closeRow() });
    listPage.hidden = true;
    container.append(form.root);
    form.focus();
    void loadOptions(sheet);
  };
  const closeRow = (): void => {
    form?.root.remove();
    form = undefined;
    listPage.hidden = false;
    draw();
  };
  const choose = async (sheet: BoardSheet): Promise<void> => {
    sheetId = sheet.sheetId;
    shownCount = PAGE_SIZE;
    if (!sheet.loaded) await session.refetch(sheet.sheetId);
    draw();
    await loadSources(session, sheet.sheetId);
    draw();
  };
  const draw = (): void => {
    drawTabs(tabs, session.sheets, sheetId, (sheet) => void choose(sheet));
    search.placeholder = messages().searchRows;
    search.setAttribute('aria-label', messages().searchRows);
    const sheet = present();
    const cards = sheet ? cardsOf(session, sheet, search.value) : [];
    const shown = cards
      .slice(0, shownCount)
      .map((card) => createCard(card, messages(), () => openRow(card.row)));
    const count = element('p', { class: 'row-count' }, messages().rowCount(cards.length));
    list.replaceChildren(...(cards.length > 0 ? [count, ...shown] : [emptyText(search.value, messages())]));
    if (cards.length > shownCount) list.append(moreButton(cards.length - shownCount));
    void charts.show(session, sheetId);
  };
  const moreButton = (rest: number): HTMLElement => {
    const button = element(
      'button',
      { class: 'more-button' },
      messages().moreRows(Math.min(rest, PAGE_SIZE)),
    );
    button.addEventListener('click', () => {
      shownCount += PAGE_SIZE;
      draw();
    });
    return button;
  };
  const redraw = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => (form ? form.refresh() : draw()), REDRAW_DELAY_MS);
  };
  search.addEventListener('input', redraw);
  session.onCells(redraw);
  session.view = cardsView(redraw, (id, shift) => form?.moved(id, shift));
  draw();
  return { redraw };
}

function drawTabs(
  root: HTMLElement,
  sheets: readonly BoardSheet[],
  chosen: number | undefined,
  choose: (sheet: BoardSheet) => void,
): void {
  const buttons = sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => {
      const button = element(
        'button',
        { 'aria-current': sheet.sheetId === chosen ? 'true' : undefined },
        sheet.title,
      );
      button.addEventListener('click', () => choose(sheet));
      return button;
    });
  root.replaceChildren(...buttons);
}

const emptyText = (wanted: string, messages: Messages): HTMLElement =>
  element('p', { class: 'row-count' }, wanted === '' ? messages.noRows : messages.noMatches);

// Cards are few and cheap: whatever changes, they are drawn again.
function cardsView(
  redraw: () => void,
  moved: (sheetId: number, shift: Parameters<BoardView['shiftRows']>[1]) => void,
): BoardView {
  return {
    showCells: redraw,
    showSheet: redraw,
    showTabs: redraw,
    shiftRows: (sheet, shift) => moved(sheet.sheetId, shift),
    isEditing: () => false,
    forgetUndo: () => undefined,
  };
}
