import type { Language, Rep, TagFamily } from '../domain/rep.ts';
import type { RawCell } from '../ports/board.ts';
import { serialOfDay } from '../sheet/cell-value.ts';
import { contestsText } from '../text/contest-words.ts';
import { mailChoiceText } from '../text/mail-choice-words.ts';
import { spell, spellTag } from '../text/spellings.ts';

/** People's columns of a Team row, as a person would type them: for a row that is put back. */
export const typedRepCells = ({ fields }: Rep, language: Language): Readonly<Record<string, RawCell>> => {
  const tags = (list: readonly string[] | undefined): RawCell =>
    list === undefined || list.length === 0
      ? null
      : list.map((tag) => spellTag(tag, language)).join(language === 'en' ? ', ' : '、');
  const family = (name: TagFamily): RawCell => tags(fields.tags[name]);
  return {
    name: fields.name,
    email: fields.email ?? null,
    role: spell('role', fields.role, language),
    supervisor: fields.supervisor ?? null,
    // A tier nobody typed is left open, for proof to say.
    tier: fields.tierOpen === true ? null : spell('tier', fields.tier, language),
    industries: family('industry'),
    styles: family('style'),
    rhythm: family('rhythm'),
    tools: family('tools'),
    availability: spell('availability', fields.availability, language),
    leaveFrom: fields.leaveFrom === undefined ? null : serialOfDay(fields.leaveFrom),
    backOn: fields.backOn === undefined ? null : serialOfDay(fields.backOn),
    language: fields.language === undefined ? null : spell('language', fields.language, language),
    mail: fields.mail === undefined ? null : mailChoiceText(fields.mail, language),
    contested: contestsText(fields.contested, language),
  };
};
