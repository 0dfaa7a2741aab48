/**
 * Conditional colours, computed per cell drawn. Covers Google's boolean rules; gradients and formulas beyond
 * `formula-condition.ts` are left to the engine. Where several rules apply, the first one wins, as in Google Sheets.
 */
import type { IStyleData } from '@univerjs/core';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { areaOf, contains, type Area, type BoardSheet } from './board-book.ts';
import { compileFormula, truthOf, type FormulaScope, type Value } from './formula-condition.ts';
import { hexColor, textStyle } from './grid-style.ts';

type Rule = sheets_v4.Schema$ConditionalFormatRule;
type Test = (scope: FormulaScope, row: number, column: number, area: Area) => boolean;

interface Compiled {
  readonly areas: readonly Area[];
  readonly test: Test;
  readonly style: Partial<IStyleData>;
}

/** The style that conditional rules give a cell; undefined when none applies. */
export type CellColours = (
  scope: FormulaScope,
  row: number,
  column: number,
) => Partial<IStyleData> | undefined;

/** Compiles a sheet's rules; `left` are those the engine has to draw. */
export function compileColours(sheet: BoardSheet): { readonly colours: CellColours; readonly left: Rule[] } {
  const left: Rule[] = [];
  const compiled: Compiled[] = [];
  for (const rule of sheet.conditionalFormats) {
    const one = compileRule(rule, sheet);
    if (one) compiled.push(one);
    else left.push(rule);
  }
  return {
    left,
    colours(scope, row, column) {
      let style: Partial<IStyleData> | undefined;
      for (const rule of compiled) {
        const area = rule.areas.find((item) => contains(item, row, column));
        if (area && rule.test(scope, row, column, area)) style = { ...rule.style, ...style };
      }
      return style;
    },
  };
}

function compileRule(rule: Rule, sheet: BoardSheet): Compiled | undefined {
  const boolean = rule.booleanRule;
  const test = boolean?.condition && compileCondition(boolean.condition);
  if (!boolean || !test) return undefined;
  // Relative references count from the first cell of the first range.
  const areas = (rule.ranges ?? []).map((range) => areaOf(range, sheet));
  const format = boolean.format ?? {};
  const background = hexColor(format.backgroundColorStyle?.rgbColor ?? format.backgroundColor);
  const style = { ...textStyle(format.textFormat), ...(background && { bg: { rgb: background } }) };
  const kept = Object.entries(style).filter(([, value]) => value !== undefined);
  return { areas, test, style: Object.fromEntries(kept) };
}

function compileCondition(condition: sheets_v4.Schema$BooleanCondition): Test | undefined {
  const values = (condition.values ?? []).map((item) => item.userEnteredValue ?? '');
  const type = condition.type ?? '';
  if (type === 'CUSTOM_FORMULA') return formulaTest(values[0] ?? '');
  // A value may itself be a formula; that is rare and left to the engine.
  if (values.some((value) => value.startsWith('='))) return undefined;
  return textTest(type, values) ?? numberTest(type, values);
}

function formulaTest(text: string): Test | undefined {
  const formula = compileFormula(text);
  return (
    formula &&
    ((scope, row, column, area) => truthOf(formula(scope, row - area.startRow, column - area.startColumn)))
  );
}

const shownText = (value: Value): string =>
  value === null
    ? ''
    : typeof value === 'boolean'
      ? String(value).toUpperCase()
      : String(value).toLowerCase();

const TEXT_TESTS: Readonly<Record<string, (text: string, wanted: string) => boolean>> = {
  TEXT_EQ: (text, wanted) => text === wanted,
  TEXT_NOT_EQ: (text, wanted) => text !== wanted,
  TEXT_CONTAINS: (text, wanted) => text.includes(wanted),
  TEXT_NOT_CONTAINS: (text, wanted) => !text.includes(wanted),
  TEXT_STARTS_WITH: (text, wanted) => text.startsWith(wanted),
  TEXT_ENDS_WITH: (text, wanted) => text.endsWith(wanted),
  BLANK: (text) => text === '',
  NOT_BLANK: (text) => text !== '',
};

function textTest(type: string, values: readonly string[]): Test | undefined {
  const test = TEXT_TESTS[type];
  const wanted = (values[0] ?? '').toLowerCase();
  return test && ((scope, row, column) => test(shownText(scope.value(row, column)), wanted));
}

const NUMBER_TESTS: Readonly<Record<string, (value: number, a: number, b: number) => boolean>> = {
  NUMBER_GREATER: (value, a) => value > a,
  NUMBER_GREATER_THAN_EQ: (value, a) => value >= a,
  NUMBER_LESS: (value, a) => value < a,
  NUMBER_LESS_THAN_EQ: (value, a) => value <= a,
  NUMBER_EQ: (value, a) => value === a,
  NUMBER_NOT_EQ: (value, a) => value !== a,
  NUMBER_BETWEEN: (value, a, b) => value >= a && value <= b,
  NUMBER_NOT_BETWEEN: (value, a, b) => value < a || value > b,
};

function numberTest(type: string, values: readonly string[]): Test | undefined {
  const test = NUMBER_TESTS[type];
  const [a = Number.NaN, b = Number.NaN] = values.map(Number);
  return (
    test &&
    ((scope, row, column) => {
      const value = scope.value(row, column);
      return typeof value === 'number' && test(value, a, b);
    })
  );
}
