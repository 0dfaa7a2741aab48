/** What the sidebar calls through `google.script.run`. Arguments come from a page: they are checked here. */
import { readLast, readSettings, writeEndpoint, writeLanguage } from './board-properties.ts';
import { checkEndpoint } from './endpoint-url.ts';
import { callFunction } from './function-client.ts';
import { chosenLanguage } from './language.ts';
import { readChoices } from './many-moves.ts';
import { failedOutcome, outcome } from './outcome.ts';
import { setUp } from './set-up.ts';
import type { Outcome, SidebarState, SidebarStatus } from './sidebar-state.ts';
import { statusLines } from './status-lines.ts';
import { personLanguage, personTexts } from './texts.ts';
import { audienceOf } from './token-audience.ts';
import { boardTriggersInstalled } from './triggers.ts';

/** Everything the sidebar shows that the add-on knows by itself. */
export function sidebarState(): SidebarState {
  const settings = readSettings();
  const language = personLanguage();
  const you = Session.getEffectiveUser().getEmail();
  const mine = settings.owner === null || settings.owner.email === you;
  return {
    language,
    boardLanguage: settings.language ?? language,
    endpoint: settings.endpoint,
    audience: audienceOf(ScriptApp.getIdentityToken()),
    owner: settings.owner,
    you,
    triggersInstalled: mine ? boardTriggersInstalled(SpreadsheetApp.getActive().getId()) : null,
    missed: settings.missed,
    last: readLast(),
  };
}

/** The status as the functions see it. */
export function sidebarStatus(): SidebarStatus {
  const { endpoint } = readSettings();
  if (endpoint === '') return { ok: false, message: personTexts().noEndpoint };
  const reply = callFunction(endpoint, 'boardStatus', {
    spreadsheetId: SpreadsheetApp.getActive().getId(),
    language: personLanguage(),
  });
  if (reply.kind !== 'ok') return { ok: false, message: failedOutcome(reply).message };
  const movers = readChoices(reply.body['movers']);
  const lines = statusLines(reply.body['lines']);
  return movers === null ? { ok: true, lines } : { ok: true, lines, movers };
}

/**
 * Stores address and board language. Once the board has an owner only that account may, because its identity
 * token goes to the address.
 */
export function saveConnection(endpoint?: unknown, language?: unknown): Outcome {
  const texts = personTexts();
  const { owner } = readSettings();
  if (owner !== null && owner.email !== Session.getEffectiveUser().getEmail()) {
    return outcome('OWNED', texts.ownedSettings(owner.email));
  }
  const checked = checkEndpoint(endpoint);
  if (!checked.ok) return outcome('BAD_ENDPOINT', texts.endpointProblem[checked.problem]);
  writeEndpoint(checked.endpoint);
  writeLanguage(chosenLanguage(language, personLanguage()));
  return outcome('DONE', texts.saved);
}

/** The sidebar's Set up button. */
export function setUpFromSidebar(): Outcome {
  return setUp({});
}

/** The sidebar's Take over button, pressed after its warning. */
export function takeOverBoard(): Outcome {
  return setUp({ takeOver: true });
}
