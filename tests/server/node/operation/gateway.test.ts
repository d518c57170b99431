import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Problem } from '#contract/api.js';
import { TokenError, type Permissions } from '#server/index.js';
import { conforms } from '../../conforms.js';
import { gate, serving, slowDays, type Serving } from './serving.js';

const DAYS = '/v1/superapp/days';
const COLLECT = '/v1/apps/lantern-tea/events:collect';
const running: Serving[] = [];

async function serve(...given: Parameters<typeof serving>): Promise<Serving> {
  const server = await serving(...given);
  running.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close(0)));
});

const bearer: Permissions = ({ headers }) => {
  const name = (headers.get('Authorization') ?? '').replace(/^Bearer ?/, '');
  if (name === 'bad') throw new TokenError('The token is bad.');
  return name === '' ? null : { name, roles: ['super_admin'] };
};

async function metricsOf(address: string): Promise<string> {
  return (await fetch(`${address}/metrics`)).text();
}

describe('health', () => {
  it('is not ready while the file is read, and ready then', async () => {
    const server = await serve([], { isLoaded: false });
    const ask = async (at: string) => {
      const response = await fetch(server.address + at);
      return [response.status, await response.json()];
    };
    for (const at of ['/healthz', '/healthz/ready']) expect(await ask(at)).toEqual([503, { status: 'loading' }]);
    expect(await ask('/healthz/live')).toEqual([200, { status: 'loading' }]);
    server.load();
    for (const at of ['/healthz', '/healthz/ready', '/healthz/live'])
      expect(await ask(at)).toEqual([200, { status: 'ready' }]);
  });

  it('needs no token, and is only read', async () => {
    const { address } = await serve([], { permissions: () => null });
    expect((await fetch(`${address}/healthz`, { method: 'HEAD' })).status).toBe(200);
    const refused = await fetch(`${address}/healthz`, { method: 'POST' });
    expect([refused.status, refused.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the contract while the file is read', () => {
  it('is a 503 with Retry-After, also for a page of another origin', async () => {
    const { address } = await serve(['--cors-origin', 'https://a.example'], { isLoaded: false });
    const headers = { Origin: 'https://a.example' };
    const response = await fetch(address + DAYS, { headers });
    await conforms(DAYS, 'GET', response);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5']);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://a.example');
    const asked = { ...headers, 'Access-Control-Request-Method': 'POST' };
    const preflight = await fetch(address + DAYS, { method: 'OPTIONS', headers: asked });
    expect([preflight.status, preflight.headers.get('Access-Control-Allow-Methods')]).toEqual([
      204,
      'GET, HEAD, POST, PUT, DELETE, OPTIONS',
    ]);
  });
});

describe('a question that takes too long', () => {
  it('is a 503 that says so, readable by a page of another origin, and its signal is aborted', async () => {
    const { source, aborted } = slowDays();
    const { address } = await serve(['--request-timeout', '0.05', '--cors-origin', '*'], { source });
    const response = await fetch(address + DAYS, { headers: { Origin: 'https://a.example' } });
    await conforms(DAYS, 'GET', response);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '10']);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://a.example');
    expect(((await response.json()) as Problem).detail).toMatch(/longer than 0\.05 seconds/);
    expect(await aborted).toMatchObject({ name: 'TimeoutError' });
  });

  it('is aborted likewise where the client goes away, and noted with no status', async () => {
    const { source, asked, aborted } = slowDays();
    const { address } = await serve([], { source });
    const control = new AbortController();
    const answer = fetch(address + DAYS, { signal: control.signal });
    await asked;
    control.abort();
    await expect(answer).rejects.toThrow(/abort/i);
    expect(String(await aborted)).toMatch(/abort|closed/);
    expect(await metricsOf(address)).toMatch(
      /requests_total\{method="GET",route="\/v1\/superapp\/days",status="499"\} 1/,
    );
  });

  it('may have a body, which arrives whole', async () => {
    const { address } = await serve();
    const body = JSON.stringify({ range: 'today', metrics: ['opens'] });
    const init = { method: 'POST', body, headers: { 'Content-Type': 'application/json' } };
    expect((await fetch(`${address}/v1/superapp/reports/summary`, init)).status).toBe(200);
  });

  it('does not bound how long events may be sent', async () => {
    const [arrived, finish] = [gate(), gate()];
    const collect = async () => {
      arrived.open();
      await finish.opened;
      return { accepted: 1, duplicate: 0, rejected: 0, rejections: [] };
    };
    const { source, asked } = slowDays();
    const { address } = await serve(['--request-timeout', '0.05'], { source: { ...source, collect } });
    const sent = fetch(address + COLLECT, { method: 'POST', body: '{}' });
    await arrived.opened;
    const late = fetch(address + DAYS);
    await asked;
    expect((await late).status).toBe(503); // The time is over for both.
    finish.open();
    expect((await sent).status).toBe(200);
  });
});

describe('bodies of events', () => {
  it('beyond those that are read at once wait: 503 with Retry-After, until one is done', async () => {
    const [arrived, finish] = [gate(), gate()];
    const collect = async () => {
      arrived.open();
      await finish.opened;
      return { accepted: 2, duplicate: 1, rejected: 3, rejections: [] };
    };
    const { address } = await serve(['--collects', '1'], { source: { collect } });
    const send = () => fetch(address + COLLECT, { method: 'POST', body: '{}' });
    const first = send();
    await arrived.opened;
    const refused = await send();
    await conforms(COLLECT, 'POST', refused);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '1']);
    expect((await fetch(address + DAYS)).status).toBe(200); // Questions do not wait.
    finish.open();
    expect((await first).status).toBe(200);
    expect((await send()).status).toBe(200);
    const metrics = await metricsOf(address);
    for (const line of ['accepted"} 4', 'duplicate"} 2', 'rejected"} 6', 'dropped"} 0'])
      expect(metrics).toContain(`miniapp_analytics_events_collected_total{outcome="${line}`);
  });

  it('give their place back where the sender goes away, or is refused', async () => {
    const collect = async (_app: string, body: ReadableStream<Uint8Array>) => {
      await new Response(body).text();
      return { accepted: 1, duplicate: 0, rejected: 0, rejections: [] };
    };
    const { address } = await serve(['--collects', '1'], { source: { collect } });
    const { port, hostname } = new URL(address);
    const socket = connect(Number(port), hostname);
    socket.write(`POST ${COLLECT} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"half`);
    await once(socket, 'connect');
    socket.destroy();
    const send = (type: string) =>
      fetch(address + COLLECT, { method: 'POST', body: '{}', headers: { 'Content-Type': type } });
    let response = await send('application/json');
    while (response.status === 503) response = await send('application/json');
    expect(response.status).toBe(200);
    expect((await send('text/csv')).status).toBe(415);
    expect((await send('application/json')).status).toBe(200);
  });
});

describe('a limit of requests', () => {
  const ask = async (address: string, name: string) => {
    const response = await fetch(address + DAYS, { headers: { Authorization: `Bearer ${name}` } });
    await conforms(DAYS, 'GET', response);
    return response;
  };

  it('holds for each name by itself: 429 with Retry-After', async () => {
    const { address } = await serve(['--rate-limit', '1'], { permissions: bearer });
    expect((await ask(address, 'mei')).status).toBe(200);
    const refused = await ask(address, 'mei');
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60']);
    expect((await ask(address, 'lin')).status).toBe(200);
  });

  it('holds for refused tokens by address, and not for those that are accepted', async () => {
    const { address } = await serve(['--rate-limit', '1'], { permissions: bearer });
    expect((await ask(address, 'bad')).status).toBe(401);
    expect((await ask(address, 'bad')).status).toBe(429);
    expect((await ask(address, '')).status).toBe(429);
    expect((await ask(address, 'mei')).status).toBe(200);
  });

  it('takes addresses from a proxy only where one is trusted', async () => {
    const from = async (address: string, forwarded: string) =>
      (await fetch(address + DAYS, { headers: { 'X-Forwarded-For': forwarded } })).status;
    const { address } = await serve(['--rate-limit', '1', '--trust-proxy']);
    expect(await from(address, '10.0.0.1')).toBe(200);
    expect(await from(address, '10.0.0.1, 10.0.0.2')).toBe(200);
    expect(await from(address, '10.0.0.9, 10.0.0.2')).toBe(429);
    const { address: other } = await serve(['--rate-limit', '1']);
    expect(await from(other, '10.0.0.1')).toBe(200);
    expect(await from(other, '10.0.0.2')).toBe(429);
  });
});

describe('the access log', () => {
  it('has a line of JSON for each request, with its route and who asked, and neither token nor query', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'log-'));
    const file = path.join(folder, 'access.log');
    const server = await serving(['--access-log', file], { permissions: bearer });
    const ask = (at: string, headers = {}) => fetch(server.address + at, { headers }).then((answer) => answer.text());
    await ask(`${DAYS}?filter=city:eq:Secret`, { Authorization: 'Bearer mei', 'X-Request-Id': 'req-1' });
    await ask('/v1/me', { Authorization: 'Bearer bad' });
    await ask('/secret/place');
    await server.close();
    const text = readFileSync(file, 'utf8');
    const [first, second, third] = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(first).toEqual({
      time: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
      request_id: 'req-1',
      method: 'GET',
      route: '/v1/superapp/days',
      status: 400,
      ms: expect.any(Number) as unknown,
      bytes: expect.any(Number) as unknown,
      subject: 'mei',
    });
    expect(first!['bytes']).toBeGreaterThan(200);
    expect(second).toMatchObject({ route: '/v1/me', status: 401, subject: null });
    expect(third).toMatchObject({ route: 'none', status: 404 });
    expect(text).not.toMatch(/secret|Bearer|bad/i);
    rmSync(folder, { recursive: true });
  });

  it('that cannot be written is a fault of the arguments', async () => {
    await expect(serving(['--access-log', '/nowhere/access.log'])).rejects.toThrow(/--access-log: “\/nowhere/);
  });
});

describe('a request id', () => {
  it('is the client’s own where that is harmless, else one of ours', async () => {
    const { address } = await serve();
    const idOf = async (id: string) => {
      const { headers } = await fetch(`${address}/v1/me`, { headers: { 'X-Request-Id': id } });
      return headers.get('X-Request-Id');
    };
    expect(await idOf('4bf92f35-77b3:7')).toBe('4bf92f35-77b3:7');
    for (const id of ['with spaces', 'x'.repeat(129), '{"json": 1}']) expect(await idOf(id)).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('stands beside what failed, which is told without the query', async () => {
    const days = (): never => {
      throw new Error('The disk is gone.');
    };
    const { address, warned } = await serve([], { source: { days } });
    const headers = { 'X-Request-Id': 'req-7' };
    expect((await fetch(`${address}${DAYS}?timezone=UTC`, { headers })).status).toBe(500);
    expect(warned[0]).toMatch(/^GET \/v1\/superapp\/days failed \(request req-7\): Error: The disk is gone\./);
  });
});

describe('metrics', () => {
  it('count requests by route, method and status, and know the process', async () => {
    const { address } = await serve();
    await fetch(`${address}/v1/apps/lantern-tea/days`);
    await fetch(`${address}/v1/apps/nowhere/days`);
    await fetch(`${address}/wp-login.php`, { method: 'PATCH', body: 'x' });
    const text = await metricsOf(address);
    for (const labels of [
      'method="GET",route="/v1/apps/:app/days",status="200"} 1',
      'method="GET",route="/v1/apps/:app/days",status="404"} 1',
      'method="other",route="none",status="404"} 1',
    ])
      expect(text).toContain(`miniapp_analytics_http_requests_total{${labels}`);
    expect(text).toMatch(/request_duration_seconds_bucket\{le="10",method="GET",route="\/v1\/apps\/:app\/days"\} 2/);
    expect(text).toMatch(/^miniapp_analytics_http_requests_in_flight 1$/m); // This one.
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('can have a port of their own, and then are not at that of the API', async () => {
    const { address, warned } = await serve(['--metrics-port', '0']);
    expect((await fetch(`${address}/metrics`)).status).toBe(404);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const [, watch = ''] = /^Health and metrics on (\S+)\/healthz and \/metrics$/.exec(warned[0] ?? '') ?? [];
    expect(await metricsOf(watch)).toContain('miniapp_analytics_http_requests_total');
    expect((await fetch(`${watch}/healthz`)).status).toBe(200);
    expect((await fetch(`${watch}/v1/me`)).status).toBe(404);
  });
});

describe('the end of a server', () => {
  it('is told to whoever watches before the port is closed, and lets a running question end', async () => {
    const { source, asked, answer } = slowDays();
    const server = await serving(['--stop-delay', '1'], { source });
    const running = fetch(server.address + DAYS);
    await asked;
    const closed = server.close();
    const health = await fetch(`${server.address}/healthz`);
    expect([health.status, await health.json()]).toEqual([503, { status: 'stopping' }]);
    expect(health.headers.get('Connection')).toBe('close');
    answer();
    expect((await running).status).toBe(200);
    await closed;
    await expect(fetch(`${server.address}/healthz`)).rejects.toThrow();
  });

  it('aborts what takes longer than it may', async () => {
    const { source, asked, aborted } = slowDays();
    const server = await serving(['--stop-timeout', '0.05'], { source });
    const running = fetch(server.address + DAYS);
    const failed = expect(running).rejects.toThrow();
    await asked;
    await server.close();
    await failed;
    await aborted;
  });
});
