import type { TeamId } from '../../shared/domain/ids.ts';
import type { BoardRead, RawCell, ReadRequest, ReadRow } from '../../shared/ports/board.ts';
import { FIRST_DATA_ROW, KEY_ROW, TABS, TAB_KEYS, type TabKey } from '../../shared/sheet/layout.ts';
import type { sheets_v4 } from './google-sheets-client.ts';
import { isBeyondGrid, tabMissing, type SheetsConnection } from './sheets-connection.ts';

type GridRange = sheets_v4.Schema$GridRange;
type Grid = readonly (readonly unknown[])[];

/** What is wanted of one tab. Row ranges are end-exclusive; `ids` asks for the first column below the header. */
interface TabWish {
  readonly tab: TabKey;
  readonly whole: boolean;
  readonly ids: boolean;
  readonly rows: readonly { readonly startRow: number; readonly endRow: number }[];
}

/**
 * Reads the board in one call, `values.batchGetByDataFilter` by sheet id, so renamed tabs are found. Of each tab
 * the key row comes along: it says where the columns stand now. A row range gives every row it names, empty
 * where nothing stands; `whole` leaves empty rows out. An empty row range asks for the columns alone.
 *
 * Two further calls exist: a range that begins below the grid's last row makes Google refuse the whole
 * call, so it is asked again without limits; and ids that people moved away from the first column are fetched
 * from where they are.
 */
export const readBoard = async (
  connection: SheetsConnection,
  team: TeamId,
  request: ReadRequest,
): Promise<BoardRead> => {
  const wishes = TAB_KEYS.map((tab) => wishFor(tab, request)).filter((wish) => wish !== null);
  if (wishes.length === 0) return { rows: {}, ids: {}, columns: {} };
  const grids = await fetchGrids(connection, team, wishes.flatMap(rangesOf)).catch((error: unknown) => {
    if (!isBeyondGrid(error)) throw error;
    return fetchWholeTabs(connection, team, wishes);
  });
  const columns = Object.fromEntries(
    wishes.map(({ tab }) => [tab, columnsOf(tab, grids(keyRow(tab))[0] ?? [])]),
  );
  const moved = wishes.filter(({ tab, ids, whole }) => ids && !whole && columns[tab]?.['id'] !== 0);
  const idGrids =
    moved.length === 0
      ? grids
      : await fetchGrids(
          connection,
          team,
          moved.map(({ tab }) => idRange(tab, columns[tab]?.['id'] ?? 0)),
        );
  return { rows: rowsOf(wishes, grids, columns), ids: idsOf(wishes, grids, idGrids, columns), columns };
};

const wishFor = (tab: TabKey, { rows, whole, ids }: ReadRequest): TabWish | null => {
  const own = rows.filter((range) => range.tab === tab);
  const wish = { tab, whole: whole.includes(tab), ids: ids.includes(tab), rows: own };
  return own.length > 0 || wish.whole || wish.ids ? wish : null;
};

const keyRow = (tab: TabKey): GridRange => rowRange(tab, KEY_ROW, KEY_ROW + 1);
const rowRange = (tab: TabKey, startRowIndex: number, endRowIndex?: number): GridRange => ({
  sheetId: TABS[tab].sheetId,
  startRowIndex,
  ...(endRowIndex === undefined ? {} : { endRowIndex }),
});
const idRange = (tab: TabKey, column: number): GridRange => ({
  ...rowRange(tab, FIRST_DATA_ROW),
  startColumnIndex: column,
  endColumnIndex: column + 1,
});

const rangesOf = ({ tab, whole, ids, rows }: TabWish): readonly GridRange[] => [
  keyRow(tab),
  ...(whole
    ? [rowRange(tab, FIRST_DATA_ROW)]
    : [
        ...rows.filter(notEmpty).map(({ startRow, endRow }) => rowRange(tab, startRow, endRow)),
        ...(ids ? [idRange(tab, 0)] : []),
      ]),
];
const notEmpty = ({ startRow, endRow }: { startRow: number; endRow: number }): boolean => endRow > startRow;

/** Absent bounds mean zero or "to the end", and zeros may be left out of an answer. */
const rangeKey = (range: GridRange | undefined): string =>
  [
    range?.sheetId ?? 0,
    range?.startRowIndex ?? 0,
    range?.endRowIndex ?? '',
    range?.startColumnIndex ?? 0,
    range?.endColumnIndex ?? '',
  ].join(':');

type Lookup = (range: GridRange) => Grid;

/** Answers carry the filters they match, in no promised order. */
const fetchGrids = async (
  { api, run }: SheetsConnection,
  team: TeamId,
  ranges: readonly GridRange[],
): Promise<Lookup> => {
  const distinct = [...new Map(ranges.map((range) => [rangeKey(range), range])).values()];
  const answer = await run(() =>
    api.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId: team,
      requestBody: {
        dataFilters: distinct.map((gridRange) => ({ gridRange })),
        majorDimension: 'ROWS',
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      },
    }),
  );
  const grids = new Map<string, Grid>();
  for (const { valueRange, dataFilters } of answer.valueRanges ?? []) {
    for (const { gridRange } of dataFilters ?? []) grids.set(rangeKey(gridRange), valueRange?.values ?? []);
  }
  return (range) => grids.get(rangeKey(range)) ?? [];
};

/** The same without naming any row, for boards whose grid ends above a wanted row. */
const fetchWholeTabs = async (
  connection: SheetsConnection,
  team: TeamId,
  wishes: readonly TabWish[],
): Promise<Lookup> => {
  const whole = await fetchGrids(
    connection,
    team,
    wishes.map(({ tab }) => ({ sheetId: TABS[tab].sheetId })),
  );
  return ({ sheetId, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }) =>
    whole({ sheetId: sheetId ?? 0 })
      .slice(startRowIndex ?? 0, endRowIndex ?? undefined)
      .map((row) => row.slice(startColumnIndex ?? 0, endColumnIndex ?? undefined));
};

/**
 * Where each column stands, by the key row. Without the id column or one of people's own columns the board
 * must not be read: what is missing would look as if somebody had emptied it.
 */
const columnsOf = (tab: TabKey, keys: readonly unknown[]): Readonly<Record<string, number>> => {
  const places = new Map<unknown, number>();
  keys.forEach((key, index) => {
    // A copied column has the key of the original; the first one counts.
    if (!places.has(key)) places.set(key, index);
  });
  const missing = TABS[tab].columns.filter(
    ({ key, owner }) => !places.has(key) && (key === 'id' || owner === 'people'),
  );
  if (missing.length > 0)
    throw tabMissing(tab, `the column keys ${missing.map(({ key }) => key).join(', ')} are gone from row 1.`);
  return Object.fromEntries(
    TABS[tab].columns.flatMap(({ key }) => {
      const index = places.get(key);
      return index === undefined ? [] : [[key, index]];
    }),
  );
};

type Columns = Readonly<Record<string, Readonly<Record<string, number>>>>;

const rowsOf = (wishes: readonly TabWish[], grids: Lookup, columns: Columns): BoardRead['rows'] =>
  Object.fromEntries(
    wishes
      .filter(({ whole, rows }) => whole || rows.length > 0)
      .map(({ tab, whole, rows }): [TabKey, readonly ReadRow[]] => {
        const places = columns[tab] ?? {};
        if (whole) return [tab, wholeRows(grids(rowRange(tab, FIRST_DATA_ROW)), places)];
        const wanted = new Map<number, ReadRow>();
        for (const { startRow, endRow } of rows.filter(notEmpty)) {
          const grid = grids(rowRange(tab, startRow, endRow));
          for (let row = startRow; row < endRow; row += 1)
            wanted.set(row, toRow(row, grid[row - startRow] ?? [], places));
        }
        return [tab, [...wanted.values()].sort((a, b) => a.row - b.row)];
      }),
  );

const wholeRows = (grid: Grid, places: Readonly<Record<string, number>>): readonly ReadRow[] =>
  grid.flatMap((cells, index) => {
    const row = toRow(FIRST_DATA_ROW + index, cells, places);
    return Object.values(row.cells).every((cell) => cell === null) ? [] : [row];
  });

const toRow = (
  row: number,
  values: readonly unknown[],
  places: Readonly<Record<string, number>>,
): ReadRow => ({
  row,
  cells: Object.fromEntries(Object.entries(places).map(([key, index]) => [key, toCell(values[index])])),
});

const toCell = (value: unknown): RawCell =>
  value === '' || value == null ? null : (value as Exclude<RawCell, null>);

const idsOf = (
  wishes: readonly TabWish[],
  grids: Lookup,
  idGrids: Lookup,
  columns: Columns,
): BoardRead['ids'] =>
  Object.fromEntries(
    wishes
      .filter(({ ids }) => ids)
      .map(({ tab, whole }) => {
        const at = columns[tab]?.['id'] ?? 0;
        const column = whole
          ? grids(rowRange(tab, FIRST_DATA_ROW)).map((row) => [row[at]])
          : (at === 0 ? grids : idGrids)(idRange(tab, at));
        return [
          tab,
          column.flatMap(([id], index) =>
            isId(id) ? [{ row: FIRST_DATA_ROW + index, id: String(id) }] : [],
          ),
        ];
      }),
  );

const isId = (value: unknown): value is string | number | boolean => value !== '' && value != null;
