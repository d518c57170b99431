import { beforeAll, describe, expect, it } from 'vitest';
import type { RawEvent } from '#contract/api.js';
import { reservedEvents } from '#contract/events.js';
import { weixinSources } from '#contract/sources.js';
import { continueEvents, generateEvents, streamEvents } from '#mocks/events.js';
import { populationApps } from '#mocks/population/population.js';

const until = Date.UTC(2026, 10, 22, 5, 30);
const shanghai = 8 * 3_600_000;
const dayMs = 86_400_000;
const dayOf = (event: RawEvent) => Math.floor(((event.ts as number) + shanghai) / dayMs);
const lastDay = Math.floor((until + shanghai) / dayMs);

describe('generateEvents', () => {
  let events: RawEvent[];
  let live: RawEvent[];

  beforeAll(() => {
    events = [...generateEvents({ until })];
    live = events.filter((event) => event.environment !== 'non_production');
  });

  it('gives about 200,000 events in 90 days and the day so far', () => {
    expect(events.length).toBeGreaterThan(180_000);
    expect(events.length).toBeLessThan(230_000);
    expect(new Set(events.map(dayOf)).size).toBe(91);
  });

  it('is a pure function of its options', () => {
    let index = 0;
    for (const event of generateEvents({ until })) {
      if (index % 997 === 0) expect(event).toEqual(events[index]);
      index++;
    }
    expect(index).toBe(events.length);
  });

  it('gives other events for another seed', () => {
    const other = [...generateEvents({ until, days: 3, seed: 8 })];
    const same = [...generateEvents({ until, days: 3, seed: 7 })];
    expect(other.length).not.toBe(same.length);
  });

  it('is the same up to an earlier instant of the same day', () => {
    const earlier = until - 2 * 3_600_000;
    const cut = events.filter((event) => (event.ts as number) <= earlier);
    const drawn = [...generateEvents({ until: earlier })];
    expect(drawn).toHaveLength(cut.length);
    expect(drawn.at(-1)).toEqual(cut.at(-1));
  });

  it('gives events in time order, none after the end', () => {
    for (let i = 1; i < events.length; i++) {
      if ((events[i]!.ts as number) < (events[i - 1]!.ts as number))
        expect.fail(`event ${i} is earlier than the one before`);
    }
    expect(events.at(-1)!.ts).toBeLessThanOrEqual(until);
  });

  it('knows three apps of three types and both environments', () => {
    expect(new Set(populationApps.map((app) => app.type)).size).toBe(3);
    for (const app of populationApps) {
      const own = events.filter((event) => event.app_id === app.id);
      expect(own.length).toBeGreaterThan(10_000);
      const tests = own.filter((event) => event.environment === 'non_production').length;
      expect(tests / own.length).toBeGreaterThan(0.005);
      expect(tests / own.length).toBeLessThan(0.1);
    }
  });

  it('holds every reserved event but clicks, and custom events with properties', () => {
    const names = new Set(events.map((event) => event.event));
    for (const name of reservedEvents) if (name !== 'click') expect(names).toContain(name);
    const add = events.find((event) => event.event === 'add_to_cart')!;
    expect(add.properties).toEqual({
      sku: expect.any(String),
      product: expect.any(String),
      price: expect.any(Number),
      quantity: expect.any(Number),
      first_item: expect.any(Boolean),
    });
  });

  it('brings back 6 to 12% of new users on the day after', () => {
    for (const app of populationApps) {
      const rate = retention(
        live.filter((event) => event.app_id === app.id),
        1,
      );
      expect(rate, app.id).toBeGreaterThan(0.06);
      expect(rate, app.id).toBeLessThan(0.12);
    }
  });

  it('brings back ever fewer as the days pass', () => {
    const [day1, day7, day30] = [1, 7, 30].map((days) => retention(live, days));
    expect(day7!).toBeLessThan(day1! * 0.7);
    expect(day30!).toBeLessThan(day7!);
    expect(day30!).toBeGreaterThan(0.01);
  });

  it('grows', () => {
    const daily = usersByDay(live);
    const early = average(daily.slice(14, 28));
    const late = average(daily.slice(-15, -1));
    expect(late / early).toBeGreaterThan(1.3);
  });

  it('has livelier weekends for the tea shop and livelier workdays for the city pass', () => {
    expect(weekendShare(live, 'lantern-tea')).toBeGreaterThan(2 / 7);
    expect(weekendShare(live, 'city-pass')).toBeLessThan(2 / 7);
  });

  it('sleeps at night', () => {
    const hours = new Array<number>(24).fill(0);
    for (const event of live) hours[Math.floor((((event.ts as number) + shanghai) / 3_600_000) % 24)]! += 1;
    expect(hours[3]!).toBeLessThan(hours[20]! / 10);
  });

  it('gives most visits to a few pages, and an exit rate of 1 to 40% to each', () => {
    const pages = pageFigures(live.filter((event) => event.app_id === 'lantern-tea'));
    const total = pages.reduce((sum, page) => sum + page.visits, 0);
    const top = pages.slice(0, 3).reduce((sum, page) => sum + page.visits, 0);
    expect(pages.length).toBeGreaterThan(12);
    expect(top / total).toBeGreaterThan(0.5);
    for (const page of pages) {
      expect(page.exits / page.visits, page.path).toBeGreaterThan(0.01);
      expect(page.exits / page.visits, page.path).toBeLessThan(0.42);
    }
  });

  it('lets people come in by scenes of the source dictionary, by its keys, by a code, and by ways that it lacks', () => {
    const scenes = new Set(weixinSources.flatMap((source) => source.scenes));
    const opened = live.filter((event) => event.network_type);
    const known = opened.filter((event) => event.scene && scenes.has(event.scene));
    expect(known.length / opened.length).toBeGreaterThan(0.6);
    expect(opened.some((event) => event.scene && !scenes.has(event.scene))).toBe(true);
    expect(opened.some((event) => event.source && weixinSources.some((source) => source.key === event.source))).toBe(
      true,
    );
    expect(opened.some((event) => event.source === 'newsletter')).toBe(true);
    expect(opened.some((event) => event.qr_code)).toBe(true);
  });

  it('knows some people in several apps, by one guid and an own user id in each', () => {
    const apps = new Map<string, Set<string>>();
    for (const { guid, user_id } of live) {
      if (!guid) continue;
      const ids = apps.get(guid) ?? new Set();
      apps.set(guid, ids.add(user_id));
    }
    const several = [...apps.values()].filter((ids) => ids.size > 1).length;
    expect(several / apps.size).toBeGreaterThan(0.05);
    expect(several / apps.size).toBeLessThan(0.4);
    expect(live.some((event) => !event.guid)).toBe(true);
  });

  it('multiplies the people by the scale', () => {
    const users = (scale: number) =>
      new Set([...generateEvents({ until, days: 10, scale })].map((event) => event.user_id)).size;
    expect(users(3) / users(1)).toBeGreaterThan(2.4);
    expect(users(3) / users(1)).toBeLessThan(3.6);
  });
});

describe('continueEvents', () => {
  it('goes on where the population ends', () => {
    const options = { until, days: 4 };
    const wholeDay = [...generateEvents({ ...options, until: until + 6 * 3_600_000 })];
    const known = [...generateEvents(options)].length;
    const coming = continueEvents(options);
    for (const expected of wholeDay.slice(known)) expect(coming.next().value).toEqual(expected);
  });
});

describe('streamEvents', () => {
  it('gives each event when its time has come, and waits no longer than until the next', async () => {
    let now = until;
    const waits: number[] = [];
    const abort = new AbortController();
    const stream = streamEvents({
      until,
      days: 4,
      now: () => now,
      wait: (ms) => {
        waits.push(ms);
        now += ms;
        return Promise.resolve();
      },
      signal: abort.signal,
    });
    const seen: RawEvent[] = [];
    for await (const due of stream) {
      for (const event of due) expect(event.ts).toBeLessThanOrEqual(now);
      seen.push(...due);
      if (seen.length >= 50) abort.abort();
    }
    const coming = continueEvents({ until, days: 4 });
    for (const event of seen) expect(event).toEqual(coming.next().value);
    expect(waits.length).toBeGreaterThan(0);
    expect(Math.min(...waits)).toBeGreaterThan(0);
  });
});

/** How many of the users of each day come again so many days after their first; whole days only. */
function retention(events: RawEvent[], days: number): number {
  const first = new Map<string, number>();
  const seen = new Set<string>();
  for (const event of events) {
    if (!first.has(event.user_id)) first.set(event.user_id, dayOf(event));
    seen.add(`${event.user_id} ${dayOf(event)}`);
  }
  const reached = [...first].filter(([, day]) => day + days < lastDay);
  return reached.filter(([user, day]) => seen.has(`${user} ${day + days}`)).length / reached.length;
}

function usersByDay(events: RawEvent[]): number[] {
  const users = new Map<number, Set<string>>();
  for (const event of events) {
    const own = users.get(dayOf(event)) ?? new Set();
    users.set(dayOf(event), own.add(event.user_id));
  }
  return [...users].sort(([a], [b]) => a - b).map(([, set]) => set.size);
}

function weekendShare(events: RawEvent[], app: string): number {
  const views = events.filter(
    (event) =>
      event.app_id === app && event.event === 'page_view' && dayOf(event) >= lastDay - 84 && dayOf(event) < lastDay,
  );
  return views.filter((event) => [2, 3].includes(dayOf(event) % 7)).length / views.length;
}

function pageFigures(events: RawEvent[]): { path: string; visits: number; exits: number }[] {
  const pages = new Map<string, { path: string; visits: number; exits: number }>();
  const lastView = new Map<string, string>();
  const leave = (user: string) => {
    const path = lastView.get(user);
    if (path) pages.get(path)!.exits++;
    lastView.delete(user);
  };
  for (const event of events) {
    if (event.network_type) leave(event.user_id);
    if (event.event !== 'page_view') continue;
    const path = event.page_path!;
    const page = pages.get(path) ?? { path, visits: 0, exits: 0 };
    pages.set(path, page);
    page.visits++;
    lastView.set(event.user_id, path);
  }
  for (const user of [...lastView.keys()]) leave(user);
  return [...pages.values()].sort((a, b) => b.visits - a.visits);
}

function average(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
