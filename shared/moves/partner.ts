import type { Team } from '../domain/board-state.ts';
import { byText } from '../domain/ids.ts';
import type { Rep } from '../domain/rep.ts';

/**
 * The supervisor who works along on a rep's strategic deals (article, step 1): the one named in the Team tab, or
 * the only one there is. Null when the team has several and names none, or when the owner is a supervisor.
 */
export const partnerOf = (team: Team, owner: string | undefined): Rep | null => {
  const rep = owner === undefined ? undefined : team.reps[owner];
  if (rep === undefined || rep.fields.role === 'supervisor') return null;
  const supervisors = Object.values(team.reps)
    .filter(({ fields }) => fields.role === 'supervisor' && fields.availability !== 'left')
    .sort((a, b) => byText(a.id, b.id));
  const named = supervisors.find(({ fields }) => fields.name === rep.fields.supervisor);
  return named ?? (supervisors.length === 1 ? (supervisors[0] ?? null) : null);
};
