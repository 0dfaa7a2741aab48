import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createSheetsClient, type sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import type { Pacing } from '../../../functions/adapters/sheets-backoff.ts';
import { createSheetsBoard } from '../../../functions/adapters/sheets-board.ts';
import {
  createSheetsService,
  type SheetsService,
} from '../../../local/sheets-service/create-sheets-service.ts';
import { teamId, type TeamId } from '../../../shared/domain/ids.ts';
import type { Board, BoardRead, RawCell } from '../../../shared/ports/board.ts';
import { TABS, columnIndex, type TabKey } from '../../../shared/sheet/layout.ts';
import { FaultyNetwork } from './faulty-network.ts';

const PERSON = { email: 'li@example.test', clientId: 'window-1' };

/** A Sheets service behind a network that can fail, a fresh spreadsheet per test, and the board on it. */
export class BoardUnderTest {
  service!: SheetsService;
  board!: Board;
  /** The plain client, for looking at what a person would see. Its calls are not counted. */
  google!: sheets_v4.Sheets;
  team!: TeamId;
  readonly network = new FaultyNetwork();
  readonly calls = this.network.calls;
  readonly faults = this.network.faults;
  /** What the board waited between attempts, in ms. */
  readonly waits: number[] = [];
  /** Moves only while the board waits. */
  clock = 1_000_000;
  #dataDir = '';

  constructor() {
    beforeAll(() => this.#start());
    afterAll(() => this.#stop());
    beforeEach(() => {
      this.team = teamId(this.service.createSpreadsheet({ properties: { title: '销售一队' } }));
      this.board = createSheetsBoard({ rootUrl: this.network.rootUrl, pacing: this.pacing() });
      this.network.forget();
      this.waits.length = 0;
    });
  }

  pacing(deadlineMs = 60_000): Pacing {
    return {
      random: () => 0.5,
      now: () => this.clock,
      sleep: (ms) => {
        this.waits.push(ms);
        this.clock += ms;
        return Promise.resolve();
      },
      deadlineMs,
    };
  }

  async setUp(language: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> {
    await this.board.setUp(this.team, language);
    this.calls.length = 0;
  }

  /** A person types into a column as laid out. */
  async types(tab: TabKey, row: number, values: Readonly<Record<string, string | number>>): Promise<void> {
    const cells = Object.entries(values).map(([key, input]) => ({
      row,
      column: columnIndex(tab, key),
      input,
    }));
    const done = await this.service.act(
      this.team,
      { kind: 'setCells', sheetId: TABS[tab].sheetId, cells },
      PERSON,
    );
    if (!done.ok) throw new Error(done.message);
  }

  async does(action: Parameters<SheetsService['act']>[1]): Promise<void> {
    const done = await this.service.act(this.team, action, PERSON);
    if (!done.ok) throw new Error(done.message);
  }

  /** Rows put there by the API, ids included, from the first data row down. */
  async rows(tab: TabKey, rows: readonly Readonly<Record<string, RawCell>>[]): Promise<void> {
    const appends = rows.map((values) => ({ tab, values }));
    await this.board.write(this.team, { cells: [], notes: [], appends }, { rows: {}, ids: {}, columns: {} });
    this.calls.length = 0;
  }

  read(...whole: readonly TabKey[]): Promise<BoardRead> {
    return this.board.read(this.team, { rows: [], whole, ids: whole });
  }

  /** One cell as the API shows it, by its place in the layout. */
  cell(tab: TabKey, row: number, column: string): sheets_v4.Schema$CellData {
    const sheet = this.sheet(tab);
    return sheet.data?.[0]?.rowData?.[row]?.values?.[columnIndex(tab, column)] ?? {};
  }

  sheet(tab: TabKey): sheets_v4.Schema$Sheet {
    const { sheetId } = TABS[tab];
    const found = this.service.getSpreadsheet(this.team, { includeGridData: true, sheetId }).sheets?.[0];
    if (found === undefined) throw new Error(`no ${tab} tab`);
    return found;
  }

  async #start(): Promise<void> {
    this.#dataDir = mkdtempSync(join(tmpdir(), 'peineng-board-'));
    this.service = await createSheetsService({
      dataDir: this.#dataDir,
      now: () => Date.UTC(2026, 10, 23, 9),
    });
    await this.network.start((request, response) => void this.service.handle(request, response));
    this.google = createSheetsClient({ version: 'v4', rootUrl: this.network.directUrl });
  }

  async #stop(): Promise<void> {
    await this.network.stop();
    await this.service.close();
    rmSync(this.#dataDir, { recursive: true });
  }
}
