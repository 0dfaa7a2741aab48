/**
 * - `CONTENTION`: others kept changing the same team; nothing was written.
 * - `UNAVAILABLE`: the database did not answer; it may or may not have written. The same event can be sent again.
 * - `BROKEN_DOCUMENT`: a stored document is not what this version understands; a person must look at it.
 * - `TOO_LARGE`: one event changed more than fits one document; the caller must work in smaller chunks.
 * - `NOT_STORABLE`: a bug of ours: a value or id that the database cannot hold.
 */
export type StoreErrorCode = 'CONTENTION' | 'UNAVAILABLE' | 'BROKEN_DOCUMENT' | 'TOO_LARGE' | 'NOT_STORABLE';

/** Thrown by the store. `retryable` says whether the same call can succeed later. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  readonly retryable: boolean;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
    this.retryable = code === 'CONTENTION' || code === 'UNAVAILABLE';
  }
}
