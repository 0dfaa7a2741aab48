import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { forbiddenImports, LAYERS } from './layers.ts';
import { defaultExports, impurities } from './purity.ts';
import { importCycles, longFiles, missingFiles } from './shape.ts';
import { readSourceFiles, type SourceFile } from './source-files.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FIXTURES = path.join(ROOT, 'test/fixtures/architecture');
const FOLDERS = ['shared', 'functions', 'sheets-addon', 'local', 'deploy', 'bench'];

const source = readSourceFiles(ROOT, FOLDERS);
const core = source.filter((file) => file.path.startsWith('shared/'));
const bad = (name: string): readonly SourceFile[] => readSourceFiles(path.join(FIXTURES, name), FOLDERS);

describe('the checks have looked at the source', () => {
  // Deliberately low: they are to fail when a folder is renamed or the reader goes blind.
  test.each([
    ['shared/', 60],
    ['functions/', 20],
    ['sheets-addon/', 15],
    ['local/', 100],
  ])('%s has at least %i files', (folder, least) => {
    expect(source.filter((file) => file.path.startsWith(folder)).length).toBeGreaterThanOrEqual(least);
  });

  test('and at its imports: hundreds of own ones, and packages', () => {
    const edges = source.flatMap((file) => file.edges);
    expect(edges.filter((edge) => edge.own).length).toBeGreaterThan(500);
    expect(edges.filter((edge) => edge.typeOnly).length).toBeGreaterThan(200);
    expect(new Set(edges.filter((edge) => !edge.own).map((edge) => edge.target)).size).toBeGreaterThan(10);
  });

  test('every imported file of ours is there, so no edge points past the check', () => {
    expect(missingFiles(source, (file) => existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  test('every layer has files, so no rule speaks of a folder that is gone', () => {
    const empty = LAYERS.filter((layer) => !source.some((file) => layer.files.test(file.path)));
    expect(empty.map((layer) => layer.files.source)).toEqual([]);
  });
});

describe('who may import whom', () => {
  test('nobody imports what their layer does not allow', () => {
    expect(forbiddenImports(source)).toEqual([]);
  });

  test('the check bites', () => {
    expect(forbiddenImports(bad('imports'))).toEqual(
      [
        'bench/measure.ts → test/unit/other.test.ts',
        'functions/adapters/other-client.ts → googleapis',
        'functions/pipeline/run.ts → functions/adapters/store.ts',
        'functions/pipeline/run.ts → firebase-admin/firestore',
        'local/main.ts → bench/measure.ts',
        'local/main.ts → functions/entry/on-edit.ts',
        'local/web/main.ts → node:fs',
        'local/web/main.ts → functions/adapters/store.ts',
        'sheets-addon/src/main.ts → zod',
        'sheets-addon/src/main.ts → shared/contract/edit-event.ts',
        'shared/decide/draft.ts → shared/triggers/stale.ts',
        'shared/domain/task.ts → shared/scoring/load.ts (type)',
        'shared/ports/store.ts → shared/domain/task.ts',
        'shared/scoring/load.ts → shared/decide/decide.ts',
        'shared/scoring/load.ts → node:crypto',
        'shared/triggers/stale.ts → shared/decide/decide.ts',
        'shared/triggers/stale.ts → test/support/given.ts',
        'shared/unheard-of/file.ts is in no layer',
      ].sort(byFile),
    );
  });
});

const byFile = (a: string, b: string): number => {
  const [fileA = '', fileB = ''] = [a, b].map((line) => line.split(' ')[0]);
  return fileA < fileB ? -1 : fileA > fileB ? 1 : 0;
};

describe('the core is pure', () => {
  test('no clock, no chance, no console, no machine', () => {
    expect(impurities(core)).toEqual([]);
  });

  test('the check bites', () => {
    const found = impurities(bad('purity')).map((line) => line.replace('shared/scoring/', ''));
    expect(found).toEqual([
      'impure.ts:2 Date.now',
      'impure.ts:3 new Date()',
      'impure.ts:4 Date()',
      'impure.ts:5 Math.random',
      'impure.ts:7 console',
      'impure.ts:8 process',
      'impure.ts:9 setTimeout',
      'impure.ts:10 fetch',
      'impure.ts:11 globalThis',
      'impure.ts:12 localeCompare',
      'impure.ts:13 crypto',
    ]);
  });

  test('what only looks impure is allowed: a date of a given moment, properties and types of such names', () => {
    expect(impurities(bad('purity-allowed'))).toEqual([]);
    expect(bad('purity-allowed')).toHaveLength(1);
  });
});

describe('exports', () => {
  test('a thing has one name everywhere: no default exports', () => {
    expect(defaultExports(source)).toEqual([]);
  });

  test('the check bites', () => {
    expect(defaultExports(bad('default-export'))).toEqual(['shared/domain/nameless.ts']);
  });
});

describe('files', () => {
  test('none but catalogs is longer than can be read at one go', () => {
    expect(longFiles(source)).toEqual([]);
  });

  test('the check bites', () => {
    const [file] = bad('default-export');
    const long = { ...file!, text: 'x\n'.repeat(301) };
    expect(longFiles([long, { ...long, path: 'shared/text/mail-words.ts' }])).toEqual([
      'shared/domain/nameless.ts: 301 lines',
    ]);
    expect(longFiles([{ ...long, text: 'x\n'.repeat(300) }])).toEqual([]);
  });
});

describe('circles', () => {
  /** An interpreter evaluates functions, and functions evaluate their arguments: there the circle is the matter. */
  const recursive = /^local\/sheets-service\/formula\//;
  /** To be parted: these need one constant of each other. */
  const known = /^local\/web\/grid\/(grid-view|show-rules|show-sizes)\.ts$/;

  test('no files need each other to run', () => {
    const circles = importCycles(source).filter((circle) => {
      const files = circle.split(' → ');
      return ![recursive, known].some((allowed) => files.every((file) => allowed.test(file)));
    });
    expect(circles).toEqual([]);
  });

  test('the check bites, through any number of files, and types make no circle', () => {
    expect(importCycles(bad('cycle'))).toEqual([
      'shared/domain/a.ts → shared/domain/b.ts → shared/domain/c.ts → shared/domain/a.ts',
    ]);
  });
});
