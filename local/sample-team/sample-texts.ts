import type { Stage } from '../../shared/domain/task.ts';
import type { Bilingual } from './sample-industries.ts';

type OpenStage = Exclude<Stage, 'won' | 'lost'>;
type Several = readonly [Bilingual, ...Bilingual[]];
const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

export const NEXT_STEPS: Readonly<Record<OpenStage, Several>> = {
  prospecting: [
    both('电话确认需求', 'Call to confirm what they need'),
    both('约科室主任见面', 'Meet the head of department'),
    both('发产品资料', 'Send product papers'),
  ],
  engaging: [
    both('安排样机试用', 'Arrange a trial unit'),
    both('拜访采购科', 'Visit the purchasing office'),
    both('整理试用反馈', 'Write up the trial feedback'),
  ],
  proposal: [
    both('提交报价', 'Hand in the offer'),
    both('修改方案第二版', 'Second version of the proposal'),
    both('准备演示文稿', 'Prepare the slides'),
  ],
  negotiation: [
    both('确认付款条件', 'Settle the terms of payment'),
    both('等合同盖章', 'Wait for the signed contract'),
    both('和财务核对折扣', 'Check the discount with finance'),
  ],
};

/** Text that looks like a formula, as people do type it: it must stay text wherever it goes. */
export const FORMULA_LIKE = both('=2台样机已寄出，等签收', '=2 trial units sent, waiting for the receipt');
