import { roleTable } from '#engine/ingest/reading.js';
import { duckdb } from '../dialects/duckdb.js';
import { Database, type DatabaseOptions } from '../duckdb/database.js';
import { Derivations } from '../duckdb/derivations.js';
import { Documents } from '../duckdb/documents.js';
import type { FileHost } from '../duckdb/file-host.js';
import { Reading } from '../duckdb/reading.js';
import type { Look } from '../host.js';
import { sql, type Bound } from '../sql.js';
import { reportHost, SqlReports, type SqlReportOptions } from '../sql-reports.js';
import { EventFiles } from './event-files.js';
import { FilesError } from '../node/file-list.js';
import { propertyValue } from './property-value.js';
import { leftOut, type LeftOut } from './rejected.js';

/** How files are asked; everything but the files has a default. */
export interface FileOptions extends DatabaseOptions, SqlReportOptions {
  /** How old a look at which files there are may be, in milliseconds. Default 2000. */
  readonly lookEveryMs?: number;
}

/** What files hold. */
export interface FilesOutcome extends LeftOut {
  readonly files: number;
  readonly accepted: number;
}

/**
 * Files of events that answer the contract where they lie: Parquet, CSV, NDJSON or JSON arrays. What they hold is not
 * copied; a DuckDB file keeps who the users are and the opens that are cut from them. They take no events: write another file.
 */
export class FileWarehouse extends SqlReports {
  private constructor(
    private readonly host: FileHost,
    private readonly files: EventFiles,
    private readonly options: FileOptions,
  ) {
    super(host, false);
  }

  static async open(file: string, patterns: readonly string[], options: FileOptions = {}): Promise<FileWarehouse> {
    const database = await Database.open(file, options);
    try {
      await refuseOwnEvents(database, file);
      const roleOf = roleTable(options.mapping);
      const isVisit = (event: string) => ['launch', 'page_view'].includes(roleOf(event) ?? '');
      const rules = { mapping: options.mapping, isVisit, lookEveryMs: options.lookEveryMs ?? 2000 };
      const files = await EventFiles.open(database, patterns, rules);
      return new FileWarehouse(hostOf(database, files, options), files, options);
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** What has become of the rows of all files. */
  outcome(): Promise<FilesOutcome> {
    return this.host.database.alone(async (writer) => {
      const [row] = await writer.rows(
        sql`select count(*) as files, coalesce(sum(accepted), 0) as accepted from event_files`,
      );
      const rest = await leftOut(writer, this.options.mapping);
      return { files: row!['files'] as number, accepted: Number(row!['accepted']), ...rest };
    });
  }

  /** Documents that are kept in the DuckDB file. */
  get documents(): Documents {
    return new Documents(this.host.database);
  }

  /** Ends once what is being written is written. */
  close(): Promise<void> {
    return this.host.database.close();
  }

  protected async look<T>(signal: AbortSignal | undefined, work: (look: Look) => Promise<T>): Promise<T> {
    await this.files.refresh();
    return Reading.with(this.host, signal, work);
  }
}

async function refuseOwnEvents(database: Database, file: string): Promise<void> {
  const [row] = await database.alone((writer) => writer.rows(sql`select count(*) as count from events`));
  if (row!['count'] === 0) return;
  throw new FilesError(
    `“${file}” keeps events of its own. Name another DuckDB file, which is made where there is none.`,
  );
}

function hostOf(database: Database, files: EventFiles, options: FileOptions): FileHost {
  const log = {
    get nextSeq() {
      return files.state.nextSeq;
    },
    get lastTs() {
      return files.state.lastTs;
    },
  };
  const dialect = {
    ...duckdb,
    property: (key: { readonly values: readonly Bound[] }) =>
      propertyValue(files.state.plan, files.state.format === 'csv', key.values[0]!),
  };
  const host = reportHost(dialect, options, log);
  const sources = host.sources.keyOfScene;
  const basis = {
    ...{ dialect, sources, roleOf: roleTable(options.mapping) },
    ...{ events: sql`file_events`, values: sql`file_values` },
    get fingerprint() {
      return JSON.stringify([options.mapping ?? {}, [...sources], files.state.generation]);
    },
  };
  // Files that change change the events too, so opens are cut by who brings files up to date.
  return { ...host, database, log, basis, derivations: new Derivations(database.writer, basis, log) };
}

/**
 * Asks files of events where they lie.
 *
 * @param file a DuckDB file for what is made of them, made where it is missing; `:memory:` makes it anew each time.
 * @param patterns names of files, as `logs/*.parquet`.
 * @example
 * const files = await openFiles('analytics.duckdb', ['logs/*.parquet'], { mapping: { fields: { visitor: 'user_id' } } });
 */
export function openFiles(
  file: string,
  patterns: readonly string[],
  options: FileOptions = {},
): Promise<FileWarehouse> {
  return FileWarehouse.open(file, patterns, options);
}
