import { createContext, runInContext } from 'node:vm';
import { beforeEach, describe, expect, it } from 'vitest';
import { SIDEBAR_CLOSE_MESSAGE, sidebarPage } from '../../../local/apps-script-host/sidebar-page.ts';

interface Call {
  readonly url: string;
  readonly body: unknown;
}

let calls: Call[];
let parentMessages: unknown[];
let answer: object;

/** The page's own globals, with as much of a browser as the client API uses. */
async function page(): Promise<{ run: (script: string) => unknown }> {
  const text = await sidebarPage('<!doctype html><html><head lang="x"><title>t</title></head></html>', {
    runUrl: '/addon/run',
  });
  const script = /<script>([\s\S]*?)<\/script>/.exec(text)?.[1] ?? '';
  const context = createContext({
    fetch: (url: string, { body }: { body: string }) => {
      calls.push({ url, body: JSON.parse(body) as unknown });
      return Promise.resolve({ json: () => Promise.resolve(answer) });
    },
    location: { origin: 'http://board' },
    parent: { postMessage: (...message: unknown[]) => parentMessages.push(message) },
    seen: [] as unknown[],
  });
  runInContext(script, context);
  return { run: (code) => runInContext(code, context) as unknown };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  calls = [];
  parentMessages = [];
  answer = { ok: true, result: { n: 1 } };
});

describe('the sidebar as a page', () => {
  it('has the client API before any script of its own', async () => {
    const text = await sidebarPage('<html><head><script>own()</script></head></html>', { runUrl: '/r' });
    expect(text.indexOf('installClientApi')).toBeLessThan(text.indexOf('own()'));
    expect(text.startsWith('<html><head><script>')).toBe(true);
  });

  it('cannot be broken by the address it posts to', async () => {
    const text = await sidebarPage('<head></head>', { runUrl: '</script><b>' });
    expect(text).not.toContain('</script><b>');
  });

  it('posts a call with its arguments and hands the result to the success handler', async () => {
    const { run } = await page();
    run(
      `google.script.run.withUserObject('u').withSuccessHandler((r, u) => seen.push([r, u])).saveConnection('a', 'en')`,
    );
    await turn();
    expect(calls).toEqual([
      { url: '/addon/run', body: { functionName: 'saveConnection', args: ['a', 'en'] } },
    ]);
    expect(run('JSON.stringify(seen)')).toBe('[[{"n":1},"u"]]');
  });

  it('hands an error of the script to the failure handler as an Error', async () => {
    answer = { ok: false, error: { name: 'TypeError', message: 'no good' } };
    const { run } = await page();
    run(
      `google.script.run.withSuccessHandler(() => seen.push('success')).withFailureHandler((e) => seen.push([e instanceof Error, e.name, e.message])).f()`,
    );
    await turn();
    expect(run('JSON.stringify(seen)')).toBe('[[true,"TypeError","no good"]]');
  });

  it('keeps the handlers of one call out of the next', async () => {
    const { run } = await page();
    run('google.script.run.withSuccessHandler(() => seen.push(1)).f(); google.script.run.g();');
    await turn();
    expect(run('JSON.stringify(seen)')).toBe('[1]');
  });

  it('asks its parent, at its own origin, to close it', async () => {
    const { run } = await page();
    run('google.script.host.close()');
    expect(parentMessages).toEqual([[SIDEBAR_CLOSE_MESSAGE, 'http://board']]);
  });

  it('throws for what is not there', async () => {
    const { run } = await page();
    expect(() => run('google.script.host.setWidth(3)')).toThrow(
      'google.script.host.setWidth is not in the local Apps Script host',
    );
    expect(() => run('google.script.url.getLocation()')).toThrow(
      'google.script.url is not in the local Apps Script host',
    );
  });
});
