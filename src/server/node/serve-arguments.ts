import { parseArgs } from 'node:util';
import { parseInstant } from '#time/instant.js';
import { findZone, unknownZone } from '#time/zone.js';
import { nearest, suggestion } from '../nearest.js';

/** How the back end is served, as the command line says. */
export interface ServeArguments {
  /** File of events. */
  readonly events: string;
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
  readonly token: string | undefined;
  /** Origins whose pages may ask. */
  readonly cors: readonly string[];
}

/** Arguments that cannot be used; the message names each with its value and what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What the command is told by `--help`, and after a fault. */
export const usage = `Usage: serve --events FILE [options]

  --events FILE        events as NDJSON, a JSON array or CSV, each also gzipped
  --mapping FILE       JSON that maps other names to fields and roles
  --definitions FILE   SQLite file of event definitions, saved funnels and past queries, made
                       where there is none (default memory, until the command ends)
  --profile ID         definition profile (default standard)
  --timezone ZONE      zone of reports that name none (default UTC)
  --now ISO            where the clock stands (default midnight after the last event)
  --memory-limit MB    refuse more events than fit into so many megabytes (default no limit)
  --event-id-days N    look for duplicates among the events of the last N days (default all)
  --port N             port (default 8080, 0 for any free one)
  --token T            ask for it as a bearer token, and listen on all interfaces
  --cors ORIGIN        let pages of this origin ask; can be given several times
  --help               this text
`;

const OPTIONS = {
  events: { type: 'string' },
  mapping: { type: 'string' },
  definitions: { type: 'string' },
  profile: { type: 'string' },
  timezone: { type: 'string' },
  now: { type: 'string' },
  'memory-limit': { type: 'string' },
  'event-id-days': { type: 'string' },
  port: { type: 'string' },
  token: { type: 'string' },
  cors: { type: 'string', multiple: true },
  help: { type: 'boolean' },
} as const;

type Name = keyof typeof OPTIONS;

/**
 * Reads the command line; `'help'` where that is asked for. Throws a {@link UsageError} that names all faults.
 *
 * @param profiles ids of the profiles there are.
 */
export function parseServeArguments(args: readonly string[], profiles: readonly string[]): ServeArguments | 'help' {
  const { tokens, values } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  if (values.help) return 'help';
  const faults = tokens.flatMap((token) => tokenFaults(token));
  const texts = values as Partial<Record<Exclude<Name, 'cors' | 'help'>, string>> & { cors?: string[] };
  if (values.events === undefined) faults.push('--events is missing: name a file of events.');
  const read: ServeArguments = {
    events: texts.events ?? '',
    mapping: texts.mapping,
    definitions: texts.definitions,
    profile: texts.profile,
    timezone: texts.timezone,
    now: texts.now === undefined ? undefined : parseInstant(texts.now),
    memoryLimitBytes: texts['memory-limit'] === undefined ? undefined : Number(texts['memory-limit']) * 1e6,
    eventIdWindowDays: texts['event-id-days'] === undefined ? undefined : Number(texts['event-id-days']),
    port: Number(texts.port ?? 8080),
    token: texts.token,
    cors: texts.cors ?? [],
  };
  faults.push(...valueFaults(read, texts.now, texts.port, profiles));
  for (const [name, unit] of [
    ['memory-limit', 'megabytes'],
    ['event-id-days', 'days'],
  ] as const) {
    const text = texts[name];
    if (text !== undefined && !(Number(text) > 0))
      faults.push(`--${name}: “${text}” is not a number of ${unit}. Use one above 0.`);
  }
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  return read;
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function tokenFaults(token: Token): string[] {
  if (token.kind === 'positional') return [`“${token.value}” belongs to no option. Options begin with --.`];
  if (token.kind !== 'option') return [];
  const { name, rawName, value } = token;
  if (!(name in OPTIONS))
    return [`${rawName} is not an option.${suggestion(name, Object.keys(OPTIONS)).replace(': ', ': --')}`];
  if (OPTIONS[name as Name].type === 'boolean') return [];
  if (value === undefined || value === '') return [`${rawName} needs a value.`];
  // A forgotten value would swallow the option after it.
  return value.startsWith('--') && !token.inlineValue ? [`${rawName} needs a value, not ${value}.`] : [];
}

function valueFaults(
  { timezone, profile, now, port, cors }: ServeArguments,
  nowText: string | undefined,
  portText: string | undefined,
  profiles: readonly string[],
): string[] {
  const faults: string[] = [];
  if (timezone !== undefined && !findZone(timezone)) {
    const [near] = nearest(timezone, Intl.supportedValuesOf('timeZone'));
    faults.push(`--timezone: ${unknownZone(timezone)}${near === undefined ? '' : ` Nearest: ${near}.`}`);
  }
  if (profile !== undefined && !profiles.includes(profile)) {
    faults.push(`--profile: “${profile}” is not a profile. Use one of: ${profiles.join(', ')}.`);
  }
  if (nowText !== undefined && now === undefined) {
    faults.push(`--now: “${nowText}” is not an instant. Write it with its offset, such as 2026-11-22T08:00:00Z.`);
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    faults.push(`--port: “${portText ?? ''}” is not a port. Use a whole number from 0 (any free one) to 65535.`);
  }
  for (const origin of cors) {
    if (!isOrigin(origin)) {
      faults.push(`--cors: “${origin}” is not an origin. Write it as a browser does: https://console.example, or *.`);
    }
  }
  return faults;
}

function isOrigin(text: string): boolean {
  return text === '*' || (URL.canParse(text) && new URL(text).origin === text);
}
