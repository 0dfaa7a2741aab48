/** Makes an add-on sidebar a page of the local board: the same html, with Google's client API put in front. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Message that the page sends to its parent window for `google.script.host.close()`. */
export const SIDEBAR_CLOSE_MESSAGE = 'peineng:close-sidebar';

export interface SidebarPageOptions {
  /**
   * Where `google.script.run` posts `{ functionName, args }`. It answers `{ ok: true, result }` or
   * `{ ok: false, error: { name, message } }`.
   */
  readonly runUrl: string;
}

/** The page for an iframe of the board's own origin. The client API stands before any script of the sidebar. */
export async function sidebarPage(html: string, options: SidebarPageOptions): Promise<string> {
  const settings = { runUrl: options.runUrl, closeMessage: SIDEBAR_CLOSE_MESSAGE };
  clientApi ??= bundleClientApi();
  const shim = `<script>${await clientApi}sidebarClient.installClientApi(${scriptJson(settings)});</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (head === null) return shim + html;
  const end = head.index + head[0].length;
  return html.slice(0, end) + shim + html.slice(end);
}

/** JSON that can stand inside a script element. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c');
}

let clientApi: Promise<string> | undefined;

/** A browser needs plain JavaScript whichever loader this thread runs under. */
async function bundleClientApi(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('sidebar-client.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'sidebarClient',
    target: 'es2020',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
