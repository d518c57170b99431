import { describe, expect, it } from 'vitest';
import type { BatchItem } from '#contract/api.js';
import type { createClient } from '#client/client.js';
import {
  type Asked,
  batchOf,
  catalogExample,
  example,
  gate,
  ok,
  problem,
  type Reply,
  summaryExample,
  summaryOf,
  inPascalCase,
} from '../stub-back-end.js';
import { app, users, question, metricsOf, setUp } from './stage.js';

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
