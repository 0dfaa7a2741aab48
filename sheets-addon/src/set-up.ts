/** Setting up a board, once and by one account. */
import {
  readSettings,
  withDocumentLock,
  writeLast,
  writeOwner,
  type BoardSettings,
} from './board-properties.ts';
import { newStamp } from './edit-forwarder.ts';
import { callFunction } from './function-client.ts';
import { failedOutcome, outcome } from './outcome.ts';
import { describeFailure } from './reply.ts';
import type { Outcome } from './sidebar-state.ts';
import { personLanguage, personTexts } from './texts.ts';
import { installBoardTriggers } from './triggers.ts';

/** How long a second person waits for the first one's set-up before being told to try again. */
const WAIT_FOR_OTHERS_MS = 10_000;

export interface SetUpRequest {
  /** Set up although another account did before: its triggers remove themselves at their next event. */
  readonly takeOver?: boolean;
}

/**
 * Has the functions make the tabs, then marks the owner, then installs the two triggers. Any step may be
 * repeated: running it again changes nothing that is in place. A failure leaves the earlier steps, and the
 * same person can simply try again.
 */
export function setUp(request: SetUpRequest): Outcome {
  const texts = personTexts();
  let result = outcome('BUSY', texts.busy);
  withDocumentLock(() => {
    result = setUpAlone(request);
  }, WAIT_FOR_OTHERS_MS);
  return result;
}

function setUpAlone(request: SetUpRequest): Outcome {
  const texts = personTexts();
  const settings = readSettings();
  const you = Session.getEffectiveUser().getEmail();
  if (you === '') return outcome('NO_ACCOUNT', texts.noAccount);
  const { owner, endpoint } = settings;
  if (owner !== null && owner.email !== you && request.takeOver !== true) {
    return outcome('OWNED', texts.owned(owner.email, owner.at.slice(0, 10)));
  }
  // A take-over counts at once: the new owner must be able to correct an address that no longer answers.
  if (owner !== null && owner.email !== you) writeOwner({ email: you, at: newStamp().at });
  if (endpoint === '') return outcome('NO_ENDPOINT', texts.noEndpoint);
  return install(settings, you);
}

function install(settings: BoardSettings, you: string): Outcome {
  const board = SpreadsheetApp.getActive();
  const stamp = newStamp();
  const reply = callFunction(settings.endpoint, 'setUpBoard', {
    ...stamp,
    spreadsheetId: board.getId(),
    language: settings.language ?? personLanguage(),
    user: you,
  });
  const text = reply.kind === 'ok' ? reply.message : describeFailure(reply);
  writeLast({ at: stamp.at, kind: 'setUp', ok: reply.kind === 'ok', message: text });
  if (reply.kind !== 'ok') return failedOutcome(reply);
  if (settings.owner === null) writeOwner({ email: you, at: stamp.at });
  installBoardTriggers(board);
  return outcome('DONE', reply.message === '' ? personTexts().setUpDone : reply.message);
}
