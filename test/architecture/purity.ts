import { visit, type SourceFile } from './source-files.ts';
import type { ESTree } from 'vite';

/** What belongs to the machine or to the moment, and so has no place in the core. */
const MACHINE = new Set([
  'console',
  'process',
  'globalThis',
  'performance',
  'crypto',
  'fetch',
  'require',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Buffer',
  'window',
  'document',
  'localStorage',
]);

const CLOCK_AND_CHANCE = new Set(['Date.now', 'Math.random']);

/** Names that mean the same on no two machines: they sort and write by the machine's own language. */
const BY_MACHINE = new Set(['localeCompare', 'getTimezoneOffset']);

/** `file:line what` for every use of clock, chance, machine or console. */
export const impurities = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) => {
    const found: string[] = [];
    visit(file.program, (node, parent, property) => {
      const what = impurity(node, parent, property);
      if (what !== null) found.push(`${file.path}:${lineOf(file, node)} ${what}`);
    });
    return found;
  });

const impurity = (node: ESTree.Node, parent: ESTree.Node | null, property: string): string | null => {
  if (node.type === 'MemberExpression') return ofMember(node);
  if (node.type === 'NewExpression')
    return isDate(node.callee) && node.arguments.length === 0 ? 'new Date()' : null;
  if (node.type !== 'Identifier') return null;
  if (isDate(node) && parent?.type === 'CallExpression' && property === 'callee') return 'Date()';
  return VALUE_PLACES.has(property) && MACHINE.has(node.name) ? node.name : null;
};

/** Where an identifier stands for its value, and is not the name of a property or of a type. */
const VALUE_PLACES = new Set(['object', 'callee', 'argument', 'arguments', 'init', 'left', 'right', 'body']);

const ofMember = (node: ESTree.MemberExpression): string | null => {
  if (node.property.type !== 'Identifier') return null;
  const name = node.object.type === 'Identifier' ? `${node.object.name}.${node.property.name}` : '';
  if (CLOCK_AND_CHANCE.has(name)) return name;
  return BY_MACHINE.has(node.property.name) ? node.property.name : null;
};

const isDate = (node: ESTree.Node): boolean => node.type === 'Identifier' && node.name === 'Date';

/** `file` for every default export: a thing has one name everywhere. */
export const defaultExports = (files: readonly SourceFile[]): readonly string[] =>
  files
    .filter(({ program }) => program.body.some((statement) => statement.type === 'ExportDefaultDeclaration'))
    .map((file) => file.path);

const lineOf = (file: SourceFile, node: ESTree.Node): number =>
  file.text.slice(0, node.start).split('\n').length;
