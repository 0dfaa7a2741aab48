import { PULL } from '../domain/proof.ts';
import type { Language, Tier } from '../domain/rep.ts';
import type {
  ExclusionRule,
  Factor,
  PartReason,
  Receipt,
  Scored,
  ScorePart,
  TurningPoint,
} from '../domain/suggestion.ts';
import { points } from './numbers.ts';
import { spell, spellTag } from './spellings.ts';

/** The words of a receipt (spec 3.5): enough, with a pocket calculator, to check the choice. */
interface ReceiptWords {
  readonly factor: Readonly<Record<Factor, string>>;
  readonly excluded: Readonly<Record<ExclusionRule, string>>;
  readonly reason: (reason: PartReason) => string;
  readonly turning: (point: TurningPoint) => string;
  readonly sum: string;
  readonly present: string;
  readonly runnerUp: string;
  readonly notAsked: string;
  readonly rules: (version: number) => string;
  /** Said when nothing is known of the chosen one's tags. */
  readonly coldStart: string;
}

const tierWord = (tier: string, language: Language): string =>
  tier === '' ? '—' : spell('tier', tier as Tier, language);

/** To four decimals, as a pocket calculator would be fed. */
const exact = (value: number): string => String(Math.round(value * 10_000) / 10_000);

type Learnt = Extract<PartReason, { code: 'LEARNT' }>;
type Rated = Extract<PartReason, { code: 'RATED' }>;

/** How the value of a learnt part comes about; beyond 0 and 1 it is cut off. */
const learntFormula = ({ rate, mean, contested }: Learnt): string =>
  `0.5 + ${contested ? PULL / 2 : PULL} × (${rate} − ${mean})`;

const ratedFormula = ({ rate, contested }: Rated): string => (contested ? `(0.5 + ${rate}) / 2` : `${rate}`);

const zh: ReceiptWords = {
  factor: {
    tier: '层级',
    industry: '行业',
    style: '风格',
    rhythm: '节奏',
    tools: '工具',
    headroom: '余量',
    continuity: '延续',
    seat: '席位',
  },
  excluded: {
    PAUSED: '超载暂停',
    ON_LEAVE: '休假',
    LEFT: '离职',
    SUPERVISOR: '主管',
    FULL_WITH_PENDING: '待答复的建议已占满余量',
    RAMPING: '刚返岗，新任务上限还在恢复',
    WOULD_EXCEED: '接手后会超过上限',
  },
  reason: (reason) => {
    switch (reason.code) {
      case 'TIER':
        return [
          tierWord(reason.tier, 'zh-CN'),
          ...(reason.wanted === '' ? [] : [`宜${tierWord(reason.wanted, 'zh-CN')}`]),
          ...(reason.from === undefined
            ? []
            : [`按从业 ${reason.from.months} 个月、难单赢 ${reason.from.hardWins} 个推定`]),
        ].join('，');
      case 'HAS_TAG':
        return `有“${spellTag(reason.tag, 'zh-CN')}”`;
      case 'OTHER_TAGS':
        return `没有“${spellTag(reason.tag, 'zh-CN')}”`;
      case 'NO_TAGS':
        return `“${spellTag(reason.tag, 'zh-CN')}”未知，按中间算`;
      case 'CONTESTED_TAG':
        return `有“${spellTag(reason.tag, 'zh-CN')}”，有异议待答复，只算一半`;
      case 'LEARNT':
        return `“${spellTag(reason.tag, 'zh-CN')}” n=${reason.n} 单：${learntFormula(reason)}${reason.contested ? '，有异议待答复，只算一半' : ''}`;
      case 'RATED':
        return `“${spellTag(reason.tag, 'zh-CN')}” n=${reason.n} 条评价：${ratedFormula(reason)}${reason.contested ? '，有异议待答复，只算一半' : ''}`;
      case 'TOO_LITTLE':
        return `“${spellTag(reason.tag, 'zh-CN')}”历史不足：n=${reason.n}，至少 ${reason.least}，按中间算`;
      case 'NOTHING_ASKED':
        return '不要求';
      case 'LOAD':
        return `含待答复的负荷 ${points(reason.before)} → ${points(reason.after)}，上限 ${points(reason.limit)}`;
      case 'PRESENT_OWNER':
        return '现任负责人';
      case 'KNOWN_BEFORE_LEAVE':
        return '休假前的负责人';
      case 'NEW_TO_CUSTOMER':
        return '不是现任';
      case 'SEAT_FREE':
        return '有空的成长席位';
      case 'NO_SEAT':
        return '成长席位已满';
      case 'NO_SEAT_NEEDED':
        return '不需要席位';
    }
  },
  turning: (point) => {
    switch (point.code) {
      case 'LOAD_OF_OTHER':
        return `转折点：如果${point.rep}的负荷低于 ${points(point.below)} 分，就轮到${point.rep}`;
      case 'LOAD_OF_CHOSEN':
        return `转折点：如果${point.rep}的负荷超过 ${points(point.above)} 分，就轮到${point.then}`;
      case 'NO_OTHER':
        return '转折点：没有其他人选';
    }
  },
  sum: '合计',
  present: '现任',
  runnerUp: '其次',
  notAsked: '未列入',
  rules: (version) => `规则版本 ${version}`,
  coldStart: '还没有足够的历史或标签：这次只看层级与负荷',
};

const en: ReceiptWords = {
  factor: {
    tier: 'Tier',
    industry: 'Industry',
    style: 'Style',
    rhythm: 'Rhythm',
    tools: 'Tools',
    headroom: 'Headroom',
    continuity: 'Continuity',
    seat: 'Seat',
  },
  excluded: {
    PAUSED: 'paused by overload',
    ON_LEAVE: 'on leave',
    LEFT: 'left',
    SUPERVISOR: 'supervisor',
    FULL_WITH_PENDING: 'full with unanswered suggestions',
    RAMPING: 'just back from leave, limit for new work still growing',
    WOULD_EXCEED: 'would go over a limit with it',
  },
  reason: (reason) => {
    switch (reason.code) {
      case 'TIER':
        return [
          tierWord(reason.tier, 'en'),
          ...(reason.wanted === '' ? [] : [`${tierWord(reason.wanted, 'en')} suits`]),
          ...(reason.from === undefined
            ? []
            : [`from ${reason.from.months} months and ${reason.from.hardWins} hard deals won`]),
        ].join('; ');
      case 'HAS_TAG':
        return `has "${spellTag(reason.tag, 'en')}"`;
      case 'OTHER_TAGS':
        return `lacks "${spellTag(reason.tag, 'en')}"`;
      case 'NO_TAGS':
        return `"${spellTag(reason.tag, 'en')}" not known, counted as middling`;
      case 'CONTESTED_TAG':
        return `has "${spellTag(reason.tag, 'en')}", contested, so it weighs half`;
      case 'LEARNT':
        return `"${spellTag(reason.tag, 'en')}" n=${reason.n} deals: ${learntFormula(reason)}${reason.contested ? ', contested, so it weighs half' : ''}`;
      case 'RATED':
        return `"${spellTag(reason.tag, 'en')}" n=${reason.n} ratings and notes: ${ratedFormula(reason)}${reason.contested ? ', contested, so it weighs half' : ''}`;
      case 'TOO_LITTLE':
        return `"${spellTag(reason.tag, 'en')}" not enough history: n=${reason.n}, at least ${reason.least}, counted as middling`;
      case 'NOTHING_ASKED':
        return 'nothing asked';
      case 'LOAD':
        return `load with unanswered suggestions ${points(reason.before)} → ${points(reason.after)}, limit ${points(reason.limit)}`;
      case 'PRESENT_OWNER':
        return 'present owner';
      case 'KNOWN_BEFORE_LEAVE':
        return 'had it before the leave';
      case 'NEW_TO_CUSTOMER':
        return 'not the present owner';
      case 'SEAT_FREE':
        return 'a development seat is free';
      case 'NO_SEAT':
        return 'development seats are taken';
      case 'NO_SEAT_NEEDED':
        return 'no seat needed';
    }
  },
  turning: (point) => {
    switch (point.code) {
      case 'LOAD_OF_OTHER':
        return `Turning point: if ${point.rep} drops below ${points(point.below)} points, it goes to ${point.rep}`;
      case 'LOAD_OF_CHOSEN':
        return `Turning point: if ${point.rep} rises above ${points(point.above)} points, it goes to ${point.then}`;
      case 'NO_OTHER':
        return 'Turning point: there is nobody else';
    }
  },
  sum: 'Sum',
  present: 'Present owner',
  runnerUp: 'Next',
  notAsked: 'Left out',
  rules: (version) => `rules version ${version}`,
  coldStart: 'Not enough history and no tags yet: only tier and load decided this',
};

const CATALOGS: Readonly<Record<Language, ReceiptWords>> = { 'zh-CN': zh, en };
export const receiptWords = (language: Language): ReceiptWords => CATALOGS[language];

/** A share of the whole with enough digits to multiply by: `30%`, `33.3333%`. */
const shareText = (weight: number): string => `${exact(weight * 100)}%`;

const scoredLine = (label: string, scored: Scored): string =>
  `${label}: ${scored.name} ${exact(scored.score)}`;

const partLine = (part: ScorePart, words: ReceiptWords): string =>
  `${words.factor[part.factor]} ${exact(part.value)} × ${shareText(part.weight)} = ${exact(part.points)} (${words.reason(part.reason)})`;

/** Whether the choice rests on tier and load alone: nothing typed and nothing learnt of anybody who was close. */
export const isColdStart = ({ chosen, runnerUp }: Pick<Receipt, 'chosen' | 'runnerUp'>): boolean =>
  [chosen, ...(runnerUp === undefined ? [] : [runnerUp])].every(({ parts }) =>
    parts.every(({ reason }) => !SPEAKS_OF_TAGS.includes(reason.code)),
  );
const SPEAKS_OF_TAGS: readonly PartReason['code'][] = [
  'HAS_TAG',
  'CONTESTED_TAG',
  'OTHER_TAGS',
  'LEARNT',
  'RATED',
];

/** The main reason in a few words: `行业：有“IVD”`. */
export const partText = (part: Pick<ScorePart, 'factor' | 'reason'>, language: Language): string => {
  const words = receiptWords(language);
  return `${words.factor[part.factor]}${language === 'en' ? ': ' : '：'}${words.reason(part.reason)}`;
};

/**
 * A receipt as text, one part a line: value × weight = points, then the sum, the others, who was left out and
 * by which rule, and the turning point. Numbers carry four decimals, so each line can be recomputed.
 */
export const receiptText = (receipt: Receipt, language: Language): string =>
  receiptLines(receipt, language).join('\n');

/** The same line by line, for mail, pages and the sidebar. The first line is the name of whoever was chosen. */
export const receiptLines = (receipt: Receipt, language: Language): readonly string[] => {
  const words = receiptWords(language);
  const { chosen, incumbent, runnerUp, excluded } = receipt;
  const others = [
    ...(incumbent === undefined ? [] : [scoredLine(words.present, incumbent)]),
    ...(runnerUp === undefined ? [] : [scoredLine(words.runnerUp, runnerUp)]),
    ...(excluded.length === 0
      ? []
      : [
          `${words.notAsked}: ${excluded.map(({ name, rule }) => `${name} (${words.excluded[rule]})`).join(', ')}`,
        ]),
  ];
  return [
    `${chosen.name}`,
    ...chosen.parts.map((part) => partLine(part, words)),
    `${words.sum} = ${exact(chosen.score)}`,
    ...(isColdStart(receipt) ? [words.coldStart] : []),
    ...others,
    words.turning(receipt.turningPoint),
    words.rules(receipt.policyVersion),
  ];
};
