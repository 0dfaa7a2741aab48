/** `google.script.run` as promises. */
import type {
  MoveAnswer,
  Outcome,
  PreviewAnswer,
  SidebarState,
  SidebarStatus,
} from '../src/sidebar-state.ts';

type Moved = { readonly taskId: string; readonly to: string };

/** The server functions of the add-on that the sidebar uses, by their global names. */
interface ServerFunctions {
  sidebarState(): SidebarState;
  sidebarStatus(): SidebarStatus;
  saveConnection(endpoint: string, language: string): Outcome;
  setUpFromSidebar(): Outcome;
  takeOverBoard(): Outcome;
  checkBoardNow(): Outcome;
  previewMovesFromSidebar(from: string, type: string, to: string): PreviewAnswer;
  moveManyFromSidebar(id: string, from: string, moves: readonly Moved[]): MoveAnswer;
}

type ScriptRun = {
  withSuccessHandler(handler: (result: never) => void): ScriptRun;
  withFailureHandler(handler: (error: Error) => void): ScriptRun;
} & { [F in keyof ServerFunctions]: (...args: Parameters<ServerFunctions[F]>) => void };

declare const google: { readonly script: { readonly run: ScriptRun } };

/** Calls one server function. Rejects with what it threw, or when the connection broke. */
export function callServer<F extends keyof ServerFunctions>(
  name: F,
  ...args: Parameters<ServerFunctions[F]>
): Promise<ReturnType<ServerFunctions[F]>> {
  return new Promise((resolve, reject) => {
    const run = google.script.run.withSuccessHandler(resolve).withFailureHandler(reject);
    (run[name] as (...values: Parameters<ServerFunctions[F]>) => void)(...args);
  });
}
