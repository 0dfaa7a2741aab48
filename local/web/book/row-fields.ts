/** A tab as rows with named fields, for screens where a grid is no use. Everything follows from the sheet itself. */
import { cellAt, columnName, headerRow, isLocked, type BoardSheet } from './board-book.ts';
import { contentOfCell, contentText, type CellContent } from './cell-content.ts';
import { dropdownOptions } from './dropdown-options.ts';
import { isCheckbox } from './grid-validation.ts';
import { patternOf } from './grid-style.ts';

export type FieldKind = 'checkbox' | 'choice' | 'date' | 'number' | 'text';

/** One visible column of the tab. */
export interface FieldColumn {
  readonly column: number;
  readonly name: string;
}

/** One field of one row. */
export interface Field extends FieldColumn {
  readonly kind: FieldKind;
  readonly content: CellContent;
  /** Content for people: dates as dates, money with its sign. */
  readonly text: string;
  readonly locked: boolean;
  readonly options: readonly string[];
  readonly note: string | undefined;
}

/** What a card shows of a row. Each may be missing on tabs of another shape. */
export interface CardColumns {
  readonly light: number | undefined;
  readonly title: number | undefined;
  readonly owner: number | undefined;
  readonly why: number | undefined;
}

const LIGHTS = /^[🟢🟡🔴]$/u;
/** Keys of the hidden key row, and headers in both languages for books without one. */
const ROLES = {
  title: ['customer', 'name', 'rep', '客户', '姓名', '名称'],
  owner: ['owner', '负责人'],
  why: ['why', '为什么', '理由'],
} as const;

/** Columns people see: not hidden, and with a header. */
export function visibleColumns(sheet: BoardSheet): FieldColumn[] {
  const header = sheet.cells[headerRow(sheet)] ?? [];
  return header.flatMap((cell, column) => {
    const hasHeader = cell !== undefined && contentOfCell(cell).kind !== 'empty';
    return hasHeader && !sheet.columns[column]?.hidden ? [{ column, name: columnName(sheet, column) }] : [];
  });
}

/** Rows below the header that hold something, in the sheet's order. */
export function filledRows(sheet: BoardSheet): number[] {
  const columns = visibleColumns(sheet);
  const rows: number[] = [];
  for (let row = headerRow(sheet) + 1; row < sheet.cells.length; row += 1) {
    const isFilled = columns.some(({ column }) => {
      const content = contentOfCell(cellAt(sheet, row, column));
      return content.kind !== 'empty' && content.kind !== 'bool';
    });
    if (isFilled && !sheet.rows[row]?.hidden) rows.push(row);
  }
  return rows;
}

/** Which columns a card is made of. */
export function cardColumns(sheet: BoardSheet): CardColumns {
  const columns = visibleColumns(sheet);
  const header = headerRow(sheet);
  const keysOf = (column: number): string[] => {
    const above = header > 0 ? [contentText(contentOfCell(cellAt(sheet, header - 1, column)))] : [];
    return [...above, columnName(sheet, column)].map((text) => text.trim().toLowerCase());
  };
  const withRole = (role: keyof typeof ROLES): number | undefined =>
    columns.find(({ column }) =>
      keysOf(column).some((key) => (ROLES[role] as readonly string[]).includes(key)),
    )?.column;
  const light = columns.find(({ column }) => isLightColumn(sheet, column))?.column;
  const title = withRole('title') ?? columns.find(({ column }) => column !== light)?.column;
  return { light, title, owner: withRole('owner'), why: withRole('why') };
}

function isLightColumn(sheet: BoardSheet, column: number): boolean {
  const texts = sheet.cells
    .slice(headerRow(sheet) + 1)
    .map((_, index) => contentText(contentOfCell(cellAt(sheet, headerRow(sheet) + 1 + index, column))))
    .filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => LIGHTS.test(text));
}

/** All visible fields of a row. `contentAt` gives what the person sees, typed or stored. */
export function fieldsOf(
  sheet: BoardSheet,
  row: number,
  context: {
    readonly personEmail: string;
    readonly sheets: readonly BoardSheet[];
    readonly contentAt: (row: number, column: number) => CellContent;
  },
): Field[] {
  return visibleColumns(sheet).map(({ column, name }) => {
    const cell = cellAt(sheet, row, column);
    const content = context.contentAt(row, column);
    const options = dropdownOptions(cell.dataValidation, context.sheets) ?? [];
    return {
      column,
      name,
      content,
      text: shownText(content, cell.formattedValue, patternOf(cell.userEnteredFormat?.numberFormat)),
      kind: kindOf(sheet, row, column, options.length > 0),
      locked: isLocked(sheet, row, column, context.personEmail),
      options,
      note: cell.note ?? undefined,
    };
  });
}

function kindOf(sheet: BoardSheet, row: number, column: number, hasOptions: boolean): FieldKind {
  const cell = cellAt(sheet, row, column);
  if (isCheckbox(cell.dataValidation)) return 'checkbox';
  if (hasOptions) return 'choice';
  const type = cell.userEnteredFormat?.numberFormat?.type;
  if (type === 'DATE') return 'date';
  return contentOfCell(cell).kind === 'number' && type !== 'DATE_TIME' && type !== 'TIME' ? 'number' : 'text';
}

/** Content for people where the server sent no formatted text. Example: 46300 with "yyyy-mm-dd" is "2026-10-05". */
export function shownText(
  content: CellContent,
  formatted: string | null | undefined,
  pattern: string | undefined,
): string {
  if (content.kind !== 'number') return contentText(content);
  if (pattern !== undefined && /[yd]/i.test(pattern.replaceAll(/"[^"]*"|\[[^\]]*\]/g, '')))
    return isoDate(content.value);
  if (formatted) return formatted;
  const sign = /^"?([¥$€£])"?/.exec(pattern ?? '')?.[1] ?? '';
  return sign + content.value.toLocaleString('en-US');
}

/** Day of a serial number, as `2026-10-05`. */
export function isoDate(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}
