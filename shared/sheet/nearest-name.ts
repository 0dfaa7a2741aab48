const fold = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Longest name there may be; of more, the beginning is compared. */
const COMPARED = 80;

/**
 * The name most like a mistyped one: fewest letters to change, add or drop (Levenshtein), where at most half of
 * the longer one differs; else one that holds the other, as a first name alone does. Ties go to the first in
 * code-unit order, so the order of the names does not matter.
 * `nearestName('Lissa', ['Lao Wang', 'Lisa'])` is `Lisa`.
 */
export const nearestName = (typed: string, names: readonly string[]): string | undefined => {
  const wanted = fold(typed.slice(0, COMPARED));
  const [best] = names
    .map((name) => ({ name, distance: distanceOf(wanted, fold(name)) }))
    .filter(({ name, distance }) => {
      const other = fold(name);
      return (
        distance * 2 <= Math.max(wanted.length, other.length) ||
        other.includes(wanted) ||
        wanted.includes(other)
      );
    })
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return best?.name;
};

const distanceOf = (left: string, right: string): number => {
  const [a, b] = [[...left], [...right]];
  let above = Array.from({ length: b.length + 1 }, (_none, index) => index);
  a.forEach((letter, index) => {
    const line = [index + 1];
    b.forEach((other, at) => {
      const changed = (above[at] ?? 0) + (letter === other ? 0 : 1);
      line.push(Math.min(changed, (above[at + 1] ?? 0) + 1, (line[at] ?? 0) + 1));
    });
    above = line;
  });
  return above[b.length] ?? 0;
};
