/** What the services inside the script ask of the main thread, one function for each operation. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { SheetsServiceApi } from '../sheets-service/service-api.ts';
import { loopbackFetch } from './loopback-fetch.ts';
import type {
  BookDescription,
  Execution,
  FetchRequest,
  HostCall,
  LogLevel,
  MenuDescription,
  PropertyStore,
  SidebarContent,
  Toast,
  TriggerDescription,
} from './protocol.ts';
import type { ScriptState } from './script-state.ts';
import type { ScriptCache } from './script-cache.ts';

/** Google allows 20 triggers for each account and script. */
const MOST_TRIGGERS = 20;

/** Everything outside the script that its calls reach. */
export interface HostWorld {
  readonly sheets: SheetsServiceApi;
  readonly spreadsheetId: string;
  readonly html: Readonly<Record<string, string>>;
  readonly state: ScriptState;
  readonly cache: ScriptCache;
  readonly now: () => number;
  readonly mintIdentityToken: (email: string) => Promise<string>;
  readonly onMenu: (menu: MenuDescription) => void;
  readonly onSidebar: (sidebar: SidebarContent) => void;
  readonly onToast: (toast: Toast) => void;
  readonly onLog: (level: LogLevel, message: string, execution: Execution) => void;
}

type Operations = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Answers one call of the script that `execution` is running. Throws what the script shall see as Exception. */
export function answerHostCall(world: HostWorld, execution: Execution, call: HostCall): unknown {
  const operation = operations(world, execution)[call.name] as
    ((...args: readonly unknown[]) => unknown) | undefined;
  if (operation === undefined) throw new Error(`${call.name} is not in the local Apps Script host`);
  return operation(...call.args);
}

function operations(world: HostWorld, execution: Execution): Operations {
  return {
    ...spreadsheetOperations(world),
    ...storedOperations(world, execution),
    ...otherOperations(world, execution),
  };
}

function spreadsheetOperations(world: HostWorld): Operations {
  return {
    'spreadsheet.describe': () => describeBook(world),
    'spreadsheet.toast': (toast: Toast) => world.onToast(toast),
    'ui.menu': (menu: MenuDescription) => world.onMenu(menu),
    'ui.sidebar': (sidebar: SidebarContent) => world.onSidebar(sidebar),
    'html.file': (name: string) => {
      const text = Object.hasOwn(world.html, name) ? world.html[name] : undefined;
      if (text === undefined) throw new Error(`No HTML file named ${name} was found.`);
      return text;
    },
  };
}

function storedOperations({ state, cache }: HostWorld, { effectiveUser }: Execution): Operations {
  const own = () => state.triggers().filter(({ installer }) => installer === effectiveUser);
  return {
    'properties.read': (store: PropertyStore) => state.readProperties(store, effectiveUser),
    'properties.set': (store: PropertyStore, key: string, value: string) =>
      state.setProperty(store, effectiveUser, key, value),
    'properties.delete': (store: PropertyStore, key: string) =>
      state.deleteProperty(store, effectiveUser, key),
    'cache.get': (key: string) => cache.get(key),
    'cache.put': (key: string, value: string, seconds: number) => cache.put(key, value, seconds),
    'cache.remove': (key: string) => cache.remove(key),
    'triggers.list': () => own(),
    'triggers.create': (trigger: Omit<TriggerDescription, 'uid'>) => {
      if (own().length >= MOST_TRIGGERS) throw new Error('This script has too many triggers.');
      const installed = {
        ...trigger,
        uid: randomBytes(8).readBigUInt64BE().toString(),
        installer: effectiveUser,
      };
      state.addTrigger(installed);
      return installed;
    },
    'triggers.delete': (uid: string) => {
      if (!own().some((trigger) => trigger.uid === uid))
        throw new Error('Unexpected error while deleting the trigger.');
      state.deleteTrigger(uid);
    },
  };
}

function otherOperations(world: HostWorld, execution: Execution): Operations {
  return {
    'identity.token': () => world.mintIdentityToken(execution.effectiveUser),
    fetch: (request: FetchRequest) => loopbackFetch(request),
    'clock.now': () => world.now(),
    'utilities.uuid': () => randomUUID(),
    log: (level: LogLevel, message: string) => world.onLog(level, message, execution),
  };
}

function describeBook({ sheets, spreadsheetId }: HostWorld): BookDescription {
  const book = sheets.getSpreadsheet(spreadsheetId);
  return {
    spreadsheetId,
    title: book.properties?.title ?? '',
    locale: book.properties?.locale ?? 'en_US',
    sheets: (book.sheets ?? []).map(({ properties }) => ({
      sheetId: properties?.sheetId ?? 0,
      title: properties?.title ?? '',
      rowCount: properties?.gridProperties?.rowCount ?? 0,
      columnCount: properties?.gridProperties?.columnCount ?? 0,
    })),
  };
}
