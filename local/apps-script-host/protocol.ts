/** What the main thread, the worker and the code inside the script's context say to each other: plain JSON. */
import type { CellRange } from '../sheets-service/service-api.ts';

/** Apps Script's authorisation modes: simple triggers run LIMITED, everything a person allowed runs FULL. */
export type AuthMode = 'LIMITED' | 'FULL';

/** A trigger event as it crosses into the script, where it becomes Google's event object. */
export interface EventDescription {
  readonly range?: CellRange;
  readonly value?: string;
  readonly oldValue?: string;
  readonly changeType?: string;
  /** E-mail of who acted. */
  readonly user: string;
  /** Only installable triggers have one. */
  readonly triggerUid?: string;
}

/** One run of one function, in a fresh context: like Apps Script, nothing global survives from run to run. */
export interface Execution {
  readonly functionName: string;
  /** Arguments of a call, or the event of a trigger, never both. */
  readonly args: readonly unknown[];
  readonly event?: EventDescription;
  readonly authMode: AuthMode;
  /** Whose keyboard it is. */
  readonly activeUser: string;
  /** Under whose account it runs. */
  readonly effectiveUser: string;
  readonly locale: string;
  readonly timeZone: string;
  /** OAuth scopes that the manifest asks for. */
  readonly scopes: readonly string[];
}

export type ExecutionResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly name: string; readonly message: string; readonly stack: string };

/** Main thread → worker. */
export type WorkerRequest =
  | { readonly id: number; readonly kind: 'execute'; readonly execution: Execution }
  | { readonly id: number; readonly kind: 'listFunctions' };

/** Worker → main thread. */
export interface WorkerResponse {
  readonly id: number;
  readonly result: ExecutionResult;
}

/** Script → main thread, while the worker stands still. */
export interface HostCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

export type HostAnswer =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** Host operation that the worker answers by itself, because it only has to stand still. */
export const SLEEP = 'utilities.sleep';

/** An installed trigger, as the script may see it. */
export interface TriggerDescription {
  readonly uid: string;
  readonly handler: string;
  readonly eventType: 'ON_EDIT' | 'ON_CHANGE';
  readonly spreadsheetId: string;
}

/** The book, as far as scripts ask for it. */
export interface BookDescription {
  readonly spreadsheetId: string;
  readonly title: string;
  readonly locale: string;
  readonly sheets: readonly SheetDescription[];
}

export interface SheetDescription {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A request of UrlFetchApp, checked and complete. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
  readonly followRedirects: boolean;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export type MenuItem =
  | { readonly kind: 'item'; readonly label: string; readonly functionName: string }
  | { readonly kind: 'separator' };

/** The menu a script added to the spreadsheet. */
export interface MenuDescription {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

export interface SidebarContent {
  readonly title: string;
  readonly html: string;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  /** How long to show it; negative means until it is dismissed. */
  readonly seconds: number;
}

export type PropertyStore = 'script' | 'document' | 'user';
export type LogLevel = 'info' | 'warn' | 'error';
