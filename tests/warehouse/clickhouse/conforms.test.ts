import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { brokenOf, handlerOver, judge, skippedOf } from '../../conformance/judge.js';
import { openOn } from './open.js';
import { hasClickHouse, startShards, type Shards } from './shards.js';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 });

describe.skipIf(!hasClickHouse)('ClickHouse on two servers, empty at first', () => {
  let shards: Shards;

  beforeAll(async () => {
    shards = await startShards(2);
  });
  afterAll(() => shards.stop());

  it('keeps every rule of the contract, and answers the standard log as the engine does', async () => {
    const warehouse = await openOn(shards, { clock: { now: () => Date.parse('2026-11-28T12:00:00Z') } });
    try {
      const verdict = await judge(handlerOver(warehouse), { load: true });
      expect(brokenOf(verdict)).toEqual({});
      // What asks for tokens, or for definitions of an app that is there before, has nothing to do with a database.
      expect(skippedOf(verdict).filter((id) => /^(load|identity|report|schema)/.test(id))).toEqual([]);
    } finally {
      await warehouse.close();
    }
  });
});
