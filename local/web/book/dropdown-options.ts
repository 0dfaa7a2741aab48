/** What a dropdown offers, whether its options are listed in the rule or stand in cells of some tab. */
import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { cellAt, type BoardSheet } from './board-book.ts';
import { contentOfCell, contentText } from './cell-content.ts';

type Rule = sheets_v4.Schema$DataValidationRule;

/** A range in A1 form on a named tab; open at the bottom when no last row is given. */
interface NamedRange {
  readonly title: string;
  readonly startRow: number;
  readonly endRow: number | undefined;
  readonly startColumn: number;
  readonly endColumn: number;
}

const RANGE = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)?(?::\$?([A-Z]+)\$?(\d+)?)?$/i;

/** Options in order, without blanks and repetitions; undefined when the rule is no dropdown or its tab is unknown. */
export function dropdownOptions(rule: Rule | undefined, sheets: readonly BoardSheet[]): string[] | undefined {
  const condition = rule?.condition;
  const values = (condition?.values ?? []).map((value) => value.userEnteredValue ?? '');
  if (condition?.type === 'ONE_OF_LIST') return values.filter((value) => value !== '');
  return condition?.type === 'ONE_OF_RANGE' ? rangeOptions(values[0] ?? '', sheets) : undefined;
}

function rangeOptions(text: string, sheets: readonly BoardSheet[]): string[] | undefined {
  const range = parseRange(text);
  const sheet = sheets.find((item) => item.title === range?.title);
  return range && sheet?.loaded ? [...new Set(textsIn(sheet, range))] : undefined;
}

/** Title of the tab a dropdown takes its options from. */
export function optionsTab(rule: Rule | undefined): string | undefined {
  if (rule?.condition?.type !== 'ONE_OF_RANGE') return undefined;
  return parseRange(rule.condition.values?.[0]?.userEnteredValue ?? '')?.title;
}

function parseRange(text: string): NamedRange | undefined {
  const match = RANGE.exec(text);
  if (!match) return undefined;
  const [, quoted, plain, firstColumn = 'A', firstRow, lastColumn, lastRow] = match;
  const single = lastColumn === undefined;
  const end = lastRow ?? (single ? firstRow : undefined);
  return {
    title: quoted?.replaceAll("''", "'") ?? plain ?? '',
    startRow: firstRow === undefined ? 0 : Number(firstRow) - 1,
    endRow: end === undefined ? undefined : Number(end),
    startColumn: columnIndex(firstColumn),
    endColumn: columnIndex(lastColumn ?? firstColumn) + 1,
  };
}

const columnIndex = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function textsIn(sheet: BoardSheet, range: NamedRange): string[] {
  const texts: string[] = [];
  for (let row = range.startRow; row < Math.min(range.endRow ?? Infinity, sheet.cells.length); row += 1) {
    for (let column = range.startColumn; column < range.endColumn; column += 1) {
      const text = contentText(contentOfCell(cellAt(sheet, row, column)));
      if (text !== '') texts.push(text);
    }
  }
  return texts;
}
