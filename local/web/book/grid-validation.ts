/** Google's data validation, which sits in every cell, as the grid's rules, which hold ranges. */
import type { IRange, ISheetDataValidationRule } from '@univerjs/core';
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { BoardSheet } from './board-book.ts';
import { dropdownOptions } from './dropdown-options.ts';

type Rule = sheets_v4.Schema$DataValidationRule;
type Converted = Pick<ISheetDataValidationRule, 'type' | 'formula1' | 'formula2' | 'operator' | 'renderMode'>;

/** Options are chips of one quiet colour: what stands out on the board are the lights. */
const CHIP_COLOR = '#e9edf2';
const ARROW = 1;
const CUSTOM = 2;
const WARNING = 2;

const NUMBER_OPERATORS: Readonly<Record<string, string>> = {
  NUMBER_GREATER: 'greaterThan',
  NUMBER_GREATER_THAN_EQ: 'greaterThanOrEqual',
  NUMBER_LESS: 'lessThan',
  NUMBER_LESS_THAN_EQ: 'lessThanOrEqual',
  NUMBER_EQ: 'equal',
  NUMBER_NOT_EQ: 'notEqual',
  NUMBER_BETWEEN: 'between',
  NUMBER_NOT_BETWEEN: 'notBetween',
};

/** Rules of a sheet; cells that share a rule become one rule with as few ranges as column runs allow. */
export function gridValidationRules(
  sheet: BoardSheet,
  sheets: readonly BoardSheet[],
): ISheetDataValidationRule[] {
  const rules: ISheetDataValidationRule[] = [];
  let number = 0;
  for (const [rule, ranges] of rangesByRule(sheet)) {
    number += 1;
    const converted = convertRule(rule, sheets);
    if (!converted) continue;
    rules.push({
      uid: `dv-${sheet.sheetId}-${number}`,
      ranges,
      allowBlank: true,
      errorStyle: WARNING,
      showErrorMessage: false,
      ...(rule.inputMessage && { showInputMessage: true, prompt: rule.inputMessage }),
      ...converted,
    });
  }
  return rules;
}

/** Whether a cell is a checkbox. */
export function isCheckbox(rule: Rule | undefined): boolean {
  return rule?.condition?.type === 'BOOLEAN';
}

/** Every distinct rule of a sheet. */
export function distinctRules(sheet: BoardSheet): Rule[] {
  return [...rangesByRule(sheet).keys()];
}

function convertRule(rule: Rule, sheets: readonly BoardSheet[]): Converted | undefined {
  const type = rule.condition?.type ?? '';
  const values = (rule.condition?.values ?? []).map((value) => value.userEnteredValue ?? '');
  if (type === 'BOOLEAN') return checkbox(values);
  const options = dropdownOptions(rule, sheets);
  if (options) return dropdown(options, rule.showCustomUi !== false);
  const operator = NUMBER_OPERATORS[type];
  if (operator === undefined) return undefined;
  return {
    type: 'decimal',
    operator: operator as NonNullable<Converted['operator']>,
    formula1: values[0] ?? '',
    formula2: values[1] ?? '',
  };
}

function checkbox(values: readonly string[]): Converted {
  const [checked, unchecked] = values;
  if (checked === undefined) return { type: 'checkbox' };
  return { type: 'checkbox', formula1: checked, formula2: unchecked ?? '' };
}

// The grid joins options with commas: an option that holds one cannot be offered, and the server still checks it.
function dropdown(options: readonly string[], chips: boolean): Converted | undefined {
  if (options.some((option) => option.includes(','))) return undefined;
  return {
    type: 'list',
    formula1: options.join(','),
    formula2: options.map(() => CHIP_COLOR).join(','),
    renderMode: chips ? CUSTOM : ARROW,
  };
}

function rangesByRule(sheet: BoardSheet): Map<Rule, IRange[]> {
  const canonical = new Map<string, Rule>();
  const byReference = new Map<Rule, Rule>();
  const found = new Map<Rule, IRange[]>();
  const open = new Map<number, { rule: Rule; range: IRange }>();
  for (const [row, cells] of sheet.cells.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!cell?.dataValidation) continue;
      const rule = canonicalRule(cell.dataValidation, byReference, canonical);
      const run = open.get(column);
      if (run?.rule === rule && run.range.endRow === row - 1) run.range.endRow = row;
      else {
        const range: IRange = { startRow: row, endRow: row, startColumn: column, endColumn: column };
        open.set(column, { rule, range });
        const ranges = found.get(rule) ?? [];
        ranges.push(range);
        found.set(rule, ranges);
      }
    }
  }
  return found;
}

function canonicalRule(rule: Rule, byReference: Map<Rule, Rule>, canonical: Map<string, Rule>): Rule {
  const known = byReference.get(rule);
  if (known) return known;
  const text = JSON.stringify(rule);
  const first = canonical.get(text) ?? rule;
  canonical.set(text, first);
  byReference.set(rule, first);
  return first;
}
