/** What the sidebar says about moving many deals, in both languages by type. */
import type { ManyChange, ManyChoices, ManyPreview } from '../../shared/ports/many-moves.ts';
import type { Language } from '../src/wire.ts';

export interface MoveTexts {
  readonly title: string;
  readonly intro: string;
  readonly nobody: string;
  readonly whose: string;
  readonly choose: string;
  readonly person: (name: string, open: number, state: ManyChoices['from'][number]['state']) => string;
  readonly which: string;
  readonly allTypes: string;
  readonly type: Readonly<Record<ManyPreview['moves'][number]['type'], string>>;
  readonly toWhom: string;
  readonly bestFit: string;
  readonly preview: string;
  readonly wouldMove: (count: number) => string;
  readonly deal: string;
  readonly newOwner: string;
  readonly wouldStay: (count: number) => string;
  readonly stays: Readonly<Record<ManyPreview['staying'][number]['why'], string>>;
  readonly more: (count: number) => string;
  readonly loads: string;
  readonly load: (before: number, after: number, limit: number) => string;
  readonly move: (count: number) => string;
  readonly moved: (count: number) => string;
  readonly undo: string;
  readonly kept: string;
  readonly repeated: string;
  readonly changed: string;
  readonly change: Readonly<Record<ManyChange, string>>;
  readonly again: string;
  readonly tooMany: (most: number) => string;
}

const english: MoveTexts = {
  title: 'Move many deals',
  intro: "A leaver's whole book, or all of one type. Nothing moves before you have seen it.",
  nobody: 'Nobody whose deals you may move has any.',
  whose: 'Whose deals',
  choose: 'Choose …',
  person: (name, open, state) =>
    `${name} (${open}${state === 'left' ? ', left' : state === 'leave' ? ', on leave' : ''})`,
  which: 'Which',
  allTypes: 'All of them',
  type: { strategic: 'Strategic', growth: 'Growth', volume: 'Volume', selective: 'Selective' },
  toWhom: 'To whom',
  bestFit: 'Whoever fits best',
  preview: 'Preview',
  wouldMove: (count) =>
    count === 0 ? 'No deal would move.' : count === 1 ? '1 deal would move:' : `${count} deals would move:`,
  deal: 'Deal',
  newOwner: 'To',
  wouldStay: (count) => (count === 1 ? '1 deal would stay:' : `${count} deals would stay:`),
  stays: {
    NOBODY_FREE: 'no room within the limits',
    BUDGET: 'the customer changed hands too often lately',
    OWN_SOURCED: 'own-sourced',
  },
  more: (count) =>
    `${count} more ${count === 1 ? 'deal does' : 'deals do'} not fit into one set. Move these first, then preview again.`,
  loads: 'Load before → after',
  load: (before, after, limit) => `${before.toFixed(1)} → ${after.toFixed(1)} of ${limit.toFixed(1)}`,
  move: (count) => (count === 1 ? 'Move this deal' : `Move these ${count} deals`),
  moved: (count) => (count === 1 ? '1 deal was moved.' : `${count} deals were moved.`),
  undo: 'To take all of it back: tick Undo in the Audit tab, in the row “Moved as one set”.',
  kept: 'The sheet could not be written just now; it will follow by itself.',
  repeated: 'This set was moved already.',
  changed: 'Nothing was moved, because these deals are not what they were:',
  change: {
    GONE: 'is no longer on the board',
    CLOSED: 'is closed',
    MOVED_ON: 'has another owner',
    TARGET_AWAY: 'whoever should get it is away',
  },
  again: 'Preview again',
  tooMany: (most) =>
    `These deals with their handovers are too much for one set; the first ${most} would fit.`,
};

const chinese: MoveTexts = {
  title: '批量换人',
  intro: '离职同事的全部任务,或某一类任务。先看预览,再移动。',
  nobody: '您可以调整的同事手上都没有任务。',
  whose: '谁的任务',
  choose: '请选择……',
  person: (name, open, state) =>
    `${name}(${open} 个${state === 'left' ? ',已离职' : state === 'leave' ? ',休假中' : ''})`,
  which: '哪些任务',
  allTypes: '全部',
  type: { strategic: '攻坚', growth: '成长', volume: '练手', selective: '取舍' },
  toWhom: '交给谁',
  bestFit: '各自最合适的人',
  preview: '预览',
  wouldMove: (count) => (count === 0 ? '没有任务会移动。' : `${count} 个任务会移动:`),
  deal: '任务',
  newOwner: '交给',
  wouldStay: (count) => `${count} 个任务会留下:`,
  stays: { NOBODY_FREE: '上限之内没有余量', BUDGET: '客户最近换人太多', OWN_SOURCED: '自带客户' },
  more: (count) => `还有 ${count} 个任务一次放不下。请先移动这些,再预览一次。`,
  loads: '负荷 前 → 后',
  load: (before, after, limit) => `${before.toFixed(1)} → ${after.toFixed(1)},上限 ${limit.toFixed(1)}`,
  move: (count) => `移动这 ${count} 个任务`,
  moved: (count) => `已移动 ${count} 个任务。`,
  undo: '要全部撤回:在“留痕”页签“批量换人”那一行勾选撤销。',
  kept: '表格暂时写不进去,稍后会自动补上。',
  repeated: '这一批已经移动过了。',
  changed: '没有移动,因为这些任务已有变化:',
  change: {
    GONE: '已不在看板上',
    CLOSED: '已关闭',
    MOVED_ON: '负责人已变',
    TARGET_AWAY: '接手的人不在岗',
  },
  again: '重新预览',
  tooMany: (most) => `这些任务连同交接内容太多,一次最多移动前 ${most} 个。`,
};

const CATALOG: Readonly<Record<Language, MoveTexts>> = { en: english, 'zh-CN': chinese };

export function moveTexts(language: Language): MoveTexts {
  return CATALOG[language];
}
