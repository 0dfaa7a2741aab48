import type { TeamId } from '../../shared/domain/ids.ts';
import { CONTACT_MASK, CONTACT_TYPED, typedContact } from '../../shared/moves/contact-cell.ts';
import type { Telling } from '../../shared/outbox/plan-writes.ts';
import { EMPTY_PLAN, type BoardRead, type ReadRow, type WritePlan } from '../../shared/ports/board.ts';
import type { Ports } from './ports.ts';

/** A read of the board without the contacts that people typed, and these apart, by row. */
export interface SealedRead {
  readonly read: BoardRead;
  readonly contacts: ReadonlyMap<number, string>;
}

/**
 * Takes typed contacts out of what was read, before anything else sees it: no decision, event, log or error can
 * hold what it never got. In their place stands a sign that something was typed.
 */
export const sealContacts = (read: BoardRead): SealedRead => {
  const contacts = new Map<number, string>();
  const sealed = (row: ReadRow): ReadRow => {
    const contact = typedContact(row.cells['contact'] ?? null);
    if (contact === null) return row;
    contacts.set(row.row, contact);
    return { ...row, cells: { ...row.cells, contact: CONTACT_TYPED } };
  };
  const tasks = read.rows.tasks?.map(sealed);
  return { read: tasks === undefined ? read : { ...read, rows: { ...read.rows, tasks } }, contacts };
};

/**
 * Keeps the contacts that were decided upon and answers with the masks for their cells. A contact is kept before
 * its cell is masked: whatever fails in between leaves the cell as it was, and the next check keeps it.
 */
export const keepContacts = async (
  ports: Pick<Ports, 'contacts'>,
  team: TeamId,
  contacts: ReadonlyMap<number, string>,
  tellings: readonly Telling[],
): Promise<WritePlan> => {
  const cells: WritePlan['cells'][number][] = [];
  for (const effect of tellings.flatMap(({ records }) => records.flatMap(({ effects }) => effects))) {
    if (effect.type !== 'contactKept') continue;
    const contact = contacts.get(effect.row);
    if (contact === undefined) continue;
    await ports.contacts.put(team, effect.task.id, contact);
    cells.push({ tab: 'tasks', at: { id: effect.task.id }, column: 'contact', value: CONTACT_MASK });
  }
  return cells.length === 0 ? EMPTY_PLAN : { ...EMPTY_PLAN, cells };
};
