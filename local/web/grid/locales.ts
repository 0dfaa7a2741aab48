/** Texts of the engine's own menus and dialogs, loaded for the language in use only. */
import { mergeLocales } from '@univerjs/core';
import type { Language } from '../text/catalog.ts';

type Pack = { readonly default: object };

const PACKS: Readonly<Record<Language, () => Promise<Pack[]>>> = {
  'zh-CN': () =>
    Promise.all([
      import('@univerjs/preset-sheets-core/locales/zh-CN'),
      import('@univerjs/preset-sheets-conditional-formatting/locales/zh-CN'),
      import('@univerjs/preset-sheets-data-validation/locales/zh-CN'),
      import('@univerjs/preset-sheets-note/locales/zh-CN'),
      import('@univerjs/preset-sheets-filter/locales/zh-CN'),
      import('@univerjs/preset-sheets-sort/locales/zh-CN'),
    ]),
  'en-US': () =>
    Promise.all([
      import('@univerjs/preset-sheets-core/locales/en-US'),
      import('@univerjs/preset-sheets-conditional-formatting/locales/en-US'),
      import('@univerjs/preset-sheets-data-validation/locales/en-US'),
      import('@univerjs/preset-sheets-note/locales/en-US'),
      import('@univerjs/preset-sheets-filter/locales/en-US'),
      import('@univerjs/preset-sheets-sort/locales/en-US'),
    ]),
};

/** The merged pack of a language. */
export async function loadLocale(language: Language): Promise<object> {
  const packs = await PACKS[language]();
  return mergeLocales(...packs.map((pack) => pack.default as never));
}
