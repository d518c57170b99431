import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine, type EventColumns } from '#engine/index.js';

const day = 86_400_000;
const start = Date.parse('2026-03-02T00:00:00Z');

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 });

/** Events as a client would send them. Texts spell no number or truth value, as a CSV file has no types. */
const log = fc.array(
  fc.record({
    user_id: fc.constantFrom('ann', 'ben', 'cy "the" fox', 'dée'),
    ts: fc.nat(4 * day).map((offset) => start + offset),
    event: fc.constantFrom('launch', 'page_view', 'background', 'share', 'pay', 'search, again'),
    event_id: maybe(fc.constantFrom('id-a', 'id-b', 'id-c', 'id-d', 'id-e')),
    guid: maybe(fc.constantFrom('g-a', 'g-b')),
    app_id: maybe(fc.constantFrom('tea', 'game')),
    environment: maybe(fc.constantFrom('production', 'non_production')),
    page_path: maybe(fc.constantFrom('/', '/menu', '/menu?x=ä')),
    duration_ms: maybe(fc.nat(60_000)),
    source: maybe(fc.constantFrom('poster', 'friend')),
    scene: maybe(fc.constantFrom(1011, 1007, 9999)),
    amount: maybe(fc.nat(10_000)),
    currency: fc.constant('EUR'),
    city: maybe(fc.constantFrom('Xi’an', 'Oslo')),
    device_width: maybe(fc.constantFrom(390, 414.5)),
    properties: fc.record(
      { plan: fc.constantFrom('free', 'pro'), seats: fc.integer({ min: -5, max: 5 }), trial: fc.boolean() },
      { requiredKeys: [] },
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

type Event = typeof log extends fc.Arbitrary<(infer E)[]> ? E : never;
type Field = Exclude<keyof Event, 'properties'>;

const numeric: readonly Field[] = ['ts', 'duration_ms', 'scene', 'amount', 'device_width'];
const properties = ['plan', 'seats', 'trial'] as const;

/** How a column of texts is handed over. */
const shapes = {
  'plain lists': (texts: (string | undefined)[]) => texts.map((text) => text ?? null),
  'codes, 0 for missing': (texts: (string | undefined)[]) => {
    const dictionary = [null, ...new Set(texts.filter((text) => text !== undefined))];
    return { codes: Uint8Array.from(texts, (text) => dictionary.indexOf(text ?? null)), dictionary };
  },
  'codes in an order of their own': (texts: (string | undefined)[]) => {
    const dictionary = [...new Set(texts.map((text) => text ?? null))].reverse();
    return { codes: Uint32Array.from(texts, (text) => dictionary.indexOf(text ?? null)), dictionary };
  },
};

function columnsOf(events: readonly Event[], shape: (typeof shapes)[keyof typeof shapes]): EventColumns {
  const fields = (Object.keys(events[0]!) as (keyof Event)[]).filter((field) => field !== 'properties');
  const columns = fields.map((field) => {
    const values = events.map((event) => event[field]);
    if (!numeric.includes(field)) return [field, shape(values as (string | undefined)[])] as const;
    return [field, Float64Array.from(values as (number | undefined)[], (value) => value ?? NaN)] as const;
  });
  const [plan, seats, trial] = properties.map((name) => events.map((event) => event.properties[name]));
  return {
    ...(Object.fromEntries(columns) as unknown as EventColumns),
    properties: {
      plan: { text: shape(plan as (string | undefined)[]) },
      seats: { number: seats as (number | undefined)[] },
      trial: { boolean: trial as (boolean | undefined)[] },
    },
  };
}

function csvOf(events: readonly Event[]): string {
  const fields = (Object.keys(events[0]!) as (keyof Event)[]).filter((field) => field !== 'properties');
  const header = [...fields, ...properties.map((name) => `properties.${name}`)];
  const cell = (value: string | number | boolean | undefined) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const rows = events.map((event) =>
    [...fields.map((field) => event[field]), ...properties.map((name) => event.properties[name])].map(cell).join(','),
  );
  return [header.join(','), ...rows].join('\n');
}

const range = { start: '2026-03-02', end: '2026-03-06' };
const metrics = ['active_users', 'new_users', 'opens', 'visits', 'stay_duration', 'avg_visit_depth', 'bounces', 'shares', 'payments', 'payment_amount', 'payers']; // prettier-ignore

/** What an engine answers, by every report. */
async function answersOf(engine: Engine): Promise<unknown[]> {
  const scope = 'superapp';
  const steps = [{ event: 'launch' }, { event: 'search, again' }, { event: 'pay' }];
  return Promise.all([
    engine.summary(scope, { ...range, metrics }),
    engine.summary(scope, { ...range, metrics: ['opens'], environment: 'non_production' }),
    engine.summary(scope, { ...range, metrics, filters: [{ field: 'properties.seats', operator: 'gt', values: [0] }] }),
    engine.trend(scope, { ...range, metrics, granularity: 'day', breakdown_by: 'source', limit: 2 }),
    ...['page_path', 'scene', 'city', 'device_width', 'properties.plan', 'properties.seats', 'properties.trial'].map(
      (dimension) => engine.breakdown(scope, { ...range, dimension, metrics: ['opens', 'visits', 'active_users'] }),
    ),
    engine.distribution(scope, { ...range, of: 'visit_duration' }),
    engine.retention(scope, { ...range, cohort: 'new_users', granularity: 'day', offsets: [1, 2, 3] }),
    engine.funnel(scope, { ...range, steps, group_by: ['properties.trial'] }),
    engine.event(scope, { ...range, event: 'pay', measure: 'sum', field: 'amount', group_by: ['properties.plan'], granularity: 'day', order: '-value', limit: 5 }), // prettier-ignore
    engine.values(scope, { field: 'properties.plan' }),
    engine.days(scope, {}),
    engine.apps(),
  ]);
}

describe('the same events answer every report alike', { timeout: 30_000 }, () => {
  it.each([
    ['JSON array', 'json', (events: readonly Event[]) => JSON.stringify(events)],
    ['CSV', 'csv', csvOf],
  ] as const)('as a %s and as NDJSON', async (_name, format, textOf) => {
    await fc.assert(
      fc.asyncProperty(log, async (events) => {
        const [one, other] = [createEngine(), createEngine()];
        const outcome = await one.ingest(ndjsonOf(events), { format: 'ndjson', withoutVisits: true });
        expect(await other.ingest(textOf(events), { format, withoutVisits: true })).toEqual(outcome);
        expect(await answersOf(other)).toEqual(await answersOf(one));
      }),
      { numRuns: 25 },
    );
  });

  it.each(Object.entries(shapes))('as columns, texts as %s, and as NDJSON', async (_name, shape) => {
    await fc.assert(
      fc.asyncProperty(log, async (events) => {
        const [one, other] = [createEngine(), createEngine()];
        const outcome = await one.ingest(ndjsonOf(events), { format: 'ndjson', withoutVisits: true });
        expect(other.ingestColumns(columnsOf(events, shape), { withoutVisits: true })).toEqual(outcome);
        expect(await answersOf(other)).toEqual(await answersOf(one));
      }),
      { numRuns: 25 },
    );
  });
});

function ndjsonOf(events: readonly Event[]): string {
  return events.map((event) => JSON.stringify(event)).join('\n');
}
