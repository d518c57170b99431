import type { EventColumns } from '#engine/index.js';

/** Names of events; the first three open and close a visit. */
export const eventNames = [
  'launch', 'page_view', 'background', 'share', 'add', 'remove', 'pay', 'search', 'product_view', 'add_to_cart',
  'checkout', 'click',
] as const; // prettier-ignore

/** Steps of the funnel that is asked. */
export const funnelSteps = ['launch', 'search', 'product_view', 'add_to_cart', 'pay'] as const;

const numbered = (word: string, count: number) => Array.from({ length: count }, (_, i) => `${word}${i + 1}`);

/** Dictionaries of the generated columns; code 0 is missing in all of them. */
export const words = {
  event: eventNames,
  page_path: numbered('/pages/p', 60),
  source: numbered('source-', 20),
  os_name: ['Android', 'iOS', 'HarmonyOS'],
  province: numbered('region-', 34),
  city: numbered('city-', 300),
} as const;

/** Generated events as columns of codes and numbers, in the order in which a log would have them. */
export interface Generated {
  readonly length: number;
  readonly users: number;
  /** Numbers of users from 1. */
  readonly user: Uint32Array;
  readonly ts: Float64Array;
  readonly codes: Readonly<Record<keyof typeof words, Uint16Array>>;
  /** `NaN` where missing. */
  readonly duration: Float64Array;
  readonly amount: Float64Array;
}

/** First day of the events, and how many days they fill. */
export const firstDay = '2026-01-01';
export const dayCount = 90;

const start = Date.parse(firstDay);
const dayMs = 86_400_000;

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Events of a made-up app: users who come back ever more seldom, opens that begin with a launch, walks over pages. */
export function generate(length: number, seed = 20_260_101): Generated {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  /** Small numbers are more likely: a few pages have most visits. */
  const skewed = (limit: number) => Math.floor(random() ** 2.5 * limit);
  const made = empty(length);
  const code = (name: (typeof eventNames)[number]) => eventNames.indexOf(name) + 1;
  const others = (
    ['share', 'search', 'product_view', 'add_to_cart', 'checkout', 'pay', 'click', 'add', 'remove'] as const
  ).map(code);
  let at = 0;
  let user = 0;
  while (at < length) {
    user++;
    const [os, province, city] = [1 + skewed(3), 1 + skewed(34), 1 + skewed(300)];
    let day = below(dayCount);
    const end = Math.min(length, at + 10 + below(41));
    let ts = 0;
    while (at < end && day < dayCount) {
      ts = Math.max(ts + 3_600_000, start + day * dayMs + below(20 * 3_600_000));
      if (ts >= start + dayCount * dayMs - 3_600_000) break;
      const source = 1 + skewed(20);
      const steps = 2 + skewed(12);
      for (let step = 0; step <= steps && at < end; step++) {
        const event =
          step === 0
            ? code('launch')
            : step === steps
              ? code('background')
              : random() < 0.6
                ? code('page_view')
                : others[below(others.length)]!;
        const isPage = event === code('page_view');
        made.user[at] = user;
        made.ts[at] = ts;
        made.codes.event[at] = event;
        made.codes.page_path[at] = isPage ? 1 + skewed(60) : 0;
        made.codes.source[at] = step === 0 ? source : 0;
        made.codes.os_name[at] = os;
        made.codes.province[at] = province;
        made.codes.city[at] = city;
        made.duration[at] = isPage ? 500 + below(60_000) : NaN;
        made.amount[at] = event === code('pay') ? 100 + below(50_000) : NaN;
        ts += 1 + below(45_000);
        at++;
      }
      day += 1 + skewed(14);
    }
  }
  return inLogOrder({ ...made, length, users: user });
}

function empty(length: number): Omit<Generated, 'length' | 'users'> {
  const codes = Object.fromEntries(Object.keys(words).map((name) => [name, new Uint16Array(length)]));
  return {
    user: new Uint32Array(length),
    ts: new Float64Array(length),
    codes: codes as Generated['codes'],
    duration: new Float64Array(length).fill(NaN),
    amount: new Float64Array(length).fill(NaN),
  };
}

/** Minute by minute, as a server writes its log: all users mixed, each user's events still in their order. */
function inLogOrder(made: Generated): Generated {
  const minuteOf = (row: number) => Math.floor((made.ts[row]! - start) / 60_000);
  const begins = new Uint32Array(dayCount * 1440 + 1);
  for (let row = 0; row < made.length; row++) begins[minuteOf(row) + 1]!++;
  for (let minute = 1; minute < begins.length; minute++) begins[minute]! += begins[minute - 1]!;
  const order = new Uint32Array(made.length);
  for (let row = 0; row < made.length; row++) order[begins[minuteOf(row)]!++] = row;
  const codes = Object.entries(made.codes).map(([name, column]) => [
    name,
    order.length ? Uint16Array.from(order, (row) => column[row]!) : column,
  ]);
  return {
    ...made,
    user: Uint32Array.from(order, (row) => made.user[row]!),
    ts: Float64Array.from(order, (row) => made.ts[row]!),
    codes: Object.fromEntries(codes) as Generated['codes'],
    duration: Float64Array.from(order, (row) => made.duration[row]!),
    amount: Float64Array.from(order, (row) => made.amount[row]!),
  };
}

const dictionaries = new Map<string | number, readonly (string | null)[]>();

/** One array for each dictionary, as a host that keeps sending would have it. */
function dictionaryOf(key: keyof typeof words | number): readonly (string | null)[] {
  const known = dictionaries.get(key) ?? [null, ...(typeof key === 'number' ? numbered('u', key) : words[key])];
  dictionaries.set(key, known);
  return known;
}

/** The events as the engine's columnar door takes them, some rows of them. */
export function toColumns(made: Generated, from = 0, to = made.length): EventColumns {
  const users = dictionaryOf(made.users);
  const coded = (name: keyof typeof words) => ({
    codes: made.codes[name].subarray(from, to),
    dictionary: dictionaryOf(name),
  });
  return {
    user_id: { codes: made.user.subarray(from, to), dictionary: users },
    ts: made.ts.subarray(from, to),
    event: coded('event'),
    page_path: coded('page_path'),
    source: coded('source'),
    os_name: coded('os_name'),
    province: coded('province'),
    city: coded('city'),
    duration_ms: made.duration.subarray(from, to),
    amount: made.amount.subarray(from, to),
  };
}

/** Events as text, a line each. */
export function toLines(made: Generated, format: 'ndjson' | 'csv', from = 0, to = made.length): Uint8Array {
  const lines: string[] =
    format === 'csv' ? ['user_id,ts,event,page_path,source,os_name,province,city,duration_ms,amount'] : [];
  const word = (name: keyof typeof words, row: number) => words[name][made.codes[name][row]! - 1];
  const number = (value: number) => (Number.isNaN(value) ? undefined : value);
  for (let row = from; row < to; row++) {
    const event = {
      user_id: `u${made.user[row]!}`,
      ts: new Date(made.ts[row]!).toISOString(),
      event: word('event', row),
      page_path: word('page_path', row),
      source: word('source', row),
      os_name: word('os_name', row),
      province: word('province', row),
      city: word('city', row),
      duration_ms: number(made.duration[row]!),
      amount: number(made.amount[row]!),
    };
    lines.push(
      format === 'csv'
        ? Object.values(event)
            .map((cell) => cell ?? '')
            .join(',')
        : JSON.stringify(event),
    );
  }
  return new TextEncoder().encode(lines.join('\n'));
}
