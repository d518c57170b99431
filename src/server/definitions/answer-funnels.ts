import type { SavedFunnelList } from '#contract/api.js';
import { readObject } from '../object-body.js';
import { jsonResponse } from '../respond.js';
import type { Answer } from '../route.js';
import { authorOf, enter, type Keeper } from './keeper.js';
import { readPage, rowsOf } from './page.js';
import { readFunnel } from './read-funnel.js';
import { createdResponse, deletedResponse, readResponse, writtenResponse } from './respond.js';

const what = 'the funnel';

/** Answers what is asked of saved funnels. */
export function funnelAnswers(keeper: Keeper) {
  const { funnels } = keeper;
  return {
    list: async (exchange) => {
      const { app } = await enter(exchange, 'custom_analysis.read');
      const page = readPage(exchange.request, 'pages and search');
      const found = (await funnels.list(app)).filter(({ name }) => name.toLowerCase().includes(page.search));
      const list: SavedFunnelList = { funnels: rowsOf(found, page), row_count: found.length };
      return jsonResponse(list, exchange.request);
    },

    create: async (exchange) => {
      const { app } = await enter(exchange, 'funnels.write');
      const input = await readFunnel(await readObject(exchange, what), exchange);
      return createdResponse(await funnels.create(app, input, authorOf(exchange, keeper)), exchange.request);
    },

    read: async (exchange) => {
      const { app, id } = await enter(exchange, 'custom_analysis.read');
      return readResponse(await funnels.get(app, id), exchange.request);
    },

    replace: async (exchange) => {
      const { app, id } = await enter(exchange, 'funnels.write');
      const input = await readFunnel(await readObject(exchange, what), exchange);
      return writtenResponse(await funnels.replace(app, id, input, authorOf(exchange, keeper)));
    },

    delete: async (exchange) => {
      const { app, id } = await enter(exchange, 'funnels.write');
      await funnels.delete(app, id, authorOf(exchange, keeper));
      return deletedResponse();
    },
  } satisfies Record<string, Answer>;
}
