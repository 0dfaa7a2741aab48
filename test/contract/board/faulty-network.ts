import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the network does to one call instead of passing it through. */
export interface Fault {
  readonly status: number | 'hang up';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The call is carried out all the same; only the answer is lost. */
  readonly after?: true;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
}

/** A Sheets service behind a network that counts calls and fails on demand. */
export class FaultyNetwork {
  /** `POST :batchUpdate` and so on, as they arrived. */
  readonly calls: string[] = [];
  /** For the next calls, in order. */
  readonly faults: Fault[] = [];
  /** Address that the faults apply to. */
  rootUrl = '';
  /** Address behind the network: never fails, is not counted. */
  directUrl = '';
  readonly #servers: Server[] = [];
  #writeFault: Fault | undefined;

  async start(service: Handler): Promise<void> {
    this.directUrl = await this.#listen(service);
    this.rootUrl = await this.#listen((request, response) => void this.#pass(request, response));
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }

  forget(): void {
    this.calls.length = 0;
    this.faults.length = 0;
    this.#writeFault = undefined;
  }

  /** For the next call that writes. */
  failWrite(fault: Fault): void {
    this.#writeFault = fault;
  }

  async #listen(handler: Handler): Promise<string> {
    const server = createServer(handler);
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  #nextFault(path: string): Fault | undefined {
    if (this.#writeFault === undefined || !/:batchUpdate/.test(path)) return this.faults.shift();
    const fault = this.#writeFault;
    this.#writeFault = undefined;
    return fault;
  }

  async #pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = { method: String(request.method), path: String(request.url), body: Buffer.concat(chunks) };
    this.calls.push(
      `${call.method} ${call.path.replace(/^\/v4\/spreadsheets\/[^/:?]+/, '').replace(/\?.*$/, '')}`,
    );
    const fault = this.#nextFault(call.path);
    if (fault === undefined || fault.after === true) {
      const answer = await this.#forward(call);
      const body = await answer.text();
      if (fault === undefined) {
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(body);
        return;
      }
    }
    fail(fault, request, response);
  }

  #forward({ method, path, body }: Call): Promise<Response> {
    return fetch(new URL(path, this.directUrl), {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body }),
    });
  }
}

const fail = ({ status, headers, body }: Fault, request: IncomingMessage, response: ServerResponse): void => {
  if (status === 'hang up') {
    request.socket.destroy();
    return;
  }
  const problem = { error: { code: status, message: `status ${status}`, status: 'FAULT' } };
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body ?? problem));
};
