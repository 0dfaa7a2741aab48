import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));

/** The rules without comments, spaces squeezed. */
function bare(rules: string): string {
  return rules
    .replaceAll(/\/\/[^\n]*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const denyEverything =
  "rules_version = '2'; service cloud.firestore { match /databases/{database}/documents { " +
  'match /{document=**} { allow read, write: if false; } } }';

describe('firestore.rules', () => {
  it('holds one rule that matches every document and denies reading and writing, and nothing else', () => {
    expect(bare(readFileSync(join(root, 'firestore.rules'), 'utf8'))).toBe(denyEverything);
  });

  it('would be found out if a rule were added or hidden behind a comment', () => {
    const open = denyEverything.replace('} } }', '} match /tasks/{id} { allow read; } } }');
    expect(bare(open)).not.toBe(denyEverything);
    expect(bare(denyEverything.replace('if false', 'if true // if false\n'))).not.toBe(denyEverything);
  });
});

describe('firebase.json', () => {
  it('names rules and indexes that exist', () => {
    const { firestore } = readJson('firebase.json') as { firestore: { rules: string; indexes: string } };
    expect(existsSync(join(root, firestore.rules))).toBe(true);
    expect(readJson(firestore.indexes)).toMatchObject({
      indexes: expect.any(Array) as unknown,
      fieldOverrides: expect.any(Array) as unknown,
    });
  });
});
