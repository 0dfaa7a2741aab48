/**
 * Whether two pieces of plain data say the same, whatever order their keys were written in: a store gives maps
 * back in an order of its own. The order of lists matters.
 *
 * @example sameData({ a: 1, b: [2, 3] }, { b: [2, 3], a: 1 }) // true
 */
export const sameData = (a: unknown, b: unknown): boolean => written(a) === written(b);

const written = (data: unknown): string =>
  JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
