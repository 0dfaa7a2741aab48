/**
 * Builds what is uploaded to the cloud: `dist/functions/index.cjs`, all of the functions and their libraries in
 * one file, the script of the dashboard page, and package.json. `npm run build:functions` prints the sizes.
 *
 * The framework stays outside: the platform starts the framework of the uploaded package.json, and functions
 * register with the very copy that serves them.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { buildDashboardScript } from '../functions/build-dashboard-script.ts';
import { leanBundle } from './lean-bundle.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const FRAMEWORK = '@google-cloud/functions-framework';
export const BUILT_FUNCTIONS = join(ROOT, 'dist/functions');

/** How the functions are bundled; the cold-start benchmark varies it. */
export const functionsBuild = (outfile: string): BuildOptions & { readonly metafile: true } => ({
  absWorkingDir: ROOT,
  entryPoints: [join(ROOT, 'functions/index.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Most of what goes in is CommonJS and asks for its own folder; in an ES module it would find none.
  format: 'cjs',
  external: [FRAMEWORK],
  plugins: [leanBundle],
  // Names stay whole, so that a stack trace in the log can be read; shorter names would not load any faster.
  minifyWhitespace: true,
  minifySyntax: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'silent',
});

export interface BuiltFunctions {
  readonly folder: string;
  readonly bytes: number;
  /** Bytes by package; our own code is `peineng`. */
  readonly bytesByPackage: ReadonlyMap<string, number>;
}

/** Builds into an emptied `folder`. */
export const buildFunctions = async (folder = BUILT_FUNCTIONS): Promise<BuiltFunctions> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await build(functionsBuild(join(folder, 'index.cjs')));
  const [output] = Object.values(metafile.outputs);
  if (output === undefined) throw new Error('esbuild wrote nothing.');
  await writeFile(join(folder, 'dashboard.js'), await buildDashboardScript());
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(await manifest(), null, 2)}\n`);
  const bytesByPackage = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(output.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(file)?.[1] ?? 'peineng';
    bytesByPackage.set(name, (bytesByPackage.get(name) ?? 0) + bytesInOutput);
  }
  return { folder, bytes: output.bytes, bytesByPackage };
};

/** The package.json that is uploaded: exact versions, taken from what is installed and tested here. */
const manifest = async (): Promise<object> => {
  const read = async (file: string): Promise<{ version: string }> =>
    JSON.parse(await readFile(join(ROOT, file), 'utf8')) as { version: string };
  const own = await read('package.json');
  const framework = await read(`node_modules/${FRAMEWORK}/package.json`);
  return {
    name: 'peineng-functions',
    version: own.version,
    private: true,
    license: 'Apache-2.0',
    main: 'index.cjs',
    engines: { node: '22' },
    dependencies: { [FRAMEWORK]: framework.version },
  };
};

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const built = await buildFunctions();
  const largest = [...built.bytesByPackage].sort((a, b) => b[1] - a[1]).slice(0, 10);
  const line = (name: string, bytes: number): string =>
    `${name.padEnd(32)} ${(bytes / 1024).toFixed(0).padStart(6)} KiB\n`;
  process.stdout.write(line(built.folder, built.bytes) + largest.map((one) => `  ${line(...one)}`).join(''));
}
