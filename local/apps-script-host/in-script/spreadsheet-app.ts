import type { CellRange } from '../../sheets-service/service-api.ts';
import type { BookDescription, SheetDescription } from '../protocol.ts';
import type { Bridge } from './bridge.ts';
import { exception } from './bridge.ts';
import { strict } from './strict.ts';
import { createUi } from './ui.ts';

const TOAST_SECONDS = 5;

/** SpreadsheetApp for the one book that the script is bound to. */
export function createSpreadsheetApp(bridge: Bridge) {
  const ui = createUi(bridge);
  const active = () => {
    // A bound script may see its own book even in a simple trigger; otherwise the manifest must ask for it.
    if (bridge.execution.authMode === 'FULL') {
      bridge.requireScope('SpreadsheetApp.getActive', 'spreadsheets.currentonly', 'spreadsheets');
    }
    return createSpreadsheet(bridge);
  };
  return strict('SpreadsheetApp', {
    getActive: active,
    getActiveSpreadsheet: active,
    getUi: () => ui,
    flush: () => undefined,
  });
}

/** A Spreadsheet object; what it says is read anew each time. */
export function createSpreadsheet(bridge: Bridge) {
  const book = () => bridge.call('spreadsheet.describe') as BookDescription;
  const sheets = () => book().sheets.map((sheet) => createSheet(bridge, sheet));
  return strict('Spreadsheet', {
    getId: () => book().spreadsheetId,
    getName: () => book().title,
    getSpreadsheetLocale: () => book().locale,
    getSheets: sheets,
    getSheetByName: (name: string) => sheets().find((sheet) => sheet.getName() === name) ?? null,
    toast: (message: string, title = '', seconds = TOAST_SECONDS) => {
      bridge.call('spreadsheet.toast', { message, title, seconds });
    },
  });
}

function createSheet(bridge: Bridge, { sheetId, title, rowCount, columnCount }: SheetDescription) {
  return strict('Sheet', {
    getSheetId: () => sheetId,
    getName: () => title,
    getMaxRows: () => rowCount,
    getMaxColumns: () => columnCount,
    getRange: (row: number, column: number, rows = 1, columns = 1) => {
      if (typeof row !== 'number' || row < 1 || column < 1 || rows < 1 || columns < 1) {
        throw exception('The coordinates of the range are outside the dimensions of the sheet.');
      }
      const [startRow, startColumn] = [row - 1, column - 1];
      const area = {
        sheetId,
        startRow,
        endRow: startRow + rows,
        startColumn,
        endColumn: startColumn + columns,
      };
      return createRange(bridge, area);
    },
  });
}

/** A Range object: one-based, as scripts know it. Where it is, not what it holds: our script reads no cells. */
export function createRange(bridge: Bridge, area: CellRange) {
  return strict('Range', {
    getRow: () => area.startRow + 1,
    getColumn: () => area.startColumn + 1,
    getNumRows: () => area.endRow - area.startRow,
    getNumColumns: () => area.endColumn - area.startColumn,
    getLastRow: () => area.endRow,
    getLastColumn: () => area.endColumn,
    getSheet: () => {
      const { sheets } = bridge.call('spreadsheet.describe') as BookDescription;
      const sheet = sheets.find(({ sheetId }) => sheetId === area.sheetId);
      // The sheet may be gone by the time a queued trigger runs; its id is still known.
      return createSheet(bridge, sheet ?? { sheetId: area.sheetId, title: '', rowCount: 0, columnCount: 0 });
    },
  });
}
