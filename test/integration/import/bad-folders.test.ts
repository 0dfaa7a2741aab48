import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblems } from '../../../local/import/format-summary.ts';
import { readImportFolder } from '../../../local/import/read-import-folder.ts';
import { crmFolder, folderOf, pipeline, PIPELINE_HEADER } from '../../support/import-folder.ts';

const problemsOf = async (folder: string) => {
  const read = await readImportFolder(folder);
  if (read.ok) throw new Error('expected a problem');
  return read.error;
};

describe('a folder that cannot be imported', () => {
  it('is named when it is not there', async () => {
    const folder = join(folderOf({}), 'nowhere');
    expect(await problemsOf(folder)).toEqual([{ code: 'NO_FOLDER', folder }]);
  });

  it('is told what was looked for and what was found', async () => {
    const folder = folderOf({ 'notes.txt': 'hello' });
    const problems = await problemsOf(folder);
    expect(problems).toEqual([{ code: 'NOTHING_KNOWN', folder, found: ['notes.txt'] }]);
    const text = formatProblems(problems, 'en');
    expect(text).toContain('sales_pipeline.csv');
    expect(text).toContain('Tasks.csv');
    expect(text).toContain('notes.txt');
  });

  it('has every missing file of a CRM export named', async () => {
    const folder = folderOf({ 'accounts.csv': 'account,sector,revenue,employees\n', 'products.csv': '' });
    expect(await problemsOf(folder)).toEqual([
      { code: 'FILE_MISSING', file: 'sales_teams.csv', folder },
      { code: 'FILE_MISSING', file: 'sales_pipeline.csv', folder },
    ]);
  });

  it('has all its bad files named at once', async () => {
    const folder = crmFolder({
      'accounts.csv': 'account;sector;revenue;employees\na;b;1;2\n',
      'products.csv': '',
      'sales_teams.csv': Buffer.from('sales_agent,manager\nJos\u00e9,Mo\n', 'latin1'),
      'sales_pipeline.csv': pipeline('A1,Ada,Lamp,,Won,2017-01-01,2017-01-02,1', 'A2,"Ada,Lamp,,Won,,,'),
    });
    expect(await problemsOf(folder)).toEqual([
      {
        code: 'WRONG_HEADER',
        file: 'accounts.csv',
        missing: ['account', 'sector', 'revenue', 'employees'],
        found: ['account;sector;revenue;employees'],
      },
      { code: 'EMPTY_FILE', file: 'products.csv', columns: ['product', 'sales_price'] },
      { code: 'NOT_UTF8', file: 'sales_teams.csv', line: 2 },
      { code: 'QUOTE_NOT_CLOSED', file: 'sales_pipeline.csv', line: 3 },
    ]);
  });

  it('is told to use commas when the header is separated by something else', async () => {
    const folder = crmFolder({ 'products.csv': 'product;sales_price\n' });
    expect(formatProblems(await problemsOf(folder), 'en')).toContain('separated by commas');
    expect(formatProblems(await problemsOf(folder), 'zh-CN')).toContain('逗号');
  });

  it('does not take a UTF-16 file for text', async () => {
    const folder = crmFolder({ 'products.csv': Buffer.from('\ufeffproduct,sales_price\n', 'utf16le') });
    expect(await problemsOf(folder)).toEqual([{ code: 'NOT_UTF8', file: 'products.csv', line: 1 }]);
  });

  it('does not guess which of two columns of the same name is meant', async () => {
    const folder = crmFolder({ 'sales_pipeline.csv': `${PIPELINE_HEADER},Account\n` });
    expect(await problemsOf(folder)).toEqual([
      { code: 'COLUMN_TWICE', file: 'sales_pipeline.csv', column: 'account' },
    ]);
  });

  it('does not choose between two files for the same tab', async () => {
    const folder = folderOf({ 'Tasks.csv': 'Customer\nA\n', 'My board - Tasks.csv': 'Customer\nB\n' });
    expect(await problemsOf(folder)).toEqual([
      { code: 'TWO_FILES', file: 'My board - Tasks.csv', other: 'Tasks.csv' },
    ]);
  });

  it('finds the line of a wrong byte far into a large file, across pieces and split letters', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `产品${index},${index}`);
    const good = Buffer.from(`product,sales_price\n${lines.join('\n')}\n`);
    const folder = crmFolder({
      'products.csv': Buffer.concat([good, Buffer.from([0xc4, 0xe3, 0x2c, 0x31])]),
    });
    expect(await problemsOf(folder)).toEqual([{ code: 'NOT_UTF8', file: 'products.csv', line: 20_002 }]);
  });
});
