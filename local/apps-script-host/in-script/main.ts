/** Puts Apps Script's globals into a fresh context, then runs one function of the script in it. */
import type { EventDescription, Execution } from '../protocol.ts';
import { createBridge, type Bridge, type HostFunction } from './bridge.ts';
import { dateFollowing } from './clock.ts';
import { createHtmlService } from './html-service.ts';
import { createScriptApp } from './script-app.ts';
import {
  createLockService,
  createLogs,
  createSession,
  createUser,
  createUtilities,
} from './small-services.ts';
import { createRange, createSpreadsheet, createSpreadsheetApp } from './spreadsheet-app.ts';
import { createCacheService, createPropertiesService } from './stored-values.ts';
import { notInThisHost } from './strict.ts';
import { createUrlFetchApp } from './url-fetch-app.ts';

/** Services that scripts know but this host has not: touching one says so instead of "not defined". */
const ABSENT = `AdminDirectory Browser CalendarApp CardService Charts ConferenceDataService ContactsApp
  ContentService DataStudioApp DocumentApp Drive DriveApp FormApp Gmail GmailApp GroupsApp Jdbc LanguageApp
  LinearOptimizationService MailApp Maps People ScriptProperties Sheets SitesApp SlidesApp UserProperties
  XmlService`.split(/\s+/);

/** Defines the globals. Call before the script's own code is evaluated. */
export function defineGlobals(host: HostFunction, executionJson: string): Bridge {
  const bridge = createBridge(host, JSON.parse(executionJson) as Execution);
  const globals: Record<string, unknown> = {
    SpreadsheetApp: createSpreadsheetApp(bridge),
    ScriptApp: createScriptApp(bridge),
    UrlFetchApp: createUrlFetchApp(bridge),
    PropertiesService: createPropertiesService(bridge),
    CacheService: createCacheService(bridge),
    LockService: createLockService(),
    HtmlService: createHtmlService(bridge),
    Utilities: createUtilities(bridge),
    Session: createSession(bridge),
    ...createLogs(bridge),
    Date: dateFollowing(() => bridge.call('clock.now') as number),
  };
  for (const name of ABSENT) globals[name] = absentService(name);
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
  }
  return bridge;
}

/** Calls the function and gives its result as JSON, which is all that `google.script.run` lets through. */
export function invoke(bridge: Bridge): string {
  const { functionName, args, event } = bridge.execution;
  const target = (globalThis as unknown as Record<string, (...values: readonly unknown[]) => unknown>)[
    functionName
  ];
  if (typeof target !== 'function') throw new Error(`Script function not found: ${functionName}`);
  const result = event === undefined ? target(...args) : target(eventObject(bridge, event));
  if (result instanceof Promise) throw notInThisHost('A global function that returns a promise');
  return JSON.stringify(result ?? null);
}

function eventObject(bridge: Bridge, event: EventDescription): object {
  const { range, user, ...rest } = event;
  return {
    ...rest,
    authMode: bridge.execution.authMode,
    source: createSpreadsheet(bridge),
    user: createUser(user),
    ...(range === undefined ? {} : { range: createRange(bridge, range) }),
  };
}

function absentService(name: string): object {
  const refuse = (): never => {
    throw notInThisHost(name);
  };
  return new Proxy(refuse, { get: refuse, apply: refuse, construct: refuse });
}
