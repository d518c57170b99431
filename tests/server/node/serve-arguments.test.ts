import { describe, expect, it } from 'vitest';
import { parseServeArguments } from '#server/node/serve-arguments.js';
import { UsageError } from '#server/node/usage-error.js';

const parse = (...args: string[]) => parseServeArguments(args, ['standard', 'weixin']);

function faultsOf(...args: string[]): string[] {
  try {
    parse(...args);
  } catch (error) {
    if (error instanceof UsageError) return error.message.split('\n');
  }
  return [];
}

const operation = {
  rateLimit: undefined,
  collects: 8,
  requestTimeoutMs: 30_000,
  stopTimeoutMs: 10_000,
  stopDelayMs: 0,
  metricsPort: undefined,
  accessLog: undefined,
  trustProxy: false,
};

describe('the arguments of serve', () => {
  it('have defaults for all but the file of events', () => {
    expect(parse('--events', 'log.ndjson')).toEqual({
      events: 'log.ndjson',
      duckdb: undefined,
      files: [],
      clickhouse: [],
      database: undefined,
      cluster: undefined,
      table: undefined,
      tableRefreshSeconds: undefined,
      allowsPartialAnswers: false,
      mapping: undefined,
      definitions: undefined,
      profile: undefined,
      timezone: undefined,
      now: undefined,
      memoryLimitBytes: undefined,
      eventIdWindowDays: undefined,
      port: 8080,
      host: '127.0.0.1',
      token: undefined,
      jwt: undefined,
      corsOrigins: [],
      ...operation,
    });
  });

  it('can all be given', () => {
    const args = parse(
      ...['--events=log.csv.gz', '--mapping', 'names.json', '--profile', 'weixin', '--timezone', 'Asia/Shanghai'],
      ...['--definitions', 'kept.sqlite', '--memory-limit', '512', '--event-id-days', '1.5'],
      ...['--now', '2026-11-22T08:00:00+08:00', '--port', '0', '--token=--s3cret', '--host', '10.0.0.7'],
      ...['--rate-limit', '600', '--collects', '2', '--request-timeout', '1.5', '--stop-timeout', '20'],
      ...['--stop-delay', '5', '--metrics-port', '9090', '--access-log', '-', '--trust-proxy'],
      ...['--cors-origin', 'https://a.example', '--cors-origin', 'http://localhost:5173'],
    );
    expect(args).toEqual({
      events: 'log.csv.gz',
      duckdb: undefined,
      files: [],
      clickhouse: [],
      database: undefined,
      cluster: undefined,
      table: undefined,
      tableRefreshSeconds: undefined,
      allowsPartialAnswers: false,
      mapping: 'names.json',
      definitions: 'kept.sqlite',
      profile: 'weixin',
      timezone: 'Asia/Shanghai',
      now: Date.parse('2026-11-22T00:00:00Z'),
      memoryLimitBytes: 512_000_000,
      eventIdWindowDays: 1.5,
      port: 0,
      host: '10.0.0.7',
      token: '--s3cret',
      corsOrigins: ['https://a.example', 'http://localhost:5173'],
      jwt: undefined,
      rateLimit: 600,
      collects: 2,
      requestTimeoutMs: 1500,
      stopTimeoutMs: 20_000,
      stopDelayMs: 5000,
      metricsPort: 9090,
      accessLog: '-',
      trustProxy: true,
    });
  });

  it.each(['127.0.0.1', '127.8.8.8', '::1', 'localhost'])(
    'name %s without a token: only this machine reaches it',
    (host) => {
      expect(parse('--events', 'f', '--host', host)).toMatchObject({ host });
    },
  );

  it('listen on every address where a token is asked for', () => {
    expect(parse('--events', 'f', '--token', 's3cret')).toMatchObject({ host: '0.0.0.0' });
  });

  it('say which tokens are accepted', () => {
    const args = ['--jwks', 'https://id.example/keys', '--jwt-issuer', 'https://id.example', '--jwt-audience', 'a'];
    const more = ['--jwt-audience=b', '--jwt-tenant', 'lantern', '--jwt-claim', 'roles=realm_access.roles'];
    expect(parse('--events', 'f', ...args, ...more, '--jwt-algorithm', 'ES256')).toMatchObject({
      host: '0.0.0.0',
      jwt: {
        keyFile: undefined,
        jwks: 'https://id.example/keys',
        issuer: 'https://id.example',
        audiences: ['a', 'b'],
        tenant: 'lantern',
        algorithms: ['ES256'],
        claims: {
          name: 'sub',
          tenant: 'tenant',
          apps: 'apps',
          roles: 'realm_access.roles',
          permissions: 'permissions',
        },
      },
    });
  });

  it('can ask for help', () => {
    expect(parse('--help')).toBe('help');
  });

  it.each<[string[], RegExp]>([
    [
      [],
      /^--events is missing: name a file of events, a DuckDB file with --duckdb, files with --files, or a server with --clickhouse\.$/,
    ],
    [['--events', 'f', '--timezone', 'Asia/Shangai'], /^--timezone: “Asia\/Shangai” .* Nearest: Asia\/Shanghai\.$/],
    [['--events', 'f', '--profile', 'alibaba'], /^--profile: “alibaba” .* Use one of: standard, weixin\.$/],
    [['--events', 'f', '--now', 'yesterday'], /^--now: “yesterday” .* such as 2026-11-22T08:00:00Z\.$/],
    [['--events', 'f', '--port', '99999'], /^--port: “99999” .* from 0 .* to 65535\.$/],
    [['--events', 'f', '--port', 'http'], /^--port: “http”/],
    [
      ['--events', 'f', '--memory-limit', '0'],
      /^--memory-limit: “0” is not a number of megabytes\. Use one above 0\.$/,
    ],
    [['--events', 'f', '--memory-limit', '2GB'], /^--memory-limit: “2GB”/],
    [['--duckdb', 'f', '--event-id-days', '7'], /^--event-id-days: a database finds duplicates/],
    [['--clickhouse', 'http://h:8123'], /^--database is missing: name the database of --clickhouse\.$/],
    [['--clickhouse', 'h:8123', '--database', 'd'], /^--clickhouse: “h:8123” is not an address/],
    [['--clickhouse', 'http://h:8123', '--database', 'd;'], /^--database: “d;” is not a name/],
    [['--clickhouse', 'http://h:1', '--database', 'd', '--duckdb', 'f'], /^--clickhouse: give either it or --duckdb/],
    [['--clickhouse', 'http://h:1', '--clickhouse', 'http://h:2', '--database', 'd'], /^--cluster is missing/],
    [['--events', 'f', '--table', 'web.hits'], /^--table: it is a table of ClickHouse: name the server/],
    [
      ['--clickhouse', 'http://h:1', '--database', 'd', '--table', 'w.h', '--events', 'f'],
      /^--events: nothing is loaded beside --table/,
    ],
    [
      ['--clickhouse', 'http://h:1', '--database', 'd', '--table', 'hits'],
      /^--table: “hits” is no table\. Write it as DATABASE\.TABLE/,
    ],
    [['--events', 'f', '--partial-answers'], /^--partial-answers: only several servers/],
    [['--events', 'f', '--table-refresh', '5'], /^--table-refresh: it goes with --table/],
    [['--events', 'f', '--event-id-days', '-7'], /^--event-id-days: “-7” is not a number of days/],
    [
      ['--events', 'f', '--cors-origin', 'console.example'],
      /^--cors-origin: “console\.example” .* https:\/\/console\.example, or \*\.$/,
    ],
    [['--events', 'f', '--cors-origin', 'https://a.example/'], /^--cors-origin/],
    [
      ['--events', 'f', '--host', '0.0.0.0'],
      /^--host: “0\.0\.0\.0” can be reached from elsewhere, so who may ask has to be said: give --jwt-key, --jwks or --token/,
    ],
    [['--events', 'f', '--host', '::'], /^--host: “::”/],
    [['--events', 'f', '--host', 'metrics.example'], /^--host: “metrics\.example”/],
    [['--events', 'f', '--jwt-issuer', 'x'], /^--jwt-issuer: needs a key: give --jwt-key or --jwks too\.$/],
    [['--events', 'f', '--jwt-key', 'k', '--jwks', 'k'], /^--jwt-key: give either one key or a set/],
    [['--events', 'f', '--jwt-key', 'k', '--token', 't'], /^--token: give either one token or a key/],
    [['--events', 'f', '--jwt-key', 'k', '--jwt-algorithm', 'none'], /^--jwt-algorithm: “none” is not accepted/],
    [['--events', 'f', '--jwks', 'k', '--jwt-algorithm', 'HS256'], /^--jwt-algorithm: a secret cannot stand in/],
    [
      ['--events', 'f', '--jwks', 'http://id.example/keys'],
      /^--jwks: “http:\/\/id.* has to be an https URL, or a file/,
    ],
    [
      ['--events', 'f', '--jwt-key', 'k', '--jwt-claim', 'role=r'],
      /^--jwt-claim: “role=r” names no claim\. Nearest: roles\./,
    ],
    [['--events', 'f', '--metrics-port', '-1'], /^--metrics-port: “-1” is not a port/],
    [
      ['--events', 'f', '--request-timeout', '30s'],
      /^--request-timeout: “30s” is not a number of seconds\. Use one above 0\.$/,
    ],
    [['--events', 'f', '--rate-limit', '0'], /^--rate-limit: “0” is not a number of requests a minute/],
    [['--events', 'f', '--time-zone', 'UTC'], /^--time-zone is not an option\. Nearest: --timezone\.$/],
    [['--events', 'f', 'extra.ndjson'], /^“extra\.ndjson” belongs to no option/],
    [['--events', 'f', '--token'], /^--token needs a value\.$/],
    [['--files', 'a', '--events', 'f'], /^--files: give either it or --events, not both/],
    [['--files', 'a', '--clickhouse', 'http://h'], /^--files: give either it or --clickhouse/],
    [['--files', 'a', '--event-id-days', '3'], /^--event-id-days: in files duplicates are found/],
    [['--events', 'f', '--token', '--port=0'], /^--token needs a value, not --port=0\.$/],
  ])('%j are refused', (args, message) => {
    expect(faultsOf(...args)[0]).toMatch(message);
  });

  it('are refused with all faults at once', () => {
    expect(faultsOf('--port', 'x', '--now', 'y', 'z')).toHaveLength(4);
  });
});
