import type { Light, TaskType } from '../domain/task.ts';
import type { LightCounts, TypeCounts } from '../domain/team-day.ts';

export const countLights = (lights: readonly Light[]): LightCounts => {
  const counts = { green: 0, yellow: 0, red: 0 };
  for (const light of lights) counts[light] += 1;
  return counts;
};

export const countTypes = (types: readonly TaskType[]): TypeCounts => {
  const counts = { strategic: 0, growth: 0, volume: 0, selective: 0 };
  for (const type of types) counts[type] += 1;
  return counts;
};

/**
 * Share of all load that the three most loaded people carry, 0 to 1; null while there is no load.
 *
 * @example topThreeShare([9, 3, 3, 3, 2]) // 0.75
 */
export const topThreeShare = (loads: readonly number[]): number | null => {
  const sum = (list: readonly number[]): number => list.reduce((total, load) => total + load, 0);
  const all = sum(loads);
  const top = [...loads].sort((a, b) => b - a).slice(0, 3);
  return all > 0 ? sum(top) / all : null;
};

/** Share of hard tasks (strategic and selective) among what these people hold; null when they hold nothing. */
export const hardOf = (held: readonly { readonly types: TypeCounts }[]): number | null => {
  const count = (...types: readonly TaskType[]): number =>
    held.reduce((total, one) => types.reduce((sum, type) => sum + one.types[type], total), 0);
  const all = count('strategic', 'growth', 'volume', 'selective');
  return all > 0 ? count('strategic', 'selective') / all : null;
};
