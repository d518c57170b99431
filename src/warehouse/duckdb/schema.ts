import { defaultFields, numericFields } from '#contract/events.js';
import { joined, name, sql, type Sql } from '../sql.js';

/** Default fields as columns: texts, but for sizes of screens. */
const fieldColumns = defaultFields.map((field) => {
  const isNumber = (numericFields as readonly string[]).includes(field);
  return isNumber ? sql`${name(field)} double` : sql`${name(field)} varchar`;
});

/**
 * The tables of a file.
 *
 * - `users`: who has events in which app, with the first guid that any of them carries and its time. Numbers only grow.
 * - `events`: every event in the order it was taken (`seq`). A property is a letter for its type (`s`, `n`, `b`) and the
 *   value as JavaScript writes it.
 * - `loaded`: the files that were loaded, so that none is loaded twice.
 * - `derivations`: which tables of opens there are, by which rules, and up to which event.
 * - `documents`: definitions, saved funnels and past queries.
 */
export const schema: readonly Sql[] = [
  sql`create table if not exists users (
    number integer, app varchar, user_id varchar, guid varchar, guid_ts bigint)`,
  sql`create table if not exists events (
    seq bigint, ts bigint, app varchar, production boolean, "user" integer, event varchar,
    event_id varchar, id_hash ubigint, page_path varchar, duration_ms double,
    source varchar, scene double, qr_code varchar, amount double, currency varchar,
    ${joined(fieldColumns, ', ')}, properties map(varchar, varchar))`,
  sql`create table if not exists loaded (fingerprint varchar, accepted bigint, duplicate bigint, rejected bigint)`,
  sql`create table if not exists derivations (rules varchar, basis varchar, upto bigint)`,
  sql`create table if not exists documents (
    collection varchar, app varchar, id varchar, position bigint, version integer, body varchar)`,
];
