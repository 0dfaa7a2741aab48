import type { Plugin } from 'esbuild';

/**
 * What the bundle leaves out because nothing in it is ever reached: a tenth of the file.
 *
 * - `whatwg-url` (with the tables of `tr46`): node-fetch asks for it only where Node has no URL of its own.
 * - zod's other languages: messages of our schemas come from our own catalogs, by the code of the problem.
 */
export const leanBundle: Plugin = {
  name: 'lean-bundle',
  setup(build) {
    build.onResolve({ filter: /^whatwg-url$/ }, () => ({ path: 'whatwg-url', namespace: 'lean' }));
    build.onLoad({ filter: /^whatwg-url$/, namespace: 'lean' }, () => ({
      contents: "module.exports = { URL: require('node:url').URL };",
    }));
    build.onResolve({ filter: /locales\/index\.js$/ }, ({ importer }) =>
      /[\\/]zod[\\/]/.test(importer) ? { path: 'zod-locales', namespace: 'lean' } : undefined,
    );
    build.onLoad({ filter: /^zod-locales$/, namespace: 'lean' }, () => ({ contents: 'export {};' }));
  },
};
