import type { App } from '../functions/app.ts';
import { importTeam } from '../functions/pipeline/import-team.ts';
import { DEFAULT_POLICY } from '../shared/contract/policy.ts';
import { dayAt } from '../shared/domain/day.ts';
import { eventId, teamId, type TeamId } from '../shared/domain/ids.ts';
import type { AppsScriptHost } from './apps-script-host/host.ts';
import type { DataFolder } from './data-folder.ts';
import { PlainError } from './explain-failure.ts';
import { formatProblems, formatSummary } from './import/format-summary.ts';
import { createProgressBar } from './import/progress-bar.ts';
import { readImportFolder } from './import/read-import-folder.ts';
import type { TeamSeed } from './import/team-seed.ts';
import { LOCAL_PERSON } from './local-config.ts';
import type { LocalOptions } from './options.ts';
import { makeSampleTeam } from './sample-team/make-sample-team.ts';
import { samplePast } from './sample-team/sample-past.ts';
import type { SheetsService } from './sheets-service/create-sheets-service.ts';
import { startWords } from './start-words.ts';

interface Making {
  readonly folder: DataFolder;
  readonly options: LocalOptions;
  readonly sheets: SheetsService;
  readonly app: App;
  readonly say: (line: string) => void;
  readonly startAddOn: (spreadsheetId: string) => Promise<AppsScriptHost>;
}

interface Made {
  readonly spreadsheetId: string;
  readonly addOn: AppsScriptHost;
  /** The board was there before. */
  readonly opened: boolean;
}

/**
 * Whoever tries the board at night or on a Sunday wants to see its mail, and each one at once. Stands in the Rules tab like any other rule
 * (docs/local.md); a board in the cloud begins with the defaults.
 */
const NO_QUIET_HOURS = {
  'mail.quietFrom': '08:00',
  'mail.quietTo': '08:00',
  'mail.offDays': 'send',
  'mail.everyMinutes': 0,
} as const;

/** The sample team is the same for everybody who starts on the same day. */
const SAMPLE_SEED = 20_251_123;

/** Opens the board that the data folder holds, or makes a new one: by the add-on's own set-up, then an import. */
export const makeBoard = async (making: Making): Promise<Made> => {
  const { folder, options, startAddOn } = making;
  const words = startWords(options.language);
  const note = await folder.note();
  if (note?.ready === false) throw new PlainError(words.interrupted);
  if (note === null) return makeNew(making);
  if (options.importDir !== undefined) throw new PlainError(words.boardExists);
  return { spreadsheetId: note.spreadsheetId, addOn: await startAddOn(note.spreadsheetId), opened: true };
};

const makeNew = async (making: Making): Promise<Made> => {
  const { folder, options, sheets, app, say, startAddOn } = making;
  const seed = await readSeed(options, say);
  const spreadsheetId = sheets.createSpreadsheet({
    properties: {
      title: '配能 Peineng',
      timeZone: seed.timeZone,
      locale: seed.language === 'en' ? 'en_US' : 'zh_CN',
    },
  });
  await folder.write({ spreadsheetId, ready: false });
  const addOn = await startAddOn(spreadsheetId);
  try {
    await addOn.run('setUpBoard', [], LOCAL_PERSON);
    if ((await app.ports.store.team(teamId(spreadsheetId))) === null) {
      throw new Error(
        `the add-on's set-up did not make a board: ${addOn.properties.document()['PEINENG_LAST'] ?? ''}`,
      );
    }
    // The empty sheet that every new spreadsheet starts with.
    await sheets.act(
      spreadsheetId,
      { kind: 'deleteSheet', sheetId: 0 },
      { email: LOCAL_PERSON, clientId: 'start' },
    );
    await addOn.idle();
    const words = startWords(options.language);
    const total = seed.team.length + seed.tasks.length + seed.history.length;
    const bar = createProgressBar({ stream: process.stderr, label: words.filling, total });
    const rules = {
      ...NO_QUIET_HOURS,
      ...seed.rules,
      'board.timeZone': seed.timeZone,
      'board.language': seed.language,
    };
    await importTeam(app.ports, teamId(spreadsheetId), { ...seed, rules, actor: LOCAL_PERSON }, (done) =>
      bar.update(done),
    );
    bar.finish();
    if (options.importDir === undefined) await keepSamplePast(app.ports, teamId(spreadsheetId));
    await folder.write({ spreadsheetId, ready: true });
    return { spreadsheetId, addOn, opened: false };
  } catch (error) {
    await addOn.close();
    throw error;
  }
};

/** The sample's made-up days go into the store as closed days do. Nothing of them stands in the sheet. */
const keepSamplePast = async ({ store, clock }: App['ports'], team: TeamId): Promise<void> => {
  const state = await store.load(team, { tasks: [], books: [], allBooks: true });
  if (state === null) return;
  const at = clock.now();
  const days = samplePast(state, at, SAMPLE_SEED);
  const outcome = await store.transact(
    team,
    { id: eventId('sample-past'), at, kind: 'sweep', actor: null },
    () => ({ tasks: [], books: [] }),
    () => days.map((day) => ({ type: 'dayClosed', day }) as const),
  );
  if (outcome.kind === 'committed') await store.mark(team, [{ id: outcome.record.id, told: at, waits: {} }]);
};

const readSeed = async (options: LocalOptions, say: (line: string) => void): Promise<TeamSeed> => {
  const { language, importDir, asOf } = options;
  const today = dayAt(Date.now(), DEFAULT_POLICY.timeZone);
  if (importDir === undefined) return makeSampleTeam({ seed: SAMPLE_SEED, today, language });
  const words = startWords(language);
  if (asOf !== undefined && asOf > today) throw new PlainError(words.asOfInFuture(asOf));
  const bar = createProgressBar({ stream: process.stderr, label: words.reading, total: 1 });
  const imported = await readImportFolder(importDir, {
    language,
    ...(asOf === undefined ? {} : { asOf }),
    onProgress: ({ doneBytes, totalBytes }) => bar.update(doneBytes / Math.max(1, totalBytes)),
  });
  bar.finish();
  if (!imported.ok) throw new PlainError(formatProblems(imported.error, language));
  say(formatSummary(imported.value.summary, language));
  return imported.value.seed;
};
