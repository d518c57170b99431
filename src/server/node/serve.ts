import { readFile } from 'node:fs/promises';
import type { ReportSource } from '#contract/report-source.js';
import { createDefinitions } from '../definitions/create-definitions.js';
import type { Permissions } from '../grant.js';
import { createHandler } from '../handler.js';
import type { DocumentStore } from '../stores/document-store.js';
import { createMemoryStore } from '../stores/memory-store.js';
import { openPermissions } from './open-permissions.js';
import { listen, type Listening } from './listen.js';
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
}

/** What the command needs of the place it runs in. */
export interface ServeSetting {
  readonly args: readonly string[];
  /** Ids of the profiles that the source answers. */
  readonly profiles: readonly string[];
  /** Makes the report source. A thrown {@link UsageError} is a fault of the arguments, any other error one of the file. */
  readonly open: (args: ServeArguments, mapping: unknown) => Promise<OpenedSource>;
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
    const source = await setting.open(args, await readMapping(args.mapping));
    tellRows(setting, args.events, source);
    const listening = await start(setting, args, { ...source, permissions, store: await openStore(args.definitions) });
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

async function openStore(file: string | undefined): Promise<DocumentStore> {
  if (file === undefined) return createMemoryStore();
  try {
    return await createSqliteStore(file);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new Error(`--definitions: “${file}” cannot be used: ${reason}. Name a SQLite file, or one to be made.`, {
      cause,
    });
  }
}

interface Opened extends OpenedSource {
  readonly permissions: Permissions;
  readonly store: DocumentStore;
}

async function start(
  setting: ServeSetting,
  args: ServeArguments,
  { reports, permissions, store }: Opened,
): Promise<Listening> {
  const definitions = createDefinitions({ store });
  const handler = createHandler({
    reports,
    definitions,
    permissions,
    cors: { origins: args.corsOrigins },
    onError: (error, { method, url }) => {
      setting.warn(
        `${method} ${url} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    },
  });
  try {
    const listening = await listen(handler, args.port, args.host);
    const closeAll = async (): Promise<void> => {
      await listening.close();
      await definitions.settled();
      await store.close();
    };
    return { address: listening.address, close: closeAll };
  } catch (cause) {
    await store.close();
    throw portError(args, cause);
  }
}

function portError({ host, port }: ServeArguments, cause: unknown): Error {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Error(`--host: “${host}” is no address of this machine. Use one, such as 127.0.0.1.`, { cause });
  const reason = code === 'EADDRINUSE' ? 'is taken' : `cannot be used (${message})`;
  return new Error(`Port ${port} ${reason}. Choose another with --port, or 0 for any free one.`, { cause });
}

function tellRows(
  { warn }: ServeSetting,
  file: string,
  { accepted, duplicate, rejected, rejections }: OpenedSource,
): void {
  const count = new Intl.NumberFormat('en');
  warn(
    `${file}: ${count.format(accepted)} events taken, ${count.format(duplicate)} duplicates, ${count.format(rejected)} rows rejected`,
  );
  for (const { row, reason } of rejections.slice(0, TOLD)) warn(`  row ${row}: ${reason}`);
  const untold = rejected - Math.min(TOLD, rejections.length);
  if (untold > 0) warn(`  and ${count.format(untold)} more`);
}
