import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { profiles } from '#contract/profiles.js';
import { brokenIdentities, identities } from '#contract/identities/broken-identities.js';
import type { ReportSource } from '#contract/report-source.js';
import { createEngine, type Engine } from '#engine/index.js';
import { generateColumns } from '#mocks/columns.js';
import { arbitraryLog, places } from './twin/arbitrary-log.js';
import { question } from './twin/arbitrary-question.js';
import { both, patience, runs } from './twin/same-answer.js';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));
const range = { start: '2015-05-16', end: '2015-05-21' };

describe('the identities of the metrics hold', () => {
  const apache = createEngine({ mapping: { roles: { page_view: ['pageview'] } } });
  beforeAll(async () => {
    await apache.ingest(fixture('apache_access.ndjson'));
  });
  const settings = profiles.flatMap(({ id: profile }) =>
    ['UTC', 'Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York'].map((timezone) => ({ profile, timezone })),
  );

  it.each(settings)('on a real log under $profile in $timezone', async (setting) => {
    expect(await brokenIdentities(apache, 'apps/default', { ...range, ...setting })).toEqual([]);
    expect(await brokenIdentities(apache, 'superapp', { ...range, ...setting })).toEqual([]);
  });

  it.each(['America/New_York', 'Asia/Kathmandu'])('on a shop over half a year in %s', async (timezone) => {
    const engine = createEngine({ mapping: { roles: { page_view: '*' } }, timezone });
    await engine.ingest(fixture('ecom_events.ndjson.gz'));
    expect(await brokenIdentities(engine, 'apps/default', { start: '2024-01-01', end: '2024-06-30' })).toEqual([]);
  });

  it.each(['Asia/Shanghai', 'Europe/Berlin'])('on what the mocks answer in %s', async (timezone) => {
    const now = Date.parse('2026-04-12T10:20:00Z');
    const engine = createEngine({ clock: { now: () => now } });
    engine.ingestColumns(generateColumns({ until: now, scale: 0.1 }));
    for (const profile of ['standard', 'weixin', 'tencent_sas']) {
      for (const asked of [{ range: 'last_90_days' }, { start: '2026-03-20', end: '2026-04-12' }] as const) {
        expect(await brokenIdentities(engine, 'superapp', { ...asked, profile, timezone })).toEqual([]);
      }
    }
  });

  it.each(places)(
    'on random logs around $day in $zone',
    async (place) => {
      await fc.assert(
        fc.asyncProperty(arbitraryLog(place), question(place, 9), async (log, { scope, query, now }) => {
          const { engine } = await both(log, place, now);
          const { filters: _, ...whole } = query;
          expect(await brokenIdentities(engine, scope, whole)).toEqual([]);
        }),
        runs(8),
      );
    },
    patience,
  );
});

type Wrong = (right: Engine) => Partial<ReportSource>;

/** A source that answers as the engine does but for one thing; for each identity, one that is wrong in just that way. */
const wrong: Readonly<Record<string, Wrong>> = {
  parts_of_active: (right) => ({
    trend: async (scope, query) => {
      const report = await right.trend(scope, query);
      const raised = (values: (number | null)[]) => values.map((value) => value && value + 1);
      return {
        ...report,
        series: report.series.map((one) =>
          one.metric === 'retained_users' ? { ...one, values: raised(one.values) } : one,
        ),
      };
    },
  }),
  users_of_days: (right) => ({
    // The classic mistake: users of the days, added up, and one more.
    summary: async (scope, query) => {
      const report = await right.summary(scope, query);
      const metrics = report.metrics.map((one) => (one.metric === 'active_users' ? { ...one, value: 1501 } : one));
      return { ...report, metrics };
    },
  }),
  opens_by_source: (right) => ({
    breakdown: async (scope, query) => ({ ...(await right.breakdown(scope, query)), others: null }),
  }),
  opens_by_duration: (right) => ({
    distribution: async (scope, query) => {
      const report = await right.distribution(scope, query);
      const buckets = query.of === 'visit_duration' ? report.buckets.slice(1) : report.buckets;
      return { ...report, buckets };
    },
  }),
  opens_by_depth: (right) => ({
    distribution: async (scope, query) => {
      const report = await right.distribution(scope, query);
      return query.of === 'visit_depth' ? { ...report, total: report.total! + 1 } : report;
    },
  }),
  entries_and_exits: (right) => ({
    summary: async (scope, query) => {
      const report = await right.summary(scope, query);
      const metrics = report.metrics.map((one) => (one.metric === 'exits' ? { ...one, value: one.value! - 1 } : one));
      return { ...report, metrics };
    },
  }),
  funnel_falls: (right) => ({
    funnel: async (scope, query) => {
      const report = await right.funnel(scope, query);
      return {
        ...report,
        steps: report.steps.map((step, at) => (at === 2 ? { ...step, users: step.users! + 2000 } : step)),
      };
    },
    // Which this identity does not look at.
    funnel_next: async (scope, query) => ({ ...(await right.funnel_next(scope, query)), users: null }),
  }),
  next_of_funnel: (right) => ({
    funnel_next: async (scope, query) => {
      const report = await right.funnel_next(scope, query);
      return { ...report, ended: report.ended! + 1 };
    },
  }),
  retained_of_cohort: (right) => ({
    retention: async (scope, query) => {
      const report = await right.retention(scope, query);
      const cohorts = report.cohorts.map((one) => ({ ...one, retained: [one.size! + 1, ...one.retained.slice(1)] }));
      return { ...report, cohorts };
    },
  }),
  cohort_of_trend: (right) => ({
    retention: async (scope, query) => {
      const report = await right.retention(scope, query);
      return { ...report, cohorts: report.cohorts.map((one) => ({ ...one, size: one.size! + 1 })) };
    },
  }),
};

describe('a source that is wrong in one way', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine({ mapping: { roles: { page_view: ['pageview'] } } });
    await engine.ingest(fixture('apache_access.ndjson'));
  });

  /** The engine's own answers, where `parts` do not replace them. */
  const sourceWith = (parts: Partial<ReportSource>): ReportSource => ({
    clock: engine.clock,
    catalog: () => engine.catalog(),
    apps: () => engine.apps(),
    summary: engine.summary,
    trend: engine.trend,
    breakdown: engine.breakdown,
    distribution: engine.distribution,
    retention: engine.retention,
    funnel: engine.funnel,
    funnel_next: engine.funnel_next,
    values: engine.values,
    days: engine.days,
    ...parts,
  });

  it.each(identities.map(({ id, sentence }) => ({ id, sentence })))('breaks “$sentence”', async ({ id, sentence }) => {
    const broken = await brokenIdentities(sourceWith(wrong[id]!(engine)), 'apps/default', range);
    expect(new Set(broken.map((one) => one.id))).toEqual(new Set([id]));
    expect(broken[0]!.sentence).toBe(sentence);
    expect(broken[0]!.asked.length).toBeGreaterThan(0);
  });

  it('is told what it was asked, what it said and what it would have to say', async () => {
    const [broken] = await brokenIdentities(sourceWith(wrong.users_of_days!(engine)), 'apps/default', range);
    expect(broken).toEqual({
      id: 'users_of_days',
      sentence: 'max(day) <= range users <= sum(days)',
      at: 'active_users of the range',
      got: 1501,
      expected: 'at least 436 (most of a day) and at most 1500 (all days)',
      asked: [
        { report: 'summary', scope: 'apps/default', query: expect.objectContaining(range) as object },
        { report: 'trend', scope: 'apps/default', query: expect.objectContaining({ granularity: 'day' }) as object },
      ],
    });
  });

  it('breaks nothing with a report that it does not have', async () => {
    const { clock, catalog, apps, summary, trend, breakdown, values, days } = sourceWith({});
    const least = { clock, catalog, apps, summary, trend, breakdown, values, days };
    expect(await brokenIdentities(least, 'apps/default', range)).toEqual([]);
  });
});
