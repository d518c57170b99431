import { numericFields, type ReservedEvent } from '#contract/events.js';
import type { Asker, Connection } from '../duckdb/connection.js';
import type { Dialect } from '../dialects/dialect.js';
import { instant, joined, name, sql, text, type Sql } from '../sql.js';
import { carriedDimensions, keepOpens, keepPlaces, placesStatement, viewsStatement } from './opens.js';
import { rowsStatement, runsStatement, tailStatement, type DerivePlan, type OpenRules } from './rows.js';

/** What opens depend on beside the events and the rules. */
export interface DeriveBasis {
  /** The table of events that opens are cut from. */
  readonly events: Sql;
  /** The table of events that questions look up what opens do not hold, by number. */
  readonly values: Sql;
  readonly dialect: Dialect;
  readonly roleOf: (event: string) => ReservedEvent | null;
  readonly sources: ReadonlyMap<number, string>;
  /** Names the roles and the sources: where it has changed, opens are cut anew. */
  readonly fingerprint: string;
}

/** The tables of opens by some rules. */
export interface OpenTables {
  /** Events with their opens. */
  readonly places: Sql;
  readonly opens: Sql;
}

/** The names of the tables that a file keeps for some rules. */
export function tablesOf({ timeoutMs, mergeUnderMs }: OpenRules): OpenTables {
  const rules = `${timeoutMs}_${mergeUnderMs}`.replaceAll('.', '_');
  return { places: name(`places_${rules}`), opens: name(`opens_${rules}`) };
}

/** Cuts opens of some events into tables: `create or replace temp table … as`, or `insert into`. */
async function cutInto(
  asker: Asker,
  basis: DeriveBasis,
  plan: DerivePlan,
  tables: OpenTables,
  verb: 'replace' | 'insert',
): Promise<void> {
  const [into, as] = verb === 'insert' ? [sql`insert into`, sql``] : [sql`create or replace temp table`, sql` as`];
  await asker.run(rowsStatement(plan));
  await asker.run(tailStatement(plan));
  await asker.run(runsStatement(plan));
  await asker.run(placesStatement);
  await asker.run(viewsStatement);
  await asker.run(keepPlaces(sql`${tables.places}${as}`, into));
  await asker.run(keepOpens(sql`${tables.opens}${as}`, into, basis.values));
}

async function planOf(
  asker: Asker,
  basis: DeriveBasis,
  rules: OpenRules,
  where: Sql,
  before: number,
): Promise<DerivePlan> {
  const roles = new Map<string, string>();
  for (const { event } of await asker.rows(sql`select distinct event from ${basis.events} e`)) {
    const role = basis.roleOf(String(event));
    if (role) roles.set(String(event), role);
  }
  return { dialect: basis.dialect, events: basis.events, sources: basis.sources, rules, where, before, roles };
}

/**
 * Brings the tables of some rules up to date. Opens of a user depend on that user's events alone, so only users with
 * events since the last time are cut anew.
 */
export async function derive(
  writer: Connection,
  basis: DeriveBasis,
  rules: OpenRules,
  upto: number,
): Promise<OpenTables> {
  const tables = tablesOf(rules);
  const key = JSON.stringify(rules);
  const [known] = await writer.rows(sql`select basis, upto from derivations where rules = ${text(key)}`);
  const isKept = known?.['basis'] === basis.fingerprint;
  if (isKept && known['upto'] === upto) return tables;
  const since = isKept ? (known['upto'] as number) : 0;
  if (!isKept) await makeEmpty(writer, tables);
  const touched = sql`in (select unit from cut_unit)`;
  if (since > 0) {
    await writer.run(sql`
      create or replace temp table cut_unit as
      select distinct "user" * 2 + production::integer as unit from ${basis.events} e where seq >= ${instant(since)}`);
    await writer.run(sql`delete from ${tables.places} where unit ${touched}`);
    await writer.run(sql`delete from ${tables.opens} where unit ${touched}`);
  }
  const where = since > 0 ? sql`e."user" * 2 + e.production::integer ${touched}` : sql`true`;
  await cutInto(writer, basis, await planOf(writer, basis, rules, where, Infinity), tables, 'insert');
  await writer.run(sql`delete from derivations where rules = ${text(key)}`);
  await writer.run(sql`
    insert into derivations (rules, basis, upto) values (${text(key)}, ${text(basis.fingerprint)}, ${instant(upto)})`);
  return tables;
}

const numeric: ReadonlySet<string> = new Set(['scene', ...numericFields]);

const dimensionColumns = joined(
  carriedDimensions.map((field) => (numeric.has(field) ? sql`${name(field)} double` : sql`${name(field)} varchar`)),
  ', ',
);

/** Makes the tables anew, with nothing in them. */
async function makeEmpty(writer: Connection, tables: OpenTables): Promise<void> {
  await writer.run(sql`drop table if exists ${tables.places}`);
  await writer.run(sql`drop table if exists ${tables.opens}`);
  await writer.run(sql`create table ${tables.places} (
    seq bigint, ts bigint, app varchar, production boolean, "user" integer, unit integer, event varchar, role varchar,
    page_path varchar, amount double, currency varchar, source varchar, open bigint, stay_ms double, is_entry boolean,
    is_exit boolean, is_only boolean)`);
  await writer.run(sql`create table ${tables.opens} (
    open bigint, app varchar, production boolean, "user" integer, unit integer, ts bigint, source varchar,
    ${dimensionColumns}, stay_ms double, depth bigint, page_views bigint)`);
}

/**
 * The tables as the events before an instant tell. Users with no event from then on are as the kept tables have them;
 * the others are cut anew, into tables of this connection.
 */
export async function tablesBefore(
  asker: Asker,
  basis: DeriveBasis,
  rules: OpenRules,
  kept: OpenTables,
  before: number,
): Promise<OpenTables> {
  await asker.run(sql`
    create or replace temp table late as select distinct unit from ${kept.places} where ts >= ${instant(before)}`);
  const where = sql`e."user" * 2 + e.production::integer in (select unit from late)`;
  const cut = { places: name('early_places'), opens: name('early_opens') };
  await cutInto(asker, basis, await planOf(asker, basis, rules, where, before), cut, 'replace');
  const early = (table: Sql, own: Sql) =>
    sql`(from ${table} where unit not in (select unit from late) union all from ${own})`;
  return { places: early(kept.places, cut.places), opens: early(kept.opens, cut.opens) };
}
