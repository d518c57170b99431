import fc from 'fast-check';
import { type AppType, type Filter, type RangeQuery } from '#contract/api.js';
import { type Scope } from '#contract/report-source.js';
import { type Place } from './arbitrary-log.js';
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

const filters = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Filter[]>([]) },
  { weight: 3, arbitrary: fc.array(filter, { minLength: 1, maxLength: 3 }) },
);

/** A range around a place's day, by name or by days, up to so many of them. */
function range({ day }: Place, maxDays: number): fc.Arbitrary<RangeQuery> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom('today' as const, 'yesterday' as const, 'last_7_days' as const).map((name) => ({ range: name })) },
    {
      weight: 4,
      arbitrary: fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: maxDays - 1 })).map(([from, length]) => {
        const start = plusDays(day, from);
        return { start, end: plusDays(start, length) };
      }),
    },
  ); // prettier-ignore
}

/** A time that it is now: whole hours and odd moments around a place's day. */
function clock({ day }: Place): fc.Arbitrary<number> {
  const around = Date.parse(`${day}T00:00:00Z`);
  return fc.oneof(
    fc.integer({ min: -24, max: 8 * 24 }).map((hours) => around + hours * 3_600_000),
    fc.integer({ min: 0, max: 6 * 86_400 }).map((seconds) => around + seconds * 1000 + 123),
    fc.constant(around + 60 * 86_400_000),
  );
}

/** Questions about a place; `profiles` names those that may be asked. */
export function question(place: Place, maxDays = 6, profiles = allProfiles): fc.Arbitrary<BaseQuestion> {
  return fc
    .record({
      scope: fc.constantFrom<Scope>('apps/default', 'apps/default', 'apps/shop', 'superapp', 'superapp'),
      profile: fc.constantFrom(...profiles),
      range: range(place, maxDays),
      filters,
      environment: fc.option(fc.constant('non_production' as const), { nil: undefined, freq: 5 }),
      appType: fc.option(fc.constantFrom<AppType[]>(['mini_program'], ['mini_game', 'h5_app']), {
        nil: undefined,
        freq: 4,
      }),
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

/** Ids of the built-in profiles. */
export const allProfiles: readonly string[] = ['standard', 'weixin', 'alipay', 'tencent_sas'];

/** Dimensions that breakdowns of the tests use. */
export const dimensions: readonly string[] = Object.keys(value).filter((name) => name !== 'properties.never');
