/**
 * The worker thread that runs the script. Apps Script is synchronous: while the main thread answers a call of
 * the script (a fetch, say, to a function which that same main thread serves) this thread stands still.
 */
import { createContext, Script } from 'node:vm';
import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import type * as InScript from './in-script/main.ts';
import {
  SLEEP,
  type Execution,
  type ExecutionResult,
  type WorkerRequest,
  type WorkerResponse,
} from './protocol.ts';

interface WorkerSetUp {
  readonly port: MessagePort;
  /** One Int32: 0 while a call is open, 1 when its answer lies in the port. */
  readonly signal: SharedArrayBuffer;
  /** The bundle under test, as uploaded to Apps Script. */
  readonly code: string;
  /** The services, as an expression whose value is the module in-script/main.ts. */
  readonly services: string;
}

const { port, signal, code, services } = workerData as WorkerSetUp;
const flag = new Int32Array(signal);
const script = new Script(code, { filename: 'Code.js' });
const serviceScript = new Script(services, { filename: 'apps-script-host.js' });

parentPort?.on('message', (request: WorkerRequest) => {
  const result = guarded(() => (request.kind === 'execute' ? execute(request.execution) : listFunctions()));
  parentPort?.postMessage({ id: request.id, result } satisfies WorkerResponse);
});

/** A context for each execution, so that no global of one is seen by the next. */
function execute(execution: Execution): unknown {
  const context = createContext();
  const inScript = serviceScript.runInContext(context) as typeof InScript;
  const bridge = inScript.defineGlobals(callHost, JSON.stringify(execution));
  script.runInContext(context);
  return JSON.parse(inScript.invoke(bridge)) as unknown;
}

/** The global functions the script defines, without calling any service: its top level must not need one. */
function listFunctions(): readonly string[] {
  const context = createContext();
  const before = new Set(Object.getOwnPropertyNames(context));
  script.runInContext(context);
  return Object.getOwnPropertyNames(context).filter(
    (name) => !before.has(name) && typeof context[name] === 'function',
  );
}

function callHost(name: string, argumentsJson: string): string {
  const args = JSON.parse(argumentsJson) as readonly unknown[];
  if (name === SLEEP) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(args[0]));
    return JSON.stringify({ ok: true, value: null });
  }
  Atomics.store(flag, 0, 0);
  port.postMessage({ name, args });
  for (;;) {
    Atomics.wait(flag, 0, 0);
    const received = receiveMessageOnPort(port) as { readonly message: unknown } | undefined;
    if (received !== undefined) return JSON.stringify(received.message);
  }
}

function guarded(work: () => unknown): ExecutionResult {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    // Errors come from the script's own realm, where `instanceof Error` of this one does not hold.
    const { name, message, stack } = (error ?? {}) as Partial<Error>;
    return { ok: false, name: name ?? 'Error', message: message ?? String(error), stack: stack ?? '' };
  }
}
