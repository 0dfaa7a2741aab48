import { Buffer } from 'node:buffer';
import {
  type DocumentData,
  DocumentReference,
  FieldValue,
  GeoPoint,
  Timestamp,
} from 'firebase-admin/firestore';

/**
 * A Firestore value as JSON. What JSON has itself (strings, booleans, null, ordinary numbers, arrays, maps) stays
 * as it is; everything else is a map with one key that starts with `$`:
 *
 * `$n` a number JSON cannot hold (`"NaN"`, `"Infinity"`, `"-Infinity"`, `"-0"`) · `$i` a bigint in decimal ·
 * `$t` [seconds, nanoseconds] · `$g` [latitude, longitude] · `$b` bytes in base64 · `$r` path of a referenced
 * document · `$v` a vector · `$m` a map that has itself a key starting with `$`.
 */
export type EncodedValue =
  string | number | boolean | null | readonly EncodedValue[] | { readonly [key: string]: EncodedValue };

export type EncodedMap = Readonly<Record<string, EncodedValue>>;

/** Turns a stored path back into a reference; in practice `(path) => firestore.doc(path)`. */
export type ReferenceMaker = (path: string) => DocumentReference;

/**
 * Encodes the data of one document.
 *
 * @throws {TypeError} for a value Firestore cannot store; the message names the field.
 * @example encodeDocument({ due: new Timestamp(60, 0) }) // { due: { $t: [60, 0] } }
 */
export function encodeDocument(data: DocumentData): EncodedMap {
  return encodeFields(data, '');
}

/** Decodes what {@link encodeDocument} wrote. @throws {TypeError} for a tag it does not know. */
export function decodeDocument(data: EncodedMap, reference: ReferenceMaker): DocumentData {
  return decodeFields(data, reference);
}

function encodeFields(data: object, at: string): EncodedMap {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, encodeValue(value, at === '' ? key : `${at}.${key}`)]),
  );
}

function encodeValue(value: unknown, at: string): EncodedValue {
  if (value === null) return null;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $n: Object.is(value, -0) ? '-0' : `${value}` };
    case 'bigint':
      return { $i: value.toString() };
    case 'object':
      return encodeObject(value, at);
    default:
      throw new TypeError(`Field ${at} holds a ${typeof value}, which Firestore cannot store.`);
  }
}

function encodeObject(value: object, at: string): EncodedValue {
  if (Array.isArray(value)) return value.map((item, index) => encodeValue(item, `${at}[${index}]`));
  if (value instanceof Timestamp) return { $t: [value.seconds, value.nanoseconds] };
  if (value instanceof GeoPoint)
    return { $g: [value.latitude, value.longitude].map((part) => encodeValue(part, at)) };
  if (value instanceof Uint8Array) return { $b: Buffer.from(value).toString('base64') };
  if (value instanceof DocumentReference) return { $r: value.path };
  if (isVector(value)) return { $v: value.toArray().map((part) => encodeValue(part, at)) };
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`Field ${at} holds a ${value.constructor.name}, which Firestore cannot store.`);
  }
  const fields = encodeFields(value, at);
  return Object.keys(fields).some((key) => key.startsWith('$')) ? { $m: fields } : fields;
}

/** The Admin SDK does not export the class of its vectors. */
function isVector(value: object): value is ReturnType<typeof FieldValue.vector> {
  return 'toArray' in value && typeof value.toArray === 'function';
}

function decodeFields(data: object, reference: ReferenceMaker): DocumentData {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, decodeValue(value as EncodedValue, reference)]),
  );
}

function decodeValue(value: EncodedValue, reference: ReferenceMaker): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value))
    return (value as readonly EncodedValue[]).map((item) => decodeValue(item, reference));
  const keys = Object.keys(value);
  const [tag] = keys;
  if (keys.length !== 1 || tag === undefined || !tag.startsWith('$')) return decodeFields(value, reference);
  return decodeTagged(tag, (value as EncodedMap)[tag], reference);
}

function decodeTagged(tag: string, payload: unknown, reference: ReferenceMaker): unknown {
  switch (tag) {
    case '$n':
      return Number(payload);
    case '$i':
      return BigInt(payload as string);
    case '$t':
      return new Timestamp(...decodePair(payload));
    case '$g':
      return new GeoPoint(...decodePair(payload));
    case '$b':
      return Buffer.from(payload as string, 'base64');
    case '$r':
      return reference(payload as string);
    case '$v':
      return FieldValue.vector(decodeNumbers(payload));
    case '$m':
      return decodeFields(payload as object, reference);
    default:
      throw new TypeError(`Unknown value tag ${tag}.`);
  }
}

function decodeNumbers(payload: unknown): number[] {
  return (payload as readonly (number | { readonly $n: string })[]).map((part) =>
    typeof part === 'number' ? part : Number(part.$n),
  );
}

function decodePair(payload: unknown): [number, number] {
  const [first, second] = decodeNumbers(payload);
  if (first === undefined || second === undefined) throw new TypeError('Expected two numbers.');
  return [first, second];
}
