import { describe, expect, it } from 'vitest';
import { ContractError } from '#client/request-error.js';
import {
  breakdownExample,
  example,
  ok,
  problem,
  type Reply,
  summaryExample,
  trendExample,
  inPascalCase,
} from '../stub-back-end.js';
import { app, users, setUp } from './stage.js';

describe('a failure', () => {
  it.each([
    [
      problem(403, 'forbidden', {}, { permission: 'page_analysis.read' }),
      { kind: 'forbidden', status: 403, problem: { permission: 'page_analysis.read' } },
    ],
    [
      problem(422, 'not_available', {}, { detail: 'It answers by day.' }),
      { kind: 'not_available', message: 'It answers by day.' },
    ],
    [problem(404, 'app_not_found', { 'x-request-id': 'r-7' }), { kind: 'problem', status: 404, requestId: 'r-7' }],
    [problem(409, 'name_taken', {}, { instance: 'urn:request:8' }), { kind: 'problem', requestId: 'urn:request:8' }],
    [
      { status: 404, body: { message: 'no route' } },
      { kind: 'http', status: 404, problem: undefined },
    ],
    [new Response('<h1>Bad gateway</h1>', { status: 400 }), { kind: 'http', status: 400 }],
  ] as [Reply, object][])('of kind %# is named', async (reply, error) => {
    const { client } = setUp(() => reply);
    await expect(client.apps()).rejects.toMatchObject(error);
  });

  it('that passes is repeated', async () => {
    const { client, asked, timers } = setUp((_asked, turn) =>
      turn < 3 ? problem(503, 'unavailable') : ok({ apps: [] }),
    );
    const apps = client.apps();
    timers.advance(await timers.scheduled());
    timers.advance(await timers.scheduled());
    expect(await apps).toEqual([]);
    expect(asked).toHaveLength(3);
  });

  it('of the network is repeated, and offline is told apart and is not', async () => {
    const down = () => Promise.reject(new TypeError('fetch failed'));
    const network = setUp(down, { retry: { retries: 1 } });
    const result = network.client.apps().catch((error: unknown) => error);
    network.timers.advance(await network.timers.scheduled());
    expect(await result).toMatchObject({ kind: 'network', cause: new TypeError('fetch failed') });
    expect(network.asked).toHaveLength(2);
    const offline = setUp(down, { isOnline: () => false });
    await expect(offline.client.apps()).rejects.toMatchObject({ kind: 'offline' });
    expect(offline.asked).toHaveLength(1);
  });

  it('by too many requests says when to come back', async () => {
    const { client, timers } = setUp(() => problem(429, 'rate_limited', { 'retry-after': '24' }));
    await expect(client.apps()).rejects.toMatchObject({ kind: 'rate_limited', retryAt: timers.now() + 24_000 });
  });

  it('of a write is not repeated', async () => {
    const { client, asked } = setUp(() => problem(503));
    await expect(client.collect('a', 'x')).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(1);
  });

  it('to answer in time ends the request, and leaves no timer', async () => {
    const { client, timers, asked, reached } = setUp(() => new Promise(() => undefined), { timeoutMs: 30_000 });
    const result = client.apps().catch((error: unknown) => error);
    expect(await timers.scheduled()).toBe(30_000);
    await reached(1);
    timers.advance(30_000);
    expect(await result).toMatchObject({ kind: 'timeout', message: 'The back end did not answer within 30 s' });
    expect(asked[0]?.signal.aborted).toBe(true);
    expect(timers.running).toBe(0);
  });
});

describe('an answer that breaks the contract', () => {
  it('is an error that names the place, what should stand there, and what does', async () => {
    const report = breakdownExample();
    Object.assign(report.rows[0] ?? {}, { values: { page_visits: 'many' } });
    const { client } = setUp(() => ok(report));
    const error = await client
      .breakdown(app, { metrics: ['page_visits'], dimension: 'page_path' })
      .catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ContractError);
    expect(error).toMatchObject({
      kind: 'contract',
      path: 'rows[0].values.page_visits',
      expected: 'a number or null',
      got: '"many"',
    });
    expect((error as Error).message).toBe(
      '/v1/apps/lantern-tea/reports/breakdown: rows[0].values.page_visits must be a number or null, got "many"',
    );
  });

  it.each([['<html>'], ['']])('because it is not JSON (%j) is one too', async (text) => {
    const { client } = setUp(() => new Response(text));
    await expect(client.apps()).rejects.toMatchObject({ kind: 'contract', expected: 'JSON' });
  });

  it('is not kept', async () => {
    const { client } = setUp((_asked, turn) => ok(turn === 1 ? {} : summaryExample()));
    await expect(client.summary(app, users)).rejects.toMatchObject({ kind: 'contract', path: 'meta' });
    expect((await client.summary(app, users)).metrics).toHaveLength(1);
  });
});

describe('an answer without a metric that was asked for', () => {
  it.each([
    ['summary', 'metrics', 'a list with "shares" too'],
    ['trend', 'series', 'a list with "shares" too'],
    ['breakdown', 'rows[0].values.shares', 'a number or null'],
  ] as const)('is refused: %s', async (report, path, expected) => {
    const { client } = setUp(() => ok(example(`${inPascalCase(report)}Report`)));
    const query = { metrics: ['shares'], dimension: 'page_path' };
    await expect(client[report](app, query)).rejects.toMatchObject({ kind: 'contract', path, expected });
  });

  it('is sound where it is a trend by a dimension that has no values', async () => {
    const { client } = setUp(() => ok({ ...trendExample(), series: [] }));
    expect((await client.trend(app, { metrics: ['shares'], breakdown_by: 'source' })).series).toEqual([]);
  });
});

describe('collecting', () => {
  it('takes as long as it takes', async () => {
    const { client, timers } = setUp(() => ok(example('CollectOutcome')), { timeoutMs: 30_000 });
    const done = client.collect('lantern-tea', 'x');
    expect(timers.running).toBe(0);
    await done;
  });

  it.each([
    [[{ user_id: 'u', ts: 0, event: 'launch' }], 'application/json', [{ user_id: 'u', ts: 0, event: 'launch' }]],
    ['not json\n', 'application/x-ndjson', 'not json\n'],
    [new Blob(['also not json\n'], { type: 'text/plain' }), 'application/x-ndjson', 'also not json\n'],
  ])('sends %s with its type', async (events, type, body) => {
    const { client, asked } = setUp(() => ok(example('CollectOutcome')));
    await client.collect('lantern-tea', events);
    expect(asked[0]).toMatchObject({ path: '/v1/apps/lantern-tea/events:collect', body });
    expect(asked[0]?.headers.get('content-type')).toBe(type);
  });
});
