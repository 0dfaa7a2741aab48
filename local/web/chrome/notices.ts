/** Sentences for the person, in a corner, polite to screen readers. What was typed is offered back. */
import type { BoardNotice } from '../session/board-view.ts';
import type { Messages } from '../text/catalog.ts';
import { element, icon } from './element.ts';

const SHOWN_MS = 6_000;
const MAX_TEXT = 200;
const MAX_SHOWN = 3;

/** Where notices appear. */
export function createNotices(messages: () => Messages): {
  readonly root: HTMLElement;
  show(notice: BoardNotice): void;
} {
  const root = element('div', { class: 'notices', role: 'status', 'aria-live': 'polite' });
  return {
    root,
    show(notice) {
      const same = [...root.children].find(
        (child) => child.getAttribute('data-text') === textOf(notice, messages()),
      );
      same?.remove();
      while (root.children.length >= MAX_SHOWN) root.firstElementChild?.remove();
      const card = noticeCard(notice, messages());
      root.append(card);
      // What was typed stays until it is dismissed: it may be needed again.
      if (!notice.text) setTimeout(() => card.remove(), SHOWN_MS);
    },
  };
}

function textOf(notice: BoardNotice, messages: Messages): string {
  const text = (notice.text ?? '').slice(0, MAX_TEXT);
  if (notice.kind === 'moved') return messages.movedAway(text);
  return notice.kind === 'refused' ? messages.refused(notice.message) : notice.message;
}

function noticeCard(notice: BoardNotice, messages: Messages): HTMLElement {
  const sentence = textOf(notice, messages);
  const card = element('div', { class: `notice notice-${notice.kind}`, 'data-text': sentence });
  const body = element('div', { class: 'notice-body' }, element('p', {}, sentence));
  if (notice.kind === 'refused' && notice.text) {
    body.append(element('p', { class: 'notice-text' }, messages.refusedText(notice.text.slice(0, MAX_TEXT))));
  }
  const close = element('button', { class: 'icon-button', 'aria-label': messages.dismiss }, icon('close'));
  close.addEventListener('click', () => card.remove());
  card.append(body, close);
  return card;
}
