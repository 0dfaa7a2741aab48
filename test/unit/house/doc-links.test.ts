import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** Links of a page to files of this project, without their anchors. */
const linkedFiles = (markdown: string): readonly string[] =>
  [...markdown.replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.split('#')[0] ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target));

const pages = [
  ...readdirSync(ROOT),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
].filter((name) => name.endsWith('.md'));
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

describe('links between pages and sources', () => {
  it('are looked for in all pages', () => {
    expect(pages.length).toBeGreaterThan(10);
    expect(linkedFiles('see [a](x.ts#y), [b](https://example.com), ![c](d.png)\n```\n[e](f)\n```')).toEqual([
      'x.ts',
      'd.png',
    ]);
  });

  it.each(pages)('%s: lead to something that is there', (page) => {
    const broken = linkedFiles(textOf(page)).filter(
      (target) => !existsSync(join(ROOT, dirname(page), target)),
    );
    expect(broken).toEqual([]);
  });

  it.each(pages)('%s: name only npm scripts that exist', (page) => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> };
    const named = [...textOf(page).matchAll(/\bnpm (?:run )?(start|test|(?<=run )[\w:]+)/g)].map(
      ([, name]) => name,
    );
    expect(named.filter((name) => scripts[name ?? ''] === undefined)).toEqual([]);
  });
});
