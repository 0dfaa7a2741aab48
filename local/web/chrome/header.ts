/** The bar on top: product, book, tools of the grid, the add-on's menu, status, theme and language. */
import type { Messages } from '../text/catalog.ts';
import { element, icon, mark, type IconName } from './element.ts';

export interface HeaderAction {
  readonly icon: IconName;
  /** Another icon while pressed. */
  readonly pressedIcon?: IconName;
  readonly label: (messages: Messages) => string;
  readonly run: () => void;
  /** Shown pressed when this says so. */
  readonly pressed?: () => boolean;
}

export interface Header {
  readonly root: HTMLElement;
  /** Where the add-on's menu goes. */
  readonly menu: HTMLElement;
  setTitle(title: string): void;
  /** Updates labels and pressed states. */
  refresh(): void;
}

/** Builds the bar. Tools are grouped; a group is hidden by CSS where it does not fit. */
export function createHeader(options: {
  readonly messages: () => Messages;
  readonly tools: readonly (readonly HeaderAction[])[];
  readonly settings: readonly HeaderAction[];
  readonly language: { readonly run: () => void };
  readonly status: HTMLElement;
}): Header {
  const { messages } = options;
  const title = element('h1', { class: 'book-title' });
  const menu = element('div', { class: 'add-on-menu' });
  const buttons: [HTMLButtonElement, HeaderAction][] = [];
  const button = (action: HeaderAction): HTMLButtonElement => {
    const made = element('button', { class: 'icon-button', 'data-icon': action.icon }, icon(action.icon));
    // The grid loses its selection when the focus leaves it.
    made.addEventListener('mousedown', (event) => event.preventDefault());
    made.addEventListener('click', action.run);
    buttons.push([made, action]);
    return made;
  };
  const tools = options.tools.map((group) => element('div', { class: 'tool-group' }, ...group.map(button)));
  const language = element('button', { class: 'language-button' });
  language.addEventListener('click', options.language.run);
  const root = element(
    'header',
    { class: 'top' },
    element('div', { class: 'brand' }, mark(), element('span', {}, '配能 Peineng')),
    title,
    options.status,
    element('div', { class: 'spacer' }),
    menu,
    element('div', { class: 'tools', role: 'toolbar' }, ...tools),
    element('div', { class: 'settings' }, ...options.settings.map(button), language),
  );
  const refresh = (): void => {
    for (const [made, action] of buttons) {
      const label = action.label(messages());
      made.title = label;
      made.setAttribute('aria-label', label);
      if (!action.pressed) continue;
      const pressed = action.pressed();
      made.setAttribute('aria-pressed', String(pressed));
      if (action.pressedIcon) made.replaceChildren(icon(pressed ? action.pressedIcon : action.icon));
    }
    language.textContent = messages().language;
    language.title = messages().languageLabel;
  };
  refresh();
  return {
    root,
    menu,
    setTitle(text) {
      title.textContent = text;
      // A book named after the product would say it twice.
      title.hidden = text.trim() === '配能 Peineng';
      document.title = title.hidden ? text : `${text} · 配能 Peineng`;
    },
    refresh,
  };
}
