import { randomBytes, randomInt } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { sheets_v4 } from '../../functions/adapters/google-sheets-client.ts';
import { fillNewBook } from './create-book.ts';
import { entityNotFound } from './http/api-error.ts';
import { requestContext, type BookShelf } from './http/endpoint.ts';
import { googleQuota, noQuota } from './http/quota.ts';
import { handleRequest } from './http/handle-request.ts';
import { OpenBook } from './open-book.ts';
import { carryOut } from './person/carry-out.ts';
import { lockDirectory } from './storage/directory-lock.ts';
import { renderSpreadsheet } from './read/render-spreadsheet.ts';
import type { BookChange, SheetsServiceApi, TriggerEvent } from './service-api.ts';

export interface SheetsServiceOptions {
  /** Directory that holds the workbooks; made when missing. */
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** `google` refuses more than 60 reads or 60 writes a minute per user, as Google does. Off unless given. */
  readonly quota?: 'off' | 'google';
}

export interface SheetsService extends SheetsServiceApi {
  /** Answers a call of the Sheets API; false, with nothing written, when the path is not under /v4/spreadsheets. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Makes a workbook as `spreadsheets.create` does and returns its id; a wished id must be free. */
  createSpreadsheet(body: sheets_v4.Schema$Spreadsheet, wishedId?: string): string;
  listSpreadsheets(): { spreadsheetId: string; title: string }[];
  /** Waits until everything is on disk and closes the files. */
  close(): Promise<void>;
}

/**
 * Opens the workbooks of a directory. Rejects, naming the file, when one of them is damaged in a way that
 * cannot be repaired without losing answered writes.
 */
export async function createSheetsService(options: SheetsServiceOptions): Promise<SheetsService> {
  const { dataDir, now } = options;
  mkdirSync(dataDir, { recursive: true });
  const unlock = lockDirectory(dataDir);
  const changes = new Set<(change: BookChange) => void>();
  const triggers = new Set<(event: TriggerEvent) => void>();
  const books = new Map<string, OpenBook>();
  const openBook = (id: string) => {
    const book = new OpenBook(dataDir, id, now, changes);
    books.set(id, book);
    return book;
  };
  for (const id of bookIds(dataDir)) openBook(id);

  const newId = () => randomInt(1, 2 ** 31 - 1);
  const open = (spreadsheetId: string): OpenBook => {
    const book = books.get(spreadsheetId);
    if (!book) throw entityNotFound();
    return book;
  };
  const create = (body: sheets_v4.Schema$Spreadsheet, wishedId?: string): string => {
    const id = wishedId ?? randomBytes(33).toString('base64url');
    if (!/^[\w-]+$/.test(id)) throw new Error(`A spreadsheet id holds only letters, digits, _ and -: ${id}`);
    if (books.has(id)) throw new Error(`There already is a spreadsheet ${id}.`);
    const book = openBook(id);
    try {
      book.change({ origin: 'api' }, (draft) => fillNewBook(requestContext(draft, { newId, now }), id, body));
    } catch (error) {
      books.delete(id);
      throw error;
    }
    return id;
  };
  const quota = options.quota === 'google' ? googleQuota(now) : noQuota;
  const shelf: BookShelf = {
    now,
    newId,
    quota,
    open,
    create: (body) => create(body as sheets_v4.Schema$Spreadsheet),
  };

  return Promise.resolve({
    handle: (request, response) => handleRequest(shelf, request, response),
    createSpreadsheet: create,
    listSpreadsheets: () =>
      [...books.values()].map(({ spreadsheetId, book }) => ({
        spreadsheetId,
        title: book.meta.properties.title ?? '',
      })),
    getSpreadsheet: (spreadsheetId, wanted = {}) => getForWindow(open(spreadsheetId), wanted),
    revision: (spreadsheetId) => open(spreadsheetId).revision,
    act: (spreadsheetId, action, person) =>
      Promise.resolve(
        carryOut({
          book: open(spreadsheetId),
          action,
          person,
          newId,
          now,
          fire: (event) => triggers.forEach((listener) => listener(event)),
        }),
      ),
    onTrigger: (listener) => subscribe(triggers, listener),
    onChange: (listener) => subscribe(changes, listener),
    close: async () => {
      await Promise.all([...books.values()].map((book) => book.close()));
      unlock();
    },
  });
}

function bookIds(directory: string): Set<string> {
  const names = readdirSync(directory).map((name) => /^([\w-]+)\.(?:snapshot|\d+\.journal)$/.exec(name)?.[1]);
  return new Set(names.filter((id) => id !== undefined));
}

function getForWindow(
  book: OpenBook,
  { includeGridData = false, sheetId }: { includeGridData?: boolean; sheetId?: number },
): sheets_v4.Schema$Spreadsheet {
  const whole = renderSpreadsheet(book.readContext, {
    includeGridData,
    ...(sheetId !== undefined && { onlySheet: sheetId }),
  });
  return whole;
}

function subscribe<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
