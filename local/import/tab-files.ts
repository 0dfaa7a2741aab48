import { join } from 'node:path';
import { LANGUAGES } from '../../shared/domain/rep.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { TabKey } from '../../shared/sheet/layout.ts';
import { tabTitle } from '../../shared/text/board-words.ts';
import { filesIn } from './import-progress.ts';
import type { ImportProblem } from './import-problem.ts';
import { foldName } from './match-names.ts';

/** The tabs that can be imported and the column each file must have. */
export const IMPORTED_TABS = {
  tasks: 'customer',
  team: 'name',
  history: 'customer',
} as const satisfies Partial<Record<TabKey, string>>;

export type ImportedTab = keyof typeof IMPORTED_TABS;
export const IMPORTED_TAB_KEYS = Object.keys(IMPORTED_TABS) as ImportedTab[];

/** File names that are looked for, in both languages: `Tasks.csv`, `任务.csv`. */
export const tabFileNames = (tab: ImportedTab): readonly string[] =>
  LANGUAGES.map((language) => `${tabTitle(tab, language)}.csv`).reverse();

const WANTED = new Map(
  IMPORTED_TAB_KEYS.flatMap((tab) =>
    [tab, ...LANGUAGES.map((language) => tabTitle(tab, language))].map(
      (title) => [foldName(title), tab] as const,
    ),
  ),
);

/** A download from Google Sheets is named after spreadsheet and tab: `Our board - Tasks.csv`. */
const tabOfFile = (name: string): ImportedTab | undefined => {
  const base = /^(.*)\.csv$/i.exec(name)?.[1];
  return base === undefined
    ? undefined
    : (WANTED.get(foldName(base)) ?? WANTED.get(foldName(base.split(' - ').at(-1) ?? '')));
};

export interface TabFile {
  readonly tab: ImportedTab;
  readonly file: string;
  readonly path: string;
}

/** The files of a folder that hold tabs, team first. None is an answer, two for one tab are a problem. */
export const findTabFiles = async (
  folder: string,
): Promise<Result<readonly TabFile[], readonly ImportProblem[]>> => {
  const names = await filesIn(folder);
  if (!names.ok) return err([names.error]);
  const found: TabFile[] = [];
  const problems: ImportProblem[] = [];
  for (const file of names.value) {
    const tab = tabOfFile(file);
    if (tab === undefined) continue;
    const other = found.find((one) => one.tab === tab);
    if (other === undefined) found.push({ tab, file, path: join(folder, file) });
    else problems.push({ code: 'TWO_FILES', file: other.file, other: file });
  }
  const order: readonly ImportedTab[] = ['team', 'tasks', 'history'];
  found.sort((a, b) => order.indexOf(a.tab) - order.indexOf(b.tab));
  return problems.length > 0 ? err(problems) : ok(found);
};
