import type { EditEvent } from '../shared/contract/edit-event.ts';
import { teamId } from '../shared/domain/ids.ts';
import type { Result } from '../shared/result.ts';
import { createInTurn } from './pipeline/in-turn.ts';
import type { Ports } from './pipeline/ports.ts';
import { runEdits, type EditOutcome } from './pipeline/run-edits.ts';

/** Why a caller was not let in. */
export type TokenProblem = 'MISSING' | 'INVALID' | 'EXPIRED' | 'WRONG_AUDIENCE' | 'EMAIL_NOT_VERIFIED';

export interface TokenVerifier {
  verify(authorization: string | undefined): Promise<Result<{ readonly email: string }, TokenProblem>>;
}

/** Starts one run per team elsewhere (Cloud Tasks), so that no call ever loops over teams. */
export interface FanOut {
  enqueue(job: {
    readonly path: 'onSweep' | 'onReconcile';
    readonly spreadsheetId: string;
    readonly id: string;
  }): Promise<void>;
}

/** Who may call what. Addresses are compared in lower case; `@example.com` stands for a whole domain. */
export interface Access {
  /** May install a board and send its edits. */
  readonly installers: readonly string[];
  /** Service accounts of the scheduler and the task queue. */
  readonly invokers: readonly string[];
}

/** The application: what the entries serve, in the cloud and locally alike. */
export interface App {
  readonly ports: Ports;
  readonly verifier: TokenVerifier;
  readonly fanOut: FanOut;
  readonly access: Access;
  /** Edits of one team, gathered while another batch of that team is under way. */
  edit(edit: EditEvent): Promise<EditOutcome>;
}

export const createApp = (given: Omit<App, 'edit'>): App => ({
  ...given,
  edit: (
    (inTurn) => (edit: EditEvent) =>
      inTurn(edit.spreadsheetId, edit)
  )(createInTurn((team, edits: readonly EditEvent[]) => runEdits(given.ports, teamId(team), edits))),
});

/** Whether an address is on a list of addresses and `@domains`. */
export const isListed = (email: string, list: readonly string[]): boolean => {
  const address = email.toLowerCase();
  return list.some((one) => {
    const entry = one.toLowerCase();
    return entry.startsWith('@') ? address.endsWith(entry) : address === entry;
  });
};
