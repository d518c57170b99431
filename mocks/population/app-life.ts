import { type AppModel } from './app-model.js';
import { Calendar, type DayWeather } from './calendar.js';
import { join, returnChance, type Member } from './member.js';
import { type Person } from './people.js';
import { Random } from './random.js';
import { type Row } from './row.js';
import { Walker } from './walk.js';
import { type Words } from './words.js';

/** Makes people, new ones or some that another app knows already. */
export interface Town {
  /** Somebody who does not use this app yet. */
  newcomer(random: Random, model: AppModel): Person;
}

const testers = 3;

/** The life of one app, day after day: who comes, when, and what they do. */
export class AppLife {
  readonly model: AppModel;
  readonly #random: Random;
  readonly #calendar: Calendar;
  readonly #walker: Walker;
  readonly #town: Town;
  readonly #scale: number;
  readonly #members: Member[] = [];

  constructor(model: AppModel, options: { seed: number; start: number; scale: number; words: Words; town: Town }) {
    const { seed, start, scale, words, town } = options;
    this.model = model;
    this.#random = new Random(seed, `life ${model.id}`);
    this.#calendar = new Calendar(seed, start, model.week, model.hours);
    this.#walker = new Walker(model, this.#random, words);
    this.#town = town;
    this.#scale = scale;
    for (let i = 0; i < (scale > 0 ? testers : 0); i++)
      this.#members.push(join(model, town.newcomer(this.#random, model), model.firstDay, true));
  }

  /** Everything that begins on this day; an open that runs past midnight is here whole. Days must be asked in order. */
  day(index: number, utcOffsetMs: number): Row[] {
    const out: Row[] = [];
    if (index < this.model.firstDay) return out;
    const random = this.#random;
    const day = this.#calendar.day(index, utcOffsetMs);
    const newcomers = random.poisson(this.model.newcomers * this.#scale * day.attraction);
    for (const member of this.#members) {
      const age = index - member.joined;
      const likely = member.tester ? 0.7 : returnChance(member, age, this.model.pull) * day.lively;
      if (random.chance(likely)) this.#visit(member, day, false, out);
    }
    for (let i = 0; i < newcomers; i++) {
      const member = join(this.model, this.#town.newcomer(random, this.model), index);
      this.#visit(member, day, true, out);
      this.#members.push(member);
    }
    return out;
  }

  #visit(member: Member, day: DayWeather, fresh: boolean, out: Row[]): void {
    const random = this.#random;
    const eager = member.tester ? 3 : member.person.regular ? 1.8 : 1;
    const opens = 1 + random.poisson(this.model.moreOpens * eager);
    const times = Array.from({ length: opens }, () => (day.hours.draw(random) + random.next()) * 3_600_000);
    times.sort((a, b) => a - b);
    for (const [index, time] of times.entries()) {
      this.#walker.open(member, Math.round(day.start + time), fresh && index === 0, out);
    }
  }
}
