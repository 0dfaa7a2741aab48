import type { Board } from '../../shared/ports/board.ts';
import { setUpBoard } from './board-set-up.ts';
import { connectSheets, type SheetsOptions } from './sheets-connection.ts';
import { readBoard } from './sheets-read.ts';
import { writeBoard } from './sheets-write.ts';

/** The board in Google Sheets, or in any service that speaks the same API at `rootUrl`. */
export const createSheetsBoard = (options: SheetsOptions): Board => {
  const connection = connectSheets(options);
  return {
    read: (team, request) => readBoard(connection, team, request),
    write: (team, plan, read, again) => writeBoard(connection, team, plan, read, again),
    setUp: (team, language, charts) => setUpBoard(connection, team, language, charts),
  };
};
