import type { Language } from '../domain/rep.ts';
import type { Light } from '../domain/task.ts';
import { pageWords } from '../text/page-words.ts';
import type { MailHtml } from './mail-html.ts';
import { pill } from './mail-parts.ts';

/** Ink on ground with a contrast above 5 : 1, in light and dark mode alike. */
const COLOURS: Readonly<Record<Light, { readonly ground: string; readonly ink: string }>> = {
  green: { ground: '#e1f3e7', ink: '#17603a' },
  yellow: { ground: '#fff0c7', ink: '#6b4800' },
  red: { ground: '#fde3df', ink: '#94231a' },
};

/** A light as a coloured word: the word says it, signs that a font may lack do not have to. */
export const markHtml = (light: Light, language: Language): MailHtml =>
  pill({ ...COLOURS[light], text: pageWords(language).light[light] });
