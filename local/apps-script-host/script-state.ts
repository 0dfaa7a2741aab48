/** What a script leaves behind between executions: properties and installed triggers, kept on disk. */
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { PropertyStore, TriggerDescription } from './protocol.ts';

const properties = z.record(z.string(), z.string());
const stateFile = z.object({
  format: z.literal(1),
  spreadsheetId: z.string(),
  script: properties,
  document: properties,
  users: z.record(z.string(), properties),
  triggers: z.array(
    z.object({
      uid: z.string(),
      handler: z.string(),
      eventType: z.enum(['ON_EDIT', 'ON_CHANGE']),
      spreadsheetId: z.string(),
      installer: z.string(),
    }),
  ),
});

type StateFile = z.infer<typeof stateFile>;

/** A trigger with the account that installed it, under which it runs. */
export interface InstalledTrigger extends TriggerDescription {
  readonly installer: string;
}

/** Every change is on disk, whole, before the call returns. */
export interface ScriptState {
  readProperties(store: PropertyStore, user: string): Readonly<Record<string, string>>;
  setProperty(store: PropertyStore, user: string, key: string, value: string): void;
  deleteProperty(store: PropertyStore, user: string, key: string): void;
  triggers(): readonly InstalledTrigger[];
  addTrigger(trigger: InstalledTrigger): void;
  deleteTrigger(uid: string): void;
}

/**
 * Opens the state of the script bound to one spreadsheet; a missing file is an empty state. Throws with the
 * file's name when it cannot be understood: silently starting anew would install triggers twice.
 */
export function openScriptState(dataDir: string, spreadsheetId: string): ScriptState {
  const path = join(dataDir, `apps-script-${encodeURIComponent(spreadsheetId)}.json`);
  const state = readState(path, spreadsheetId);
  const store = (name: PropertyStore, user: string): Record<string, string> =>
    name === 'user' ? (state.users[user] ??= {}) : state[name];
  const changed = <T>(change: () => T): void => {
    change();
    writeWhole(path, JSON.stringify(state, null, 1));
  };
  return {
    readProperties: (name, user) => ({ ...store(name, user) }),
    setProperty: (name, user, key, value) => changed(() => (store(name, user)[key] = value)),
    deleteProperty: (name, user, key) => changed(() => delete store(name, user)[key]),
    triggers: () => [...state.triggers],
    addTrigger: (trigger) => changed(() => state.triggers.push({ ...trigger })),
    deleteTrigger: (uid) =>
      changed(() => {
        state.triggers = state.triggers.filter((trigger) => trigger.uid !== uid);
      }),
  };
}

function readState(path: string, spreadsheetId: string): StateFile {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { format: 1, spreadsheetId, script: {}, document: {}, users: {}, triggers: [] };
  }
  try {
    return stateFile.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(
      `The script's properties and triggers in ${path} cannot be understood. Delete the file to set the board up anew.`,
      { cause: error },
    );
  }
}

/** A crash leaves the old file or the new one. */
function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = `${path}.tmp`;
  const file = openSync(temporary, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, path);
}
