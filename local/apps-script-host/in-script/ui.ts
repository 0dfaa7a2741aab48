import type { MenuItem } from '../protocol.ts';
import type { Bridge } from './bridge.ts';
import { strict } from './strict.ts';

/** The part of an HtmlOutput that a sidebar shows. */
interface Page {
  getTitle(): string;
  getContent(): string;
}

/** The spreadsheet's user interface. Dialogs that wait for a person's answer are not in this host. */
export function createUi(bridge: Bridge) {
  const createMenu = (title: string) => createMenuBuilder(bridge, title);
  return strict('Ui', {
    createMenu,
    showSidebar: (page: Page) => {
      bridge.requireScope('Ui.showSidebar', 'script.container.ui');
      bridge.call('ui.sidebar', { title: page.getTitle(), html: page.getContent() });
    },
  });
}

interface MenuBuilder {
  addItem(label: string, functionName: string): MenuBuilder;
  addSeparator(): MenuBuilder;
  addToUi(): void;
}

function createMenuBuilder(bridge: Bridge, title: string): MenuBuilder {
  const items: MenuItem[] = [];
  const menu: MenuBuilder = strict('Menu', {
    addItem: (label: string, functionName: string) => {
      items.push({ kind: 'item', label, functionName });
      return menu;
    },
    addSeparator: () => {
      items.push({ kind: 'separator' });
      return menu;
    },
    addToUi: () => {
      bridge.call('ui.menu', { title, items });
    },
  });
  return menu;
}
