/** Google's cell formats as the grid's styles. Enumerations are written out: importing them would pull the engine. */
import type { IStyleData } from '@univerjs/core';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';

type Color = sheets_v4.Schema$Color;
type ColorStyle = sheets_v4.Schema$ColorStyle;

const HORIZONTAL: Readonly<Record<string, number>> = { LEFT: 1, CENTER: 2, RIGHT: 3 };
const VERTICAL: Readonly<Record<string, number>> = { TOP: 1, MIDDLE: 2, BOTTOM: 3 };
const WRAP: Readonly<Record<string, number>> = { OVERFLOW_CELL: 1, LEGACY_WRAP: 3, CLIP: 2, WRAP: 3 };
/** Patterns Google shows when a format names a type and no pattern. */
const DEFAULT_PATTERNS: Readonly<Record<string, string>> = {
  DATE: 'yyyy-mm-dd',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'yyyy-mm-dd hh:mm:ss',
  PERCENT: '0.00%',
  CURRENCY: '#,##0.00',
  NUMBER: '#,##0.00',
  SCIENTIFIC: '0.00E+00',
};

/** Every key the board may set, empty: merging a style over it in the grid removes what the style lacks. */
export const NO_STYLE: Readonly<Record<string, null>> = {
  bg: null,
  cl: null,
  bl: null,
  it: null,
  ul: null,
  st: null,
  fs: null,
  ff: null,
  ht: null,
  vt: null,
  tb: null,
  n: null,
};

/** `#rrggbb` of Google's colour, whose parts run from 0 to 1 and are left out when 0. */
export function hexColor(color: Color | undefined): string | undefined {
  if (!color) return undefined;
  const part = (value: number | null | undefined): string =>
    Math.round((value ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(color.red)}${part(color.green)}${part(color.blue)}`;
}

const hexOf = (style: ColorStyle | undefined, color: Color | undefined): string | undefined =>
  hexColor(style?.rgbColor ?? color);

const lookUp = (
  table: Readonly<Record<string, number>>,
  key: string | null | undefined,
): number | undefined => (key == null ? undefined : table[key]);

/** The grid's style of a format; undefined when the format says nothing the grid shows. */
export function gridStyle(format: sheets_v4.Schema$CellFormat | undefined): IStyleData | undefined {
  if (!format) return undefined;
  const pattern = patternOf(format.numberFormat);
  const background = hexOf(format.backgroundColorStyle, format.backgroundColor);
  const style: Record<string, unknown> = {
    ...textStyle(format.textFormat),
    // White is how Google spells "no colour"; drawn as such it would stay white in the dark theme.
    bg: background && background !== '#ffffff' ? { rgb: background } : undefined,
    ht: lookUp(HORIZONTAL, format.horizontalAlignment),
    vt: lookUp(VERTICAL, format.verticalAlignment),
    tb: lookUp(WRAP, format.wrapStrategy),
    n: pattern === undefined ? undefined : { pattern },
  };
  const kept = Object.entries(style).filter(([, value]) => value !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** Text part of a style, for cells and conditional formats alike. */
export function textStyle(text: sheets_v4.Schema$TextFormat | undefined): Record<string, unknown> {
  if (!text) return {};
  const color = hexOf(text.foregroundColorStyle, text.foregroundColor);
  return {
    cl: color && color !== '#000000' ? { rgb: color } : undefined,
    bl: text.bold ? 1 : undefined,
    it: text.italic ? 1 : undefined,
    ul: text.underline ? { s: 1 } : undefined,
    st: text.strikethrough ? { s: 1 } : undefined,
    fs: text.fontSize ?? undefined,
    ff: text.fontFamily ?? undefined,
  };
}

/** Number pattern of a format; undefined for plain text and the general format. */
export function patternOf(format: sheets_v4.Schema$NumberFormat | undefined): string | undefined {
  if (!format || format.type === 'TEXT') return undefined;
  return format.pattern || (format.type ? DEFAULT_PATTERNS[format.type] : undefined);
}
