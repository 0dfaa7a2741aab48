/**
 * Builds the add-on: one `Code.js` with a top-level stub for each global function (Apps Script finds triggers,
 * menu items and sidebar calls by global name only), one `sidebar.html` with style and script inside (there are
 * no static files in Apps Script) and the manifest.
 *
 * `npx tsx sheets-addon/build.ts` writes them to `dist/sheets-addon`, where clasp takes them from.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions, type OutputFile } from 'esbuild';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** The trailing underscore hides it from `google.script.run`, as Apps Script does with such names. */
const BUNDLE_NAME = 'peinengAddOn_';
/** What Apps Script's V8 runtime has understood from its beginning; newer syntax is written out. */
const SCRIPT_TARGET = 'es2019';

export interface BuiltAddon {
  /** Contents of `Code.js`. */
  readonly code: string;
  /** Html files by their Apps Script name, without the extension. */
  readonly html: Record<string, string>;
  /** Contents of `appsscript.json`. */
  readonly manifest: string;
  /** Size of everything uploaded to Apps Script, in bytes of UTF-8. */
  readonly bytes: number;
}

/** Builds in memory; with `outDir` also writes the files there. */
export async function buildAddon(options: { readonly outDir?: string } = {}): Promise<BuiltAddon> {
  const [code, sidebar, manifest] = await Promise.all([
    buildCode(),
    buildSidebar(),
    readFile(join(HERE, 'appsscript.json'), 'utf8'),
  ]);
  const bytes = [code, sidebar, manifest].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const addon = { code, html: { sidebar }, manifest, bytes };
  if (options.outDir !== undefined) await writeAddon(addon, options.outDir);
  return addon;
}

async function buildCode(): Promise<string> {
  const main = { entryPoints: [join(HERE, 'src/main.ts')], target: SCRIPT_TARGET };
  const [bundle, names] = await Promise.all([
    bundleText({ ...main, format: 'iife', globalName: BUNDLE_NAME }),
    exportedNames(main),
  ]);
  const stubs = names.map(
    (name) => `function ${name}() { return ${BUNDLE_NAME}.${name}.apply(null, arguments); }`,
  );
  return `${bundle}\n${stubs.join('\n')}\n`;
}

async function buildSidebar(): Promise<string> {
  const [page, style, script] = await Promise.all([
    readFile(join(HERE, 'sidebar/sidebar.html'), 'utf8'),
    bundleText({ entryPoints: [join(HERE, 'sidebar/sidebar.css')], minify: true }),
    bundleText({
      entryPoints: [join(HERE, 'sidebar/client.ts')],
      format: 'iife',
      target: 'es2020',
      minify: true,
    }),
  ]);
  return fill(fill(page, '<!-- style -->', style), '<!-- script -->', script);
}

/** Replaces the one occurrence of `mark`; `String.replace` alone would read `$&` in the script as a pattern. */
function fill(page: string, mark: string, content: string): string {
  const [before, after, ...more] = page.split(mark);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`sidebar.html must contain ${mark} exactly once.`);
  }
  return before + content.trim() + after;
}

/** esbuild lists the exports of an entry only for its own module format. */
async function exportedNames(options: BuildOptions): Promise<readonly string[]> {
  const { metafile } = await build({ ...COMMON, ...options, format: 'esm', metafile: true });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
}

const COMMON = {
  bundle: true,
  write: false,
  outdir: 'memory',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'silent',
} as const satisfies BuildOptions;

async function bundleText(options: BuildOptions): Promise<string> {
  const { outputFiles } = (await build({ ...COMMON, ...options })) as { outputFiles: OutputFile[] };
  const [file] = outputFiles;
  if (file === undefined) throw new Error(`Nothing came out of ${JSON.stringify(options.entryPoints)}.`);
  return file.text;
}

async function writeAddon(addon: BuiltAddon, outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const pages = Object.entries(addon.html).map(([name, text]) => [`${name}.html`, text] as const);
  const files = [['Code.js', addon.code], ['appsscript.json', addon.manifest], ...pages] as const;
  await Promise.all(files.map(([name, text]) => writeFile(join(outDir, name), text)));
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const outDir = resolve(HERE, '../dist/sheets-addon');
  const { bytes } = await buildAddon({ outDir });
  console.log(`${outDir}: ${(bytes / 1024).toFixed(1)} KiB`);
}
