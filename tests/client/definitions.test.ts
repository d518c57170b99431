import { describe, expect, it } from 'vitest';
import type { EventDefinitionInput } from '#contract/api.js';
import { type ClientOptions, createClient } from '#client/client.js';
import { createDefinitionsClient, type DefinitionsClient } from '#client/definitions.js';
import { fetchOverPort } from '#client/fetch-over-port.js';
import { createDefinitions, createHandler, createMemoryStore, serveOverPort } from '#server/index.js';
import { stubSource } from '../server/fixtures/stub-source.js';
import { ManualTimers } from './manual-timers.js';
import { type Asked, example, ok, problem, type Reply, stubBackEnd, summaryExample } from './stub-back-end.js';

const APP = 'tea & more';
const PATH = '/v1/apps/tea%20%26%20more';
const input = example('EventDefinitionInput') as EventDefinitionInput;
const funnel = { name: 'Checkout', steps: [{ event: 'a' }, { event: 'b' }] };

/** Definitions of a back end that answers from a function. */
function setUp(answer: (asked: Asked, turn: number) => Reply | Promise<Reply>, options: ClientOptions = {}) {
  const timers = new ManualTimers();
  const backEnd = stubBackEnd(answer);
  const client = createClient({ timeoutMs: 0, timers, random: () => 0.5, ...backEnd, ...options });
  return { client, timers, ...createDefinitionsClient(client), ...backEnd };
}

const versioned = (name: string): Reply => ({ status: 200, body: example(name), headers: { etag: '"v7"' } });

describe('each call', () => {
  type Call = (definitions: DefinitionsClient) => Promise<unknown>;
  it.each<[string, string, Call, string | undefined, object | undefined]>([
    ['GET /events', 'EventDefinitionList', ({ events }) => events.list(APP), undefined, undefined],
    [
      'GET /events?page=2&page_size=10&search=add',
      'EventDefinitionList',
      ({ events }) => events.list(APP, { page: 2, page_size: 10, search: 'add' }),
      undefined,
      undefined,
    ],
    ['POST /events', 'EventDefinition', ({ events }) => events.create(APP, input), undefined, input],
    ['GET /events/a%2Fb', 'EventDefinition', ({ events }) => events.get(APP, 'a/b'), undefined, undefined],
    ['PUT /events/1', 'EventDefinition', ({ events }) => events.replace(APP, '1', input, '"v3"'), '"v3"', input],
    ['POST /events/1/check', 'EventDefinition', ({ events }) => events.check(APP, '1', '"v3"'), '"v3"', undefined],
    ['POST /events/1/test', 'EventDefinition', ({ events }) => events.test(APP, '1', '*'), '*', undefined],
    ['POST /events/1/publish', 'EventDefinition', ({ events }) => events.publish(APP, '1', '*'), '*', undefined],
    ['POST /events/1/unpublish', 'EventDefinition', ({ events }) => events.unpublish(APP, '1', '*'), '*', undefined],
    [
      'GET /events/1/test-records?page=2',
      'TestRecordList',
      ({ events }) => events.testRecords(APP, '1', { page: 2 }),
      undefined,
      undefined,
    ],
    [
      'POST /events/1/dry-run?days=30&timezone=Asia%2FShanghai',
      'DryRun',
      ({ events }) => events.dryRun(APP, '1', { days: 30, timezone: 'Asia/Shanghai' }),
      undefined,
      undefined,
    ],
    ['GET /funnels', 'SavedFunnelList', ({ funnels }) => funnels.list(APP), undefined, undefined],
    ['POST /funnels', 'SavedFunnel', ({ funnels }) => funnels.create(APP, funnel), undefined, funnel],
    ['GET /funnels/1', 'SavedFunnel', ({ funnels }) => funnels.get(APP, '1'), undefined, undefined],
    ['PUT /funnels/1', 'SavedFunnel', ({ funnels }) => funnels.replace(APP, '1', funnel, '"v1"'), '"v1"', funnel],
    ['GET /queries?page_size=5', 'QueryHistory', ({ queries }) => queries(APP, { page_size: 5 }), undefined, undefined],
  ])('is %s', async (line, answer, call, ifMatch, body) => {
    const { asked, ...definitions } = setUp(() => versioned(answer));
    const result = await call(definitions);
    const [{ method, path, headers, body: sent } = {} as Asked] = asked;
    expect(`${method} ${path}`).toBe(line.replace(' /', ` ${PATH}/`));
    expect(headers.get('if-match') ?? undefined).toBe(ifMatch);
    expect(sent).toEqual(body);
    expect(headers.get('content-type')).toBe(body ? 'application/json' : null);
    const isOne = answer === 'EventDefinition' || answer === 'SavedFunnel';
    expect(result).toEqual(isOne ? { body: example(answer), etag: '"v7"' } : example(answer));
  });

  it.each(['events', 'funnels'] as const)('deletes of %s, which leaves nothing to read', async (what) => {
    const { asked, ...definitions } = setUp(() => new Response(null, { status: 204 }));
    await expect(definitions[what].delete(APP, '1', '"v2"')).resolves.toBeUndefined();
    expect(asked[0]).toMatchObject({ method: 'DELETE', path: `${PATH}/${what}/1` });
    expect(asked[0]?.headers.get('if-match')).toBe('"v2"');
  });
});

describe('a call that fails', () => {
  it('because someone else saved meanwhile shows their version, and what to name to write over it', async () => {
    const current = example('EventDefinition') as object;
    const { events } = setUp(() => problem(412, 'changed_meanwhile', { etag: '"v4"' }, { current }));
    await expect(events.replace(APP, '1', input, '"v3"')).rejects.toMatchObject({
      kind: 'problem',
      status: 412,
      etag: '"v4"',
      problem: { code: 'changed_meanwhile', current },
    });
  });

  it('because the back end keeps no definitions is told as not available', async () => {
    const { events } = setUp(() => problem(422, 'not_available'));
    await expect(events.list(APP)).rejects.toMatchObject({ kind: 'not_available' });
  });

  it.each<[string, (definitions: DefinitionsClient) => Promise<unknown>]>([
    ['a list', ({ events }) => events.list(APP)],
    ['a dry run', ({ events }) => events.dryRun(APP, '1')],
    ['a reading', ({ funnels }) => funnels.get(APP, '1')],
  ])('in passing is repeated where it is %s', async (_, call) => {
    const { asked, timers, ...definitions } = setUp(() => problem(503), { retry: { retries: 1 } });
    const result = call(definitions).catch((error: unknown) => error);
    timers.advance(await timers.scheduled());
    expect(await result).toMatchObject({ status: 503 });
    expect(asked).toHaveLength(2);
  });

  it.each<[string, (definitions: DefinitionsClient) => Promise<unknown>]>([
    ['create', ({ events }) => events.create(APP, input)],
    ['publish', ({ events }) => events.publish(APP, '1', '"v1"')],
    ['replace', ({ funnels }) => funnels.replace(APP, '1', funnel, '"v1"')],
    ['delete', ({ funnels }) => funnels.delete(APP, '1', '"v1"')],
  ])('in passing is not repeated where it is a write: %s', async (_, call) => {
    const { asked, ...definitions } = setUp(() => problem(503));
    await expect(call(definitions)).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(1);
  });

  it('because the answer breaks the contract names the place', async () => {
    const { events, queries } = setUp(() => ok({ queries: [{ id: '1' }], row_count: 1 }));
    await expect(queries(APP)).rejects.toMatchObject({ kind: 'contract', path: 'queries[0].report' });
    await expect(events.list(APP)).rejects.toMatchObject({ kind: 'contract', path: 'definitions' });
  });

  it('because a version has no ETag that can be read says so: it could never be written over', async () => {
    const { events } = setUp(() => ok(example('EventDefinition')));
    await expect(events.get(APP, '1')).rejects.toMatchObject({ kind: 'contract', path: 'ETag' });
  });

  it('because nobody waits any more is silence', async () => {
    const { events, asked, reached } = setUp(() => new Promise(() => undefined));
    const control = new AbortController();
    const result = events.list(APP, {}, { signal: control.signal }).catch((error: unknown) => error);
    await reached(1);
    control.abort();
    expect(await result).toMatchObject({ kind: 'aborted' });
    expect(asked[0]?.signal.aborted).toBe(true);
    await expect(events.list(APP, {}, { signal: control.signal })).rejects.toMatchObject({ kind: 'aborted' });
    expect(asked).toHaveLength(1);
  });
});

describe('the definitions of a client', () => {
  it('are asked with its token, as whom it asks just then', async () => {
    let identity = 'mei';
    const { queries, asked } = setUp(() => ok(example('QueryHistory')), {
      identity: () => identity,
      getToken: () => `of-${identity}`,
    });
    await queries(APP);
    identity = 'li';
    await queries(APP);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer of-mei', 'Bearer of-li']);
  });

  it('are read anew each time, and leave kept reports alone', async () => {
    const { client, funnels, asked } = setUp(
      ({ path }) => (path.includes('reports') ? ok(summaryExample()) : versioned('SavedFunnel')),
      { batch: false },
    );
    const summary = () => client.summary('superapp', { range: 'yesterday', metrics: ['active_users'] });
    await summary();
    await funnels.get(APP, '1');
    await funnels.get(APP, '1');
    await funnels.replace(APP, '1', funnel, '*');
    await summary();
    expect(asked.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'PUT']);
  });

  it('need a client that has a session', () => {
    const { client } = setUp(() => ok({}));
    const { summary, ...rest } = client;
    const double = { summary, ...Object.fromEntries(Object.entries(rest)) } as unknown as typeof client;
    expect(() => createDefinitionsClient(double)).toThrow(/createClient/);
  });
});

describe.each(['in the page', 'over a port'])('a definition, asked of a handler %s', (where) => {
  it('goes through its life', async () => {
    const handler = createHandler({
      reports: stubSource(),
      definitions: createDefinitions({ store: createMemoryStore() }),
    });
    const { port1, port2 } = new MessageChannel();
    const stop = serveOverPort(port1, handler);
    const fetch = where === 'in the page' ? handler.fetch : fetchOverPort(port2);
    const { events, funnels } = createDefinitionsClient(createClient({ fetch }));
    const app = 'lantern-tea';

    const created = await events.create(app, input);
    const { id } = created.body;
    const checked = await events.check(app, id, created.etag);
    const tested = await events.test(app, id, checked.etag);
    expect((await events.testRecords(app, id)).row_count).toBe(0);
    const published = await events.publish(app, id, tested.etag);
    expect(published.body).toMatchObject({ state: 'published', published: { name: input.name } });
    expect(await events.get(app, id)).toEqual(published);
    await expect(events.replace(app, id, input, created.etag)).rejects.toMatchObject({
      etag: published.etag,
      problem: { current: { id } },
    });
    await expect(events.delete(app, id, published.etag)).rejects.toMatchObject({ status: 409 });
    const draft = await events.unpublish(app, id, published.etag);
    await events.delete(app, id, draft.etag);
    expect(await events.list(app)).toMatchObject({ definitions: [], row_count: 0 });

    const saved = await funnels.create(app, funnel);
    const renamed = await funnels.replace(app, saved.body.id, { ...funnel, name: 'Other' }, saved.etag);
    expect((await funnels.list(app, { search: 'oth' })).funnels).toEqual([renamed.body]);
    await funnels.delete(app, saved.body.id, renamed.etag);
    stop();
    port1.close();
  });
});
