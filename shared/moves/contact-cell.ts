import type { RawCell } from '../ports/board.ts';
import { isFormulaError, readText } from '../sheet/cell-value.ts';

/** How a kept contact shows in its cell, in any language of the board. */
export const CONTACT_MASK = '🔒';

/** What stands for a typed contact from the moment it was read: the contact itself never enters a decision. */
export const CONTACT_TYPED = '✎';

/** The contact typed into a cell; null for an empty or masked cell and for a formula that failed. */
export const typedContact = (cell: RawCell): string | null => {
  const text = readText(cell);
  return text === '' || text.startsWith(CONTACT_MASK) || isFormulaError(cell) ? null : text;
};
