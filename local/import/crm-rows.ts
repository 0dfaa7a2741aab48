import { type Day } from '../../shared/domain/day.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { TaskSignals } from '../../shared/domain/task.ts';
import { serialOfDay } from '../../shared/sheet/cell-value.ts';
import { spell } from '../../shared/text/spellings.ts';
import type { Deal } from './crm-deals.ts';
import { spellSector } from './known-spellings.ts';
import { filled, type SeedRow, type SeedTask } from './team-seed.ts';

const NO_ACCOUNT: Readonly<Record<Language, string>> = { 'zh-CN': '（无客户）', en: '(no account) ' };

/** A deal of the CRM names no opportunity, so its title is product and number, and stays unique. */
const commonCells = (deal: Deal, language: Language) => ({
  customer: deal.accountName ?? `${NO_ACCOUNT[language]}${deal.id}`,
  title: [deal.product, deal.id].filter((part) => part !== '').join(' · '),
  industry: deal.account?.sector === undefined ? undefined : spellSector(deal.account.sector, language),
  owner: deal.agent,
  stage: spell('stage', deal.stage, language),
});

const serial = (day: Day | undefined): number | undefined =>
  day === undefined ? undefined : serialOfDay(day);

/**
 * An open deal as a row of the Tasks tab. Value and difficulty stay empty: they are proposed from the signals,
 * which hold only what was known before the outcome. The amount is the list price.
 */
export const taskOfDeal = (deal: Deal, language: Language): SeedTask => {
  const { engagedOn } = deal;
  const signals: TaskSignals = filled({
    listPrice: deal.listPrice,
    customerEmployees: deal.account?.employees,
    customerRevenue: deal.account?.revenue,
    engagedOn,
  });
  return {
    cells: filled({
      ...commonCells(deal, language),
      amount: deal.listPrice,
      lastProgress: serial(engagedOn),
    }),
    ...(Object.keys(signals).length === 0 ? {} : { signals }),
    ...(engagedOn === undefined ? {} : { createdOn: engagedOn }),
  };
};

/** A closed deal as a row of the History tab. The amount is what it brought in, so 0 when lost. */
export const historyOfDeal = (deal: Deal, language: Language): SeedRow => ({
  cells: filled({
    ...commonCells(deal, language),
    product: deal.product === '' ? undefined : deal.product,
    amount: deal.revenue,
    startedOn: serial(deal.engagedOn),
    closedOn: serial(deal.closedOn),
  }),
});
