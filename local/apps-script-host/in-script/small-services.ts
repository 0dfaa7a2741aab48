import { SLEEP, type LogLevel } from '../protocol.ts';
import type { Bridge } from './bridge.ts';
import { strict } from './strict.ts';

/** Session: who is at the keyboard and whose account this runs under. Simple triggers are not told. */
export function createSession(bridge: Bridge) {
  const { activeUser, effectiveUser, authMode, locale, timeZone } = bridge.execution;
  const user = (what: string, email: string) => () => {
    if (authMode === 'LIMITED') return createUser('');
    bridge.requireScope(`Session.${what}`, 'userinfo.email');
    return createUser(email);
  };
  return strict('Session', {
    getActiveUser: user('getActiveUser', activeUser),
    getEffectiveUser: user('getEffectiveUser', effectiveUser),
    getActiveUserLocale: () => locale,
    getScriptTimeZone: () => timeZone,
  });
}

/** A User object. */
export function createUser(email: string) {
  return strict('User', { getEmail: () => email });
}

export function createUtilities(bridge: Bridge) {
  return strict('Utilities', {
    getUuid: () => bridge.call('utilities.uuid') as string,
    sleep: (milliseconds: number) => {
      bridge.call(SLEEP, milliseconds);
    },
  });
}

/** LockService. The host runs one execution at a time, so a lock is always free. */
export function createLockService() {
  const createLock = () => {
    let held = false;
    return strict('Lock', {
      tryLock: () => (held = true),
      hasLock: () => held,
      releaseLock: () => {
        held = false;
      },
    });
  };
  return strict('LockService', {
    getDocumentLock: createLock,
    getScriptLock: createLock,
    getUserLock: createLock,
  });
}

/** console and Logger, both into the host's log. */
export function createLogs(bridge: Bridge) {
  const write =
    (level: LogLevel) =>
    (...values: readonly unknown[]) => {
      bridge.call('log', level, values.map(textOf).join(' '));
    };
  return {
    console: strict('console', {
      log: write('info'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
    }),
    Logger: strict('Logger', { log: write('info') }),
  };
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  return JSON.stringify(value) ?? String(value);
}
