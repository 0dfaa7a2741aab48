/** What differs from one spreadsheet locale to another in reading and showing values. */
export interface LocaleFormats {
  /** Order of day, month and year when all three are numbers and the year is not first. */
  readonly dateOrder: 'MDY' | 'DMY' | 'YMD';
  readonly currency: string;
  readonly datePattern: string;
  readonly timePattern: string;
}

const AMERICAN: LocaleFormats = {
  dateOrder: 'MDY',
  currency: '$',
  datePattern: 'M/d/yyyy',
  timePattern: 'h:mm:ss am/pm',
};
const DAY_FIRST: LocaleFormats = {
  dateOrder: 'DMY',
  currency: '€',
  datePattern: 'dd/mm/yyyy',
  timePattern: 'hh:mm:ss',
};
const EAST_ASIAN: LocaleFormats = {
  dateOrder: 'YMD',
  currency: '¥',
  datePattern: 'yyyy/mm/dd',
  timePattern: 'h:mm:ss',
};

const BY_LOCALE: Readonly<Record<string, LocaleFormats>> = {
  en_US: AMERICAN,
  en_GB: { ...DAY_FIRST, currency: '£' },
  de_DE: { ...DAY_FIRST, datePattern: 'dd.mm.yyyy' },
  fr_FR: DAY_FIRST,
  zh_CN: { ...EAST_ASIAN, datePattern: 'yyyy-mm-dd' },
  zh_TW: { ...EAST_ASIAN, currency: '$' },
  zh_HK: { ...DAY_FIRST, currency: '$' },
  ja_JP: EAST_ASIAN,
  ko_KR: { ...EAST_ASIAN, currency: '₩', datePattern: 'yyyy. m. d' },
};

/** Formats of a locale such as `en_US`; unknown ones are treated as `en_US`. */
export function localeFormats(locale: string | null | undefined): LocaleFormats {
  return BY_LOCALE[(locale ?? '').replace('-', '_')] ?? AMERICAN;
}
