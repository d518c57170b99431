import type { SentEvent } from '#conformance/load/question.js';
import { standardLog } from '#conformance/load/standard-log.js';
import type { FieldTarget } from '#engine/ingest/mapping.js';
import type { Mapping } from '#engine/index.js';

/** Sends a statement to a server, as a vendor's own program does. */
export async function send(url: string, statement: string, rows: readonly object[] = []): Promise<string> {
  const lines = rows.map((row) => JSON.stringify(row)).join('\n');
  const body = rows.length === 0 ? statement : `${statement} FORMAT JSONEachRow\n${lines}`;
  const answer = await fetch(url, { method: 'POST', body });
  const text = (await answer.text()).trim();
  if (!answer.ok) throw new Error(`${statement.slice(0, 80)}: ${text}`);
  return text;
}

/** The standard log with ids in the order of its events, for a table keeps no order and so that of ids counts. */
export function orderedLog(): SentEvent[] {
  const ids = new Map<string, string>();
  const ordered = (id: string) => {
    if (!ids.has(id)) ids.set(id, `${String(ids.size).padStart(6, '0')} ${id}`);
    return ids.get(id)!;
  };
  return standardLog().flatMap(({ app, events }) =>
    events.map((event) => ({ ...event, app_id: app, event_id: ordered(event.event_id) })),
  );
}

/** Ends a name, a literal or a statement wherever it is pasted. */
const evil = '`"\'\\; drop table events; --';
const numeric = ['duration_ms', 'amount', 'scene', 'device_width', 'device_height'];
const typeOf = (field: string) =>
  field === 'ts' ? 'UInt64' : numeric.includes(field) ? 'Nullable(Float64)' : 'Nullable(String)';
const quoted = (name: string) => `\`${name.replace(/[\\`]/g, '\\$&')}\``;

/** A vendor's table of events, under names of the vendor's own. */
export class VendorTable {
  readonly name = `vendor.${evil}`;
  readonly mapping: Mapping;
  readonly #fields: readonly string[];

  constructor(events: readonly object[]) {
    this.#fields = [...new Set(events.flatMap((event) => Object.keys(event)))];
    const targets = this.#fields.map((field) => [this.#column(field), field as FieldTarget] as const);
    this.mapping = { fields: { ...Object.fromEntries(targets), [evil]: `properties.${evil}` } };
  }

  /** The table in a statement. */
  get quoted(): string {
    return `vendor.${quoted(evil)}`;
  }

  async makeOn(url: string): Promise<void> {
    const columns = this.#fields.map((field) => `${quoted(this.#column(field))} ${typeOf(field)}`);
    await send(url, 'create database vendor');
    await send(
      url,
      `create table ${this.quoted} (${[...columns, `${quoted(evil)} String`].join(', ')}) engine = MergeTree order by ${quoted(this.#column('ts'))}`,
    );
  }

  async add(url: string, events: readonly object[]): Promise<void> {
    const row = (event: object) =>
      Object.fromEntries(
        Object.entries(event).map(([field, value]) => [
          this.#column(field),
          typeof value === 'object' ? JSON.stringify(value) : (value as unknown),
        ]),
      );
    await send(url, `insert into ${this.quoted}`, events.map(row));
  }

  /** Removes the rows with a value, as 18.16 can: it knows no `delete` that is awaited. */
  async remove(url: string, field: string, value: string): Promise<void> {
    const column = quoted(this.#column(field));
    await send(
      url,
      `create table vendor.kept as ${this.quoted} engine = MergeTree order by ${quoted(this.#column('ts'))}`,
    );
    await send(url, `insert into vendor.kept select * from ${this.quoted} where ifNull(${column}, '') != '${value}'`);
    await send(url, `drop table ${this.quoted}`);
    await send(url, `rename table vendor.kept to ${this.quoted}`);
  }

  #column(field: string): string {
    return `${evil} ${field}`;
  }
}
