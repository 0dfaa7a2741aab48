import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { resolveGridRange } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import type { SheetState } from '../model/book.ts';
import { relativeCondition } from '../rules/conditional-format.ts';
import { withoutFalse } from '../read/proto-defaults.ts';
import { withColorTwins } from '../model/colors.ts';
import { cellWriter } from '../model/write-cell.ts';
import { writeBox } from './cells.ts';
import {
  changeMeta,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';

type Rule = sheets_v4.Schema$ConditionalFormatRule;

/** Sets a validation rule on every cell of a range; without a rule, removes it. */
export const setDataValidation: RequestHandler<'setDataValidation'> = (context, request) => {
  const range = resolveGridRange(context.draft.book, required(request.range, "'range'"));
  const rule = request.rule && withoutFalse(request.rule);
  if (rule && !rule.condition?.type) throw invalidArgument('A condition type must be specified.');
  const write = cellWriter(context.draft.book, { dataValidation: true });
  writeBox(context, range.sheet, range, write, (row, column) =>
    rule ? { dataValidation: ruleAt(rule, row, column) } : {},
  );
  return undefined;
};

/** A custom formula is written for the first cell of the range; each cell keeps the one that is meant for it. */
function ruleAt(
  rule: sheets_v4.Schema$DataValidationRule,
  row: number,
  column: number,
): sheets_v4.Schema$DataValidationRule {
  if (rule.condition?.type !== 'CUSTOM_FORMULA') return rule;
  return { ...rule, condition: relativeCondition(rule.condition, row, column) };
}

/** Inserts a conditional format rule; smaller indexes win over larger ones. */
export const addConditionalFormatRule: RequestHandler<'addConditionalFormatRule'> = (context, request) => {
  const rule = checkedRule(context, required(request.rule, "'rule'"));
  const sheet = sheetOf(context.draft.book, rule.ranges?.[0]?.sheetId);
  const rules = [...(sheet.meta.conditionalFormats ?? [])];
  const index = request.index ?? 0;
  if (index > rules.length) throw outOfRange(index, rules.length);
  rules.splice(index, 0, rule);
  changeMeta(context, sheet, { conditionalFormats: rules });
  return undefined;
};

/** Replaces a rule, or moves it to a new index. */
export const updateConditionalFormatRule: RequestHandler<'updateConditionalFormatRule'> = (
  context,
  request,
) => {
  const sheet = sheetOf(context.draft.book, request.sheetId ?? request.rule?.ranges?.[0]?.sheetId);
  const rules = [...(sheet.meta.conditionalFormats ?? [])];
  const index = request.index ?? 0;
  const oldRule = formatRuleAt(sheet, index);
  if (request.rule) {
    const newRule = checkedRule(context, request.rule);
    rules[index] = newRule;
    changeMeta(context, sheet, { conditionalFormats: rules });
    return { updateConditionalFormatRule: { newRule, newIndex: index, oldRule } };
  }
  const newIndex = required(request.newIndex, "'rule' or 'newIndex'");
  if (newIndex >= rules.length) throw outOfRange(newIndex, rules.length);
  rules.splice(index, 1);
  rules.splice(newIndex, 0, oldRule);
  changeMeta(context, sheet, { conditionalFormats: rules });
  return { updateConditionalFormatRule: { newRule: oldRule, newIndex, oldRule, oldIndex: index } };
};

/** Removes the rule at an index; answers with it. */
export const deleteConditionalFormatRule: RequestHandler<'deleteConditionalFormatRule'> = (
  context,
  request,
) => {
  const sheet = sheetOf(context.draft.book, request.sheetId);
  const index = request.index ?? 0;
  const rule = formatRuleAt(sheet, index);
  const left = sheet.meta.conditionalFormats?.filter((_, place) => place !== index);
  changeMeta(context, sheet, { conditionalFormats: left?.length ? left : undefined });
  return { deleteConditionalFormatRule: { rule } };
};

function formatRuleAt(sheet: SheetState, index: number): Rule {
  const rules = sheet.meta.conditionalFormats ?? [];
  const rule = rules[index];
  if (!rule) throw outOfRange(index, rules.length);
  return rule;
}

function outOfRange(index: number, count: number): Error {
  return invalidArgument(`No conditional format on sheet at index: ${index} (the sheet has ${count})`);
}

function checkedRule({ draft }: RequestContext, rule: Rule): Rule {
  if (!rule.ranges?.length) throw invalidArgument('Must specify at least one range.');
  const sheets = new Set(rule.ranges.map((range) => sheetOf(draft.book, range.sheetId)));
  if (sheets.size > 1)
    throw invalidArgument('All ranges of a conditional format rule must be on the same sheet.');
  for (const range of rule.ranges) resolveGridRange(draft.book, range);
  if (Boolean(rule.booleanRule) === Boolean(rule.gradientRule)) {
    throw invalidArgument("Must specify exactly one of 'booleanRule' and 'gradientRule'.");
  }
  const checked = rule.gradientRule ? { ...rule, gradientRule: checkedGradient(rule.gradientRule) } : rule;
  return withColorTwins(checked, draft.book.meta.properties.spreadsheetTheme?.themeColors ?? []);
}

/** Both ends need a type; numbers and percentages need a value; the smallest and the largest carry none. */
function checkedGradient(rule: sheets_v4.Schema$GradientRule): sheets_v4.Schema$GradientRule {
  const point = (
    given: sheets_v4.Schema$InterpolationPoint | undefined,
  ): sheets_v4.Schema$InterpolationPoint => {
    const { value, ...rest } = given ?? {};
    if (!rest.type || rest.type === 'INTERPOLATION_POINT_TYPE_UNSPECIFIED') {
      throw invalidArgument('No interpolationPointType specified.');
    }
    if (rest.type === 'MIN' || rest.type === 'MAX') return rest;
    if (!value) throw invalidArgument('InterpolationPoint.value is required.');
    return { ...rest, value };
  };
  return {
    minpoint: point(rule.minpoint),
    ...(rule.midpoint && { midpoint: point(rule.midpoint) }),
    maxpoint: point(rule.maxpoint),
  };
}
