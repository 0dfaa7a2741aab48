import { StoreError } from './store-error.ts';

/** Codes of gRPC as Firestore's client reports them. */
export const ALREADY_EXISTS = 6;
const ABORTED = 10;
const PASSING_TROUBLE: ReadonlySet<number> = new Set([1, 2, 4, 8, 13, 14]);

/** Times a transaction is begun anew after the client itself has given up on contention (it tries 5 times). */
const FURTHER_TRIES = 3;

export const codeOf = (error: unknown): number | null => {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code;
  return typeof code === 'number' ? code : null;
};

/** Runs a transaction again when it lost against others, a few more times than the client does. */
export const withRetries = async <T>(run: () => Promise<T>): Promise<T> => {
  for (let further = 0; ; further += 1) {
    try {
      return await run();
    } catch (error) {
      if (codeOf(error) !== ABORTED || further >= FURTHER_TRIES) throw error;
    }
  }
};

/** The database's own errors in the store's words; anything else comes back as it is. */
export const asStoreError = (error: unknown, doing: string): unknown => {
  const code = codeOf(error);
  const text = error instanceof Error ? error.message : String(error);
  if (code === ABORTED) return new StoreError('CONTENTION', `${doing}: too many at once. ${text}`, error);
  if (code !== null && PASSING_TROUBLE.has(code))
    return new StoreError('UNAVAILABLE', `${doing}: the database did not answer. ${text}`, error);
  return error;
};
