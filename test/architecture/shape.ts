import type { SourceFile } from './source-files.ts';

/** Catalogs of words are tables: a line per text, however many there are. */
const CATALOG = /-words(-[a-z]+)?\.ts$/;
const MOST_LINES = 300;

/** `file: n lines` for every source file that has grown too long to be read at one go. Catalogs may. */
export const longFiles = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter((file) => !CATALOG.test(file.path))
    .map((file) => ({ file, lines: file.text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ file, lines }) => `${file.path}: ${lines} lines`);

/** `a → b → a` for every circle of files that need each other to run. Types are erased and make none. */
export const importCycles = (files: readonly SourceFile[]): readonly string[] => {
  const needs = new Map(
    files.map((file) => [
      file.path,
      file.edges.filter((edge) => edge.own && !edge.typeOnly).map((edge) => edge.target),
    ]),
  );
  const done = new Set<string>();
  const cycles: string[] = [];
  const enter = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push([...trail.slice(start), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of needs.get(path) ?? []) enter(next, [...trail, path]);
    done.add(path);
  };
  for (const path of [...needs.keys()].sort()) enter(path, []);
  return cycles;
};

/** `file → target` for every import of a file of ours that is not there. */
export const missingFiles = (
  files: readonly SourceFile[],
  exists: (path: string) => boolean,
): readonly string[] =>
  files.flatMap((file) =>
    file.edges
      .filter((edge) => edge.own && !exists(edge.target))
      .map((edge) => `${file.path} → ${edge.target}`),
  );
