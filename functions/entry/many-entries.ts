import type { Request, Response } from '@google-cloud/functions-framework';
import { MOVE_MANY_REQUEST, PREVIEW_MOVES_REQUEST } from '../../shared/contract/many-moves.ts';
import { teamId } from '../../shared/domain/ids.ts';
import { withoutEmpty } from '../../shared/domain/without-empty.ts';
import type { App } from '../app.ts';
import { serve } from './endpoint.ts';

type Handler = (request: Request, response: Response) => Promise<void> | void;

/**
 * What a move of many deals would do (add-on). Open to the accounts of the installers' list; of those only to whoever
 * installed this board and to supervisors of the person whose deals they are. Everybody else is told the same,
 * whether the board or the person is there or not.
 */
export const previewMoves = (app: App): Handler =>
  serve(app, {
    name: 'previewMoves',
    schema: PREVIEW_MOVES_REQUEST,
    callers: ['installers'],
    run: async ({ spreadsheetId, from, type, to }, caller) => {
      const wish = { from, ...withoutEmpty({ type, to }) };
      const preview = await app.moves.preview(teamId(spreadsheetId), caller, wish);
      return preview === null ? { ok: false, code: 'NOT_ALLOWED' } : { ok: true, body: { preview } };
    },
  });

/** Moves exactly the set that was looked at, or nothing and says which deals have changed (add-on). */
export const moveMany = (app: App): Handler =>
  serve(app, {
    name: 'moveMany',
    schema: MOVE_MANY_REQUEST,
    callers: ['installers'],
    run: async ({ spreadsheetId, id, from, moves }, caller) => {
      const outcome = await app.moves.move(teamId(spreadsheetId), caller, { id, from, moves });
      return outcome.kind === 'notAllowed'
        ? { ok: false, code: 'NOT_ALLOWED' }
        : { ok: true, body: { outcome } };
    },
  });
