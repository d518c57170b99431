import type { Clock } from '#contract/report-source.js';
import type { Definitions } from '../handler.js';
import type { DocumentStore } from '../stores/document-store.js';
import { uuid } from '../uuid.js';
import { definitionRoutes } from './definition-routes.js';
import { createEventDefinitions } from './event-definitions.js';
import { governanceOf } from './governance.js';
import type { Keeper } from './keeper.js';
import { createQueryHistory } from './query-history.js';
import { createRememberedQueries } from './remembered-queries.js';
import { createSavedFunnels } from './saved-funnels.js';
import { createTestRecords } from './test-records.js';

/** Where definitions are kept, and what time it is there. */
export interface DefinitionsOptions {
  /** `createMemoryStore()`, `createIndexedDbStore()`, or SQLite in Node. */
  readonly store: DocumentStore;
  /** Makes the id of a new document; default a random UUID. */
  readonly newId?: () => string;
  /** Dates what is written; default the machine's clock, and not that of a file of events. */
  readonly clock?: Pick<Clock, 'now'>;
}

/** Definitions that a handler serves, over a store that is its maker's to close. */
export interface KeptDefinitions extends Definitions {
  /** Resolves when everything that was answered so far is in the store: for the end of a process. */
  settled(): Promise<void>;
}

/**
 * Makes the part of a back end that keeps event definitions, saved funnels and past queries. It is apart from the
 * handler, so that a page or worker without definitions does not load them.
 *
 * @example createHandler({ reports, definitions: createDefinitions({ store: createIndexedDbStore() }) })
 */
export function createDefinitions({ store, newId = uuid, clock = machineClock }: DefinitionsOptions): KeptDefinitions {
  const now = (): number => clock.now('UTC');
  const history = createQueryHistory(store, newId);
  const keeper: Keeper = {
    events: createEventDefinitions(store, newId),
    records: createTestRecords(store, newId),
    funnels: createSavedFunnels(store, newId),
    history,
    remembered: createRememberedQueries(history, now),
    now,
  };
  return {
    routes: definitionRoutes(keeper),
    govern: (app) => governanceOf(app, keeper),
    remember: keeper.remembered.remember,
    settled: keeper.remembered.settled,
  };
}

const machineClock: Pick<Clock, 'now'> = { now: () => Date.now() };
