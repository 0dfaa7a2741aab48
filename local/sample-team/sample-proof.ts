import { plusDays, type Day } from '../../shared/domain/day.ts';
import type { Language } from '../../shared/domain/rep.ts';
import { serialOfDay } from '../../shared/sheet/cell-value.ts';
import { spell, spellTag } from '../../shared/text/spellings.ts';
import { filled, type SeedRow } from '../import/team-seed.ts';
import type { Random } from './random.ts';
import { dayBefore } from './sample-days.ts';
import { inLanguage, type Bilingual } from './sample-industries.ts';
import { PERSON_KEYS, personOf, type Person, type PersonKey } from './sample-people.ts';

/** How far back ratings reach, in days. */
const REACH = 300;
/** Some are rated once a year, some twice. */
const RATED_AGAIN = 0.4;
/** Supervisors differ: not every rating of a tag somebody is known for is a top one. */
const MARKS = [
  ['3', 1],
  ['4', 4],
  ['5', 5],
] as const;

/** 孙浩 joined this week and has been seen by nobody. */
const NEWEST: PersonKey = 'sunHao';
/** What a supervisor has noticed of somebody who never named a style. */
const NOTICED: readonly { readonly who: PersonKey; readonly tag: string; readonly rating: string }[] = [
  { who: 'liuYang', tag: '技术型', rating: '5' },
  { who: 'liuYang', tag: '技术型', rating: '4' },
  { who: 'zhouTing', tag: '亲和力强', rating: '4' },
  { who: 'xiaoLi', tag: 'PPT', rating: '2' },
];

const supervisorOf = ({ supervisor }: Person, language: Language): string =>
  supervisor === undefined ? '' : inLanguage(personOf(supervisor as PersonKey).name, language);

interface Rated {
  readonly who: PersonKey;
  readonly tag: string;
  readonly rating: string;
}

const rated = (random: Random): readonly Rated[] =>
  PERSON_KEYS.filter((key) => personOf(key).role === 'rep' && key !== NEWEST).flatMap((who) => {
    const { styles, tools } = personOf(who);
    return [...styles, ...tools].flatMap((tag) =>
      Array.from({ length: random.chance(RATED_AGAIN) ? 2 : 1 }, () => ({
        who,
        tag,
        rating: random.weighted(MARKS),
      })),
    );
  });

/** The rows of the Ratings tab, oldest first. */
export const sampleRatings = (today: Day, language: Language, random: Random): readonly SeedRow[] =>
  [...rated(random), ...NOTICED]
    .map(({ who, tag, rating }) => ({
      cells: {
        rep: inLanguage(personOf(who).name, language),
        tag: spellTag(tag, language),
        rating: Number(rating),
        on: serialOfDay(dayBefore(today, 3, REACH, random)),
        by: supervisorOf(personOf(who), language),
      },
    }))
    .sort((a, b) => a.cells.on - b.cells.on);

/** A visit note: the words in it speak for a tag, or for none. */
interface Note {
  readonly who: PersonKey;
  readonly daysAgo: number;
  readonly text: Bilingual;
  /** Absent: nobody has looked at the proposal yet. */
  readonly confirmed?: 'yes' | 'no';
  /** Typed by whoever confirmed, where the proposal was not what they saw. */
  readonly tag?: string;
}

const NOTES: readonly Note[] = [
  {
    who: 'lisa',
    daysAgo: 41,
    text: {
      'zh-CN': '院长和分管副院长都在，整场由 Lisa 主讲，高层当场同意进入方案阶段。',
      en: 'The director and a board member sat in; Lisa led the talk and they agreed to see an offer.',
    },
    confirmed: 'yes',
  },
  {
    who: 'laoWang',
    daysAgo: 33,
    text: {
      'zh-CN': '信息科主任说跟老王聊得来，有事都先找他，很信任。',
      en: 'The IT lead says he trusts Lao Wang: friendly, and the one he calls first.',
    },
    confirmed: 'yes',
  },
  {
    who: 'kevin',
    daysAgo: 26,
    text: {
      'zh-CN': '把接口参数和技术原理讲得很细，对方工程师没有再提问。',
      en: 'Went through the technical specification in depth; their engineer had no question left.',
    },
    confirmed: 'yes',
  },
  {
    who: 'zhangMin',
    daysAgo: 19,
    text: {
      'zh-CN': '演示用的幻灯做得清楚，采购要了一份讲稿。',
      en: 'Clear slides; procurement asked for a copy of the deck.',
    },
    confirmed: 'yes',
    tag: 'PPT',
  },
  {
    who: 'liuYang',
    daysAgo: 12,
    text: {
      'zh-CN': '对方技术科问了很多参数，刘洋都答上来了。',
      en: 'Their technical people asked about the specification; Liu Yang knew all the answers.',
    },
  },
  {
    who: 'amy',
    daysAgo: 9,
    text: {
      'zh-CN': '护士长夸 Amy 热情、耐心，随叫随到。',
      en: 'The head nurse praises Amy: friendly, patient, always there.',
    },
  },
  {
    who: 'chenChen',
    daysAgo: 6,
    text: {
      'zh-CN': '总经理临时加入，陈晨直接跟他谈了年度合作。',
      en: 'The CEO joined without notice; Chen Chen talked the yearly contract over with him.',
    },
  },
  {
    who: 'xiaoLi',
    daysAgo: 4,
    text: {
      'zh-CN': '跟进记录当天就录入了，客户系统里一目了然。',
      en: 'Entered the visit in the CRM the same day; everything can be seen there.',
    },
  },
  {
    who: 'zhaoLei',
    daysAgo: 8,
    text: {
      'zh-CN': '只是送资料，院长不在。',
      en: 'Only dropped off papers; the director was away.',
    },
    confirmed: 'no',
  },
  {
    who: 'sunHao',
    daysAgo: 1,
    text: { 'zh-CN': '第一次跟访，主要在旁边听。', en: 'First visit, mostly listening.' },
  },
];

/** The rows of the Visit notes tab, oldest first: some confirmed, some waiting for somebody to say yes or no. */
export const sampleNotes = (today: Day, language: Language): readonly SeedRow[] =>
  [...NOTES]
    .sort((a, b) => b.daysAgo - a.daysAgo)
    .map(({ who, daysAgo, text, confirmed, tag }) => ({
      cells: filled({
        rep: inLanguage(personOf(who).name, language),
        on: serialOfDay(plusDays(today, -daysAgo)),
        note: inLanguage(text, language),
        tag: tag === undefined ? undefined : spellTag(tag, language),
        confirmed: confirmed === undefined ? undefined : spell('confirm', confirmed, language),
      }),
    }));

/** Who doubts which of their own tags on a fresh board; the supervisor has not answered yet. */
export const SAMPLE_CONTEST: { readonly who: PersonKey; readonly tag: string } = {
  who: 'zhangMin',
  tag: '快刀型',
};
