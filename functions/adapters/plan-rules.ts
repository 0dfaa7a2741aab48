import { SETTINGS, type Setting, type SettingName } from '../../shared/contract/settings.ts';
import type { Language } from '../../shared/domain/rep.ts';
import type { RawCell } from '../../shared/ports/board.ts';
import { TABS } from '../../shared/sheet/layout.ts';
import { settingWords } from '../../shared/text/setting-words.ts';
import type { sheets_v4 } from './google-sheets-client.ts';
import type { ColumnPlan } from './place-columns.ts';
import type { FoundTab } from './plan-set-up.ts';
import { cellData, gridRangeOf, joinBlocks, type Placed } from './sheets-cells.ts';
import { numberFormatOf, oneOf } from './sheets-looks.ts';

const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];
const OURS = ['name', 'fallback', 'meaning'] as const;

/** Adds a row for each setting that has none, and puts right our columns of those that are there. */
export const planRules = (
  found: FoundTab | null,
  { places, rowsMade, requests }: ColumnPlan,
  language: Language,
): readonly sheets_v4.Schema$Request[] => {
  // While rows or columns are being put back the found places do not hold; the rules are there, if anywhere.
  if (found !== null && (rowsMade || requests.length > 0)) return [];
  const present = new Map<string, { readonly row: number; readonly cells: readonly string[] }>();
  found?.rows.forEach((cells, row) => {
    const key = cells[places['id'] ?? 0] ?? '';
    if (key !== '' && !present.has(key)) present.set(key, { row, cells });
  });
  const corrections: Placed<RawCell>[] = [];
  const missing: SettingName[] = [];
  for (const setting of SETTING_NAMES) {
    const at = present.get(SETTINGS[setting].key);
    if (at === undefined) missing.push(setting);
    else corrections.push(...wrongCells(setting, at, places, language));
  }
  return [
    ...joinBlocks(corrections).map((block) => ({
      updateCells: {
        range: gridRangeOf(block),
        rows: block.values.map((row) => ({ values: row.map(cellData) })),
        fields: 'userEnteredValue',
      },
    })),
    ...(missing.length === 0 ? [] : [appendRows(missing, places, language)]),
  ];
};

const valuesOf = (name: SettingName, language: Language): Readonly<Record<string, RawCell>> => {
  const setting = SETTINGS[name] as Setting<unknown>;
  const fallback = setting.show(setting.fallback);
  const words = settingWords(name, language);
  return {
    id: setting.key,
    name: words.name,
    value: name === 'language' ? language : fallback,
    fallback,
    meaning: words.meaning,
  };
};

const wrongCells = (
  setting: SettingName,
  { row, cells }: { readonly row: number; readonly cells: readonly string[] },
  places: ColumnPlan['places'],
  language: Language,
): readonly Placed<RawCell>[] => {
  const values = valuesOf(setting, language);
  return OURS.flatMap((key) => {
    const [column, value] = [places[key] ?? 0, values[key] ?? null];
    const same = (cells[column] ?? '') === String(value ?? '');
    return same ? [] : [{ sheetId: TABS.rules.sheetId, row, column, value }];
  });
};

const appendRows = (
  settings: readonly SettingName[],
  places: ColumnPlan['places'],
  language: Language,
): sheets_v4.Schema$Request => ({
  appendCells: {
    sheetId: TABS.rules.sheetId,
    rows: settings.map((name) => ({ values: rowCells(name, places, language) })),
    fields: 'userEnteredValue,userEnteredFormat.numberFormat,dataValidation',
  },
});

const rowCells = (
  name: SettingName,
  places: ColumnPlan['places'],
  language: Language,
): sheets_v4.Schema$CellData[] => {
  const values = valuesOf(name, language);
  const { accepts } = SETTINGS[name] as Setting<unknown>;
  const cells: sheets_v4.Schema$CellData[] = [];
  for (const column of TABS.rules.columns) {
    const numberFormat = numberFormatOf('rules', column);
    cells[places[column.key] ?? 0] = {
      ...cellData(values[column.key] ?? null),
      ...(numberFormat === null ? {} : { userEnteredFormat: { numberFormat } }),
      ...(column.key === 'value' && accepts.kind === 'choice'
        ? { dataValidation: oneOf(accepts.choices, language) }
        : {}),
    };
  }
  return Array.from(cells, (cell) => cell ?? {});
};
