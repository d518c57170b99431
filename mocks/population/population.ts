import { cityPass } from '../apps/city-pass.js';
import { puzzleGame } from '../apps/puzzle-game.js';
import { teaShop } from '../apps/tea-shop.js';
import { AppLife, type Place } from './app-life.js';
import type { AppModel } from './app-model.js';
import { dayMs } from './calendar.js';
import type { Row } from './row.js';
import { drawWords } from './words.js';

/** Which population to draw. The same options give the same events, in every browser and in Node. */
export interface PopulationOptions {
  /** Default 7. */
  readonly seed?: number;
  /** Whole local days before the day of `until`. Default 90. */
  readonly days?: number;
  /** No event is later than this, epoch milliseconds. The population begins `days` local days before. */
  readonly until: number;
  /** Multiplies the number of people; 1 gives about 200,000 events in 90 days. */
  readonly scale?: number;
  /** Where the people live, in minutes east of UTC. Default 480, China. */
  readonly utcOffsetMinutes?: number;
  /** Default: a mini program, a mini game and an H5 app. */
  readonly apps?: readonly AppModel[];
}

/** The three apps of the population. */
export const populationApps: readonly AppModel[] = [teaShop, puzzleGame, cityPass];

/** Local midnight on which a population begins, epoch milliseconds. */
export function startOf({ until, days = 90, utcOffsetMinutes = 480 }: PopulationOptions): number {
  const offset = utcOffsetMinutes * 60_000;
  return Math.floor((until + offset) / dayMs) * dayMs - offset - days * dayMs;
}

/** A town of people and the apps they use; its days are simulated when they are asked for, one after the other. */
export class Population {
  readonly #lives: AppLife[] = [];

  constructor(options: PopulationOptions) {
    const { seed = 7, scale = 1, utcOffsetMinutes = 480, apps = populationApps } = options;
    const place: Place = {
      ...{ seed, scale, start: startOf(options), utcOffsetMs: utcOffsetMinutes * 60_000 },
      words: drawWords(seed),
    };
    for (const model of apps) this.#lives.push(new AppLife(model, place, [...this.#lives]));
  }

  /** What happens on the next day in all apps, in time order. */
  nextDay(): Row[] {
    const rows = this.#lives.flatMap((life) => life.nextDay());
    return rows.sort((a, b) => a.ts - b.ts);
  }

  /** Everything up to an instant, in time order. */
  until(end: number): Row[] {
    return rowsUntil(end, this.#lives[0]?.next ?? end, () => this.nextDay());
  }

  /** The same app by app, in the order of the apps: each is simulated when it is asked for. */
  *appsUntil(end: number): Generator<Row[], void, undefined> {
    for (const life of this.#lives) yield rowsUntil(end, life.next, () => life.nextDay());
  }
}

function rowsUntil(end: number, start: number, nextDay: () => Row[]): Row[] {
  const out: Row[] = [];
  for (let day = start; day <= end; day += dayMs) {
    for (const row of nextDay()) {
      if (row.ts > end) break;
      out.push(row);
    }
  }
  return out;
}
