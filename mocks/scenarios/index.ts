import { error, forbidden, malformed, offline, rateLimited } from './failing.js';
import { hugeNumbers } from './huge-numbers.js';
import { longNames } from './long-names.js';
import type { Scenario } from './scenario.js';
import { slow } from './slow.js';
import { stale } from './stale.js';

/** Ways in which a back end can be, by name. */
export const scenarios = {
  normal: {},
  empty: { scale: 0 },
  slow,
  error,
  forbidden,
  'rate-limited': rateLimited,
  malformed,
  offline,
  stale,
  'huge-numbers': hugeNumbers,
  'long-names': longNames,
} as const satisfies Record<string, Scenario>;

/** Name of a scenario. */
export type ScenarioName = keyof typeof scenarios;

/** All scenarios, in the order a picker shows them. */
export const scenarioNames = Object.keys(scenarios) as ScenarioName[];
