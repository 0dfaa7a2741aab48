/** The main thread's end of the worker: starts it, hands it executions, answers its calls. */
import { fileURLToPath } from 'node:url';
import { MessageChannel, Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import type {
  Execution,
  ExecutionResult,
  HostAnswer,
  HostCall,
  WorkerRequest,
  WorkerResponse,
} from './protocol.ts';

/** Answers one call of the script. What it throws becomes an Exception in the script. */
export type AnswerCall = (call: HostCall) => unknown;

export interface ScriptThread {
  /** The global functions that the script defines. */
  readonly functions: ReadonlySet<string>;
  /** Runs one function. The caller must wait for one execution before it starts the next. */
  execute(execution: Execution, answer: AnswerCall): Promise<ExecutionResult>;
  stop(): Promise<void>;
}

/** Starts the thread with the script. Rejects when the script cannot be parsed or fails at its top level. */
export async function startScriptThread(code: string): Promise<ScriptThread> {
  const [workerCode, services] = await (hostCode ??= bundleHostCode());
  const { port1, port2 } = new MessageChannel();
  const signal = new SharedArrayBuffer(4);
  const worker = new Worker(workerCode, {
    eval: true,
    execArgv: [],
    workerData: { port: port2, signal, code, services: `(function () { ${services}; return inScript; })()` },
    transferList: [port2],
  });
  const open = new Map<
    number,
    { resolve: (result: ExecutionResult) => void; reject: (error: Error) => void }
  >();
  let answer: AnswerCall = () => {
    throw new Error('No execution is running.');
  };
  let lastId = 0;
  let dead: Error | null = null;

  port1.on('message', (call: HostCall) => {
    void answered(answer, call).then((reply) => {
      port1.postMessage(reply);
      Atomics.store(new Int32Array(signal), 0, 1);
      Atomics.notify(new Int32Array(signal), 0);
    });
  });
  worker.on('message', ({ id, result }: WorkerResponse) => {
    open.get(id)?.resolve(result);
    open.delete(id);
  });
  const die = (error: Error): void => {
    dead ??= error;
    for (const { reject } of open.values()) reject(dead);
    open.clear();
    port1.close();
  };
  worker.on('error', (error) =>
    die(new Error(`The script thread broke: ${String(error)}`, { cause: error })),
  );
  worker.on('exit', () => die(new Error('The script thread has stopped.')));

  const ask = (request: { kind: 'listFunctions' } | { kind: 'execute'; execution: Execution }) =>
    new Promise<ExecutionResult>((resolve, reject) => {
      if (dead !== null) return reject(dead);
      const id = ++lastId;
      open.set(id, { resolve, reject });
      worker.postMessage({ id, ...request } satisfies WorkerRequest);
    });
  const stop = async (): Promise<void> => {
    await worker.terminate();
  };
  const listed = await ask({ kind: 'listFunctions' });
  if (!listed.ok) {
    await stop();
    throw new Error(`The script fails before any function is called: ${listed.name}: ${listed.message}`);
  }
  return {
    functions: new Set(listed.value as readonly string[]),
    execute: (execution, answerCall) => {
      answer = answerCall;
      return ask({ kind: 'execute', execution });
    },
    stop,
  };
}

async function answered(answer: AnswerCall, call: HostCall): Promise<HostAnswer> {
  try {
    return { ok: true, value: (await answer(call)) ?? null };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

let hostCode: Promise<[string, string]> | undefined;

/** The same for every script, so made once in a process. */
const bundleHostCode = (): Promise<[string, string]> =>
  Promise.all([bundle('worker.ts', 'cjs'), bundle('in-script/main.ts', 'iife')]);

/** A worker needs plain JavaScript whichever loader the main thread runs under. */
async function bundle(file: string, format: 'cjs' | 'iife'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format,
    ...(format === 'iife' ? { globalName: 'inScript', platform: 'neutral' } : { platform: 'node' }),
    target: 'node20',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
