import type { EventDefinitionList, TestRecordList } from '#contract/api.js';
import type { Exchange } from '../host.js';
import { readObject } from '../object-body.js';
import { jsonResponse } from '../respond.js';
import type { Answer } from '../route.js';
import { authorOf, enter, type Keeper } from './keeper.js';
import { readPage, rowsOf } from './page.js';
import { readEvent } from './read-event.js';
import { createdResponse, deletedResponse, readResponse, writtenResponse } from './respond.js';
import { fieldSeen, observedEvents, type Look } from './seen-in-data.js';

const what = 'the definition';

/** Answers what is asked of event definitions. */
export function eventAnswers(keeper: Keeper) {
  const { events, records } = keeper;
  return {
    list: async (exchange) => {
      const { app } = await enter(exchange, 'events.read');
      const { request } = exchange;
      const page = readPage(request, 'pages and search');
      const all = await events.list(app);
      const found = all.filter(({ name, display_name }) =>
        [name, display_name].some((text) => text.toLowerCase().includes(page.search)),
      );
      const names = all.map(({ name }) => name);
      const list: EventDefinitionList = {
        definitions: rowsOf(found, page),
        observed: await observedEvents(lookOf(exchange, app), names, page.search),
        row_count: found.length,
      };
      return jsonResponse(list, request);
    },

    create: async (exchange) => {
      const { app } = await enter(exchange, 'events.write');
      const input = readEvent(await readObject(exchange, what), 'new');
      return createdResponse(await events.create(app, input, authorOf(exchange, keeper)), exchange.request);
    },

    read: async (exchange) => {
      const { app, id } = await enter(exchange, 'events.read');
      return readResponse(await events.get(app, id), exchange.request);
    },

    replace: async (exchange) => {
      const { app, id } = await enter(exchange, 'events.write');
      const input = readEvent(await readObject(exchange, what), 'saved');
      return writtenResponse(await events.replace(app, id, input, authorOf(exchange, keeper)));
    },

    delete: async (exchange) => {
      const { app, id } = await enter(exchange, 'events.write');
      await events.delete(app, id, authorOf(exchange, keeper));
      await clearRecords(exchange, keeper);
      return deletedResponse();
    },

    check: async (exchange) => {
      const { app, id } = await enter(exchange, 'events.write');
      const seen = fieldSeen(lookOf(exchange, app), await records.list(app, id));
      return writtenResponse(await events.check(app, id, authorOf(exchange, keeper), seen));
    },

    test: async (exchange) => {
      const { app, id } = await enter(exchange, 'events.write');
      const tested = await events.test(app, id, authorOf(exchange, keeper));
      await clearRecords(exchange, keeper);
      return writtenResponse(tested);
    },

    publish: async (exchange) => {
      const { app, id } = await enter(exchange, 'events.publish');
      return writtenResponse(await events.publish(app, id, authorOf(exchange, keeper)));
    },

    unpublish: async (exchange) => {
      const { app, id } = await enter(exchange, 'events.publish');
      return writtenResponse(await events.unpublish(app, id, authorOf(exchange, keeper)));
    },

    testRecords: async (exchange) => {
      const { app, id } = await enter(exchange, 'events.read');
      const page = readPage(exchange.request, 'pages');
      await events.get(app, id); // else a definition that is not there would read as one without records
      const all = await records.list(app, id);
      const list: TestRecordList = { records: rowsOf(all, page), row_count: all.length };
      return jsonResponse(list, exchange.request);
    },
  } satisfies Record<string, Answer>;
}

function lookOf({ host, request: { signal } }: Exchange, app: string): Look {
  return { host, app, signal };
}

/** What they belong to has been written by now, so a failure is the host's to know and not the caller's. */
async function clearRecords({ host, request, app = '', id = '' }: Exchange, { records }: Keeper): Promise<void> {
  await records.clear(app, id).catch((error: unknown) => host.onError?.(error, request));
}
