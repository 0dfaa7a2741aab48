import { resolveGridRange } from '../a1/resolve-range.ts';
import { requestContext } from '../http/endpoint.ts';
import { findSheet, hasValue, type SheetState } from '../model/book.ts';
import type { BookDraft } from '../model/book-draft.ts';
import type { Dimension } from '../model/mutation.ts';
import { deleteLines, dimensionSpan, insertLines, moveLines } from '../requests/dimensions.ts';
import { addSheet, deleteSheet, updateSheetProperties } from '../requests/sheets.ts';
import { sortRows } from '../requests/sort-rows.ts';
import type { ActionRefusal, CellRange, PersonAction, TriggerEvent } from '../service-api.ts';
import type { Deed, Outcome } from './carry-out.ts';
import { PROTECTED_MESSAGE, protectionFor, wholeSheetProtected } from './check-protection.ts';
import { refusal } from './refusal.ts';

type GridAction = Exclude<PersonAction, { kind: 'setCells' }>;
type LineAction = Extract<GridAction, { start: number }>;

/** Everything a person does to rows, columns and sheets. */
export function changeGrid(deed: Deed, action: GridAction): Outcome {
  if (action.kind === 'addSheet') {
    const { title } = action;
    const change = (draft: BookDraft) =>
      void addSheet(requestContext(draft, deed), { properties: { title } });
    return { change, events: deed.changed('INSERT_GRID') };
  }
  const sheetId = action.kind === 'sortRange' ? action.range.sheetId : action.sheetId;
  const sheet = findSheet(deed.book.book, sheetId);
  if (!sheet) return refusal('NOT_FOUND', `There is no sheet ${sheetId}.`);
  if (action.kind === 'renameSheet' || action.kind === 'deleteSheet') return changeSheet(deed, action);
  return action.kind === 'sortRange' ? sort(deed, sheet, action) : changeLines(deed, sheet, action);
}

function changeSheet(
  deed: Deed,
  action: Extract<GridAction, { kind: 'renameSheet' | 'deleteSheet' }>,
): Outcome {
  const { sheetId } = action;
  if (action.kind === 'deleteSheet') {
    return {
      change: (draft) => void deleteSheet(requestContext(draft, deed), { sheetId }),
      events: deed.changed('REMOVE_GRID'),
    };
  }
  const properties = { sheetId, title: action.title };
  return {
    change: (draft) =>
      void updateSheetProperties(requestContext(draft, deed), { properties, fields: 'title' }),
    events: deed.changed('OTHER'),
  };
}

const CHANGE_TYPES = {
  insertRows: 'INSERT_ROW',
  deleteRows: 'REMOVE_ROW',
  insertColumns: 'INSERT_COLUMN',
  deleteColumns: 'REMOVE_COLUMN',
  moveRows: 'OTHER',
} as const;

function changeLines(deed: Deed, sheet: SheetState, action: LineAction): Outcome {
  const { sheetId, start, count, kind } = action;
  const dimension: Dimension = kind.endsWith('Rows') ? 'ROWS' : 'COLUMNS';
  const refused = checkLines(deed, sheet, action, dimension);
  if (refused) return refused;
  const range = { sheetId, dimension, startIndex: start, endIndex: start + count };
  const change = (draft: BookDraft) => {
    const span = dimensionSpan(draft, range);
    if (action.kind === 'moveRows') moveLines(draft, span, action.before);
    else if (insertsLines(action))
      insertLines(requestContext(draft, deed), span, start > 0 ? start - 1 : start);
    else deleteLines(draft, span);
  };
  return { change, events: lineEvents(deed, sheet, action) };
}

const insertsLines = ({ kind }: LineAction) => kind === 'insertRows' || kind === 'insertColumns';

function checkLines(
  deed: Deed,
  sheet: SheetState,
  action: LineAction,
  dimension: Dimension,
): ActionRefusal | undefined {
  const { start, count } = action;
  if (!insertsLines(action))
    return checkProtected(deed, sheet, blockOf(sheet, dimension, start, start + count));
  if (start < 0 || start > (dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount)) {
    return refusal('OUT_OF_BOUNDS', `The sheet has no place ${start} to insert at.`);
  }
  return wholeSheetProtected(sheet, deed.person) ? refusal('PROTECTED', PROTECTED_MESSAGE) : undefined;
}

/** Moving rows that hold something edits them as well; the other changes of lines have no range to tell. */
function lineEvents(deed: Deed, sheet: SheetState, action: LineAction): TriggerEvent[] {
  if (action.kind !== 'moveRows') return deed.changed(CHANGE_TYPES[action.kind]);
  const { start, count, before } = action;
  const holdsData = sheet.rows.slice(start, start + count).some((row) => row?.cells.some(hasValue));
  if (!holdsData) return deed.changed('OTHER');
  const to = before > start ? before - count : before;
  return deed.edited(blockOf(sheet, 'ROWS', to, to + count));
}

function blockOf(sheet: SheetState, dimension: Dimension, start: number, end: number): CellRange {
  const sheetId = sheet.meta.properties.sheetId;
  return dimension === 'ROWS'
    ? { sheetId, startRow: start, endRow: end, startColumn: 0, endColumn: sheet.columnCount }
    : { sheetId, startRow: 0, endRow: sheet.rowCount, startColumn: start, endColumn: end };
}

function checkProtected(deed: Deed, sheet: SheetState, block: CellRange): ActionRefusal | undefined {
  const isProtected = protectionFor(sheet, deed.person);
  for (let row = block.startRow; row < Math.min(block.endRow, sheet.rowCount); row += 1) {
    for (let column = block.startColumn; column < Math.min(block.endColumn, sheet.columnCount); column += 1) {
      if (!isProtected({ row, column })) continue;
      return refusal('PROTECTED', 'You are trying to edit a protected cell or object.', sheet, {
        row,
        column,
      });
    }
  }
  return undefined;
}

function sort(deed: Deed, sheet: SheetState, action: Extract<GridAction, { kind: 'sortRange' }>): Outcome {
  const { range, by } = action;
  const refused = checkProtected(deed, sheet, range);
  if (refused) return refused;
  const specs = by.map(({ column, ascending }) => ({
    dimensionIndex: column,
    sortOrder: ascending ? 'ASCENDING' : 'DESCENDING',
  }));
  return {
    change: (draft) => {
      const resolved = resolveGridRange(draft.book, {
        sheetId: range.sheetId,
        startRowIndex: range.startRow,
        endRowIndex: range.endRow,
        startColumnIndex: range.startColumn,
        endColumnIndex: range.endColumn,
      });
      sortRows(draft, resolved, specs, deed.book.readContext);
    },
    events: deed.edited(range),
  };
}
