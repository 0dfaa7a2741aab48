import { ApiError } from './api-error.ts';
import type { ApiQuery } from './endpoint.ts';
import { unknownPath } from '../wire/read-message.ts';
import { parseFieldMask, type FieldTree } from './field-mask.ts';

/** The `fields` (or `$fields`) parameter of a call; true when the whole answer is wanted. */
export function answerMask(query: ApiQuery, message: string): FieldTree | true {
  const text = query.get('fields') ?? query.get('$fields');
  if (text === undefined || text === '') return true;
  const tree = readMask(text);
  const unknown = unknownPath(message, tree);
  if (unknown === undefined) return tree;
  throw invalidMask(
    text,
    `Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown}'.`,
  );
}

function readMask(text: string): FieldTree | true {
  try {
    return parseFieldMask(text);
  } catch (error) {
    throw invalidMask(text, (error as Error).message);
  }
}

/** Google's answer to a mask it cannot use. */
function invalidMask(field: string, description: string): ApiError {
  return new ApiError('INVALID_ARGUMENT', 'Request contains an invalid argument.', [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [{ field, description }],
    },
  ]);
}
