import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { resolveGridRange } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import { writeFields } from '../http/field-mask.ts';
import type { SheetState } from '../model/book.ts';
import {
  changeMeta,
  requestMask,
  required,
  sheetOf,
  type RequestContext,
  type RequestHandler,
} from './request-context.ts';

type Guard = sheets_v4.Schema$ProtectedRange;

const FIELDS = [
  'range',
  'namedRangeId',
  'tableId',
  'description',
  'warningOnly',
  'unprotectedRanges',
  'editors',
  'requestingUserCanEdit',
  'protectedRangeId',
] as const;

/** Protects a range or a whole sheet; answers with the protection as stored. */
export const addProtectedRange: RequestHandler<'addProtectedRange'> = (context, request) => {
  const given = required(request.protectedRange, "'protectedRange'");
  const id = given.protectedRangeId ?? freshId(context);
  if (findGuard(context, id)) {
    throw invalidArgument(`A protected range with the id ${id} already exists. Please choose another id.`);
  }
  const guard = stored(context, { ...given, protectedRangeId: id });
  const sheet = sheetOf(context.draft.book, guard.range?.sheetId);
  changeMeta(context, sheet, { protectedRanges: [...(sheet.meta.protectedRanges ?? []), guard] });
  return { addProtectedRange: { protectedRange: guard } };
};

function freshId(context: RequestContext): number {
  let id = context.newId();
  while (findGuard(context, id)) id = context.newId();
  return id;
}

function findGuard({ draft }: RequestContext, id: number): { sheet: SheetState; guard: Guard } | undefined {
  for (const sheet of draft.book.sheets) {
    const guard = sheet.meta.protectedRanges?.find((found) => found.protectedRangeId === id);
    if (guard) return { sheet, guard };
  }
  return undefined;
}

/** Checks the range; a named range stands for its cells. `requestingUserCanEdit` is always true here. */
function stored({ draft }: RequestContext, guard: Guard): Guard {
  const named = draft.book.meta.namedRanges?.find((found) => found.namedRangeId === guard.namedRangeId);
  if (guard.namedRangeId && !named) throw invalidArgument(`No named range with id: ${guard.namedRangeId}`);
  const range = required(named?.range ?? guard.range, "'range' or 'namedRangeId'");
  resolveGridRange(draft.book, range);
  const { editors, warningOnly, ...rest } = guard;
  return {
    ...rest,
    range,
    ...(warningOnly ? { warningOnly } : editors && { editors }),
    requestingUserCanEdit: true,
  };
}

/** Changes the masked fields of a protection. */
export const updateProtectedRange: RequestHandler<'updateProtectedRange'> = (context, request) => {
  const given = required(request.protectedRange, "'protectedRange'");
  const found = findGuard(context, given.protectedRangeId ?? 0);
  if (!found) throw invalidArgument(`No protected range with id: ${given.protectedRangeId ?? 0}`);
  const { requestingUserCanEdit: _can, protectedRangeId: _id, ...mask } = requestMask(request.fields, FIELDS);
  const guard = stored(context, writeFields<Guard>(found.guard, given, mask));
  replace(context, found.sheet, found.guard, guard);
  return undefined;
};

/** Lifts a protection. */
export const deleteProtectedRange: RequestHandler<'deleteProtectedRange'> = (context, request) => {
  const found = findGuard(context, request.protectedRangeId ?? 0);
  if (!found) throw invalidArgument(`No protected range with id: ${request.protectedRangeId ?? 0}`);
  replace(context, found.sheet, found.guard);
  return undefined;
};

function replace(context: RequestContext, sheet: SheetState, old: Guard, guard?: Guard): void {
  const left = (sheet.meta.protectedRanges ?? []).flatMap((one) => (one === old ? (guard ?? []) : [one]));
  changeMeta(context, sheet, { protectedRanges: left.length > 0 ? left : undefined });
}
