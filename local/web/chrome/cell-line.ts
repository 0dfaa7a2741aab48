/**
 * The line above the grid: address, whole content and note of the selected cell. A cell shows what fits; this shows
 * all of it, and says it to screen readers, which see nothing of the canvas the grid is drawn on.
 */
import { cellAt, columnLetters, columnName, isLocked } from '../book/board-book.ts';
import { contentText } from '../book/cell-content.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { Messages } from '../text/catalog.ts';
import { element, icon } from './element.ts';
import { showValue } from './light.ts';

export interface CellLine {
  readonly root: HTMLElement;
  /** The person went to another cell. */
  select(session: BoardSession, sheetId: number, row: number, column: number): void;
  /** Shows the same cell again: its content or the language has changed. */
  refresh(): void;
}

/** An empty line. */
export function createCellLine(messages: () => Messages): CellLine {
  const address = element('span', { class: 'cell-address' });
  const name = element('span', { class: 'cell-name' });
  const text = element('output', { class: 'cell-text' });
  const note = element('span', { class: 'cell-note', hidden: true });
  const root = element('div', { class: 'cell-line' }, address, name, text, note);
  let refresh = (): void => undefined;
  return {
    root,
    select(session, sheetId, row, column) {
      refresh = () => {
        const sheet = session.sheet(sheetId);
        if (!sheet) return;
        const locked = isLocked(sheet, row, column, session.personEmail);
        address.textContent = `${columnLetters(column)}${row + 1}`;
        name.replaceChildren(...(locked ? [icon('lock')] : []), columnName(sheet, column));
        name.title = locked ? messages().readOnly : '';
        showValue(text, shownText(session, sheetId, row, column), messages());
        const sentence = cellAt(sheet, row, column).note;
        note.hidden = !sentence;
        note.replaceChildren(icon('note'), sentence ?? '');
        note.title = sentence ?? '';
      };
      refresh();
    },
    refresh: () => refresh(),
  };
}

// Dates and money read better as the server formats them; what was just typed has no such text yet.
function shownText(session: BoardSession, sheetId: number, row: number, column: number): string {
  const sheet = session.sheet(sheetId);
  const typed = session.pending.get(sheetId, row, column);
  const formatted = sheet && cellAt(sheet, row, column).formattedValue;
  if (!typed && formatted) return formatted;
  return contentText(typed ?? session.contentAt(sheetId, row, column));
}
