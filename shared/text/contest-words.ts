import type { Contest } from '../domain/proof.ts';
import type { Language } from '../domain/rep.ts';
import { spell, spellTag } from './spellings.ts';

const COMMA: Readonly<Record<Language, string>> = { 'zh-CN': '、', en: ', ' };

/** One contested tag with its answer, as it stands in the Team tab: `骨科（保留标签）`, `IVD (Keep tag)`. */
export const contestText = ({ tag, state }: Contest, language: Language): string => {
  const name = spellTag(tag, language);
  if (state === 'open') return name;
  const answer = spell('contestAnswer', state, language);
  return language === 'en' ? `${name} (${answer})` : `${name}（${answer}）`;
};

/** The contested cell of a Team row; null when nothing is contested. */
export const contestsText = (contests: readonly Contest[] | undefined, language: Language): string | null =>
  contests === undefined || contests.length === 0
    ? null
    : contests.map((one) => contestText(one, language)).join(COMMA[language]);

const REASON: Readonly<Record<Language, (tag: string, reason: string) => string>> = {
  'zh-CN': (tag, reason) => `${tag}：“${reason}”`,
  en: (tag, reason) => `${tag}: "${reason}"`,
};

/** What an audit row says of tags that were contested, with the rep's own words: ` → IVD: "only two deals"`. */
export const contestsChangeText = (
  old: readonly Contest[] | undefined,
  now: readonly Contest[] | undefined,
  language: Language,
): string => {
  const said = (contests: readonly Contest[] = []): string =>
    contests
      .map((one) =>
        one.state === 'open' && one.reason !== undefined
          ? REASON[language](contestText(one, language), one.reason)
          : contestText(one, language),
      )
      .join(COMMA[language]);
  return `${said(old)} → ${said(now)}`;
};

/** What an audit row says of a supervisor's answers: `骨科耗材: 保留标签`. */
export const answersText = (answered: readonly Contest[], language: Language): string =>
  answered
    .map(({ tag, state }) =>
      state === 'open' ? '' : `${spellTag(tag, language)}: ${spell('contestAnswer', state, language)}`,
    )
    .join(COMMA[language]);
