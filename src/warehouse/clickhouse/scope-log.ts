import type { LogScope, ScopeLog } from '../plan/scope-log.js';
import { instant, sql, text, texts, truth, type Sql } from '../sql.js';
import type { OpenView } from './derivation.js';

/**
 * The log of a scope. Each event has its open's values in its own row, so nothing is joined for them. Where opens are
 * joined, both sides are subqueries: each asks all shards, and the server that is asked joins what came, because people who
 * are one across apps may lie on several shards.
 */
export function scopeLog({ places, opens, firsts, isSeen }: OpenView, scope: LogScope): ScopeLog {
  const { apps, isAcrossApps, isProduction, asOf } = scope;
  const isOfApps = apps.length === 1 ? sql`app = ${text(apps[0]!)}` : sql`app in (select arrayJoin(${texts(apps)}))`;
  const inScope = sql`production = ${truth(isProduction)} and ${isOfApps} and ts < ${instant(asOf)} and ${isSeen}`;
  const personOf = (row: Sql) =>
    isAcrossApps ? sql`if(${row}.guid_ts < ${instant(asOf)}, ${row}.guid, ${row}.user_id)` : sql`${row}.who`;
  const from = (table: Sql) => (joins: readonly Sql[], where: Sql) => {
    const [first, ...others] = joins;
    if (!first) return sql`from ${table} o where ${inScope} and ${where}`;
    // Version 18.16 takes one join at a time; current ones several, which then go in this order too.
    const own = sql`(select * from ${table} o where ${inScope}) o ${first}`;
    const all = others.reduce((before, join) => sql`(select * from ${before}) o ${join}`, own);
    return sql`from ${all} where ${where}`;
  };
  return {
    isAcrossApps,
    asOf,
    events: (_reads, where) => sql`from ${places} l where ${inScope} and ${where}`,
    opens: from(opens),
    firsts: from(firsts),
    personOfEvent: personOf(sql`l`),
    personOfOpen: personOf(sql`o`),
    unitOfEvent: sql`l.who`,
  };
}
