/** What a fresh workbook and a fresh sheet look like, as Google makes them. */
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { CellFormat, SheetMeta } from './book.ts';
import { eightBitColor } from './colors.ts';

export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;
export const DEFAULT_ROW_HEIGHT = 21;
export const DEFAULT_COLUMN_WIDTH = 100;

const rgb = (red: number, green: number, blue: number) =>
  eightBitColor({ red: red / 255, green: green / 255, blue: blue / 255 });
const white = rgb(255, 255, 255);

export const DEFAULT_FORMAT: CellFormat = {
  backgroundColor: white,
  padding: { top: 2, right: 3, bottom: 2, left: 3 },
  verticalAlignment: 'BOTTOM',
  wrapStrategy: 'OVERFLOW_CELL',
  textFormat: {
    foregroundColor: {},
    fontFamily: 'arial,sans,sans-serif',
    fontSize: 10,
    bold: false,
    italic: false,
    strikethrough: false,
    underline: false,
    foregroundColorStyle: { rgbColor: {} },
  },
  backgroundColorStyle: { rgbColor: white },
};

const THEME: sheets_v4.Schema$SpreadsheetTheme = {
  primaryFontFamily: 'Arial',
  themeColors: [
    { colorType: 'TEXT', color: { rgbColor: {} } },
    { colorType: 'BACKGROUND', color: { rgbColor: white } },
    { colorType: 'ACCENT1', color: { rgbColor: rgb(66, 133, 244) } },
    { colorType: 'ACCENT2', color: { rgbColor: rgb(234, 67, 53) } },
    { colorType: 'ACCENT3', color: { rgbColor: rgb(251, 188, 4) } },
    { colorType: 'ACCENT4', color: { rgbColor: rgb(52, 168, 83) } },
    { colorType: 'ACCENT5', color: { rgbColor: rgb(255, 109, 1) } },
    { colorType: 'ACCENT6', color: { rgbColor: rgb(70, 189, 198) } },
    { colorType: 'LINK', color: { rgbColor: rgb(17, 85, 204) } },
  ],
};

/** Properties of a new workbook; what the client sent wins over the defaults. */
export function newBookProperties(
  given: sheets_v4.Schema$SpreadsheetProperties = {},
): sheets_v4.Schema$SpreadsheetProperties {
  return {
    title: given.title ?? 'Untitled spreadsheet',
    locale: given.locale ?? 'en_US',
    autoRecalc: given.autoRecalc ?? 'ON_CHANGE',
    timeZone: given.timeZone ?? 'Etc/GMT',
    defaultFormat: DEFAULT_FORMAT,
    ...(given.iterativeCalculationSettings && {
      iterativeCalculationSettings: given.iterativeCalculationSettings,
    }),
    spreadsheetTheme: given.spreadsheetTheme ?? THEME,
  };
}

/** A sheet's meta and size from what a client asked for. */
export function newSheet(
  properties: sheets_v4.Schema$SheetProperties,
  sheetId: number,
  title: string,
): { meta: SheetMeta; rowCount: number; columnCount: number } {
  const { index: _index, gridProperties, ...rest } = properties;
  const { rowCount, columnCount, ...grid } = gridProperties ?? {};
  return {
    meta: {
      properties: {
        ...rest,
        sheetId,
        title,
        sheetType: 'GRID',
        gridProperties: grid,
      },
    },
    rowCount: rowCount ?? DEFAULT_ROWS,
    columnCount: columnCount ?? DEFAULT_COLUMNS,
  };
}
