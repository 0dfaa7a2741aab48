/** Serves the built browser code. Names carry a content hash, so browsers may keep them for good. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { acceptsEncoding, sendText } from './http-answers.ts';
import { loadWebBundle, type WebBundle } from './web-bundle.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface AssetServer {
  /** The bundle, once built. A failed build is tried again on the next call. */
  bundle(): Promise<WebBundle>;
  send(req: IncomingMessage, res: ServerResponse, path: string): Promise<void>;
}

/** Starts building (or loading) the bundle at once. */
export function createAssetServer(cacheDir: string): AssetServer {
  let loading: Promise<WebBundle> | undefined;
  const bundle = (): Promise<WebBundle> => {
    loading ??= loadWebBundle(cacheDir).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  // The failure is reported to whoever asks for the page.
  bundle().catch(() => undefined);
  return {
    bundle,
    async send(req, res, path) {
      const { folder, files } = await bundle();
      const name = path.slice('/board/assets/'.length);
      // Only listed names: a path never reaches the disk.
      if (!files.includes(name)) return sendText(res, 404, 'text/plain', 'Not found.');
      res.setHeader('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
      res.setHeader('cache-control', 'public, max-age=31536000, immutable');
      res.setHeader('vary', 'accept-encoding');
      const [suffix, encoding] = chosenEncoding(req);
      if (encoding) res.setHeader('content-encoding', encoding);
      res.end(await readFile(join(folder, name + suffix)));
    },
  };
}

function chosenEncoding(req: IncomingMessage): readonly [string, string | undefined] {
  if (acceptsEncoding(req, 'br')) return ['.br', 'br'];
  if (acceptsEncoding(req, 'gzip')) return ['.gz', 'gzip'];
  return ['', undefined];
}
