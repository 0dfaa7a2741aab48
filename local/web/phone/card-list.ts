/** Cards: light, customer, owner and why of each row, and what else fits in a line. */
import type { BoardSheet } from '../book/board-book.ts';
import { cardColumns, fieldsOf, filledRows, type Field } from '../book/row-fields.ts';
import { element } from '../chrome/element.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { Messages } from '../text/catalog.ts';

const CHIPS = 4;
const LIGHT_NAMES: Readonly<Record<string, string>> = { '🟢': 'green', '🟡': 'yellow', '🔴': 'red' };

export interface CardData {
  readonly row: number;
  readonly light: string | undefined;
  readonly title: string;
  readonly owner: string;
  readonly why: string;
  readonly chips: readonly string[];
  readonly hasNote: boolean;
}

/** The rows that hold every word of the search, as cards. */
export function cardsOf(session: BoardSession, sheet: BoardSheet, wanted: string): CardData[] {
  const columns = cardColumns(sheet);
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const context = {
    personEmail: session.personEmail,
    sheets: session.sheets,
    contentAt: (row: number, column: number) => session.contentAt(sheet.sheetId, row, column),
  };
  const cards: CardData[] = [];
  for (const row of filledRows(sheet)) {
    const fields = fieldsOf(sheet, row, context);
    const haystack = fields
      .map((field) => field.text)
      .join('\n')
      .toLowerCase();
    if (words.every((word) => haystack.includes(word))) cards.push(cardOf(row, fields, columns));
  }
  return cards;
}

function cardOf(row: number, fields: readonly Field[], columns: ReturnType<typeof cardColumns>): CardData {
  const textAt = (column: number | undefined): string =>
    fields.find((field) => field.column === column)?.text ?? '';
  const named = new Set([columns.light, columns.title, columns.owner, columns.why]);
  const chips = fields
    .filter((field) => !named.has(field.column) && field.kind !== 'checkbox' && field.text !== '')
    .map((field) => field.text);
  return {
    row,
    light: LIGHT_NAMES[textAt(columns.light)],
    title: textAt(columns.title),
    owner: textAt(columns.owner),
    why: textAt(columns.why),
    chips: chips.slice(0, CHIPS),
    hasNote: fields.some((field) => field.note),
  };
}

/** A card that opens its row when tapped. */
export function createCard(card: CardData, messages: Messages, open: () => void): HTMLElement {
  const title = element('strong', {}, card.title || messages.untitledRow(card.row + 1));
  const top = element('span', { class: 'card-top' }, element('span', { class: 'light' }), title);
  if (card.hasNote) top.append(element('span', { class: 'card-note' }, messages.note));
  if (card.owner) top.append(element('span', { class: 'card-owner' }, card.owner));
  const chips = element(
    'span',
    { class: 'card-chips' },
    ...card.chips.map((chip) => element('span', {}, chip)),
  );
  const root = element(
    'button',
    { class: 'card', 'data-light': card.light, 'data-row': String(card.row) },
    top,
    chips,
  );
  if (card.why) root.append(element('span', { class: 'card-why' }, card.why));
  root.addEventListener('click', open);
  return root;
}
