import type { EditEvent } from '../shared/contract/edit-event.ts';
import { teamId, type TeamId } from '../shared/domain/ids.ts';
import type { Team } from '../shared/domain/board-state.ts';
import type { Signer } from '../shared/links/link-text.ts';
import type { DashboardData } from '../shared/pages/dashboard-view.ts';
import type { ManyMoves, ManyOutcome } from '../shared/ports/many-moves.ts';
import type { ActOutcome, People } from '../shared/ports/people.ts';
import type { Result } from '../shared/result.ts';
import { checkBoard, type CheckOutcome } from './pipeline/check-board.ts';
import { createDashboardReader } from './pipeline/dashboard-data.ts';
import { createInTurn } from './pipeline/in-turn.ts';
import { createMailedLately } from './pipeline/mailed-lately.ts';
import { moveMany, previewMoves, readManyChoices } from './pipeline/many-moves.ts';
import { readHome, runAct } from './pipeline/page-people.ts';
import type { Ports } from './pipeline/ports.ts';
import { runEdits, type EditOutcome } from './pipeline/run-edits.ts';
import { runSweep, type SweepOutcome } from './pipeline/run-sweep.ts';
import { setUpTeam, type SetUpOutcome } from './pipeline/set-up-team.ts';
import { createTeamLane } from './pipeline/team-lane.ts';
import type { Told } from './pipeline/tell.ts';

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

/** The one file that a page loads, under a name that changes with its content. */
export interface DashboardScript {
  readonly name: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
}

/** What the pages load. */
export interface PageAssets {
  dashboardScript(): Promise<DashboardScript>;
  /** How often an open dashboard looks for newer figures. */
  readonly refreshSeconds: number;
}

/** The application: what the entries serve, in the cloud and locally alike. */
export interface App extends PageAssets {
  readonly ports: Ports;
  readonly verifier: TokenVerifier;
  readonly fanOut: FanOut;
  readonly access: Access;
  /** Makes and checks the links of the phone pages. */
  readonly signer: Signer;
  /** Edits of one team, gathered while another batch of that team is under way. */
  edit(edit: EditEvent): Promise<EditOutcome>;
  check(team: TeamId, cause: Parameters<typeof checkBoard>[2]): Promise<CheckOutcome>;
  sweep(team: TeamId, id: string): Promise<SweepOutcome>;
  setUp(request: Parameters<typeof setUpTeam>[1]): Promise<SetUpOutcome>;
  /** What people see and do away from the sheet; their acts take their turn among the edits. */
  readonly people: People;
  /** What the supervisor's dashboard is made from; null when the board is gone. */
  dashboard(team: Team): Promise<DashboardData | null>;
  /** Many deals at once, from the sidebar. */
  readonly moves: ManyMoves;
}

/** What the app does with a board, one thing after another for each team. */
type Work = 'edit' | 'check' | 'sweep' | 'setUp' | 'people' | 'moves' | 'dashboard';

/** Applications that serve no page, for a simulation, need nothing that pages load. */
const NO_PAGES: PageAssets = {
  dashboardScript: () => Promise.reject(new Error('this application serves no pages')),
  refreshSeconds: 60,
};

export const createApp = (given: Omit<App, Work | keyof PageAssets> & Partial<PageAssets>): App => {
  const ports: Ports = { lately: createMailedLately(), ...given.ports };
  const lane = createTeamLane(ports);
  const inTurn = createInTurn((team, edits: readonly EditEvent[]) =>
    lane(teamId(team), () => runEdits(ports, teamId(team), edits), toldOfEdits),
  );
  return {
    ...NO_PAGES,
    ...given,
    ports,
    edit: (edit) => inTurn(edit.spreadsheetId, edit),
    check: (team, cause) => lane(team, () => checkBoard(ports, team, cause), toldOf),
    sweep: (team, id) => lane(team, () => runSweep(ports, team, id), toldOf),
    setUp: (request) =>
      lane(
        request.team,
        () => setUpTeam(ports, request),
        () => 'told',
      ),
    dashboard: createDashboardReader(ports),
    people: {
      home: (team, rep) => readHome(ports, team, rep),
      act: (team, request) => lane(team, () => runAct(ports, team, request), toldOfAct),
    },
    moves: {
      choices: (team, email) => readManyChoices(ports, team, email),
      preview: (team, email, wish) => previewMoves(ports, team, email, wish),
      move: (team, email, request) => lane(team, () => moveMany(ports, team, email, request), toldOfAct),
    },
  };
};

const toldOf = (outcome: CheckOutcome | SweepOutcome): Told => ('told' in outcome ? outcome.told : 'told');
const toldOfEdits = (outcomes: readonly EditOutcome[]): Told =>
  outcomes.find((outcome) => outcome.kind === 'done')?.told ?? 'told';
const toldOfAct = (outcome: ActOutcome | ManyOutcome): Told =>
  outcome.kind === 'done' && !outcome.told ? 'kept' : 'told';

/** Whether an address is on a list of addresses and `@domains`. */
export const isListed = (email: string, list: readonly string[]): boolean => {
  const address = email.toLowerCase();
  return list.some((one) => {
    const entry = one.toLowerCase();
    return entry.startsWith('@') ? address.endsWith(entry) : address === entry;
  });
};
