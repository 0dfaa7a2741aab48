/**
 * Everything running on loopback as `npm start` runs it, with a person who types into the sheet: the embedded
 * database, the Sheets service, the real adapters, the functions behind the framework, the add-on, the mail catcher.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { EditEvent } from '../../../shared/contract/edit-event.ts';
import { teamId, type TeamId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/rep.ts';
import { EMPTY_PLAN, type RawCell, type ReadRow } from '../../../shared/ports/board.ts';
import { columnIndex, TABS, TAB_KEYS, type TabKey } from '../../../shared/sheet/layout.ts';
import type { Ports } from '../../../functions/pipeline/ports.ts';
import type { ActionResult, PersonAction } from '../../../local/sheets-service/service-api.ts';
import type { MailSummary, ReceivedMail } from '../../../local/mail-catcher/received-mail.ts';
import { LOCAL_PERSON } from '../../../local/local-config.ts';
import { startLocal, type RunningLocal } from '../../../local/start-local.ts';

export type Row = ReadRow['cells'];
type Input = string | number | boolean | null;

/** A whole board as it stands in the sheet. */
export interface Look {
  /** Rows of a tab in sheet order, by column key. */
  rows(tab: TabKey): readonly Row[];
  /** The row of a task, rep or audit entry by its id. */
  byId(tab: TabKey, id: string): Row | undefined;
  /** Where that row stands, counted from 0. */
  place(tab: TabKey, id: string): number;
  /** The only row with this content in one column. */
  find(tab: TabKey, column: string, content: RawCell): Row;
}

export interface RunningBoard {
  readonly running: RunningLocal;
  readonly team: TeamId;
  readonly ports: Ports;
  readonly dataDir: string;
  look(): Promise<Look>;
  /** Types into cells of one row, as a person, and waits until all that follows is told. */
  type(tab: TabKey, id: string, cells: Readonly<Record<string, Input>>): Promise<Look>;
  /** Does something else as a person, and waits likewise. */
  act(action: PersonAction): Promise<Look>;
  /** Types at a place, waiting for nothing. */
  typeAt(tab: TabKey, row: number, cells: Readonly<Record<string, Input>>): Promise<ActionResult>;
  /** Writes by the Sheets API, which fires no trigger: an edit whose event nobody has heard of yet. */
  writeUnseen(tab: TabKey, id: string, cells: Readonly<Record<string, RawCell>>): Promise<void>;
  appendUnseen(tab: TabKey, values: Readonly<Record<string, RawCell>>): Promise<void>;
  /** Resolves when the add-on has forwarded everything and the outbox is empty. */
  settled(): Promise<void>;
  /** Notes of a row by column key. */
  notes(tab: TabKey, id: string): Promise<Readonly<Record<string, string>>>;
  /** Mails so far, oldest first. */
  mails(): Promise<readonly MailSummary[]>;
  mail(id: string): Promise<ReceivedMail>;
  close(): Promise<void>;
}

export const tasksSheet = TABS.tasks.sheetId;

/** A new board with the sample team, in a folder of its own. */
export const startBoard = async (
  given: { readonly language?: Language; readonly dataDir?: string } = {},
): Promise<RunningBoard> => {
  const dataDir = given.dataDir ?? (await mkdtemp(join(tmpdir(), 'peineng-pipeline-')));
  const running = await startLocal({
    kind: 'run',
    port: 0,
    dataDir,
    reset: false,
    open: false,
    language: given.language ?? 'zh-CN',
  });
  return boardOf(running, dataDir, async () => {
    await running.close();
    if (given.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  });
};

const boardOf = (running: RunningLocal, dataDir: string, close: () => Promise<void>): RunningBoard => {
  const { app, sheets, addOn, spreadsheetId } = running;
  const team = teamId(spreadsheetId);
  const { ports } = app;
  const person = { email: LOCAL_PERSON, clientId: 'test' };
  const look = async (): Promise<Look> => lookOf(ports, team);
  const settled = async (): Promise<void> => {
    await addOn.idle();
    await expect.poll(() => ports.store.undelivered(team, 10), { timeout: 20_000 }).toEqual([]);
  };
  const typeAt: RunningBoard['typeAt'] = async (tab, row, cells) =>
    sheets.act(
      spreadsheetId,
      { kind: 'setCells', sheetId: TABS[tab].sheetId, cells: typedCells(tab, row, cells) },
      person,
    );
  return {
    running,
    team,
    ports,
    dataDir,
    look,
    settled,
    typeAt,
    type: async (tab, id, cells) => {
      expect(await typeAt(tab, (await look()).place(tab, id), cells)).toMatchObject({ ok: true });
      await settled();
      return look();
    },
    act: async (action) => {
      expect(await sheets.act(spreadsheetId, action, person)).toMatchObject({ ok: true });
      await settled();
      return look();
    },
    writeUnseen: async (tab, id, cells) => {
      const read = await ports.board.read(team, { rows: [], whole: [], ids: [tab] });
      const plan = Object.entries(cells).map(([column, value]) => ({ tab, at: { id }, column, value }));
      await ports.board.write(team, { ...EMPTY_PLAN, cells: plan }, read);
    },
    appendUnseen: async (tab, values) => {
      const read = await ports.board.read(team, { rows: [], whole: [], ids: [tab] });
      await ports.board.write(team, { ...EMPTY_PLAN, appends: [{ tab, values }] }, read);
    },
    notes: async (tab, id) => notesOf(running, tab, (await look()).place(tab, id)),
    mails: async () => {
      const answer = await fetch(`${running.origin}/inbox/api/mails`);
      return ((await answer.json()) as { mails: readonly MailSummary[] }).mails.toReversed();
    },
    mail: async (id) =>
      (await (await fetch(`${running.origin}/inbox/api/mails/${id}`)).json()) as ReceivedMail,
    close,
  };
};

const typedCells = (tab: TabKey, row: number, cells: Readonly<Record<string, Input>>) =>
  Object.entries(cells).map(([column, input]) => ({ row, column: columnIndex(tab, column), input }));

const lookOf = async (ports: Ports, team: TeamId): Promise<Look> => {
  const read = await ports.board.read(team, { rows: [], whole: TAB_KEYS, ids: [] });
  const rowsOf = (tab: TabKey): readonly ReadRow[] => read.rows[tab] ?? [];
  return {
    rows: (tab) => rowsOf(tab).map(({ cells }) => cells),
    byId: (tab, id) => rowsOf(tab).find(({ cells }) => cells['id'] === id)?.cells,
    place: (tab, id) => {
      const found = rowsOf(tab).find(({ cells }) => cells['id'] === id);
      if (found === undefined) throw new Error(`no row ${id} on ${tab}`);
      return found.row;
    },
    find: (tab, column, content) => {
      const [found, ...others] = rowsOf(tab).filter(({ cells }) => cells[column] === content);
      if (found === undefined || others.length > 0)
        throw new Error(`${others.length + (found === undefined ? 0 : 1)} rows with ${column} ${content}`);
      return found.cells;
    },
  };
};

const notesOf = (
  { sheets, spreadsheetId }: RunningLocal,
  tab: TabKey,
  row: number,
): Readonly<Record<string, string>> => {
  const { sheetId, columns } = TABS[tab];
  const book = sheets.getSpreadsheet(spreadsheetId, { includeGridData: true, sheetId });
  const sheet = book.sheets?.find(({ properties }) => properties?.sheetId === sheetId);
  const cells = sheet?.data?.[0]?.rowData?.[row]?.values ?? [];
  return Object.fromEntries(
    columns.flatMap(({ key }, index) => {
      const note = cells[index]?.note;
      return note == null || note === '' ? [] : [[key, note]];
    }),
  );
};

/** The id of the row that holds this content in a column. */
export const idOf = (look: Look, tab: TabKey, column: string, content: RawCell): string =>
  String(look.find(tab, column, content)['id']);

/** Numbers of the Audit tab, as they stand below each other. */
export const auditNumbers = (look: Look): readonly RawCell[] =>
  look.rows('audit').map((row) => row['number'] ?? null);

/** 1, 2, 3 … without gaps, duplicates or disorder. */
export const expectUnbrokenAudit = (look: Look): void => {
  const numbers = auditNumbers(look);
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
};

/** What an edit of some rows of the Tasks tab sends. */
export const editOf = (
  team: TeamId,
  id: string,
  startRow: number,
  rows = 1,
  tab: TabKey = 'tasks',
): EditEvent => ({
  id,
  at: '2026-11-23T08:00:00.000Z',
  spreadsheetId: team,
  kind: 'edit',
  sheetId: TABS[tab].sheetId,
  range: { startRow, endRow: startRow + rows, startColumn: 5, endColumn: 6 },
  user: LOCAL_PERSON,
});
