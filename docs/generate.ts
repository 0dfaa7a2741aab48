/**
 * `npm run docs`: writes the pages that are made from tables of the source, so that they cannot tell something
 * else than the program does, and the looks of mails from their MJML. `npm run docs -- --check` only says which
 * are out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledMail, MAIL_PARTS_FILE } from '../deploy/compile-mail.ts';
import { configTable, layoutPage, policyPage } from './generated-pages.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BEGIN = '<!-- generated: begin (npm run docs) -->';
const END = '<!-- generated: end -->';

/** Replaces what stands between the marks of a page that is otherwise written by hand. */
const between = (page: string, content: string): string => {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`The marks ${BEGIN} and ${END} are missing.`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${content.trim()}\n\n${page.slice(end)}`;
};

/** The generated pages as they should be, by file. */
export const generatedDocs = async (): Promise<ReadonlyMap<string, string>> => {
  const markdown = (text: string): Promise<string> =>
    format(text, { parser: 'markdown', printWidth: 110, proseWrap: 'preserve' });
  const deploy = join(ROOT, 'docs/deploy.md');
  return new Map([
    [join(ROOT, 'docs/policy.md'), await markdown(policyPage())],
    [join(ROOT, 'docs/sheet-layout.md'), await markdown(layoutPage())],
    [deploy, between(readFileSync(deploy, 'utf8'), await markdown(configTable()))],
    [join(ROOT, MAIL_PARTS_FILE), await compiledMail()],
  ]);
};

const contentOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

/** Paths, from the root, of pages that are not as they should be. */
export const outdatedDocs = async (): Promise<readonly string[]> =>
  [...(await generatedDocs())]
    .filter(([file, text]) => contentOf(file) !== text)
    .map(([file]) => relative(ROOT, file));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outdated = await outdatedDocs();
  if (!process.argv.includes('--check')) {
    for (const [file, text] of await generatedDocs()) writeFileSync(file, text);
    process.stdout.write(outdated.length === 0 ? 'Nothing to do.\n' : `Written: ${outdated.join(', ')}\n`);
  } else if (outdated.length > 0) {
    process.stderr.write(`Out of date: ${outdated.join(', ')}. Run: npm run docs\n`);
    process.exitCode = 1;
  } else {
    process.stdout.write('The generated pages are up to date.\n');
  }
}
