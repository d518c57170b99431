import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AppList, BreakdownReport, SummaryReport, TrendReport } from '#contract/api.js';
import { conforms } from '../conforms.js';
import { runServe, type Command } from './command.js';

const APACHE = 'tests/fixtures/apache_access.ndjson';
const RANGE = 'start=2015-05-17&end=2015-05-20';
const folder = mkdtempSync(path.join(tmpdir(), 'serve-'));
const running: Command[] = [];

function file(name: string, content: string | Uint8Array): string {
  const full = path.join(folder, name);
  writeFileSync(full, content);
  return full;
}

function run(...args: string[]): Command {
  const command = runServe(...args);
  running.push(command);
  return command;
}

const event = (seconds: number, more: object = {}): string =>
  JSON.stringify({ user_id: 'u', ts: Date.parse('2026-11-20T08:00:00Z') + seconds * 1000, event: 'launch', ...more });

const mapping = file('mapping.json', '{"fields": {"os": "os_name"}, "roles": {"page_view": ["pageview"]}}');
const small = file('small.ndjson', [event(0), event(5), '{"user_id": "u"}', 'nonsense'].join('\n'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('serve', { timeout: 60_000 }, () => {
  afterEach(async () => {
    for (const command of running.splice(0)) {
      command.process.kill('SIGKILL');
      await command.ended();
    }
  });

  it('prints one line with the address, tells of rejected rows on stderr, and ends cleanly on SIGTERM', async () => {
    const command = run('--events', small, '--port', '0');
    const address = await command.address();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { apps } = (await (await fetch(`${address}/v1/apps`)).json()) as AppList;
    expect(apps.map(({ id }) => id)).toEqual(['default']);
    command.process.kill('SIGTERM');
    expect(await command.ended()).toBe(0);
    expect(command.stdout()).toBe(`Listening on ${address}\n`);
    expect(command.stderr()).toMatch(
      /^Nobody is asked for a token, so only this machine is answered\. .*\n.*small\.ndjson: 2 events taken, 0 duplicates, 2 rows rejected\n {2}row 3: .+\n {2}row 4: .+\n$/,
    );
  });

  it('ends cleanly on SIGINT', async () => {
    const command = run('--events', small, '--port', '0');
    await command.address();
    command.process.kill('SIGINT');
    expect(await command.ended()).toBe(0);
  });

  it('reads CSV and gzip by their content, in the zone and under the profile it is told', async () => {
    const csv = file('log.bin', gzipSync('user_id,ts,event\nu,2026-11-20T16:30:00Z,launch\n'));
    const command = run('--events', csv, '--port', '0', '--timezone', 'Asia/Shanghai', '--profile', 'tencent_sas');
    const response = await fetch(
      `${await command.address()}/v1/superapp/reports/trend?range=yesterday&metrics=opens&granularity=day`,
    );
    expect(await response.json()).toMatchObject({
      meta: { timezone: 'Asia/Shanghai', profile: 'tencent_sas', range: { start: '2026-11-21', end: '2026-11-21' } },
      series: [{ metric: 'opens', values: [1] }],
    });
  });

  it('puts the clock where --now says, else at the midnight after the last event', async () => {
    const question = '/v1/superapp/days';
    const asOf = async (command: Command) =>
      ((await (await fetch((await command.address()) + question)).json()) as { data_as_of: string }).data_as_of;
    expect(new Date(await asOf(run('--events', small, '--port', '0'))).toISOString()).toBe('2026-11-21T00:00:00.000Z');
    const set = run('--events', small, '--port', '0', '--now', '2026-11-20T09:00:00+01:00');
    expect(new Date(await asOf(set)).toISOString()).toBe('2026-11-20T08:00:00.000Z');
  });

  it('with a token asks for it', async () => {
    const command = run('--events', small, '--port', '0', '--token', 's3cret');
    const address = (await command.address()).replace('0.0.0.0', '127.0.0.1');
    const ask = (authorization?: string) =>
      fetch(`${address}/v1/catalog`, authorization === undefined ? {} : { headers: { Authorization: authorization } });
    for (const wrong of [undefined, 'Bearer', 'Bearer s3cre', 'Bearer s3cret2', 'Basic s3cret']) {
      const refused = await ask(wrong);
      expect([refused.status, refused.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer']);
      await conforms('/v1/catalog', 'GET', refused);
    }
    expect((await ask('Bearer s3cret')).status).toBe(200);
    expect((await ask('bearer s3cret')).status).toBe(200);
  });

  it('lets pages of the named origins ask', async () => {
    const command = run(
      '--events',
      small,
      '--port',
      '0',
      '--cors-origin',
      'https://a.example',
      '--cors-origin',
      'https://b.example',
    );
    const address = await command.address();
    for (const [origin, granted] of [
      ['https://b.example', 'https://b.example'],
      ['https://c.example', null],
    ] as const) {
      const { headers } = await fetch(`${address}/v1/catalog`, { headers: { Origin: origin } });
      expect(headers.get('Access-Control-Allow-Origin')).toBe(granted);
    }
  });

  it.each<[string, string[], number, RegExp]>([
    ['no arguments', [], 2, /--events is missing[^]*Usage: serve --events FILE/],
    [
      'a file that is not there',
      ['--events', 'nowhere.ndjson'],
      2,
      /--events: “nowhere\.ndjson” cannot be read: .*Name a file/,
    ],
    [
      'a mapping that is no JSON',
      ['--events', small, '--mapping', small],
      2,
      /--mapping: “.*small\.ndjson” cannot be read/,
    ],
    [
      'a mapping with faults',
      ['--events', small, '--mapping', file('bad.json', '{"roles": {"view": ["pageview"]}}')],
      2,
      /--mapping: .*roles\.view: "view" is no role/,
    ],
    [
      'a file of definitions that is none',
      ['--events', small, '--definitions', small],
      1,
      /--definitions: “.*small\.ndjson” cannot be used: .*Name a SQLite file/,
    ],
    [
      'a file of definitions where no folder is',
      ['--events', small, '--definitions', path.join(folder, 'nowhere', 'definitions.sqlite')],
      1,
      /--definitions: “.*nowhere/,
    ],
    [
      'a log that does not fit into its memory limit',
      ['--events', small, '--memory-limit', '0.000001'],
      1,
      /The store holds 0 events and refuses more: .* Raise the limit \(memoryLimitBytes, --memory-limit\)/,
    ],
    ['a log that counts no visit', ['--events', file('none.ndjson', event(0, { event: 'tap' }))], 1, /tap/],
  ])('says what is wrong with %s', async (_case, args, exitCode, message) => {
    const command = run(...args);
    expect(await command.ended()).toBe(exitCode);
    expect(command.stderr()).toMatch(message);
    expect(command.stdout()).toBe('');
  });

  it('says so where the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const command = run('--events', small, '--port', String(port));
    expect(await command.ended()).toBe(1);
    expect(command.stderr()).toMatch(`Port ${String(port)} is taken. Choose another with --port`);
    other.close();
  });

  it('keeps definitions, funnels and queries in the file that it is told, and finds them there again', async () => {
    const definitions = path.join(folder, 'definitions.sqlite');
    const start = async (signal: 'SIGTERM' | 'SIGKILL', ask: (address: string) => Promise<void>) => {
      const command = run('--events', small, '--port', '0', '--definitions', definitions);
      await ask(`${await command.address()}/v1/apps/default`);
      command.process.kill(signal);
      await command.ended();
    };
    const post = (url: string, body: object) => fetch(url, { method: 'POST', body: JSON.stringify(body) });
    const input = { name: 'scan', display_name: 'Scan', method: 'api', template: 'blank', actions: [] };
    await start('SIGKILL', async (app) => {
      expect((await post(`${app}/events`, input)).status).toBe(201);
    });
    await start('SIGTERM', async (app) => {
      expect((await post(`${app}/events`, input)).status).toBe(409);
      expect((await post(`${app}/funnels`, { name: 'F', steps: [{ event: 'a' }, { event: 'b' }] })).status).toBe(201);
      expect((await post(`${app}/reports/event`, { range: 'today', event: 'a', measure: 'total' })).status).toBe(200);
    });
    await start('SIGTERM', async (app) => {
      for (const list of ['events', 'funnels', 'queries']) {
        const answer = await fetch(`${app}/${list}`);
        await conforms(`/v1/apps/default/${list}`, 'GET', answer);
        expect(await answer.json()).toMatchObject({ row_count: 1 });
      }
    });
  });

  it('keeps them in memory where it is told no file', async () => {
    const command = run('--events', small, '--port', '0');
    const answer = await fetch(`${await command.address()}/v1/apps/default/events`);
    expect(await answer.json()).toEqual({ definitions: [], observed: [], row_count: 0 });
  });

  it('prints how it is used', async () => {
    const command = run('--help');
    expect(await command.ended()).toBe(0);
    expect(command.stdout()).toMatch(/^Usage: serve --events FILE/);
  });
});

describe('the real log, served', { timeout: 60_000 }, () => {
  let command: Command;
  let address: string;

  beforeAll(async () => {
    command = runServe('--events', APACHE, '--mapping', mapping, '--port', '0');
    address = await command.address();
  }, 60_000);

  afterAll(async () => {
    command.process.kill('SIGTERM');
    await command.ended();
  });

  async function report<Shape>(question: string): Promise<Shape> {
    const response = await fetch(`${address}/v1/apps/default/reports/${question}&${RANGE}`);
    await conforms(new URL(response.url).pathname, 'GET', response);
    return (await response.json()) as Shape;
  }

  it('has the visits, users, opens, stay and depth of the four days', async () => {
    const ids = 'visits,active_users,opens,stay_duration,avg_visit_depth,avg_opens_per_user';
    const { metrics } = await report<SummaryReport>(`summary?metrics=${ids}`);
    const rounded = metrics.map(({ value }) => Math.round(value! * 1000) / 1000);
    expect(rounded).toEqual([4070, 1288, 2326, 31_565, 1.534, 1.806]);
  });

  it('has them by day', async () => {
    const { series } = await report<TrendReport>('trend?metrics=active_users,new_users,opens,visits');
    expect(series.map(({ values }) => values)).toEqual([
      [266, 436, 421, 377],
      [266, 374, 348, 300],
      [407, 730, 620, 569],
      [761, 1339, 1054, 916],
    ]);
  });

  it('has them by page and by source', async () => {
    const filter = 'filter=page_path:in:%252F,%252Fprojects%252Fxdotool%252F';
    const ids = 'page_visits,page_visitors,entries,exits';
    const pages = await report<BreakdownReport>(
      `breakdown?dimension=page_path&metrics=${ids},exit_rate,bounce_rate&${filter}`,
    );
    expect(pages.rows.map(({ key }) => key)).toEqual(['/', '/projects/xdotool/']);
    expect(pages.rows.map(({ values }) => ids.split(',').map((id) => values[id]))).toEqual([
      [575, 223, 456, 461],
      [223, 190, 176, 164],
    ]);
    expect(pages.rows[0]!.values.exit_rate).toBeCloseTo(0.8017, 4);
    expect(pages.rows[0]!.values.bounce_rate).toBeCloseTo(0.875, 4);
    const sources = await report<BreakdownReport>('breakdown?dimension=source&metrics=opens&limit=3');
    expect(sources.rows.map(({ key, values }) => [key, values.opens])).toEqual([
      ['direct', 1311],
      ['internal', 431],
      ['google.com', 156],
    ]);
  });

  it('pages through a list with its cursor', async () => {
    const keys: (string | null)[] = [];
    let cursor: string | null = '';
    while (cursor !== null && keys.length < 400) {
      const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: BreakdownReport = await report(`breakdown?dimension=page_path&metrics=visits&limit=300${more}`);
      keys.push(...page.rows.map(({ key }) => key));
      cursor = page.next_cursor;
    }
    expect(new Set(keys).size).toBe(keys.length);
  });
});
