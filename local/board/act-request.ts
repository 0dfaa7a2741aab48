/** Reads the body of `POST /board/api/act`. The browser is ours, but the door is open to anything on this machine. */
import { z } from 'zod';
import type { PersonAction } from '../sheets-service/service-api.ts';
import type { ActRequest } from './board-protocol.ts';

/** Google's limit for one cell. */
const MAX_CELL_CHARACTERS = 50_000;
const MAX_CELLS = 500_000;

const index = z.int().min(0).max(10_000_000);
const sheetId = z.int().min(0);
const title = z.string().trim().min(1).max(100);

const typedCell = z.strictObject({
  row: index,
  column: index,
  input: z.union([z.string().max(MAX_CELL_CHARACTERS), z.number(), z.boolean(), z.null()]),
});

const dimension = { sheetId, start: index, count: z.int().min(1).max(100_000) };

const personAction = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('setCells'), sheetId, cells: z.array(typedCell).min(1).max(MAX_CELLS) }),
  z.strictObject({
    kind: z.enum(['insertRows', 'deleteRows', 'insertColumns', 'deleteColumns']),
    ...dimension,
  }),
  z.strictObject({ kind: z.literal('moveRows'), ...dimension, before: index }),
  z.strictObject({
    kind: z.literal('sortRange'),
    range: z.strictObject({
      sheetId,
      startRow: index,
      endRow: index,
      startColumn: index,
      endColumn: index,
    }),
    by: z
      .array(z.strictObject({ column: index, ascending: z.boolean() }))
      .min(1)
      .max(100),
  }),
  z.strictObject({ kind: z.literal('renameSheet'), sheetId, title }),
  z.strictObject({ kind: z.literal('addSheet'), title }),
  z.strictObject({ kind: z.literal('deleteSheet'), sheetId }),
]);

const actRequest = z.strictObject({
  clientId: z.string().min(1).max(100),
  actionId: z.string().min(1).max(100),
  baseRevision: z.int().min(0),
  action: personAction,
});

/** Parses a request; the error names every wrong field with its path. */
export function parseActRequest(
  body: unknown,
): { readonly ok: true; readonly request: ActRequest } | { readonly ok: false; readonly message: string } {
  const parsed = actRequest.safeParse(body);
  if (parsed.success) return { ok: true, request: parsed.data };
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  return { ok: false, message: problems.join('; ') };
}

/** Tab whose positions the action depends on; undefined for actions that name no position. */
export function positionedSheet(action: PersonAction): number | undefined {
  switch (action.kind) {
    case 'sortRange':
      return action.range.sheetId;
    case 'renameSheet':
    case 'addSheet':
    case 'deleteSheet':
      return undefined;
    default:
      return action.sheetId;
  }
}
