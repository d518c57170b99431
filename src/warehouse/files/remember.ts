import type { Connection } from '../duckdb/connection.js';
import { instants, numbers, sql, text, texts, whole, wholes } from '../sql.js';
import type { EventFile } from '../node/file-list.js';
import { kindOfType } from './raw.js';
import { firstSeq, isJson, namesIn, type Before, type RawName, type Readable } from './relation.js';

/** The names as they are written. */
export function namesOf(names: readonly RawName[]): string[] {
  return names.map(({ name }) => name);
}

/** Looks which names files hold, and remembers them in the order in which they were met. */
export async function rememberNames(
  writer: Connection,
  { all, fresh }: { readonly all: Readable; readonly fresh: Readable },
): Promise<{ names: RawName[]; inFresh: ReadonlySet<string> }> {
  const rows = await writer.rows(sql`select name, type from event_names order by position`);
  const known = rows.map(({ name, type }): RawName => {
    return { name: String(name), kind: kindOfType(String(type)), type: String(type) };
  });
  const found = await namesIn(writer, fresh);
  // Several files may give a column a wider type together than each alone.
  const described = known.length === 0 || isJson(all) ? found : await namesIn(writer, all);
  const widened = new Map(described.map((raw) => [raw.name, raw]));
  const isKnown = new Set(namesOf(known));
  const names = [
    ...known.map((raw) => widened.get(raw.name) ?? raw),
    ...described.filter(({ name }) => !isKnown.has(name)),
  ];
  for (const [position, { name, type }] of names.entries()) {
    if (isKnown.has(name)) continue;
    await writer.run(
      sql`insert into event_names (position, name, type) values (${whole(position)}, ${text(name)}, ${text(type)})`,
    );
  }
  return { names, inFresh: new Set(namesOf(found)) };
}

/** Remembers files as they were read, and how many rows of `added_row` each has; returns how many all have. */
export async function rememberFiles(
  writer: Connection,
  files: readonly EventFile[],
  before: Before,
  format: Readable,
): Promise<number> {
  const counted = await writer.rows(sql`
    select file, count(*) as rows, count(*) filter (fault is null) as accepted from added_row group by file`);
  const counts = new Map(counted.map((row) => [row['file'] as number, row]));
  const of = (column: string) => files.map((_, at) => (counts.get(at)?.[column] ?? 0) as number);
  const rows = of('rows');
  let rowsBefore = before.rows;
  const firsts = rows.map((count, at) => {
    const first = firstSeq(format, { files: before.files + at, rows: rowsBefore });
    rowsBefore += count;
    return first;
  });
  await writer.run(sql`
    insert into event_files (position, path, bytes, modified, first_seq, rows, accepted)
    select unnest(${wholes(files.map((_, at) => before.files + at))}), unnest(${texts(files.map(({ path }) => path))}),
      unnest(${instants(files.map(({ bytes }) => bytes))}), unnest(${numbers(files.map(({ modified }) => modified))}),
      unnest(${instants(firsts)}), unnest(${instants(rows)}), unnest(${instants(of('accepted'))})`);
  return rowsBefore - before.rows;
}
