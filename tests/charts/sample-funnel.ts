import type { FunnelGroup, FunnelReport, FunnelStep, Meta } from '#contract/api.js';

/** Steps from the users who reach each; the times from the step before are 10 s, 20 s … at the median, four times that at p90. */
export function stepsOf(users: Readonly<Record<string, number>>): FunnelStep[] {
  const counts = Object.entries(users);
  const first = counts[0]?.[1] ?? 0;
  return counts.map(([event, count], index) => {
    const before = counts[index - 1]?.[1];
    return {
      event,
      users: count,
      conversion_rate: first === 0 ? null : count / first,
      step_conversion_rate: before ? count / before : null,
      drop_off: before === undefined ? null : before - count,
      median_seconds: index === 0 ? null : index * 10,
      p90_seconds: index === 0 ? null : index * 40,
    };
  });
}

/** A group of users with how many of them reach each step. */
export const groupOf = (key: FunnelGroup['key'], users: Readonly<Record<string, number>>): FunnelGroup => ({
  key,
  steps: stepsOf(users),
});

/** A funnel report over two weeks that end before 22 November. */
export function funnelReport(
  users: Readonly<Record<string, number>> = usual,
  groups: readonly FunnelGroup[] = [],
  meta: Partial<Meta> = {},
): FunnelReport {
  return {
    meta: {
      scope: 'apps/lantern-tea',
      range: { start: '2026-11-15', end: '2026-11-21' },
      timezone: 'Asia/Shanghai',
      filters: [],
      environment: 'production',
      profile: 'standard',
      data_as_of: '2026-11-22T05:30:00.000Z',
      next_refresh_at: '2026-11-22T06:00:00.000Z',
      freshness: { kind: 'interval', minutes: 30 },
      approximate: false,
      currency: 'CNY',
      ...meta,
    },
    steps: stepsOf(users),
    groups: [...groups],
  };
}

const usual = { launch: 1000, page_view: 800, add_to_cart: 300, checkout: 240, pay: 216 };
