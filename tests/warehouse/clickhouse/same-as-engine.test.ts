import { afterAll, beforeAll, describe, vi } from 'vitest';
import { runs } from '../../engine/twin/same-answer.js';
import { sameAnalysis } from '../same-analysis.js';
import type { Open } from '../same-as-engine.js';
import { sameNumbers } from '../same-numbers.js';
import { openOn } from './open.js';
import { hasClickHouse, startShards, type Shards } from './shards.js';

// Servers have to start, and make a dozen tables for each database.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

describe.skipIf(!hasClickHouse).each([1, 2])('ClickHouse on %d servers answers as the engine does', (count) => {
  let shards: Shards;

  beforeAll(async () => {
    shards = await startShards(count);
  });
  afterAll(() => shards.stop());

  // Each case is a database of its own, with a dozen tables on each server: few of them, every time others.
  const times = () => runs(count === 1 ? 2 : 3);
  const open: Open = (options) => openOn(shards, options);
  sameNumbers(() => open, times);
  sameAnalysis(() => open, times);
});
