/** CacheService's store: in memory, each entry for its own time. */
export interface ScriptCache {
  get(key: string): string | null;
  put(key: string, value: string, seconds: number): void;
  remove(key: string): void;
}

/** An empty cache on the given clock (milliseconds since 1970). */
export function createScriptCache(now: () => number): ScriptCache {
  const entries = new Map<string, { readonly value: string; readonly until: number }>();
  return {
    get: (key) => {
      const entry = entries.get(key);
      return entry !== undefined && entry.until > now() ? entry.value : null;
    },
    put: (key, value, seconds) => {
      entries.set(key, { value, until: now() + seconds * 1000 });
    },
    remove: (key) => {
      entries.delete(key);
    },
  };
}
