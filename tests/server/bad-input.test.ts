import { beforeAll, describe, expect, it } from 'vitest';
import type { BreakdownReport, Problem, SummaryReport, TrendReport } from '#contract/api.js';
import { createEngine } from '#engine/index.js';
import { createHandler } from '#server/index.js';
import { conforms } from './conforms.js';

const NOW = Date.parse('2026-11-22T05:30:00Z');
const engine = createEngine({ clock: { now: () => NOW } });
const handler = createHandler({ reports: engine });
const APP = '/v1/apps/tea';

const pages = ['/home', '/menu', '/cart', '/pay'];
const events = (day: string, users: number): string =>
  Array.from({ length: users * 4 }, (_, n) =>
    JSON.stringify({
      user_id: `u${n >> 2}`,
      ts: Date.parse(`${day}T04:00:00Z`) + n * 1000,
      event: 'page_view',
      page_path: pages[n % 4],
      os_name: n % 8 < 4 ? 'iOS' : 'Android',
      properties: { price: n, plan: 'pro' },
    }),
  ).join('\n');

/** Asks the reference engine over HTTP; the answer is held against the OpenAPI document. */
async function ask(path: string, init: RequestInit = {}, to = handler): Promise<Response> {
  const request = new Request(`http://back.end${path}`, init);
  const response = await to.fetch(request);
  await conforms(new URL(request.url).pathname, request.method, response);
  return response;
}
const post = (json: unknown): RequestInit => ({
  method: 'POST',
  body: typeof json === 'string' ? json : JSON.stringify(json),
});
const collect = (body: string, to = handler) => ask(`${APP}/events:collect`, { method: 'POST', body }, to);
const bodyOf = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T;

beforeAll(async () => {
  await collect(events('2026-11-20', 3));
});

const summary = (search: string): string => `${APP}/reports/summary?metrics=visits,active_users&${search}`;
const trend = (search: string): string => `${APP}/reports/trend?metrics=visits&granularity=day&${search}`;

describe('a range', () => {
  it.each([
    ['before the data', 'start=2026-01-01&end=2026-01-31'],
    ['a century before the data', 'start=1926-01-01&end=1926-01-31'],
    ['at the beginning of the calendar', 'start=0001-01-01&end=0001-01-02'],
  ])('%s has zeros', async (_case, range) => {
    const { metrics } = await bodyOf<SummaryReport>(ask(summary(range)));
    expect(metrics.map(({ value }) => value)).toEqual([0, 0]);
    const { series, buckets } = await bodyOf<TrendReport>(ask(trend(range)));
    expect(new Set(series[0]!.values)).toEqual(new Set([0]));
    expect(new Set(buckets.map(({ state }) => state))).toEqual(new Set(['complete']));
  });

  it.each([
    ['tomorrow', 'start=2026-11-23&end=2026-11-23'],
    ['in a year', 'start=2027-11-01&end=2027-11-30'],
    ['at the end of the calendar', 'start=9999-12-30&end=9999-12-31'],
  ])('%s has nulls and says that it is future', async (_case, range) => {
    const { metrics } = await bodyOf<SummaryReport>(ask(summary(`${range}&compare=previous_day,last_month`)));
    expect(metrics.map(({ value, state }) => [value, state])).toEqual(Array(2).fill([null, 'future']));
    expect(metrics[0]!.comparisons.map(({ growth }) => growth)).toEqual([null, null]);
    const { series, buckets } = await bodyOf<TrendReport>(ask(trend(range)));
    expect(new Set(series[0]!.values)).toEqual(new Set([null]));
    expect(new Set(buckets.map(({ state }) => state))).toEqual(new Set(['future']));
  });

  it('that begins in the past and ends in the future has both', async () => {
    const { series, buckets } = await bodyOf<TrendReport>(ask(trend('start=2026-11-20&end=2026-11-23')));
    expect(series[0]!.values).toEqual([12, 0, 0, null]);
    expect(buckets.map(({ state }) => state)).toEqual(['complete', 'complete', 'running', 'future']);
  });
});

describe('a filter', () => {
  const visits = async (filter: string) =>
    (await bodyOf<SummaryReport>(ask(summary(`range=last_7_days&filter=${filter}`)))).metrics[0]!.value;

  it.each([
    ['properties.never:eq:1', 0, 'on a property never seen matches nothing'],
    ['properties.never:set', 0, 'also where any value would do'],
    ['properties.never:ne:1', 12, 'but ne matches what is missing'],
    ['properties.never:not_in:1,2', 12, 'and so does not_in'],
    ['properties.never:not_set', 12, 'and not_set'],
    ['event:eq:never', 0, 'on an event never seen matches nothing'],
    ['properties.plan:gt:5', 0, 'that compares texts as numbers matches none of them'],
    ['properties.price:gte:8', 4, 'on numbers compares them'],
    ['properties.price:contains:1', 3, 'that looks into numbers looks at them as they are written'],
    ['page_path:contains:', 12, 'that contains nothing matches every text'],
  ])('%s gives %d: a filter %s', async (filter, expected) => {
    expect(await visits(filter)).toBe(expected);
  });
});

describe('a funnel', () => {
  const funnel = (more: object): Promise<Response> =>
    ask(`${APP}/reports/funnel`, post({ start: '2026-11-20', end: '2026-11-20', ...more }));
  const steps = (count: number) => Array.from({ length: count }, () => ({ event: 'page_view' }));

  it.each([
    [0, 400],
    [1, 400],
    [2, 200],
    [10, 200],
    [11, 400],
  ])('of %d steps is %d', async (count, status) => {
    expect((await funnel({ steps: steps(count) })).status).toBe(status);
  });

  it.each([
    [1, 200],
    [366 * 86_400, 200],
    [0, 400],
    [-1, 400],
    [0.5, 400],
    ['60', 400],
    [null, 400],
    [1e300, 400],
  ])('with a window of %j is %d', async (window_seconds, status) => {
    expect((await funnel({ steps: steps(2), window_seconds })).status).toBe(status);
  });

  it.each([
    [1, 200],
    [2, 200],
    [3, 400],
    [0, 400],
    ['1', 400],
    [undefined, 400],
  ])('of two steps, asked what came after step %j, is %d', async (step, status) => {
    const question = { start: '2026-11-20', end: '2026-11-20', steps: steps(2), step };
    expect((await ask(`${APP}/reports/funnel_next`, post(question))).status).toBe(status);
  });

  it('of an event never seen has nobody', async () => {
    const report = await bodyOf<{ steps: { users: number }[] }>(
      funnel({ steps: [{ event: 'page_view' }, { event: 'x' }] }),
    );
    expect(report.steps.map(({ users }) => users)).toEqual([3, 0]);
  });
});

describe('a cursor of the engine', () => {
  const breakdown = (more = '') =>
    `${APP}/reports/breakdown?metrics=visits&dimension=page_path&range=last_7_days&limit=3${more}`;
  const next = async () => (await bodyOf<BreakdownReport>(ask(breakdown()))).next_cursor!;

  it('continues where the page ended', async () => {
    const { rows, next_cursor } = await bodyOf<BreakdownReport>(ask(breakdown(`&cursor=${await next()}`)));
    expect([rows.map(({ key }) => key), next_cursor]).toEqual([['/pay'], null]);
  });

  it.each<[string, (cursor: string) => string]>([
    ['is the row it stands for', () => '3'],
    ['was edited', (cursor) => `${cursor}0`],
    ['points elsewhere with the old seal', (cursor) => `${btoa('0')}.${cursor.split('.')[1]}`],
    ['is only its seal', (cursor) => `.${cursor.split('.')[1]}`],
    ['is of another question', (cursor) => `${cursor}&search=menu`],
    ['is of another range', (cursor) => `${cursor}&timezone=Asia/Shanghai`],
    ['is a megabyte', () => 'x'.repeat(100_000)],
  ])('is refused where it %s', async (_case, tamper) => {
    const response = await ask(breakdown(`&cursor=${tamper(await next())}`));
    const { errors } = await bodyOf<Problem>(response);
    expect([response.status, errors?.map(({ parameter }) => parameter)]).toEqual([400, ['cursor']]);
  });
});

describe('a body', () => {
  const SUMMARY = `${APP}/reports/summary`;
  const question = { range: 'today', metrics: ['visits'] };

  it.each([
    ['a megabyte of it', `{"range": "${'x'.repeat(999_000)}`],
    ['nested without end', '['.repeat(400_000)],
    ['nested and closed', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
    ['with a byte order mark in the middle', '{"range": \uFEFF"today"}'],
    ['of NaN', '{"range": NaN}'],
    ['of nothing but blanks', '   \n'],
    ['of null', 'null'],
    ['of a number', '7'],
  ])('of broken JSON, %s, is 400', async (_case, body) => {
    expect((await ask(SUMMARY, post(body))).status).toBe(400);
  });

  it('that is not UTF-8 is 400', async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]);
    expect((await ask(SUMMARY, { method: 'POST', body })).status).toBe(400);
  });

  it('may be as long as the limit and no longer', async () => {
    const text = JSON.stringify(question);
    expect((await ask(SUMMARY, post(text.padEnd(1_000_000)))).status).toBe(200);
    expect((await ask(SUMMARY, post(text.padEnd(1_000_001)))).status).toBe(413);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty'])('with a member %s is 400', async (name) => {
    const response = await ask(SUMMARY, post(`{"range": "today", "metrics": ["visits"], "${name}": {"range": "x"}}`));
    const { errors } = await bodyOf<Problem>(response);
    expect([response.status, errors?.map(({ parameter }) => parameter)]).toEqual([400, [name]]);
  });

  it.each(['constructor', '__proto__', 'toString'])('that names %s as metric or dimension is 422', async (name) => {
    expect((await ask(SUMMARY, post({ ...question, metrics: [name] }))).status).toBe(422);
    const query = { ...question, dimension: name };
    expect((await ask(`${APP}/reports/breakdown`, post(query))).status).toBe(422);
    expect((await ask(SUMMARY, post({ ...question, profile: name }))).status).toBe(422);
  });
});

describe('all faults of a request', () => {
  it('come in one answer, each with its place and what is allowed', async () => {
    const response = await ask(
      `${APP}/reports/funnel`,
      post({
        start: '2026-11-22',
        end: '2026-11-20',
        timezone: 'Asia/Shangai',
        profile: 'wexin',
        window_seconds: -1,
        steps: [{ event: 'page_view', filters: [{ field: 'os_nam', operator: 'is' }] }],
        filters: [{ field: 'os_name', operator: 'gt', values: [3] }],
        group_by: ['a', 'b', 'c'],
        step: [],
      }),
    );
    const { errors, code } = await bodyOf<Problem>(response);
    expect([response.status, code]).toEqual([400, 'malformed']);
    const places = new Set(errors!.map(({ parameter }) => parameter));
    for (const place of [
      'end', 'timezone', 'profile', 'window_seconds', 'steps', 'group_by', 'step', '/filters/0/operator',
    ]) {
      expect(places, place).toContain(place);
    } // prettier-ignore
    const allowedAt = (place: string) => errors!.find(({ parameter }) => parameter === place)?.allowed;
    expect(allowedAt('profile')![0]).toBe('weixin');
    expect(allowedAt('timezone')![0]).toBe('Asia/Shanghai');
  });
});

describe('no question, however odd,', () => {
  const odd = [
    '', ' ', '0', '-1', '1e999', 'NaN', 'null', 'true', ',', ',,', ':', '::', 'a:b:c', '%00', '%F0%9F%8D%B5', '..%2F..', '[]', '{}',
    '__proto__', 'constructor', '0000-00-00', '0000-01-01', '-000001-01-01', '+275760-09-13', '+999999-01-01', '9999-12-31', '2026-11-22T24:00:00Z',
    '2026-11-22T05:00:00+23:59', '+08:00', 'utc', 'Etc/GMT+12', 'page_view', 'properties.', 'properties.x', 'page_path', 'x'.repeat(5000),
  ]; // prettier-ignore
  const usual: Record<string, string> = { start: '2026-11-20', end: '2026-11-22', metrics: 'visits' };
  const reports: [string, Record<string, string>][] = [
    ['reports/summary', {}],
    ['reports/trend', { granularity: 'day' }],
    ['reports/breakdown', { dimension: 'page_path' }],
    ['reports/distribution', { of: 'visit_depth' }],
    ['reports/retention', { cohort: 'new_users', granularity: 'day' }],
    ['values', { field: 'os_name' }],
    ['days', {}],
  ];
  const own = ['offsets', 'compare', 'compare_start', 'compare_end', 'filter', 'timezone', 'profile', 'environment'];
  const more = ['breakdown_by', 'order', 'limit', 'cursor', 'search', 'app_type', 'range'];

  it.each(reports)(
    'is answered with a failure of the server: %s',
    async (report, needed) => {
      const complete = { ...(report.startsWith('reports/') ? usual : {}), ...needed };
      if (report === 'reports/distribution' || report === 'reports/retention') delete complete.metrics;
      for (const name of [...new Set([...Object.keys(complete), ...own, ...more])]) {
        for (const value of odd) {
          const search = new URLSearchParams({ ...complete });
          search.delete(name);
          const response = await handler.fetch(
            new Request(`http://back.end${APP}/${report}?${search.toString()}&${name}=${value}`),
          );
          if (response.status >= 500) expect.fail(`${name}=${value.slice(0, 40)}: ${await response.text()}`);
        }
      }
    },
    30_000,
  );
});

describe('a store that would pass its memory limit', () => {
  const small = createEngine({ clock: { now: () => NOW }, memoryLimitBytes: 1_500_000 });
  const full = createHandler({ reports: small });
  const visits = async () =>
    (await bodyOf<SummaryReport>(ask(summary('range=last_7_days'), {}, full))).metrics.map(({ value }) => value);

  it('refuses more with 507, keeps what it has, and says what to do', async () => {
    expect((await collect(events('2026-11-20', 50), full)).status).toBe(200);
    expect(await visits()).toEqual([200, 50]);
    const response = await collect(events('2026-11-21', 15_000), full);
    const { detail, collected } = await bodyOf<Problem>(response);
    expect([response.status, detail]).toEqual([
      507,
      expect.stringMatching(/^The store holds \d+ events and refuses more: .* Raise the limit/),
    ]);
    expect(collected!.accepted).toBe(small.size.events - 200);
    const kept = await bodyOf<SummaryReport>(ask(summary('start=2026-11-20&end=2026-11-20'), {}, full));
    expect(kept.metrics.map(({ value }) => value)).toEqual([200, 50]);
    expect((await visits())[0]).toBe(small.size.events);
  });

  it('still takes what there is room for', async () => {
    const before = small.size.events;
    expect((await collect(events('2026-11-20', 5), full)).status).toBe(200);
    expect((await visits())[0]).toBe(before + 20);
  });
});

describe('collected events', () => {
  it.each([
    ['nested without end', '['.repeat(300_000)],
    ['lists in lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['a property nested deeply', `{"user_id":"x","ts":1,"event":"e","properties":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`],
    ['no text', '\u0000\u0001\u0002'],
  ])('that are %s are rejected and fail nothing', async (_case, body) => {
    const before = engine.size.events;
    const response = await collect(body);
    expect([200, 400]).toContain(response.status);
    if (response.status === 200) expect(await response.json()).toMatchObject({ accepted: 0 });
    expect(engine.size.events).toBe(before);
  }); // prettier-ignore

  it('with a field that nobody knows are taken without it, however deep it is', async () => {
    const more = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const response = await collect(`{"user_id":"x","ts":1,"event":"e","more":${more}}`);
    expect(await response.json()).toMatchObject({ accepted: 1, rejected: 0 });
  });
});
