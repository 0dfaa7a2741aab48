import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';

export const readTable = async (path: string): Promise<readonly Readonly<Record<string, string>>[]> =>
  parse(await readFile(path, 'utf8'), { columns: true, bom: true, trim: true });
