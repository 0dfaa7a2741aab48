/** Every text of the board's own chrome, in both languages. A message missing in one of them does not compile. */
import { en } from './en.ts';
import { zhCn } from './zh-cn.ts';

export type Language = 'zh-CN' | 'en-US';
export type Messages = typeof zhCn;

const CATALOGS: Readonly<Record<Language, Messages>> = { 'zh-CN': zhCn, 'en-US': en };
const STORED = 'peineng.language';

/** All messages of a language. */
export function messagesOf(language: Language): Messages {
  return CATALOGS[language];
}

/** The language chosen earlier, else the browser's, else Chinese. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'zh-CN' || stored === 'en-US') return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en-US';
}

/** Remembers the choice for the next visit. */
export function rememberLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}
