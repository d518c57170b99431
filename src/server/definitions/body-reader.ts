import { Faults } from '../faults.js';
import { noteUnknownMember } from '../question/members.js';
import { isObject, show } from '../question/reader.js';

/** Faults of a body, each under its JSON pointer. */
export class BodyFaults extends Faults {
  override add(...[code, parameter, ...rest]: Parameters<Faults['add']>): void {
    super.add(code, parameter.startsWith('/') ? parameter : `/${parameter}`, ...rest);
  }
}

/**
 * Reads the members of an object of a body, each of which has to be there unless it says otherwise. What is at fault is
 * noted and read as empty, so that reading goes on and finds the rest.
 */
export class BodyReader {
  constructor(
    readonly values: Readonly<Record<string, unknown>>,
    /** JSON pointer of the object; empty for the body itself. */
    readonly at: string,
    readonly faults: Faults,
  ) {}

  /** Notes members that the object does not have. Those that only answers have are let through, and mean nothing. */
  onlyKnows(names: readonly string[], ofAnswers: readonly string[] = []): void {
    for (const name of Object.keys(this.values))
      if (!ofAnswers.includes(name)) noteUnknownMember(name, names, this.faults, `${this.at}/${name}`);
  }

  /** A text of so many characters. */
  text(name: string, least: number, most: number): string {
    return this.#text(name, this.#required(name), least, most);
  }

  /** A text that may be missing, `null` or empty, which all mean the same. */
  optionalText(name: string, most: number): string | null {
    const value = this.values[name] ?? '';
    return this.#text(name, value, 0, most) || null;
  }

  /** A word of a closed list. */
  word<Word extends string>(name: string, allowed: readonly [Word, ...Word[]]): Word {
    const value = this.#required(name, allowed);
    const word = allowed.find((candidate) => candidate === value);
    if (word !== undefined || value === undefined) return word ?? allowed[0];
    if (typeof value === 'string') this.faults.unknownWord(`${this.at}/${name}`, value, allowed);
    else this.#note(name, `${show(value)} has to be text: one of ${allowed.join(', ')}.`, allowed);
    return allowed[0];
  }

  /** Readers of the objects of a list. */
  objects(name: string, most: number): BodyReader[] {
    const value = this.#required(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) this.#note(name, `${show(value)} has to be a list.`);
    else if (value.length > most) this.#note(name, `${name} has ${value.length} items; it takes at most ${most}.`);
    else return this.#readersOf(name, value);
    return [];
  }

  #readersOf(name: string, items: readonly unknown[]): BodyReader[] {
    return items.flatMap((item, index) => {
      const at = `${name}/${index}`;
      if (isObject(item)) return [new BodyReader(item, `${this.at}/${at}`, this.faults)];
      this.#note(at, `${show(item)} has to be an object.`);
      return [];
    });
  }

  #required(name: string, allowed?: readonly string[]): unknown {
    const value = this.values[name];
    if (value === undefined) this.#note(name, `${name} is missing.`, allowed);
    return value;
  }

  /** Characters are code points, as JSON Schema counts them. */
  #text(name: string, value: unknown, least: number, most: number): string {
    if (value === undefined) return '';
    if (typeof value !== 'string') this.#note(name, `${show(value)} has to be text.`);
    else if (least > 0 && value.trim() === '') this.#note(name, `${name} is empty.`);
    else {
      const { length } = Array.from(value);
      if (length <= most) return value;
      this.#note(name, `${show(value)} has ${length} characters; ${name} takes at most ${most}.`);
    }
    return '';
  }

  #note(name: string, message: string, allowed?: readonly string[]): void {
    this.faults.malformed(`${this.at}/${name}`, message, allowed);
  }
}
