import type { Team } from '../domain/board-state.ts';
import type { Rep } from '../domain/rep.ts';

/** Who an address belongs to; null when the sheet does not say, or nobody of the team has it. */
export const repOfEmail = (team: Team, email: string | null): Rep | null => {
  const wanted = email?.trim().toLowerCase();
  if (wanted === undefined || wanted === '') return null;
  return Object.values(team.reps).find(({ fields }) => fields.email?.toLowerCase() === wanted) ?? null;
};
