import type { Day } from '../../shared/domain/day.ts';
import type { Stage } from '../../shared/domain/task.ts';
import { readWord, spellAll } from '../../shared/text/spellings.ts';
import { amountIn, dayIn } from './crm-cells.ts';
import type { Account, Agent, Product } from './crm-reference.ts';
import type { CrmRow } from './crm-table.ts';
import type { ImportLog } from './import-log.ts';
import type { NameIndex } from './match-names.ts';
import { filled } from './team-seed.ts';

/** One row of the pipeline, its references resolved. */
export interface Deal {
  readonly id: string;
  readonly stage: Stage;
  readonly product: string;
  readonly listPrice?: number;
  readonly accountName?: string;
  readonly account?: Account;
  readonly agent?: string;
  readonly engagedOn?: Day;
  readonly closedOn?: Day;
  readonly revenue?: number;
}

export interface References {
  readonly accounts: NameIndex<Account>;
  readonly products: NameIndex<Product>;
  readonly agents: NameIndex<Agent>;
}

type PipelineRow = CrmRow<'sales_pipeline.csv'>;
type Part<K extends keyof Deal> = Partial<Pick<Deal, K>>;

export const isClosed = (stage: Stage): boolean => stage === 'won' || stage === 'lost';

/** Turns rows of the pipeline into deals, one at a time; `add` returns null for a row that is left out. */
export const createDealReader = (references: References, log: ImportLog) => {
  const seen = new Map<string, { readonly line: number; readonly text: string }>();
  return (row: PipelineRow): Deal | null => {
    const id = row.get('opportunity_id');
    const stage = readWord('stage', row.get('deal_stage'));
    const text = row.place().given;
    const first = seen.get(id);
    if (id === '') return leaveOut(row, log, undefined, { code: 'NO_NAME' });
    if (first !== undefined)
      return leaveOut(row, log, 'opportunity_id', {
        code: first.text === text ? 'SAME_ROW' : 'NAME_TAKEN',
        firstLine: first.line,
      });
    if (stage === null)
      return leaveOut(row, log, 'deal_stage', { code: 'NOT_A_STAGE', accepted: spellAll('stage', 'en') });
    seen.set(id, { line: row.line, text });
    return {
      id,
      stage,
      ...productOf(row, references, log),
      ...accountOf(row, references, log),
      ...agentOf(row, stage, references, log),
      ...datesOf(row, stage, log),
    };
  };
};

const leaveOut = (
  row: PipelineRow,
  log: ImportLog,
  column: string | undefined,
  problem: Parameters<ImportLog['row']>[1],
): null => {
  log.row(row.place(column), problem, 'rowLeftOut');
  return null;
};

const productOf = (row: PipelineRow, { products }: References, log: ImportLog) => {
  const typed = row.get('product');
  const match = products.find(typed);
  if (match === undefined) {
    log.row(row.place('product'), { code: 'UNKNOWN_PRODUCT', file: 'products.csv' }, 'kept');
    return { product: typed };
  }
  if (!match.exact) log.spelling('product', typed, match.name);
  return { product: match.name, ...match.entry };
};

const accountOf = (
  row: PipelineRow,
  { accounts }: References,
  log: ImportLog,
): Part<'accountName' | 'account'> => {
  const typed = row.get('account');
  if (typed === '') {
    log.count('NO_ACCOUNT');
    return {};
  }
  const match = accounts.find(typed);
  if (match === undefined) {
    log.row(row.place('account'), { code: 'UNKNOWN_ACCOUNT', file: 'accounts.csv' }, 'kept');
    return { accountName: typed };
  }
  if (!match.exact) log.spelling('account', typed, match.name);
  return { accountName: match.name, account: match.entry };
};

/** An open deal of somebody unknown has no owner, so that the board suggests one; history keeps the name. */
const agentOf = (row: PipelineRow, stage: Stage, { agents }: References, log: ImportLog): Part<'agent'> => {
  const typed = row.get('sales_agent');
  if (typed === '') {
    log.count('NO_AGENT');
    return {};
  }
  const match = agents.find(typed);
  if (match === undefined) {
    const outcome = isClosed(stage) ? 'kept' : 'cellLeftEmpty';
    log.row(row.place('sales_agent'), { code: 'UNKNOWN_AGENT', file: 'sales_teams.csv' }, outcome);
    return isClosed(stage) ? { agent: typed } : {};
  }
  if (!match.exact) log.spelling('agent', typed, match.name);
  return { agent: match.name };
};

const datesOf = (
  row: PipelineRow,
  stage: Stage,
  log: ImportLog,
): Part<'engagedOn' | 'closedOn' | 'revenue'> => {
  const engagedOn = dayIn(row.place('engage_date'), log);
  const closedOn = dayIn(row.place('close_date'), log);
  const revenue = amountIn(row.place('close_value'), log);
  if (!isClosed(stage)) {
    tellMissingStart(row, stage, log);
    for (const column of ['close_date', 'close_value'] as const)
      if (row.get(column) !== '')
        log.row(row.place(column), { code: 'OUTCOME_ON_OPEN_DEAL' }, 'cellLeftEmpty');
    return filled({ engagedOn });
  }
  if (stage === 'lost' && revenue === 0) log.count('LOST_WITH_ZERO');
  if (row.get('close_date') === '') log.row(row.place('close_date'), { code: 'DATE_MISSING' }, 'kept');
  if (row.get('engage_date') === '') log.row(row.place('engage_date'), { code: 'DATE_MISSING' }, 'kept');
  if (engagedOn !== undefined && closedOn !== undefined && closedOn < engagedOn)
    log.row(row.place('close_date'), { code: 'CLOSED_BEFORE_ENGAGED', engaged: engagedOn }, 'kept');
  return filled({ engagedOn, closedOn, revenue });
};

const tellMissingStart = (row: PipelineRow, stage: Stage, log: ImportLog): void => {
  if (row.get('engage_date') !== '') return;
  log.count(stage === 'prospecting' ? 'PROSPECTING_WITHOUT_DATE' : 'ENGAGING_WITHOUT_DATE');
};
