/** Google's canonical codes that this service answers with. */
export type ApiStatus =
  | 'INVALID_ARGUMENT'
  | 'FAILED_PRECONDITION'
  | 'NOT_FOUND'
  | 'ALREADY_EXISTS'
  | 'PERMISSION_DENIED'
  | 'UNIMPLEMENTED'
  | 'RESOURCE_EXHAUSTED'
  | 'INTERNAL';

const HTTP_CODES: Record<ApiStatus, number> = {
  INVALID_ARGUMENT: 400,
  FAILED_PRECONDITION: 400,
  NOT_FOUND: 404,
  ALREADY_EXISTS: 409,
  PERMISSION_DENIED: 403,
  UNIMPLEMENTED: 501,
  RESOURCE_EXHAUSTED: 429,
  INTERNAL: 500,
};

/** A refusal as the client sees it. Thrown inside the service and turned into Google's error body at its door. */
export class ApiError extends Error {
  readonly status: ApiStatus;
  readonly details: readonly object[] | undefined;

  constructor(status: ApiStatus, message: string, details?: readonly object[]) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.details = details;
  }

  get code(): number {
    return HTTP_CODES[this.status];
  }

  /** `{ error: { code, message, status, details } }`. */
  get body(): object {
    const { code, message, status, details } = this;
    return { error: { code, message, status, ...(details && { details }) } };
  }
}

export function invalidArgument(message: string): ApiError {
  return new ApiError('INVALID_ARGUMENT', message);
}

/** Google's form for a bad field of the request body or query. */
export function badField(field: string, description: string): ApiError {
  return new ApiError('INVALID_ARGUMENT', description, [
    { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] },
  ]);
}

export function entityNotFound(): ApiError {
  return new ApiError('NOT_FOUND', 'Requested entity was not found.');
}
