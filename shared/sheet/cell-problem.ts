/** What is wrong with one cell, as data: which column, what stands there, what would be accepted. */
export interface CellProblem {
  readonly column: string;
  /** The beginning of what stands in the cell, at most 60 characters. */
  readonly given: string;
  readonly problem:
    | { readonly code: 'NOT_A_CHOICE'; readonly vocabulary: string }
    | { readonly code: 'NOT_A_NUMBER' }
    | { readonly code: 'NEGATIVE' }
    | { readonly code: 'NOT_A_DATE' }
    | { readonly code: 'IN_THE_FUTURE' }
    | { readonly code: 'TOO_LONG'; readonly max: number; readonly length: number }
    | { readonly code: 'UNKNOWN_REP'; readonly nearest?: string }
    /** Not a tag of this rep; the ones that are, as far as a note has room. */
    | { readonly code: 'UNKNOWN_TAG'; readonly known: readonly string[] }
    | { readonly code: 'FORMULA_ERROR' }
    | { readonly code: 'NOT_AN_EMAIL' }
    | { readonly code: 'MISSING' }
    | { readonly code: 'NAME_TAKEN' }
    /** The first day back lies on or before the first day of the leave. */
    | { readonly code: 'NOT_AFTER_START' };
}

/** The beginning of a text, at most 60 code units long. Never cuts a character in two: half an emoji is no text. */
export const shortened = (text: string): string =>
  text.length > 60 ? `${text.slice(0, 59).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/** The beginning of a cell's content, short enough for a note. */
export const excerpt = (raw: unknown): string => shortened(String(raw));
