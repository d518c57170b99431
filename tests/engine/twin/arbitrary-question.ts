import fc from 'fast-check';
import type { AppType, Filter, RangeQuery } from '#contract/api.js';
import type { Scope } from '#contract/report-source.js';
import type { Place } from './arbitrary-log.js';
import { plusDays } from './local-time.js';

/** What every question of a report has. */
export interface BaseQuestion {
  readonly scope: Scope;
  readonly query: RangeQuery & { timezone: string; profile: string };
  readonly now: number;
}

const value: Record<string, readonly (string | number | boolean)[]> = {
  event: ['launch', 'page_view', 'buy', 'never'],
  page_path: ['/a', '/b', '/c', '/none'],
  'properties.plan': ['free', 'pro', 'none'],
  'properties.seats': [1, 2, '2', 3.5],
  'properties.trial': [true, 'false'],
  'properties.mixed': ['x', 7, true],
  'properties.never': ['x'],
  source: ['direct', 'qr', '1', '10', '2'],
  scene: [1001, 9999],
  os_name: ['iOS', 'Android', 'Linux'],
  city: ['北京', 'Oslo'],
  device_width: [390, 800, 1024],
};

const numeric = ['scene', 'device_width', 'properties.seats'];

/** A filter with an operator that fits its field. */
export const filter: fc.Arbitrary<Filter> = fc.constantFrom(...Object.keys(value)).chain((field) => {
  const some = fc.constantFrom(...value[field]!);
  return fc.oneof(
    fc.record({ field: fc.constant(field), operator: fc.constantFrom('eq' as const, 'ne' as const), values: some.map((v) => [v]) }),
    fc.record({
      field: fc.constant(field),
      operator: fc.constantFrom('in' as const, 'not_in' as const),
      values: fc.array(some, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ field: fc.constant(field), operator: fc.constantFrom('set' as const, 'not_set' as const) }),
    numeric.includes(field)
      ? fc.record({
          field: fc.constant(field),
          operator: fc.constantFrom('gt' as const, 'gte' as const, 'lt' as const, 'lte' as const),
          values: some.map((v) => [Number(v)]),
        })
      : fc.record({
          field: fc.constant(field),
          operator: fc.constant('contains' as const),
          values: fc.constantFrom('a', 'r', 'i', 'pro', 'x', '/', '').map((v) => [v]),
        }),
  );
}); // prettier-ignore

/** There in one case of so many. */
const onceIn = <T>(cases: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: cases - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const filters = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Filter[]>([]) },
  { weight: 3, arbitrary: filter.map((one) => [one]) },
  { weight: 2, arbitrary: fc.array(filter, { minLength: 2, maxLength: 3 }) },
);

/** A range around a place's day, by name or by days, up to so many of them. */
function range({ day }: Place, maxDays: number): fc.Arbitrary<RangeQuery> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('today' as const, 'yesterday' as const, 'last_7_days' as const).map((name) => ({ range: name })) },
    {
      weight: 4,
      arbitrary: fc.tuple(evenly(-3, 1), evenly(0, maxDays - 1)).map(([from, length]) => {
        const start = plusDays(day, from);
        return { start, end: plusDays(start, length) };
      }),
    },
  ); // prettier-ignore
}

/** Numbers without the leaning to extremes that `fc.integer` has: a log is mostly asked about once it has happened. */
const evenly = (from: number, to: number, step = 1) =>
  fc.constantFrom(...Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step));

/** A time that it is now: whole hours and odd moments around a place's day. */
function clock({ day }: Place): fc.Arbitrary<number> {
  const around = Date.parse(`${day}T00:00:00Z`);
  return fc.oneof(
    { weight: 1, arbitrary: evenly(0, 4 * 24).map((hours) => around + hours * 3_600_000) },
    { weight: 1, arbitrary: evenly(0, 4 * 86_400, 1234).map((seconds) => around + seconds * 1000 + 123) },
    { weight: 3, arbitrary: fc.constantFrom(2, 3, 4, 5, 8, 60).map((days) => around + days * 86_400_000) },
  );
}

/** Questions about a place; `profiles` names those that may be asked. */
export function question(place: Place, maxDays = 6, profiles = allProfiles): fc.Arbitrary<BaseQuestion> {
  return fc
    .record({
      scope: fc.constantFrom<Scope>(
        'apps/default',
        'apps/default',
        'apps/default',
        'apps/shop',
        'superapp',
        'superapp',
        'superapp',
      ),
      profile: fc.constantFrom(...profiles),
      range: range(place, maxDays),
      filters,
      environment: onceIn(12, fc.constant('non_production' as const)),
      appType: onceIn(4, fc.constantFrom<AppType[]>(['mini_program'], ['mini_game', 'h5_app'])),
      now: clock(place),
    })
    .map(({ scope, profile, range: asked, filters: some, environment, appType, now }) => ({
      scope,
      now,
      query: {
        ...asked,
        timezone: place.zone,
        profile,
        filters: some,
        ...(environment && { environment }),
        ...(appType && scope === 'superapp' && { app_type: appType }),
      },
    }));
}

/** Ids of the built-in profiles, and of one that only the tests have. */
export const allProfiles: readonly string[] = ['standard', 'weixin', 'alipay', 'tencent_sas', 'impatient'];

/** Dimensions that breakdowns of the tests use. */
export const dimensions: readonly string[] = Object.keys(value).filter((name) => name !== 'properties.never');
