/** Google's client API for sidebars, as it stands in the page: `google.script.run` and `google.script.host`. */

interface Handlers {
  readonly success?: (result: unknown, userObject: unknown) => void;
  readonly failure?: (error: Error, userObject: unknown) => void;
  readonly userObject?: unknown;
}

/** The few parts of a browser that are used here; this folder is checked without its types. */
interface Page {
  google?: object;
  readonly location: { readonly origin: string };
  readonly parent: { postMessage(message: unknown, targetOrigin: string): void };
}

/** Puts `google` on the page. A member of `google.script` that is not here throws. */
export function installClientApi(settings: { readonly runUrl: string; readonly closeMessage: string }): void {
  const page = globalThis as unknown as Page;
  const post = async (functionName: string, args: readonly unknown[]): Promise<unknown> => {
    const response = await fetch(settings.runUrl, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ functionName, args }),
    });
    const answer = (await response.json()) as {
      ok: boolean;
      result?: unknown;
      error?: { name: string; message: string };
    };
    if (answer.ok) return answer.result;
    throw Object.assign(new Error(answer.error?.message ?? ''), {
      name: answer.error?.name ?? 'ScriptError',
    });
  };
  const runner = (handlers: Handlers): object =>
    new Proxy(
      {
        withSuccessHandler: (success: Handlers['success']) =>
          runner({ ...handlers, ...(success && { success }) }),
        withFailureHandler: (failure: Handlers['failure']) =>
          runner({ ...handlers, ...(failure && { failure }) }),
        withUserObject: (userObject: unknown) => runner({ ...handlers, userObject }),
      },
      {
        get: (known, name) => {
          if (typeof name === 'symbol' || Object.hasOwn(known, name))
            return Reflect.get(known, name) as unknown;
          return (...args: readonly unknown[]): void => {
            post(name, args).then(
              (result) => handlers.success?.(result, handlers.userObject),
              (error: unknown) => {
                if (handlers.failure === undefined) console.error(error);
                else handlers.failure(error as Error, handlers.userObject);
              },
            );
          };
        },
      },
    );
  const only = (what: string, members: object): object =>
    new Proxy(members, {
      get: (target, name) => {
        if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown;
        throw new Error(`${what}.${name} is not in the local Apps Script host`);
      },
    });
  page.google = {
    script: only('google.script', {
      get run() {
        return runner({});
      },
      host: only('google.script.host', {
        close: () => page.parent.postMessage(settings.closeMessage, page.location.origin),
      }),
    }),
  };
}
