import { BlockList, isIP } from 'node:net';
import { parseInstant } from '#time/instant.js';
import { findZone, unknownZone } from '#time/zone.js';
import { nearest } from '../nearest.js';
import { readClickHouseArguments, type ClickHouseArguments } from './clickhouse-arguments.js';
import { GivenOptions } from './given-options.js';
import { readJwtArguments, type JwtArguments } from './jwt/jwt-arguments.js';
import { readOperationArguments, type OperationArguments } from './operation/operation-arguments.js';
import { UsageError } from './usage-error.js';

/** How the back end is served, as the command line says. */
export interface ServeArguments extends OperationArguments, ClickHouseArguments {
  /** File of events; may be left out where a DuckDB file has some. */
  readonly events: string | undefined;
  /** DuckDB file that holds events and definitions; default memory. */
  readonly duckdb: string | undefined;
  /** Names of files of events that are asked where they lie; empty for none. */
  readonly files: readonly string[];
  /** File of the mapping of names. */
  readonly mapping: string | undefined;
  /** SQLite file of definitions, saved funnels and past queries; default memory. */
  readonly definitions: string | undefined;
  readonly profile: string | undefined;
  readonly timezone: string | undefined;
  /** Where the clock stands, in epoch milliseconds; default the file's clock. */
  readonly now: number | undefined;
  /** What events may take in memory; default no limit. */
  readonly memoryLimitBytes: number | undefined;
  /** How many days back duplicates are looked for; default without end. */
  readonly eventIdWindowDays: number | undefined;
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
  readonly token: string | undefined;
  /** Which JWTs are accepted; nothing where none is asked for. */
  readonly jwt: JwtArguments | undefined;
  /** Origins whose pages may ask. */
  readonly corsOrigins: readonly string[];
}

/**
 * Reads the command line; `'help'` where that is asked for. Throws a {@link UsageError} that names all faults.
 *
 * @param profiles ids of the profiles there are.
 */
export function parseServeArguments(args: readonly string[], profiles: readonly string[]): ServeArguments | 'help' {
  const options = new GivenOptions(args);
  if (options.has('help')) return 'help';
  checkPlace(options);
  const [token, jwt] = [options.text('token'), readJwtArguments(options)];
  if (token !== undefined && jwt)
    options.note('token', 'give either one token or a key (--jwt-key, --jwks), not both.');
  const read: ServeArguments = {
    events: options.text('events'),
    duckdb: options.text('duckdb'),
    files: options.texts('files'),
    mapping: options.text('mapping'),
    definitions: options.text('definitions'),
    profile: options.read('profile', oneOf(profiles), (text) => noProfile(text, profiles)),
    timezone: options.read('timezone', zoneName, noZone),
    now: options.read('now', parseInstant, noInstant),
    memoryLimitBytes: options.above0('memory-limit', 'megabytes', 1e6),
    eventIdWindowDays: options.above0('event-id-days', 'days'),
    port: options.port('port') ?? 8080,
    host: readHost(options, token !== undefined || jwt !== undefined),
    ...{ token, jwt },
    corsOrigins: options.readAll('cors-origin', origin, noOrigin),
    ...readClickHouseArguments(options),
    ...readOperationArguments(options),
  };
  if (options.faults.length > 0) throw new UsageError(options.faults.join('\n'));
  return read;
}

/** Events are in memory, in a DuckDB file, in files of their own or in ClickHouse. */
function checkPlace(options: GivenOptions): void {
  if (options.texts('files').length > 0) {
    checkFiles(options);
    return;
  }
  const [hasFile, hasServer] = [options.text('duckdb') !== undefined, options.texts('clickhouse').length > 0];
  if (options.text('events') === undefined && !hasFile && !hasServer)
    options.faults.push(
      '--events is missing: name a file of events, a DuckDB file with --duckdb, files with --files, or a server with --clickhouse.',
    );
  if (options.text('event-id-days') !== undefined && (hasFile || hasServer))
    options.note('event-id-days', 'a database finds duplicates however old they are. Leave it out.');
  if (hasFile && hasServer) options.note('clickhouse', 'give either it or --duckdb, not both.');
}

/** Files are asked as they are: nothing is loaded beside them. */
function checkFiles(options: GivenOptions): void {
  if (options.text('events') !== undefined)
    options.note('files', 'give either it or --events, not both: files answer where they lie, --events is loaded.');
  if (options.texts('clickhouse').length > 0) options.note('files', 'give either it or --clickhouse, not both.');
  if (options.text('event-id-days') !== undefined)
    options.note('event-id-days', 'in files duplicates are found however old they are. Leave it out.');
}

const oneOf = (words: readonly string[]) => (text: string) => (words.includes(text) ? text : undefined);
const noProfile = (text: string, profiles: readonly string[]): string =>
  `${text} is not a profile. Use one of: ${profiles.join(', ')}.`;

const zoneName = (text: string): string | undefined => (findZone(text) ? text : undefined);
function noZone(quoted: string): string {
  const name = quoted.slice(1, -1);
  const [near] = nearest(name, Intl.supportedValuesOf('timeZone'));
  return `${unknownZone(name)}${near === undefined ? '' : ` Nearest: ${near}.`}`;
}

const noInstant = (text: string): string =>
  `${text} is not an instant. Write it with its offset, such as 2026-11-22T08:00:00Z.`;

const origin = (text: string): string | undefined =>
  text === '*' || (URL.canParse(text) && new URL(text).origin === text) ? text : undefined;
const noOrigin = (text: string): string =>
  `${text} is not an origin. Write it as a browser does: https://console.example, or *.`;

/** Whoever reaches an address of this machine alone may do everything; anybody else has to have a token. */
function readHost(options: GivenOptions, asksForToken: boolean): string {
  const host = options.text('host') ?? (asksForToken ? '0.0.0.0' : '127.0.0.1');
  if (!asksForToken && !isLoopback(host)) {
    const fault = 'can be reached from elsewhere, so who may ask has to be said: give --jwt-key, --jwks or --token.';
    options.note('host', `“${host}” ${fault}`);
  }
  return host;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

function isLoopback(host: string): boolean {
  return host === 'localhost' || (isIP(host) > 0 && loopback.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'));
}
