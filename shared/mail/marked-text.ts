import type { Language } from '../domain/rep.ts';
import { pageWords } from '../text/page-words.ts';
import type { MailLine } from './planned-mail.ts';

/** The text of a line, after its light as a word. */
export const markedText = ({ text, light }: Pick<MailLine, 'text' | 'light'>, language: Language): string =>
  light === undefined ? text : `[${pageWords(language).light[light]}] ${text}`;
