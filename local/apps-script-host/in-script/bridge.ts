/**
 * The way from the script's context to the host. Everything in this folder runs inside that context, so that
 * arrays, errors and dates which the script gets are of its own realm (`instanceof` holds).
 */
import type { Execution, HostAnswer } from '../protocol.ts';

/** Calls the main thread and waits; takes and gives JSON. */
export type HostFunction = (name: string, argumentsJson: string) => string;

export interface Bridge {
  readonly execution: Execution;
  /** Runs an operation of the host. Throws an Exception, as Apps Script names it, when the host refuses. */
  call(name: string, ...args: readonly unknown[]): unknown;
  /** Throws what Apps Script throws when this execution may not use a service. */
  requireScope(what: string, ...anyOf: readonly string[]): void;
}

const SCOPE_ROOT = 'https://www.googleapis.com/auth/';

export function createBridge(host: HostFunction, execution: Execution): Bridge {
  return {
    execution,
    call: (name, ...args) => {
      const answer = JSON.parse(host(name, JSON.stringify(args))) as HostAnswer;
      if (!answer.ok) throw exception(answer.message);
      return answer.value;
    },
    requireScope: (what, ...anyOf) => {
      const full = anyOf.map((scope) => (scope === 'openid' ? scope : SCOPE_ROOT + scope));
      const allowed = execution.authMode === 'FULL' && full.some((scope) => execution.scopes.includes(scope));
      if (allowed) return;
      const needed = full.join(' || ');
      throw exception(`You do not have permission to call ${what}. Required permissions: ${needed}`);
    },
  };
}

/** Apps Script's own errors are called Exception. */
export function exception(message: string): Error {
  const error = new Error(message);
  error.name = 'Exception';
  return error;
}
