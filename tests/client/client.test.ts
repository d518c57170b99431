import { describe, expect, it, vi } from 'vitest';
import type { BatchItem, SummaryQuery } from '#contract/api.js';
import { type ClientOptions, createClient } from '#client/client.js';
import { ContractError } from '#client/request-error.js';
import { ManualTimers } from './manual-timers.js';
import {
  type Asked,
  batchOf,
  breakdownExample,
  catalogExample,
  example,
  gate,
  ok,
  problem,
  type Reply,
  stubBackEnd,
  summaryExample,
  summaryOf,
  trendExample,
  inPascalCase,
} from './stub-back-end.js';

const app = 'apps/lantern-tea';
const users: SummaryQuery = { range: 'yesterday', metrics: ['active_users'] };
const question = (...metrics: string[]) => ({ range: 'yesterday' as const, metrics });

const metricsOf = (query: unknown): string[] | undefined => (query as SummaryQuery).metrics;

/** A client of a back end that answers from a function. Nothing is batched unless asked for. */
function setUp(answer: (asked: Asked, turn: number) => Reply | Promise<Reply>, options: ClientOptions = {}) {
  const timers = new ManualTimers();
  const backEnd = stubBackEnd(answer);
  const client = createClient({
    baseUrl: 'https://back.end/',
    batch: false,
    timeoutMs: 0,
    timers,
    random: () => 0.5,
    ...backEnd,
    ...options,
  });
  return { client, timers, ...backEnd };
}

describe('a question', () => {
  it('is a POST of its fields to the path of its scope', async () => {
    const { client, asked } = setUp(() => ok(summaryExample()), { headers: { 'x-tenant': 'acme' } });
    await client.summary('apps/tea & more', { metrics: ['active_users'], range: 'yesterday' });
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/v1/apps/tea%20%26%20more/reports/summary', body: users });
    expect(asked[0]?.headers.get('x-tenant')).toBe('acme');
    expect(asked[0]?.cache).toBe('no-store');
    expect(asked[0]?.headers.get('content-type')).toBe('application/json');
  });

  it('is asked of all apps together in the superapp scope', async () => {
    const { client, paths } = setUp(({ path }) => ok(path.endsWith('days') ? example('DaysReport') : summaryExample()));
    await client.summary('superapp', { ...users, app_type: ['mini_game'] });
    await client.days('superapp');
    expect(paths()).toEqual(['POST /v1/superapp/reports/summary', 'GET /v1/superapp/days']);
  });

  it('by GET leaves out what is not set', async () => {
    const { client, paths } = setUp(() => ok(example('ValuesReport')));
    await client.values(app, { search: 'home/ä', field: 'page_path' });
    expect(paths()).toEqual(['GET /v1/apps/lantern-tea/values?field=page_path&search=home%2F%C3%A4']);
  });

  it('has a typed method for each report', async () => {
    const { client, paths } = setUp(({ path }) => ok(example(`${inPascalCase(path.split('/').at(-1)!)}Report`)));
    await client.trend(app, { metrics: ['opens'] });
    await client.breakdown(app, { metrics: ['page_visits'], dimension: 'page_path' });
    await client.distribution(app, { of: 'visit_depth' });
    await client.retention(app, { cohort: 'new_users', granularity: 'day' });
    await client.funnel(app, { steps: [{ event: 'page_view' }, { event: 'pay' }] });
    await client.funnelNext(app, { steps: [{ event: 'page_view' }, { event: 'pay' }], step: 1 });
    await client.event(app, { event: 'pay', measure: 'total', granularity: 'all', order: '-value', limit: 10 });
    expect(paths().map((path) => path.split('/').at(-1))).toEqual([
      'trend',
      'breakdown',
      'distribution',
      'retention',
      'funnel',
      'funnel_next',
      'event',
    ]);
  });
});

describe('the same question', () => {
  it('is asked once by all who ask it at a time, whatever the order of its fields', async () => {
    const { client, asked } = setUp(() => ok(summaryExample()));
    const [a, b] = await Promise.all([
      client.summary(app, { range: 'yesterday', metrics: ['active_users'] }),
      client.summary(app, { metrics: ['active_users'], range: 'yesterday' }),
    ]);
    expect(a).toBe(b);
    expect(asked).toHaveLength(1);
  });

  it('is answered from what is kept until there can be news', async () => {
    const { client, asked, timers } = setUp(() => ok(summaryExample()));
    await client.summary(app, users);
    timers.advance(59_000);
    await client.summary(app, users);
    expect(asked).toHaveLength(1);
    timers.advance(1_000);
    await client.summary(app, users);
    expect(asked).toHaveLength(2);
  });

  it('reaches the back end on a refresh, after clear, and after events were collected', async () => {
    const { client, asked } = setUp(({ path }) =>
      ok(path.endsWith('collect') ? example('CollectOutcome') : summaryExample()),
    );
    await client.summary(app, users);
    await client.summary(app, users, { refresh: true });
    client.clear();
    await client.summary(app, users);
    await client.collect('lantern-tea', [{ user_id: 'u', ts: 0, event: 'launch' }]);
    await client.summary(app, users);
    expect(asked.filter(({ path }) => path.endsWith('summary'))).toHaveLength(4);
  });

  it('is not kept where it failed', async () => {
    const { client } = setUp((_asked, turn) => (turn === 1 ? problem(422, 'unknown_metric') : ok(summaryExample())));
    await expect(client.summary(app, users)).rejects.toMatchObject({
      kind: 'problem',
      problem: { code: 'unknown_metric' },
    });
    expect((await client.summary(app, users)).metrics).toHaveLength(1);
  });
});

describe('who no longer waits', () => {
  it('hears it at once, and the request ends with the last of them', async () => {
    const held = gate();
    const { client, asked, reached } = setUp(async () => (await held.opened, ok(summaryExample())));
    const [one, two] = [new AbortController(), new AbortController()];
    const first = client.summary(app, users, { signal: one.signal });
    const second = client.summary(app, users, { signal: two.signal });
    await reached(1);
    one.abort();
    await expect(first).rejects.toMatchObject({ kind: 'aborted' });
    expect(asked[0]?.signal.aborted).toBe(false);
    two.abort();
    await expect(second).rejects.toMatchObject({ kind: 'aborted' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked[0]?.signal.aborted).toBe(true);
  });

  it('asks nothing where the signal has fired before', async () => {
    const { client, asked } = setUp(() => ok(summaryExample()));
    await expect(client.summary(app, users, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: 'aborted',
    });
    expect(asked).toHaveLength(0);
  });
});

describe('an identity', () => {
  it('takes what was kept for the one before with it, and its token', async () => {
    let identity = 'mei@acme';
    const getToken = vi.fn(() => `token of ${identity}`);
    const { client, asked } = setUp(() => ok(summaryExample()), { identity: () => identity, getToken });
    await client.summary(app, users);
    identity = 'mei@globex';
    await client.summary(app, users);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token of mei@acme',
      'Bearer token of mei@globex',
    ]);
  });

  it('never sees an answer that was under way for the one before', async () => {
    let identity = 'acme';
    const held = gate();
    const { client } = setUp(async () => (await held.opened, ok(summaryExample())), { identity: () => identity });
    const late = client.summary(app, users);
    identity = 'globex';
    const own = client.summary(app, users);
    await expect(late).rejects.toMatchObject({ kind: 'aborted' });
    held.open();
    expect((await own).metrics).toHaveLength(1);
  });

  it('outlives its token', async () => {
    let number = 0;
    const { client, asked } = setUp(
      ({ headers, path }) =>
        path.endsWith('me') && headers.get('authorization') === 'Bearer 1'
          ? problem(401)
          : ok(path.endsWith('me') ? { roles: [], permissions: [] } : summaryExample()),
      {
        identity: 'acme',
        getToken: () => String(++number),
      },
    );
    await client.summary(app, users);
    await client.me();
    await client.summary(app, users);
    expect(asked.map(({ path }) => path)).toEqual(['/v1/apps/lantern-tea/reports/summary', '/v1/me', '/v1/me']);
  });
});

describe('a 401', () => {
  it('is met with a new token, once', async () => {
    const getToken = vi.fn(({ renew }: { renew: boolean }) => (renew ? 'new' : 'old'));
    const { client, asked } = setUp(
      ({ headers }) => (headers.get('authorization') === 'Bearer new' ? ok({ apps: [] }) : problem(401)),
      { getToken },
    );
    expect(await client.apps()).toEqual([]);
    expect(asked).toHaveLength(2);
  });

  it('is an error where the new token is refused too, or is the old one', async () => {
    let number = 0;
    const refusing = setUp(() => problem(401), { getToken: () => `token-${++number}` });
    await expect(refusing.client.apps()).rejects.toMatchObject({ kind: 'unauthorized', status: 401 });
    expect(refusing.asked).toHaveLength(2);
    const stubborn = setUp(() => problem(401), { getToken: () => 'the same' });
    await expect(stubborn.client.apps()).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(stubborn.asked).toHaveLength(1);
  });

  it('of several questions at once renews one token', async () => {
    const getToken = vi.fn(({ renew }: { renew: boolean }) => (renew ? 'new' : 'old'));
    const { client } = setUp(
      ({ headers, path }) =>
        headers.get('authorization') === 'Bearer old'
          ? problem(401)
          : ok(path.endsWith('me') ? { roles: [], permissions: [] } : { apps: [] }),
      { getToken },
    );
    await Promise.all([client.apps(), client.me()]);
    expect(getToken).toHaveBeenCalledTimes(2);
  });

  it('is what a host that gives no token is told', async () => {
    const { client, asked } = setUp(() => ok({ apps: [] }), {
      getToken: () => Promise.reject(new Error('signed out')),
    });
    await expect(client.apps()).rejects.toMatchObject({ kind: 'unauthorized', cause: new Error('signed out') });
    expect(asked).toHaveLength(0);
  });
});

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

describe('questions of one moment', () => {
  const answerAll =
    (items: Record<string, { status: number; body: unknown }> = {}) =>
    (asked: Asked): Reply => {
      if (asked.path === '/v1/catalog') return ok(catalogExample());
      if (!asked.path.endsWith(':batch')) return ok(summaryOf(metricsOf(asked.body)));
      return batchOf(
        asked,
        ({ query }) => items[String(metricsOf(query))] ?? { status: 200, body: summaryOf(metricsOf(query)) },
      );
    };
  const three = (client: ReturnType<typeof createClient>) => [
    client.summary(app, question('a')),
    client.summary(app, question('b')),
    client.summary('superapp', question('c')),
  ];

  it('travel together where the catalogue says so', async () => {
    const { client, paths, asked } = setUp(answerAll(), { batch: true });
    await Promise.all([...three(client), client.summary(app, question('a'))]);
    expect(paths()).toEqual(['GET /v1/catalog', 'POST /v1/reports:batch']);
    expect(asked[1]?.body).toEqual([
      { id: '0', scope: app, report: 'summary', query: question('a') },
      { id: '1', scope: app, report: 'summary', query: question('b') },
      { id: '2', scope: 'superapp', report: 'summary', query: question('c') },
    ]);
  });

  it('take along who first asked for the catalogue', async () => {
    const held = gate();
    const answer = answerAll();
    const { client, paths } = setUp(
      async (asked) => {
        if (asked.path === '/v1/catalog') await held.opened;
        return answer(asked);
      },
      { batch: true },
    );
    const informed = client.catalog().then(async () => {
      for (let thought = 0; thought < 20; thought++) await Promise.resolve();
      return client.summary(app, question('d'));
    });
    const all = Promise.all([...three(client), informed]);
    // The batch of the three now waits for the catalogue too.
    await new Promise((resolve) => setTimeout(resolve, 0));
    held.open();
    await all;
    expect(paths()).toEqual(['GET /v1/catalog', 'POST /v1/reports:batch']);
  });

  it('travel alone where there is only one, without waiting for the catalogue', async () => {
    const { client, paths } = setUp(answerAll(), { batch: true });
    await client.summary(app, users);
    expect(paths()).toEqual(['POST /v1/apps/lantern-tea/reports/summary']);
  });

  it.each([
    ['does not batch', ok(catalogExample({ batches: false }))],
    ['has no catalogue', problem(404, 'not_found')],
    ['has a catalogue that cannot be read', ok({ metrics: 7 })],
  ])('travel one by one where the back end %s', async (_what, catalogue) => {
    const { client, paths } = setUp(
      ({ path, body }) => (path === '/v1/catalog' ? catalogue : ok(summaryOf(metricsOf(body)))),
      {
        batch: true,
      },
    );
    await Promise.all(three(client));
    expect(paths().slice(1)).toEqual([
      'POST /v1/apps/lantern-tea/reports/summary',
      'POST /v1/apps/lantern-tea/reports/summary',
      'POST /v1/superapp/reports/summary',
    ]);
  });

  it('are cut where the back end takes fewer', async () => {
    const limits = { max_batch: 2 } as never;
    const { client, asked } = setUp(
      (one) => (one.path === '/v1/catalog' ? ok(catalogExample({ limits })) : answerAll()(one)),
      { batch: true },
    );
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((metric) => client.summary(app, question(metric))));
    const sizes = asked.slice(1).map(({ path, body }) => (path.endsWith(':batch') ? (body as BatchItem[]).length : 1));
    expect(sizes.sort()).toEqual([1, 2, 2]);
  });

  it('fail alone', async () => {
    const forbidden = { type: 'about:blank', title: 'No', status: 403, code: 'forbidden', permission: 'events.read' };
    const { client } = setUp(
      answerAll({ b: { status: 403, body: forbidden }, c: { status: 200, body: { meta: 7 } } }),
      { batch: true },
    );
    const [a, b, c] = await Promise.allSettled(three(client));
    expect(a).toMatchObject({ status: 'fulfilled' });
    expect(b).toMatchObject({ reason: { kind: 'forbidden', problem: { permission: 'events.read' } } });
    expect(c).toMatchObject({ reason: { kind: 'contract', path: 'meta' } });
  });

  it('are repeated alone where one failed in passing', async () => {
    const failed = { type: 'about:blank', title: 'No', status: 503, code: 'unavailable' };
    const { client, paths, timers } = setUp(answerAll({ b: { status: 503, body: failed } }), { batch: true });
    const all = Promise.all(three(client));
    timers.advance(await timers.scheduled());
    await all;
    expect(paths()).toEqual(['GET /v1/catalog', 'POST /v1/reports:batch', 'POST /v1/apps/lantern-tea/reports/summary']);
  });

  it('are repeated together where all failed in passing', async () => {
    const answer = answerAll();
    const { client, paths, timers } = setUp((asked, turn) => (turn === 2 ? problem(503) : answer(asked)), {
      batch: true,
    });
    const all = Promise.all(three(client));
    timers.advance(await timers.scheduled());
    await all;
    expect(paths()).toEqual(['GET /v1/catalog', 'POST /v1/reports:batch', 'POST /v1/reports:batch']);
  });

  it.each([404, 405, 501])('fall apart for good where the batch itself is answered %i', async (status) => {
    const answer = answerAll();
    const { client, paths } = setUp((asked) => (asked.path.endsWith(':batch') ? problem(status) : answer(asked)), {
      batch: true,
    });
    await Promise.all(three(client));
    await Promise.all([client.summary(app, question('d')), client.summary(app, question('e'))]);
    expect(paths().filter((path) => path.endsWith(':batch'))).toHaveLength(1);
    expect(paths().filter((path) => path.endsWith('summary'))).toHaveLength(5);
  });

  it('fall apart this once where the batch was too large', async () => {
    const answer = answerAll();
    const { client, paths } = setUp((asked, turn) => (turn === 2 ? problem(413, 'too_large') : answer(asked)), {
      batch: true,
    });
    await Promise.all(three(client));
    await Promise.all([client.summary(app, question('d')), client.summary(app, question('e'))]);
    expect(paths().filter((path) => path.endsWith(':batch'))).toHaveLength(2);
  });

  it('are answered with an error where the back end is out of reach', async () => {
    const { client, paths } = setUp(() => problem(401), { batch: true });
    const results = await Promise.allSettled(three(client));
    expect(results.map((result) => (result as PromiseRejectedResult).reason as unknown)).toMatchObject([
      { kind: 'unauthorized' },
      { kind: 'unauthorized' },
      { kind: 'unauthorized' },
    ]);
    expect(paths()).toEqual(['GET /v1/catalog']);
  });

  it('miss the one that the answer leaves out', async () => {
    const { client } = setUp(
      (asked) =>
        asked.path === '/v1/catalog' ? ok(catalogExample()) : ok([{ id: '0', status: 200, body: summaryOf(['a']) }]),
      { batch: true },
    );
    const [a, b] = await Promise.allSettled(three(client));
    expect(a?.status).toBe('fulfilled');
    expect(b).toMatchObject({ reason: { kind: 'contract', expected: 'an answer with id "1" too' } });
  });

  it('are aborted when all of them are unwanted, and not before', async () => {
    const held = gate();
    const { client, asked, reached } = setUp(
      async (one) => {
        if (one.path === '/v1/catalog') return ok(catalogExample());
        await held.opened;
        return answerAll()(one);
      },
      { batch: true },
    );
    const controls = [new AbortController(), new AbortController()];
    const both = controls.map(({ signal }, index) => client.summary(app, question(String(index)), { signal }));
    await reached(2);
    controls[0]?.abort();
    await Promise.allSettled(both.slice(0, 1));
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked[1]?.signal.aborted).toBe(false);
    controls[1]?.abort();
    await Promise.allSettled(both);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked[1]?.signal.aborted).toBe(true);
  });

  it('leave out who went before they left', async () => {
    const { client, asked } = setUp(answerAll(), { batch: true });
    const control = new AbortController();
    const gone = client.summary(app, question('gone'), { signal: control.signal }).catch((error: unknown) => error);
    const rest = [client.summary(app, question('a')), client.summary(app, question('b'))];
    control.abort();
    await Promise.all([gone, ...rest]);
    expect((asked.at(-1)?.body as BatchItem[]).map(({ query }) => metricsOf(query))).toEqual([['a'], ['b']]);
  });
});
