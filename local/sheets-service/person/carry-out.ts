import { ApiError } from '../http/api-error.ts';
import type { BookDraft } from '../model/book-draft.ts';
import type { OpenBook } from '../open-book.ts';
import type {
  ActionRefusal,
  ActionResult,
  CellRange,
  Person,
  PersonAction,
  TriggerEvent,
} from '../service-api.ts';
import { changeGrid } from './change-grid.ts';
import { refusal } from './refusal.ts';
import { setCells } from './set-cells.ts';

export interface Doing {
  readonly book: OpenBook;
  readonly action: PersonAction;
  readonly person: Person;
  readonly newId: () => number;
  readonly now: () => number;
  readonly fire: (event: TriggerEvent) => void;
}

/** An action under way, with what its parts need to build trigger events. */
export interface Deed extends Doing {
  /** An edit event for the range, then the change event that Google sends after it. */
  edited(range: CellRange, values?: { value?: string; oldValue?: string }): TriggerEvent[];
  /** A change event alone: for what has no range. */
  changed(changeType: Extract<TriggerEvent, { type: 'change' }>['changeType']): TriggerEvent[];
}

/** What is to be done and told, or why it is refused. */
export type Outcome =
  ActionRefusal | { readonly change: (draft: BookDraft) => void; readonly events: readonly TriggerEvent[] };

/** Carries out what a person did: checked, durable, then told to triggers. Refusals come back as values. */
export function carryOut(doing: Doing): ActionResult {
  const deed = { ...doing, ...eventMakers(doing) };
  const { book, action, person } = doing;
  try {
    const outcome = action.kind === 'setCells' ? setCells(deed, action) : changeGrid(deed, action);
    if ('ok' in outcome) return outcome;
    book.change({ origin: 'person', clientId: person.clientId }, (draft) => outcome.change(draft));
    outcome.events.forEach((event) => doing.fire(event));
    return { ok: true, revision: book.revision };
  } catch (error) {
    if (error instanceof ApiError) return refusal('OUT_OF_BOUNDS', error.message);
    throw error;
  }
}

function eventMakers({ book, person }: Doing): Pick<Deed, 'edited' | 'changed'> {
  const common = { spreadsheetId: book.spreadsheetId, user: person.email };
  return {
    edited: (range, values = {}) => [
      { type: 'edit', ...common, range, ...values },
      { type: 'change', ...common, changeType: 'EDIT' },
    ],
    changed: (changeType) => [{ type: 'change', ...common, changeType }],
  };
}
