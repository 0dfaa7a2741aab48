import { ApiError, invalidArgument } from '../http/api-error.ts';
import { withoutZeros } from '../read/proto-defaults.ts';
import type { Reply, RequestContext, RequestHandler, Requests } from './request-context.ts';
import { UNSUPPORTED_REQUESTS } from './unsupported-requests.ts';
import { REQUEST_TABLE } from './request-table.ts';

/**
 * Carries out the requests in order on the draft; one reply each, `{}` when it has nothing to say. Throws at
 * the first request that cannot be done, naming it; the caller then drops the draft, so nothing is applied.
 */
export function runBatch(context: RequestContext, requests: readonly Requests[] | null | undefined): Reply[] {
  if (!requests?.length) throw invalidArgument('Must specify at least one request.');
  return requests.map((request, index) => runOne(context, request, index));
}

function runOne(context: RequestContext, request: Requests, index: number): Reply {
  const [kind, ...others] = Object.keys(request).filter((key) => request[key as keyof Requests] != null);
  if (kind === undefined) throw invalidArgument(`Invalid requests[${index}]: No request set.`);
  if (others.length > 0) throw invalidArgument(`Invalid requests[${index}]: More than one request set.`);
  const handler = REQUEST_TABLE[kind as keyof Requests] as RequestHandler<keyof Requests> | undefined;
  if (!handler) {
    throw new ApiError(
      'UNIMPLEMENTED',
      `Invalid requests[${index}].${kind}: The local Sheets service does not carry out this kind of request: ${UNSUPPORTED_REQUESTS[kind] ?? 'it is not known'}.`,
    );
  }
  try {
    return withoutZeros(handler(context, request[kind as keyof Requests] as never) ?? {});
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(error.status, `Invalid requests[${index}].${kind}: ${error.message}`, error.details);
  }
}
