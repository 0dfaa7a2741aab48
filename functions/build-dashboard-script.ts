import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles the script of the dashboard page, chart library included, for browsers of the last years. The licence of the
 * library stays in the text. Used when the functions are built, and by local mode when somebody opens the page.
 */
export const buildDashboardScript = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./web/dashboard.ts', import.meta.url))],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'inline',
    write: false,
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error('esbuild wrote nothing.');
  return output.text;
};
