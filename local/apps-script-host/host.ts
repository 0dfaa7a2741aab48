/**
 * Runs the add-on's real bundle against the local Sheets service, as Apps Script runs it against Google Sheets:
 * menu, sidebar calls, simple and installable triggers, properties and triggers that survive a restart.
 *
 * Not emulated: run-time limits (30 s, 6 min), daily quotas, two executions at once (they run one after the
 * other, so locks are always free), dialogs that wait for an answer, the consent screen. What a script may use
 * is what is here; anything else throws "… is not in the local Apps Script host".
 */
import type { SheetsServiceApi, TriggerEvent } from '../sheets-service/service-api.ts';
import { answerHostCall, type HostWorld } from './host-calls.ts';
import { parseManifest, type ScriptManifest } from './manifest.ts';
import type {
  AuthMode,
  Execution,
  ExecutionResult,
  LogLevel,
  MenuDescription,
  SidebarContent,
} from './protocol.ts';
import { createScriptCache } from './script-cache.ts';
import { openScriptState, type ScriptState } from './script-state.ts';
import { startScriptThread } from './script-thread.ts';
import { createSerialQueue } from './serial-queue.ts';
import { triggerRuns } from './trigger-runs.ts';
import { createUiMemory, type UiEvent } from './ui-memory.ts';

export type { MenuDescription, SidebarContent, Toast } from './protocol.ts';
export type { UiEvent } from './ui-memory.ts';

export interface AppsScriptHostOptions {
  /** `Code.js`, the html files by name and `appsscript.json`, as uploaded to Apps Script. */
  readonly code: string;
  readonly html: Readonly<Record<string, string>>;
  readonly manifest: string;
  readonly sheets: SheetsServiceApi;
  /** The book that the script is bound to. */
  readonly spreadsheetId: string;
  /** Where properties and installed triggers are kept. */
  readonly dataDir: string;
  /** An identity token for an account, as `ScriptApp.getIdentityToken` gives. */
  readonly mintIdentityToken: (email: string) => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Language of a person's Google account, as `en` or `zh_CN`. Default `en`. */
  readonly locale?: string | ((email: string) => string);
  /** Who opens the board when nobody is named. */
  readonly installerEmail: string;
  /** Script properties set at every start, e.g. the address of the functions. They replace stored ones. */
  readonly initialProperties?: Readonly<Record<string, string>>;
  /** Console output and failed executions. Default: warnings and errors to stderr. */
  readonly log?: (level: LogLevel, message: string, functionName: string) => void;
}

export interface AppsScriptHost {
  /** A person opens the board: runs the script's onOpen and gives the menu it built. */
  open(user?: string): Promise<MenuDescription>;
  /**
   * A menu item or a `google.script.run` call. Rejects with the script's error, or when there is no such global
   * function; as with Google, names that end in `_` are private.
   */
  run(functionName: string, args: readonly unknown[], user: string): Promise<unknown>;
  /** The sidebar shown last. */
  sidebar(): SidebarContent | null;
  /** Listens to toasts and sidebars. Returns the way to stop. */
  onUi(listener: (event: UiEvent) => void): () => void;
  /** Resolves when every execution asked for so far, triggers included, has ended. */
  idle(): Promise<void>;
  readonly properties: {
    script(): Readonly<Record<string, string>>;
    document(): Readonly<Record<string, string>>;
  };
  /** Takes no new events, lets running and waiting executions end (at most `withinMs`), stops the thread. */
  close(options?: { readonly withinMs?: number }): Promise<void>;
}

const CLOSE_WITHIN_MS = 5_000;

/**
 * Starts the host and begins to fire triggers. Rejects when the script cannot be loaded, the manifest is wrong
 * or the stored state cannot be understood.
 */
export async function createAppsScriptHost(options: AppsScriptHostOptions): Promise<AppsScriptHost> {
  const { log = logToStderr } = options;
  const manifest = parseManifest(options.manifest);
  const state = openScriptState(options.dataDir, options.spreadsheetId);
  setInitialProperties(state, options.initialProperties ?? {});
  const thread = await startScriptThread(options.code);
  const ui = createUiMemory();
  const world: HostWorld = {
    ...options,
    ...ui.sinks,
    state,
    cache: createScriptCache(options.now),
    onLog: (level, message, { functionName }) => log(level, message, functionName),
  };
  const queue = createSerialQueue();
  const execute = (run: ScriptRun): Promise<ExecutionResult> => {
    const execution = completeExecution(run, manifest, options);
    return thread.execute(execution, (call) => answerHostCall(world, execution, call));
  };
  const call = async (functionName: string, args: readonly unknown[], user: string, authMode: AuthMode) =>
    valueOf(
      await queue.add(() => execute({ functionName, args, authMode, activeUser: user, effectiveUser: user })),
    );
  const fire = async (event: TriggerEvent): Promise<void> => {
    for (const run of triggerRuns(event, thread.functions, state.triggers())) {
      const result = await execute(run);
      if (!result.ok) log('error', failureText(result), run.functionName);
    }
  };
  const stopListening = options.sheets.onTrigger((event) => {
    if (event.spreadsheetId !== options.spreadsheetId) return;
    queue.add(() => fire(event)).catch((error: unknown) => log('error', String(error), event.type));
  });

  return {
    open: async (user = options.installerEmail) => {
      ui.clearMenu();
      if (thread.functions.has('onOpen')) await call('onOpen', [], user, 'LIMITED');
      return ui.menu();
    },
    run: (functionName, args, user) => {
      if (thread.functions.has(functionName) && !functionName.endsWith('_')) {
        return call(functionName, args, user, 'FULL');
      }
      return Promise.reject(new Error(`Script function not found: ${functionName}`));
    },
    sidebar: ui.sidebar,
    onUi: ui.listen,
    idle: queue.idle,
    properties: {
      script: () => state.readProperties('script', ''),
      document: () => state.readProperties('document', ''),
    },
    close: async ({ withinMs = CLOSE_WITHIN_MS } = {}) => {
      stopListening();
      await Promise.race([queue.idle(), pause(withinMs)]);
      await thread.stop();
    },
  };
}

/** What differs from one run to the next; the host adds the rest. */
type ScriptRun = Omit<Execution, 'locale' | 'timeZone' | 'scopes'>;

function completeExecution(
  run: ScriptRun,
  manifest: ScriptManifest,
  options: AppsScriptHostOptions,
): Execution {
  const { locale = 'en' } = options;
  return {
    ...run,
    locale: typeof locale === 'string' ? locale : locale(run.activeUser),
    timeZone: manifest.timeZone,
    scopes: manifest.oauthScopes,
  };
}

function setInitialProperties(state: ScriptState, initial: Readonly<Record<string, string>>): void {
  const stored = state.readProperties('script', '');
  for (const [key, value] of Object.entries(initial)) {
    if (stored[key] !== value) state.setProperty('script', '', key, value);
  }
}

function valueOf(result: ExecutionResult): unknown {
  if (result.ok) return result.value;
  const error = new Error(result.message);
  error.name = result.name;
  throw error;
}

function failureText(result: Extract<ExecutionResult, { ok: false }>): string {
  return result.stack === '' ? `${result.name}: ${result.message}` : result.stack;
}

function logToStderr(level: LogLevel, message: string, functionName: string): void {
  if (level !== 'info') process.stderr.write(`apps-script ${functionName}: ${message}\n`);
}

/** Does not keep the process alive. */
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
