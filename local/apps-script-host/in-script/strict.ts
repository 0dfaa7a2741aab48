/** The error for everything of Apps Script that this host does not have. It never just answers undefined. */
export function notInThisHost(what: string): Error {
  return new Error(`${what} is not in the local Apps Script host`);
}

/**
 * A service object of which only `members` exist: reading or calling anything else throws with its full name,
 * so that a script cannot come to depend on something that was never tried.
 */
export function strict<T extends object>(name: string, members: T): T {
  const described = Object.assign(Object.create(null) as object, members, { toString: () => name });
  return new Proxy(described, {
    get: (target, key) => {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key) as unknown;
      throw notInThisHost(`${name}.${key}`);
    },
    set: (_target, key) => {
      throw notInThisHost(`Setting ${name}.${String(key)}`);
    },
  });
}

/** Refuses options that would be ignored here but mean something to Google. */
export function refuseUnknownOptions(what: string, options: object, known: readonly string[]): void {
  for (const option of Object.keys(options)) {
    if (!known.includes(option)) throw notInThisHost(`Option "${option}" of ${what}`);
  }
}
