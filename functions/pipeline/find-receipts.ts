import { eventId, type TeamId } from '../../shared/domain/ids.ts';
import type { Pending, Receipt } from '../../shared/domain/suggestion.ts';
import type { Ports } from './ports.ts';

/** The receipts of suggestions, by receipt id, as far as the events that made them are there. */
export const findReceipts = async (
  ports: Ports,
  team: TeamId,
  pending: readonly Pending[],
): Promise<Readonly<Record<string, Receipt>>> => {
  const events = [...new Set(pending.map(({ receipt }) => receipt.slice(0, receipt.lastIndexOf('#'))))];
  const records = await Promise.all(events.map((id) => ports.store.event(team, eventId(id))));
  return Object.fromEntries(
    records
      .flatMap((record) => record?.effects ?? [])
      .flatMap((effect) => (effect.type === 'suggestionMade' ? [[effect.receipt.id, effect.receipt]] : [])),
  );
};
