import type { FieldTree } from '../http/field-mask.ts';
import { writeFields } from '../http/field-mask.ts';
import { withoutFalse } from '../read/proto-defaults.ts';
import type { Book, CellData, CellFormat, StoredCell } from './book.ts';
import { twinOf, withColorTwins } from './colors.ts';

/** The fields of CellData that a client can write. */
export const WRITABLE_CELL_FIELDS = [
  'userEnteredValue',
  'userEnteredFormat',
  'note',
  'textFormatRuns',
  'dataValidation',
] as const;

/** Turns cells into what they become when the masked fields of a CellData are written into them. */
export type CellWriter = (
  before: StoredCell | undefined,
  source: CellData | undefined,
) => StoredCell | undefined;

const shared = new Map<string, object>();

/** Equal formats and rules are kept once, which keeps large sheets small in memory and on disk. */
export function share<T extends object>(value: T): T {
  const key = JSON.stringify(value);
  const known = shared.get(key);
  if (known) return known as T;
  if (shared.size > 20_000) shared.clear();
  shared.set(key, value);
  return value;
}

/** A writer for one mask, e.g. that of a repeatCell request. */
export function cellWriter(book: Book, mask: FieldTree): CellWriter {
  const tree = withTwins(mask);
  const theme = book.meta.properties.spreadsheetTheme?.themeColors ?? [];
  const formats = new Map<CellFormat | undefined, Map<CellFormat | undefined, CellFormat | undefined>>();

  const writeFormat = (
    before: CellFormat | undefined,
    given: CellFormat | undefined,
  ): CellFormat | undefined => {
    const known = formats.get(given) ?? new Map<CellFormat | undefined, CellFormat | undefined>();
    formats.set(given, known);
    if (known.has(before)) return known.get(before);
    const below = tree['userEnteredFormat'];
    const source = given && withColorTwins(given, theme);
    const result: CellFormat | undefined =
      below === undefined || below === true ? source : writeFields<CellFormat>(before, source, below);
    const written = result && Object.keys(result).length > 0 ? share(result) : undefined;
    known.set(before, written);
    return written;
  };

  return (before, source) => {
    const { userEnteredFormat: formatBelow, ...others } = tree;
    const cell = tidy(writeFields<StoredCell>(before, source, others), tree, theme);
    if (formatBelow === undefined) return orNothing(cell);
    const format = writeFormat(before?.userEnteredFormat, source?.userEnteredFormat);
    const { userEnteredFormat: _old, ...rest } = cell;
    return orNothing(format ? { ...rest, userEnteredFormat: format } : rest);
  };
}

/** Drops empty values; a new value takes the old rich text with it; rules are shared. */
function tidy(cell: StoredCell, tree: FieldTree, theme: Parameters<typeof withColorTwins>[1]): StoredCell {
  const { userEnteredValue, textFormatRuns, dataValidation, note, ...rest } = cell;
  const value = userEnteredValue && filledValue(userEnteredValue) ? userEnteredValue : undefined;
  const keepsRuns = tree['textFormatRuns'] !== undefined || tree['userEnteredValue'] === undefined;
  return {
    ...rest,
    ...(value && { userEnteredValue: value }),
    ...(keepsRuns && textFormatRuns?.length && { textFormatRuns: withColorTwins(textFormatRuns, theme) }),
    ...(dataValidation && { dataValidation: share(withoutFalse(dataValidation)) }),
    ...(note && { note }),
  };
}

function filledValue(value: NonNullable<StoredCell['userEnteredValue']>): boolean {
  const { stringValue, numberValue, boolValue, formulaValue, errorValue } = value;
  return (
    Boolean(stringValue) ||
    numberValue != null ||
    boolValue != null ||
    Boolean(formulaValue) ||
    Boolean(errorValue)
  );
}

function orNothing(cell: StoredCell): StoredCell | undefined {
  return Object.keys(cell).length > 0 ? cell : undefined;
}

/** A mask that writes a colour writes both of its forms. */
export function withTwins(tree: FieldTree): FieldTree {
  const result: Record<string, FieldTree | true> = {};
  for (const [name, below] of Object.entries(tree)) {
    result[name] = below === true ? true : withTwins(below);
    const twin = twinOf(name);
    if (twin) {
      result[name] = true;
      result[twin] = true;
    }
  }
  return result;
}
