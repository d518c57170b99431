import type { FunnelQuery } from '#contract/api.js';
import { ChainFinder } from './funnel-chain.js';
import { eachPersonsEvents, type PersonEvents, type StepEvents } from './funnel-events.js';
import type { RangedQuestion } from './question.js';

/** What makes a chain: its steps, its window, and what filters every step. */
export type ChainQuery = Pick<FunnelQuery, 'steps' | 'window_seconds' | 'filters'>;

/**
 * Gives the chain of each person who reached the first step, and the events that it lies in; both are the same objects
 * for every person, and hold only until the next.
 */
export function eachChain(
  { log, range, asOf, matchesOf }: RangedQuestion,
  { steps: asked, window_seconds, filters = [] }: ChainQuery,
  visit: (chain: ChainFinder, events: PersonEvents) => void,
): void {
  const steps = asked.map((step): StepEvents => ({
    name: step.event,
    matches: matchesOf([...filters, ...(step.filters ?? [])]),
  }));
  const chain = new ChainFinder(steps.length, window_seconds === undefined ? Infinity : window_seconds * 1000);
  eachPersonsEvents(log, steps, range.start, Math.min(range.end, asOf), (events) => {
    chain.find(events, events.from, events.to);
    if (chain.length > 0) visit(chain, events);
  });
}
