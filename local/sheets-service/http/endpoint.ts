import { entityNotFound } from './api-error.ts';
import type { BookDraft } from '../model/book-draft.ts';
import type { Quota } from './quota.ts';
import type { OpenBook } from '../open-book.ts';
import type { RequestContext } from '../requests/request-context.ts';
import type { InputContext } from '../values/parse-input.ts';
import { dateOfSerial, serialOfInstant } from '../values/serial-date.ts';

/** The workbooks an endpoint can reach. */
export interface BookShelf {
  readonly now: () => number;
  readonly newId: () => number;
  readonly quota: Quota;
  /** Throws Google's 404 when there is no such workbook. */
  open(spreadsheetId: string): OpenBook;
  /** Makes a workbook and returns its id. */
  create(body: unknown): string;
}

/** One call of the API, taken apart. Path parameters are decoded; query names are in camel case. */
export interface ApiCall {
  readonly shelf: BookShelf;
  readonly path: Readonly<Record<string, string>>;
  readonly query: ApiQuery;
  readonly body: Readonly<Record<string, unknown>>;
}

export type Endpoint = (call: ApiCall) => object;

/** Query parameters; `value_input_option` is taken for `valueInputOption`, as Google does. */
export class ApiQuery {
  private readonly values = new Map<string, string[]>();

  constructor(parameters: URLSearchParams) {
    for (const [name, value] of parameters) {
      const key = name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      this.values.set(key, [...(this.values.get(key) ?? []), value]);
    }
  }

  all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  get(name: string): string | undefined {
    return this.all(name).at(-1);
  }

  flag(name: string): boolean {
    return this.get(name) === 'true';
  }
}

/** The workbook a call names in its path. */
export function bookOf({ shelf, path }: ApiCall): OpenBook {
  const id = path['spreadsheetId'];
  if (!id) throw entityNotFound();
  return shelf.open(id);
}

/** How typed text is read in a workbook at this moment. */
export function inputContext(book: OpenBook['book'], now: number): InputContext {
  const { locale, timeZone } = book.meta.properties;
  const today = serialOfInstant(now, timeZone ?? 'Etc/GMT', false);
  return { locale: locale ?? 'en_US', thisYear: dateOfSerial(today).year };
}

/** What requests work on at this moment. */
export function requestContext(
  draft: BookDraft,
  { newId, now }: Pick<BookShelf, 'newId' | 'now'>,
): RequestContext {
  const moment = now();
  return { draft, newId, now: moment, input: inputContext(draft.book, moment) };
}
