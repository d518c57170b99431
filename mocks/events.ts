import type { RawEvent } from '#contract/api.js';
import { Population, type PopulationOptions } from './population/population.js';
import { currency, type Row } from './population/row.js';

/**
 * Everything that happened in a population up to `until`, in time order, as raw events.
 *
 * @example
 * const events = [...generateEvents({ until: Date.UTC(2026, 10, 22) })];
 */
export function* generateEvents(options: PopulationOptions): Generator<RawEvent, void, undefined> {
  for (const row of new Population(options).until(options.until)) yield toEvent(row);
}

/** What happens after `until`, without end: the continuation of {@link generateEvents} with the same options. */
export function* continueEvents(options: PopulationOptions): Generator<RawEvent, never, undefined> {
  const population = new Population(options);
  for (;;) {
    for (const row of population.nextDay()) if (row.ts > options.until) yield toEvent(row);
  }
}

/** How a stream tells the time. */
export interface StreamOptions extends PopulationOptions {
  readonly now: () => number;
  /** Settles when so many milliseconds have passed, or when the signal is aborted. */
  readonly wait: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
  readonly signal?: AbortSignal;
}

/** The continuation of a population as it happens: each step gives the events whose time has come. */
export async function* streamEvents(options: StreamOptions): AsyncGenerator<RawEvent[], void, undefined> {
  const { now, wait, signal } = options;
  const coming = continueEvents(options);
  let next = coming.next().value;
  while (!signal?.aborted) {
    const due: RawEvent[] = [];
    while (timeOf(next) <= now()) {
      due.push(next);
      next = coming.next().value;
    }
    if (due.length > 0) yield due;
    else await wait(timeOf(next) - now(), signal);
  }
}

function timeOf(event: RawEvent): number {
  return event.ts as number;
}

/** A row as the event object that a client would send: fields without a value are left out. */
export function toEvent(row: Row): RawEvent {
  const { person } = row.member;
  const event: RawEvent = { user_id: row.member.userId, ts: row.ts, event: row.event, app_id: row.model.id };
  if (person.guid !== null) event.guid = person.guid;
  if (row.member.tester) event.environment = 'non_production';
  if (row.page !== null) event.page_path = row.page;
  if (row.durationMs !== null) event.duration_ms = row.durationMs;
  if (row.amount !== null) {
    event.amount = row.amount;
    event.currency = currency;
  }
  if (row.properties !== null) event.properties = row.properties;
  if (row.opening !== null) describeOpening(event, row);
  return event;
}

function describeOpening(event: RawEvent, row: Row): void {
  const { way, qrCode, network } = row.opening!;
  const { person } = row.member;
  if (way.scene !== undefined) event.scene = way.scene;
  if (way.source !== undefined) event.source = way.source;
  if (qrCode !== null) event.qr_code = qrCode;
  event.network_type = network;
  Object.assign(event, person.device);
  event.country = person.country;
  event.language = person.language;
  if (person.province !== null) event.province = person.province;
  if (person.city !== null) event.city = person.city;
  if (person.gender !== null) event.gender = person.gender;
  if (person.age_group !== null) event.age_group = person.age_group;
}
