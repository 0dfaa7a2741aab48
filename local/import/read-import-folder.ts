import { err, type Result } from '../../shared/result.ts';
import { CRM_FILES } from './crm-table.ts';
import { filesIn } from './import-progress.ts';
import type { ImportProblem } from './import-problem.ts';
import type { Imported, ImportOptions } from './imported.ts';
import { readCrmFolder } from './read-crm-folder.ts';
import { readTabsFolder } from './read-tabs-folder.ts';
import { findTabFiles } from './tab-files.ts';

/**
 * Reads whatever the folder holds: a CRM export (any of its four files makes it one, so that a missing one is
 * named) or tabs of a board. Anything else is a problem that lists what was looked for and what was found.
 */
export const readImportFolder = async (
  folder: string,
  options: ImportOptions = {},
): Promise<Result<Imported, readonly ImportProblem[]>> => {
  const names = await filesIn(folder);
  if (!names.ok) return err([names.error]);
  const known: readonly string[] = CRM_FILES;
  if (names.value.some((name) => known.includes(name.toLowerCase()))) return readCrmFolder(folder, options);
  const tabs = await findTabFiles(folder);
  if (!tabs.ok) return tabs;
  if (tabs.value.length > 0) return readTabsFolder(folder, options);
  return err([{ code: 'NOTHING_KNOWN', folder, found: names.value }]);
};
