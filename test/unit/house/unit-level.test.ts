import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const UNIT = fileURLToPath(new URL('..', import.meta.url));

// Unit tests share their threads and loaded modules: a module replaced for one file would be replaced, or not,
// for the others. Such a test runs at another level, in a process of its own.
it('no unit test replaces modules', () => {
  const forbidden = new RegExp(`\\bvi\\.(${['mock', 'doMock', 'resetModules'].join('|')})\\(`);
  const files = readdirSync(UNIT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(40);
  expect(files.filter((name) => forbidden.test(readFileSync(join(UNIT, name), 'utf8')))).toEqual([]);
  expect(forbidden.test(['vi', 'mock("node:fs")'].join('.'))).toBe(true);
});
