/**
 * The window's side of the conversation about the book: holds what the server last said, sends what the person
 * does, applies what others do. Knows nothing of how the board is drawn.
 */
import type { ActAnswer, BookAnswer, BoardStatus } from '../../board/board-protocol.ts';
import type { BookChange, PersonAction } from '../../sheets-service/service-api.ts';
import { boardSheet, cellAt, columnName, isLocked, storeCell, type BoardSheet } from '../book/board-book.ts';
import { contentOfCell, contentText, sameContent, type CellContent } from '../book/cell-content.ts';
import { ActionQueue, type QueuedAction } from './action-queue.ts';
import type { BoardNotice, BoardView, CellPlace, SessionStatus } from './board-view.ts';
import { PendingCells } from './pending-cells.ts';
import { reconcile } from './reconcile.ts';
import { shiftSheet } from './shift-sheet.ts';

/** A cell the person changed: what it holds now, and the input that says so to the server. */
export interface TypedEdit extends CellPlace {
  readonly content: CellContent;
  readonly input: string | number | boolean | null;
}

export type StructuralAction = Exclude<PersonAction, { kind: 'setCells' }>;

export interface SessionOptions {
  readonly clientId: string;
  readonly fetchBook: (sheetId?: number) => Promise<BookAnswer>;
  readonly postAction: ConstructorParameters<typeof ActionQueue>[1];
  readonly notify: (notice: BoardNotice) => void;
  readonly statusChanged: (status: SessionStatus) => void;
  /** Sentence for a cell in a column the person may not edit. */
  readonly lockedMessage: (column: string) => string;
}

/** Typed cells the server has taken, whose news has not arrived yet. */
interface Accepted {
  readonly revision: number;
  readonly action: Extract<PersonAction, { kind: 'setCells' }>;
}

export class BoardSession {
  readonly queue: ActionQueue;
  readonly pending = new PendingCells();
  readonly options: SessionOptions;
  personEmail = '';
  title = '';
  revision = 0;
  view: BoardView | undefined;
  #sheets = new Map<number, BoardSheet>();
  /** Revision a tab's positions are known for, while it waits to be fetched again. */
  readonly #outdated = new Map<number, number>();
  readonly #fetching = new Map<number, Promise<void>>();
  #accepted: Accepted[] = [];
  readonly #cellListeners = new Set<() => void>();
  #connected = true;
  #functions: BoardStatus = { deciding: 0 };

  constructor(options: SessionOptions) {
    this.options = options;
    this.queue = new ActionQueue(options.clientId, options.postAction, {
      baseRevision: (action) => this.#baseRevision(action),
      settled: (item, answer) => this.#settled(item, answer),
      stale: (item) => void this.refetch(sheetOf(item.action)),
      changed: () => this.#reportStatus(),
    });
  }

  get sheets(): readonly BoardSheet[] {
    return [...this.#sheets.values()];
  }

  sheet(sheetId: number): BoardSheet | undefined {
    return this.#sheets.get(sheetId);
  }

  /** Takes over the first answer, before anything is drawn. */
  start(answer: BookAnswer): void {
    this.personEmail = answer.personEmail;
    this.title = answer.title;
    this.revision = answer.revision;
    this.#sheets = new Map(
      answer.sheets.map((item) => [item.sheet.properties?.sheetId ?? 0, boardSheet(item)]),
    );
  }

  /** Content the person sees in a cell: the last thing typed, else what the server said. */
  contentAt(sheetId: number, row: number, column: number): CellContent {
    const typed = this.pending.get(sheetId, row, column);
    if (typed) return typed;
    const sheet = this.#sheets.get(sheetId);
    return sheet ? contentOfCell(cellAt(sheet, row, column)) : { kind: 'empty' };
  }

  isLocked(sheetId: number, row: number, column: number): boolean {
    const sheet = this.#sheets.get(sheetId);
    return sheet !== undefined && isLocked(sheet, row, column, this.personEmail);
  }

  /**
   * The person changed cells. Sends those that differ; all are put back when one of them is locked. In rows that
   * the person has just inserted (`freshRows`) locked cells are left out instead.
   */
  typed(sheetId: number, edits: readonly TypedEdit[], freshRows: ReadonlySet<number> = new Set()): void {
    const sheet = this.#sheets.get(sheetId);
    if (!sheet) return;
    const differing = edits.filter(
      (edit) => !sameContent(edit.content, this.contentAt(sheetId, edit.row, edit.column)),
    );
    const changed = this.#withoutRestored(sheet, differing, freshRows);
    const locked = changed.find((edit) => isLocked(sheet, edit.row, edit.column, this.personEmail));
    if (locked) {
      this.view?.showCells(sheet, changed);
      const message = this.options.lockedMessage(columnName(sheet, locked.column));
      return this.options.notify({ kind: 'locked', message });
    }
    if (changed.length === 0) return;
    this.pending.add(sheetId, changed);
    const cells = changed.map(({ row, column, input }) => ({ row, column, input }));
    const texts = changed.map((edit) => contentText(edit.content));
    this.queue.push({ kind: 'setCells', sheetId, cells }, texts);
    this.cellsChanged();
  }

  // Undoing a deletion brings whole rows back. What is not the person's to write in them is written anew by others.
  #withoutRestored(
    sheet: BoardSheet,
    edits: readonly TypedEdit[],
    freshRows: ReadonlySet<number>,
  ): readonly TypedEdit[] {
    const isRestored = ({ row, column }: TypedEdit): boolean =>
      freshRows.has(row) && isLocked(sheet, row, column, this.personEmail);
    this.view?.showCells(sheet, edits.filter(isRestored));
    return edits.filter((edit) => !isRestored(edit));
  }

  /** The person moved rows, columns or tabs. `shown` says whether the view already shows the result. */
  restructure(action: StructuralAction, shown: boolean): void {
    const sheet = this.#sheets.get(sheetOf(action) ?? -1);
    if (shown && sheet) {
      shiftSheet(sheet, action);
      this.pending.shift(action);
    }
    this.queue.push(action, []);
  }

  /** Applies news from the stream. */
  change(change: BookChange): void {
    const before = this.revision;
    this.revision = Math.max(this.revision, change.revision);
    for (const item of change.structure) this.#markOutdated(item.sheetId, before);
    const drawn = this.#store(change, before);
    for (const [sheet, places] of drawn) this.view?.showCells(sheet, places);
    this.#showAccepted();
    if (drawn.size > 0) this.cellsChanged();
    for (const item of change.structure) void this.refetch(item.sheetId);
  }

  /** Calls the listener after cells have changed, whoever changed them. */
  onCells(listener: () => void): void {
    this.#cellListeners.add(listener);
  }

  cellsChanged(): void {
    for (const listener of this.#cellListeners) listener();
  }

  // Stores the cells of a change; returns those to be drawn, tab by tab.
  #store(change: BookChange, before: number): Map<BoardSheet, CellPlace[]> {
    const drawn = new Map<BoardSheet, CellPlace[]>();
    for (const { sheetId, row, column, data } of change.cells) {
      // Positions in the news do not fit a tab whose rows this window has moved and not yet sent.
      if (this.#isMovingRows(sheetId)) this.#markOutdated(sheetId, before);
      const sheet = this.#sheets.get(sheetId);
      if (!sheet?.loaded || this.#outdated.has(sheetId)) continue;
      storeCell(sheet, row, column, data);
      if (this.pending.get(sheetId, row, column)) continue;
      const places = drawn.get(sheet) ?? [];
      places.push({ row, column });
      drawn.set(sheet, places);
    }
    return drawn;
  }

  /** What the functions are doing. */
  functionsStatus(status: BoardStatus): void {
    this.#functions = status;
    this.#reportStatus();
  }

  /** The stream came up or went down; after a gap every known tab is fetched again. */
  connection(connected: boolean): void {
    this.#connected = connected;
    if (connected) this.queue.retryNow();
    this.#reportStatus();
  }

  /** Fetches every tab that is loaded, because changes were missed. */
  async refetchAll(): Promise<void> {
    const loaded = this.sheets.filter((sheet) => sheet.loaded);
    for (const sheet of loaded) this.#markOutdated(sheet.sheetId, this.revision);
    for (const sheet of loaded) await this.refetch(sheet.sheetId);
  }

  /** Fetches a tab (or the list of tabs) again, and finds what the person is doing in the new state. */
  async refetch(sheetId?: number): Promise<void> {
    const key = sheetId ?? -1;
    const running = this.#fetching.get(key);
    // What is under way may have been answered before the latest change: look once more after it.
    if (running) await running;
    if (running && sheetId !== undefined && !this.#outdated.has(sheetId)) return;
    if (this.#fetching.has(key)) return this.#fetching.get(key);
    const fetching = this.#fetchOnce(sheetId).finally(() => this.#fetching.delete(key));
    this.#fetching.set(key, fetching);
    return fetching;
  }

  /** The view reports that typing has ended: a tab that waited for it is fetched now. */
  editingEnded(): void {
    for (const sheetId of this.#outdated.keys()) void this.refetch(sheetId);
  }

  async #fetchOnce(sheetId: number | undefined): Promise<void> {
    if (sheetId !== undefined && this.view?.isEditing(sheetId)) return;
    // Own moves must be on the server first, or the answer would undo them on screen.
    await this.queue.drain();
    await this.queue.pause();
    try {
      const answer = await this.options.fetchBook(sheetId);
      // Typing that began meanwhile comes first; the tab stays outdated until it ends.
      if (sheetId !== undefined && this.view?.isEditing(sheetId)) return;
      this.revision = Math.max(this.revision, answer.revision);
      reconcile(this, answer, this.#sheets);
      for (const sheet of answer.sheets) {
        if (sheet.grid) this.#outdated.delete(sheet.sheet.properties?.sheetId ?? 0);
      }
      this.#showAccepted();
      this.cellsChanged();
    } catch {
      this.connection(false);
    } finally {
      this.queue.resume();
    }
  }

  #markOutdated(sheetId: number | undefined, revision: number): void {
    const affected = sheetId === undefined ? [...this.#sheets.keys()] : [sheetId];
    for (const id of affected) {
      if (this.#sheets.get(id)?.loaded && !this.#outdated.has(id)) this.#outdated.set(id, revision);
    }
  }

  #isMovingRows(sheetId: number): boolean {
    return this.queue.waiting.some(({ action }) => action.kind !== 'setCells' && sheetOf(action) === sheetId);
  }

  #baseRevision(action: PersonAction): number {
    return this.#outdated.get(sheetOf(action) ?? -1) ?? this.revision;
  }

  #settled(item: QueuedAction, answer: Exclude<ActAnswer, { code: 'STALE' }>): void {
    const { action } = item;
    const sheet = this.#sheets.get(sheetOf(action) ?? -1);
    if (answer.ok) {
      if (action.kind === 'setCells') this.#accepted.push({ revision: answer.revision, action });
      return this.#showAccepted();
    }
    if (action.kind === 'setCells') this.pending.remove(action.sheetId, action.cells);
    this.options.notify({ kind: 'refused', message: answer.message, text: item.texts.join('\t') });
    if (action.kind === 'setCells' && sheet) this.view?.showCells(sheet, action.cells);
    else void this.refetch(sheet?.sheetId);
    this.cellsChanged();
  }

  // What was typed stays on screen until the server's own version of it (formatted, perhaps corrected) is known.
  #showAccepted(): void {
    const known = this.#accepted.filter((item) => item.revision <= this.revision);
    this.#accepted = this.#accepted.filter((item) => item.revision > this.revision);
    for (const { action } of known) {
      this.pending.remove(action.sheetId, action.cells);
      const sheet = this.#sheets.get(action.sheetId);
      if (sheet && !this.#outdated.has(action.sheetId)) this.view?.showCells(sheet, action.cells);
    }
    if (known.length > 0) this.cellsChanged();
  }

  #reportStatus(): void {
    this.options.statusChanged({
      connected: this.#connected && this.queue.reachable,
      waiting: this.queue.waiting.length,
      deciding: this.#functions.deciding,
      problem: this.#functions.problem,
    });
  }
}

/** Tab an action is about; undefined for a new one. */
export function sheetOf(action: PersonAction): number | undefined {
  if (action.kind === 'sortRange') return action.range.sheetId;
  return action.kind === 'addSheet' ? undefined : action.sheetId;
}
