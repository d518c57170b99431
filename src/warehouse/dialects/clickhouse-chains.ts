import type { ChainPlan } from '../plan/chains.js';
import { instant, joined, name, sql, whole, type Sql } from '../sql.js';

const column = (prefix: string, step: number) => name(`${prefix}${step}`);
const each = <T>(count: number, make: (step: number) => T): T[] =>
  Array.from({ length: count }, (_, step) => make(step));
const list = (pieces: readonly Sql[]): Sql => joined(pieces, ', ');

/**
 * A person's events are arrays in order, and each step is one more: `b` has the place of the latest start of a chain that
 * ends at an event (0 for none), `bt` its time since the person's first event. Where they are not 0 they only grow, so the
 * greatest before an event is the last before it.
 *
 * `windowFunnel` is not used. On 18.16 it takes no milliseconds, counts low above 2^31 and breaks ties in the order of steps.
 * Current versions have modes (`strict_increase`, `strict_once`) and larger times, but still no ties by order of coming, and
 * they tell how far a person came and not when.
 */
export function clickhouseChains({ events, steps, windowMs, keys }: ChainPlan): Sql {
  const columns = list([
    sql`ts`,
    sql`seq`,
    ...each(steps, (step) => column('s', step)),
    ...each(keys, (key) => column('k', key)),
  ]);
  const arrays = each(2 + steps + keys, (at) => sql`arrayMap(x -> tupleElement(x, ${numeral(at + 1)}), xs)`);
  const named = [
    sql`all_ts`,
    sql`all_seq`,
    ...each(steps, (step) => column('all_s', step)),
    ...each(keys, (key) => column('all_k', key)),
  ];
  const rows = sql`(select person, arraySort(groupArray((${columns}))) as xs from ${events}
    group by person having max(s0) = 1)`;
  const unpacked = sql`(select person, ${list(arrays.map((array, at) => sql`${array} as ${named[at]!}`))}, arrayEnumerate(xs) as places,
    ${sinceFirst(arrays[0]!)} as all_since from ${rows})`;
  const levels = each(steps, (step) => began(step, windowMs));
  return walked(inTurn(unpacked, levels, 3, longest(steps)), steps, keys);
}

/**
 * A table with columns more, each of which may name those before it: so many in one `select`, and some more in the last.
 *
 * 18.16 writes a name out wherever it stands, so that few columns grow out of each other in one `select`; and it looks at what
 * is nested twice at each depth, so that a `select` for each column would take longer than the events of a million users.
 */
function inTurn(table: Sql, columns: readonly Sql[], atOnce: number, last: readonly Sql[]): Sql {
  const [some, others] = [columns.slice(0, atOnce), columns.slice(atOnce)];
  if (others.length === 0) return sql`(select *, ${list([...some, ...last])} from ${table})`;
  return inTurn(sql`(select *, ${list(some)} from ${table})`, others, atOnce, last);
}

/** Ascending times, since the first of them. */
function sinceFirst(times: Sql): Sql {
  return sql`arrayCumSum(arrayPushFront(arrayPopFront(arrayDifference(${times})), toInt64(0)))`;
}

/** The columns of one step, from those of the step before. */
function began(step: number, windowMs: number | undefined): Sql {
  const serves = column('all_s', step);
  const [b, bt] = [column('b', step), column('bt', step)];
  if (step === 0) {
    return sql`arrayMap((s, place) -> s ? toInt64(place) : toInt64(0), ${serves}, places) as ${b},
      arrayMap((s, t) -> s ? t : toInt64(0), ${serves}, all_since) as ${bt}`;
  }
  const [before, beforeTs] = [column('b', step - 1), column('bt', step - 1)];
  const inTime = windowMs === undefined ? sql`1` : sql`t - start_ts <= ${instant(windowMs)}`;
  const condition = sql`s and start > 0 and ${inTime}`;
  const [starts, times] = [greatestBefore(before), greatestBefore(beforeTs)];
  return sql`
    arrayMap((s, start, start_ts, t) -> (${condition}) ? start : toInt64(0), ${serves}, ${starts}, ${times}, all_since) as ${b},
    arrayMap((s, start, start_ts, t) -> (${condition}) ? start_ts : toInt64(0), ${serves}, ${starts}, ${times}, all_since)
      as ${bt}`;
}

/**
 * At each place the greatest value before it, else 0, of values that are not negative. A greatest value so far is a sum that
 * never falls below 0, of how much each value is less than the one before, and the value itself. Nothing is looked up, so a
 * person with very many events is no trouble. Current versions could fold an array (`arrayFold`, from 23.10 on).
 */
function greatestBefore(values: Sql): Sql {
  const lacking = sql`arrayCumSumNonNegative(arrayMap(d -> -d, arrayDifference(${values})))`;
  return sql`arrayPopBack(arrayPushFront(arrayMap((lack, v) -> lack + v, ${lacking}, ${values}), toInt64(0)))`;
}

/** How long the longest chain of each person is, and where the one that is complete first starts: `e0`. */
function longest(steps: number): Sql[] {
  const hasStep = (step: number) => sql`toInt32(arrayExists(start -> start != 0, ${column('b', step)}))`;
  const sum = joined(
    each(steps, hasStep).map((piece, at) => (at === 0 ? piece : sql`+ ${piece}`)),
    ' ',
  );
  const starts = each(steps, (step) => sql`arrayFirst(start -> start != 0, ${column('b', step)})`);
  return [sql`(${sum}) as reached`, sql`[${list(starts)}][reached] as e0`];
}

/** The places and times of the chain's steps, each as early as it comes after the one before. */
function walked(table: Sql, steps: number, keys: number): Sql {
  const places = each(steps - 1, (at) => {
    const [step, before] = [column('e', at + 1), column('e', at)];
    const next = sql`toInt64(indexOf(arraySlice(${column('all_s', at + 1)}, ${before} + 1), 1))`;
    return sql`if(reached > ${whole(at + 1)}, ${before} + ${next}, toInt64(0)) as ${step}`;
  });
  const times = each(steps, (step) => {
    const place = column('e', step);
    return sql`if(${place} > 0, all_ts[${place}], NULL) as ${column('t', step)}`;
  });
  const last = sql`[${list(each(steps, (step) => column('e', step)))}][reached]`;
  const first = each(keys, (key) => sql`${column('all_k', key)}[e0] as ${column('k', key)}`);
  const found = [...times, sql`all_ts[${last}] as last_ts`, sql`all_seq[${last}] as last_seq`, ...first];
  return inTurn(table, places, 4, found);
}

/** A tuple takes no expression for the place of an element. */
function numeral(place: number): Sql {
  return numerals[place - 1]!;
}

const numerals: readonly Sql[] = [
  ...[sql`1`, sql`2`, sql`3`, sql`4`, sql`5`, sql`6`, sql`7`],
  ...[sql`8`, sql`9`, sql`10`, sql`11`, sql`12`, sql`13`, sql`14`],
];
