import { directSourceKey } from '#contract/source-keys.js';
import type { OpenRules } from '../../derive/rows.js';
import { openDimensions, ownNumbers } from '../columns.js';
import type { ColumnValue } from '../row-binary.js';
import { placeOf, type CutEvent } from './event.js';
import { openRuns, type Run } from './runs.js';
import { leavesOf, untilOf, viewsOf, type Leaves, type View } from './stays.js';

/** Rows of the tables of opens, in the order of their columns. */
export interface CutRows {
  readonly places: ColumnValue[][];
  readonly opens: ColumnValue[][];
  /** Opens that begin with a user's first visit in an environment. */
  readonly firsts: ColumnValue[][];
}

/** No event is so late. */
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * Cuts the opens of one user of one app, and adds the rows to keep.
 *
 * @param events all of the user's events, by environment, time and order of coming.
 * @param head the number and version of the cut.
 */
export function cutUser(
  events: readonly CutEvent[],
  rules: OpenRules,
  head: readonly [number, number],
  into: CutRows,
): void {
  const owner = ownerOf(events);
  for (const isProduction of [false, true]) {
    const unit = events.filter((event) => event.isProduction === isProduction);
    if (unit.length > 0) cutUnit(unit, rules, (ts) => [...head, ...owner(isProduction), ts], into);
  }
}

/** Whose events they are: with the number of the first of them, and the first guid that any of them carries and since when. */
function ownerOf(events: readonly CutEvent[]): (isProduction: boolean) => ColumnValue[] {
  let first: CutEvent | undefined;
  for (const event of events) {
    if (event.row[placeOf['guid']!] === null) continue;
    if (!first || event.ts < first.ts || (event.ts === first.ts && event.seq < first.seq)) first = event;
  }
  const row = events[0]!.row;
  const [bucket, app, user] = [row[placeOf['bucket']!]!, row[placeOf['app']!]!, row[placeOf['user_id']!]!];
  const who = events.reduce((least, { seq }) => Math.min(least, seq), NEVER);
  const guid = first ? [first.row[placeOf['guid']!]!, first.ts] : ['', NEVER];
  return (isProduction) => [bucket, app, isProduction ? 1 : 0, who, user, ...guid];
}

function cutUnit(
  events: readonly CutEvent[],
  rules: OpenRules,
  own: (ts: number) => ColumnValue[],
  { places, opens: openRows, firsts }: CutRows,
): void {
  const { opens, openOf } = openRuns(events, rules);
  const leaves = leavesOf(events);
  const described = new Map(opens.map((open) => [open, describe(open, leaves)]));
  for (const [open, { values, views }] of described)
    openRows.push([...own(open[0]!.ts), ...openRow(open, values, views)]);
  if (opens.length > 0) firsts.push(openRows.at(-opens.length)!);
  events.forEach((event, at) => {
    const open = openOf[at];
    places.push([...own(event.ts), ...placeRow(event, open ? { id: open[0]!.seq, ...described.get(open)! } : null)]);
  });
}

/** What is known of an open. */
interface Described {
  /** Its value in each open dimension. */
  readonly values: readonly ColumnValue[];
  readonly views: ReadonlyMap<CutEvent, View>;
  readonly until: number;
}

function describe(open: Run, leaves: Leaves): Described {
  const values = openDimensions.map((_, at): ColumnValue => {
    for (const { carries } of open) if (carries[at] !== null) return carries[at]!;
    return null;
  });
  values[0] ??= directSourceKey;
  return { values, views: viewsOf(open, leaves), until: untilOf(open, leaves) };
}

function openRow(open: Run, values: readonly ColumnValue[], views: Described['views']): ColumnValue[] {
  let stayMs = 0;
  const pages = new Set<string | null>();
  for (const [{ page }, view] of views) {
    stayMs += view.stayMs;
    pages.add(page);
  }
  return [open[0]!.seq, stayMs, pages.size, views.size, ...values];
}

const copied = ['page_path', 'duration_ms', 'amount', 'currency'].map((name) => placeOf[name]!);
const numbers = ownNumbers.map((name) => placeOf[name]!);

function placeRow(event: CutEvent, open: (Described & { id: number }) | null): ColumnValue[] {
  const { row } = event;
  const view = open?.views.get(event);
  const valueAt = (at: number) => row[at]!;
  return [
    event.seq,
    row[placeOf['event']!]!,
    event.role,
    ...copied.map(valueAt),
    open?.id ?? null,
    open?.until ?? event.ts,
    view?.stayMs ?? null,
    view?.isEntry ? 1 : 0,
    view?.isExit ? 1 : 0,
    view?.isOnly ? 1 : 0,
    ...numbers.map(valueAt),
    ...(open?.values ?? event.carries),
    row[placeOf['property_keys']!]!,
    row[placeOf['property_values']!]!,
  ];
}
