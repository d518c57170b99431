import { parseArgs } from 'node:util';
import { suggestion } from '../nearest.js';
import { parserOptions, type OptionName } from './serve-options.js';

/** The options that were given, as texts and as what they stand for. Notes every fault and reads on. */
export class GivenOptions {
  /** What is wrong, one sentence each. */
  readonly faults: string[];
  readonly #values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

  constructor(args: readonly string[]) {
    const { tokens, values } = parseArgs({ args: [...args], options: parserOptions, strict: false, tokens: true });
    this.faults = tokens.flatMap((token) => tokenFaults(token));
    this.#values = values;
  }

  /** Whether a flag was given. */
  has(name: OptionName): boolean {
    return this.#values[name] === true;
  }

  /** The value as it was written. */
  text(name: OptionName): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** The values of an option that can be given several times. */
  texts(name: OptionName): readonly string[] {
    return [this.#values[name] ?? []].flat().filter((value) => typeof value === 'string');
  }

  /** The value as `parse` reads it, which gives nothing where it cannot; `fault` says what to write instead. */
  read<Value>(name: OptionName, parse: (text: string) => Value | undefined, fault: (text: string) => string) {
    const text = this.text(name);
    const value = text === undefined ? undefined : parse(text);
    if (text !== undefined && value === undefined) this.note(name, fault(`“${text}”`));
    return value;
  }

  /** Each value that passes; the others are faults. */
  readAll<Value>(name: OptionName, parse: (text: string) => Value | undefined, fault: (text: string) => string) {
    return this.texts(name).flatMap((text): Value[] => {
      const value = parse(text);
      if (value === undefined) this.note(name, fault(`“${text}”`));
      return value === undefined ? [] : [value];
    });
  }

  /** A number above 0 of some unit, times what makes the engine's unit of it. */
  above0(name: OptionName, unit: string, times = 1): number | undefined {
    const parse = (text: string): number | undefined => (Number(text) > 0 ? Number(text) * times : undefined);
    return this.read(name, parse, (text) => `${text} is not a number of ${unit}. Use one above 0.`);
  }

  /** A port; 0 is any free one. */
  port(name: OptionName): number | undefined {
    const parse = (text: string): number | undefined => {
      const port = Number(text);
      return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : undefined;
    };
    const fault = 'is not a port. Use a whole number from 0 (any free one) to 65535.';
    return this.read(name, parse, (text) => `${text} ${fault}`);
  }

  /** Notes what is wrong with an option. */
  note(name: OptionName, fault: string): void {
    this.faults.push(`--${name}: ${fault}`);
  }
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

function tokenFaults(token: Token): string[] {
  if (token.kind === 'positional') return [`“${token.value}” belongs to no option. Options begin with --.`];
  if (token.kind !== 'option') return [];
  const { name, rawName, value } = token;
  const known = parserOptions[name];
  if (!known)
    return [`${rawName} is not an option.${suggestion(name, Object.keys(parserOptions)).replace(': ', ': --')}`];
  if (known.type === 'boolean') return [];
  if (value === undefined || value === '') return [`${rawName} needs a value.`];
  // A forgotten value would swallow the option after it.
  return value.startsWith('--') && !token.inlineValue ? [`${rawName} needs a value, not ${value}.`] : [];
}
