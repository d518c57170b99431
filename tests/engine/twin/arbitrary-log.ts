import fc from 'fast-check';
import { type App } from '#contract/api.js';
import { type TwinEvent } from './twin-log.js';

/** A zone with a time at which something happens to its clocks or calendar. */
export interface Place {
  readonly zone: string;
  readonly day: string;
}

/** Zones and days that a careless clock gets wrong. */
export const places: readonly Place[] = [
  { zone: 'UTC', day: '2024-02-29' },
  { zone: 'America/New_York', day: '2026-03-08' },
  { zone: 'America/New_York', day: '2025-11-02' },
  { zone: 'Europe/Berlin', day: '2026-03-29' },
  { zone: 'Europe/Berlin', day: '2025-10-26' },
  { zone: 'Australia/Lord_Howe', day: '2026-04-05' },
  { zone: 'Australia/Lord_Howe', day: '2025-10-05' },
  { zone: 'Asia/Kathmandu', day: '2025-12-31' },
  { zone: 'America/Sao_Paulo', day: '2018-11-04' },
  { zone: 'America/Sao_Paulo', day: '2018-02-18' },
  { zone: 'Asia/Shanghai', day: '2026-02-28' },
];

/** Pauses at which rules change their mind: ties, merges at 30 s, the timeout at 30 min, days, a month. */
const pauses = [
  0, 0, 1, 400, 1000, 2999, 3000, 29_999, 30_000, 30_001, 600_000, 1_799_999, 1_800_000, 1_800_001, 3_600_000,
  6 * 3_600_000, 86_400_000, 2 * 86_400_000, 31 * 86_400_000, 32 * 86_400_000,
]; // prettier-ignore

const names = [
  'launch', 'launch', 'page_view', 'page_view', 'page_view', 'page_view', 'page_leave', 'page_leave', 'background',
  'background', 'share', 'add', 'remove', 'pay', 'ad_impression', 'click', 'search', 'buy',
]; // prettier-ignore

const sometimes = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });

const details = fc.record({
  event: fc.constantFrom(...names),
  page_path: fc.constantFrom('/a', '/a', '/b', '/c', undefined),
  duration_ms: fc.option(fc.constantFrom(0, 999, 1000, 2999, 3000, 100_999, 101_000), { nil: undefined, freq: 3 }),
  source: fc.option(fc.constantFrom('direct', 'qr', '1', '10'), { nil: undefined, freq: 4 }),
  scene: fc.option(fc.constantFrom(1001, 1005, 9998, 9999), { nil: undefined, freq: 3 }),
  os_name: sometimes('iOS', 'Android'),
  city: sometimes('北京', 'Oslo', 'Ulm'),
  device_width: fc.option(fc.constantFrom(390, 1024), { nil: undefined, freq: 3 }),
  amount: sometimes(0, 100, 250, 999),
  properties: fc.option(
    fc.record(
      {
        plan: fc.constantFrom('free', 'pro', 'Pro'),
        seats: fc.constantFrom(1, 2, 3.5, -4),
        trial: fc.boolean(),
        mixed: fc.constantFrom('x', 7, true),
      },
      { requiredKeys: [] },
    ),
    { nil: undefined },
  ),
});

/** One user's events: what they are, and the pause before each. */
const walk = fc.record({
  user: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5'),
  guid: fc.option(fc.constantFrom('g1', 'g2', 'u1'), { nil: undefined, freq: 3 }),
  app: fc.constantFrom(undefined, undefined, 'shop', 'game'),
  environment: fc.option(fc.constant('non_production' as const), { nil: undefined, freq: 5 }),
  start: fc.oneof(
    fc.integer({ min: -4 * 86_400_000, max: 3 * 86_400_000 }),
    fc.integer({ min: -3 * 24, max: 3 * 24 }).map((hours) => hours * 3_600_000),
  ),
  steps: fc.array(
    fc.record({
      pause: fc.constantFrom(...pauses),
      details,
      hasGuid: fc.boolean(),
      id: fc.option(fc.constantFrom('e1', 'e2', 'e3'), { nil: undefined, freq: 8 }),
      turn: fc.nat(7),
    }),
    { maxLength: 12 },
  ),
});

/** A log in the order it comes in, cut into batches. */
export interface ArbitraryLog {
  readonly events: readonly TwinEvent[];
  /** How many events each batch has; the rest is a batch too. */
  readonly batches: readonly number[];
}

/** Logs around a place's day, in an order of ingestion that is not quite that of time. */
export function arbitraryLog({ day }: Place): fc.Arbitrary<ArbitraryLog> {
  const around = Date.parse(`${day}T00:00:00Z`);
  return fc
    .tuple(fc.array(walk, { maxLength: 9 }), fc.array(fc.nat(25), { maxLength: 4 }), fc.boolean())
    .map(([walks, batches, isShuffled]) => {
      const dated = walks.flatMap(({ user, guid, app, environment, start, steps }) => {
        let ts = around + start;
        return steps.map(({ pause, details: { amount, ...rest }, hasGuid, id, turn }) => {
          ts += pause;
          const event: TwinEvent = withoutGaps({
            user_id: user,
            ts,
            ...rest,
            guid: hasGuid ? guid : undefined,
            event_id: id,
            app_id: app,
            environment,
            amount,
            currency: amount === undefined ? undefined : 'CNY',
          });
          return { event, turn };
        });
      });
      if (isShuffled) dated.sort((a, b) => a.turn - b.turn);
      return { events: dated.map(({ event }) => event), batches };
    });
}

function withoutGaps(event: object): TwinEvent {
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined)) as unknown as TwinEvent;
}

/** A registry of the apps that the logs name, and one that they do not. */
export function registryAround({ day }: Place): App[] {
  const at = (days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString();
  return [
    { id: 'default', name: 'Default', type: 'mini_program', status: 'available', created_at: at(-200), available_from: at(-90) },
    { id: 'shop', name: 'Shop', type: 'mini_game', status: 'available', created_at: at(-1), available_from: at(0), available_to: at(2) },
    { id: 'game', name: 'Game', type: 'h5_app', status: 'unavailable', created_at: at(1), available_from: null },
    { id: 'idle', name: 'Idle', type: 'h5_app', status: 'available', created_at: null, available_from: at(-3), available_to: at(1.5) },
  ]; // prettier-ignore
}
