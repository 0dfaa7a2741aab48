/**
 * A small in-memory stand-in for the local Sheets service, for the board's tests: enough of Google's behaviour
 * for a person's actions (typing rules, protection, strict validation, rows, sort), one book, no disk.
 */
import type { sheets_v4 } from '../../functions/adapters/google-sheets-client.ts';
import type {
  ActionRefusal,
  ActionResult,
  BookChange,
  Person,
  PersonAction,
  SheetsServiceApi,
  TriggerEvent,
  TypedCell,
} from '../../local/sheets-service/service-api.ts';
import { cellFromTyping } from './typed-cell-value.ts';

export type Cell = sheets_v4.Schema$CellData;
export type Tab = Omit<sheets_v4.Schema$Sheet, 'data'> & { cells: Cell[][] };

type PositionedAction = Extract<PersonAction, { start: number }>;
type Outcome = Pick<BookChange, 'cells' | 'structure'>;

const NOTHING: Outcome = { cells: [], structure: [] };

/** The service plus what a test needs to play the part of the functions. */
export interface InMemoryBook extends SheetsServiceApi {
  readonly spreadsheetId: string;
  /** A write of the functions through the API: no triggers, `origin: 'api'`. */
  writeAsApi(sheetId: number, cells: readonly { row: number; column: number; data: Cell }[]): void;
  /** The entered value of a cell, as a plain value. */
  valueAt(sheetId: number, row: number, column: number): string | number | boolean | undefined;
  readonly actions: { readonly action: PersonAction; readonly person: Person }[];
}

/** A book with these tabs. */
export function createInMemoryBook(title: string, tabs: Tab[]): InMemoryBook {
  return new Book(title, tabs);
}

class Book implements InMemoryBook {
  readonly spreadsheetId = 'test-book';
  readonly actions: { readonly action: PersonAction; readonly person: Person }[] = [];
  readonly #changes = new Set<(change: BookChange) => void>();
  readonly #triggers = new Set<(event: TriggerEvent) => void>();
  readonly #title: string;
  readonly #tabs: Tab[];
  #revision = 1;

  constructor(title: string, tabs: Tab[]) {
    this.#title = title;
    this.#tabs = tabs;
  }

  getSpreadsheet(
    spreadsheetId: string,
    options: { includeGridData?: boolean; sheetId?: number } = {},
  ): sheets_v4.Schema$Spreadsheet {
    if (spreadsheetId !== this.spreadsheetId) throw new Error(`Unknown book ${spreadsheetId}`);
    const tabs = this.#tabs.filter(
      (tab) => options.sheetId === undefined || tab.properties?.sheetId === options.sheetId,
    );
    const sheets = tabs.map(({ cells, ...sheet }) => ({
      ...sheet,
      ...(options.includeGridData && { data: [{ rowData: cells.map((values) => ({ values })) }] }),
    }));
    // A deep copy, as an answer over HTTP would be.
    return structuredClone({ spreadsheetId, properties: { title: this.#title }, sheets });
  }

  revision(): number {
    return this.#revision;
  }

  onChange(listener: (change: BookChange) => void): () => void {
    this.#changes.add(listener);
    return () => this.#changes.delete(listener);
  }

  onTrigger(listener: (event: TriggerEvent) => void): () => void {
    this.#triggers.add(listener);
    return () => this.#triggers.delete(listener);
  }

  valueAt(sheetId: number, row: number, column: number): string | number | boolean | undefined {
    const value = this.#tab(sheetId)?.cells[row]?.[column]?.userEnteredValue;
    return value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? value?.formulaValue ?? undefined;
  }

  writeAsApi(sheetId: number, cells: readonly { row: number; column: number; data: Cell }[]): void {
    const tab = this.#tab(sheetId);
    if (!tab) throw new Error(`No tab ${sheetId}`);
    for (const { row, column, data } of cells)
      setCell(tab, row, column, { ...tab.cells[row]?.[column], ...data });
    const changed = cells.map(({ row, column }) => ({
      sheetId,
      row,
      column,
      data: cellAt(tab, row, column),
    }));
    this.#announce({ cells: changed, structure: [] }, 'api');
  }

  async act(_spreadsheetId: string, action: PersonAction, person: Person): Promise<ActionResult> {
    await Promise.resolve();
    const outcome = this.#apply(action, person);
    if ('ok' in outcome) return outcome;
    this.actions.push({ action, person });
    this.#announce(outcome, 'person', person.clientId);
    return { ok: true, revision: this.#revision };
  }

  #announce(outcome: Outcome, origin: 'api' | 'person', clientId?: string): void {
    this.#revision += 1;
    const { spreadsheetId } = this;
    const change: BookChange = {
      spreadsheetId,
      revision: this.#revision,
      origin,
      ...(clientId !== undefined && { clientId }),
      ...structuredClone(outcome),
    };
    for (const listener of this.#changes) listener(change);
  }

  #tab(sheetId: number): Tab | undefined {
    return this.#tabs.find((tab) => tab.properties?.sheetId === sheetId);
  }

  #apply(action: PersonAction, person: Person): Outcome | ActionRefusal {
    switch (action.kind) {
      case 'addSheet':
        return this.#addSheet(action.title);
      case 'renameSheet':
      case 'deleteSheet':
        return this.#changeTab(action);
      case 'setCells':
        return this.#setCells(action.sheetId, action.cells, person);
      case 'sortRange':
        return this.#sort(action);
      default:
        return this.#moveDimension(action);
    }
  }

  #addSheet(title: string): Outcome | ActionRefusal {
    if (this.#tabs.some((tab) => tab.properties?.title === title)) {
      return refusal('VALIDATION', `A tab named ${title} exists.`);
    }
    const sheetId = Math.max(...this.#tabs.map((tab) => tab.properties?.sheetId ?? 0)) + 1;
    const gridProperties = { rowCount: 1000, columnCount: 26 };
    this.#tabs.push({ properties: { sheetId, title, index: this.#tabs.length, gridProperties }, cells: [] });
    return { cells: [], structure: [{}] };
  }

  #changeTab(
    action: Extract<PersonAction, { kind: 'renameSheet' | 'deleteSheet' }>,
  ): Outcome | ActionRefusal {
    const tab = this.#tab(action.sheetId);
    if (!tab) return refusal('NOT_FOUND', `No tab ${action.sheetId}.`);
    if (action.kind === 'deleteSheet') this.#tabs.splice(this.#tabs.indexOf(tab), 1);
    else tab.properties = { ...tab.properties, title: action.title };
    return { cells: [], structure: [{}] };
  }

  #setCells(sheetId: number, cells: readonly TypedCell[], person: Person): Outcome | ActionRefusal {
    const tab = this.#tab(sheetId);
    if (!tab) return refusal('NOT_FOUND', `No tab ${sheetId}.`);
    for (const cell of cells) {
      const refused = refusalOf(tab, sheetId, cell, person);
      if (refused) return refused;
    }
    for (const cell of cells) {
      const present = { ...cellAt(tab, cell.row, cell.column) };
      delete present.userEnteredValue;
      delete present.effectiveValue;
      delete present.formattedValue;
      setCell(tab, cell.row, cell.column, { ...present, ...cellFromTyping(cell.input) });
    }
    const changed = cells.map(({ row, column }) => ({
      sheetId,
      row,
      column,
      data: cellAt(tab, row, column),
    }));
    return { cells: changed, structure: [] };
  }

  #moveDimension(action: PositionedAction): Outcome | ActionRefusal {
    const tab = this.#tab(action.sheetId);
    if (!tab) return refusal('NOT_FOUND', `No tab ${action.sheetId}.`);
    while (tab.cells.length < action.start) tab.cells.push([]);
    if (action.kind === 'moveRows') moveRows(tab, action);
    else if (action.kind.endsWith('Rows')) changeRows(tab, action);
    else changeColumns(tab, action);
    return { ...NOTHING, structure: [{ sheetId: action.sheetId }] };
  }

  #sort(action: Extract<PersonAction, { kind: 'sortRange' }>): Outcome | ActionRefusal {
    const { range, by } = action;
    const tab = this.#tab(range.sheetId);
    if (!tab) return refusal('NOT_FOUND', `No tab ${range.sheetId}.`);
    const end = Math.min(range.endRow, tab.cells.length);
    const rows = tab.cells.slice(range.startRow, end);
    const rank = (row: Cell[], column: number): string =>
      row[column]?.userEnteredValue?.stringValue ?? String(row[column]?.userEnteredValue?.numberValue ?? '');
    rows.sort((a, b) => {
      for (const { column, ascending } of by) {
        const order = rank(a, column).localeCompare(rank(b, column), 'en', { numeric: true });
        if (order !== 0) return ascending ? order : -order;
      }
      return 0;
    });
    tab.cells.splice(range.startRow, rows.length, ...rows);
    return { ...NOTHING, structure: [{ sheetId: range.sheetId }] };
  }
}

const cellAt = (tab: Tab, row: number, column: number): Cell => tab.cells[row]?.[column] ?? {};

function setCell(tab: Tab, row: number, column: number, cell: Cell): void {
  while (tab.cells.length <= row) tab.cells.push([]);
  const values = tab.cells[row] ?? [];
  while (values.length <= column) values.push({});
  values[column] = cell;
}

function moveRows(tab: Tab, action: PositionedAction): void {
  const { start, count } = action;
  const before = action.kind === 'moveRows' ? action.before : start;
  const moved = tab.cells.splice(start, count);
  tab.cells.splice(before > start ? before - count : before, 0, ...moved);
}

function changeRows(tab: Tab, { kind, start, count }: PositionedAction): void {
  const isInsert = kind === 'insertRows';
  const fresh = Array.from({ length: isInsert ? count : 0 }, () => newRow(tab.cells[start - 1]));
  tab.cells.splice(start, isInsert ? 0 : count, ...fresh);
  resize(tab, 'rowCount', isInsert ? count : -count);
}

function changeColumns(tab: Tab, { kind, start, count }: PositionedAction): void {
  const isInsert = kind === 'insertColumns';
  for (const row of tab.cells) {
    const fresh = Array.from({ length: isInsert ? count : 0 }, (): Cell => ({}));
    row.splice(start, isInsert ? 0 : count, ...fresh);
  }
  resize(tab, 'columnCount', isInsert ? count : -count);
}

function resize(tab: Tab, side: 'rowCount' | 'columnCount', by: number): void {
  const grid = (tab.properties ??= {}).gridProperties ?? {};
  const present = grid[side] ?? (side === 'rowCount' ? 1000 : 26);
  tab.properties.gridProperties = { ...grid, [side]: present + by };
}

// As in Google Sheets, an inserted row inherits the validation of the row above, not its values.
function newRow(above: Cell[] | undefined): Cell[] {
  return (above ?? []).map(({ dataValidation }) => (dataValidation ? { dataValidation } : {}));
}

function refusal(code: ActionRefusal['code'], message: string, cell?: ActionRefusal['cell']): ActionRefusal {
  return { ok: false, code, message, ...(cell && { cell }) };
}

function refusalOf(tab: Tab, sheetId: number, cell: TypedCell, person: Person): ActionRefusal | undefined {
  const { row, column, input } = cell;
  const at = { sheetId, row, column };
  const locked = (tab.protectedRanges ?? []).some((item) => covers(item, row, column, person));
  if (locked) return refusal('PROTECTED', 'This cell is protected.', at);
  const rule = cellAt(tab, row, column).dataValidation;
  if (!rule?.strict || rule.condition?.type !== 'ONE_OF_LIST' || input === null || input === '')
    return undefined;
  const allowed = (rule.condition.values ?? []).map((value) => value.userEnteredValue);
  if (allowed.includes(String(input))) return undefined;
  return refusal('VALIDATION', `${String(input)} is not one of ${allowed.join(', ')}.`, at);
}

function covers(item: sheets_v4.Schema$ProtectedRange, row: number, column: number, person: Person): boolean {
  if (item.warningOnly || item.editors?.users?.includes(person.email)) return false;
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = item.range ?? {};
  return isWithin(row, startRowIndex, endRowIndex) && isWithin(column, startColumnIndex, endColumnIndex);
}

const isWithin = (index: number, start: number | null | undefined, end: number | null | undefined): boolean =>
  index >= (start ?? 0) && index < (end ?? Infinity);
