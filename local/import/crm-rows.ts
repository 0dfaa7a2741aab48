import { plusDays, type Day } from '../../shared/domain/day.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { TaskSignals } from '../../shared/domain/task.ts';
import { serialOfDay } from '../../shared/sheet/cell-value.ts';
import { spell } from '../../shared/text/spellings.ts';
import type { Deal } from './crm-deals.ts';
import { spellSector } from './known-spellings.ts';
import { filled, type SeedRow, type SeedTask } from './team-seed.ts';

export interface RowOptions {
  readonly language: Language;
  /** Days to add to every day of the source. */
  readonly shiftDays: number;
}

const NO_ACCOUNT: Readonly<Record<Language, string>> = { 'zh-CN': '(无客户)', en: '(no account) ' };

/** A deal of the CRM names no opportunity, so its title is product and number, and stays unique. */
const commonCells = (deal: Deal, { language }: RowOptions) => ({
  customer: deal.accountName ?? `${NO_ACCOUNT[language]}${deal.id}`,
  title: [deal.product, deal.id].filter((part) => part !== '').join(' · '),
  industry: deal.account?.sector === undefined ? undefined : spellSector(deal.account.sector, language),
  owner: deal.agent,
  stage: spell('stage', deal.stage, language),
});

const shifted = (day: Day | undefined, { shiftDays }: RowOptions): Day | undefined =>
  day === undefined ? undefined : plusDays(day, shiftDays);

const serial = (day: Day | undefined): number | undefined =>
  day === undefined ? undefined : serialOfDay(day);

/**
 * An open deal as a row of the Tasks tab. Value and difficulty stay empty: they are proposed from the signals,
 * which hold only what was known before the outcome. The amount is the list price.
 */
export const taskOfDeal = (deal: Deal, options: RowOptions): SeedTask => {
  const engagedOn = shifted(deal.engagedOn, options);
  const signals: TaskSignals = filled({
    listPrice: deal.listPrice,
    customerEmployees: deal.account?.employees,
    customerRevenue: deal.account?.revenue,
    engagedOn,
  });
  return {
    cells: filled({
      ...commonCells(deal, options),
      amount: deal.listPrice,
      lastProgress: serial(engagedOn),
    }),
    ...(Object.keys(signals).length === 0 ? {} : { signals }),
    ...(engagedOn === undefined ? {} : { createdOn: engagedOn }),
  };
};

/** A closed deal as a row of the History tab. The amount is what it brought in, so 0 when lost. */
export const historyOfDeal = (deal: Deal, options: RowOptions): SeedRow => ({
  cells: filled({
    ...commonCells(deal, options),
    product: deal.product === '' ? undefined : deal.product,
    amount: deal.revenue,
    startedOn: serial(shifted(deal.engagedOn, options)),
    closedOn: serial(shifted(deal.closedOn, options)),
  }),
});
