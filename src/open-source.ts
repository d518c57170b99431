import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createEngine, MappingError, parseMapping, type Mapping } from '#engine/index.js';
import type { OpenedSource } from '#server/node/serve.js';
import type { ServeArguments } from '#server/node/serve-arguments.js';
import { UsageError } from '#server/node/usage-error.js';
import type { DocumentStore } from '#server/stores/document-store.js';
import { createExchangeStore } from '#server/stores/exchange-store.js';
import type { ReportSource } from '#contract/report-source.js';
import type { Documents, Loaded, SqlReportOptions } from '#warehouse/index.js';
import { openCluster, openTable } from './open-cluster.js';

/**
 * Opens what the arguments of `serve` name: the engine with a file of events, a DuckDB file, files that are asked where they
 * lie, or events or a table of ClickHouse.
 */
export class SourceOpener {
  #documents: Promise<Documents> | undefined;
  #resolveDocuments: ((documents: Documents) => void) | undefined;

  /** The store of definitions in the DuckDB file, once that is open; nothing where there is no such file. */
  openStore({ duckdb }: ServeArguments): Promise<DocumentStore | undefined> {
    if (duckdb === undefined) return Promise.resolve(undefined);
    const documents = (this.#documents ??= new Promise((resolve) => (this.#resolveDocuments = resolve)));
    const store = createExchangeStore({
      exchange: async (collection, app, change) => (await documents).exchange(collection, app, change),
    });
    return Promise.resolve(store);
  }

  /** Makes the report source. */
  async open(args: ServeArguments, rawMapping: unknown): Promise<OpenedSource> {
    const { timezone, profile, now, duckdb, memoryLimitBytes, eventIdWindowDays } = args;
    const mapping = rawMapping === undefined ? undefined : readMapping(rawMapping, args);
    const options = {
      ...(timezone !== undefined && { timezone }),
      ...(profile !== undefined && { profile }),
      ...(now !== undefined && { clock: { now: () => now } }),
      ...(mapping && { mapping }),
      ...(memoryLimitBytes !== undefined && { memoryLimitBytes }),
    };
    if (args.table !== undefined) return openTable(args, options);
    if (args.clickhouse.length > 0) return openKept(await openCluster(args, options), args.events);
    if (args.files.length > 0) return this.#openFiles(args, options);
    if (duckdb === undefined) {
      const engine = createEngine({ ...options, ...(eventIdWindowDays !== undefined && { eventIdWindowDays }) });
      return { reports: engine, ...(await engine.ingest(await streamOf(args.events ?? ''))) };
    }
    const { openWarehouse } = await import('#warehouse/index.js');
    const warehouse = await openWarehouse(duckdb, options).catch((cause: unknown) => {
      throw new Error(`--duckdb: “${duckdb}” cannot be used: ${(cause as Error).message}`, { cause });
    });
    this.#resolveDocuments?.(warehouse.documents);
    return openKept(warehouse, args.events);
  }

  /** Files that are asked where they lie; what is made of them is kept in the DuckDB file, if there is one. */
  async #openFiles({ files, duckdb }: ServeArguments, options: SqlReportOptions): Promise<OpenedSource> {
    const { openFiles } = await import('#warehouse/index.js');
    const reports = await openFiles(duckdb ?? ':memory:', files, options).catch((cause: unknown) => {
      throw new Error(`--files: ${(cause as Error).message}`, { cause });
    });
    this.#resolveDocuments?.(reports.documents);
    const outcome = await reports.outcome();
    return { reports, ...outcome, close: () => reports.close() };
  }
}

/** A back end that keeps its events. */
interface Keeping extends ReportSource {
  load(open: () => Promise<ReadableStream<Uint8Array>>, fingerprint: string): Promise<Loaded>;
  close(): Promise<void>;
}

/** Loads the file of events, if one was given, before anything is asked. */
async function openKept(warehouse: Keeping, file: string | undefined): Promise<OpenedSource> {
  const close = () => warehouse.close();
  if (file === undefined) return { reports: warehouse, ...nothingRead, close };
  const { isNew, ...outcome } = await loadOnce(warehouse, file).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { reports: warehouse, ...outcome, isKept: !isNew, close };
}

const nothingRead = { accepted: 0, duplicate: 0, rejected: 0, rejections: [] };

/** Loads a file that was not loaded before; a copy of it under another name is the same file. */
async function loadOnce(warehouse: Keeping, file: string) {
  const hash = createHash('sha256');
  for await (const piece of await streamOf(file)) hash.update(piece);
  return warehouse.load(() => streamOf(file), hash.digest('hex'));
}

function readMapping(raw: unknown, { mapping: file }: ServeArguments): Mapping {
  try {
    return parseMapping(raw);
  } catch (cause) {
    if (!(cause instanceof MappingError)) throw cause;
    throw new UsageError(`--mapping: “${file ?? ''}”: ${cause.message}`, { cause });
  }
}

async function streamOf(file: string): Promise<ReadableStream<Uint8Array>> {
  try {
    if (!(await stat(file)).isFile()) throw new Error('it is not a file');
  } catch (cause) {
    throw new UsageError(`--events: “${file}” cannot be read: ${(cause as Error).message}. Name a file of events.`, {
      cause,
    });
  }
  return Readable.toWeb(createReadStream(file, { highWaterMark: 1 << 20 })) as ReadableStream<Uint8Array>;
}
