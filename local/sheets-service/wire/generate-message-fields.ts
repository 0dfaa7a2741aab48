/**
 * Writes message-fields.json: the fields of every message of the Sheets API, read from the type declarations
 * of the published client. Run after updating the client:
 *
 *   npx tsx local/sheets-service/wire/generate-message-fields.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const declarations = readFileSync(require.resolve('googleapis/build/src/apis/sheets/v4.d.ts'), 'utf8');

const MESSAGE = /export interface Schema\$(\w+) \{\n([\s\S]*?)\n {4}\}/g;
const FIELD = /^ {8}(\w+)\?: (.+);$/gm;

/** `s` string, `n` number, `b` boolean, `*` anything, a name for a message; `[]` repeated, `{}` map. */
function fieldType(declared: string): string {
  const type = declared.replace(/ \| null/g, '');
  const map = /^\{\s*\[key: string\]: (.+?);?\s*\}$/.exec(type);
  if (map) return `{}${fieldType(map[1] ?? '')}`;
  if (type.endsWith('[]')) return `[]${fieldType(type.slice(0, -2))}`;
  if (type.startsWith('Schema$')) return type.slice('Schema$'.length);
  return { string: 's', number: 'n', boolean: 'b' }[type] ?? '*';
}

const messages: Record<string, Record<string, string>> = {};
for (const [, name = '', body = ''] of declarations
  .replace(/\{\s*\[key: string\]: (\S+);\s*\}/g, '{ [key: string]: $1 }')
  .matchAll(MESSAGE)) {
  const fields: Record<string, string> = {};
  for (const [, field = '', type = ''] of body.matchAll(FIELD)) fields[field] = fieldType(type);
  messages[name] = fields;
}
const lines = Object.entries(messages).map(
  ([name, fields]) => `  ${JSON.stringify(name)}: ${JSON.stringify(fields)}`,
);
writeFileSync(new URL('message-fields.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
console.log(`${lines.length} messages`);
