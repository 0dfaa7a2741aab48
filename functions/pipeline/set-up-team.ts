import { DEFAULT_POLICY } from '../../shared/contract/policy.ts';
import type { Team } from '../../shared/domain/board-state.ts';
import type { TeamId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/rep.ts';
import { checkBoard } from './check-board.ts';
import type { Ports } from './ports.ts';
import { damagedTabs, restoreTabs } from './restore-tabs.ts';

export type SetUpOutcome =
  | { readonly kind: 'ready'; readonly created: number }
  /** Only whoever installed a board may set it up again. */
  | { readonly kind: 'installedByAnother' };

const newTeam = (id: TeamId, language: Language, installer: string): Team => ({
  id,
  policy: { ...DEFAULT_POLICY, language },
  policyVersion: 1,
  rulesProblems: 0,
  reps: {},
  pending: {},
  waiting: [],
  noted: {},
  auditSeq: 0,
  revision: 0,
  installedBy: [installer],
});

/**
 * Makes a spreadsheet a board, or mends one: creates what is missing, puts back what had been typed there, leaves
 * what is there alone, then takes in whatever people have typed already. Running it twice changes nothing.
 */
export const setUpTeam = async (
  ports: Ports,
  request: {
    readonly team: TeamId;
    readonly id: string;
    readonly language: Language;
    readonly installer: string;
  },
): Promise<SetUpOutcome> => {
  const known = await ports.store.team(request.team);
  if (known !== null && !known.installedBy.includes(request.installer)) return { kind: 'installedByAnother' };
  const language = known?.policy.language ?? request.language;
  const damaged = known === null ? [] : await damagedTabs(ports, request.team);
  const { created } = await ports.board.setUp(request.team, language);
  await restoreTabs(ports, request.team, damaged, { id: request.id, actor: request.installer });
  if (known === null) await ports.store.createTeam(newTeam(request.team, language, request.installer));
  await checkBoard(ports, request.team, { id: request.id, actor: request.installer });
  return { kind: 'ready', created: created.length };
};
