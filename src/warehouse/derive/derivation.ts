import { numericFields, type ReservedEvent } from '#contract/events.js';
import type { Asker, Connection } from '../duckdb/connection.js';
import type { Dialect } from '../dialects/dialect.js';
import { instant, joined, name, sql, text, type Sql } from '../sql.js';
import { carriedDimensions, keepOpens, keepPlaces, placesStatement, viewsStatement } from './opens.js';
import { findTouched, forgetTouched, isTouched, unitOf, widenForLeaves, type Added } from './touched.js';
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

/** Cuts opens of the rows of `cut_row` into tables: `create or replace temp table … as`, or `insert into`. */
async function cutInto(asker: Asker, basis: DeriveBasis, plan: DerivePlan, into: Into): Promise<void> {
  const { tables } = into;
  const [verb, as] = into.verb === 'insert' ? [sql`insert into`, sql``] : [sql`create or replace temp table`, sql` as`];
  await asker.run(tailStatement(plan));
  await asker.run(runsStatement(plan));
  await asker.run(placesStatement);
  await asker.run(viewsStatement);
  await asker.run(keepPlaces(sql`${tables.places}${as}`, verb));
  await asker.run(keepOpens(sql`${tables.opens}${as}`, verb, basis.values));
}

interface Into {
  readonly tables: OpenTables;
  readonly verb: 'replace' | 'insert';
}

/** Names of events that were met before, and up to which number of an event. */
const namesMet = new WeakMap<DeriveBasis, { readonly names: Set<string>; upto: number }>();

async function planOf(asker: Asker, basis: DeriveBasis, rules: OpenRules, upto?: number): Promise<DerivePlan> {
  const met = namesMet.get(basis) ?? { names: new Set<string>(), upto: 0 };
  namesMet.set(basis, met);
  const rows = await asker.rows(sql`select distinct event from ${basis.events} e where seq >= ${instant(met.upto)}`);
  for (const { event } of rows) met.names.add(String(event));
  if (upto !== undefined) met.upto = upto;
  const roles = new Map<string, string>();
  for (const event of met.names) {
    const role = basis.roleOf(event);
    if (role) roles.set(event, role);
  }
  return { dialect: basis.dialect, events: basis.events, sources: basis.sources, rules, roles };
}

/**
 * Brings the tables of some rules up to date. Opens of a user depend on that user's events alone, so only users with
 * events since the last time are cut anew, and of these only what comes after a point where an open begins in any case.
 *
 * @param upto the number of the first event that is left to the next time.
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
  const plan = await planOf(writer, basis, rules, upto);
  if (since > 0) await cutTouched(writer, plan, tables, { since, upto });
  else await writer.run(rowsStatement(plan, { where: sql`true`, before: Infinity, upto }));
  await cutInto(writer, basis, plan, { tables, verb: 'insert' });
  await writer.run(sql`delete from derivations where rules = ${text(key)}`);
  await writer.run(sql`
    insert into derivations (rules, basis, upto) values (${text(key)}, ${text(basis.fingerprint)}, ${instant(upto)})`);
  return tables;
}

/** Fills `cut_row` with the events that have to be cut anew since some number of an event, and forgets how they were cut. */
async function cutTouched(writer: Connection, plan: DerivePlan, tables: OpenTables, added: Added): Promise<void> {
  const cut = (from: number) =>
    writer.run(rowsStatement(plan, { where: isTouched(from), before: Infinity, upto: added.upto }));
  let from = await findTouched(writer, { plan, places: tables.places, added });
  await cut(from);
  const wider = await widenForLeaves(writer, added.since);
  if (wider !== null) {
    from = wider;
    await cut(from);
  }
  await forgetTouched(writer, tables.places, from);
  await forgetTouched(writer, tables.opens, from);
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
  { before, upto }: { readonly before: number; readonly upto: number },
): Promise<OpenTables> {
  await asker.run(sql`
    create or replace temp table late as select distinct unit from ${kept.places} where ts >= ${instant(before)}`);
  const where = sql`${unitOf(sql`e`)} in (select unit from late)`;
  const cut = { places: name('early_places'), opens: name('early_opens') };
  const plan = await planOf(asker, basis, rules);
  await asker.run(rowsStatement(plan, { where, before, upto }));
  await cutInto(asker, basis, plan, { tables: cut, verb: 'replace' });
  const early = (table: Sql, own: Sql) =>
    sql`(from ${table} where unit not in (select unit from late) union all from ${own})`;
  return { places: early(kept.places, cut.places), opens: early(kept.opens, cut.opens) };
}
