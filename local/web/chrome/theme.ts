/** Light or dark: the system's wish until the person chooses. */
const STORED = 'peineng.theme';

export interface ThemeSwitch {
  isDark(): boolean;
  toggle(): void;
}

/** Follows the system and the person's choice. `changed` is called whenever the result changes. */
export function followTheme(changed: (dark: boolean) => void): ThemeSwitch {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = (): string | undefined => document.documentElement.dataset['theme'];
  const isDark = (): boolean => (chosen() === undefined ? system.matches : chosen() === 'dark');
  system.addEventListener('change', () => changed(isDark()));
  return {
    isDark,
    toggle() {
      const next = isDark() ? 'light' : 'dark';
      document.documentElement.dataset['theme'] = next;
      // Choosing what the system wants anyway means following it again.
      if ((next === 'dark') === system.matches) localStorage.removeItem(STORED);
      else localStorage.setItem(STORED, next);
      changed(isDark());
    },
  };
}
