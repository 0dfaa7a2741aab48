/** The few things the add-on remembers on the board itself. Contents of cells are never among them. */
import { chosenLanguage } from './language.ts';
import { parseMissedEdits, type MissedEdits } from './missed-edits.ts';
import { clip } from './reply.ts';
import type { BoardOwner, LastEvent } from './sidebar-state.ts';
import type { Language } from './wire.ts';

/** Address of the functions. A document property wins over a script property. */
export const ENDPOINT = 'PEINENG_ENDPOINT';
export const OWNER = 'PEINENG_OWNER';
export const MISSED = 'PEINENG_MISSED';
export const LANGUAGE = 'PEINENG_LANGUAGE';
const LAST = 'PEINENG_LAST';
/** Six hours: the longest the cache keeps anything. */
const LAST_KEPT_SECONDS = 21_600;

export interface BoardSettings {
  readonly endpoint: string;
  readonly owner: BoardOwner | null;
  readonly missed: MissedEdits | null;
  readonly language: Language | null;
}

/** Everything in one read of the store: each read costs trigger time. */
export function readSettings(): BoardSettings {
  const stored = documentProperties().getProperties();
  const language = stored[LANGUAGE];
  return {
    endpoint: stored[ENDPOINT] ?? PropertiesService.getScriptProperties().getProperty(ENDPOINT) ?? '',
    owner: parseOwner(stored[OWNER]),
    missed: parseMissedEdits(stored[MISSED]),
    language: language === undefined ? null : chosenLanguage(language, 'en'),
  };
}

/** Stores the address; an address equal to the script's own default is not kept twice. */
export function writeEndpoint(endpoint: string): void {
  const properties = documentProperties();
  if (PropertiesService.getScriptProperties().getProperty(ENDPOINT) === endpoint) {
    properties.deleteProperty(ENDPOINT);
  } else {
    properties.setProperty(ENDPOINT, endpoint);
  }
}

export function writeLanguage(language: Language): void {
  documentProperties().setProperty(LANGUAGE, language);
}

export function writeOwner(owner: BoardOwner): void {
  documentProperties().setProperty(OWNER, JSON.stringify(owner));
}

/**
 * Changes the marker of missed edits from what it is now, not from what was read before. Without the lock in
 * time it goes ahead: a count that is one too low is better than a missed edit nobody knows of.
 */
export function updateMissed(change: (missed: MissedEdits | null) => MissedEdits | null): void {
  const apply = (): void => {
    const properties = documentProperties();
    const stored = properties.getProperty(MISSED);
    const next = change(parseMissedEdits(stored));
    if (next !== null) properties.setProperty(MISSED, JSON.stringify(next));
    else if (stored !== null) properties.deleteProperty(MISSED);
  };
  if (!withDocumentLock(apply)) apply();
}

/** Kept in the cache, not in the properties, whose daily quota is small. Losing it is harmless. */
export function writeLast(last: LastEvent): void {
  try {
    CacheService.getDocumentCache()?.put(LAST, JSON.stringify(last), LAST_KEPT_SECONDS);
  } catch (error) {
    console.warn(`The latest event could not be remembered: ${String(error)}`);
  }
}

export function readLast(): LastEvent | null {
  const stored = CacheService.getDocumentCache()?.get(LAST);
  try {
    return stored == null ? null : (JSON.parse(stored) as LastEvent);
  } catch {
    return null;
  }
}

/** Runs `work` alone on this board. False, with nothing done, when the lock was not free within `waitMs`. */
export function withDocumentLock(work: () => void, waitMs: number = 5_000): boolean {
  // There is no document lock in a script that is not bound to a document, whatever the types say.
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (lock !== null && !lock.tryLock(waitMs)) return false;
  try {
    work();
    return true;
  } finally {
    lock?.releaseLock();
  }
}

function documentProperties(): GoogleAppsScript.Properties.Properties {
  return PropertiesService.getDocumentProperties();
}

function parseOwner(stored: string | undefined): BoardOwner | null {
  if (stored === undefined || stored === '') return null;
  try {
    const { email, at } = JSON.parse(stored) as Partial<Record<keyof BoardOwner, unknown>>;
    return typeof email === 'string' && email !== '' ? { email, at: clip(at, 40) } : null;
  } catch {
    return null;
  }
}
