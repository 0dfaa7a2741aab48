import { MAIL_GROUPS, type MailChoice } from '../domain/mail-choice.ts';
import { readWord } from '../text/spellings.ts';

/**
 * The mail cell of a Team row: a pace, groups, or both, separated by commas. Without a group all are wanted; `nothing`
 * stands alone. Null where a word is none of these, or words contradict each other.
 *
 * @example readMailChoice('每天一封、待答复') // { pace: 'daily', groups: ['asks'] }
 */
export const readMailChoice = (text: string): MailChoice | null => {
  const parts = text
    .normalize('NFKC')
    .split(/[,;、\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const words = parts.map((part) => readWord('mailChoice', part));
  if (words.includes(null)) return null;
  const named = MAIL_GROUPS.filter((group) => words.includes(group));
  const paces = new Set(words.filter((word) => word === 'atOnce' || word === 'daily'));
  if (words.includes('nothing')) return words.length === 1 ? { pace: 'atOnce', groups: [] } : null;
  if (paces.size > 1) return null;
  const [pace = 'atOnce'] = paces;
  return { pace, groups: named.length > 0 ? named : MAIL_GROUPS };
};
