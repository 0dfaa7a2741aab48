import type { Language } from '../domain/rep.ts';
import { points } from './numbers.ts';

/** What sheet, audit and mail say about leave: what moves, what waits, what comes back, and the ramp after it. */
interface LeaveWords {
  /** Beside the load of somebody who is at work: a leave lies ahead. */
  readonly ahead: (from: string, until: string | null) => string;
  /** Deals of theirs that others cover, and deals of others that they cover. */
  readonly lent: (count: number) => string;
  /** The ramp: which working day of it, the limit for new work, and when the whole one holds again. */
  readonly ramp: (day: number, limit: number, whole: number, endsOn: string | null) => string;
  /** In the row of a lent deal. */
  readonly lentBy: (owner: string) => string;
  /** What an audit row says of a leave that began: until when, how many deals move and wait. */
  readonly began: (until: string | null, moving: number, waiting: number) => string;
  readonly ended: (rampDays: number, lent: number) => string;
  readonly mail: {
    readonly beganSubject: (name: string, until: string | null, moving: number) => string;
    readonly backSubject: (name: string, lent: number) => string;
    readonly heading: string;
    readonly why: string;
    readonly began: (name: string, since: string, until: string | null) => string;
    readonly movesAll: (count: number) => string;
    readonly movesSome: (count: number) => string;
    readonly waits: (count: number) => string;
    readonly nothingMoves: string;
    readonly to: (deal: string, name: string) => string;
    readonly nobody: (deal: string) => string;
    readonly more: (count: number) => string;
    readonly back: (name: string, on: string) => string;
    readonly returns: (count: number) => string;
    readonly returnsLater: string;
    readonly nothingLent: string;
    readonly ramp: (days: number, share: number) => string;
  };
}

const zh: LeaveWords = {
  ahead: (from, until) => `${from} 起休假${until === null ? '' : `，${until} 返岗`}`,
  lent: (count) => `${count} 个任务由同事代管`,
  ramp: (day, limit, whole, endsOn) =>
    `返岗第 ${day} 个工作日：新任务上限 ${points(limit)}${endsOn === null ? '' : `，${endsOn} 恢复 ${points(whole)}`}`,
  lentBy: (owner) => `${owner} 休假期间代管。`,
  began: (until, moving, waiting) =>
    `${until === null ? '未定返岗日' : `${until} 返岗`}；${moving} 个建议转出，${waiting} 个等本人回来`,
  ended: (rampDays, lent) =>
    `${rampDays === 0 ? '不爬坡' : `爬坡 ${rampDays} 个工作日`}；${lent} 个任务在同事手上`,
  mail: {
    beganSubject: (name, until, moving) =>
      `${name}休假${until === null ? '' : `到 ${until}`}：${moving === 0 ? '任务都可以等' : `${moving} 个任务要有人接`}`,
    backSubject: (name, lent) => `${name}返岗了${lent === 0 ? '' : `，${lent} 个任务还在同事手上`}`,
    heading: '休假与返岗',
    why: '有成员开始休假、改了返岗日或已返岗。谁的任务转出、等待、交回由您决定，建议只是建议。',
    began: (name, since, until) =>
      `${name}从 ${since} 起休假，${until === null ? '还没有返岗日' : `${until} 返岗`}`,
    movesAll: (count) => `要转出的：全部 ${count} 个进行中的任务，在余量之内逐个建议`,
    movesSome: (count) => `要转出的：${count} 个，等到返岗前会亮红灯`,
    waits: (count) => `等本人回来的：${count} 个`,
    nothingMoves: '没有任务需要转出',
    to: (deal, name) => `${deal} → 建议交给${name}`,
    nobody: (deal) => `${deal}：暂时没有建议人选`,
    more: (count) => `还有 ${count} 个，见看板`,
    back: (name, on) => `${name} ${on} 返岗`,
    returns: (count) => `建议交回的：${count} 个，休假期间没有人推进，或代管的人已超载`,
    returnsLater: '其余代管的任务：有人在推进的留在原处；其他的等有余量再建议交回',
    nothingLent: '休假期间没有任务转出',
    ramp: (days, share) => `爬坡：${days} 个工作日内新任务上限从 ${share}% 逐日恢复到 100%`,
  },
};

const en: LeaveWords = {
  ahead: (from, until) => `on leave from ${from}${until === null ? '' : `, back on ${until}`}`,
  lent: (count) => `${count} ${count === 1 ? 'deal is' : 'deals are'} covered by colleagues`,
  ramp: (day, limit, whole, endsOn) =>
    `working day ${day} after leave: new work up to ${points(limit)}${endsOn === null ? '' : `, ${points(whole)} again on ${endsOn}`}`,
  lentBy: (owner) => `Covered for ${owner}, who is on leave.`,
  began: (until, moving, waiting) =>
    `${until === null ? 'no day of return' : `back on ${until}`}; ${moving} to move, ${waiting} to wait`,
  ended: (rampDays, lent) =>
    `${rampDays === 0 ? 'no ramp' : `ramp of ${rampDays} working days`}; ${lent} with colleagues`,
  mail: {
    beganSubject: (name, until, moving) =>
      `${name} is on leave${until === null ? '' : ` until ${until}`}: ${moving === 0 ? 'every deal can wait' : moving === 1 ? '1 deal needs somebody' : `${moving} deals need somebody`}`,
    backSubject: (name, lent) =>
      `${name} is back${lent === 0 ? '' : `, ${lent} ${lent === 1 ? 'deal is' : 'deals are'} still with colleagues`}`,
    heading: 'Leave and return',
    why: 'Somebody went on leave, changed the day of return, or is back. What moves, waits and goes back is yours to decide: these are suggestions.',
    began: (name, since, until) =>
      `${name} is on leave from ${since}, ${until === null ? 'with no day of return yet' : `back on ${until}`}`,
    movesAll: (count) =>
      `To move: all ${count} open ${count === 1 ? 'deal' : 'deals'}, suggested one by one as far as there is room`,
    movesSome: (count) => `To move: ${count} that would turn red before the return`,
    waits: (count) => `To wait for the return: ${count}`,
    nothingMoves: 'Nothing has to move',
    to: (deal, name) => `${deal} → ${name} suggested`,
    nobody: (deal) => `${deal}: nobody to suggest for now`,
    more: (count) => `${count} more on the board`,
    back: (name, on) => `${name} is back since ${on}`,
    returns: (count) =>
      `To go back: ${count}, with no progress during the leave or with somebody who is overloaded`,
    returnsLater:
      'Other covered deals: what is being worked on stays; the rest is suggested back as room appears',
    nothingLent: 'No deal was moved during the leave',
    ramp: (days, share) =>
      `Ramp: the limit for new work grows from ${share} % to 100 % over ${days} working ${days === 1 ? 'day' : 'days'}`,
  },
};

const CATALOGS: Readonly<Record<Language, LeaveWords>> = { 'zh-CN': zh, en };
export const leaveWords = (language: Language): LeaveWords => CATALOGS[language];
