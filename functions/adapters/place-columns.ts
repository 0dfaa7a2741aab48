import { LANGUAGES } from '../../shared/domain/rep.ts';
import { TABS, type TabKey } from '../../shared/sheet/layout.ts';
import { header } from '../../shared/text/board-words.ts';
import type { sheets_v4 } from './google-sheets-client.ts';
import type { FoundTab } from './plan-set-up.ts';

/** Where the columns of a tab will stand once `requests` are done, and what rows 1 and 2 then hold. */
export interface ColumnPlan {
  readonly places: Readonly<Record<string, number>>;
  readonly requests: readonly sheets_v4.Schema$Request[];
  readonly keys: readonly string[];
  readonly headers: readonly string[];
  /** Keys of columns that are made now. */
  readonly made: ReadonlySet<string>;
  /** Whether key row or header row were made now. */
  readonly rowsMade: boolean;
}

/** Plans the columns of a tab: where they were found, and new ones where they are missing. */
export const placeColumns = (tab: TabKey, found: FoundTab | null): ColumnPlan => {
  const layout = TABS[tab].columns;
  if (found === null) {
    return {
      places: Object.fromEntries(layout.map(({ key }, index) => [key, index])),
      requests: [],
      keys: [],
      headers: [],
      made: new Set(layout.map(({ key }) => key)),
      rowsMade: true,
    };
  }
  const rows = repairRows(tab, found);
  const columns = repairColumns(tab, rows.keys, rows.headers);
  return {
    ...columns,
    requests: [...rows.requests, ...columns.requests],
    rowsMade: rows.requests.length > 0,
  };
};

const insert = (
  tab: TabKey,
  dimension: 'ROWS' | 'COLUMNS',
  index: number,
  inheritFromBefore: boolean,
): sheets_v4.Schema$Request => ({
  insertDimension: {
    range: { sheetId: TABS[tab].sheetId, dimension, startIndex: index, endIndex: index + 1 },
    inheritFromBefore,
  },
});

const headersInAnyLanguage = (tab: TabKey, key: string): readonly string[] =>
  LANGUAGES.map((language) => header(tab, key, language));

/**
 * Somebody may have deleted row 1, the keys, or row 2, the headers, and everything below moved up by one. The
 * hidden id column tells: nobody renames its header.
 */
const repairRows = (
  tab: TabKey,
  { keys, headers }: FoundTab,
): Pick<ColumnPlan, 'keys' | 'headers' | 'requests'> => {
  const known = new Set(TABS[tab].columns.map(({ key }) => key));
  const idHeaders = headersInAnyLanguage(tab, 'id');
  if (!keys.some((key) => known.has(key)) && keys.some((key) => idHeaders.includes(key)))
    return { keys: [], headers: keys, requests: [insert(tab, 'ROWS', 0, false)] };
  const idAt = keys.indexOf('id');
  const idHeader = idAt < 0 ? '' : (headers[idAt] ?? '');
  if (idHeader !== '' && !idHeaders.includes(idHeader))
    return { keys, headers: [], requests: [insert(tab, 'ROWS', 1, true)] };
  return { keys, headers, requests: [] };
};

const repairColumns = (
  tab: TabKey,
  foundKeys: readonly string[],
  foundHeaders: readonly string[],
): Omit<ColumnPlan, 'rowsMade'> => {
  const keys = [...foundKeys];
  const headers = [...foundHeaders];
  const requests: sheets_v4.Schema$Request[] = [];
  const made = new Set<string>();
  let previous = -1;
  for (const { key } of TABS[tab].columns) {
    const at = findColumn(tab, key, keys, headers);
    if (at >= 0) {
      keys[at] = key;
      previous = at;
      continue;
    }
    previous += 1;
    requests.push(insert(tab, 'COLUMNS', previous, previous > 0));
    keys.length = Math.max(keys.length, previous);
    headers.length = Math.max(headers.length, previous);
    keys.splice(previous, 0, key);
    headers.splice(previous, 0, '');
    made.add(key);
  }
  const places = Object.fromEntries(TABS[tab].columns.map(({ key }) => [key, keys.indexOf(key)]));
  return { places, requests, made, headers, keys: keysAsTheyStand(foundKeys, keys, made) };
};

/** By key; else a column that lost its key but still has our header. */
const findColumn = (
  tab: TabKey,
  key: string,
  keys: readonly string[],
  headers: readonly string[],
): number => {
  const at = keys.indexOf(key);
  if (at >= 0) return at;
  const ours = headersInAnyLanguage(tab, key);
  return headers.findIndex((text, index) => (keys[index] ?? '') === '' && ours.includes(text));
};

/** The key row as it will stand before keys are written: those only assumed are still missing in it. */
const keysAsTheyStand = (
  found: readonly string[],
  wanted: readonly string[],
  made: ReadonlySet<string>,
): readonly string[] => {
  const rest = [...found];
  return wanted.map((key) => (made.has(key) ? '' : (rest.shift() ?? '')));
};
