import { describe, expect, it } from 'vitest';
import type { ReportName } from '#contract/api.js';
import type { Check } from '#client/decode/check.js';
import { catalog } from '#client/decode/catalog.js';
import { collectOutcome, daysReport, valuesReport } from '#client/decode/further-answers.js';
import { reportChecks } from '#client/decode/report-checks.js';
import { reportNames } from '#contract/vocabulary.js';
import { requiredPlaces } from '../required-places.js';
import { breakdownExample, example, inPascalCase, schemas, summaryExample, trendExample } from '../stub-back-end.js';

const schemaOf = (name: ReportName): string => `${inPascalCase(name)}Report`;
const checks: [string, Check<unknown>][] = [
  ...(await Promise.all(
    reportNames.map(async (name): Promise<[string, Check<unknown>]> => [schemaOf(name), await reportChecks[name]()]),
  )),
  ['ValuesReport', valuesReport],
  ['DaysReport', daysReport],
  ['CollectOutcome', collectOutcome],
];

type Json = Record<string, unknown>;

describe.each(checks)('the check of %s', (name, check) => {
  it('passes the example of the contract', () => {
    expect(check(example(name))).toBeUndefined();
  });

  it('misses every field that the contract requires', () => {
    const value = example(name);
    const places = requiredPlaces(value, schemas[name]);
    expect(places.length).toBeGreaterThan(2);
    for (const { holder, field, path } of places) {
      const kept = holder[field];
      holder[field] = undefined;
      expect(check(value)).toMatchObject({ path, got: 'nothing' });
      holder[field] = kept;
    }
  });

  it('lets fields and words of a newer back end through', () => {
    const value = example(name) as { meta?: Json } & Json;
    if (value.meta) Object.assign(value.meta, { granularity: 'decade', environment: 'staging', profile: 'next' });
    expect(check({ ...value, confidence: [0.9] })).toBeUndefined();
  });
});

describe('the check of a report', () => {
  it('refuses a zone that no date can be shown in', async () => {
    const report = summaryExample();
    report.meta.timezone = 'Mars/Olympus';
    expect((await reportChecks.summary())(report)).toEqual({
      path: 'meta.timezone',
      expected: 'an IANA time zone',
      got: '"Mars/Olympus"',
    });
  });

  it('refuses a series that is not as long as its buckets', async () => {
    const report = trendExample();
    report.series[0]?.values.pop();
    expect((await reportChecks.trend())(report)).toMatchObject({ path: 'series[0].values', expected: 'a list of 3' });
  });

  it('refuses a comparison whose series is not as long as its own buckets', async () => {
    const report = trendExample();
    const { buckets } = report;
    const range = { start: '2026-11-17', end: '2026-11-19' };
    report.comparisons = [{ kind: 'previous_period', range, buckets, series: [{ metric: 'opens', values: [1] }] }];
    expect((await reportChecks.trend())(report)).toMatchObject({ path: 'comparisons[0].series[0].values' });
  });

  it('refuses cohorts that are not as wide as the offsets', async () => {
    const report = example('RetentionReport') as { average: unknown[] };
    report.average.pop();
    expect((await reportChecks.retention())(report)).toMatchObject({ path: 'average', expected: 'a list of 2' });
  });

  it('refuses a formatted number', async () => {
    const report = breakdownExample();
    Object.assign(report.rows[0]?.values ?? {}, { page_visits: '331,723' });
    expect((await reportChecks.breakdown())(report)).toMatchObject({
      path: 'rows[0].values.page_visits',
      got: '"331,723"',
    });
  });
});

describe('the check of the catalogue', () => {
  it('names the metric that lacks an English label', () => {
    const label = { 'zh-CN': '打开次数' };
    expect(catalog({ metrics: [{ id: 'opens', group: 'access', label }] })).toMatchObject({
      path: 'metrics[0].label.en',
    });
  });
});
