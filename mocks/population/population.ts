import { cityPass } from '../apps/city-pass.js';
import { puzzleGame } from '../apps/puzzle-game.js';
import { teaShop } from '../apps/tea-shop.js';
import { AppLife, type Town } from './app-life.js';
import { type AppModel } from './app-model.js';
import { dayMs } from './calendar.js';
import { drawPerson, type Person } from './people.js';
import { Random } from './random.js';
import { type Row } from './row.js';
import { drawWords, type Words } from './words.js';

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

/** Of the people who are new to an app, so many know another app of the population already. */
const fromAnotherApp = 0.16;

/** A town of people and the apps they use; its days are simulated when they are asked for, one after the other. */
export class Population implements Town {
  /** Local midnight on which the population begins, epoch milliseconds. */
  readonly start: number;
  readonly #utcOffsetMs: number;
  readonly #random: Random;
  readonly #words: Words;
  readonly #lives: AppLife[];
  readonly #people: Person[] = [];
  readonly #known = new Map<AppModel, Set<Person>>();
  #pending: Row[] = [];
  #index = 0;

  constructor(options: PopulationOptions) {
    const { seed = 7, days = 90, until, scale = 1, utcOffsetMinutes = 480, apps = populationApps } = options;
    this.#utcOffsetMs = utcOffsetMinutes * 60_000;
    this.start = Math.floor((until + this.#utcOffsetMs) / dayMs) * dayMs - this.#utcOffsetMs - days * dayMs;
    this.#random = new Random(seed, 'people');
    this.#words = drawWords(seed);
    for (const model of apps) this.#known.set(model, new Set());
    this.#lives = apps.map(
      (model) => new AppLife(model, { seed, start: this.start, scale, words: this.#words, town: this }),
    );
  }

  /** Local midnight at which the next day begins, epoch milliseconds. */
  get next(): number {
    return this.start + this.#index * dayMs;
  }

  /** What happens on the next day, in time order. */
  nextDay(): Row[] {
    const end = this.next + dayMs;
    const rows = this.#pending;
    for (const life of this.#lives) rows.push(...life.day(this.#index, this.#utcOffsetMs));
    rows.sort((a, b) => a.ts - b.ts);
    this.#index++;
    let cut = rows.length;
    while (cut > 0 && rows[cut - 1]!.ts >= end) cut--;
    this.#pending = rows.splice(cut);
    return rows;
  }

  newcomer(random: Random, model: AppModel): Person {
    const known = this.#known.get(model)!;
    let person: Person | undefined;
    if (this.#people.length > 0 && random.chance(fromAnotherApp)) person = random.pick(this.#people);
    if (!person || known.has(person)) {
      person = drawPerson(this.#random, this.#people.length, this.#words, model.anyScreen);
      this.#people.push(person);
    }
    known.add(person);
    return person;
  }
}
