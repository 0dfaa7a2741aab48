import { ApiError } from './api-error.ts';
import type { ApiQuery } from './endpoint.ts';
import { parseFieldMask, type FieldTree } from './field-mask.ts';

/** The `fields` (or `$fields`) parameter of a call; true when the whole answer is wanted. */
export function answerMask(query: ApiQuery): FieldTree | true {
  const text = query.get('fields') ?? query.get('$fields');
  if (text === undefined || text === '') return true;
  try {
    return parseFieldMask(text);
  } catch (error) {
    throw invalidMask((error as Error).message);
  }
}

/** Google's answer to a mask it cannot use. */
export function invalidMask(description: string): ApiError {
  return new ApiError('INVALID_ARGUMENT', 'Request contains an invalid argument.', [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [{ field: 'fields', description }],
    },
  ]);
}
