import type { LogScope, ScopeLog } from '../plan/scope-log.js';
import { instant, joined, sql, text, texts, truth, type Sql } from '../sql.js';
import type { Reading } from './reading.js';

/** Finds the tables of a scope's log. In one app every user is a person; across apps the users with one guid are one. */
export async function scopeLog(reading: Reading, scope: LogScope): Promise<ScopeLog> {
  const { apps, isAcrossApps, isProduction, rules, asOf } = scope;
  const tables = await reading.openTables(rules, asOf);
  const { values } = reading;
  if (isAcrossApps) await reading.run(personsStatement(asOf));
  const isOfApps = (alias: Sql) =>
    apps.length === 1 ? sql`${alias}.app = ${text(apps[0]!)}` : sql`${alias}.app in (select unnest(${texts(apps)}))`;
  const inScope = (alias: Sql) =>
    sql`${alias}.production = ${truth(isProduction)} and ${isOfApps(alias)} and ${alias}.ts < ${instant(asOf)}`;
  const persons = (alias: Sql) => (isAcrossApps ? sql` join person p on p.number = ${alias}."user"` : sql``);
  const [l, o] = [sql`l`, sql`o`];
  return {
    isAcrossApps,
    asOf,
    events: (reads, where) => sql`
      from ${tables.places} l${persons(l)}
        ${reads.opens ? sql`left join ${tables.opens} o on o.open = l.open` : sql``}
        ${reads.events ? sql`join ${values} e on e.seq = l.seq` : sql``}
      where ${inScope(l)} and ${where}`,
    opens: (joins, where) =>
      sql`from ${tables.opens} o${persons(o)} ${joined(joins, ' ')} where ${inScope(o)} and ${where}`,
    personOfEvent: isAcrossApps ? sql`p.person` : sql`l."user"`,
    personOfOpen: isAcrossApps ? sql`p.person` : sql`o."user"`,
    unitOfEvent: sql`l.unit`,
  };
}

/** Table `person`: who each user is across apps, as far as events before an instant tell. */
function personsStatement(asOf: number): Sql {
  return sql`
    create or replace temp table person as
    select number, min(number) over (
      partition by case when guid_ts < ${instant(asOf)} then guid else user_id end) as person from users`;
}
