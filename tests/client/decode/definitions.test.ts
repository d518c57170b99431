import { describe, expect, it } from 'vitest';
import type { Check } from '#client/decode/check.js';
import {
  dryRun,
  eventDefinition,
  eventDefinitionList,
  queryHistory,
  savedFunnel,
  savedFunnelList,
  testRecordList,
} from '#client/decode/definitions.js';
import { requiredPlaces } from '../required-places.js';
import { example, schemas } from '../stub-back-end.js';

const checks: [string, Check<unknown>][] = [
  ['EventDefinition', eventDefinition],
  ['EventDefinitionList', eventDefinitionList],
  ['TestRecordList', testRecordList],
  ['DryRun', dryRun],
  ['SavedFunnel', savedFunnel],
  ['SavedFunnelList', savedFunnelList],
  ['QueryHistory', queryHistory],
];

/** What a test record shows is whatever came in; a filter is told apart by who reads it. */
const isTolerated = (path: string) => /\.event\.|\.filters\[/.test(path);

describe.each(checks)('the check of %s', (name, check) => {
  it('passes the example of the contract, also with what a newer back end adds', () => {
    expect(check(example(name))).toBeUndefined();
    expect(check({ ...(example(name) as object), confidence: [0.9] })).toBeUndefined();
  });

  it('misses every field that the contract requires', () => {
    const value = example(name);
    const places = requiredPlaces(value, schemas[name]).filter(({ path }) => !isTolerated(path));
    expect(places.length).toBeGreaterThan(2);
    for (const { holder, field, path } of places) {
      const kept = holder[field];
      holder[field] = undefined;
      expect(check(value)).toMatchObject({ path, got: 'nothing' });
      holder[field] = kept;
    }
  });
});

describe('the check of an event definition', () => {
  const definition = () => example('EventDefinition') as Record<string, unknown>;

  it('lets words of a newer back end and names that break the rules through', () => {
    expect(eventDefinition({ ...definition(), state: 'archived', name: 'Add To Cart!' })).toBeUndefined();
  });

  it('looks into the published version', () => {
    expect(eventDefinition({ ...definition(), published: { name: 'x' } })).toMatchObject({
      path: 'published.display_name',
    });
  });
});
