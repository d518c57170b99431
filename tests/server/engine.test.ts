import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Problem, SummaryReport } from '#contract/api.js';
import { createEngine } from '#engine/index.js';
import { createHandler } from '#server/index.js';
import { conforms } from './conforms.js';

const NOW = Date.parse('2026-11-22T05:30:00Z');
const engine = createEngine({ clock: { now: () => NOW } });
const handler = createHandler({ reports: engine });

async function ask(path: string, init?: RequestInit): Promise<Response> {
  const request = new Request(`http://back.end${path}`, init);
  const response = await handler.fetch(request);
  await conforms(new URL(request.url).pathname, request.method, response);
  return response;
}

const at = (text: string): number => Date.parse(`2026-11-${text}Z`);
const event = (user: string, time: string, name: string, more: object = {}): object => ({
  user_id: user,
  ts: at(time),
  event: name,
  ...more,
});

const tea = [
  event('u1', '20T08:00:00', 'launch', { scene: 1011, os_name: 'iOS', city: 'Xian, Shaanxi' }),
  event('u1', '20T08:00:01', 'page_view', { page_path: '/' }),
  event('u1', '20T08:00:09', 'page_view', { page_path: '/menu', properties: { plan: 'free', price: 9.5 } }),
  event('u1', '20T08:00:30', 'pay', { amount: 1900, currency: 'CNY' }),
  event('u2', '21T09:00:00', 'page_view', { page_path: '/', os_name: 'Android' }),
  event('u2', '21T09:00:02', 'share', { page_path: '/' }),
  event('u1', '22T05:00:00', 'launch', { source: 'poster' }),
];

const lines = (events: object[]): string => events.map((row) => JSON.stringify(row)).join('\n');
const collect = (app: string, body: string) => ask(`/v1/apps/${app}/events:collect`, { method: 'POST', body });

describe('the handler over the engine', () => {
  beforeAll(async () => {
    expect(await (await collect('tea', lines(tea))).json()).toMatchObject({ accepted: 7, rejected: 0 });
  });

  const metrics = 'active_users,new_users,opens,visits,stay_duration,avg_duration_per_open,shares,payments';
  const pages = 'page_visits,page_visitors,exit_rate,bounce_rate';

  it.each([
    '/v1/catalog',
    '/v1/apps',
    '/v1/me',
    ...['/v1/apps/tea', '/v1/superapp'].flatMap((scope) => [
      `${scope}/days`,
      `${scope}/days?timezone=Asia/Kathmandu&profile=weixin`,
      `${scope}/values?field=os_name`,
      `${scope}/values?field=properties.plan&search=F`,
      `${scope}/values?field=scene&environment=non_production`,
      `${scope}/reports/summary?range=yesterday&metrics=${metrics}`,
      `${scope}/reports/summary?range=today&metrics=${metrics}&compare=previous_day,last_week,last_month,previous_period`,
      `${scope}/reports/summary?range=last_7_days&metrics=${metrics}&compare=last_week,last_month&profile=alipay`,
      `${scope}/reports/summary?range=today&metrics=${metrics}&compare=previous_day&profile=weixin`,
      `${scope}/reports/summary?range=last_7_days&metrics=opens&compare_start=2026-10-01&compare_end=2026-10-02`,
      `${scope}/reports/summary?start=1999-01-01&end=1999-01-31&metrics=${metrics}`,
      `${scope}/reports/summary?start=2027-01-01&end=2027-01-31&metrics=${metrics}&compare=last_week`,
      `${scope}/reports/summary?start=2026-11-22T04:30:00Z&end=2026-11-22T05:30:00Z&metrics=${metrics}&compare=previous_day`,
      ...['minute', '30_minutes', 'hour', 'day', 'week', 'month', 'all'].map(
        (granularity) =>
          `${scope}/reports/trend?start=2026-11-21&end=2026-11-22&metrics=${metrics}&granularity=${granularity}&compare=last_week`,
      ),
      ...['visit_depth', 'visit_duration', 'opens_per_user'].map(
        (of) => `${scope}/reports/distribution?range=last_7_days&of=${of}&compare=last_week`,
      ),
      `${scope}/reports/retention?range=last_7_days&cohort=new_users`,
      `${scope}/reports/retention?range=last_30_days&cohort=active_users&granularity=week&offsets=1,2&profile=weixin`,
      `${scope}/reports/trend?range=last_7_days&metrics=opens&breakdown_by=source&limit=1`,
      `${scope}/reports/trend?range=last_30_days&metrics=active_users&profile=tencent_sas&timezone=Australia/Lord_Howe`,
      `${scope}/reports/breakdown?range=last_7_days&dimension=page_path&metrics=${pages}&compare=last_week&limit=1`,
      `${scope}/reports/breakdown?range=last_7_days&dimension=city&metrics=opens,active_users&search=xian`,
      `${scope}/reports/breakdown?range=last_7_days&dimension=properties.plan&metrics=visits&order=visits`,
      `${scope}/reports/breakdown?start=2026-11-20&end=2026-11-22&dimension=source&metrics=opens&filter=os_name:not_set`,
    ]),
  ])('answers %s as the document says', async (path) => {
    expect((await ask(path)).status).toBe(200);
  });

  it.each<[string, object]>([
    ['funnel', { steps: [{ event: 'launch' }, { event: 'pay' }], window_seconds: 60, group_by: ['os_name'] }],
    [
      'funnel',
      {
        steps: [
          { event: 'page_view', filters: [{ field: 'page_path', operator: 'eq', values: ['/'] }] },
          { event: 'share' },
        ],
      },
    ],
    ['funnel_next', { steps: [{ event: 'page_view' }, { event: 'share' }], step: 1, limit: 2 }],
    ['event', { event: 'pay', measure: 'sum', field: 'amount', group_by: ['city', 'os_name'] }],
    ['event', { event: 'page_view', measure: 'per_user', granularity: 'hour' }],
    ['event', { event: 'page_view', measure: 'avg', field: 'properties.price', granularity: 'all' }],
  ])('answers the report %s of %j as the document says', async (report, question) => {
    const body = JSON.stringify({ start: '2026-11-16', end: '2026-11-22', ...question });
    for (const scope of ['/v1/apps/tea', '/v1/superapp']) {
      expect((await ask(`${scope}/reports/${report}`, { method: 'POST', body })).status).toBe(200);
    }
  });

  it.each([
    ['os_name:eq:iOS', 1],
    ['os_name:ne:iOS', 2],
    ['os_name:in:iOS,Android', 2],
    ['city:in:Xian%252C%20Shaanxi', 1],
    ['city:contains:Xian', 1],
    ['os_name:set', 2],
    ['os_name:not_set', 1],
    ['source:eq:4', 1],
    ['scene:gte:1011', 1],
    ['properties.price:gt:9', 1],
    ['properties.unknown:eq:1', 0],
  ])('understands the filter %s', async (filter, opens) => {
    const path = `/v1/apps/tea/reports/summary?start=2026-11-20&end=2026-11-22&metrics=opens&filter=${filter}`;
    const { metrics: found } = (await (await ask(path)).json()) as SummaryReport;
    expect(found[0]!.value).toBe(opens);
  });

  it('makes an app by collecting to it, and sees its events at once', async () => {
    expect((await ask('/v1/apps/soup/days')).status).toBe(404);
    const own = lines([
      event('u3', '22T05:10:00', 'launch', { app_id: 'soup' }),
      event('u3', '22T05:11:00', 'launch', { app_id: 'tea' }),
    ]);
    const outcome = (await (await collect('soup', own)).json()) as { accepted: number; rejections: object[] };
    expect(outcome).toMatchObject({ accepted: 1, rejected: 1, rejections: [{ row: 2 }] });
    const path = '/v1/apps/soup/reports/trend?range=today&metrics=opens&granularity=minute';
    const { series } = (await (await ask(path)).json()) as { series: [{ values: (number | null)[] }] };
    expect(series[0].values.indexOf(1)).toBe(5 * 60 + 10);
  });

  it('counts an event_id once however often it is collected', async () => {
    const twice = lines([event('u9', '22T05:20:00', 'launch', { event_id: 'x1' })]);
    expect(await (await collect('twice', twice)).json()).toMatchObject({ accepted: 1, duplicate: 0 });
    expect(await (await collect('twice', twice)).json()).toMatchObject({ accepted: 0, duplicate: 1 });
  });

  it('answers 422 mixed_currencies and not a sum', async () => {
    await collect(
      'shop',
      lines([
        event('u4', '21T05:00:00', 'launch'),
        event('u4', '21T05:00:01', 'pay', { amount: 1, currency: 'EUR' }),
        event('u4', '21T05:00:02', 'pay', { amount: 1, currency: 'CNY' }),
      ]),
    );
    const response = await ask('/v1/apps/shop/reports/summary?range=yesterday&metrics=payment_amount');
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([422, 'mixed_currencies']);
  });

  it('refuses a collected body that cannot be read, as the sender’s fault', async () => {
    const response = await ask('/v1/apps/tea/events:collect', {
      method: 'POST',
      body: new Uint8Array([0x1f, 0x8b, 8, 0, 1]),
    });
    expect(response.status).toBe(400);
  });

  it('answers 507 where the store is full, and keeps what it has', async () => {
    const small = createEngine({ clock: { now: () => NOW }, memoryLimitBytes: 1 });
    const request = new Request('http://back.end/v1/apps/tea/events:collect', { method: 'POST', body: lines(tea) });
    const response = await createHandler({ reports: small }).fetch(request);
    await conforms('/v1/apps/tea/events:collect', 'POST', response);
    expect([response.status, await response.json()]).toEqual([
      507,
      expect.objectContaining({
        code: 'store_full',
        detail: expect.stringMatching(/memoryLimitBytes/) as string,
        collected: { accepted: 0, duplicate: 0, rejected: 0, rejections: [], last_row: 0 },
      }),
    ]);
  });

  it('says how much it took where a body is found too large half-way', async () => {
    const catalog = await engine.catalog();
    const limits = { ...catalog.limits, max_collect_bytes: 1_000_000 };
    const reports = createEngine({ clock: { now: () => NOW } });
    reports.catalog = () => Promise.resolve({ ...catalog, limits });
    const body = gzipSync(lines(Array.from({ length: 30_000 }, (_, row) => event(`u${row}`, '20T08:00:00', 'launch'))));
    const request = new Request('http://back.end/v1/apps/tea/events:collect', {
      method: 'POST',
      body,
      headers: { 'Content-Encoding': 'gzip' },
    });
    const response = await createHandler({ reports }).fetch(request);
    await conforms('/v1/apps/tea/events:collect', 'POST', response);
    expect(await response.json()).toMatchObject({ status: 413, collected: { accepted: 16_384, last_row: 16_384 } });
  });

  it('answers a batch as it answers each question', async () => {
    const query = { range: 'yesterday', metrics: ['opens', 'visits'], compare: ['previous_day'] };
    const items = ['summary', 'trend'].map((report) => ({ id: report, scope: 'apps/tea', report, query }));
    const answers = (await (
      await ask('/v1/reports:batch', { method: 'POST', body: JSON.stringify(items) })
    ).json()) as { id: string; body: unknown }[];
    for (const { id, body } of answers) {
      const single = await ask(`/v1/apps/tea/reports/${id}`, { method: 'POST', body: JSON.stringify(query) });
      expect(body).toEqual(await single.json());
    }
  });
});
