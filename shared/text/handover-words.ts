import type { HandoverItemKey } from '../domain/handover.ts';
import type { Language } from '../domain/rep.ts';
import type { Task } from '../domain/task.ts';
import { spell } from './spellings.ts';

/** The words of handovers: items, drafts, states and mails. */
interface HandoverWords {
  readonly item: Readonly<Record<HandoverItemKey, string>>;
  readonly highlights: (
    stage: string,
    amount: string | null,
    progress: string,
    industry: string | null,
  ) => string;
  readonly concern: (nextStep: string) => string;
  readonly status: Readonly<Record<'writing' | 'reading' | 'done' | 'released' | 'over', string>>;
  readonly refused: Readonly<
    Record<'NOT_THE_OWNER' | 'EMPTY' | 'NOT_DUE' | 'NOT_SUPERVISOR' | 'OVER' | 'TOO_LONG', string>
  >;
}

const zh: HandoverWords = {
  item: { preferences: '客户偏好', highlights: '沟通要点', concerns: '潜在顾虑' },
  highlights: (stage, amount, progress, industry) =>
    [`阶段：${stage}`, industry && `行业：${industry}`, amount && `金额：${amount}`, `最近进展：${progress}`]
      .filter(Boolean)
      .join('；'),
  concern: (nextStep) => `还没做完的下一步：${nextStep}`,
  status: {
    writing: '等原负责人填写',
    reading: '等新负责人确认',
    done: '已交接，联系方式已开放',
    released: '主管带缺口放行',
    over: '已结束',
  },
  refused: {
    NOT_THE_OWNER: '只有新负责人本人可以确认。',
    EMPTY: '这一项还没有内容，没有可确认的。',
    NOT_DUE: '还没到放行时间，请再等等原负责人。',
    NOT_SUPERVISOR: '只有主管可以带缺口放行；请用主管账号，或在手机页面上操作。',
    OVER: '这次交接已经结束。',
    TOO_LONG: '太长：每项最多 2000 个字符。',
  },
};

const en: HandoverWords = {
  item: { preferences: 'Customer preferences', highlights: 'History highlights', concerns: 'Open concerns' },
  highlights: (stage, amount, progress, industry) =>
    [
      `Stage: ${stage}`,
      industry && `industry: ${industry}`,
      amount && `amount: ${amount}`,
      `last progress: ${progress}`,
    ]
      .filter(Boolean)
      .join('; '),
  concern: (nextStep) => `Next step not done yet: ${nextStep}`,
  status: {
    writing: 'Waiting for the former owner to write',
    reading: 'Waiting for the new owner to confirm',
    done: 'Handed over, contact open',
    released: 'Released with gaps by the supervisor',
    over: 'Over',
  },
  refused: {
    NOT_THE_OWNER: 'Only the new owner can confirm.',
    EMPTY: 'Nothing stands here yet, so there is nothing to confirm.',
    NOT_DUE: 'Not due yet: the former owner still has time.',
    NOT_SUPERVISOR: 'Only a supervisor can release with gaps: use their account, or the phone page.',
    OVER: 'This handover is over.',
    TOO_LONG: 'Too long: at most 2,000 characters an item.',
  },
};

const CATALOGS: Readonly<Record<Language, HandoverWords>> = { 'zh-CN': zh, en };
export const handoverWords = (language: Language): HandoverWords => CATALOGS[language];

/** What a deal's own notes say for each item; nothing about preferences, which stand in no note. */
export const draftOf = (
  { fields, progressOn }: Task,
  language: Language,
): Readonly<Partial<Record<HandoverItemKey, string>>> => {
  const words = handoverWords(language);
  const amount = fields.amount === undefined ? null : fields.amount.toLocaleString('en-US');
  const highlights = words.highlights(
    spell('stage', fields.stage, language),
    amount,
    progressOn,
    fields.industry ?? null,
  );
  return {
    highlights,
    ...(fields.nextStep === undefined ? {} : { concerns: words.concern(fields.nextStep) }),
  };
};
