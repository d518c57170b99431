import { describe, expect, it } from 'vitest';
import { createClient } from '#client/index.js';
import type { BreakdownReport, Problem, SummaryReport } from '#contract/api.js';
import { createMockBackend, type MockBackendOptions } from '#mocks/backend.js';
import { mockHandlers } from '#mocks/msw.js';
import { scenarioNames, type ScenarioName } from '#mocks/scenarios/index.js';

const now = Date.UTC(2026, 10, 22, 5, 30);
const base = 'https://mock.example';
const summaryPath =
  '/v1/apps/lantern-tea/reports/summary?range=last_7_days&metrics=opens,exit_rate,avg_duration_per_open';
const pagesPath =
  '/v1/apps/lantern-tea/reports/breakdown?dimension=page_path&metrics=page_visits,exit_rate&range=last_7_days';

/** A fortnight of a few people: enough for every scenario. */
function mock(scenario: ScenarioName, options: MockBackendOptions = {}) {
  return createMockBackend({ scenario, clock: { now: () => now }, days: 14, scale: 0.5, ...options });
}

interface Answer<Body> {
  response: Response;
  body: Body;
}

async function get(backend: ReturnType<typeof mock>, path: string): Promise<Answer<unknown>> {
  const response = await backend.fetch(base + path);
  return { response, body: await response.json() };
}

function batch(): RequestInit {
  const query = { range: 'last_7_days', metrics: ['opens'] };
  const items = [{ id: 'a', scope: 'apps/lantern-tea', report: 'summary', query }];
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(items) };
}

describe('the mock back end', () => {
  it('answers the contract', async () => {
    const { response, body } = (await get(mock('normal'), summaryPath)) as Answer<SummaryReport>;
    expect(response.status).toBe(200);
    expect(body.metrics.map(({ metric }) => metric)).toEqual(['opens', 'exit_rate', 'avg_duration_per_open']);
    expect(body.metrics[0]!.value).toBeGreaterThan(50);
    expect(body.meta.timezone).toBe('Asia/Shanghai');
  });

  it('lists the apps of the population', async () => {
    const { body } = (await get(mock('normal'), '/v1/apps')) as Answer<{ apps: { id: string }[] }>;
    expect(body.apps.map(({ id }) => id).sort()).toEqual(['city-pass', 'lantern-tea', 'tile-garden']);
  });

  it('takes any base URL and a body', async () => {
    const response = await mock('normal').fetch('https://vendor.example/analytics/v1/reports:batch', batch());
    const [answer] = (await response.json()) as { status: number }[];
    expect(answer!.status).toBe(200);
  });

  it('serves a client, which needs no service worker', async () => {
    const client = createClient({ baseUrl: base, fetch: mock('normal').fetch });
    const report = await client.summary('apps/lantern-tea', { range: 'last_7_days', metrics: ['opens'] });
    expect(report.metrics[0]!.value).toBeGreaterThan(50);
  });

  it('keeps the catalogue readable in every scenario but offline', async () => {
    for (const scenario of scenarioNames) {
      if (scenario === 'offline') continue;
      const { response } = await get(mock(scenario), '/v1/catalog');
      expect(response.status, scenario).toBe(200);
    }
  });

  it('can change its scenario at any time', async () => {
    const backend = mock('normal');
    expect((await get(backend, summaryPath)).response.status).toBe(200);
    backend.scenario = 'error';
    expect((await get(backend, summaryPath)).response.status).toBe(500);
    backend.scenario = 'normal';
    expect((await get(backend, summaryPath)).response.status).toBe(200);
  });
});

describe('scenario', () => {
  it('empty: knows the apps, and nobody in them', async () => {
    const backend = mock('empty');
    const summary = (await get(backend, summaryPath)) as Answer<SummaryReport>;
    expect(summary.body.metrics[0]!.value).toBe(0);
    expect(summary.body.metrics[1]!.value).toBeNull();
    expect(((await get(backend, pagesPath)) as Answer<BreakdownReport>).body.rows).toEqual([]);
    expect(((await get(backend, '/v1/apps')) as Answer<{ apps: unknown[] }>).body.apps).toHaveLength(3);
  });

  it('slow: holds reports back until they are let go', async () => {
    const backend = mock('slow', { latencyMs: Infinity });
    let answered = false;
    const asked = backend.fetch(base + summaryPath).then((response) => {
      answered = true;
      return response.status;
    });
    expect((await get(backend, '/v1/catalog')).response.status).toBe(200);
    expect(answered).toBe(false);
    backend.release();
    expect(await asked).toBe(200);
  });

  it('slow: lets an aborted question go at once', async () => {
    const backend = mock('slow', { latencyMs: Infinity });
    const abort = new AbortController();
    const asked = backend.fetch(base + summaryPath, { signal: abort.signal });
    abort.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect(backend.fetch(base + summaryPath, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('slow: answers by itself after its latency', async () => {
    expect((await get(mock('slow', { latencyMs: 1 }), summaryPath)).response.status).toBe(200);
  });

  it('error: fails with a problem that names the request', async () => {
    const { response, body } = (await get(mock('error'), summaryPath)) as Answer<Problem>;
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ status: 500, code: 'failed', instance: expect.stringContaining('urn:request:') });
    expect((await mock('error').fetch(`${base}/v1/reports:batch`, batch())).status).toBe(500);
  });

  it('forbidden: names the permission that lacks, in each answer of a batch too', async () => {
    const backend = mock('forbidden');
    const { response, body } = (await get(backend, pagesPath)) as Answer<Problem>;
    expect(response.status).toBe(403);
    expect(body).toMatchObject({ code: 'forbidden', permission: 'page_analysis.read' });
    const answers = (await (await backend.fetch(`${base}/v1/reports:batch`, batch())).json()) as { status: number }[];
    expect(answers.map(({ status }) => status)).toEqual([403]);
  });

  it('rate-limited: says when to ask again', async () => {
    const { response, body } = (await get(
      mock('rate-limited', { retryAfterSeconds: 7 }),
      summaryPath,
    )) as Answer<Problem>;
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('7');
    expect(body.code).toBe('rate_limited');
  });

  it('malformed: breaks the contract in a way that the client notices', async () => {
    const backend = mock('malformed');
    const { response, body } = (await get(backend, summaryPath)) as Answer<Record<string, unknown>>;
    expect(response.status).toBe(200);
    expect(body).not.toHaveProperty('meta');
    const client = createClient({ baseUrl: base, fetch: backend.fetch });
    const asked = client.summary('apps/lantern-tea', { range: 'last_7_days', metrics: ['opens'] });
    await expect(asked).rejects.toMatchObject({ kind: 'contract' });
  });

  it('offline: fails as a network does', async () => {
    await expect(mock('offline').fetch(base + summaryPath)).rejects.toThrow(TypeError);
    await expect(mock('offline').fetch(`${base}/v1/catalog`)).rejects.toThrow(TypeError);
  });

  it('stale: is older than it promises, and otherwise true', async () => {
    const fresh = (await get(mock('normal'), summaryPath)) as Answer<SummaryReport>;
    const { body } = (await get(mock('stale'), summaryPath)) as Answer<SummaryReport>;
    expect(body.metrics).toEqual(fresh.body.metrics);
    expect(Date.parse(body.meta.data_as_of)).toBe(now - 26 * 3_600_000);
    expect(Date.parse(body.meta.next_refresh_at!)).toBeLessThan(now);
  });

  it('huge-numbers: multiplies counts, not rates, averages or growth', async () => {
    const path = `${summaryPath}&compare=previous_period`;
    const usual = (await get(mock('normal'), path)) as Answer<SummaryReport>;
    const huge = (await get(mock('huge-numbers'), path)) as Answer<SummaryReport>;
    const value = ({ body }: typeof usual, index: number) => body.metrics[index]!.value;
    expect(value(huge, 0)).toBe(value(usual, 0)! * 7_654_321);
    expect(value(huge, 1)).toBe(value(usual, 1));
    expect(value(huge, 2)).toBe(value(usual, 2));
    const [ours, theirs] = [huge, usual].map(({ body }) => body.metrics[0]!.comparisons[0]!);
    expect(ours!.growth).toBe(theirs!.growth);
    expect(ours!.previous.value).toBe(theirs!.previous.value! * 7_654_321);
    const pages = (await get(mock('huge-numbers'), pagesPath)) as Answer<BreakdownReport>;
    expect(pages.body.totals.values['page_visits']!).toBeGreaterThan(1e8);
    expect(pages.body.rows[0]!.values['exit_rate']!).toBeLessThanOrEqual(1);
  });

  it('long-names: has paths of 200 letters and names that no column fits', async () => {
    const backend = mock('long-names');
    const pages = (await get(backend, pagesPath)) as Answer<BreakdownReport>;
    expect(pages.body.rows.length).toBeGreaterThan(10);
    for (const { key } of pages.body.rows) expect(key).toHaveLength(200);
    const { body } = (await get(backend, '/v1/apps')) as Answer<{ apps: { name: string }[] }>;
    expect(Math.max(...body.apps.map(({ name }) => name.length))).toBeGreaterThan(80);
  });
});

describe('mockHandlers', () => {
  it('passes requests of the contract to the mock, and leaves others alone', async () => {
    const [handler] = mockHandlers(mock('normal'), base);
    const run = (path: string) => handler!.run({ request: new Request(base + path), requestId: '1' });
    expect((await run(summaryPath))?.response?.status).toBe(200);
    expect(await run('/index.html')).toBeNull();
  });

  it('turns offline into a network failure', async () => {
    const [handler] = mockHandlers({ scenario: 'offline' });
    const result = await handler!.run({ request: new Request(base + summaryPath), requestId: '1' });
    expect(result?.response?.type).toBe('error');
  });
});
