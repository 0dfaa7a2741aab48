/** Column widths, row heights and hidden rows and columns, brought in line with the sheet. */
import type { Worksheet } from '@univerjs/core';
import type { BoardSheet } from '../book/board-book.ts';
import { gridColumns, gridMerges, gridRows, gridSheetId } from '../book/grid-sheet.ts';
import { UNIT_ID, type GridView } from './grid-view.ts';

/** Sets what differs. Sizes that a person dragged stay until the sheet itself changes. */
export function showSizes(view: GridView, sheet: BoardSheet, worksheet: Worksheet): void {
  const ids = { unitId: UNIT_ID, subUnitId: gridSheetId(sheet.sheetId) };
  const columns = gridColumns(sheet).filter(([index, data]) => {
    const present = worksheet.getColumnManager().getColumn(index);
    return (data.w !== undefined && present?.w === undefined) || (data.hd ?? 0) !== (present?.hd ?? 0);
  });
  if (columns.length > 0) {
    view.apply('sheet.mutation.set-col-data', { ...ids, columnData: Object.fromEntries(columns) });
  }
  const rows = gridRows(sheet).filter(([index, data]) => {
    const present = worksheet.getRowManager().getRow(index);
    return data.h !== present?.h || (data.hd ?? 0) !== (present?.hd ?? 0);
  });
  if (rows.length > 0) {
    view.apply('sheet.mutation.set-row-data', { ...ids, rowData: Object.fromEntries(rows) });
  }
  // The engine lays the tab on screen out anew after changes of its shape only, and takes sizes for contents: without
  // this, a tab that was opened before it was loaded would keep the default sizes.
  if (columns.length + rows.length > 0) {
    view.apply('sheet.mutation.set-worksheet-row-count', { ...ids, rowCount: sheet.rowCount });
  }
  showMerges(view, sheet, worksheet);
}

function showMerges(view: GridView, sheet: BoardSheet, worksheet: Worksheet): void {
  const ids = { unitId: UNIT_ID, subUnitId: gridSheetId(sheet.sheetId) };
  const wanted = gridMerges(sheet);
  const present = worksheet.getMergeData();
  const text = (range: {
    startRow: number;
    endRow: number;
    startColumn: number;
    endColumn: number;
  }): string => [range.startRow, range.endRow, range.startColumn, range.endColumn].join();
  const wantedTexts = new Set(wanted.map(text));
  const presentTexts = new Set(present.map(text));
  const gone = present.filter((range) => !wantedTexts.has(text(range)));
  const added = wanted.filter((range) => !presentTexts.has(text(range)));
  if (gone.length > 0) view.apply('sheet.mutation.remove-worksheet-merge', { ...ids, ranges: gone });
  if (added.length > 0) view.apply('sheet.mutation.add-worksheet-merge', { ...ids, ranges: added });
}
