import type { Request, Response } from '@google-cloud/functions-framework';
import {
  CHECK_REQUEST,
  EDIT_EVENT,
  SET_UP_REQUEST,
  STATUS_REQUEST,
  SWEEP_REQUEST,
} from '../../shared/contract/edit-event.ts';
import type { Team } from '../../shared/domain/board-state.ts';
import { dayAt } from '../../shared/domain/day.ts';
import { teamId } from '../../shared/domain/ids.ts';
import type { ManyChoices } from '../../shared/ports/many-moves.ts';
import { answerWords } from '../../shared/text/answer-words.ts';
import { isListed, type App } from '../app.ts';
import { manyChoices } from '../pipeline/many-moves.ts';
import { findReceipts } from '../pipeline/find-receipts.ts';
import { boardStatus, speltOut } from '../pipeline/board-status.ts';
import { serve, type Answer } from './endpoint.ts';
import { startForAll } from './on-schedule.ts';

type Handler = (request: Request, response: Response) => Promise<void> | void;

const ok = (body: Readonly<Record<string, unknown>>): Answer => ({ ok: true, body });
const refused = (code: Extract<Answer, { ok: false }>['code']): Answer => ({ ok: false, code });

/** A board's edits and checks come through the channel of whoever installed it, or from the scheduler. */
const mayActFor = async (app: App, spreadsheetId: string, caller: string): Promise<Team | Answer> => {
  const team = await app.ports.store.team(teamId(spreadsheetId));
  if (team === null) return refused('UNKNOWN_BOARD');
  return team.installedBy.includes(caller) || isListed(caller, app.access.invokers)
    ? team
    : refused('NOT_ALLOWED');
};

const isAnswer = (one: Team | Answer): one is Answer => 'ok' in one;

/** Somebody edited the board (add-on). Costs at most three document reads when the channel is known. */
export const onBoardEdit = (app: App): Handler => {
  // Who installed a board does not change, so each instance asks once per board instead of once per edit.
  const channels = new Map<string, ReadonlySet<string>>();
  return serve(app, {
    name: 'onBoardEdit',
    schema: EDIT_EVENT,
    callers: ['installers'],
    run: async (edit, caller) => {
      if (channels.get(edit.spreadsheetId)?.has(caller) !== true) {
        const team = await mayActFor(app, edit.spreadsheetId, caller);
        if (isAnswer(team)) return team;
        channels.set(edit.spreadsheetId, new Set([...team.installedBy, caller]));
      }
      const outcome = await app.edit(edit);
      if (outcome.kind === 'unknownTeam') return refused('UNKNOWN_BOARD');
      return ok({
        outcome: outcome.kind,
        ...(outcome.kind === 'done' ? { effects: outcome.effects, told: outcome.told === 'told' } : {}),
      });
    },
  });
};

/** Makes a spreadsheet a board, or mends one (add-on). */
export const setUpBoard = (app: App): Handler =>
  serve(app, {
    name: 'setUpBoard',
    schema: SET_UP_REQUEST,
    callers: ['installers'],
    run: async ({ spreadsheetId, id, language }, caller) => {
      const outcome = await app.setUp({
        team: teamId(spreadsheetId),
        id,
        language,
        installer: caller,
      });
      if (outcome.kind === 'installedByAnother') return refused('INSTALLED_BY_ANOTHER');
      const words = answerWords(language);
      return ok({ message: outcome.created === 0 ? words.setUpBefore : words.setUp(outcome.created) });
    },
  });

/** The sidebar is for whoever installed the board, and for its supervisors. */
const mayLookAt = async (
  app: App,
  spreadsheetId: string,
  caller: string,
): Promise<{ readonly team: Team; readonly movers: ManyChoices | null } | Answer> => {
  const team = await app.ports.store.team(teamId(spreadsheetId));
  if (team === null) return refused('UNKNOWN_BOARD');
  const today = dayAt(app.ports.clock.now(), team.policy.timeZone);
  const movers = manyChoices(team, caller, today);
  const may = movers !== null || team.installedBy.includes(caller) || isListed(caller, app.access.invokers);
  return may ? { team, movers } : refused('NOT_ALLOWED');
};

/** What the sidebar shows (add-on). */
export const boardStatusEntry = (app: App): Handler =>
  serve(app, {
    name: 'boardStatus',
    schema: STATUS_REQUEST,
    callers: ['installers'],
    run: async ({ spreadsheetId, language }, caller) => {
      const looked = await mayLookAt(app, spreadsheetId, caller);
      if ('ok' in looked) return looked;
      const { team, movers } = looked;
      const receipts = await findReceipts(app.ports, team.id, speltOut(team));
      return ok({ lines: boardStatus(team, app.ports.clock.now(), language, receipts), movers });
    },
  });

/** Compares the whole board with the store: from the add-on's menu, or for one team from the scheduler. */
export const onReconcile = (app: App): Handler =>
  serve(app, {
    name: 'onReconcile',
    schema: CHECK_REQUEST.or(SWEEP_REQUEST),
    callers: ['installers', 'invokers'],
    run: async ({ id, spreadsheetId }, caller) => {
      if (spreadsheetId === undefined) return fanOut(app, 'onReconcile', id, caller);
      const team = await mayActFor(app, spreadsheetId, caller);
      if (isAnswer(team)) return team;
      const outcome = await app.check(team.id, { id: id ?? app.ports.ids.next(), actor: null });
      if (outcome.kind === 'unknownTeam') return refused('UNKNOWN_BOARD');
      const words = answerWords(team.policy.language);
      return ok({ message: outcome.told !== 'told' ? words.kept : words.checked(outcome.changes) });
    },
  });

/** The regular look at lights, leave and the queue: for one team, or as a fan-out to all. */
export const onSweep = (app: App): Handler =>
  serve(app, {
    name: 'onSweep',
    schema: SWEEP_REQUEST,
    callers: ['invokers'],
    run: async ({ id, spreadsheetId }, caller) => {
      if (spreadsheetId === undefined) return fanOut(app, 'onSweep', id, caller);
      const outcome = await app.sweep(teamId(spreadsheetId), id ?? app.ports.ids.next());
      return outcome.kind === 'unknownTeam'
        ? refused('UNKNOWN_BOARD')
        : ok({ effects: outcome.effects, told: outcome.told === 'told' });
    },
  });

const fanOut = async (
  app: App,
  path: 'onSweep' | 'onReconcile',
  id: string | undefined,
  caller: string,
): Promise<Answer> => {
  if (!isListed(caller, app.access.invokers)) return refused('NOT_ALLOWED');
  return ok({ teams: await startForAll(app, path, id ?? app.ports.ids.next()) });
};

/** Whether the instance is up. Says nothing about boards, so anybody may ask. */
export const health: Handler = (_request, response) => {
  response.status(200).json({ ok: true });
};
