import type { EventColumns } from '#engine/index.js';
import { toColumns } from './columns.js';
import { dayMs } from './population/calendar.js';
import { Population, type PopulationOptions, startOf } from './population/population.js';
import type { Row } from './population/row.js';

/**
 * What goes on in a population after `until`, handed out as its time comes. It keeps no clock and no timer: whoever asks
 * says what time it is. The same options give the same events, however often it is asked.
 *
 * @example
 * const feed = new Feed(options);
 * const news = feed.due(clock.now());
 * if (news) engine.ingestColumns(news);
 */
export class Feed {
  readonly #options: PopulationOptions;
  #population: Population | undefined;
  /** Local midnight up to which days have been drawn. */
  #drawnTo: number;
  /** Drawn, and still to come. */
  #coming: Row[] = [];
  #given: number;

  constructor(options: PopulationOptions) {
    this.#options = options;
    this.#drawnTo = startOf(options);
    this.#given = options.until;
  }

  /** The events of the time since it was asked last; nothing where nobody did anything. */
  due(now: number): EventColumns | undefined {
    if (now <= this.#given) return undefined;
    this.#drawTo(now);
    let count = 0;
    while (count < this.#coming.length && this.#coming[count]!.ts <= now) count++;
    this.#given = now;
    const due = this.#coming.splice(0, count);
    return due.length > 0 ? toColumns(due) : undefined;
  }

  #drawTo(now: number): void {
    this.#population ??= new Population(this.#options);
    while (this.#drawnTo <= now) {
      const rows = this.#population.nextDay();
      for (const row of rows) if (row.ts > this.#options.until) this.#coming.push(row);
      this.#drawnTo += dayMs;
    }
  }
}
