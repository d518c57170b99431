import { describe, expect, it } from 'vitest';
import { NoBackEnd, rules } from '#conformance/index.js';
import { createEngine } from '#engine/index.js';
import { brokenOf, handlerOver, judge, rulesOf, skippedOf } from './judge.js';
import { checkCase, mockTown, oddLog } from './logs.js';

const patience = 120_000;
/** Without a token, and without events of the kit's own. */
const alwaysSkipped = [
  ...['auth.without-token', 'auth.wrong-token', 'auth.permission', 'definition.not-kept'],
  ...rulesOf('load.').map(({ id }) => id),
];

describe('the handler over the engine keeps every rule', () => {
  it(
    'on the days of a small town',
    async () => {
      const verdict = await judge(handlerOver(mockTown()));
      expect(brokenOf(verdict)).toEqual({});
      expect(skippedOf(verdict)).toEqual(alwaysSkipped);
      expect(verdict.outcomes.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
    },
    patience,
  );

  it(
    'on the check case',
    async () => expect(brokenOf(await judge(handlerOver(await checkCase())))).toEqual({}),
    patience,
  );

  it(
    'on a log with several currencies, without a clock of its own',
    async () => {
      const verdict = await judge(handlerOver(await oddLog()));
      expect(brokenOf(verdict)).toEqual({});
      expect(skippedOf(verdict)).toEqual(alwaysSkipped);
    },
    patience,
  );

  it(
    'on a log without events',
    async () => {
      const verdict = await judge(handlerOver(createEngine()));
      expect(brokenOf(verdict)).toEqual({});
      // Where there is no app, nothing of an app can be listed or saved.
      const ofApps = skippedOf(verdict).filter((id) => !alwaysSkipped.includes(id));
      expect(ofApps.every((id) => /^(definition|funnel|parameter\.page|paging\.lists)/.test(id))).toBe(true);
    },
    patience,
  );

  it('with a token, and without one lets nobody in', async () => {
    const grant = { roles: ['super_admin'] } as const;
    const permissions = ({ headers }: Request) => (headers.get('Authorization') === 'Bearer right' ? grant : null);
    const fetch = handlerOver(await checkCase(), permissions);
    const verdict = await judge(fetch, { token: 'right', rules: rulesOf('auth.', 'header.', 'schema.') });
    expect(brokenOf(verdict)).toEqual({});
    expect(skippedOf(verdict)).toEqual(['auth.permission']);
    await expect(judge(fetch, { token: 'wrong' })).rejects.toThrow(NoBackEnd);
    await expect(judge(fetch)).rejects.toThrow('Give a token that is accepted there');
  });

  it(
    'for a caller who may see pages of one app only',
    async () => {
      const grant = { permissions: ['page_analysis.read'], apps: ['default'] } as const;
      const verdict = await judge(handlerOver(await checkCase(), () => grant));
      expect(brokenOf(verdict)).toEqual({});
      const kept = verdict.outcomes.filter(({ result }) => result === 'kept').map(({ id }) => id);
      expect(kept).toEqual(expect.arrayContaining(['auth.permission', 'schema.problem']));
    },
    patience,
  );

  it('leaves nothing behind of what it writes', async () => {
    const fetch = handlerOver(await checkCase());
    const verdict = await judge(fetch, { rules: rulesOf('definition.', 'funnel.') });
    expect(brokenOf(verdict)).toEqual({});
    for (const folder of ['events', 'funnels']) {
      const list = await fetch(new Request(`http://back.end/v1/apps/default/${folder}`));
      expect(await list.json()).toMatchObject({ row_count: 0 });
    }
  });

  it('and what has no ETag is said to have none, and is deleted all the same', async () => {
    const fetch = handlerOver(await checkCase());
    const withoutETag = async (request: Request) => {
      const { body, status, headers } = await fetch(request);
      const others = new Headers(headers);
      others.delete('ETag');
      return new Response(body, { status, headers: others });
    };
    const verdict = await judge(withoutETag, { rules: rulesOf('definition.life', 'funnel.life') });
    const missing = { came: 'ETag none, then ETag none' };
    expect(brokenOf(verdict)).toMatchObject({ 'definition.life': missing, 'funnel.life': missing });
    const list = await fetch(new Request('http://back.end/v1/apps/default/funnels'));
    expect(await list.json()).toMatchObject({ row_count: 0 });
  });

  it('and is not written to where that is forbidden', async () => {
    const methods = new Set<string>();
    const fetch = handlerOver(await checkCase());
    const watched = (request: Request) => {
      if (!request.url.includes('/reports')) methods.add(request.method);
      return fetch(request);
    };
    const verdict = await judge(watched, { write: false, rules: rulesOf('definition.', 'funnel.', 'paging.lists') });
    expect(skippedOf(verdict)).toEqual(expect.arrayContaining(['definition.life', 'funnel.if-match']));
    expect([...methods]).toEqual(['GET']);
  });
});

describe('a back end that is not there', () => {
  it('is said to be none', async () => {
    const failing = () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
    await expect(judge(failing)).rejects.toThrow('cannot be reached: fetch failed (connect ECONNREFUSED)');
  });

  it('is waited for where it says for how long', async () => {
    const fetch = handlerOver(await checkCase());
    const waits: number[] = [];
    let asked = 0;
    const busy = (request: Request) =>
      asked++ % 3 === 0
        ? Promise.resolve(
            new Response(
              JSON.stringify({ type: 'about:blank', title: 'Too many requests', status: 429, code: 'rate_limited' }),
              { status: 429, headers: { 'Retry-After': '2', 'Content-Type': 'application/problem+json' } },
            ),
          )
        : fetch(request);
    const sleep = (ms: number) => Promise.resolve(void waits.push(ms));
    const verdict = await judge(busy, { sleep, rules: rulesOf('parameter.metrics', 'schema.', 'header.') });
    expect(brokenOf(verdict)).toEqual({});
    expect(new Set(waits)).toEqual(new Set([2000]));
  });
});

describe('a connection that breaks', () => {
  it('is told of the question that it broke on, and ends nothing', async () => {
    const fetch = handlerOver(await checkCase());
    const breaking = (request: Request) =>
      request.url.includes('reports/trend') ? Promise.reject(new TypeError('fetch failed')) : fetch(request);
    const broken = brokenOf(
      await judge(breaking, { rules: rulesOf('answer.', 'schema.', 'metric.', 'parameter.order') }),
    );
    expect(Object.keys(broken)).toEqual(['answer.well-formed-question']);
    expect(JSON.stringify(broken)).toContain('0 the connection broke: fetch failed');
  });
});

describe('events that come in between two questions', () => {
  it('break no rule: what does not show a second time is not told', async () => {
    const engine = await checkCase();
    const fetch = handlerOver(engine);
    let summaries = 0;
    const moving = async (request: Request) => {
      // Once, between the parts of what is held against each other.
      if (request.url.includes('/reports/summary') && ++summaries === 2) {
        const event = { user_id: 'v', ts: '2026-04-03T05:00:00Z', event: 'launch' };
        await engine.ingest(JSON.stringify([event]), { format: 'json' });
      }
      return fetch(request);
    };
    expect(brokenOf(await judge(moving, { concurrency: 1, rules: rulesOf('metric.summary-is-trend') }))).toEqual({});
    expect(summaries).toBeGreaterThan(2 * 8);
  });
});
