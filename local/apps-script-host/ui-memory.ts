import type { HostWorld } from './host-calls.ts';
import type { MenuDescription, SidebarContent, Toast } from './protocol.ts';

/** News for the page that shows the board. */
export type UiEvent =
  | { readonly kind: 'toast'; readonly toast: Toast }
  | { readonly kind: 'sidebar'; readonly sidebar: SidebarContent };

export interface UiMemory {
  /** Where the script's calls go. */
  readonly sinks: Pick<HostWorld, 'onMenu' | 'onSidebar' | 'onToast'>;
  readonly menu: () => MenuDescription;
  readonly clearMenu: () => void;
  readonly sidebar: () => SidebarContent | null;
  readonly listen: (listener: (event: UiEvent) => void) => () => void;
}

/** What the script has put on the screen. */
export function createUiMemory(): UiMemory {
  const listeners = new Set<(event: UiEvent) => void>();
  const noMenu: MenuDescription = { title: '', items: [] };
  let menu = noMenu;
  let sidebar: SidebarContent | null = null;
  const tell = (event: UiEvent): void => listeners.forEach((listener) => listener(event));
  return {
    sinks: {
      onMenu: (added) => {
        menu = added;
      },
      onSidebar: (shown) => {
        sidebar = shown;
        tell({ kind: 'sidebar', sidebar: shown });
      },
      onToast: (toast) => tell({ kind: 'toast', toast }),
    },
    menu: () => menu,
    clearMenu: () => {
      menu = noMenu;
    },
    sidebar: () => sidebar,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
