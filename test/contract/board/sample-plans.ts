import { EMPTY_PLAN, type ReadRequest, type WritePlan } from '../../../shared/ports/board.ts';

/** Small requests and plans: each test says only what differs. */
export const NOTHING_WANTED: ReadRequest = { rows: [], whole: [], ids: [] };
export const plan = (changes: Partial<WritePlan>): WritePlan => ({ ...EMPTY_PLAN, ...changes });
export const cell = (id: string, column: string, value: WritePlan['cells'][number]['value']) =>
  ({ tab: 'tasks', at: { id }, column, value }) as const;

/** Three rows of the Tasks tab. */
export const THREE = ['t1', 't2', 't3'].map((id, n) => ({
  id,
  customer: `客户 ${n + 1}`,
  title: '采购',
  stage: '跟进',
  amount: 1000 * n,
}));
