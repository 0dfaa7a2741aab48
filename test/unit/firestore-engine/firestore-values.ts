import fc from 'fast-check';
import { DocumentReference, FieldValue, GeoPoint, Timestamp } from 'firebase-admin/firestore';

/** Any value a document field can hold, except a reference and an array directly inside an array. */
const scalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double(),
  fc.constantFrom(NaN, Infinity, -Infinity, -0, 0, Number.MAX_SAFE_INTEGER),
  fc
    .tuple(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([seconds, micros]) => new Timestamp(seconds, micros * 1000)),
  fc
    .tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
    .map(([latitude, longitude]) => new GeoPoint(latitude, longitude)),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
  fc
    .array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 3 })
    .map((numbers) => FieldValue.vector(numbers)),
);

/** Field names, some of which look like the codec's own tags. */
const fieldName = fc.oneof(
  fc.constantFrom('$t', '$n', '$m', '$', 'a.b', '客户', '`', ' ', 'p'),
  fc.string({ minLength: 1, maxLength: 6 }).filter((name) => !/^__.*__$/.test(name)),
);

/** Document data of every value type, nested up to four levels deep. */
export function documentData(
  reference?: fc.Arbitrary<DocumentReference>,
): fc.Arbitrary<Record<string, unknown>> {
  const leaf = reference === undefined ? scalar : fc.oneof(scalar, reference);
  const { fields } = fc.letrec<{ value: unknown; fields: Record<string, unknown> }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      leaf,
      fc.array(fc.oneof(leaf, tie('fields')), { maxLength: 4 }),
      tie('fields'),
    ),
    fields: fc.dictionary(fieldName, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  return fields;
}

/** The same data with references, bytes and vectors written out, so that two databases can be compared. */
export function comparable(value: unknown): unknown {
  if (value instanceof DocumentReference) return `reference to ${value.path}`;
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Timestamp || value instanceof GeoPoint) return value;
  if ('toArray' in value) return { vector: (value as { toArray(): unknown }).toArray() };
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, comparable(field)]));
}
