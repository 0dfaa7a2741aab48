import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A folder with these files, gone when the test is over. */
export const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'peineng-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
};

/** A CRM export of one deal; files given replace its own. */
export const crmFolder = (files: Readonly<Record<string, string | Uint8Array>> = {}): string =>
  folderOf({
    'accounts.csv': 'account,sector,revenue,employees\nNorthlight,retail,10,20\n',
    'products.csv': 'product,sales_price\nLamp,500\n',
    'sales_teams.csv': 'sales_agent,manager\nAda Quill,Mo Tern\n',
    'sales_pipeline.csv': pipeline('A1,Ada Quill,Lamp,Northlight,Engaging,2017-02-01,,'),
    ...files,
  });

export const PIPELINE_HEADER =
  'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value';

export const pipeline = (...rows: readonly string[]): string => [PIPELINE_HEADER, ...rows, ''].join('\n');
