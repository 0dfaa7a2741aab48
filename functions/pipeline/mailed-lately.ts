import type { Instant } from '../../shared/domain/day.ts';
import type { TeamId } from '../../shared/domain/ids.ts';

/** Longer than any pace that the rules accept. */
const KEPT_MS = 86_400_000;

/**
 * When one instance last sent mail to whom. A courtesy and no record: another instance does not know of it until a
 * sweep has written it down (docs/decisions/0061-mail-once.md).
 */
export interface MailedLately {
  at(team: TeamId, key: string): Instant | undefined;
  note(team: TeamId, key: string, at: Instant): void;
  /** All of a team, without what is too long ago to matter at `now`. */
  of(team: TeamId, now: Instant): Readonly<Record<string, Instant>>;
}

export const createMailedLately = (): MailedLately => {
  const teams = new Map<TeamId, Map<string, Instant>>();
  return {
    at: (team, key) => teams.get(team)?.get(key),
    note: (team, key, at) => {
      const known = teams.get(team) ?? new Map<string, Instant>();
      known.set(key, Math.max(at, known.get(key) ?? at));
      teams.set(team, known);
    },
    of: (team, now) => {
      const known = teams.get(team) ?? new Map<string, Instant>();
      for (const [key, at] of known) if (now - at > KEPT_MS) known.delete(key);
      return Object.fromEntries(known);
    },
  };
};
