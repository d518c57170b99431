import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReportSource, Scope } from '#contract/report-source.js';
import { createEngine, type Engine, type EventInput, type Mapping } from '#engine/index.js';
import { openFiles, type FileWarehouse } from '#warehouse/index.js';
import { registryAround } from '../../engine/twin/arbitrary-log.js';
import { differences, profiles, runs } from '../../engine/twin/same-answer.js';
import { anyCase } from '../arbitrary-case.js';
import { csvOf, fixture, Folder, textOf } from './forms.js';

const folder = new Folder();
afterAll(() => {
  folder.remove();
});

const dimensions = ['page_path', 'source', 'os_name', 'properties.browser', 'properties.status', 'properties.uid'];

/** Asks each report once; many dimensions are asked for, so that every kind of column is read. */
function questions(more: object): (readonly [report: keyof ReportSource, query: object])[] {
  const metrics = ['active_users', 'new_users', 'opens', 'visits', 'stay_duration', 'payment_amount'];
  const steps = [{ event: 'page_view' }, { event: 'page_view', filters: [{ field: 'os_name', operator: 'set' }] }];
  return [
    ['summary', { metrics }],
    ['trend', { metrics: ['active_users', 'bounces', 'payers'], granularity: 'day' }],
    ...dimensions.map(
      (dimension) => ['breakdown', { dimension, metrics: ['active_users', 'visits'], limit: 50 }] as const,
    ),
    ['distribution', { of: 'visit_depth' }],
    ['retention', { cohort: 'new_users', granularity: 'day' }],
    ['funnel', { steps, group_by: ['os_name', 'properties.plan'] }],
    ['funnel_next', { steps, step: 1 }],
    ['event', { event: 'page_view', measure: 'total', group_by: ['properties.seats', 'properties.plan'] }],
    ['event', { event: 'pay', measure: 'sum', field: 'properties.seats' }],
    ['values', { field: 'properties.plan' }],
    ['days', {}],
  ].map(([report, query]) => [report, { ...more, ...(query as object) }]) as ReturnType<typeof questions>;
}

async function expectSame(engine: Engine, files: FileWarehouse, more: object, scope: Scope = 'superapp') {
  for (const [report, query] of questions(more)) {
    const ask = (source: ReportSource) =>
      (source[report] as unknown as (scope: Scope, query: object) => Promise<unknown>).call(source, scope, query);
    const [expected, actual] = [await ask(engine), await ask(files)];
    expect({ report, query, differs: differences(expected, actual) }).toEqual({ report, query, differs: [] });
  }
}

interface Given {
  readonly mapping?: Mapping;
  readonly input: EventInput;
  readonly paths: readonly string[];
}

/** Gives the engine a log and files the same one, and lets a test ask them. */
async function withBoth(
  { mapping, input, paths }: Given,
  test: (engine: Engine, files: FileWarehouse) => Promise<void>,
) {
  const options = mapping ? { mapping } : {};
  const engine = createEngine(options);
  const { accepted, duplicate, rejected } = await engine.ingest(input);
  const files = await openFiles(':memory:', paths, { ...options, threads: 1 });
  try {
    expect(await files.outcome()).toMatchObject({ files: paths.length, accepted, duplicate, rejected });
    await test(engine, files);
  } finally {
    await files.close();
  }
}

const blog: Mapping = { fields: { os: 'os_name' }, roles: { page_view: ['pageview'] } };
const range = { start: '2015-05-17', end: '2015-05-20', timezone: 'Asia/Kathmandu' };

describe('files answer as the engine does that has loaded them, by the same mapping', { timeout: 120_000 }, () => {
  it('visits to a blog as NDJSON', async () => {
    const given = { mapping: blog, input: textOf('apache_access.ndjson'), paths: [fixture('apache_access.ndjson')] };
    await withBoth(given, (engine, files) => expectSame(engine, files, range));
  });

  it('the same as Parquet, whose times are timestamps', async () => {
    const select = `select * replace (make_timestamptz(epoch_us(ts)) as ts) from read_json('${fixture('apache_access.ndjson')}')`;
    const paths = [await folder.copy(select, 'blog.parquet')];
    const input = textOf('apache_access.ndjson');
    await withBoth({ mapping: blog, input, paths }, (engine, files) => expectSame(engine, files, range));
  });

  it('the same as CSV', async () => {
    const events = textOf('apache_access.ndjson').trim().split('\n').map((line) => JSON.parse(line) as object); // prettier-ignore
    const input = csvOf(events);
    const paths = [folder.write('blog.csv', input)];
    await withBoth({ mapping: blog, input, paths }, (engine, files) => expectSame(engine, files, range));
  });

  it('half a year of a shop, packed', async () => {
    const mapping: Mapping = { roles: { page_view: '*' } };
    const given = { mapping, input: textOf('ecom_events.ndjson.gz'), paths: [fixture('ecom_events.ndjson.gz')] };
    const some = { start: '2024-02-20', end: '2024-03-14', timezone: 'America/New_York' };
    await withBoth(given, (engine, files) => expectSame(engine, files, some));
  });
});

const at = Date.parse('2026-03-02T10:00:00Z');
const iso = (seconds: number) => new Date(at + seconds * 1000).toISOString();
const mapping: Mapping = {
  fields: { when: 'ts', who: 'user_id', os: 'os_name', tier: 'properties.plan', ip: null },
  amount_unit: 'major',
};

/** Events with all that can be said of them, and rows that are none. */
const odd: readonly object[] = [
  { who: 'a', uid: 'u-a', when: iso(0), event: 'launch', os: 'iOS', tier: 'pro', ip: '1.2.3.4', guid: 'g1' },
  {
    who: 'a',
    when: iso(5).replace('Z', '123456Z'),
    event: 'page_view',
    page: '/x',
    properties: { plan: 'free', seats: 3 },
  },
  { who: 7, when: '2026-03-02T15:30:09+0530', event: 'page_view', page_path: '/x', page: '/y', browser: 'B' },
  { uid: 'only-uid', when: String(at + 8000), event: 'page_view', os_name: 'Own', os: 'Mapped', status: 200 },
  {
    who: 'a',
    when: at + 9000,
    event: 'pay',
    amount: 12.34,
    currency: 'CNY',
    event_id: 'e1',
    properties: { seats: 2.5 },
  },
  { who: 'a', when: at + 9000, event: 'pay', amount: 12.34, currency: 'CNY', event_id: 'e1' },
  { who: 'b', when: at + 9500, event: 'pay', amount: 500, currency: 'CNY', app_id: 'other', guid: 'g1' },
  {
    who: 'b',
    when: iso(11).toLowerCase(),
    event: 'launch',
    app_id: 'other',
    environment: 'non_production',
    scene: '1001',
  },
  { who: 'c', when: iso(12), event: 'launch', scene: 1001, device_width: 390, status: '404', properties: { ok: true } },
  { who: 'c', when: iso(13), event: 'page_view', browser: 'é "quoted", 🧨', 'properties.plan': 'own', duration_ms: 5 },
  ...[
    { when: iso(1), event: 'launch' },
    { who: 'x', when: '2026-02-30T10:00:00Z', event: 'launch' },
    { who: 'x', when: '2026-03-02T10:00:00', event: 'launch' },
    { who: 'x', when: iso(1) },
    { who: 'x', when: iso(1), event: 'launch', environment: 'staging' },
    { who: 'x', when: iso(1), event: 'launch', duration_ms: -1 },
    { who: 'x', when: iso(1), event: 'launch', scene: 1.5 },
    { who: 'x', when: iso(1), event: 'pay', amount: 1.005, currency: 'CNY' },
    { who: 'x', when: iso(1), event: 'pay', amount: 1 },
    { who: 'x', when: iso(1), event: 'pay', amount: 1, currency: 'yuan' },
    { who: 'x', when: iso(1), event: 'launch', properties: 'none' },
  ],
];
const days = { start: '2026-03-01', end: '2026-03-02' };

describe('every odd value is what it is to the engine:', { timeout: 120_000 }, () => {
  it('in NDJSON', async () => {
    const input = odd.map((event) => JSON.stringify(event)).join('\n');
    const paths = [folder.write('odd.ndjson', input)];
    await withBoth({ mapping, input, paths }, async (engine, files) => {
      await expectSame(engine, files, days);
      await expectSame(engine, files, days, 'apps/other');
    });
  });

  it('in a JSON array', async () => {
    const input = JSON.stringify(odd, null, 1);
    const paths = [folder.write('odd.json', input)];
    await withBoth({ mapping, input, paths }, (engine, files) => expectSame(engine, files, days));
  });

  it('in CSV', async () => {
    const input = csvOf(odd);
    const paths = [folder.write('odd.csv', input)];
    await withBoth({ mapping, input, paths }, (engine, files) => expectSame(engine, files, days));
  });

  it('in what is said of rejected rows', async () => {
    const input = odd.map((event) => JSON.stringify(event)).join('\n');
    const path = folder.write('odd.ndjson', input);
    const { rejections } = await createEngine({ mapping }).ingest(input);
    const files = await openFiles(':memory:', [path], { mapping });
    const told = (await files.outcome()).rejections;
    await files.close();
    expect(told.map(({ row }) => row)).toEqual(rejections.map(({ row }) => row));
    const first = told.find(({ reason }) => reason.includes('`when` (`ts`) is "2026-02-30T10:00:00Z"; it has to be'))!;
    expect(first.reason).toBe(`${path}: ${rejections.find(({ row }) => row === first.row)!.reason}`);
    expect(told.filter(({ reason }) => reason.endsWith('`event` is missing; what happened.'))).toHaveLength(1);
  });

  it('in what is said of lines of CSV that are no rows', async () => {
    const input = [
      'user_id,ts,event,os_name',
      'u1,2026-03-02T08:00:00Z,launch,iOS',
      'u2,2026-03-02T08:00:00Z',
      'u3,no time,page_view,iOS',
      'u4,2026-03-02T08:00:00Z,page_view,iOS,more',
      'u5,2026-03-02T08:00:00Z,page_view,"one, two"',
      'u6,2026-03-02T08:00:00Z,,iOS',
    ].join('\n');
    const whole = folder.write('broken-1.csv', input.split('\n').slice(0, 2).join('\n'));
    const path = folder.write('broken-2.csv', input);
    const engine = createEngine();
    const outcome = await engine.ingest(input);
    const files = await openFiles(':memory:', [whole, path]);
    const told = await files.outcome();
    await files.close();
    expect(told).toMatchObject({ accepted: outcome.accepted + 1, rejected: outcome.rejected });
    const inOrder = [...told.rejections].sort((a, b) => a.row - b.row);
    expect(inOrder).toEqual(outcome.rejections.map(({ row, reason }) => ({ row, reason: `${path}: ${reason}` })));
  });
});

describe('files that come one after the other', { timeout: 120_000 }, () => {
  it('answer as the engine does that has taken them in this order, on any log', async () => {
    let number = 0;
    await fc.assert(
      fc.asyncProperty(anyCase(), async ({ place, log, asked: { now, scope, query } }) => {
        const options = {
          clock: { now: () => now },
          apps: registryAround(place),
          profiles,
          mapping: { roles: log.roles },
        };
        const engine = createEngine(options);
        const parts = new Folder();
        let files: FileWarehouse | undefined;
        try {
          let from = 0;
          for (const size of [...log.batches, log.events.length]) {
            const lines = log.events.slice(from, from + size).map((event) => JSON.stringify(event));
            from += size;
            if (lines.length === 0) continue;
            await engine.ingest(lines.join('\n'), { withoutVisits: true });
            parts.write(`${String(number++).padStart(9, '0')}.ndjson`, lines.join('\n'));
            files ??= await openFiles(':memory:', [parts.at('*.ndjson')], { ...options, threads: 1, lookEveryMs: 0 });
            await files.summary('superapp', { range: 'last_7_days', profile: 'impatient', metrics: ['opens'] });
          }
          const metrics = ['active_users', 'new_users', 'opens', 'stay_duration', 'retained_users', 'exits'];
          const asked = { ...query, metrics };
          expect(differences(await engine.summary(scope, asked), await files!.summary(scope, asked))).toEqual([]);
        } catch (error) {
          // A log that begins without a visit is refused, as `serve` refuses it.
          fc.pre(!(error instanceof Error && error.name === 'IngestRefusal'));
          throw error;
        } finally {
          await files?.close();
          parts.remove();
        }
      }),
      runs(4),
    );
  });
});
