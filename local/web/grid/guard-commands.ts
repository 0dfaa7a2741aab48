/** Stops in the engine what the board does not do, or does on the server instead: sorting, new tabs, formats. */
import {
  CanceledError,
  ICommandService,
  type ICommandInfo,
  type Injector,
  type IRange,
} from '@univerjs/core';
import { columnName } from '../book/board-book.ts';
import { boardSheetId } from '../book/grid-sheet.ts';
import { EDITOR_VISIBLE, selectedCell } from './edit-watch.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { BoardNotice } from '../session/board-view.ts';
import type { Messages } from '../text/catalog.ts';

interface Guards {
  readonly session: BoardSession;
  readonly messages: () => Messages;
  readonly notify: (notice: BoardNotice) => void;
  /** The person asked for a new tab of this title. */
  readonly addingTab: (title: string) => void;
}

interface SortParams {
  readonly subUnitId: string;
  readonly range: IRange;
  readonly hasTitle?: boolean;
  readonly orderRules: readonly { readonly colIndex: number; readonly type: 'asc' | 'desc' }[];
}

/** Commands that would change only this window: refused with a word on where to do it. */
const NOT_HERE = new Set([
  'sheet.command.set-style',
  'sheet.command.set-border',
  'sheet.command.set-border-basic',
  'sheet.command.copy-sheet',
  'sheet.command.set-tab-color',
  'sheet.command.set-worksheet-order',
  'sheet.command.set-worksheet-hidden',
  'sheet.command.add-worksheet-merge',
  'sheet.command.remove-worksheet-merge',
  'sheet.command.insert-range-move-down',
  'sheet.command.insert-range-move-right',
  'sheet.command.delete-range-move-left',
  'sheet.command.delete-range-move-up',
  'sheet.command.move-cols',
  'sheet.command.update-note',
  'sheet.command.delete-note',
  'sheet.command.set-selection-frozen',
]);

/** Installs the guards. */
export function guardCommands(injector: Injector, guards: Guards): void {
  const replaced: Readonly<Record<string, (params: never) => void>> = {
    'sheet.command.sort-range': (params: SortParams) => sortOnServer(guards, params),
    'sheet.command.insert-sheet': () => addTab(guards),
    'sheet.command.remove-sheet': (params: { subUnitId?: string }) => removeTab(guards, params.subUnitId),
  };
  injector.get(ICommandService).beforeCommandExecuted((info: Readonly<ICommandInfo>) => {
    if (info.id === EDITOR_VISIBLE && (info.params as { visible?: boolean } | undefined)?.visible) {
      return refuseLocked(injector, guards);
    }
    const replacement = replaced[info.id];
    if (replacement) replacement((info.params ?? {}) as never);
    else if (NOT_HERE.has(info.id)) guards.notify({ kind: 'info', message: guards.messages().notHere });
    else return;
    throw new CanceledError();
  });
}

function refuseLocked(injector: Injector, { session, messages, notify }: Guards): void {
  const cell = selectedCell(injector);
  const sheet = cell && session.sheet(cell.sheetId);
  if (!sheet || !session.isLocked(sheet.sheetId, cell.row, cell.column)) return;
  notify({ kind: 'locked', message: messages().lockedColumn(columnName(sheet, cell.column)) });
  throw new CanceledError();
}

function sortOnServer({ session }: Guards, params: SortParams): void {
  const sheetId = boardSheetId(params.subUnitId);
  if (sheetId === undefined) return;
  const { startRow, endRow, startColumn, endColumn } = params.range;
  const range = {
    sheetId,
    startRow: params.hasTitle ? startRow + 1 : startRow,
    endRow: endRow + 1,
    startColumn,
    endColumn: endColumn + 1,
  };
  const by = params.orderRules.map((rule) => ({ column: rule.colIndex, ascending: rule.type === 'asc' }));
  session.restructure({ kind: 'sortRange', range, by }, false);
}

function addTab({ session, messages, addingTab }: Guards): void {
  const taken = new Set(session.sheets.map((sheet) => sheet.title));
  let number = session.sheets.length + 1;
  while (taken.has(messages().newTab(number))) number += 1;
  const title = messages().newTab(number);
  addingTab(title);
  session.restructure({ kind: 'addSheet', title }, false);
}

function removeTab({ session }: Guards, subUnitId: string | undefined): void {
  const sheetId = boardSheetId(subUnitId ?? '');
  if (sheetId !== undefined) session.restructure({ kind: 'deleteSheet', sheetId }, false);
}
