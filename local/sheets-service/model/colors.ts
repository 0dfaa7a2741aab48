/** Colours as the API answers them: 8-bit channels as 32-bit floats, zeros left out, each beside its style twin. */
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';

type Color = sheets_v4.Schema$Color;
type ColorStyle = sheets_v4.Schema$ColorStyle;
type Theme = readonly sheets_v4.Schema$ThemeColorPair[];

const CHANNELS = Array.from({ length: 256 }, (_, step) => shortestFloat32(step / 255));

/** The fewest digits that name the same 32-bit float, as protocol buffers print it. */
function shortestFloat32(value: number): number {
  const float = Math.fround(value);
  for (let digits = 1; digits < 9; digits += 1) {
    const rounded = Number(float.toPrecision(digits));
    if (Math.fround(rounded) === float) return rounded;
  }
  return Number(float.toPrecision(9));
}

/** `{ red: 0.5 }` becomes `{ red: 0.5019608 }`; a channel of zero disappears, and so does alpha: Sheets knows none. */
export function eightBitColor(color: Color): Color {
  const channel = (value: number | null | undefined) =>
    CHANNELS[Math.round(Math.min(Math.max(value ?? 0, 0), 1) * 255)] ?? 0;
  const [red, green, blue] = [color.red, color.green, color.blue].map(channel);
  return {
    ...(red && { red }),
    ...(green && { green }),
    ...(blue && { blue }),
  };
}

const TWINS = [
  'backgroundColor',
  'foregroundColor',
  'tabColor',
  'color',
  'headerColor',
  'firstBandColor',
  'secondBandColor',
  'footerColor',
];

/** The name of the field that says the same colour in the other form, if there is one. */
export function twinOf(field: string): string | undefined {
  if (TWINS.includes(field)) return `${field}Style`;
  const plain = field.replace(/Style$/, '');
  return plain !== field && TWINS.includes(plain) ? plain : undefined;
}

/** A deep copy in which every colour has both its forms; where both were given, the style wins. */
export function withColorTwins<T>(value: T, theme: Theme): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withColorTwins(item, theme)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) copy[key] = withColorTwins<unknown>(inner, theme);
  for (const key of TWINS) fillTwins(copy, key, theme);
  return copy as T;
}

function fillTwins(holder: Record<string, unknown>, key: string, theme: Theme): void {
  const style = holder[`${key}Style`] as ColorStyle | null | undefined;
  if (style && (style.rgbColor || style.themeColor)) {
    const rgb = style.rgbColor ?? themeColor(style.themeColor, theme);
    holder[key] = eightBitColor(rgb);
    holder[`${key}Style`] = style.themeColor
      ? { themeColor: style.themeColor }
      : { rgbColor: eightBitColor(rgb) };
    return;
  }
  const plain = holder[key];
  if (typeof plain !== 'object' || plain === null) return;
  const color = eightBitColor(plain);
  holder[key] = color;
  holder[`${key}Style`] = { rgbColor: color };
}

function themeColor(name: string | null | undefined, theme: Theme): Color {
  return theme.find((pair) => pair.colorType === name)?.color?.rgbColor ?? {};
}
