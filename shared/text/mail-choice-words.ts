import { MAIL_GROUPS, type MailChoice } from '../domain/mail-choice.ts';
import type { Language } from '../domain/rep.ts';
import { spell } from './spellings.ts';

/**
 * What mail somebody wants, as it stands in the Team tab: a pace, the groups when not all are wanted, or that none is.
 *
 * @example mailChoiceText({ pace: 'daily', groups: ['asks', 'report'] }, 'en') // 'Once a day, Questions, Report'
 */
export const mailChoiceText = ({ pace, groups }: MailChoice, language: Language): string => {
  if (groups.length === 0) return spell('mailChoice', 'nothing', language);
  const all = MAIL_GROUPS.every((group) => groups.includes(group));
  const words = [
    ...(pace === 'daily' || all ? [pace] : []),
    ...(all ? [] : MAIL_GROUPS.filter((group) => groups.includes(group))),
  ];
  return words.map((word) => spell('mailChoice', word, language)).join(language === 'en' ? ', ' : '、');
};
