import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportedTab } from '../../local/import/tab-files.ts';
import type { SeedRow } from '../../local/import/team-seed.ts';
import { makeSampleTeam } from '../../local/sample-team/make-sample-team.ts';
import { randomFrom, type Random } from '../../local/sample-team/random.ts';
import { dayAt } from '../../shared/domain/day.ts';
import { dayOfSerial } from '../../shared/sheet/cell-value.ts';
import { TABS } from '../../shared/sheet/layout.ts';
import { header, tabTitle } from '../../shared/text/board-words.ts';

/** The CRM set with every deal `times` over, each copy under an id of its own. Returns the folder. */
export const multiplyCrm = (from: string, to: string, seed: number, times: number): string => {
  mkdirSync(to, { recursive: true });
  for (const name of ['accounts.csv', 'products.csv', 'sales_teams.csv'])
    copyFileSync(join(from, name), join(to, name));
  const [heading = '', ...rows] = readFileSync(join(from, 'sales_pipeline.csv'), 'utf8')
    .trimEnd()
    .split('\n');
  const random = randomFrom(seed);
  const used = new Set(rows.map((row) => row.slice(0, row.indexOf(','))));
  const copies = Array.from({ length: times }, (_none, copy) =>
    rows.map((row) => (copy === 0 ? row : row.replace(/^[^,]*/, newId(random, used)))),
  );
  writeFileSync(join(to, 'sales_pipeline.csv'), `${[heading, ...copies.flat()].join('\n')}\n`);
  return to;
};

/** Eight signs, as ids have in the set. */
const newId = (random: Random, used: Set<string>): string => {
  const id = random
    .whole(36 ** 7, 36 ** 8 - 1)
    .toString(36)
    .toUpperCase();
  return used.has(id) ? newId(random, used) : (used.add(id), id);
};

/** The sample team as CSV tabs, its deals `times` over: for machines without the CRM set. Returns the folder. */
export const writeSampleTabs = (to: string, seed: number, times: number): string => {
  mkdirSync(to, { recursive: true });
  const today = dayAt(Date.now(), 'UTC');
  const { team, tasks, history } = makeSampleTeam({ seed, today, language: 'en' });
  const repeated = Array.from({ length: times }, () => tasks).flat();
  const tabs = { team, tasks: repeated, history } as const;
  for (const tab of ['team', 'tasks', 'history'] as const) writeTab(to, tab, tabs[tab]);
  return to;
};

const writeTab = (to: string, tab: ImportedTab, rows: readonly SeedRow[]): void => {
  const columns = TABS[tab].columns.filter(({ owner }) => owner === 'people');
  const lines = rows.map(({ cells }) =>
    columns.map(({ key, kind }) => {
      const value = cells[key] ?? '';
      const text = kind === 'date' && typeof value === 'number' ? dayOfSerial(value) : String(value);
      return `"${text.replaceAll('"', '""')}"`;
    }),
  );
  const heading = columns.map(({ key }) => `"${header(tab, key, 'en')}"`);
  const text = [heading, ...lines].map((line) => line.join(',')).join('\n');
  writeFileSync(join(to, `${tabTitle(tab, 'en')}.csv`), `${text}\n`);
};
