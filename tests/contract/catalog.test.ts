import { catalogOf } from '#contract/catalog.js';
import { metricsOfFormula } from '#contract/formula.js';
import { metricDescriptions } from '#contract/metric-descriptions.js';
import { metrics, type MetricRow } from '#contract/metrics.js';
import { profiles } from '#contract/profiles.js';
import { weixinSources } from '#contract/sources.js';
import { reportNames } from '#contract/vocabulary.js';
import { describe, expect, it } from 'vitest';
import { schemaErrors } from './openapi-schema.js';

const rows: readonly MetricRow[] = metrics;
const ids = rows.map((row) => row.id);

describe('the catalogue', () => {
  it('is what the OpenAPI document says a catalogue is', () => {
    expect(schemaErrors('Catalog', catalogOf({ reports: [...reportNames] }))).toEqual([]);
  });

  it('has each metric once, each with a description in both languages', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(metricDescriptions).sort()).toEqual([...ids].sort());
    for (const text of Object.values(metricDescriptions)) expect(text).toHaveProperty('zh-CN');
  });

  it('names only metrics of its own in formulas, and only base metrics', () => {
    const bases = new Set<string>(rows.filter((row) => !row.formula).map((row) => row.id));
    for (const row of rows)
      for (const formula of [row.formula, row.identity])
        if (formula) expect(metricsOfFormula(formula).filter((id) => !bases.has(id))).toEqual([]);
  });

  it('never adds up a metric that has a formula', () => {
    expect(rows.filter((row) => row.formula && row.adds_up !== 'no')).toEqual([]);
  });

  it('holds the 57 sources, and every scene once', () => {
    expect(weixinSources).toHaveLength(57);
    const scenes = weixinSources.flatMap((source) => source.scenes);
    expect(scenes).toHaveLength(145);
    expect(new Set(scenes).size).toBe(145);
  });

  it('holds the four profiles', () => {
    expect(profiles.map((profile) => profile.id)).toEqual(['standard', 'weixin', 'alipay', 'tencent_sas']);
  });
});
