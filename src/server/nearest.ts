/** How many names a message suggests. */
const SUGGESTED = 3;

/**
 * The names most like a mistyped one, nearest first: those within a third of its length of edits, and those that begin
 * or end alike.
 *
 * @example nearest('active_user', ['opens', 'active_users']) // ['active_users']
 */
export function nearest(name: string, names: readonly string[]): string[] {
  return ranked(name, names)
    .filter(({ candidate, distance }) => isAlike(name, candidate, distance))
    .slice(0, SUGGESTED)
    .map(({ candidate }) => candidate);
}

/** All the names, those most like a mistyped one first; equally alike ones keep their order. */
export function nearestFirst(name: string, names: readonly string[]): string[] {
  return ranked(name, names).map(({ candidate }) => candidate);
}

/** The sentence that suggests the nearest names, or nothing where none is near. */
export function suggestion(name: string, names: readonly string[]): string {
  const found = nearest(name, names);
  return found.length > 0 ? ` Nearest: ${found.join(', ')}.` : '';
}

function ranked(name: string, names: readonly string[]): { candidate: string; distance: number }[] {
  return names
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
}

function isAlike(name: string, candidate: string, distance: number): boolean {
  const [typed, known] = [name.toLowerCase(), candidate.toLowerCase()];
  if (typed === '') return false;
  // In a word of two letters two edits leave nothing alike.
  return (
    distance <= Math.max(typed.length < 3 ? 1 : 2, Math.floor(typed.length / 3)) ||
    known.startsWith(typed) ||
    known.endsWith(typed)
  );
}

/** Edits from one word to the other: insert, delete, replace, or swap two neighbours. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const replaced = last[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1);
      let least = Math.min(replaced, last[column]! + 1, current[column - 1]! + 1);
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && isSwap) least = Math.min(least, beforeLast[column - 2]! + 1);
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length]!;
}
