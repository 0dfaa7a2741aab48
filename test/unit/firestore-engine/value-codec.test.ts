import fc from 'fast-check';
import { Firestore, GeoPoint, Timestamp } from 'firebase-admin/firestore';
import { describe, expect, it } from 'vitest';
import {
  decodeDocument,
  encodeDocument,
  type EncodedMap,
} from '../../../local/firestore-engine/value-codec.ts';
import { comparable, documentData } from './firestore-values.ts';

const firestore = new Firestore({ projectId: 'codec-test' });
const reference = (path: string) => firestore.doc(path);

function throughJson(data: Record<string, unknown>): unknown {
  return decodeDocument(JSON.parse(JSON.stringify(encodeDocument(data))) as EncodedMap, reference);
}

describe('the value codec', () => {
  it('gives back any document exactly as it was after a trip through JSON', () => {
    const references = fc.constantFrom('tasks/t1', 'reps/r1/notes/n1').map(reference);
    fc.assert(
      fc.property(documentData(references), (data) => {
        expect(comparable(throughJson(data))).toEqual(comparable(data));
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the type of what JSON would flatten', () => {
    const data = {
      at: new Timestamp(60, 1000),
      where: new GeoPoint(1, -0),
      ref: reference('a/b'),
      nan: NaN,
      zero: -0,
    };
    const back = throughJson(data) as typeof data;
    expect(back.at).toBeInstanceOf(Timestamp);
    expect(Object.is(back.where.longitude, -0)).toBe(true);
    expect(back.ref.path).toBe('a/b');
    expect(back.nan).toBeNaN();
    expect(Object.is(back.zero, -0)).toBe(true);
  });

  it('keeps integers beyond what a number can hold', () => {
    expect(throughJson({ big: 9_223_372_036_854_775_807n })).toEqual({ big: 9_223_372_036_854_775_807n });
  });

  it('does not take a map that looks like a tag for a tag', () => {
    const lookalikes = { a: { $t: [1, 2] }, b: { $m: { $n: 'NaN' } }, c: { $r: 'a/b' } };
    expect(throughJson(lookalikes)).toEqual(lookalikes);
  });

  it('names the field that holds something Firestore cannot store', () => {
    expect(() => encodeDocument({ list: [{ when: new Map() }] })).toThrow('Field list[0].when holds a Map');
    expect(() => encodeDocument({ f: () => 1 })).toThrow('Field f holds a function');
  });

  it('refuses a tag it does not know instead of guessing', () => {
    expect(() => decodeDocument({ x: { $future: 1 } }, reference)).toThrow('Unknown value tag $future');
  });
});
