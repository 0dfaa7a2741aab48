/**
 * Protocol buffers leave plain zeros, falses and nulls out of their JSON. That shows in ranges on the first
 * sheet (`sheetId: 0` is missing) and in flags that are off.
 */
const cache = new WeakMap<object, unknown>();

/**
 * A deep copy in which ranges and places do not name sheet 0 and chart anchors do not name row or column 0. A
 * sheet's own properties and a metadata location of type SHEET keep their zero: there it is the only content.
 */
export function withoutZeros<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const known = cache.get(value);
  if (known !== undefined) return known as T;
  const copy = Array.isArray(value) ? value.map((item: unknown) => withoutZeros(item)) : copyObject(value);
  cache.set(value, copy);
  return copy as T;
}

function copyObject(value: object): object {
  const keepsZero = 'title' in value || 'locationType' in value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, inner]) =>
          keepsZero || inner !== 0 || !(key === 'sheetId' || key === 'rowIndex' || key === 'columnIndex'),
      )
      .map(([key, inner]: [string, unknown]) => [key, withoutZeros(inner)]),
  );
}

/** The same object without fields that are false or null, for messages whose flags default to false. */
export function withoutFalse<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== false && inner != null),
  ) as T;
}
