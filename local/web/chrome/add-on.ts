/** The add-on in the browser: its menu in the header, its own page in a side panel. */
import type { MenuDescription, MenuItem } from '../../board/board-protocol.ts';
import { runFunction, type RunAnswer } from '../session/api-client.ts';
import type { BoardNotice } from '../session/board-view.ts';
import type { Messages } from '../text/catalog.ts';
import { element, icon } from './element.ts';

interface AddOnOptions {
  readonly messages: () => Messages;
  readonly notify: (notice: BoardNotice) => void;
}

/** The menu as a drop-down button. */
export function createMenu(description: MenuDescription, { messages, notify }: AddOnOptions): HTMLElement {
  const list = element('div', { class: 'menu-list', role: 'menu', hidden: true });
  const button = element(
    'button',
    { class: 'menu-button', 'aria-haspopup': 'menu', 'aria-expanded': 'false' },
    description.title || messages().menu,
    icon('chevron'),
  );
  const open = (wanted: boolean): void => {
    list.hidden = !wanted;
    button.setAttribute('aria-expanded', String(wanted));
    if (wanted) list.querySelector<HTMLElement>('button')?.focus();
  };
  const choose = async (item: MenuItem): Promise<void> => {
    open(false);
    const answer = await run(item.functionName, []);
    if (!answer.ok) notify({ kind: 'refused', message: messages().runFailed(answer.message) });
    else notify({ kind: 'info', message: messages().runDone(item.label) });
  };
  for (const item of description.items) {
    if (item === 'separator') {
      list.append(element('hr'));
      continue;
    }
    const line = element('button', { role: 'menuitem' }, item.label);
    line.addEventListener('click', () => void choose(item));
    list.append(line);
  }
  button.addEventListener('click', () => open(list.hidden === true));
  const root = element('div', { class: 'menu' }, button, list);
  document.addEventListener('pointerdown', (event) => {
    if (!root.contains(event.target as Node)) open(false);
  });
  root.addEventListener('keydown', (event) => moveInMenu(event, list, () => open(false)));
  return root;
}

function moveInMenu(event: KeyboardEvent, list: HTMLElement, close: () => void): void {
  if (event.key === 'Escape') return close();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const lines = [...list.querySelectorAll<HTMLElement>('button')];
  const present = lines.findIndex((line) => line === document.activeElement);
  lines[(present + step + lines.length) % lines.length]?.focus();
}

export interface Sidebar {
  readonly root: HTMLElement;
  toggle(open?: boolean): void;
  isOpen(): boolean;
  translate(): void;
}

/** The panel with the add-on's own page. It is loaded when opened, so that it shows the present state. */
export function createSidebar({ messages }: AddOnOptions, changed: (open: boolean) => void): Sidebar {
  const frame = element('iframe', { class: 'sidebar-frame', title: messages().sidebar });
  const title = element('span', {}, messages().sidebar);
  const close = element('button', { class: 'icon-button' }, icon('close'));
  const root = element(
    'aside',
    { class: 'sidebar', hidden: true },
    element('header', {}, title, close),
    frame,
  );
  const toggle = (open: boolean = root.hidden === true): void => {
    root.hidden = !open;
    frame.src = open ? '/board/sidebar' : 'about:blank';
    changed(open);
  };
  close.addEventListener('click', () => toggle(false));
  addEventListener('message', (event) => void answerFrame(event, frame, () => toggle(false)));
  const translate = (): void => {
    title.textContent = messages().sidebar;
    frame.title = messages().sidebar;
    close.setAttribute('aria-label', messages().closeSidebar);
  };
  translate();
  return { root, toggle, isOpen: () => !root.hidden, translate };
}

interface FrameMessage {
  readonly source: string;
  readonly kind: string;
  readonly id: number;
  readonly functionName: string;
  readonly args: readonly unknown[];
}

async function answerFrame(event: MessageEvent, frame: HTMLIFrameElement, close: () => void): Promise<void> {
  const message = event.data as FrameMessage | null;
  if (event.source !== frame.contentWindow || message?.source !== 'peineng-sidebar') return;
  if (message.kind === 'close') return close();
  const answer = await run(message.functionName, message.args);
  // The frame is sandboxed and has no origin to name; nothing secret is in the answer that it did not ask for.
  frame.contentWindow?.postMessage({ source: 'peineng-board', id: message.id, ...answer }, '*');
}

async function run(functionName: string, args: readonly unknown[]): Promise<RunAnswer> {
  try {
    return await runFunction(functionName, args);
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
