import { LANGUAGES, type Language } from '../../shared/domain/rep.ts';
import { FIRST_DATA_ROW, TABS, type CellKind, type Column, type TabKey } from '../../shared/sheet/layout.ts';
import { setUpWords } from '../../shared/text/set-up-words.ts';
import { spell, spellAll, VOCABULARIES, type Vocabulary } from '../../shared/text/spellings.ts';
import type { sheets_v4 } from './google-sheets-client.ts';

/** How the cells of the board look, for set-up and for rows appended below the rows that set-up knew. */
type NumberFormat = sheets_v4.Schema$NumberFormat;
type Validation = sheets_v4.Schema$DataValidationRule;
type Color = sheets_v4.Schema$Color;

const FORMATS: Readonly<Partial<Record<CellKind, NumberFormat>>> = {
  points: { type: 'NUMBER', pattern: '0' },
  number: { type: 'NUMBER', pattern: '#,##0' },
  date: { type: 'DATE', pattern: 'yyyy-mm-dd' },
  time: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' },
};
/** Numbers of kind `points` that have halves, or are shares; the others are counts. */
const FRACTIONS: Readonly<Record<string, string>> = {
  points: '0.0',
  load: '0.0',
  limit: '0.0',
  score: '0.00',
  monthPoints: '0.0',
  periodPoints: '0.0',
  within: '0.0',
  over: '0.0',
  room: '0.0',
};

/**
 * The number format of a column, or null. Values of rules are text: a list of holidays must not turn into a
 * number the moment somebody types it, and every rule reads text.
 */
export const numberFormatOf = (tab: TabKey, { key, kind }: Column): NumberFormat | null => {
  if (tab === 'rules' && (key === 'value' || key === 'fallback')) return { type: 'TEXT', pattern: '@' };
  const fraction = kind === 'points' ? FRACTIONS[key] : undefined;
  return fraction === undefined ? (FORMATS[kind] ?? null) : { type: 'NUMBER', pattern: fraction };
};

export const CHECKBOX: Validation = { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true };

/**
 * Tabs whose new rows bring their own checkboxes: those that only we add rows to. Where people add rows, set-up
 * prepares the checkboxes of rows to come, like their dropdowns.
 */
export const bringsCheckbox = (tab: TabKey): boolean =>
  hasCheckbox(tab) && !TABS[tab].columns.some(({ kind }) => hasChoices(kind));

const hasCheckbox = (tab: TabKey): boolean => TABS[tab].columns.some(({ kind }) => kind === 'checkbox');

/** Lights are ours to set; everything else that has a vocabulary is people's to choose. */
const hasChoices = (kind: Column['kind']): kind is Vocabulary & Column['kind'] =>
  kind !== 'light' && kind in VOCABULARIES;

/** Choices that may be overtyped: spellings of both languages, and owners not yet on the team, must get in. */
export const oneOf = (choices: readonly string[], language: Language): Validation => ({
  condition: { type: 'ONE_OF_LIST', values: choices.map((userEnteredValue) => ({ userEnteredValue })) },
  inputMessage: setUpWords(language).choose,
  strict: false,
  showCustomUi: true,
});

/** Where the names of the team stand. */
export interface NamesRange {
  readonly title: string;
  readonly column: number;
}

/** The dropdown of a column, or its checkbox; null where it has neither, or each new row brings its own. */
export const validationOf = (
  tab: TabKey,
  { kind }: Column,
  language: Language,
  names: NamesRange,
): Validation | null => {
  if (kind === 'checkbox') return bringsCheckbox(tab) ? null : CHECKBOX;
  if (kind === 'rep') {
    const letter = columnLetter(names.column);
    const range = `='${names.title.replaceAll("'", "''")}'!$${letter}$${FIRST_DATA_ROW + 1}:$${letter}`;
    return {
      condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: range }] },
      inputMessage: setUpWords(language).chooseRep,
      strict: false,
      showCustomUi: true,
    };
  }
  return hasChoices(kind) ? oneOf(spellAll(kind, language), language) : null;
};

/** `columnLetter(0)` is `A`, `columnLetter(26)` is `AA`. */
export const columnLetter = (index: number): string =>
  (index >= 26 ? columnLetter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const color = (hex: number): Color => ({
  red: ((hex >> 16) & 255) / 255,
  green: ((hex >> 8) & 255) / 255,
  blue: (hex & 255) / 255,
});
/** Set together with every background of ours, so that dark themes do not put light text on it. */
const INK = color(0x1f2933);

export const headerFormat = (owner: Column['owner']): sheets_v4.Schema$CellFormat => ({
  backgroundColor: color(owner === 'peineng' ? 0xd6e4f0 : 0xe9ecef),
  textFormat: { bold: true, foregroundColor: INK },
  verticalAlignment: 'MIDDLE',
  wrapStrategy: 'WRAP',
});

/** Rows are coloured by rule, keyed on the light: no cell of people's gets a background of its own. Green rows stay plain. */
const LIGHT_COLORS = { red: color(0xfbd5d5), yellow: color(0xfdf0c4) } as const;

export const lightRules = (
  tab: TabKey,
  lightColumn: number,
): readonly { readonly sign: string; readonly rule: sheets_v4.Schema$ConditionalFormatRule }[] =>
  (['red', 'yellow'] as const).map((light) => {
    const sign = spell('light', light, LANGUAGES[0]);
    const formula = `=$${columnLetter(lightColumn)}${FIRST_DATA_ROW + 1}="${sign}"`;
    return {
      sign,
      rule: {
        ranges: [{ sheetId: TABS[tab].sheetId, startRowIndex: FIRST_DATA_ROW }],
        booleanRule: {
          condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] },
          format: { backgroundColor: LIGHT_COLORS[light], textFormat: { foregroundColor: INK } },
        },
      },
    };
  });
