import { isPassing, parseReply, type Reply } from './reply.ts';
import type { WireRequests } from './wire.ts';

/** Long enough for a new instance to be let in, short enough to be cheap in trigger time. */
const RETRY_AFTER_MS = 500;

/** One POST to the functions, with the identity of whoever this execution runs as. Never throws. */
export function callFunction<P extends keyof WireRequests>(
  endpoint: string,
  path: P,
  body: WireRequests[P],
): Reply {
  try {
    const response = UrlFetchApp.fetch(`${endpoint}/${path}`, {
      method: 'post',
      contentType: 'application/json',
      payload: JSON.stringify(body),
      headers: { Authorization: `Bearer ${ScriptApp.getIdentityToken()}` },
      muteHttpExceptions: true,
      // A redirect would carry the identity token to wherever it points.
      followRedirects: false,
    });
    return parseReply(response.getResponseCode(), response.getContentText());
  } catch (error) {
    return parseReply(0, error instanceof Error ? error.message : String(error));
  }
}

/** The same, tried once more when nobody answered. The id in the body tells the function that it is a repeat. */
export function callFunctionPersistently<P extends keyof WireRequests>(
  endpoint: string,
  path: P,
  body: WireRequests[P],
): Reply {
  const first = callFunction(endpoint, path, body);
  if (!isPassing(first)) return first;
  Utilities.sleep(RETRY_AFTER_MS);
  return callFunction(endpoint, path, body);
}
