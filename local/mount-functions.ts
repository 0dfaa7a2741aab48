import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import type { App } from '../functions/app.ts';
import { HTTP_FUNCTIONS, register, type HttpFunctionName } from '../functions/register.ts';

/** The cloud functions under `/functions/NAME`, each served by the framework that serves it in the cloud. */
export interface MountedFunctions {
  /** False when the path is none of theirs. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** Edits being decided right now. */
  deciding(): number;
}

const PREFIX = '/functions/';
/** A short address for the phone pages: it stands in every mail. */
const PAGES = '/m';

export const mountFunctions = (app: App, changed: () => void): MountedFunctions => {
  register(() => app);
  const servers = new Map<string, Server>(
    [...(Object.keys(HTTP_FUNCTIONS) as HttpFunctionName[]), 'onSchedule'].map((name) => [
      name,
      inProduction(() => getTestServer(name)),
    ]),
  );
  let deciding = 0;
  const count = (change: 1 | -1): void => {
    deciding += change;
    changed();
  };
  return {
    deciding: () => deciding,
    handle: (request, response) => {
      const [path = '', query] = (request.url ?? '').split('?');
      const name = path === PAGES ? 'page' : path.startsWith(PREFIX) ? path.slice(PREFIX.length) : '';
      const server = servers.get(name);
      if (server === undefined) return false;
      if (
        name === 'onBoardEdit' ||
        name === 'onReconcile' ||
        (name === 'page' && request.method === 'POST')
      ) {
        count(1);
        response.once('close', () => count(-1));
      }
      request.url = query === undefined ? '/' : `/?${query}`;
      server.emit('request', request, response);
      return true;
    },
  };
};

/** Servers look at NODE_ENV when they are made. Elsewhere than in production they answer errors with a stack trace. */
const inProduction = (make: () => Server): Server => {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return make();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
};
