import fc from 'fast-check';
import type { App } from '#contract/api.js';
import type { ReservedEvent } from '#contract/events.js';
import type { TwinEvent } from './twin-log.js';

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
  0, 0, 1, 400, 1000, 1000, 2999, 3000, 20_000, 20_000, 29_999, 30_000, 30_001, 60_000, 60_000, 600_000, 600_001,
  1_799_999, 1_800_000, 1_800_001, 3_600_000, 6 * 3_600_000, 86_400_000, 86_400_000, 86_400_000, 2 * 86_400_000, 3 * 86_400_000,
]; // prettier-ignore

/** Pauses that reactivation and months ask for; seldom, as they lead out of most ranges. */
const longPauses = [29, 30, 31, 32, 60].map((days) => days * 86_400_000);

const names = [
  'launch', 'launch', 'page_view', 'page_view', 'page_view', 'page_view', 'page_leave', 'page_leave', 'background',
  'background', 'share', 'add', 'remove', 'pay', 'ad_impression', 'click', 'search', 'buy',
]; // prettier-ignore

/** There in one case of so many. */
const onceIn = <T>(cases: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: cases - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const sometimes = <T>(...values: T[]) => onceIn(2, fc.constantFrom(...values));

const details = fc.record({
  event: fc.constantFrom(...names),
  page_path: fc.constantFrom('/a', '/a', '/b', '/c', undefined),
  duration_ms: onceIn(3, fc.constantFrom(0, 999, 1000, 2999, 3000, 100_999, 101_000)),
  source: onceIn(4, fc.constantFrom('direct', 'qr', '1', '10')),
  scene: onceIn(3, fc.constantFrom(1001, 1005, 9998, 9999)),
  os_name: sometimes('iOS', 'Android'),
  city: sometimes('北京', 'Oslo', 'Ulm'),
  device_width: onceIn(3, fc.constantFrom(390, 1024)),
  amount: sometimes(0, 100, 250, 999),
  properties: onceIn(
    3,
    fc.record(
      {
        plan: fc.constantFrom('free', 'pro', 'Pro'),
        seats: fc.constantFrom(1, 2, 3.5, -4),
        trial: fc.boolean(),
        mixed: fc.constantFrom('x', 7, true),
      },
      { requiredKeys: [] },
    ),
  ),
});

/** One user's events: what they are, and the pause before each. */
const walk = fc.record({
  user: fc.constantFrom('u1', 'u2', 'u3', 'u4'),
  guid: onceIn(3, fc.constantFrom('g1', 'g2', 'u1')),
  app: fc.constantFrom(undefined, undefined, undefined, undefined, 'shop', 'game'),
  environment: onceIn(12, fc.constant('non_production' as const)),
  /** In hours from midnight in UTC of the place's day. */
  start: fc.constantFrom(-33 * 24, ...Array.from({ length: 5 * 24 }, (_, hour) => hour - 3 * 24)),
  minutes: fc.constantFrom(0, 0, 17, 29, 30, 59),
  steps: fc.array(
    fc.record({
      pause: fc.oneof(
        { weight: 40, arbitrary: fc.constantFrom(...pauses) },
        { weight: 1, arbitrary: fc.constantFrom(...longPauses) },
      ),
      details,
      hasGuid: fc.boolean(),
      id: onceIn(8, fc.constantFrom('e1', 'e2', 'e3')),
      turn: fc.nat(7),
    }),
    { minLength: 1, maxLength: 14, size: 'max' },
  ),
});

/** A log in the order it comes in, cut into batches. */
export interface ArbitraryLog {
  readonly events: readonly TwinEvent[];
  /** How many events each batch has; the rest is a batch too. */
  readonly batches: readonly number[];
  /** Names that play a role beside the reserved ones. */
  readonly roles: Partial<Record<ReservedEvent, string[]>>;
  /** Ask something between the batches. */
  readonly isAskedBetween: boolean;
}

/** Logs around a place's day, in an order of ingestion that is not quite that of time. */
export function arbitraryLog({ day }: Place): fc.Arbitrary<ArbitraryLog> {
  const around = Date.parse(`${day}T00:00:00Z`);
  return fc
    .record({
      walks: fc.array(walk, { minLength: 1, maxLength: 12, size: 'max' }),
      batches: fc.array(fc.nat(40), { maxLength: 3 }),
      isShuffled: fc.boolean(),
      isAskedBetween: fc.boolean(),
      roles: fc.constantFrom<ArbitraryLog['roles']>({}, {}, { page_view: ['search'], pay: ['buy', 'click'] }),
    })
    .map(({ walks, batches, isShuffled, isAskedBetween, roles }) => {
      const dated = walks.flatMap(({ user, guid, app, environment, start, minutes, steps }) => {
        let ts = around + start * 3_600_000 + minutes * 60_000;
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
      return { events: dated.map(({ event }) => event), batches, roles, isAskedBetween };
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
