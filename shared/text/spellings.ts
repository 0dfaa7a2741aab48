import type { Language, TagFamily } from '../domain/rep.ts';

/**
 * How enumerated values are spelt. Both languages parse on every board; the first spelling of the board's
 * language is the one written and offered in dropdowns.
 */
type Spellings = Readonly<Record<Language, readonly [string, ...string[]]>>;

export const VOCABULARIES = {
  value: {
    high: { 'zh-CN': ['高', '高价值'], en: ['High', 'H'] },
    medium: { 'zh-CN': ['中', '中价值'], en: ['Medium', 'Med', 'M'] },
    low: { 'zh-CN': ['低', '低价值'], en: ['Low', 'L'] },
  },
  difficulty: {
    easy: { 'zh-CN': ['易', '容易', '低'], en: ['Easy'] },
    medium: { 'zh-CN': ['中', '中等'], en: ['Medium', 'Med'] },
    hard: { 'zh-CN': ['难', '困难', '高'], en: ['Hard', 'Difficult'] },
  },
  stage: {
    prospecting: { 'zh-CN': ['线索', '初步接触'], en: ['Prospecting', 'Lead'] },
    engaging: { 'zh-CN': ['跟进', '接洽'], en: ['Engaging', 'Qualified'] },
    proposal: { 'zh-CN': ['方案', '报价'], en: ['Proposal', 'Quote'] },
    negotiation: { 'zh-CN': ['谈判', '商务谈判'], en: ['Negotiation'] },
    won: { 'zh-CN': ['赢单', '成交'], en: ['Won', 'Closed won'] },
    lost: { 'zh-CN': ['输单', '丢单'], en: ['Lost', 'Closed lost'] },
  },
  action: {
    accept: { 'zh-CN': ['接受', '转交'], en: ['Accept'] },
    keep: { 'zh-CN': ['保留', '我来跟'], en: ['Keep'] },
    snooze: { 'zh-CN': ['稍后', '过几天再说'], en: ['Snooze', 'Later'] },
  },
  source: {
    own: { 'zh-CN': ['自带', '自己开发'], en: ['Own', 'Own-sourced'] },
    assigned: { 'zh-CN': ['分配', '公司分配'], en: ['Assigned'] },
  },
  tier: {
    newcomer: { 'zh-CN': ['新人'], en: ['Newcomer', 'Junior'] },
    growing: { 'zh-CN': ['成长型', '成长'], en: ['Growing'] },
    senior: { 'zh-CN': ['资深'], en: ['Senior'] },
  },
  role: {
    rep: { 'zh-CN': ['销售'], en: ['Rep', 'Sales'] },
    supervisor: { 'zh-CN': ['主管', '经理'], en: ['Supervisor', 'Manager'] },
  },
  availability: {
    active: { 'zh-CN': ['在岗', '正常'], en: ['Active'] },
    leave: { 'zh-CN': ['休假', '请假'], en: ['On leave', 'Leave'] },
    left: { 'zh-CN': ['离职', '停用'], en: ['Left', 'Inactive'] },
  },
  language: {
    'zh-CN': { 'zh-CN': ['中文', '简体中文'], en: ['Chinese', 'zh-CN', 'zh'] },
    en: { 'zh-CN': ['英文', '英语'], en: ['English', 'en'] },
  },
  skill: {
    executive: { 'zh-CN': ['擅长高层对话'], en: ['Executive dialogue'] },
    approachable: { 'zh-CN': ['亲和力强'], en: ['Approachable'] },
    technical: { 'zh-CN': ['技术型'], en: ['Technical'] },
    crm: { 'zh-CN': ['CRM'], en: ['CRM'] },
    slides: { 'zh-CN': ['PPT'], en: ['Slides'] },
  },
  rating: {
    '1': { 'zh-CN': ['1'], en: ['1'] },
    '2': { 'zh-CN': ['2'], en: ['2'] },
    '3': { 'zh-CN': ['3'], en: ['3'] },
    '4': { 'zh-CN': ['4'], en: ['4'] },
    '5': { 'zh-CN': ['5'], en: ['5'] },
  },
  confirm: {
    yes: { 'zh-CN': ['是', '确认'], en: ['Yes'] },
    no: { 'zh-CN': ['否'], en: ['No'] },
  },
  contestAnswer: {
    upheld: { 'zh-CN': ['保留标签', '保留'], en: ['Keep tag', 'Keep'] },
    withdrawn: { 'zh-CN': ['取消标签', '取消'], en: ['Drop tag', 'Drop'] },
  },
  mailChoice: {
    atOnce: { 'zh-CN': ['随时', '立即'], en: ['At once', 'Immediately'] },
    daily: { 'zh-CN': ['每天一封', '每日一封', '每天'], en: ['Once a day', 'Daily', 'Daily digest'] },
    alerts: { 'zh-CN': ['提醒', '预警'], en: ['Alerts', 'Alert'] },
    asks: { 'zh-CN': ['待答复', '建议与交接'], en: ['Questions', 'Suggestions'] },
    report: {
      'zh-CN': ['周报', '只要周报', '报告'],
      en: ['Report', 'Report only', 'Reports only', 'Weekly report'],
    },
    nothing: { 'zh-CN': ['不要邮件', '不要', '无'], en: ['Nothing', 'None', 'No mail'] },
  },
  light: {
    green: { 'zh-CN': ['🟢'], en: ['🟢'] },
    yellow: { 'zh-CN': ['🟡'], en: ['🟡'] },
    red: { 'zh-CN': ['🔴'], en: ['🔴'] },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Spellings>>>>;

export type Vocabulary = keyof typeof VOCABULARIES;
export type Word<V extends Vocabulary> = keyof (typeof VOCABULARIES)[V] & string;

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const wordsOf = (vocabulary: Vocabulary): readonly [string, Spellings][] =>
  Object.entries(VOCABULARIES[vocabulary]);

const readers = new Map<Vocabulary, Map<string, string>>();
for (const vocabulary of Object.keys(VOCABULARIES) as Vocabulary[]) {
  const reader = new Map<string, string>();
  for (const [word, spellings] of wordsOf(vocabulary)) {
    for (const spelling of [word, ...spellings['zh-CN'], ...spellings.en]) reader.set(fold(spelling), word);
  }
  readers.set(vocabulary, reader);
}

/** The word that a spelling of either language means, or null. `readWord('value', ' HIGH ')` is `'high'`. */
export const readWord = <V extends Vocabulary>(vocabulary: V, typed: string): Word<V> | null =>
  (readers.get(vocabulary)?.get(fold(typed)) as Word<V> | undefined) ?? null;

/** How a word is written on a board of this language. `spell('value', 'high', 'zh-CN')` is `'高'`. */
export const spell = <V extends Vocabulary>(vocabulary: V, word: Word<V>, language: Language): string => {
  const spellings: Spellings | undefined = (VOCABULARIES[vocabulary] as Readonly<Record<string, Spellings>>)[
    word
  ];
  return spellings?.[language][0] ?? word;
};

/** The choices of a dropdown, in order. */
export const spellAll = (vocabulary: Vocabulary, language: Language): readonly string[] =>
  wordsOf(vocabulary).map(([, spellings]) => spellings[language][0]);

/** Tags that the default rules speak of, in both languages. Any other tag is kept as typed. */
const KNOWN_TAGS: Readonly<Record<Exclude<TagFamily, 'industry'>, readonly Spellings[]>> = {
  style: [
    { 'zh-CN': ['擅长高层对话', '高层对话'], en: ['Executive dialogue'] },
    { 'zh-CN': ['亲和力强', '亲和'], en: ['Approachable'] },
    { 'zh-CN': ['技术型'], en: ['Technical'] },
  ],
  rhythm: [
    { 'zh-CN': ['快刀型', '快刀'], en: ['Fast-closer', 'Fast closer'] },
    { 'zh-CN': ['长线型', '长线'], en: ['Long-line', 'Long line'] },
  ],
  tools: [
    { 'zh-CN': ['CRM', 'CRM操作'], en: ['CRM'] },
    { 'zh-CN': ['PPT', 'PPT制作'], en: ['Slides', 'PowerPoint'] },
  ],
};

const tagReaders = new Map<string, Spellings>();
for (const spellings of Object.values(KNOWN_TAGS).flat()) {
  for (const one of [...spellings['zh-CN'], ...spellings.en]) tagReaders.set(fold(one), spellings);
}

/** One spelling per tag, whatever was typed: the Chinese one for known tags. `'long line'` is `'长线型'`. */
export const canonicalTag = (typed: string): string => {
  const folded = fold(typed);
  return tagReaders.get(folded)?.['zh-CN'][0] ?? typed.normalize('NFKC').trim();
};

/** Whether two tags mean the same, whatever their spelling. */
export const sameTag = (a: string, b: string): boolean => fold(canonicalTag(a)) === fold(canonicalTag(b));

export const spellTag = (tag: string, language: Language): string =>
  tagReaders.get(fold(tag))?.[language][0] ?? tag;

/** The tags of a family that a dropdown or help text can offer. */
export const offeredTags = (family: Exclude<TagFamily, 'industry'>, language: Language): readonly string[] =>
  KNOWN_TAGS[family].map((spellings) => spellings[language][0]);
