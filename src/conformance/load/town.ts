import { Random } from './random.js';
import { eventsOf, noon, type Row, type SentEvent } from './question.js';

const day = 86_400_000;
const USERS = 30;
const DAYS = 20;
const PAGES = ['pages/home', 'pages/list', 'pages/item', 'pages/cart', 'pages/me'];

/** Days on which the town is about. */
export const townDays = { start: '2026-03-02', end: '2026-03-21' };
/** After everything that is asked: a back end whose clock is that of its events has it behind them. */
export const closing = '2026-06-15T12:00:00Z';

/**
 * Three weeks of some users, seeded. No two events lie exactly an edge of a rule apart; the edges have apps of their own, so
 * that a back end that is wrong at one is not told so of every report.
 */
export function townEvents(): SentEvent[] {
  const random = new Random(20_260_302);
  const rows: Row[] = [];
  for (let user = 0; user < USERS; user++) {
    for (let date = 0; date < DAYS; date++) {
      if (random.chance(user < 5 ? 0.9 : 0.3)) visit(rows, random, `user-${user}`, date);
    }
  }
  const inOrder = [...rows].sort((a, b) => (a[1] as number) - (b[1] as number));
  return eventsOf('town', [...inOrder, ['closing', closing, 'launch']]);
}

function visit(rows: Row[], random: Random, user: string, date: number): void {
  // An odd number of milliseconds, and steps that are even: never a whole second between two visits.
  let at = date * day - (noon % day) + random.below(23 * 3600) * 1000 + 137 + 2 * random.below(400);
  const step = (least: number, most: number): number =>
    (at += least * 1000 + random.below((most - least) * 500) * 2 + 14);
  rows.push([user, at, 'launch', way(random, user)]);
  for (let views = 1 + random.below(6); views > 0; views--) {
    const page_path = random.of(PAGES);
    const given = random.chance(0.3) ? { duration_ms: 500 + random.below(90_000) } : {};
    rows.push([user, step(1, 90), 'page_view', { page_path, ...given }]);
    if (random.chance(0.2)) rows.push([user, step(1, 20), 'share', { page_path }]);
    if (random.chance(0.3))
      rows.push([
        user,
        step(1, 30),
        'search',
        { properties: { plan: random.of(['free', 'pro']), hits: random.below(9) } },
      ]);
    if (random.chance(0.12)) rows.push([user, step(1, 30), 'pay', { amount: random.below(9000), currency: 'CNY' }]);
    if (random.chance(0.3)) rows.push([user, step(1, 30), 'page_leave', { page_path }]);
  }
  if (random.chance(0.05)) rows.push([user, step(1, 9), random.of(['add', 'remove'])]);
  if (random.chance(0.6)) rows.push([user, step(1, 9), 'background']);
}

function way(random: Random, user: string): Readonly<Record<string, unknown>> {
  const number = Number(user.slice('user-'.length));
  return {
    ...(random.chance(0.5) ? { scene: random.of([1001, 1011, 1005, 9999]) } : {}),
    ...(random.chance(0.3) ? { source: random.of(['mail', 'qr', '1']) } : {}),
    ...(number % 7 === 0 ? {} : { os_name: number % 3 === 0 ? 'iOS' : 'Android' }),
    ...{ city: random.of(['Oslo', 'Ulm', '北京']), device_width: number % 2 === 0 ? 390 : 412 },
    ...(number % 4 === 0 ? { guid: `person-${number}` } : {}),
  };
}
