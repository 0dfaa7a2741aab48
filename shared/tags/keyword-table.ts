import { canonicalTag, offeredTags } from '../text/spellings.ts';

/** Words of visit notes that speak for a tag. Proposals only: what counts is what a person confirms. */
const KEYWORDS: readonly {
  readonly family: 'style' | 'tools';
  readonly tag: string;
  readonly words: readonly string[];
}[] = [
  {
    family: 'style',
    tag: '擅长高层对话',
    words: [
      '院长',
      '总经理',
      '董事长',
      '高层',
      '决策层',
      '一把手',
      'CEO',
      'CFO',
      'executive',
      'director',
      'board',
    ],
  },
  {
    family: 'style',
    tag: '亲和力强',
    words: ['亲切', '耐心', '热情', '聊得来', '好相处', '信任', 'friendly', 'patient', 'warm', 'trusts'],
  },
  {
    family: 'style',
    tag: '技术型',
    words: ['技术', '参数', '方案细节', '原理', '专业', 'technical', 'specification', 'in depth'],
  },
  { family: 'tools', tag: 'CRM', words: ['CRM', '录入', '跟进记录', '客户系统', 'pipeline notes'] },
  { family: 'tools', tag: 'PPT', words: ['PPT', '演示', '幻灯', '讲稿', 'slides', 'deck', 'presentation'] },
];

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Latin words count as whole words only: "board" is not in "aboard". */
const holds = (note: string, word: string): boolean =>
  /^[\x20-\x7e]+$/.test(word)
    ? new RegExp(`(^|[^a-z0-9])${fold(word)}($|[^a-z0-9])`).test(note)
    : note.includes(fold(word));

/**
 * The tag that a visit note speaks for: the one with the most keywords in it, the earlier of the table on a tie.
 *
 * @example proposeTag('院长对方案很满意') // '擅长高层对话'
 */
export const proposeTag = (note: string): string | null => {
  const folded = fold(note);
  let best: { tag: string; count: number } | null = null;
  for (const { tag, words } of KEYWORDS) {
    const count = words.filter((word) => holds(folded, word)).length;
    if (count > (best?.count ?? 0)) best = { tag, count };
  }
  return best?.tag ?? null;
};

/** The family of a style or a tool: known ones, and those that the rules ask for. Null for anything else. */
export const familyOf = (
  tag: string,
  asks: Readonly<Record<string, { readonly style: string; readonly tools: string }>>,
): 'style' | 'tools' | null => {
  const wanted = fold(canonicalTag(tag));
  const families = (['style', 'tools'] as const).filter((family) =>
    [...offeredTags(family, 'zh-CN'), ...Object.values(asks).map((one) => one[family])].some(
      (known) => known !== '' && fold(canonicalTag(known)) === wanted,
    ),
  );
  return families[0] ?? null;
};
