import type { Route } from '../route.js';
import { dryRunAnswer } from './answer-dry-run.js';
import { eventAnswers } from './answer-events.js';
import { funnelAnswers } from './answer-funnels.js';
import { queriesAnswer } from './answer-queries.js';
import type { Keeper } from './keeper.js';

/** Every path of definitions, saved funnels and past queries. */
export function definitionRoutes(keeper: Keeper): readonly Route[] {
  const events = eventAnswers(keeper);
  const funnels = funnelAnswers(keeper);
  const app = '/v1/apps/:app';
  const event = `${app}/events/:id`;
  return [
    { path: `${app}/events`, answers: { GET: events.list, POST: events.create } },
    { path: event, answers: { GET: events.read, PUT: events.replace, DELETE: events.delete } },
    { path: `${event}/check`, answers: { POST: events.check } },
    { path: `${event}/test`, answers: { POST: events.test } },
    { path: `${event}/publish`, answers: { POST: events.publish } },
    { path: `${event}/unpublish`, answers: { POST: events.unpublish } },
    { path: `${event}/test-records`, answers: { GET: events.testRecords } },
    { path: `${event}/dry-run`, answers: { POST: dryRunAnswer(keeper) } },
    { path: `${app}/funnels`, answers: { GET: funnels.list, POST: funnels.create } },
    { path: `${app}/funnels/:id`, answers: { GET: funnels.read, PUT: funnels.replace, DELETE: funnels.delete } },
    { path: `${app}/queries`, answers: { GET: queriesAnswer(keeper) } },
  ];
}
