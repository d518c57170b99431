import type { Mapping } from '#engine/ingest/reading.js';
import type { Connection } from '../duckdb/connection.js';
import { instant, sql, text, whole } from '../sql.js';
import { addFiles } from './add-files.js';
import { isSame, type EventFile } from '../node/file-list.js';
import type { FileFormat } from '../node/file-look.js';
import { namePlan, type NamePlan } from './names.js';
import { emptied } from './tables.js';

/** By which rules files are read. */
export interface FileRules {
  readonly mapping: Mapping | undefined;
  readonly isVisit: (event: string) => boolean;
}

/** How far a log goes. */
export interface LogEnd {
  /** `null` before the first file. */
  readonly format: FileFormat | null;
  /** The number after that of the last row. */
  readonly nextSeq: number;
  /** The time of the latest event, `-Infinity` where there is none. */
  readonly lastTs: number;
}

/** What a database keeps of files. */
export interface FileState extends LogEnd {
  /** How often all files were read from the first on. */
  readonly generation: number;
  readonly plan: NamePlan;
}

/**
 * Brings what a database keeps of files up to date, in the transaction that the writer is in. Of files that came since the
 * last time only these are read; where one has changed or is gone, all are read from the first on.
 */
export async function bringUpToDate(
  writer: Connection,
  files: readonly EventFile[],
  rules: FileRules,
): Promise<FileState> {
  const basis = JSON.stringify(rules.mapping ?? {});
  const state = await keptState(writer);
  const known = await knownFiles(writer);
  const isContinued = state.basis === basis && known.every((file) => files.some((now) => isSame(now, file)));
  const before = isContinued ? known : [];
  const added = files.filter((file) => !before.some(({ path }) => path === file.path));
  if (!isContinued) for (const statement of emptied) await writer.run(statement);
  const generation = state.generation + (isContinued ? 0 : 1);
  const end = isContinued ? state : emptyLog;
  const { format, nextSeq, lastTs } = added.length > 0 ? await addFiles(writer, before, added, { rules, end }) : end;
  await writer.run(sql`delete from files_state`);
  await writer.run(sql`
    insert into files_state (basis, generation, format, next_seq, last_ts)
    values (${text(basis)}, ${whole(generation)}, ${text(format ?? '')}, ${instant(nextSeq)}, ${instant(lastTs)})`);
  const names = await writer.rows(sql`select name from event_names order by position`);
  const plan = namePlan(
    names.map((row) => String(row['name'])),
    rules.mapping,
  );
  return { generation, format, nextSeq, lastTs, plan };
}

const emptyLog: LogEnd = { format: null, nextSeq: 0, lastTs: -Infinity };

async function keptState(writer: Connection) {
  const [row] = await writer.rows(sql`select basis, generation, format, next_seq, last_ts from files_state`);
  if (!row) return { basis: null, generation: 0, ...emptyLog };
  return {
    basis: row['basis'],
    generation: row['generation'] as number,
    format: row['format'] as FileFormat,
    nextSeq: row['next_seq'] as number,
    lastTs: row['last_ts'] as number,
  };
}

/** A file as it was read, with how many rows it has. */
export interface KnownFile extends EventFile {
  readonly rows: number;
}

async function knownFiles(writer: Connection): Promise<KnownFile[]> {
  const rows = await writer.rows(sql`select path, bytes, modified, rows from event_files order by position`);
  return rows.map((row) => ({
    path: String(row['path']),
    bytes: row['bytes'] as number,
    modified: row['modified'] as number,
    rows: row['rows'] as number,
  }));
}
