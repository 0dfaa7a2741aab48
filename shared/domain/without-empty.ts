type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out absent fields instead of setting them to undefined: objects are stored and compared as they are. */
export const withoutEmpty = <T extends object>(fields: T): Present<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
