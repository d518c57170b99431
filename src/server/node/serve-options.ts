import type { OptionRow } from './serve-option-row.js';
import { sourceRows } from './serve-source-options.js';

/** Every option, in the order of the help. An option is a row here and a line in `serve-arguments.ts`. */
export const optionRows = [
  ...sourceRows,
  { name: 'port', value: 'N', help: 'port (default 8080, 0 for any free one)' },
  {
    name: 'host',
    value: 'ADDRESS',
    help: `address to listen on (default 0.0.0.0 where a token is asked for, else
127.0.0.1: without one only this machine may ask)`,
  },
  { name: 'token', value: 'T', help: 'ask for it as a bearer token; it may do everything' },
  {
    name: 'jwt-key',
    value: 'FILE',
    help: `ask for a JWT as bearer token, signed by this key: a public key as PEM or
JWK, or a secret as JWK. Claims say what its bearer may do`,
  },
  { name: 'jwks', value: 'URL|FILE', help: 'or by a key of this JWK set' },
  { name: 'jwt-issuer', value: 'ISS', help: 'accept only tokens of this issuer (iss)' },
  {
    name: 'jwt-audience',
    value: 'AUD',
    help: 'accept only tokens for this audience (aud); can be given several times',
    isMany: true,
  },
  { name: 'jwt-tenant', value: 'ID', help: 'accept only tokens of this tenant' },
  {
    name: 'jwt-algorithm',
    value: 'ALG',
    help: `accept only this signature; can be given several times (default what the
key can check: RS, PS, ES, Ed25519; HS only where it is stated)`,
    isMany: true,
  },
  {
    name: 'jwt-claim',
    value: 'NAME=CLAIM',
    help: `where to find name (sub), tenant, apps, roles or permissions in a token;
CLAIM may be a path such as realm_access.roles; several times`,
    isMany: true,
  },
  {
    name: 'cors-origin',
    value: 'ORIGIN',
    help: 'let pages of this origin ask; can be given several times',
    isMany: true,
  },
  {
    name: 'rate-limit',
    value: 'N',
    help: `answer so many requests a minute of each who asks, by the name in their
token, else by address (default no limit)`,
  },
  { name: 'collects', value: 'N', help: 'read so many bodies of events at once (default 8); 503 for more' },
  {
    name: 'request-timeout',
    value: 'S',
    help: 'give up on a question after so many seconds (default 30): 503',
  },
  {
    name: 'stop-timeout',
    value: 'S',
    help: 'let running requests take so many seconds after SIGTERM (default 10)',
  },
  {
    name: 'stop-delay',
    value: 'S',
    help: `answer on for so many seconds after SIGTERM, while /healthz says that it
is not ready, before the port is closed (default 0)`,
  },
  {
    name: 'metrics-port',
    value: 'N',
    help: 'answer /metrics at a port of its own (default the port of the API)',
  },
  {
    name: 'access-log',
    value: 'FILE',
    help: 'append a line of JSON for each request, - for stdout (default none)',
  },
  {
    name: 'trust-proxy',
    help: 'take addresses from X-Forwarded-For, which a proxy in front sets',
  },
  { name: 'help', help: 'this text' },
] as const satisfies readonly OptionRow[];

/** The name of an option. */
export type OptionName = (typeof optionRows)[number]['name'];

const rows: readonly OptionRow[] = optionRows;

/** Where the meaning of an option begins. */
const INDENT = 23;

/** What the command is told by `--help`, and after a fault. */
export const usage = `Usage: serve --events FILE | --duckdb FILE | --files GLOB [options]\n\n${rows.map(helpOf).join('')}`;

/** The rows as Node's `parseArgs` takes them. */
export const parserOptions = Object.fromEntries(
  rows.map(({ name, value, isMany = false }) => [
    name,
    { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: isMany },
  ]),
);

function helpOf({ name, value = '', help }: OptionRow): string {
  const head = `  --${name} ${value}`.trimEnd();
  const [first = '', ...more] = help.split('\n');
  const start = head.length < INDENT ? head.padEnd(INDENT) : `${head}\n${' '.repeat(INDENT)}`;
  return [start + first, ...more.map((line) => ' '.repeat(INDENT) + line)].join('\n') + '\n';
}
