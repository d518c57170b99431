import { readFile } from 'node:fs/promises';
import type { ReportSource } from '#contract/report-source.js';
import { createDefinitions } from '../definitions/create-definitions.js';
import type { Permissions } from '../grant.js';
import { routes } from '../routes.js';
import type { DocumentStore } from '../stores/document-store.js';
import { createMemoryStore } from '../stores/memory-store.js';
import { openPermissions } from './open-permissions.js';
import { bindServer } from './operation/bound-server.js';
import { operatedHandler } from './operation/operated-handler.js';
import type { Listening } from './listen.js';
import { createSqliteStore } from './sqlite-store.js';
import { parseServeArguments, type ServeArguments } from './serve-arguments.js';
import { usage } from './serve-options.js';
import { UsageError } from './usage-error.js';

/** A report source made of a file, and what became of the file's rows. */
export interface OpenedSource {
  readonly reports: ReportSource;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** The first rejected rows. */
  readonly rejections: readonly { readonly row: number; readonly reason: string }[];
  /** Whether the file had been read before, by a source that keeps it. */
  readonly isKept?: boolean;
  /** What else people should know of it, a line each. */
  readonly notes?: readonly string[];
  /** Closes what it has open. */
  readonly close?: () => Promise<void>;
}

/** What the command needs of the place it runs in. */
export interface ServeSetting {
  readonly args: readonly string[];
  /** Ids of the profiles that the source answers. */
  readonly profiles: readonly string[];
  /** Makes the report source. A thrown {@link UsageError} is a fault of the arguments, any other error one of the file. */
  readonly open: (args: ServeArguments, mapping: unknown) => Promise<OpenedSource>;
  /** A store of definitions that comes with the source; absent where it brings none. */
  readonly openStore?: (args: ServeArguments) => Promise<DocumentStore | undefined>;
  readonly print: (line: string) => void;
  /** For people: what was rejected, what failed. */
  readonly warn: (text: string) => void;
}

/** A command that has ended, with its exit code, or one that listens. */
export type Served = { readonly exitCode: 0 | 1 | 2 } | Listening;

/** How many rejected rows are told. */
const TOLD = 5;

/**
 * Serves the whole contract from a file of events. Prints one line with the address once it listens. Exit codes: 2 for
 * arguments that cannot be used, 1 for a file or a port that cannot.
 */
export async function serve(setting: ServeSetting): Promise<Served> {
  try {
    const args = parseServeArguments(setting.args, setting.profiles);
    if (args === 'help') {
      setting.print(usage.trimEnd());
      return { exitCode: 0 };
    }
    const permissions = await openPermissions(args, setting.warn);
    const mapping = await readMapping(args.mapping);
    const store = await openStore(setting, args);
    const listening = await start(setting, args, { permissions, mapping, store }).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
    setting.print(`Listening on ${listening.address}`);
    return listening;
  } catch (error) {
    setting.warn(error instanceof Error ? error.message : String(error));
    if (!(error instanceof UsageError)) return { exitCode: 1 };
    setting.warn(`\n${usage.trimEnd()}`);
    return { exitCode: 2 };
  }
}

async function readMapping(file: string | undefined): Promise<unknown> {
  if (file === undefined) return undefined;
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (cause) {
    throw new UsageError(`--mapping: “${file}” cannot be read: ${(cause as Error).message}. Name a JSON file.`, {
      cause,
    });
  }
}

async function openStore(setting: ServeSetting, args: ServeArguments): Promise<DocumentStore> {
  const { definitions: file } = args;
  if (file === undefined) return (await setting.openStore?.(args)) ?? createMemoryStore();
  try {
    return await createSqliteStore(file);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new Error(`--definitions: “${file}” cannot be used: ${reason}. Name a SQLite file, or one to be made.`, {
      cause,
    });
  }
}

interface Parts {
  readonly permissions: Permissions;
  readonly mapping: unknown;
  readonly store: DocumentStore;
}

/** Takes the port, reads the file, and answers from it. */
async function start(setting: ServeSetting, args: ServeArguments, { store, ...parts }: Parts): Promise<Listening> {
  const definitions = createDefinitions({ store });
  const server = await bindServer(args, [...routes, ...definitions.routes], setting.warn);
  let source: OpenedSource | undefined;
  try {
    source = await setting.open(args, parts.mapping);
    const read = args.events ?? (args.files.length > 0 ? args.files.join(', ') : undefined);
    if (read !== undefined) tellRows(setting, read, source);
    for (const note of source.notes ?? []) setting.warn(note);
    const { permissions } = parts;
    server.gateway.open(
      operatedHandler(args, { reports: source.reports, definitions, permissions, server }, setting.warn),
    );
  } catch (error) {
    await server.close(0);
    throw error;
  }
  const close = async (): Promise<void> => {
    await server.close();
    await definitions.settled();
    await store.close();
    await source.close?.();
  };
  return { address: server.address, close };
}

function tellRows(
  { warn }: ServeSetting,
  file: string,
  { accepted, duplicate, rejected, rejections, isKept }: OpenedSource,
): void {
  const count = new Intl.NumberFormat('en');
  if (isKept) {
    warn(`${file}: loaded before, ${count.format(accepted)} events of it are there`);
    return;
  }
  warn(
    `${file}: ${count.format(accepted)} events taken, ${count.format(duplicate)} duplicates, ${count.format(rejected)} rows rejected`,
  );
  for (const { row, reason } of rejections.slice(0, TOLD)) warn(`  row ${row}: ${reason}`);
  const untold = rejected - Math.min(TOLD, rejections.length);
  if (untold > 0) warn(`  and ${count.format(untold)} more`);
}
