import { z } from 'zod';
import type { ClockTime } from '../domain/clock-time.ts';
import type { Day, Weekday } from '../domain/day.ts';
import { readDay, readNumber } from '../sheet/cell-value.ts';
import { readClockTime } from '../sheet/read-clock-time.ts';
import { readWeekdays } from '../sheet/read-weekdays.ts';

/** A setting: key, default, what is accepted. A value is read as people type it, so schemas accept text. */
export interface Setting<T> {
  readonly key: string;
  readonly fallback: T;
  readonly schema: z.ZodType<T, unknown>;
  /** How the value looks in its cell. */
  readonly show: (value: T) => string | number;
  readonly accepts: Accepts;
}

/** What a cell may hold, as data: the catalogs put it into words. */
export type Accepts =
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'days' }
  | { readonly kind: 'weekdays' }
  | { readonly kind: 'weekday' }
  | { readonly kind: 'time' }
  | { readonly kind: 'timeZone' }
  | { readonly kind: 'text'; readonly max: number };

/** Numbers as people type them: `4,000` is four thousand, `0,3` is three tenths. Anything else stays as it is. */
const asNumber = (raw: unknown): unknown => {
  if (typeof raw !== 'string') return raw;
  return readNumber(raw) ?? readNumber(raw.replace(/^(\s*-?\d+),(\d+\s*)$/, '$1.$2')) ?? raw;
};

export const number = (
  key: string,
  fallback: number,
  min: number,
  max: number,
  whole = false,
): Setting<number> => ({
  key,
  fallback,
  schema: z.preprocess(asNumber, whole ? z.int().min(min).max(max) : z.number().min(min).max(max)),
  show: (value) => value,
  accepts: { kind: 'number', min, max, whole },
});

export const optionalNumber = (key: string, min: number, max: number): Setting<number | null> => ({
  key,
  fallback: null,
  schema: z.preprocess(
    (raw) => (raw === '' || raw == null ? null : asNumber(raw)),
    z.int().min(min).max(max).nullable(),
  ),
  show: (value) => value ?? '',
  accepts: { kind: 'number', min, max, whole: true },
});

/** Other spellings people may type for a choice, whatever the board's language. */
export const CHOICE_SPELLINGS: Readonly<Record<string, readonly string[]>> = {
  'zh-CN': ['中文', '简体中文', 'zh'],
  en: ['English', '英文'],
  calendar: ['自然日', '日历日'],
  working: ['工作日'],
  yes: ['是', 'true'],
  no: ['否', 'false'],
  suggest: ['建议'],
  assign: ['直接分配', '自动分配'],
  supervisor: ['主管同意', '主管'],
  withhold: ['不建议', '不提出'],
  stay: ['保留', '不动'],
  move: ['可以换人', '换人'],
  hold: ['暂存', '等到工作日'],
  send: ['照发', '照常发送'],
  none: ['无', '不用'],
  slack: [],
  wecom: ['企业微信', '企微'],
  dingtalk: ['钉钉'],
  feishu: ['飞书', 'Lark'],
};

const spells = (choice: string, typed: string): boolean =>
  [choice, ...(CHOICE_SPELLINGS[choice] ?? [])].some(
    (one) => one.toLowerCase() === typed.trim().toLowerCase(),
  );

export const choice = <const C extends readonly [string, ...string[]]>(
  key: string,
  choices: C,
): Setting<C[number]> => ({
  key,
  fallback: choices[0],
  schema: z.preprocess((raw) => {
    const typed = typeof raw === 'boolean' ? String(raw) : raw;
    return typeof typed === 'string' ? choices.find((one) => spells(one, typed)) : typed;
  }, z.enum(choices)),
  show: (value) => value,
  accepts: { kind: 'choice', choices },
});

export const text = (key: string, fallback: string): Setting<string> => ({
  key,
  fallback,
  schema: z.preprocess(
    (raw) => (raw == null ? '' : String(raw as string | number).trim()),
    z.string().max(60),
  ),
  show: (value) => value,
  accepts: { kind: 'text', max: 60 },
});

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

export const timeZone: Setting<string> = {
  key: 'board.timeZone',
  fallback: 'Asia/Shanghai',
  schema: z.string().trim().refine(isTimeZone),
  show: (value) => value,
  accepts: { kind: 'timeZone' },
};

export const dayList = (key: string): Setting<readonly Day[]> => ({
  key,
  fallback: [],
  schema: z.preprocess(
    (raw) =>
      raw == null
        ? []
        : typeof raw === 'number'
          ? [raw]
          : String(raw as string)
              .normalize('NFKC')
              .split(/[\s,;、]+/)
              .filter((part) => part !== ''),
    z.array(
      z.union([z.string(), z.number()]).transform((part, context): Day => {
        const day = readDay(part);
        if (day !== null) return day;
        context.addIssue({ code: 'custom', message: String(part) });
        return z.NEVER;
      }),
    ),
  ),
  show: (value) => value.join(' '),
  accepts: { kind: 'days' },
});

/** A cell with a time or a weekday may hold a number or text; `read` knows both, null refuses. */
const readBy = <T>(read: (raw: string | number) => T | null): z.ZodType<T, unknown> =>
  z.union([z.string(), z.number()]).transform((raw, context): T => {
    const value = read(raw);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message: String(raw) });
    return z.NEVER;
  });

/** Days of the week; at least one. Shown as a list with spaces, which no spreadsheet takes for a date. */
export const weekdays = (key: string, fallback: readonly Weekday[]): Setting<readonly Weekday[]> => ({
  key,
  fallback,
  schema: readBy(readWeekdays),
  show: (value) => value.join(' '),
  accepts: { kind: 'weekdays' },
});

export const weekday = (key: string, fallback: Weekday): Setting<Weekday> => ({
  key,
  fallback,
  schema: readBy((raw) => {
    const [one, ...others] = readWeekdays(raw) ?? [];
    return one === undefined || others.length > 0 ? null : one;
  }),
  show: (value) => value,
  accepts: { kind: 'weekday' },
});

export const time = (key: string, fallback: ClockTime): Setting<ClockTime> => ({
  key,
  fallback,
  schema: readBy(readClockTime),
  show: (value) => value,
  accepts: { kind: 'time' },
});
