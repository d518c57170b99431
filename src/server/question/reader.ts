import type { Faults } from '../faults.js';

/** Who sent a question: the query string of a GET, or the JSON body of a POST. They differ in how faults are named. */
export type QuestionForm = 'query' | 'json';

/**
 * Reads the members of a question one by one, each with the kind it has to be, and notes every fault. What is at fault
 * reads as missing, so that reading goes on and finds the rest.
 */
export class Reader {
  constructor(
    readonly values: Readonly<Record<string, unknown>>,
    readonly form: QuestionForm,
    readonly faults: Faults,
  ) {}

  /** Whether the member was given at all. */
  has(name: string): boolean {
    return this.values[name] !== undefined;
  }

  /** Notes a member that has to be there and is not. */
  require(name: string, allowed?: readonly string[]): void {
    if (!this.has(name)) this.faults.malformed(name, `${name} is missing: this question needs it.`, allowed);
  }

  /** A text; empty counts as a fault. */
  text(name: string, maxLength = 1024): string | undefined {
    return this.textOf(this.values[name], name, maxLength);
  }

  /** A word of a closed list. */
  word<Word extends string>(name: string, allowed: readonly Word[]): Word | undefined {
    return this.wordOf(this.text(name), name, allowed);
  }

  /** Several words of a closed list, each once. */
  words<Word extends string>(name: string, allowed: readonly Word[]): Word[] | undefined {
    return this.texts(name)
      ?.map((text) => this.wordOf(text, name, allowed))
      .filter((word) => word !== undefined);
  }

  /** Several texts, each once. */
  texts(name: string, most = 64): string[] | undefined {
    const items = this.#list(name, most);
    const texts = items?.map((item) => this.textOf(item, name, 1024)).filter((text) => text !== undefined);
    return texts && [...new Set(texts)];
  }

  /** A whole number within bounds. */
  integer(name: string, least: number, most: number): number | undefined {
    return this.integerOf(this.values[name], name, least, most);
  }

  /** Several whole numbers, each once. */
  integers(name: string, least: number, most: number): number[] | undefined {
    const items = this.#list(name, 64);
    const numbers = items?.map((item) => this.integerOf(item, name, least, most)).filter((n) => n !== undefined);
    return numbers && [...new Set(numbers)];
  }

  /** The elements of a list of objects; others are faults. */
  objects(name: string, least: number, most: number): Record<string, unknown>[] | undefined {
    const items = this.#list(name, most, least);
    return items?.filter((item, index): item is Record<string, unknown> => {
      if (isObject(item)) return true;
      this.faults.malformed(`/${name}/${String(index)}`, `${show(item)} has to be an object.`);
      return false;
    });
  }

  /** A value that has to be a text. */
  textOf(value: unknown, parameter: string, maxLength: number): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== 'string') this.faults.malformed(parameter, `${show(value)} has to be text.`);
    else if (value === '') this.faults.malformed(parameter, `${parameter} is empty. Give it a value or leave it out.`);
    else if (value.length > maxLength) {
      this.faults.malformed(parameter, `${parameter} is longer than ${String(maxLength)} characters.`);
    } else return value;
    return undefined;
  }

  /** A text that has to be a word of a closed list. */
  wordOf<Word extends string>(
    text: string | undefined,
    parameter: string,
    allowed: readonly Word[],
    what?: string,
  ): Word | undefined {
    if (text === undefined) return undefined;
    const word = allowed.find((candidate) => candidate === text);
    if (word === undefined) this.faults.unknownWord(parameter, text, allowed, what);
    return word;
  }

  /** A value that has to be a whole number within bounds. In a query string it is written in digits. */
  integerOf(value: unknown, parameter: string, least: number, most: number): number | undefined {
    if (value === undefined) return undefined;
    const isDigits = this.form === 'query' && typeof value === 'string' && /^-?\d{1,15}$/.test(value);
    const number = isDigits ? Number(value) : value;
    if (typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most) return number;
    const bounds = most === Number.MAX_SAFE_INTEGER ? `${String(least)} or more` : `${String(least)}–${String(most)}`;
    this.faults.malformed(parameter, `${show(value)} has to be a whole number, ${bounds}.`);
    return undefined;
  }

  #list(name: string, most: number, least = 1): unknown[] | undefined {
    const value = this.values[name];
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) {
      this.faults.malformed(name, `${show(value)} has to be a list.`);
    } else if (value.length < least || value.length > most) {
      const message = `${name} has ${String(value.length)} items; it takes ${String(least)} to ${String(most)}.`;
      this.faults.malformed(name, message);
    } else return value as unknown[];
    return undefined;
  }
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a message quotes it, cut where it is long. */
export function show(value: unknown): string {
  const text = typeof value === 'string' ? `“${value}”` : written(value, 3);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** A value as JSON, of which only the outer levels are gone into: how deep it is nested is the sender's choice. */
function written(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? (['[', ']'] as const) : (['{', '}'] as const);
  if (depth === 0) return `${open}…${close}`;
  const items = Array.isArray(value)
    ? value.slice(0, 40).map((item) => written(item, depth - 1))
    : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${written(item, depth - 1)}`);
  return open + items.join(',') + close;
}

/** An object without the members that are missing. */
export function compact<Shape extends object>(members: { [Name in keyof Shape]: Shape[Name] | undefined }): Shape {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Shape;
}
