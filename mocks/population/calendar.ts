import { Random } from './random.js';
import { Weighted } from './weighted.js';

/** Milliseconds of a day; the population lives at a fixed offset from UTC, so its days all have the same length. */
export const dayMs = 86_400_000;

/** How lively the weekdays are, Sunday first. */
const weekdayShape = {
  leisure: [1.14, 0.91, 0.89, 0.92, 0.97, 1.07, 1.22],
  errands: [0.74, 1.09, 1.06, 1.05, 1.07, 1.12, 0.8],
} as const;

/** The kind of week an app has: people come in their free time, or while they run errands. */
export type WeekShape = keyof typeof weekdayShape;

/** Weights of the 24 hours for opens on a working day and at the weekend. */
export interface HourShape {
  readonly workday: readonly number[];
  readonly weekend: readonly number[];
}

/** Shops and games: a peak at lunch, one in the afternoon, the highest in the evening. */
export const leisureHours: HourShape = {
  workday: [14, 7, 4, 2, 2, 4, 10, 22, 30, 33, 40, 62, 88, 70, 52, 56, 58, 60, 72, 84, 96, 92, 64, 32],
  weekend: [22, 12, 6, 3, 2, 3, 6, 12, 24, 42, 58, 70, 82, 84, 86, 88, 84, 78, 80, 88, 98, 94, 72, 42],
};

/** Tickets and lines: on the way to work and home again. */
export const errandHours: HourShape = {
  workday: [4, 2, 1, 1, 2, 12, 48, 98, 92, 54, 42, 44, 52, 44, 40, 42, 52, 86, 96, 62, 40, 28, 18, 9],
  weekend: [6, 3, 2, 1, 1, 5, 14, 28, 46, 62, 72, 74, 68, 66, 68, 70, 68, 64, 60, 50, 40, 30, 20, 11],
};

/** What a day is like: how many come, and when. */
export interface DayWeather {
  /** Local midnight of that day, epoch milliseconds. */
  readonly start: number;
  /** Multiplies the usual number of visits. */
  readonly lively: number;
  /** Multiplies the usual number of new people: growth, weekday, campaigns. */
  readonly attraction: number;
  readonly hours: Weighted<number>;
}

/** Tells the days of one app apart. Pure: day `n` is the same whichever days were asked before. */
export class Calendar {
  readonly #start: number;
  readonly #week: readonly number[];
  readonly #workday: Weighted<number>;
  readonly #weekend: Weighted<number>;
  readonly #seed: number;

  constructor(seed: number, start: number, week: WeekShape, hours: HourShape) {
    this.#seed = seed;
    this.#start = start;
    this.#week = weekdayShape[week];
    this.#workday = new Weighted(hours.workday.map((weight, hour) => [hour, weight] as const));
    this.#weekend = new Weighted(hours.weekend.map((weight, hour) => [hour, weight] as const));
  }

  /** The weather of day `index`, counted from the first day of the population; `utcOffsetMs` tells local days. */
  day(index: number, utcOffsetMs: number): DayWeather {
    const start = this.#start + index * dayMs;
    const weekday = (4 + Math.floor((start + utcOffsetMs) / dayMs)) % 7;
    const week = this.#week[weekday] as number;
    const weather = new Random(this.#seed, `weather ${index}`).logNormal(1, 0.055);
    return {
      start,
      lively: week * weather,
      attraction: week * weather * growth(index) * this.#campaign(index),
      hours: weekday === 0 || weekday === 6 ? this.#weekend : this.#workday,
    };
  }

  /** About two days in a hundred start a campaign; it draws people at once and is forgotten within three days. */
  #campaign(index: number): number {
    let factor = 1;
    for (let age = 0; age < 3; age++) {
      const random = new Random(this.#seed, `campaign ${index - age}`);
      if (random.chance(0.022)) factor += (0.55 + 0.6 * random.next()) * [1, 0.45, 0.15][age]!;
    }
    return factor;
  }
}

/** Interest grows fast at first, then slower: 0.75 on the first day, 1 after two weeks, towards 1.5. */
function growth(index: number): number {
  return 1.5 - 0.75 * Math.exp(-index / 34);
}
