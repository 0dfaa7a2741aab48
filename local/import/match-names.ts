/** Same text for a machine: width, case and white space do not count. `GTXPro` and `GTX Pro` fold alike. */
export const foldName = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** Entries by name: exactly spelt first, else folded. */
export interface NameIndex<T> {
  readonly size: number;
  find(typed: string): { readonly name: string; readonly entry: T; readonly exact: boolean } | undefined;
}

export const nameIndex = <T>(entries: readonly (readonly [name: string, entry: T])[]): NameIndex<T> => {
  const exact = new Map(entries);
  const folded = new Map<string, string>();
  for (const [name] of entries) if (!folded.has(foldName(name))) folded.set(foldName(name), name);
  return {
    size: exact.size,
    find: (typed) => {
      const name = exact.has(typed) ? typed : folded.get(foldName(typed));
      const entry = name === undefined ? undefined : exact.get(name);
      return name === undefined || entry === undefined ? undefined : { name, entry, exact: name === typed };
    },
  };
};
