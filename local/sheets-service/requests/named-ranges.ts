import type { sheets_v4 } from '../../../functions/adapters/google-sheets-client.ts';
import { parseRange } from '../a1/a1-notation.ts';
import { resolveGridRange } from '../a1/resolve-range.ts';
import { invalidArgument } from '../http/api-error.ts';
import { writeFields } from '../http/field-mask.ts';
import { requestMask, required, type RequestContext, type RequestHandler } from './request-context.ts';

type Named = sheets_v4.Schema$NamedRange;

const FIELDS = ['namedRangeId', 'name', 'range'] as const;

/** Gives a range a name; answers with its id. */
export const addNamedRange: RequestHandler<'addNamedRange'> = (context, request) => {
  const given = required(request.namedRange, "'namedRange'");
  const list = namedRanges(context);
  const namedRangeId = given.namedRangeId ?? String(context.newId());
  if (list.some((one) => one.namedRangeId === namedRangeId)) {
    throw invalidArgument(`A named range with the id ${namedRangeId} already exists.`);
  }
  const named = checked(context, { ...given, namedRangeId });
  store(context, [...list, named]);
  return { addNamedRange: { namedRange: named } };
};

/** Changes name or range of a named range. */
export const updateNamedRange: RequestHandler<'updateNamedRange'> = (context, request) => {
  const given = required(request.namedRange, "'namedRange'");
  const { namedRangeId: _id, ...mask } = requestMask(request.fields, FIELDS);
  const old = find(context, given.namedRangeId);
  const named = checked(context, writeFields<Named>(old, given, mask));
  store(
    context,
    namedRanges(context).map((one) => (one === old ? named : one)),
  );
  return undefined;
};

/** Removes a named range; the cells stay. */
export const deleteNamedRange: RequestHandler<'deleteNamedRange'> = (context, request) => {
  const old = find(context, request.namedRangeId);
  store(
    context,
    namedRanges(context).filter((one) => one !== old),
  );
  return undefined;
};

const namedRanges = ({ draft }: RequestContext): Named[] => draft.book.meta.namedRanges ?? [];

function find(context: RequestContext, id: string | null | undefined): Named {
  const found = namedRanges(context).find((one) => one.namedRangeId === id);
  if (!found) throw invalidArgument(`No named range with id: ${id ?? ''}`);
  return found;
}

/** Names start with a letter or underscore, hold no blanks, and cannot be taken for a cell. */
function checked(context: RequestContext, named: Named): Named {
  const name = named.name ?? '';
  if (!/^[\p{L}_][\p{L}\p{N}_]{0,249}$/u.test(name) || /^(true|false)$/i.test(name) || parseRange(name)) {
    throw invalidArgument(`Invalid named range name: '${name}'`);
  }
  const holder = namedRanges(context).find((one) => one.name?.toLowerCase() === name.toLowerCase());
  if (holder && holder.namedRangeId !== named.namedRangeId) {
    throw invalidArgument(
      `Cannot add named range with name ${name}, a named range with that name already exists.`,
    );
  }
  const range = required(named.range, "'range'");
  resolveGridRange(context.draft.book, range);
  return { ...(named.namedRangeId && { namedRangeId: named.namedRangeId }), name, range };
}

function store({ draft }: RequestContext, list: Named[]): void {
  const { namedRanges: _old, ...meta } = draft.book.meta;
  draft.apply({ kind: 'bookMeta', meta: { ...meta, ...(list.length > 0 && { namedRanges: list }) } });
}
