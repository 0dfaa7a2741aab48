import type { Language, Tier } from '../domain/rep.ts';
import type {
  ExclusionRule,
  Factor,
  PartReason,
  Receipt,
  Scored,
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
}

const tierWord = (tier: string, language: Language): string =>
  tier === '' ? '—' : spell('tier', tier as Tier, language);

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
  },
  reason: (reason) => {
    switch (reason.code) {
      case 'TIER':
        return reason.wanted === ''
          ? tierWord(reason.tier, 'zh-CN')
          : `${tierWord(reason.tier, 'zh-CN')}，宜${tierWord(reason.wanted, 'zh-CN')}`;
      case 'HAS_TAG':
        return `有“${spellTag(reason.tag, 'zh-CN')}”`;
      case 'OTHER_TAGS':
        return `没有“${spellTag(reason.tag, 'zh-CN')}”`;
      case 'NO_TAGS':
        return `“${spellTag(reason.tag, 'zh-CN')}”未知，按中间算`;
      case 'NOTHING_ASKED':
        return '不要求';
      case 'LOAD':
        return `含待答复的负荷 ${points(reason.before)} → ${points(reason.after)}，上限 ${points(reason.limit)}`;
      case 'PRESENT_OWNER':
        return '现任负责人';
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
      case 'NOT_BY_LOAD':
        return '转折点：负荷变化不会改变结果';
    }
  },
  sum: '合计',
  present: '现任',
  runnerUp: '其次',
  notAsked: '未列入',
  rules: (version) => `规则版本 ${version}`,
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
  },
  reason: (reason) => {
    switch (reason.code) {
      case 'TIER':
        return reason.wanted === ''
          ? tierWord(reason.tier, 'en')
          : `${tierWord(reason.tier, 'en')}; ${tierWord(reason.wanted, 'en')} suits`;
      case 'HAS_TAG':
        return `has "${spellTag(reason.tag, 'en')}"`;
      case 'OTHER_TAGS':
        return `lacks "${spellTag(reason.tag, 'en')}"`;
      case 'NO_TAGS':
        return `"${spellTag(reason.tag, 'en')}" not known, counted as middling`;
      case 'NOTHING_ASKED':
        return 'nothing asked';
      case 'LOAD':
        return `load with unanswered suggestions ${points(reason.before)} → ${points(reason.after)}, limit ${points(reason.limit)}`;
      case 'PRESENT_OWNER':
        return 'present owner';
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
      case 'NOT_BY_LOAD':
        return 'Turning point: no change of load would alter it';
    }
  },
  sum: 'Sum',
  present: 'Present owner',
  runnerUp: 'Next',
  notAsked: 'Left out',
  rules: (version) => `rules version ${version}`,
};

const CATALOGS: Readonly<Record<Language, ReceiptWords>> = { 'zh-CN': zh, en };
export const receiptWords = (language: Language): ReceiptWords => CATALOGS[language];

const shareText = (weight: number): string => `${Math.round(weight * 10_000) / 100}%`;

const scoredLine = (label: string, scored: Scored): string =>
  `${label}: ${scored.name} ${scored.score.toFixed(3)}`;

/**
 * A receipt as text, one part a line: value × weight = points, then the sum, the others, who was left out and
 * by which rule, and the turning point.
 */
export const receiptText = (receipt: Receipt, language: Language): string => {
  const words = receiptWords(language);
  const { chosen, incumbent, runnerUp, excluded } = receipt;
  const parts = chosen.parts.map(
    (part) =>
      `${words.factor[part.factor]} ${part.value.toFixed(2)} × ${shareText(part.weight)} = ${part.points.toFixed(3)} (${words.reason(part.reason)})`,
  );
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
    ...parts,
    `${words.sum} = ${chosen.score.toFixed(3)}`,
    ...others,
    words.turning(receipt.turningPoint),
    words.rules(receipt.policyVersion),
  ].join('\n');
};
