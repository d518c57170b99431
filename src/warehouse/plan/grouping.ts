import type { Dialect } from '../dialects/dialect.js';
import { Bound, joined, name, sql, texts, whole, wholes, type Sql } from '../sql.js';
import { keyOf, type Dimension } from './dimension.js';

/** A key of a dimension; pages across apps are keyed by app and path. */
export interface GroupKey {
  readonly key: string | number | null;
  /** Empty where keys are not told apart by app. */
  readonly app: string;
}

/** Groups by the values of a dimension. */
export interface Grouping {
  readonly dimension: Dimension;
  /** Whether the app is part of the key. */
  readonly byApp: boolean;
  /** Only some keys, in groups of these numbers; absent where every key is a group of its own. */
  readonly chosen?: {
    readonly keys: readonly GroupKey[];
    readonly groups: readonly number[];
    /** The group of all other keys, where they have one. */
    readonly others: number | null;
  };
}

/** Columns `k` and `a` of a fact: its key and app, over the value of its dimension. */
export function keyColumns(dialect: Dialect, grouping: Grouping | null, value: Sql, app: Sql): Sql {
  if (!grouping) return sql`${dialect.nothing(app)} as k, ${dialect.emptyText(app)} as a`;
  return sql`${keyOf(dialect, grouping.dimension, value)} as k, ${grouping.byApp ? app : dialect.emptyText(app)} as a`;
}

/**
 * Facts with `k` and `a`, put into the chosen groups: then `k` is the number of the group, and facts in none are left out.
 *
 * @param columns what facts have beside those.
 */
export function intoGroups(dialect: Dialect, grouping: Grouping | null, facts: Sql, columns: readonly string[]): Sql {
  const chosen = grouping?.chosen;
  if (!chosen) return facts;
  const keys = chosen.keys.map(({ key }) => key);
  const { form } = grouping.dimension;
  const list: Bound = form === 'number' ? new Bound('number', keys) : texts(keys as (string | null)[]);
  const table = dialect.rowsOf({
    chosen_key: sql`${list}`,
    chosen_app: sql`${texts(chosen.keys.map(({ app }) => app))}`,
    chosen_number: sql`${wholes(chosen.groups)}`,
  });
  const found = chosen.others === null ? sql`chosen_number` : sql`coalesce(chosen_number, ${whole(chosen.others)})`;
  return sql`(
    select ${joined(columns.map(name), ', ')}, ${found} as k, '' as a
    from (select ${joined(columns.map(name), ', ')}, k as own_key, a as own_app from ${facts} t) f left join ${table} m
      on ${dialect.isSame(sql`f.own_key`, sql`m.chosen_key`, form)} and f.own_app = m.chosen_app
    where ${found} is not null)`;
}
