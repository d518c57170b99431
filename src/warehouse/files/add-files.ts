import { refuseLacking } from '#engine/ingest/reading.js';
import type { Connection } from '../duckdb/connection.js';
import { sql } from '../sql.js';
import type { FileRules, KnownFile, LogEnd } from './bring-up.js';
import { checkTypes } from './check-types.js';
import type { EventFile } from '../node/file-list.js';
import { lookAt, type FileLook } from '../node/file-look.js';
import { addUsers, demandVisits, keepLeftOut, markDuplicates } from './added-rows.js';
import { keepBrokenLines } from './broken-lines.js';
import { MappedRows } from './mapped.js';
import { firstSeq, readable, relationOf, type Before, type Readable } from './relation.js';
import { rememberFiles, rememberNames, namesOf } from './remember.js';
import { makeViews } from './views.js';

/** Reads files that were not read before, once, and makes the views anew through which all are asked. */
export async function addFiles(
  writer: Connection,
  known: readonly KnownFile[],
  added: readonly EventFile[],
  { rules, end }: { readonly rules: FileRules; readonly end: LogEnd },
): Promise<LogEnd> {
  const all = await readableFiles([...known, ...added]);
  const fresh: Readable = { ...all, paths: added.map(({ path }) => path) };
  const { names, inFresh } = await rememberNames(writer, { all, fresh });
  const mapped = new MappedRows(all, names, rules.mapping);
  refuseLacking(namesOf(names), [...mapped.plan.fields.keys()]);
  if (all.format === 'parquet') checkTypes(names, rules.mapping);
  const before: Before = { files: known.length, rows: known.reduce((sum, { rows }) => sum + rows, 0) };
  await writer.run(sql`
    create or replace temp table added_row as
    select seq, file, ts, app, production, user_id, guid, event, event_id, fault, ${mapped.faultValue}
    from (select r.*, ${mapped.fields}, ${mapped.fault} from ${mapped.prepared(relationOf(fresh, names, inFresh, before))} r) r`);
  if (mapped.plan.fields.has('event_id')) await markDuplicates(writer, known.length > 0);
  if (known.length === 0) await demandVisits(writer, rules.isVisit);
  await keepLeftOut(writer);
  await keepBrokenLines(writer, fresh);
  await addUsers(writer);
  const rows = await rememberFiles(writer, added, before, all);
  await makeViews(writer, mapped, relationOf(all, names, new Set(namesOf(names)), { files: 0, rows: 0 }));
  const [last] = await writer.rows(sql`select max(ts) as ts from added_row where fault is null`);
  await writer.run(sql`drop table added_row`);
  const lastTs = Math.max(end.lastTs, (last!['ts'] ?? -Infinity) as number);
  return {
    format: all.format,
    nextSeq: firstSeq(all, { files: before.files + added.length, rows: before.rows + rows }),
    lastTs,
  };
}

async function readableFiles(files: readonly EventFile[]): Promise<Readable> {
  const looks: FileLook[] = [];
  // One after the other: thousands of files must not be open at once.
  for (const { path } of files) looks.push(await lookAt(path));
  return readable(
    files.map(({ path }) => path),
    looks,
  );
}
