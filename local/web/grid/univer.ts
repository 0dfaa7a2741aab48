/**
 * Starts the spreadsheet engine with the plugins the board needs, registered one by one: the engine's own
 * all-in-one package brings parts whose licence is not declared.
 */
import {
  CanceledError,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type IWorkbookData,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/lib/facade';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import type { Language } from '../text/catalog.ts';
import { HIDDEN_MENU } from './hidden-menu.ts';
import { boardTheme } from './board-theme.ts';
import { loadLocale } from './locales.ts';

export { CanceledError };

export interface GridEngine {
  readonly univer: Univer;
  readonly api: ReturnType<typeof FUniver.newAPI>;
  setLanguage(language: Language): Promise<void>;
}

const LOCALE: Readonly<Record<Language, LocaleType>> = {
  'zh-CN': LocaleType.ZH_CN,
  'en-US': LocaleType.EN_US,
};

/** The engine in a container, without a workbook yet. */
export async function startEngine(
  container: HTMLElement,
  language: Language,
  dark: boolean,
): Promise<GridEngine> {
  const locales: Record<string, object> = { [LOCALE[language]]: await loadLocale(language) };
  const univer = new Univer({
    locale: LOCALE[language],
    theme: boardTheme,
    locales: locales as never,
    darkMode: dark,
    logLevel: LogLevel.ERROR,
  });
  const core = UniverSheetsCorePreset({
    container,
    header: false,
    toolbar: false,
    // The board has a line of its own for the selected cell.
    formulaBar: false,
    menu: HIDDEN_MENU,
    disableAutoFocus: true,
    footer: { sheetBar: true, statisticBar: true, menus: false, zoomSlider: true },
    disableTextFormatAlert: true,
    disableTextFormatMark: true,
    // The server computes formulas; the first values are the ones it sent.
    formula: { initialFormulaComputing: 2 },
    sheets: { disableForceStringAlert: true, disableForceStringMark: true, protectedRangeShadow: false },
  });
  const presets = [
    core,
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsNotePreset(),
    UniverSheetsFilterPreset(),
    UniverSheetsSortPreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  return {
    univer,
    api,
    async setLanguage(next) {
      api.loadLocales(LOCALE[next], (await loadLocale(next)) as never);
      api.setLocale(LOCALE[next]);
    },
  };
}

/** Creates the workbook in the engine. */
export function createWorkbook(engine: GridEngine, data: Partial<IWorkbookData>): void {
  engine.univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
}
