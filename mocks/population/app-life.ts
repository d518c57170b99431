import type { AppModel } from './app-model.js';
import { Calendar, dayMs, type DayWeather } from './calendar.js';
import { join, returnChance, type Member } from './member.js';
import { drawPerson, type Person } from './people.js';
import { Random } from './random.js';
import type { Row } from './row.js';
import { Walker } from './walk.js';
import type { Words } from './words.js';

/** What all apps of a population share. */
export interface Place {
  readonly seed: number;
  /** Local midnight of the first day, epoch milliseconds. */
  readonly start: number;
  readonly utcOffsetMs: number;
  /** Multiplies the number of people. */
  readonly scale: number;
  readonly words: Words;
}

const testers = 3;
/** Of the people who are new to an app, so many know another app of the population already. */
const fromAnotherApp = 0.16;
/** Numbers of people whom the first app brought, the second, and so on. */
const peopleOfOneApp = 10_000_000;

/**
 * The life of one app, day after day: who comes, when, and what they do. It depends on the apps before it, whose people
 * may come too, and on no app after it; so one app can be asked for whole, or all of them day by day, with the same result.
 */
export class AppLife {
  readonly #model: AppModel;
  readonly #place: Place;
  readonly #earlier: readonly AppLife[];
  readonly #random: Random;
  readonly #calendar: Calendar;
  readonly #walker: Walker;
  readonly #members: Member[] = [];
  readonly #known = new Set<Person>();
  /** People whom this app brought to the town, and how many there were at the end of each day. */
  readonly #brought: Person[] = [];
  readonly #broughtBy: number[] = [];
  #index = 0;
  #pending: Row[] = [];

  constructor(model: AppModel, place: Place, earlier: readonly AppLife[]) {
    this.#model = model;
    this.#place = place;
    this.#earlier = earlier;
    this.#random = new Random(place.seed, `life ${model.id}`);
    this.#calendar = new Calendar(place.seed, place.start, model.week, model.hours);
    this.#walker = new Walker(model, this.#random, place.words);
    const team = place.scale > 0 ? testers : 0;
    for (let i = 0; i < team; i++) this.#members.push(join(model, this.#bring(), model.firstDay, true));
  }

  /** Local midnight at which the next day begins, epoch milliseconds. */
  get next(): number {
    return this.#place.start + this.#index * dayMs;
  }

  /** What happens on the next day, in time order. */
  nextDay(): Row[] {
    const end = this.next + dayMs;
    const rows = this.#pending;
    if (this.#index >= this.#model.firstDay) this.#live(rows);
    this.#broughtBy.push(this.#brought.length);
    this.#index++;
    rows.sort((a, b) => a.ts - b.ts);
    let cut = rows.length;
    while (cut > 0 && rows[cut - 1]!.ts >= end) cut--;
    this.#pending = rows.splice(cut);
    return rows;
  }

  #live(out: Row[]): void {
    const random = this.#random;
    const day = this.#calendar.day(this.#index, this.#place.utcOffsetMs);
    const newcomers = random.poisson(this.#model.newcomers * this.#place.scale * day.attraction);
    for (const member of this.#members) {
      const age = this.#index - member.joined;
      const likely = member.tester ? 0.7 : returnChance(member, age, this.#model.pull) * day.lively;
      if (random.chance(likely)) this.#visit(member, day, false, out);
    }
    for (let i = 0; i < newcomers; i++) {
      const member = join(this.#model, this.#newcomer(), this.#index);
      this.#visit(member, day, true, out);
      this.#members.push(member);
    }
  }

  #visit(member: Member, day: DayWeather, fresh: boolean, out: Row[]): void {
    const random = this.#random;
    const eager = member.tester ? 2 : member.person.regular ? 1.8 : 1;
    const opens = 1 + random.poisson(this.#model.moreOpens * eager);
    const times = Array.from({ length: opens }, () => (day.hours.draw(random) + random.next()) * 3_600_000);
    times.sort((a, b) => a - b);
    for (const [index, time] of times.entries()) {
      this.#walker.open(member, Math.round(day.start + time), fresh && index === 0, out);
    }
  }

  /** Somebody who does not use this app yet. */
  #newcomer(): Person {
    const random = this.#random;
    if (this.#earlier.length > 0 && random.chance(fromAnotherApp)) {
      const person = random.pick(this.#earlier).#personBy(this.#index, random);
      if (person && !this.#known.has(person)) {
        this.#known.add(person);
        return person;
      }
    }
    return this.#bring();
  }

  #bring(): Person {
    const number = this.#earlier.length * peopleOfOneApp + this.#brought.length;
    const person = drawPerson(this.#random, number, this.#place.words, this.#model.anyScreen);
    this.#brought.push(person);
    return person;
  }

  /** One of the people whom this app had brought by the end of a day. */
  #personBy(day: number, random: Random): Person | undefined {
    const count = this.#broughtBy[day] ?? 0;
    return count > 0 ? this.#brought[random.int(count)] : undefined;
  }
}
