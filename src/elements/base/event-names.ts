import type { LitElement } from 'lit';
import type { EventDefinition, EventDefinitionList } from '#contract/api.js';
import { defaultFields } from '#contract/events.js';
import { propertyPrefix } from '#contract/property-prefix.js';
import type { RequestError } from '#client/request-error.js';
import type { AskOptions } from '#client/session.js';
import { AnswerController, type Reading } from './answer-controller.js';
import type { ScopeSettings } from './scope-settings.js';
import { SeenValues } from './seen-values.js';

/** An event that can be asked about. */
export interface KnownEvent {
  readonly name: string;
  /** Of its definition, where there is one. */
  readonly displayName?: string | undefined;
  readonly isDraft?: boolean;
  /** Events seen in the data; nothing where it was not looked for. */
  readonly count?: number | undefined;
}

/** So many definitions fit a page of the contract. */
const MOST = 200;
const own: readonly string[] = defaultFields;

/** The events of an app: those that are defined, then those that the data hold besides. */
export class EventNames {
  readonly #defined: AnswerController<EventDefinitionList>;
  readonly #seen: SeenValues;

  constructor(host: LitElement) {
    this.#defined = new AnswerController(host);
    this.#seen = new SeenValues(host);
  }

  /** All of them. Where definitions cannot be read, what the data hold is left. */
  read(settings: ScopeSettings): Reading<readonly KnownEvent[]> {
    const defined = this.#definitions(settings);
    const seen = this.#seen.read(settings, { field: 'event', limit: MOST });
    if (defined.isPending) return { isPending: true };
    if (!seen.answer) return seen as Reading<never>;
    const counts = new Map(seen.answer.values.map(({ value, count }) => [String(value), count]));
    const definitions = defined.answer?.definitions ?? [];
    const names = new Set(definitions.map(({ name }) => name));
    const others = [...counts].filter(([name]) => !names.has(name)).map(([name, count]) => ({ name, count }));
    return { answer: [...definitions.map((one) => known(one, counts.get(one.name))), ...others] };
  }

  /** What an event is called by its definition, as far as that is known. */
  displayName(settings: ScopeSettings, name: string): string | undefined {
    return this.#definitions(settings).answer?.definitions.find((one) => one.name === name)?.display_name;
  }

  /** The fields that definitions name, of one event or of all, as `properties.NAME`. */
  properties(settings: ScopeSettings, event?: string): string[] {
    const definitions = this.#definitions(settings).answer?.definitions ?? [];
    const fields = definitions
      .filter(({ name }) => event === undefined || name === event)
      .flatMap((definition) => definition.fields.map(({ field }) => field));
    return [...new Set(fields.filter((field) => !own.includes(field)).map((field) => propertyPrefix + field))];
  }

  /** The numeric fields that an event's definition names, as `properties.NAME`. */
  numbers(settings: ScopeSettings, event: string): string[] {
    const definition = this.#definitions(settings).answer?.definitions.find(({ name }) => name === event);
    const fields = definition?.fields.filter(({ type, field }) => type === 'number' && !own.includes(field)) ?? [];
    return fields.map(({ field }) => propertyPrefix + field);
  }

  #definitions({ client, app, superapp }: ScopeSettings): Reading<EventDefinitionList> {
    if (superapp || !app) return {};
    return this.#defined.read(client, app, (options) => definitionsOf(client!, app, options));
  }
}

/** Nobody has to be allowed to read definitions to choose an event: without them there are names alone. */
async function definitionsOf(
  client: NonNullable<ScopeSettings['client']>,
  app: string,
  options: AskOptions,
): Promise<EventDefinitionList> {
  try {
    const { createDefinitionsClient } = await import('#client/definitions.js');
    return await createDefinitionsClient(client).events.list(app, { page_size: MOST }, options);
  } catch (error) {
    if ((error as Partial<RequestError>).kind === 'aborted') throw error;
    return { definitions: [], observed: [], row_count: 0 };
  }
}

function known({ name, display_name, published }: EventDefinition, count: number | undefined): KnownEvent {
  return { name, displayName: display_name, isDraft: !published, count };
}
