import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readTable } from './read-table.ts';
import type { ClosedRow } from './report.ts';

const FOLDERS = [process.env['CRM_DATA'], '../shared/data/crm-sales-opportunities'];

/** Closed deals of the CRM set with the sector of their account (empty when there is none), or null. */
export const crmDeals = async (): Promise<readonly ClosedRow[] | null> => {
  const folder = FOLDERS.find((one) => one !== undefined && existsSync(join(one, 'sales_pipeline.csv')));
  if (folder === undefined) return null;
  const accounts = await readTable(join(folder, 'accounts.csv'));
  const sectors = new Map(accounts.map((row) => [row['account'] ?? '', row['sector'] ?? '']));
  const pipeline = await readTable(join(folder, 'sales_pipeline.csv'));
  return pipeline
    .filter((row) => row['deal_stage'] === 'Won' || row['deal_stage'] === 'Lost')
    .map((row) => ({
      rep: row['sales_agent'] ?? '',
      sector: sectors.get(row['account'] ?? '') ?? '',
      won: row['deal_stage'] === 'Won',
      closedOn: row['close_date'] ?? '',
    }));
};
