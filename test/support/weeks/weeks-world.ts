/**
 * The whole application on a clock that somebody else moves: the real app and pipeline, the real store on the
 * embedded database; the mail server is a list, and the sheet is rows in memory or, when asked for, the local
 * Sheets service behind the real adapter. Nothing here knows what people do.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFirestoreContacts } from '../../../functions/adapters/firestore-contacts.ts';
import { createFirestoreStore } from '../../../functions/adapters/firestore-store.ts';
import { createHmacSigner } from '../../../functions/adapters/hmac-signer.ts';
import { createRandomIds } from '../../../functions/adapters/random-ids.ts';
import { createSheetsBoard } from '../../../functions/adapters/sheets-board.ts';
import { createApp, type App } from '../../../functions/app.ts';
import { importTeam } from '../../../functions/pipeline/import-team.ts';
import type { Ports } from '../../../functions/pipeline/ports.ts';
import type { TeamSeed } from '../../../local/import/team-seed.ts';
import { createInMemoryBoard } from './in-memory-board.ts';
import { openFirestoreEngine } from '../../../local/firestore-engine/open-firestore-engine.ts';
import { randomFrom } from '../../../local/sample-team/random.ts';
import { createSheetsService } from '../../../local/sheets-service/create-sheets-service.ts';
import type { Instant } from '../../../shared/domain/day.ts';
import { teamId, type TeamId } from '../../../shared/domain/ids.ts';
import type { OutgoingMail } from '../../../shared/ports/mailer.ts';
import type { Board } from '../../../shared/ports/board.ts';
import { columnIndex, TABS, type TabKey } from '../../../shared/sheet/layout.ts';

/** A mail that the mail server took, and what the application was doing when it sent it. */
export interface TakenMail {
  readonly at: Instant;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly kinds: readonly string[];
  /** The text part. */
  readonly text: string;
  /** `sweep 17`, `edit 4`: mails of one run have the same. */
  readonly run: string;
}

/** A line of the log above `info`. */
export interface LogLine {
  readonly at: Instant;
  readonly event: string;
  readonly data: string;
}

export interface WeeksWorld {
  readonly app: App;
  readonly team: TeamId;
  readonly mails: readonly TakenMail[];
  readonly log: readonly LogLine[];
  now(): Instant;
  /** Moves the clock forward. */
  advanceTo(at: Instant): void;
  /** Types into a row as a person, and lets the functions hear of it. */
  type(tab: TabKey, row: number, cells: Typed): Promise<void>;
  /** Several people type into rows of the Tasks tab at the same moment. */
  typeAtOnce(rows: readonly { readonly row: number; readonly cells: Typed }[]): Promise<void>;
  /** Does something with the application under a name, so that mails can be told apart by it. */
  run<T>(what: string, work: (app: App) => Promise<T>): Promise<T>;
  /** While down the mail server takes nothing and says so. */
  mailServer(up: boolean): void;
  /** While away the functions hear of nothing that people type. */
  functions(there: boolean): void;
  /** Whether the functions are there. */
  hears(): boolean;
  close(): Promise<void>;
}

export type Typed = Readonly<Record<string, string | number | boolean | null>>;

const TYPIST = 'somebody@example.com';

export interface WorldOptions {
  readonly seed: TeamSeed;
  readonly start: Instant;
  readonly randomSeed: number;
  /** `service`: through the wire of the local Sheets service, some four times slower. */
  readonly sheet?: 'memory' | 'service';
}

/** A board with a team on it, at `start`, the import over and its mails forgotten. */
export const openWorld = async ({
  seed,
  start,
  randomSeed,
  sheet = 'memory',
}: WorldOptions): Promise<WeeksWorld> => {
  const dir = await mkdtemp(join(tmpdir(), 'peineng-weeks-'));
  let at = start;
  let running = 'set-up';
  let runs = 0;
  let up = true;
  let there = true;
  const mails: TakenMail[] = [];
  const log: LogLine[] = [];
  const now = (): Instant => at;
  const engine = await openFirestoreEngine({ dataDir: join(dir, 'firestore'), now });
  const desk = await (sheet === 'memory' ? memoryDesk() : serviceDesk(join(dir, 'sheets'), now));
  const random = randomFrom(randomSeed);
  const line = (event: string, data?: unknown): unknown =>
    log.push({ at, event, data: JSON.stringify(data ?? {}) });
  const ports: Ports = {
    store: createFirestoreStore(engine.firestore),
    contacts: createFirestoreContacts(engine.firestore),
    board: desk.board,
    mailer: {
      send: (mail) => {
        if (!up) return Promise.resolve({ ok: false, retryable: true, reason: 'the server is down' });
        mails.push(takenAt(mail, at, running));
        return Promise.resolve({ ok: true });
      },
    },
    channel: { post: () => Promise.resolve({ ok: true }) },
    clock: { now },
    ids: createRandomIds({ now }, (bound) => random.whole(0, bound - 1)),
    log: { info: () => undefined, warn: line, error: line },
    boardUrl: () => 'https://board.example/',
    pageUrl: (_team, person, view) => `https://pages.example/m?p=${person}&v=${view}`,
    stopUrl: (_team, person) => `https://pages.example/stop?p=${person}`,
  };
  const app = createApp({
    ports,
    signer: createHmacSigner('k'.repeat(43)),
    verifier: { verify: () => Promise.resolve({ ok: false, error: 'MISSING' }) },
    fanOut: { enqueue: () => Promise.resolve() },
    access: { installers: [], invokers: [] },
  });
  const team = desk.team;
  const close = async (): Promise<void> => {
    await desk.close();
    await engine.close();
    await rm(dir, { recursive: true, force: true });
  };
  await app.setUp({ team, id: ports.ids.next(), language: seed.language, installer: TYPIST });
  await importTeam(ports, team, { ...seed, rules: seed.rules ?? {}, actor: TYPIST });
  mails.length = 0;
  const edited = (tab: TabKey, row: number, id: string) => ({
    id,
    at: new Date(at).toISOString(),
    spreadsheetId: team,
    kind: 'edit' as const,
    sheetId: TABS[tab].sheetId,
    range: { startRow: row, endRow: row + 1, startColumn: 0, endColumn: 1 },
    user: TYPIST,
  });
  const run: WeeksWorld['run'] = async (what, work) => {
    runs += 1;
    running = `${what} ${runs}`;
    return work(app);
  };
  return {
    app,
    team,
    mails,
    log,
    now,
    advanceTo: (to) => {
      if (to < at) throw new Error('the clock does not go back');
      at = to;
    },
    type: async (tab, row, cells) => {
      await desk.type(tab, row, cells);
      if (!there) return;
      await run('edit', () => app.edit(edited(tab, row, ports.ids.next())));
    },
    typeAtOnce: async (rows) => {
      for (const { row, cells } of rows) await desk.type('tasks', row, cells);
      if (!there) return;
      const edits = rows.map(({ row }) => edited('tasks', row, ports.ids.next()));
      await run('edits', () => Promise.all(edits.map((edit) => app.edit(edit))));
    },
    run,
    mailServer: (isUp) => {
      up = isUp;
    },
    functions: (areThere) => {
      there = areThere;
    },
    hears: () => there,
    close,
  };
};

const takenAt = (mail: OutgoingMail, at: Instant, run: string): TakenMail => ({
  at,
  to: mail.to,
  subject: mail.subject,
  messageId: mail.messageId,
  text: mail.text,
  kinds: (mail.headers?.['X-Peineng-Kind'] ?? '').split(/[, ]+/).filter((kind) => kind !== ''),
  run,
});

/** Where the sheet is: what the application writes to, and where people type. */
interface Desk {
  readonly board: Board;
  readonly team: TeamId;
  type(tab: TabKey, row: number, cells: Typed): Promise<void>;
  close(): Promise<void>;
}

const memoryDesk = (): Promise<Desk> => {
  const board = createInMemoryBoard();
  return Promise.resolve({
    board,
    team: teamId('weeks'),
    type: (tab, row, cells) => Promise.resolve(board.type(tab, row, cells)),
    close: () => Promise.resolve(),
  });
};

const serviceDesk = async (dataDir: string, now: () => Instant): Promise<Desk> => {
  const sheets = await createSheetsService({ dataDir, now });
  const server = createServer((request, response) => void sheets.handle(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const book = sheets.createSpreadsheet({ properties: { title: 'Weeks' } });
  return {
    board: createSheetsBoard({ rootUrl }),
    team: teamId(book),
    type: async (tab, row, cells) => {
      const typed = Object.entries(cells).map(([key, input]) => ({
        row,
        column: columnIndex(tab, key),
        input,
      }));
      const action = { kind: 'setCells', sheetId: TABS[tab].sheetId, cells: typed } as const;
      const done = await sheets.act(book, action, { email: TYPIST, clientId: 'weeks' });
      if (!done.ok) throw new Error(`the sheet refused ${JSON.stringify(cells)}: ${done.message}`);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await sheets.close();
    },
  };
};
