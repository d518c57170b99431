import type { QueryHistory } from '#contract/api.js';
import { jsonResponse } from '../respond.js';
import type { Answer } from '../route.js';
import { enter, type Keeper } from './keeper.js';
import { readPage, rowsOf } from './page.js';

/** The event and funnel queries that the caller ran in the app, with all that were answered before this was asked. */
export function queriesAnswer({ history, remembered }: Keeper): Answer {
  return async (exchange) => {
    const { app } = await enter(exchange, 'custom_analysis.read');
    const page = readPage(exchange.request, 'pages');
    await remembered.settled();
    const all = await history.list(app, exchange.caller.name ?? '');
    const list: QueryHistory = { queries: rowsOf(all, page), row_count: all.length };
    return jsonResponse(list, exchange.request);
  };
}
