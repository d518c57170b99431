import type { TrendModel } from './trend-model.js';

/** So many lines can be told apart at a glance; a report with more shows its first ones. */
const READABLE = 6;
const FIRST = 5;

/**
 * Which lines are drawn: what the reader switched, else all where they are few, else the first ones. The row of others
 * is larger than any line beside it as a rule, so it waits until it is asked for.
 */
export function shownLines({ lines }: TrendModel, switched: ReadonlyMap<string, boolean>): Set<string> {
  const named = lines.filter(({ othersOf }) => othersOf === undefined);
  const usual = new Set((named.length > READABLE ? named.slice(0, FIRST) : named).map(({ id }) => id));
  return new Set(lines.filter(({ id }) => switched.get(id) ?? usual.has(id)).map(({ id }) => id));
}
