import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseSync, type ESTree } from 'vite';

/** One import, export-from or import() of a file. */
export interface Edge {
  /** A path from the root of the tree for our own files, else the name of a package. */
  readonly target: string;
  readonly own: boolean;
  /** Erased when compiled: nothing of it is there when the program runs. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the tree, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly program: ESTree.Program;
  readonly edges: readonly Edge[];
}

/** Fixtures end in `.txt`, so that neither compiler nor linter takes what is bad on purpose for source. */
const SOURCE = /\.ts(\.txt)?$/;

const walk = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(full);
    return SOURCE.test(entry.name) && !entry.name.endsWith('.d.ts') ? [full] : [];
  });

/** Every TypeScript file below some folders of a tree, parsed, with what it imports. */
export const readSourceFiles = (root: string, folders: readonly string[]): readonly SourceFile[] =>
  folders
    .map((folder) => path.join(root, folder))
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    .flatMap(walk)
    .sort()
    .map((file) => readSourceFile(root, file));

const readSourceFile = (root: string, file: string): SourceFile => {
  const text = readFileSync(file, 'utf8');
  const name = path
    .relative(root, file)
    .replaceAll(path.sep, '/')
    .replace(/\.txt$/, '');
  const parsed = parseSync(name, text, { lang: 'ts' });
  if (parsed.errors.length > 0)
    throw new Error(`${name} cannot be parsed: ${parsed.errors[0]?.message ?? ''}`);
  const edge = (target: string, typeOnly: boolean): Edge =>
    target.startsWith('.')
      ? { target: path.posix.join(path.posix.dirname(name), target), own: true, typeOnly }
      : { target, own: false, typeOnly };
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const allTypes = (entries: readonly { readonly isType: boolean }[]): boolean =>
    entries.length > 0 && entries.every((entry) => entry.isType);
  return {
    path: name,
    text,
    program: parsed.program,
    edges: [
      ...staticImports.map((one) => edge(one.moduleRequest.value, allTypes(one.entries))),
      ...staticExports.flatMap(({ entries }) => {
        const from = entries[0]?.moduleRequest?.value;
        return from === undefined ? [] : [edge(from, allTypes(entries))];
      }),
      ...dynamicImports.map(({ moduleRequest: { start, end } }) =>
        edge(text.slice(start, end).replaceAll(/^['"`]|['"`]$/g, ''), false),
      ),
    ],
  };
};

/** Calls `look` with every node of a program and the node and property that hold it. */
export const visit = (
  program: ESTree.Program,
  look: (node: ESTree.Node, parent: ESTree.Node | null, property: string) => void,
): void => {
  const enter = (node: ESTree.Node, parent: ESTree.Node | null, property: string): void => {
    look(node, parent, property);
    for (const [key, value] of Object.entries(node)) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value as unknown]) {
        if (isNode(child)) enter(child, node, key);
      }
    }
  };
  enter(program, null, '');
};

const isNode = (value: unknown): value is ESTree.Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
