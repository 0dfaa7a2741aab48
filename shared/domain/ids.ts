/**
 * Branded ids: a rep's id cannot be passed where a task's is meant. They are made by the shell (never here)
 * and sort by the time they were made, so that "by id" is also "oldest first".
 */
declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** One team is one spreadsheet, so this is the spreadsheet's id. */
export type TeamId = Branded<'TeamId'>;
export type TaskId = Branded<'TaskId'>;
export type RepId = Branded<'RepId'>;
/** The id of one thing that happened: an edit, a sweep. Processing the same id twice changes nothing. */
export type EventId = Branded<'EventId'>;
/** `<event id>#<n>`: the n-th receipt that an event produced. */
export type ReceiptId = Branded<'ReceiptId'>;

export const teamId = (text: string): TeamId => text as TeamId;
export const taskId = (text: string): TaskId => text as TaskId;
export const repId = (text: string): RepId => text as RepId;
export const eventId = (text: string): EventId => text as EventId;
export const receiptId = (event: EventId, index: number): ReceiptId => `${event}#${index}` as ReceiptId;

/** Plain code-unit order: the same on every machine and in every locale, unlike localeCompare. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
