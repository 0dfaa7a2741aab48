import type { TeamId } from '../../shared/domain/ids.ts';
import type { BoardRead, RawCell, ReadRow, RowAddress, WritePlan } from '../../shared/ports/board.ts';
import { TABS, columnIndex, type TabKey } from '../../shared/sheet/layout.ts';
import type { sheets_v4 } from './google-sheets-client.ts';
import { cellData, gridRangeOf, joinBlocks, plainValue, type Placed } from './sheets-cells.ts';
import type { SheetsConnection } from './sheets-connection.ts';
import { bringsCheckbox, CHECKBOX, numberFormatOf } from './sheets-looks.ts';
import { readBoard } from './sheets-read.ts';

/** Google recommends at most 2 MB a request; larger plans are sent in several. */
const LARGEST_REQUEST_BYTES = 1_800_000;
/** JSON around one value, generously. */
const BYTES_AROUND_VALUE = 120;

/**
 * Writes a plan in one call (several only above 2 MB): `values.batchUpdateByDataFilter` when it is cells alone,
 * which is a quarter of the bytes, else one `batchUpdate`. If an attempt may have been carried out without our
 * hearing of it, the ids are read again before the next: rows appended meanwhile are not appended twice, and
 * cells go to where their rows are then.
 */
export const writeBoard = async (
  connection: SheetsConnection,
  team: TeamId,
  plan: WritePlan,
  read: BoardRead,
  again = false,
): Promise<void> => {
  const start = again && plan.appends.length > 0 ? await withFreshIds(connection, team, plan, read) : read;
  for (const part of split(plan)) {
    await connection.run(async ({ maybeDone }) => {
      const now = maybeDone ? await withFreshIds(once(connection), team, part, read) : start;
      const left = maybeDone || again ? withoutAppended(part, now) : part;
      return send(connection.api, team, left, now);
    });
  }
};

/** Within an attempt a read is tried once: if it fails, the whole attempt is tried again. */
const once = ({ api }: SheetsConnection): SheetsConnection => ({
  api,
  run: async (attempt) => (await attempt({ maybeDone: false })).data,
});

const withFreshIds = async (
  connection: SheetsConnection,
  team: TeamId,
  plan: WritePlan,
  read: BoardRead,
): Promise<BoardRead> => {
  const ids = [...new Set([...plan.cells, ...plan.notes, ...plan.appends].map(({ tab }) => tab))];
  const fresh = await readBoard(connection, team, { rows: [], whole: [], ids });
  return { rows: {}, ids: { ...read.ids, ...fresh.ids }, columns: { ...read.columns, ...fresh.columns } };
};

const withoutAppended = (plan: WritePlan, { ids }: BoardRead): WritePlan => ({
  ...plan,
  appends: plan.appends.filter(({ tab, values }) => !ids[tab]?.some(({ id }) => id === values['id'])),
});

const sizeOf = (value: RawCell): number =>
  BYTES_AROUND_VALUE + (typeof value === 'string' ? Buffer.byteLength(value) : 8);

/** Parts of the plan that fit one request each, in order: cells, notes, new rows. Usually one; none if empty. */
const split = (plan: WritePlan): readonly WritePlan[] => {
  const parts: {
    cells: WritePlan['cells'][number][];
    notes: WritePlan['notes'][number][];
    appends: WritePlan['appends'][number][];
  }[] = [];
  let room = 0;
  const partFor = (size: number) => {
    const last = parts.at(-1);
    if (last !== undefined && size <= room) {
      room -= size;
      return last;
    }
    const next = { cells: [], notes: [], appends: [] };
    parts.push(next);
    room = LARGEST_REQUEST_BYTES - size;
    return next;
  };
  for (const cell of plan.cells) partFor(sizeOf(cell.value)).cells.push(cell);
  for (const note of plan.notes) partFor(sizeOf(note.text)).notes.push(note);
  for (const row of plan.appends) {
    const size = Object.values(row.values).reduce<number>(
      (sum, value) => sum + sizeOf(value),
      BYTES_AROUND_VALUE,
    );
    partFor(size).appends.push(row);
  }
  return parts;
};

const NOTHING = { data: {} };

const send = async (
  api: sheets_v4.Sheets,
  spreadsheetId: TeamId,
  plan: WritePlan,
  read: BoardRead,
): Promise<{ readonly data: unknown }> => {
  const find = rowFinder(read, plan);
  const cells = place(plan.cells, read, find, ({ value }) => value);
  const notes = place(plan.notes, read, find, ({ text }) => text);
  if (notes.length === 0 && plan.appends.length === 0) {
    if (cells.length === 0) return NOTHING;
    const data = joinBlocks(cells).map((block) => ({
      dataFilter: { gridRange: gridRangeOf(block) },
      majorDimension: 'ROWS',
      values: block.values.map((row) => row.map(plainValue)),
    }));
    const requestBody = { valueInputOption: 'RAW', data };
    return api.spreadsheets.values.batchUpdateByDataFilter({ spreadsheetId, requestBody });
  }
  const requests = [
    ...updates(cells, 'userEnteredValue', cellData),
    ...updates(notes, 'note', (note): sheets_v4.Schema$CellData => (note === null ? {} : { note })),
    ...appends(plan.appends, read),
  ];
  return api.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
};

type FindRow = (tab: TabKey, at: RowAddress) => number | null;

/**
 * The row of an address. Of rows with the same id (a copy) the first counts. A row without an id goes by its
 * place, but only as long as no other id stands there: rows may have moved since the plan was made.
 */
const rowFinder = ({ ids, rows }: BoardRead, plan: WritePlan): FindRow => {
  const given = new Map(
    plan.cells.flatMap(({ tab, at, column, value }) =>
      column === 'id' && 'row' in at ? [[`${tab}:${at.row}`, value] as const] : [],
    ),
  );
  const known = new Map<TabKey, Rows>();
  const rowsOf = (tab: TabKey): Rows => {
    const present = known.get(tab) ?? indexRows(ids[tab] ?? [], rows[tab] ?? []);
    known.set(tab, present);
    return present;
  };
  return (tab, at) => {
    const { byId, byRow } = rowsOf(tab);
    if ('id' in at) return byId.get(at.id) ?? null;
    const present = byRow.get(at.row);
    return present === undefined || present === given.get(`${tab}:${at.row}`) ? at.row : null;
  };
};

interface Rows {
  readonly byId: ReadonlyMap<string, number>;
  readonly byRow: ReadonlyMap<number, string>;
}

const indexRows = (
  ids: readonly { readonly row: number; readonly id: string }[],
  rows: readonly ReadRow[],
): Rows => {
  const byId = new Map<string, number>();
  const byRow = new Map<number, string>();
  const add = (id: RawCell | undefined, row: number): void => {
    if (id == null) return;
    if (!byId.has(String(id))) byId.set(String(id), row);
    byRow.set(row, String(id));
  };
  ids.forEach(({ id, row }) => add(id, row));
  rows.forEach(({ cells, row }) => add(cells['id'], row));
  return { byId, byRow };
};

/** Where a column stands: as read, else as laid out; null when people have deleted a column of ours. */
const placeOfColumn = ({ columns }: BoardRead, tab: TabKey, key: string): number | null => {
  const laidOut = columnIndex(tab, key);
  const read = columns[tab];
  return read === undefined ? laidOut : (read[key] ?? null);
};

const place = <I extends { readonly tab: TabKey; readonly at: RowAddress; readonly column: string }, T>(
  items: readonly I[],
  read: BoardRead,
  find: FindRow,
  valueOf: (item: I) => T,
): readonly Placed<T>[] =>
  items.flatMap((item) => {
    const row = find(item.tab, item.at);
    const column = placeOfColumn(read, item.tab, item.column);
    return row === null || column === null
      ? []
      : [{ sheetId: TABS[item.tab].sheetId, row, column, value: valueOf(item) }];
  });

const updates = <T>(
  cells: readonly Placed<T>[],
  fields: string,
  toCell: (value: T) => sheets_v4.Schema$CellData,
): readonly sheets_v4.Schema$Request[] =>
  joinBlocks(cells).map((block) => ({
    updateCells: {
      range: gridRangeOf(block),
      rows: block.values.map((row) => ({ values: row.map(toCell) })),
      fields,
    },
  }));

const appends = (rows: WritePlan['appends'], read: BoardRead): readonly sheets_v4.Schema$Request[] => {
  const tabs = [...new Set(rows.map(({ tab }) => tab))];
  return tabs.map((tab) => ({
    appendCells: {
      sheetId: TABS[tab].sheetId,
      rows: rows
        .filter((row) => row.tab === tab)
        .map(({ values }) => ({ values: rowCells(tab, values, read) })),
      fields: `userEnteredValue,userEnteredFormat.numberFormat${bringsCheckbox(tab) ? ',dataValidation' : ''}`,
    },
  }));
};

/**
 * A new row brings the formats of its dates and numbers, for it may stand below the rows that set-up
 * formatted; and, in tabs that only we add rows to, its checkbox, because a column of checkboxes prepared for rows
 * to come could make those rows count as filled. A checkbox nobody mentions is there and unticked; null means none.
 */
const rowCells = (
  tab: TabKey,
  values: Readonly<Record<string, RawCell>>,
  read: BoardRead,
): sheets_v4.Schema$CellData[] => {
  Object.keys(values).forEach((key) => columnIndex(tab, key));
  const cells: sheets_v4.Schema$CellData[] = [];
  const brings = bringsCheckbox(tab);
  for (const column of TABS[tab].columns) {
    const at = placeOfColumn(read, tab, column.key);
    if (at === null) continue;
    const given = values[column.key];
    const ticks = brings && column.kind === 'checkbox';
    const value = given === undefined ? (ticks ? false : null) : given;
    const numberFormat = numberFormatOf(tab, column);
    cells[at] = {
      ...cellData(value),
      ...(numberFormat === null ? {} : { userEnteredFormat: { numberFormat } }),
      ...(ticks && value !== null ? { dataValidation: CHECKBOX } : {}),
    };
  }
  return Array.from(cells, (cell) => cell ?? {});
};
