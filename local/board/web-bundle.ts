/**
 * Bundles the browser part with esbuild and keeps the result on disk under a key made of its sources, so that
 * only the first start after a change pays for it. Files carry a content hash in their name and are stored
 * compressed beside the plain file.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const WEB_FOLDER = fileURLToPath(new URL('../web/', import.meta.url));
const PROJECT_FOLDER = resolve(WEB_FOLDER, '../..');
const LOCK_FILE = join(PROJECT_FOLDER, 'package-lock.json');
/** Raise when the way of bundling changes. */
const BUNDLE_FORMAT = 'board-bundle-1';
const KEEP_OLD_MS = 24 * 60 * 60 * 1_000;

/** Names of the files a page needs, relative to the assets folder. */
export interface WebBundle {
  readonly folder: string;
  readonly script: string;
  readonly style: string;
  readonly gridStyle: string;
  /** Chunks that the grid needs at once, to be fetched while the first script is still starting. */
  readonly gridChunks: readonly string[];
  readonly files: readonly string[];
}

/** The bundle for the present sources, built when the cache folder has none. Bundles a day old are removed. */
export async function loadWebBundle(cacheDir: string): Promise<WebBundle> {
  const key = await sourcesKey();
  const folder = join(cacheDir, `board-${key}`);
  const known = await readManifest(folder);
  if (known) return known;
  await mkdir(cacheDir, { recursive: true });
  const building = `${folder}.${process.pid}.tmp`;
  await rm(building, { recursive: true, force: true });
  const built = await build(building);
  await compressAll(building, built.files);
  await writeFile(join(building, 'manifest.json'), JSON.stringify(built));
  await removeOldBundles(cacheDir, building);
  await rename(building, folder).catch(async (error: unknown) => {
    // Another start finished the same bundle first: its folder is as good as ours.
    await rm(building, { recursive: true, force: true });
    if (!(await readManifest(folder))) throw error;
  });
  return { ...built, folder };
}

async function readManifest(folder: string): Promise<WebBundle | undefined> {
  try {
    const text = await readFile(join(folder, 'manifest.json'), 'utf8');
    return { ...(JSON.parse(text) as Omit<WebBundle, 'folder'>), folder };
  } catch {
    return undefined;
  }
}

async function sourcesKey(): Promise<string> {
  const hash = createHash('sha256').update(BUNDLE_FORMAT);
  const shared = fileURLToPath(new URL('./packed-grid.ts', import.meta.url));
  for (const file of [...(await sourceFiles(WEB_FOLDER)), shared, LOCK_FILE]) {
    hash.update(relative(PROJECT_FOLDER, file)).update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

async function sourceFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function build(outdir: string): Promise<Omit<WebBundle, 'folder'>> {
  // Loaded only when there is something to build: the second start does without it.
  const esbuild = await import('esbuild');
  const result = await esbuild.build({
    absWorkingDir: PROJECT_FOLDER,
    entryPoints: {
      board: join(WEB_FOLDER, 'main.ts'),
      chrome: join(WEB_FOLDER, 'styles/chrome.css'),
      grid: join(WEB_FOLDER, 'styles/grid.css'),
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    metafile: true,
    legalComments: 'none',
    entryNames: '[name]-[hash]',
    chunkNames: 'chunk-[hash]',
    assetNames: 'asset-[hash]',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  const outputs = Object.entries(result.metafile.outputs).map(([path, output]) => ({
    name: relative(outdir, resolve(PROJECT_FOLDER, path)),
    output,
  }));
  const named = (entry: string): string => {
    const found = outputs.find(({ output }) => output.entryPoint?.endsWith(entry));
    if (!found) throw new Error(`The bundle has no output for ${entry}.`);
    return found.name;
  };
  const grid = outputs.find(({ output }) => output.entryPoint?.endsWith('web/grid/start-grid.ts'));
  const imported = (grid?.output.imports ?? [])
    .filter((item) => item.kind === 'import-statement')
    .map((item) => relative(outdir, resolve(PROJECT_FOLDER, item.path)));
  return {
    script: named('web/main.ts'),
    style: named('styles/chrome.css'),
    gridStyle: named('styles/grid.css'),
    gridChunks: grid ? [grid.name, ...imported] : [],
    files: outputs.map(({ name }) => name),
  };
}

async function compressAll(folder: string, files: readonly string[]): Promise<void> {
  const brotli = promisify(brotliCompress);
  const gzipAsync = promisify(gzip);
  const compress = async (file: string): Promise<void> => {
    const path = join(folder, file);
    const content = await readFile(path);
    // Quality 5: within a few per cent of the best, in a twentieth of the time.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
    await writeFile(`${path}.br`, await brotli(content, { params }));
    await writeFile(`${path}.gz`, await gzipAsync(content));
  };
  await Promise.all(files.map(compress));
}

// Younger ones may be in use, or still being built, by another process that shares the folder.
async function removeOldBundles(cacheDir: string, keep: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    const path = join(cacheDir, name);
    if (!/^board-[0-9a-f]{16}(\.\d+\.tmp)?$/.test(name) || path === keep) continue;
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > KEEP_OLD_MS) await rm(path, { recursive: true, force: true });
  }
}
