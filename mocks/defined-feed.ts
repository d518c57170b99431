import type { EventDefinition, EventDefinitionList, FieldType, RawEvent } from '#contract/api.js';
import { Random } from './population/random.js';

/** How often somebody does what an event describes. */
export const tickMs = 1000;
/** After a long silence only the last of what was missed is told. */
const mostTicks = 30;

/** What a back end answers, as a function. */
type Answer = (request: Request) => Promise<Response>;

/**
 * Has people do what defined events describe, so that an event under test has records and a published one counts within
 * seconds. It keeps no timer: whenever an app is asked about, it collects what has been done since.
 */
export class DefinedFeed {
  readonly #answer: Answer;
  readonly #toldTo = new Map<string, number>();
  readonly #start: number;

  /** @param start epoch milliseconds before which nothing is done. */
  constructor(answer: Answer, start: number) {
    this.#answer = answer;
    this.#start = start;
  }

  /** Collects what was done in the app of a path until now; nothing of a path without one. */
  async tell({ url, method }: Request, now: number): Promise<void> {
    const { origin, pathname } = new URL(url);
    const app = /\/v1\/apps\/([^/]+)\//.exec(pathname)?.[1];
    if (!app || (method !== 'GET' && method !== 'POST')) return;
    const before = this.#toldTo.get(app) ?? this.#start;
    if (now - before < tickMs) return;
    this.#toldTo.set(app, now);
    const base = `${origin}/v1/apps/${app}`;
    const listed = await this.#answer(new Request(`${base}/events?page_size=200`));
    if (!listed.ok) return;
    const { definitions } = (await listed.json()) as EventDefinitionList;
    const events = definitions.flatMap((definition) => doneOf(definition, before, now));
    if (events.length === 0) return;
    await this.#answer(new Request(`${base}/events:collect`, { method: 'POST', body: JSON.stringify(events) }));
  }
}

/** What people did of an event between two instants; of one that is only a draft, nothing. The same each time. */
export function doneOf(definition: EventDefinition, since: number, until: number): RawEvent[] {
  const { state, published, updated_at: updatedAt } = definition;
  if (state === 'draft' && !published) return [];
  const from = Math.max(since, published ? 0 : Date.parse(updatedAt), until - mostTicks * tickMs);
  const events: RawEvent[] = [];
  for (let tick = Math.floor(from / tickMs) + 1; tick * tickMs <= until; tick++) events.push(doneAt(definition, tick));
  return events;
}

/** Every fourth one lacks a field, every seventh has a number as a text: what a test mode is for. */
function doneAt({ name, fields, actions }: EventDefinition, tick: number): RawEvent {
  const random = new Random(tick, `defined ${name}`);
  const properties: Record<string, string | number | boolean> = {};
  for (const [index, { field, type }] of fields.entries()) {
    const isLast = index === fields.length - 1;
    if (isLast && tick % 4 === 0) continue;
    const value = valueOf(field, type, random);
    properties[field] = tick % 7 === 0 && typeof value === 'number' ? String(value) : value;
  }
  const page = actions.find((action) => action.page)?.page;
  return {
    event: name,
    event_id: `${name}-${tick}`,
    ...passerBy(random.int(60)),
    ts: tick * tickMs,
    ...(page && { page_path: page }),
    properties,
  };
}

const provinces = ['Zhejiang', 'Jiangsu', 'Guangdong', 'Sichuan', 'Hunan'];

/** Somebody, who is always at home in the same place and has the same phone. */
function passerBy(number: number): Pick<RawEvent, 'user_id' | 'province' | 'os_name'> {
  const random = new Random(number, 'passer-by');
  const province = random.pick(provinces);
  return { user_id: `passer-by-${number}`, province, os_name: random.chance(0.4) ? 'iOS' : 'Android' };
}

function valueOf(field: string, type: FieldType, random: Random): string | number | boolean {
  if (type === 'boolean') return random.chance(0.5);
  if (type === 'string') return `${field.slice(0, 3)}-${100 + random.int(40)}`;
  return /quantity|count|items/.test(field) ? 1 + random.int(4) : (800 + random.int(4000)) / 100;
}
