import type { Dialect } from '../dialects/dialect.js';
import { Bound, sql, text, texts, whole, wholes, type Sql } from '../sql.js';
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
  if (!grouping) return sql`null::integer as k, '' as a`;
  return sql`${keyOf(dialect, grouping.dimension, value)} as k, ${grouping.byApp ? app : sql`''`} as a`;
}

/** Facts with `k` and `a`, put into the chosen groups: then `k` is the number of the group, and facts in none are left out. */
export function intoGroups(dialect: Dialect, grouping: Grouping | null, facts: Sql): Sql {
  const chosen = grouping?.chosen;
  if (!chosen) return facts;
  const keys = chosen.keys.map(({ key }) => key);
  const isNumber = grouping.dimension.form === 'number';
  const list: Bound = isNumber ? new Bound('number', keys) : texts(keys as (string | null)[]);
  const table = dialect.rowsOf({
    key: sql`${list}`,
    app: sql`${texts(chosen.keys.map(({ app }) => app))}`,
    number: sql`${wholes(chosen.groups)}`,
  });
  const others = chosen.others === null ? sql`null::integer` : sql`${whole(chosen.others)}`;
  return sql`(
    select f.* exclude (k, a), coalesce(m.number, ${others}) as k, ${text('')} as a
    from ${facts} f left join ${table} m on m.key is not distinct from f.k and m.app = f.a
    where coalesce(m.number, ${others}) is not null)`;
}
