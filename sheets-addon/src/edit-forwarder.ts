/**
 * The installable triggers: one POST for each change of the board. They run as the person who set the board
 * up, whoever edits, and never fail in front of anybody: what does not get through is marked on the board and
 * reported with the next change.
 */
import { readSettings, updateMissed, writeLast, type BoardSettings } from './board-properties.ts';
import { changeMessage, editMessage, type Stamp } from './edit-message.ts';
import { callFunctionPersistently } from './function-client.ts';
import { afterCheck, withOneMore } from './missed-edits.ts';
import { describeFailure, isMissed, type Reply } from './reply.ts';
import { removeBoardTriggers } from './triggers.ts';
import type { EditMessage } from './wire.ts';

/** Installable edit trigger. */
export function onBoardEdit(event?: GoogleAppsScript.Events.SheetsOnEdit): void {
  if (event !== undefined) forward((stamp) => editMessage(event, stamp));
}

/** Installable change trigger: rows, columns and sheets that come and go. */
export function onBoardChange(event?: GoogleAppsScript.Events.SheetsOnChange): void {
  if (event !== undefined) forward((stamp) => changeMessage(event, stamp));
}

/** Asks the functions to compare the whole board with what they know; done, nothing counts as missed. */
export function reconcile(settings: BoardSettings, spreadsheetId: string): Reply {
  const stamp = newStamp();
  const reply = callFunctionPersistently(settings.endpoint, 'onReconcile', { ...stamp, spreadsheetId });
  if (reply.kind === 'ok') {
    updateMissed((missed) => afterCheck(missed, settings.missed));
  }
  return reply;
}

/** A new id and the present time, for one message. */
export function newStamp(): Stamp {
  return { id: Utilities.getUuid(), at: new Date().toISOString() };
}

function forward(build: (stamp: Stamp) => EditMessage | null): void {
  const stamp = newStamp();
  try {
    const message = build(stamp);
    if (message === null) return;
    const settings = readSettings();
    if (handedOver(settings)) removeBoardTriggers(message.spreadsheetId);
    else send(message, settings);
  } catch (error) {
    console.error(`A change of the board could not be forwarded: ${String(error)}`);
    remember(stamp.at, String(error));
  }
}

/** Somebody else has taken the board over: from then on this account's triggers would report all twice. */
function handedOver({ owner }: BoardSettings): boolean {
  return owner !== null && owner.email !== Session.getEffectiveUser().getEmail();
}

function send(message: EditMessage, settings: BoardSettings): void {
  if (settings.endpoint === '') {
    remember(message.at, 'NO_ENDPOINT');
    return;
  }
  const reply = callFunctionPersistently(settings.endpoint, 'onBoardEdit', message);
  const text = reply.kind === 'ok' ? reply.message : describeFailure(reply);
  writeLast({ at: message.at, kind: message.kind, ok: reply.kind === 'ok', message: text });
  if (reply.kind !== 'ok') console.warn(`${message.kind} ${message.id}: ${text}`);
  if (isMissed(reply)) remember(message.at, text);
  else if (settings.missed !== null) reconcile(settings, message.spreadsheetId);
}

function remember(at: string, reason: string): void {
  try {
    updateMissed((missed) => withOneMore(missed, at, reason));
  } catch (error) {
    console.error(`A missed change could not be marked: ${String(error)}`);
  }
}
