import type { TaskId, TeamId } from '../domain/ids.ts';

/**
 * Where contacts are kept: a document each, beside the tasks and read by nothing else. Whoever asks has made
 * sure that the gate is open (spec 3.6); errors never repeat what was to be kept.
 */
export interface Contacts {
  /** Keeps a contact; one that is there already is replaced. */
  put(team: TeamId, task: TaskId, contact: string): Promise<void>;
  get(team: TeamId, task: TaskId): Promise<string | null>;
}
