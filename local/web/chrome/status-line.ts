/** One short line that always tells the truth about the person's work: saved, on its way, deciding, offline. */
import type { SessionStatus } from '../session/board-view.ts';
import type { Messages } from '../text/catalog.ts';
import { element } from './element.ts';

export interface StatusLine {
  readonly root: HTMLElement;
  show(status: SessionStatus): void;
  /** Repeats the present status in the language now chosen. */
  translate(): void;
}

type Shown = readonly [state: string, text: string];

/** The status line; `retry` is called when the person does not want to wait. */
export function createStatusLine(messages: () => Messages, retry: () => void): StatusLine {
  const dot = element('span', { class: 'status-dot' });
  const text = element('span', { class: 'status-text' });
  const button = element('button', { class: 'link-button', hidden: true });
  button.addEventListener('click', retry);
  const root = element('div', { class: 'status', role: 'status', 'aria-live': 'polite' }, dot, text, button);
  let latest: SessionStatus = { connected: true, waiting: 0, deciding: 0, problem: undefined };
  const draw = (): void => {
    const [state, sentence] = shown(latest, messages());
    root.dataset['state'] = state;
    text.textContent = sentence;
    root.title = sentence;
    button.textContent = messages().retryNow;
    button.hidden = state !== 'offline';
  };
  draw();
  return {
    root,
    show(status) {
      latest = status;
      draw();
    },
    translate: draw,
  };
}

function shown(status: SessionStatus, messages: Messages): Shown {
  if (!status.connected) {
    const waits = status.waiting > 0;
    return ['offline', waits ? messages.statusOfflineWaiting(status.waiting) : messages.statusOffline];
  }
  if (status.waiting > 0) return ['saving', messages.statusSaving(status.waiting)];
  if (status.deciding > 0) return ['deciding', messages.statusDeciding];
  return status.problem === undefined ? ['saved', messages.statusSaved] : ['problem', status.problem];
}
