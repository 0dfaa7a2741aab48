import type { Day } from '../domain/day.ts';
import type { Language } from '../domain/rep.ts';
import { points } from './numbers.ts';

/** What a report says in whole sentences: what matters most, and what to do about each risk. */
export interface ReportWords {
  readonly sentence: {
    readonly NOTHING_OPEN: () => string;
    readonly AWAY: (backOn: Day | null, open: number) => string;
    readonly PAUSED: (load: number, limit: number, resumeAt: number) => string;
    readonly RED: (count: number, first: string, days: number) => string;
    readonly HANDOVERS: (count: number) => string;
    readonly SUGGESTIONS: (count: number) => string;
    readonly YELLOW: (count: number) => string;
    readonly BETTER: (before: number, open: number) => string;
    readonly ALL_GREEN: (open: number) => string;
  };
  readonly step: {
    readonly WRITTEN: (text: string) => string;
    readonly ANSWER: (to: string) => string;
    readonly READ_HANDOVER: (from: string) => string;
    readonly AWAIT_HANDOVER: (from: string) => string;
    readonly CALL_OR_PASS_ON: (days: number) => string;
    readonly CALL: (days: number) => string;
    readonly BEFORE_RED: (left: number) => string;
  };
}

const zh: ReportWords = {
  sentence: {
    NOTHING_OPEN: () => '你手上现在没有进行中的任务，可以接新的了。',
    AWAY: (backOn, open) =>
      open === 0
        ? '你在休假，手上没有进行中的任务，安心休息。'
        : `你在休假，手上还有 ${open} 个任务${backOn === null ? '' : `，${backOn} 回来后接着跟`}。`,
    PAUSED: (load, limit, resumeAt) =>
      `你现在负荷 ${points(load)} 分，上限 ${points(limit)} 分，先不给你派新的；降到 ${points(resumeAt)} 分就恢复。`,
    RED: (count, first, days) =>
      count === 1
        ? `「${first}」已经 ${days} 天没动静了，这周先把它推一步。`
        : `有 ${count} 个任务亮红灯，「${first}」最久，已经 ${days} 天没动静，先从它开始。`,
    HANDOVERS: (count) => `有 ${count} 份交接在等你，办完客户就能接着跟。`,
    SUGGESTIONS: (count) => `有 ${count} 条换人建议在等你拿主意。`,
    YELLOW: (count) => `没有红灯，${count} 个任务快到期限了，这几天各推一步就好。`,
    BETTER: (before, open) => `上周还有 ${before} 个红灯，现在一个都没有了，${open} 个任务全是绿灯。`,
    ALL_GREEN: (open) => `${open} 个任务全是绿灯，照这个节奏走。`,
  },
  step: {
    WRITTEN: (text) => text,
    ANSWER: (to) => `先回一下：要不要转给${to}？`,
    READ_HANDOVER: (from) => `先把${from}写的交接看完并确认。`,
    AWAIT_HANDOVER: (from) => `等${from}把交接写完，催一下。`,
    CALL_OR_PASS_ON: (days) => `${days} 天没进展了：今天打个电话，跟不动就转给别人。`,
    CALL: (days) => `${days} 天没进展了：打个电话，把结果记一笔。`,
    BEFORE_RED: (left) =>
      left === 1 ? '今天不推，明天就变红灯。' : `再过 ${left} 天变红灯，先约好下一次联系。`,
  },
};

const tasks = (count: number): string => (count === 1 ? '1 task' : `${count} tasks`);
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);

const en: ReportWords = {
  sentence: {
    NOTHING_OPEN: () => 'You have no open tasks: there is room for new ones.',
    AWAY: (backOn, open) =>
      open === 0
        ? 'You are away and hold no open tasks. Enjoy the time off.'
        : `You are away and hold ${tasks(open)}${backOn === null ? '' : `; they wait for you until ${backOn}`}.`,
    PAUSED: (load, limit, resumeAt) =>
      `Your load is ${points(load)}, the limit is ${points(limit)}: nothing new comes to you until it is down to ${points(resumeAt)}.`,
    RED: (count, first, idle) =>
      count === 1
        ? `${first} has been quiet for ${days(idle)}: move it one step this week.`
        : `${count} tasks are red. ${first} has been quiet longest, ${days(idle)}: begin with it.`,
    HANDOVERS: (count) =>
      count === 1 ? 'One handover is waiting for you.' : `${count} handovers are waiting for you.`,
    SUGGESTIONS: (count) =>
      count === 1
        ? 'One suggestion is waiting for your answer.'
        : `${count} suggestions are waiting for your answer.`,
    YELLOW: (count) => `Nothing is red. ${tasks(count)} will be soon: one step each these days will do.`,
    BETTER: (before, open) =>
      `Last week ${before} ${before === 1 ? 'was' : 'were'} red, now none is: ${tasks(open)}, all green.`,
    ALL_GREEN: (open) =>
      open === 1 ? 'Your one task is green.' : `All ${open} tasks are green. Keep the pace.`,
  },
  step: {
    WRITTEN: (text) => text,
    ANSWER: (to) => `Answer first: hand it over to ${to}, or keep it?`,
    READ_HANDOVER: (from) => `Read and confirm the handover from ${from}.`,
    AWAIT_HANDOVER: (from) => `Waiting for the handover from ${from}: give them a nudge.`,
    CALL_OR_PASS_ON: (idle) => `No progress for ${days(idle)}: call today, or hand it over.`,
    CALL: (idle) => `No progress for ${days(idle)}: call, and note what came of it.`,
    BEFORE_RED: (left) =>
      left === 1
        ? 'Without a step today it is red tomorrow.'
        : `Red in ${days(left)}: arrange the next contact.`,
  },
};

const WORDS: Readonly<Record<Language, ReportWords>> = { 'zh-CN': zh, en };

export const reportWords = (language: Language): ReportWords => WORDS[language];
