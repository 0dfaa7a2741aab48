import type { Language } from './wire.ts';

/** `zh_CN`, `zh-TW`, `zh` … are Chinese; everything else reads English. */
export function languageOf(locale: string | null | undefined): Language {
  return /^zh\b|^zh_/i.test(locale ?? '') ? 'zh-CN' : 'en';
}

/** The language a person picked in the sidebar, or `fallback` for anything unknown. */
export function chosenLanguage(choice: unknown, fallback: Language): Language {
  return choice === 'zh-CN' || choice === 'en' ? choice : fallback;
}
