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
  const levels = each(steps, (step) => began(step, windowMs)).reduce(
    (table, level) => sql`(select *, ${level} from ${table})`,
    unpacked,
  );
  return finished(levels, steps, keys);
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

/** The longest chain of each person: the one that is complete first, each step as early as it comes after the one before. */
function finished(table: Sql, steps: number, keys: number): Sql {
  const hasStep = (step: number) => sql`arrayExists(start -> start != 0, ${column('b', step)})`;
  const reached = sql`(${joined(
    each(steps, (step) => sql`toInt32(${hasStep(step)})`).map((piece, at) => (at === 0 ? piece : sql`+ ${piece}`)),
    ' ',
  )})`;
  const starts = sql`[${list(each(steps, (step) => sql`arrayFirst(start -> start != 0, ${column('b', step)})`))}]`;
  const found = sql`(select *, ${reached} as reached, ${starts}[reached] as e0 from ${table})`;
  const walked = each(steps - 1, (at) => {
    const [step, before] = [column('e', at + 1), column('e', at)];
    const next = sql`arrayFirst((place, s) -> s and place > ${before}, places, ${column('all_s', at + 1)})`;
    return sql`if(reached > ${whole(at + 1)}, toInt64(${next}), toInt64(0)) as ${step}`;
  }).reduce((inner, step) => sql`(select *, ${step} from ${inner})`, found);
  const times = each(
    steps,
    (step) => sql`if(${column('e', step)} > 0, all_ts[${column('e', step)}], NULL) as ${column('t', step)}`,
  );
  const last = sql`[${list(each(steps, (step) => column('e', step)))}][reached]`;
  const first = each(keys, (key) => sql`, ${column('all_k', key)}[e0] as ${column('k', key)}`);
  return sql`(select person, reached, ${list(times)}, all_ts[${last}] as last_ts, all_seq[${last}] as last_seq
    ${joined(first, ' ')} from ${walked})`;
}

/** A tuple takes no expression for the place of an element. */
function numeral(place: number): Sql {
  return numerals[place - 1]!;
}

const numerals: readonly Sql[] = [
  ...[sql`1`, sql`2`, sql`3`, sql`4`, sql`5`, sql`6`, sql`7`],
  ...[sql`8`, sql`9`, sql`10`, sql`11`, sql`12`, sql`13`, sql`14`],
];
