import type { Light } from '../domain/task.ts';
import type { MailLine } from './planned-mail.ts';

/** The lights as the board shows them: a sign, so that colour alone says nothing. */
export const LIGHT_SIGNS: Readonly<Record<Light, string>> = { green: '🟢', yellow: '🟡', red: '🔴' };

/** The text of a line, after its light. */
export const markedText = ({ text, light }: Pick<MailLine, 'text' | 'light'>): string =>
  light === undefined ? text : `${LIGHT_SIGNS[light]} ${text}`;
