import type { TrendModel } from './trend-model.js';

/** So many lines can be told apart at a glance; a report with more shows its first ones. */
const READABLE = 6;
const FIRST = 5;

/**
 * Which lines are drawn: what the reader switched, else all where they are few or were chosen one by one, else the first
 * ones. The row of others
 * is larger than any line beside it as a rule, so it waits until it is asked for.
 */
export function shownLines(
  { lines }: TrendModel,
  switched: ReadonlyMap<string, boolean>,
  areChosen = false,
): Set<string> {
  const named = lines.filter(({ othersOf }) => othersOf === undefined);
  const areFew = areChosen || named.length <= READABLE;
  const usual = new Set((areFew ? named : named.slice(0, FIRST)).map(({ id }) => id));
  return new Set(lines.filter(({ id }) => switched.get(id) ?? usual.has(id)).map(({ id }) => id));
}
