/** What a column holds. `choice` columns name the vocabulary in `spellings.ts`. */
export type CellKind =
  | 'text'
  | 'longText'
  /** Several lines, read from the top. */
  | 'lines'
  | 'number'
  | 'points'
  | 'date'
  | 'time'
  | 'value'
  | 'difficulty'
  | 'stage'
  | 'action'
  | 'source'
  | 'tier'
  | 'role'
  | 'availability'
  | 'language'
  | 'rep'
  | 'email'
  | 'tags'
  | 'light'
  | 'skill'
  | 'rating'
  | 'confirm'
  | 'contestAnswer'
  | 'mailChoice'
  | 'checkbox'
  | 'any';

export interface Column {
  readonly key: string;
  /** Who may write here. Peineng never writes a people's column, save the exceptions of spec section 2. */
  readonly owner: 'people' | 'peineng';
  readonly kind: CellKind;
  /** Pixels. */
  readonly width: number;
  readonly hidden?: true;
  /** Longest text accepted, in characters. */
  readonly max?: number;
}

type Extra = Pick<Column, 'hidden' | 'max'>;
export const people = (key: string, kind: CellKind, width: number, extra: Extra = {}): Column => ({
  key,
  owner: 'people',
  kind,
  width,
  ...extra,
});
export const peineng = (key: string, kind: CellKind, width: number, extra: Extra = {}): Column => ({
  key,
  owner: 'peineng',
  kind,
  width,
  ...extra,
});
