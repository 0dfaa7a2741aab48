import type { Clock, Log } from '../../shared/ports/environment.ts';

type Severity = 'INFO' | 'WARNING' | 'ERROR';

/**
 * One line of JSON per event, as Cloud Logging reads it from standard output: `severity`, `message` and `time`
 * are its own fields, the data stands beside them. Errors are written with name, message and stack.
 *
 * @example {"severity":"INFO","message":"editCommitted","time":"2026-11-23T09:00:00.000Z","effects":3}
 */
export const createJsonLog = (write: (line: string) => void, clock: Clock): Log => {
  const log =
    (severity: Severity) =>
    (event: string, data: Readonly<Record<string, unknown>> = {}): void => {
      const own = { severity, message: event, time: new Date(clock.now()).toISOString() };
      write(`${lineOf({ ...data, ...own }, own)}\n`);
    };
  return { info: log('INFO'), warn: log('WARNING'), error: log('ERROR') };
};

/** A log must never be what fails: data that JSON cannot hold is left out and said to be. */
const lineOf = (entry: object, own: object): string => {
  try {
    return JSON.stringify(entry, readable);
  } catch (error) {
    return JSON.stringify({ ...own, unreadableData: error instanceof Error ? error.message : String(error) });
  }
};

const readable = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (!(value instanceof Error)) return value;
  const { name, message, stack, cause } = value;
  const code = (value as { readonly code?: unknown }).code;
  return {
    name,
    message,
    stack,
    ...(code === undefined ? {} : { code }),
    ...(cause === undefined ? {} : { cause }),
  };
};
