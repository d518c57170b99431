import type {
  DefinitionsQuery,
  DryRun,
  DryRunQuery,
  EventDefinition,
  EventDefinitionInput,
  EventDefinitionList,
  PageQuery,
  QueryHistory,
  SavedFunnel,
  SavedFunnelInput,
  SavedFunnelList,
  TestRecordList,
} from '#contract/api.js';
import type { Client } from './client.js';
import type { Check } from './decode/check.js';
import {
  dryRun,
  eventDefinition,
  eventDefinitionList,
  queryHistory,
  savedFunnel,
  savedFunnelList,
  testRecordList,
} from './decode/definitions.js';
import { door, type Doored } from './door.js';
import { getQuestion, scopePath } from './question.js';
import { aborted, ContractError } from './request-error.js';
import type { AskOptions, Session } from './session.js';
import type { WireAnswer, WireRequest } from './wire.js';

type SendOptions = Pick<AskOptions, 'signal'>;

/** A definition or funnel, and the ETag of its version, which the next write to it names. */
export interface Versioned<Body> {
  readonly body: Body;
  readonly etag: string;
}

/**
 * Something that is read, written and deleted by its id. A write names the version that the writer saw, or `*` for any;
 * where someone else saved meanwhile it rejects with status 412, `problem.current` and the `etag` of that version.
 */
export interface Collection<Input, Body, List> {
  list(app: string, query?: DefinitionsQuery, options?: SendOptions): Promise<List>;
  create(app: string, input: Input, options?: SendOptions): Promise<Versioned<Body>>;
  get(app: string, id: string, options?: SendOptions): Promise<Versioned<Body>>;
  replace(app: string, id: string, input: Input, etag: string, options?: SendOptions): Promise<Versioned<Body>>;
  delete(app: string, id: string, etag: string, options?: SendOptions): Promise<void>;
}

type Act = (app: string, id: string, etag: string, options?: SendOptions) => Promise<Versioned<EventDefinition>>;

/** Event definitions with the steps of their life. */
export interface EventDefinitionsClient extends Collection<EventDefinitionInput, EventDefinition, EventDefinitionList> {
  /** Checks the fields and fills the field table. */
  readonly check: Act;
  /** Begins test mode, with an empty list of records. */
  readonly test: Act;
  readonly publish: Act;
  readonly unpublish: Act;
  /** What came in while it was tested, newest first. */
  testRecords(app: string, id: string, query?: PageQuery, options?: SendOptions): Promise<TestRecordList>;
  /** How many events of the last days it would have matched, as it is saved. */
  dryRun(app: string, id: string, query?: DryRunQuery, options?: SendOptions): Promise<DryRun>;
}

/** Asks about event definitions, saved funnels and past queries. Nothing is kept: each call reaches the back end. */
export interface DefinitionsClient {
  readonly events: EventDefinitionsClient;
  readonly funnels: Collection<SavedFunnelInput, SavedFunnel, SavedFunnelList>;
  /** The event and funnel queries that the caller ran, newest first. */
  queries(app: string, query?: PageQuery, options?: SendOptions): Promise<QueryHistory>;
}

/**
 * Makes the part of a client that defines events and saves funnels; it asks as whom the client asks. A file of its own,
 * so that a page which only shows numbers does not load it.
 *
 * @example
 * const { events } = createDefinitionsClient(client);
 * const { body, etag } = await events.create('lantern-tea', input);
 * await events.check('lantern-tea', body.id, etag);
 */
export function createDefinitionsClient(client: Client): DefinitionsClient {
  const ask = askerOf(client);
  const at = (app: string, ...steps: string[]): string =>
    [scopePath(`apps/${app}`), ...steps.map(encodeURIComponent)].join('/');
  return {
    events: {
      ...collection(ask, (app, ...steps) => at(app, 'events', ...steps), eventDefinition, eventDefinitionList),
      ...actions((app, id, action, etag, options) =>
        ask.written({ method: 'POST', path: at(app, 'events', id, action), ifMatch: etag }, eventDefinition, options),
      ),
      testRecords: (app, id, query, options) =>
        ask.read(get(at(app, 'events', id, 'test-records'), query), testRecordList, options),
      dryRun: (app, id, query, options) =>
        ask.read({ ...get(at(app, 'events', id, 'dry-run'), query), method: 'POST' }, dryRun, options),
    },
    funnels: collection(ask, (app, ...steps) => at(app, 'funnels', ...steps), savedFunnel, savedFunnelList),
    queries: (app, query, options) => ask.read(get(at(app, 'queries'), query), queryHistory, options),
  };
}

function collection<Input, Body, List>(
  ask: Asker,
  at: (app: string, ...steps: string[]) => string,
  one: Check<Body>,
  all: Check<List>,
): Collection<Input, Body, List> {
  const json = (input: Input) => ({ body: JSON.stringify(input), contentType: 'application/json' });
  return {
    list: (app, query, options) => ask.read(get(at(app), query), all, options),
    create: (app, input, options) => ask.written({ method: 'POST', path: at(app), ...json(input) }, one, options),
    get: (app, id, options) => ask.versioned(get(at(app, id)), one, options),
    replace: (app, id, input, etag, options) =>
      ask.written({ method: 'PUT', path: at(app, id), ifMatch: etag, ...json(input) }, one, options),
    delete: (app, id, etag, options) => ask.gone({ method: 'DELETE', path: at(app, id), ifMatch: etag }, options),
  };
}

function actions(
  act: (
    app: string,
    id: string,
    action: string,
    etag: string,
    options?: SendOptions,
  ) => Promise<Versioned<EventDefinition>>,
): Pick<EventDefinitionsClient, 'check' | 'test' | 'publish' | 'unpublish'> {
  const named =
    (action: string): Act =>
    (app, id, etag, options) =>
      act(app, id, action, etag, options);
  return { check: named('check'), test: named('test'), publish: named('publish'), unpublish: named('unpublish') };
}

const get = (path: string, query: object = {}): WireRequest => getQuestion(path, () => never, query).request;
const never: Check<never> = () => undefined;

interface Asker {
  /** Something that is only read; it is repeated where it fails in passing. */
  read<Body>(request: WireRequest, check: Check<Body>, options?: SendOptions): Promise<Body>;
  /** The same with its version. */
  versioned<Body>(request: WireRequest, check: Check<Body>, options?: SendOptions): Promise<Versioned<Body>>;
  /** A write, sent once, and what it has left. */
  written<Body>(request: WireRequest, check: Check<Body>, options?: SendOptions): Promise<Versioned<Body>>;
  /** A write, sent once, that leaves nothing. */
  gone(request: WireRequest, options?: SendOptions): Promise<void>;
}

function askerOf(client: Client): Asker {
  const session = sessionOf(client);
  const send = async (request: WireRequest, kind: 'read' | 'write', { signal }: SendOptions = {}) => {
    if (signal?.aborted) throw aborted(signal.reason);
    return session().send(request, kind, signal);
  };
  return {
    read: async (request, check, options) => bodyOf(await send(request, 'read', options), check, request),
    versioned: async (request, check, options) => versionOf(await send(request, 'read', options), check, request),
    written: async (request, check, options) => versionOf(await send(request, 'write', options), check, request),
    gone: async (request, options) => {
      await send(request, 'write', options);
    },
  };
}

function sessionOf(client: Client): () => Session {
  const session = (client as Partial<Doored>)[door];
  if (session) return session;
  throw new TypeError('createDefinitionsClient needs a client that createClient made: this one has no session.');
}

function bodyOf<Body>({ body }: WireAnswer, check: Check<Body>, { path }: WireRequest): Body {
  const fault = check(body);
  if (fault) throw new ContractError(path, fault);
  return body as Body;
}

/** Without its ETag (a cross-origin back end has to expose it) a version could never be written over. */
function versionOf<Body>(answer: WireAnswer, check: Check<Body>, request: WireRequest): Versioned<Body> {
  const body = bodyOf(answer, check, request);
  const etag = answer.headers.get('etag');
  if (!etag) throw new ContractError(request.path, { path: 'ETag', expected: 'a readable header', got: 'nothing' });
  return { body, etag };
}
