import type { SummaryQuery } from '#contract/api.js';
import { type ClientOptions, createClient } from '#client/client.js';
import { ManualTimers } from '../manual-timers.js';
import { type Asked, type Reply, stubBackEnd } from '../stub-back-end.js';

export const app = 'apps/lantern-tea';
export const users: SummaryQuery = { range: 'yesterday', metrics: ['active_users'] };
export const question = (...metrics: string[]) => ({ range: 'yesterday' as const, metrics });
export const metricsOf = (query: unknown): string[] | undefined => (query as SummaryQuery).metrics;
/** A client of a back end that answers from a function. Nothing is batched unless asked for. */
export function setUp(answer: (asked: Asked, turn: number) => Reply | Promise<Reply>, options: ClientOptions = {}) {
  const timers = new ManualTimers();
  const backEnd = stubBackEnd(answer);
  const client = createClient({
    baseUrl: 'https://back.end/',
    batch: false,
    timeoutMs: 0,
    timers,
    random: () => 0.5,
    ...backEnd,
    ...options,
  });
  return { client, timers, ...backEnd };
}
