import { describe, expect, it, vi } from 'vitest';
import type { QueryHistory } from '#contract/api.js';
import { createMemoryStore, type DocumentStore, type Grant } from '#server/index.js';
import { definitionsAsker, QUERIES } from '../fixtures/definitions-asker.js';
import { stubSource } from '../fixtures/stub-source.js';

const REPORTS = '/v1/apps/lantern-tea/reports';
const event = (name: string) => ({ range: 'last_7_days', event: name, measure: 'total' });
const funnel = { range: 'yesterday', steps: [{ event: 'a' }, { event: 'b' }] };

/** A source that answers event and funnel questions with nothing in them. */
async function analysing() {
  const { meta } = await stubSource().summary('superapp', { metrics: [] });
  return stubSource({
    event: () => Promise.resolve({ meta, buckets: [], series: [], totals: [], others: null }),
    funnel: () => Promise.resolve({ meta, steps: [], groups: [] }),
  });
}

async function setUp(options: Parameters<typeof definitionsAsker>[0] = {}) {
  const asker = definitionsAsker({ source: await analysing(), ...options });
  const history = async (query = '') => (await (await asker.get(QUERIES + query)).json()) as QueryHistory;
  return {
    ...asker,
    history,
    events: async (query = '') => (await history(query)).queries.map((past) => past.query.event),
  };
}

describe('the history of queries', () => {
  it('holds event and funnel questions that were answered, complete, newest first', async () => {
    const { post, history, clock } = await setUp();
    await post(`${REPORTS}/event`, event('pay'));
    clock.at += 1000;
    await post(`${REPORTS}/funnel`, funnel);
    const { queries, row_count } = await history();
    expect(row_count).toBe(2);
    expect(queries).toMatchObject([
      { report: 'funnel', asked_at: '2026-11-22T06:00:01.000Z', query: { range: 'yesterday', timezone: 'UTC' } },
      { report: 'event', asked_at: '2026-11-22T06:00:00.000Z', query: { ...event('pay'), granularity: 'day' } },
    ]);
    expect((await post(`${REPORTS}/event`, queries[1]!.query)).status).toBe(200);
  });

  it('has those of a batch too, and neither other reports, nor other scopes, nor what was refused', async () => {
    const { post, history, problem } = await setUp();
    const item = (id: string, scope: string, report: string, query: object) => ({ id, scope, report, query });
    await post('/v1/reports:batch', [
      item('1', 'apps/lantern-tea', 'event', event('a')),
      item('2', 'superapp', 'event', event('b')),
      item('3', 'apps/lantern-tea', 'summary', { range: 'today', metrics: ['opens'] }),
      item('4', 'apps/bamboo-run', 'event', event('c')),
    ]);
    await problem(400, `${REPORTS}/event`, { json: {} });
    expect((await history()).queries.map(({ query }) => query.event)).toEqual(['a']);
  });

  it('moves a query that is run again to the front', async () => {
    const { post, events } = await setUp();
    for (const name of ['a', 'b', 'a']) await post(`${REPORTS}/event`, event(name));
    expect(await events()).toEqual(['a', 'b']);
  });

  it('does the same with one that wants more of its groups, which stays as it was first asked', async () => {
    const { post, history } = await setUp();
    await post(`${REPORTS}/event`, { ...event('a'), group_by: ['province'], limit: 12 });
    await post(`${REPORTS}/event`, event('b'));
    await post(`${REPORTS}/event`, { ...event('a'), group_by: ['province'], limit: 200 });
    const { queries } = await history();
    expect(queries.map(({ query }) => [query.event, query.limit])).toEqual([
      ['a', 12],
      ['b', expect.any(Number)],
    ]);
  });

  it('keeps the last hundred, in pages', async () => {
    const { post, events, history } = await setUp();
    for (let n = 1; n <= 102; n++) await post(`${REPORTS}/event`, event(`e${n}`));
    expect((await history()).row_count).toBe(100);
    expect(await events('?page_size=2')).toEqual(['e102', 'e101']);
    expect(await events('?page=50&page_size=2')).toEqual(['e4', 'e3']);
  });

  it('is each caller’s own', async () => {
    let grant: Grant = { name: 'Mei', roles: ['superapp_operator'] };
    const { post, events } = await setUp({ permissions: () => grant });
    await post(`${REPORTS}/event`, event('hers'));
    grant = { name: 'Li', roles: ['superapp_operator'] };
    expect(await events()).toEqual([]);
    grant = { name: 'Mei', roles: ['superapp_operator'] };
    expect(await events()).toEqual(['hers']);
  });

  it('needs custom_analysis.read', async () => {
    const { problem } = await setUp({ permissions: () => ({ permissions: ['events.read'] }) });
    expect(await problem(403, QUERIES)).toMatchObject({ permission: 'custom_analysis.read' });
  });

  it('is not searched', async () => {
    await (await setUp()).problem(400, `${QUERIES}?search=a`);
  });

  it('is written behind the answers, several at a time', async () => {
    const memory = createMemoryStore();
    const seen = vi.fn();
    const transact: DocumentStore['transact'] = (...change) => {
      seen();
      return memory.transact(...change);
    };
    const { post, events } = await setUp({ store: { ...memory, transact } });
    await Promise.all(['a', 'b', 'c'].map((name) => post(`${REPORTS}/event`, event(name))));
    expect(seen).not.toHaveBeenCalled();
    expect((await events()).sort()).toEqual(['a', 'b', 'c']);
    expect(seen).toHaveBeenCalledTimes(2); // one to write, one to read
  });

  it('that cannot be written tells the host, spoils no answer, and goes on afterwards', async () => {
    const memory = createMemoryStore();
    let isBroken = true;
    const broken = new Error('disk full');
    const transact: DocumentStore['transact'] = (...change) =>
      isBroken ? Promise.reject(broken) : memory.transact(...change);
    const onError = vi.fn();
    const { post, events, problem } = await setUp({ store: { ...memory, transact }, onError });
    expect((await post(`${REPORTS}/event`, event('lost'))).status).toBe(200);
    await problem(500, QUERIES);
    expect(onError.mock.calls.map(([error]) => error as unknown)).toEqual([broken, broken]);
    isBroken = false;
    await post(`${REPORTS}/event`, event('kept'));
    expect(await events()).toEqual(['kept']);
  });
});
