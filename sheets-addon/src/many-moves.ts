/** Moving many deals at once, as the sidebar asks for it. What the functions answer is checked for its shape. */
import type { ManyChoices, ManyDeal, ManyOutcome, ManyPreview } from '../../shared/ports/many-moves.ts';
import { readSettings } from './board-properties.ts';
import { callFunction, callFunctionPersistently } from './function-client.ts';
import { failedOutcome } from './outcome.ts';
import { clip, type Reply } from './reply.ts';
import { personLanguage, personTexts } from './texts.ts';
import type { MoveAnswer, PreviewAnswer } from './sidebar-state.ts';
import type { MoveManyMessage, PreviewMovesMessage } from './wire.ts';

/** The sidebar's Preview button: whose deals, of which type ('' = all), to whom ('' = whoever fits best). */
export function previewMovesFromSidebar(from?: unknown, type?: unknown, to?: unknown): PreviewAnswer {
  const { endpoint } = readSettings();
  if (endpoint === '') return { ok: false, message: personTexts().noEndpoint };
  const reply = callFunction(endpoint, 'previewMoves', {
    spreadsheetId: SpreadsheetApp.getActive().getId(),
    language: personLanguage(),
    from: clip(from, 64),
    ...(clip(type) === '' ? {} : { type: clip(type) as NonNullable<PreviewMovesMessage['type']> }),
    ...(clip(to) === '' ? {} : { to: clip(to, 64) }),
  });
  const preview = reply.kind === 'ok' ? readPreview(reply.body['preview']) : null;
  return preview === null ? failed(reply) : { ok: true, id: Utilities.getUuid(), preview };
}

/** The sidebar's Move button: exactly the set that was looked at. */
export function moveManyFromSidebar(id?: unknown, from?: unknown, moves?: unknown): MoveAnswer {
  const { endpoint } = readSettings();
  if (endpoint === '') return { ok: false, message: personTexts().noEndpoint };
  const message: MoveManyMessage = {
    id: clip(id, 64),
    spreadsheetId: SpreadsheetApp.getActive().getId(),
    language: personLanguage(),
    from: clip(from, 64),
    moves: listOf(moves).map((move) => ({ taskId: clip(move['taskId'], 64), to: clip(move['to'], 64) })),
  };
  const reply = callFunctionPersistently(endpoint, 'moveMany', message);
  const outcome = reply.kind === 'ok' ? readOutcome(reply.body['outcome']) : null;
  return outcome === null ? failed(reply) : { ok: true, outcome };
}

const STATES = ['here', 'leave', 'left'] as const;

/** Whose deals the reader may move; null when the functions name nobody. */
export function readChoices(value: unknown): ManyChoices | null {
  const choices = asRecord(value);
  if (choices === null) return null;
  const from = listOf(choices['from']).map((one) => ({
    rep: clip(one['rep']) as ManyChoices['to'][number]['rep'],
    name: clip(one['name']),
    open: count(one['open']),
    state: STATES.find((state) => state === one['state']) ?? 'here',
  }));
  const to = listOf(choices['to']).map((one) => ({
    rep: clip(one['rep']) as ManyChoices['to'][number]['rep'],
    name: clip(one['name']),
  }));
  return { from, to };
}

function failed(reply: Reply): { readonly ok: false; readonly message: string } {
  const unread = { kind: 'unreachable', status: 200, detail: 'HTTP 200' } as const;
  return { ok: false, message: failedOutcome(reply.kind === 'ok' ? unread : reply).message };
}

type Fields = Readonly<Record<string, unknown>>;

function asRecord(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(asRecord).filter((one) => one !== null) : [];
}

function count(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function dealOf(one: Fields): ManyDeal {
  return {
    taskId: clip(one['taskId'], 64) as ManyDeal['taskId'],
    customer: clip(one['customer']),
    title: clip(one['title']),
  };
}

type Move = ManyPreview['moves'][number];
type Stay = ManyPreview['staying'][number];

function readPreview(value: unknown): ManyPreview | null {
  const preview = asRecord(value);
  if (preview === null) return null;
  return {
    moves: listOf(preview['moves']).map((one) => ({
      ...dealOf(one),
      type: clip(one['type']) as Move['type'],
      points: count(one['points']),
      to: clip(one['to'], 64) as Move['to'],
      toName: clip(one['toName']),
    })),
    staying: listOf(preview['staying']).map((one) => ({
      ...dealOf(one),
      why: clip(one['why']) as Stay['why'],
    })),
    more: count(preview['more']),
    loads: listOf(preview['loads']).map((one) => ({
      rep: clip(one['rep'], 64) as Move['to'],
      name: clip(one['name']),
      before: count(one['before']),
      after: count(one['after']),
      limit: count(one['limit']),
    })),
  };
}

function readOutcome(value: unknown): ManyOutcome | null {
  const outcome = asRecord(value);
  switch (outcome?.['kind']) {
    case 'done':
      return {
        kind: 'done',
        moved: count(outcome['moved']),
        undo: clip(outcome['undo']),
        told: outcome['told'] === true,
      };
    case 'repeated':
      return { kind: 'repeated' };
    case 'tooMany':
      return { kind: 'tooMany', most: count(outcome['most']) };
    case 'changed': {
      type Change = Extract<ManyOutcome, { kind: 'changed' }>['deals'][number]['why'];
      const deals = listOf(outcome['deals']);
      return {
        kind: 'changed',
        deals: deals.map((one) => ({ ...dealOf(one), why: clip(one['why']) as Change })),
      };
    }
    default:
      return null;
  }
}
