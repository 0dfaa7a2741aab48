import type { LearntTag } from '../domain/proof.ts';
import type { Language } from '../domain/rep.ts';
import { spellTag } from './spellings.ts';

/** What the Team tab says of a tag's proof: how many cases, what they come to, how old they are. */
interface TagWords {
  readonly deals: (tag: string, found: Figures, last: string, expires: string) => string;
  readonly rhythm: (tag: string, found: Figures, last: string, expires: string) => string;
  readonly opinions: (tag: string, found: Figures, last: string, expires: string) => string;
  readonly tooLittle: (tag: string, n: number, last: string) => string;
  readonly tier: (tier: string, months: number, hardWins: number) => string;
  /** A tag somebody typed, of which proof says nothing. */
  readonly typedOnly: (tag: string) => string;
  readonly separator: string;
  /** Beside a row of history whose deal is counted from the Tasks tab. */
  readonly twin: string;
}

type Figures = Pick<LearntTag, 'n' | 'rate' | 'mean' | 'low' | 'high'>;

const span = ({ low, high }: Figures): string => `${low}–${high}`;
/** Shrunk all the way: the team's own rate and nothing else. */
const isSilent = ({ rate, mean, low, high }: Figures): boolean => rate === mean && low === high;

const zh: TagWords = {
  deals: (tag, found, last, expires) =>
    `${tag}：n=${found.n} 单，${isSilent(found) ? '与团队看不出差别' : `${found.rate}（区间 ${span(found)}，团队 ${found.mean}）`}，最近 ${last}，${expires} 失效`,
  rhythm: (tag, found, last, expires) =>
    `${tag}：n=${found.n} 个赢单，${isSilent(found) ? '与团队看不出差别' : `30 天内成交占 ${found.rate}（区间 ${span(found)}，团队 ${found.mean}）`}，最近 ${last}，${expires} 失效`,
  opinions: (tag, found, last, expires) =>
    `${tag}：n=${found.n} 条评价，${found.rate}（区间 ${span(found)}），最近 ${last}，${expires} 失效`,
  tooLittle: (tag, n, last) => `${tag}：历史不足（n=${n}，最近 ${last}）`,
  tier: (tier, months, hardWins) => `层级推定为${tier}（从业 ${months} 个月，难单赢 ${hardWins} 个）`,
  typedOnly: (tag) => `${tag}：团队页手填，尚无依据`,
  separator: '；',
  twin: '任务页里已有这一单，只按任务页计一次。',
};

const en: TagWords = {
  deals: (tag, found, last, expires) =>
    `${tag}: n=${found.n} deals, ${isSilent(found) ? 'like the team' : `${found.rate} (interval ${span(found)}, team ${found.mean})`}, last ${last}, expires ${expires}`,
  rhythm: (tag, found, last, expires) =>
    `${tag}: n=${found.n} deals won, ${isSilent(found) ? 'like the team' : `closed within 30 days ${found.rate} (interval ${span(found)}, team ${found.mean})`}, last ${last}, expires ${expires}`,
  opinions: (tag, found, last, expires) =>
    `${tag}: n=${found.n} ratings and notes, ${found.rate} (interval ${span(found)}), last ${last}, expires ${expires}`,
  tooLittle: (tag, n, last) => `${tag}: not enough history (n=${n}, last ${last})`,
  tier: (tier, months, hardWins) => `tier taken as ${tier} (${months} months, ${hardWins} hard deals won)`,
  typedOnly: (tag) => `${tag}: typed in the Team tab, no proof yet`,
  separator: '; ',
  twin: 'This deal is counted once, from the Tasks tab.',
};

const CATALOGS: Readonly<Record<Language, TagWords>> = { 'zh-CN': zh, en };
export const tagWords = (language: Language): TagWords => CATALOGS[language];

/** One tag with its n, interval and age: when it was last proven, and from when that weighs nothing. */
export const tagText = (tag: LearntTag, language: Language): string => {
  const words = tagWords(language);
  const name = spellTag(tag.tag, language);
  if (!tag.enough) return words.tooLittle(name, tag.n, tag.last);
  if (tag.source === 'opinions') return words.opinions(name, tag, tag.last, tag.expires);
  const say = tag.family === 'rhythm' ? words.rhythm : words.deals;
  return say(name, tag, tag.last, tag.expires);
};
