import { describe, expect, it } from 'vitest';
import { catalogOf } from '#contract/catalog.js';
import { asker } from './fixtures/asker.js';
import { stubSource } from './fixtures/stub-source.js';

const SUMMARY = '/v1/superapp/reports/summary';
const TREND = '/v1/superapp/reports/trend';
const BREAKDOWN = '/v1/superapp/reports/breakdown';

/** Whatever a report that the stub lacks would answer; the questions under test never get that far. */
const never = () => Promise.reject(new Error('asked'));
const source = () => stubSource({ distribution: never, retention: never, funnel: never, event: never });

interface Case {
  path: string;
  status: number;
  code: string;
  /** `parameter: a part of its message`, one a fault. */
  faults: [string, RegExp][];
}

function at(path: string, status: number, code: string, ...faults: [string, RegExp][]): Case {
  return { path, status, code, faults };
}

const ask = (search: string): string => `${SUMMARY}?${search}`;

describe('a question by GET', () => {
  it.each([
    // Ranges
    at(ask('metrics=opens'), 400, 'malformed', ['range', /range, or start and end/]),
    at(ask('metrics=opens&range=last_week'), 400, 'malformed', [
      'range',
      /“last_week” is not a named range\. .*give start and end/,
    ]),
    at(ask('metrics=opens&range=today&start=2026-11-01'), 400, 'malformed', ['range', /not both/]),
    at(ask('metrics=opens&start=2026-11-01'), 400, 'malformed', ['end', /end is missing/]),
    at(
      ask('metrics=opens&start=2026-02-30&end=2026-03-32'),
      400,
      'malformed',
      ['start', /“2026-02-30”/],
      ['end', /32/],
    ),
    at(ask('metrics=opens&start=2026-11-02&end=2026-11-01'), 400, 'malformed', ['end', /before start/]),
    at(ask('metrics=opens&start=2026-11-02&end=2026-11-02T10:00:00Z'), 400, 'malformed', ['end', /of one kind/]),
    at(ask('metrics=opens&start=2026-11-02T10:00:00Z&end=2026-11-02T10:00:00Z'), 400, 'malformed', [
      'end',
      /after start/,
    ]),
    at(ask('metrics=opens&range='), 400, 'malformed', ['range', /empty/]),
    at(ask('metrics=opens&range=today&range=yesterday'), 400, 'malformed', ['range', /2 times/]),
    // Limits
    at(ask('metrics=opens&start=2026-08-01&end=2026-10-30'), 422, 'range_too_long', ['end', /at most 90 days, not 91/]),
    at(`${TREND}?metrics=opens&start=2026-08-01&end=2026-10-30&granularity=hour`, 422, 'range_too_long', ['end', /90/]),
    at(`${TREND}?metrics=opens&start=2025-01-01&end=2026-01-07&granularity=week`, 422, 'range_too_long', [
      'end',
      /53 weeks/,
    ]),
    at(`${TREND}?metrics=opens&start=2024-01-15&end=2026-01-15&granularity=month`, 422, 'range_too_long', [
      'end',
      /24 months/,
    ]),
    at(`${TREND}?metrics=opens&range=last_7_days&granularity=5_minutes`, 422, 'range_too_long', ['range', /48 hours/]),
    at(
      `${TREND}?metrics=opens&start=2026-11-01T00:00:00Z&end=2026-11-03T00:00:01Z&granularity=minute`,
      422,
      'range_too_long',
      ['end', /48 hours/],
    ),
    // Names
    at(ask('metrics=active_user&range=today'), 422, 'unknown_metric', ['metrics', /Nearest: active_users/]),
    at(ask('metrics=opens&range=today&profile=wexin'), 422, 'unknown_profile', ['profile', /Nearest: weixin/]),
    at(ask('metrics=opens&range=today&timezone=Asia/Shangai'), 422, 'not_answerable', [
      'timezone',
      /Nearest: Asia\/Shanghai/,
    ]),
    at(`${BREAKDOWN}?metrics=apps_created&range=today&dimension=source`, 422, 'not_available', [
      'metrics',
      /not answered in a breakdown/,
    ]),
    at('/v1/apps/lantern-tea/reports/summary?metrics=apps_created&range=today', 422, 'not_available', [
      'metrics',
      /for one app/,
    ]),
    at(ask('metrics=opens&range=today&environment=staging'), 400, 'malformed', [
      'environment',
      /production, non_production/,
    ]),
    at(ask('metrics=opens&range=today&compare=yesterday'), 400, 'malformed', ['compare', /previous_day/]),
    at(ask('metrics=opens&range=today&app_type=mini_programme'), 400, 'malformed', [
      'app_type',
      /Nearest: mini_program/,
    ]),
    at('/v1/apps/lantern-tea/reports/summary?metrics=opens&range=today&app_type=h5_app', 400, 'malformed', [
      'app_type',
      /one app has none/,
    ]),
    at(`${TREND}?metrics=opens&range=today&granularity=hourly`, 400, 'malformed', ['granularity', /Nearest: hour/]),
    at(`${TREND}?metrics=opens&range=today&breakdown_by=os`, 422, 'unknown_dimension', [
      'breakdown_by',
      /Nearest: os_name/,
    ]),
    at(`${BREAKDOWN}?metrics=opens&range=today`, 400, 'malformed', ['dimension', /missing/]),
    at(`${BREAKDOWN}?metrics=opens&range=today&dimension=pagepath`, 422, 'unknown_dimension', [
      'dimension',
      /page_path/,
    ]),
    at(`${BREAKDOWN}?metrics=opens&range=today&dimension=properties.`, 400, 'malformed', [
      'dimension',
      /names no custom field/,
    ]),
    at(`${BREAKDOWN}?metrics=opens&range=today&dimension=source&order=-visits`, 400, 'malformed', [
      'order',
      /“-visits”/,
    ]),
    // Numbers
    at(`${BREAKDOWN}?metrics=opens&range=today&dimension=source&limit=0`, 400, 'malformed', ['limit', /1–1000/]),
    at(`${BREAKDOWN}?metrics=opens&range=today&dimension=source&limit=1001`, 400, 'malformed', ['limit', /1–1000/]),
    at(`${BREAKDOWN}?metrics=opens&range=today&dimension=source&limit=1e2`, 400, 'malformed', ['limit', /“1e2”/]),
    at(`${BREAKDOWN}?metrics=opens&range=today&dimension=source&search=${'x'.repeat(257)}`, 400, 'malformed', [
      'search',
      /256/,
    ]),
    // Names of parameters
    at(ask('metric=opens&range=today'), 400, 'malformed', ['metric', /Did you mean metrics/], ['metrics', /missing/]),
    at(ask('metrics=opens&range=today&filters=x'), 400, 'malformed', ['filters', /Did you mean filter/]),
    at(ask('metrics=&range=today'), 400, 'malformed', ['metrics', /empty/]),
    // Custom comparison
    at(ask('metrics=opens&range=today&compare_start=2026-01-01'), 400, 'malformed', [
      'compare_end',
      /compare_end is missing/,
    ]),
    at(ask('metrics=opens&range=today&compare_start=2026-01-02&compare_end=2026-01-01'), 400, 'malformed', [
      'compare_end',
      /before compare_start/,
    ]),
    at(
      ask('metrics=opens&range=today&compare_start=2026-01-01T00:00:00Z&compare_end=2026-01-02T00:00:00Z'),
      400,
      'malformed',
      ['compare_start', /same kind/],
    ),
    // Live
    at(`${TREND}?metrics=opens&range=today&granularity=minute&profile=alipay`, 422, 'not_available', [
      'granularity',
      /no live reports/,
    ]),
    at(ask('metrics=opens&start=2026-11-22T00:00:00Z&end=2026-11-22T01:00:00Z&profile=alipay'), 422, 'not_available', [
      'start',
      /no live reports/,
    ]),
    // Values, days, distribution, retention
    at('/v1/superapp/values', 400, 'malformed', ['field', /missing/]),
    at('/v1/superapp/values?field=colour', 422, 'unknown_dimension', ['field', /“colour”/]),
    at('/v1/superapp/days?timezone=Mars', 422, 'not_answerable', ['timezone', /“Mars”/]),
    at('/v1/superapp/reports/distribution?range=today&of=depth', 400, 'malformed', ['of', /visit_depth/]),
    at('/v1/superapp/reports/retention?range=today&cohort=users', 400, 'malformed', ['cohort', /new_users/]),
    at('/v1/superapp/reports/retention?range=today&cohort=new_users&granularity=hour', 400, 'malformed', [
      'granularity',
      /day, week, month/,
    ]),
    at('/v1/superapp/reports/retention?range=today&cohort=new_users&offsets=0,1', 400, 'malformed', [
      'offsets',
      /1–366/,
    ]),
  ])('$path is $status $code', async ({ path, status, code, faults }) => {
    const problem = await asker({ source: source() }).problem(status, path);
    expect(problem.code).toBe(code);
    expect(problem.errors?.map(({ parameter }) => parameter)).toEqual(faults.map(([parameter]) => parameter));
    faults.forEach(([, message], index) => {
      expect(problem.errors![index]!.message).toMatch(message);
    });
  });

  it('gets all its faults in one answer, and where kinds mix the status is 400', async () => {
    const { code, errors } = await asker().problem(
      400,
      `${BREAKDOWN}?metrics=opns,visits&range=soon&dimension=colour&limit=many&filter=os_name&timezone=Mars`,
    );
    expect(code).toBe('malformed');
    expect(errors?.map(({ parameter }) => parameter).sort()).toEqual([
      'dimension',
      'filter',
      'limit',
      'metrics',
      'range',
      'timezone',
    ]);
  });

  it('is 422 not_answerable where faults of several kinds mix and all are well-formed', async () => {
    const { code, errors } = await asker().problem(422, `${SUMMARY}?metrics=opns&range=today&profile=nobody`);
    expect(code).toBe('not_answerable');
    expect(errors).toHaveLength(2);
  });

  it('says which metrics there are, the nearest first', async () => {
    const { errors } = await asker().problem(422, `${SUMMARY}?metrics=new_user&range=today`);
    expect(errors![0]!.allowed![0]).toBe('new_users');
    expect(errors![0]!.allowed!.length).toBeGreaterThan(10);
  });

  it.each([
    ['lies in the future', 'start=2027-01-01&end=2027-01-31'],
    ['lies before the data', 'start=1999-01-01&end=1999-01-31'],
    ['is one day', 'start=2026-11-01&end=2026-11-01'],
    ['is exactly as long as the limit', 'start=2026-08-01&end=2026-10-29'],
  ])('is answered where its range %s', async (_case, range) => {
    expect((await asker().get(`${SUMMARY}?metrics=opens&${range}`)).status).toBe(200);
  });

  it.each([
    ['53 weeks by week', 'start=2025-01-01&end=2026-01-06&granularity=week'],
    ['24 months by month', 'start=2024-01-15&end=2026-01-14&granularity=month'],
    ['two days by minute', 'start=2026-11-20&end=2026-11-21&granularity=minute'],
    ['90 days by hour', 'start=2026-08-01&end=2026-10-29&granularity=hour'],
  ])('is answered for %s', async (_case, range) => {
    expect((await asker().get(`${TREND}?metrics=opens&${range}`)).status).toBe(200);
  });

  it('is held against the limits and granularities that this back end states', async () => {
    const catalog = catalogOf({ reports: [] });
    const own = {
      ...catalog,
      granularities: ['day' as const],
      limits: { ...catalog.limits, max_days: 7, max_rows: 10 },
    };
    const { problem } = asker({ source: stubSource({ catalog: () => Promise.resolve(own) }) });
    const long = await problem(422, `${SUMMARY}?metrics=opens&range=last_15_days`);
    expect(long.errors![0]!.message).toMatch(/at most 7 days, not 15/);
    const fine = await problem(422, `${TREND}?metrics=opens&range=today&granularity=hour`);
    expect(fine).toMatchObject({ code: 'not_available', errors: [{ parameter: 'granularity', allowed: ['day'] }] });
    await problem(400, `${BREAKDOWN}?metrics=opens&range=today&dimension=source&limit=11`);
  });

  it('may carry parameters that begin with _, against caches', async () => {
    expect((await asker().get(`${SUMMARY}?metrics=opens&range=today&_=1763788800`)).status).toBe(200);
  });

  it('asks each metric once', async () => {
    const { get, source: stub } = asker();
    await get(`${SUMMARY}?metrics=opens,visits,opens&range=today&compare=last_week,last_week`);
    expect(stub.asked[0]!.query).toMatchObject({ metrics: ['opens', 'visits'], compare: ['last_week'] });
  });

  it('cuts one day by the hour and longer by day unless it says otherwise', async () => {
    const { get, source: stub } = asker();
    await get(`${TREND}?metrics=opens&range=today`);
    await get(`${TREND}?metrics=opens&range=last_7_days`);
    expect(stub.asked.map(({ query }) => query.granularity)).toEqual(['hour', 'day']);
  });
});

describe('a question by POST', () => {
  it.each<[string, string, unknown, [string, RegExp][]]>([
    [
      'a member of the wrong type',
      SUMMARY,
      { range: 7, metrics: 'opens' },
      [
        ['range', /has to be text/],
        ['metrics', /has to be a list/],
      ],
    ],
    [
      'an unknown member',
      SUMMARY,
      { range: 'today', metrics: ['opens'], filter: [] },
      [['filter', /Did you mean filters/]],
    ],
    ['a metric that is no text', SUMMARY, { range: 'today', metrics: ['opens', 3] }, [['metrics', /3 has to be text/]]],
    ['no metrics', SUMMARY, { range: 'today', metrics: [] }, [['metrics', /0 items/]]],
    ['too many metrics', SUMMARY, { range: 'today', metrics: Array(65).fill('opens') }, [['metrics', /65 items/]]],
    ['no object', SUMMARY, ['today'], [['body', /has to be an object/]]],
    [
      'one step',
      '/v1/superapp/reports/funnel',
      { range: 'today', steps: [{ event: 'pay' }] },
      [['steps', /1 items; it takes 2 to 10/]],
    ],
    [
      'eleven steps',
      '/v1/superapp/reports/funnel',
      { range: 'today', steps: Array(11).fill({ event: 'pay' }) },
      [['steps', /11 items/]],
    ],
    [
      'a window of 0',
      '/v1/superapp/reports/funnel',
      { range: 'today', steps: Array(2).fill({ event: 'pay' }), window_seconds: 0 },
      [['window_seconds', /1 or more/]],
    ],
    [
      'a negative window',
      '/v1/superapp/reports/funnel',
      { range: 'today', steps: Array(2).fill({ event: 'pay' }), window_seconds: -5 },
      [['window_seconds', /-5/]],
    ],
    [
      'steps without an event, with bad filters',
      '/v1/superapp/reports/funnel',
      { range: 'today', steps: [{}, { event: 'pay', filters: [{ field: 'os_name', operator: 'is' }] }] },
      [
        ['/steps/0/event', /needs the event/],
        ['/steps/1/filters/0/operator', /“is”/],
      ],
    ],
    [
      'three fields to group by',
      '/v1/superapp/reports/event',
      { range: 'today', event: 'pay', measure: 'total', group_by: ['a', 'b', 'c'] },
      [['group_by', /3 items/]],
    ],
    [
      'a sum of nothing',
      '/v1/superapp/reports/event',
      { range: 'today', event: 'pay', measure: 'sum' },
      [['field', /missing/]],
    ],
    [
      'a total of a field',
      '/v1/superapp/reports/event',
      { range: 'today', event: 'pay', measure: 'total', field: 'amount' },
      [['field', /leave field out/]],
    ],
    [
      'no event and no measure',
      '/v1/superapp/reports/event',
      { range: 'today' },
      [
        ['event', /missing/],
        ['measure', /missing/],
      ],
    ],
  ])('with %s is 400', async (_case, path, json, faults) => {
    const { errors } = await asker({ source: source() }).problem(400, path, { json });
    expect(errors?.map(({ parameter }) => parameter)).toEqual(faults.map(([parameter]) => parameter));
    faults.forEach(([, message], index) => {
      expect(errors![index]!.message).toMatch(message);
    });
  });

  it('for an analysis is answered up to 366 days', async () => {
    const { problem } = asker({ source: source() });
    const steps = [{ event: 'launch' }, { event: 'pay' }];
    const [start, end, longer] = ['2025-01-01', '2026-01-01', '2026-01-02'];
    await problem(500, '/v1/superapp/reports/funnel', { json: { start, end, steps } }); // the stub is asked
    const { code } = await problem(422, '/v1/superapp/reports/funnel', { json: { start, end: longer, steps } });
    expect(code).toBe('range_too_long');
  });

  it.each([
    ['{"range": "today",}', 1, 19],
    ['{"range": "today"\n "metrics": []}', 2, 2],
    ['{"metrics": [opens]}', 1, 14],
    ['{"metrics": ["opens"]', 1, 22],
    ['{"a": "b\\x"}', 1, 7],
    ['[1, 2] 3', 1, 8],
    ['{"a": 01}', 1, 7],
  ])('of broken JSON %s is 400 and names the place', async (body, line, column) => {
    const { detail } = await asker().problem(400, SUMMARY, { method: 'POST', body });
    expect(detail).toBe(`The body is not JSON: it breaks at line ${String(line)}, column ${String(column)}.`);
  });

  it('without a body is 400', async () => {
    const { detail } = await asker().problem(400, SUMMARY, { method: 'POST' });
    expect(detail).toMatch(/empty/);
  });

  it('of more than the limit is 413, whether its length is declared or not', async () => {
    const { problem } = asker();
    const body = JSON.stringify({ range: 'today', metrics: ['opens'], search: 'x'.repeat(1_000_000) });
    expect((await problem(413, SUMMARY, { method: 'POST', body })).code).toBe('too_large');
    const stream = new Blob([body]).stream();
    const init = { method: 'POST', body: stream, duplex: 'half' } as RequestInit;
    expect((await problem(413, SUMMARY, init)).detail).toMatch(/1000000 bytes/);
  });
});
