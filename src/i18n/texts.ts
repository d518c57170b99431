import type { Message, Messages, PlacesOf, Plural } from './message.js';

/** What fills the places of a message. */
export type Values<Text extends Message> = Readonly<
  Record<PlacesOf<Text>, unknown> & (Text extends string ? unknown : { count: number })
>;

type Arguments<Text extends Message> = [PlacesOf<Text>] extends [never] ? [] : [values: Values<Text>];

const place = /\{(\w+)\}/;

/**
 * The texts of a widget in one language, with their places filled. A key that the language lacks is answered in
 * English, one that nobody knows with the key itself: a gap shows, and breaks nothing.
 */
export class Texts<En extends Messages = Messages> {
  /** The language that the host asked for; numbers and plurals follow it. */
  readonly locale: string;
  readonly #layers: readonly Messages[];
  /** Made once: making one costs about as much as hundreds of uses. */
  #numbers: Intl.NumberFormat | undefined;
  #plurals: Intl.PluralRules | undefined;

  /** @param layers texts, the strongest first: the host's own, the language's, English. */
  constructor(locale: string, layers: readonly Messages[]) {
    this.locale = locale;
    this.#layers = layers;
  }

  /** A text with its places filled. `{count}` is a number; all other values are texts that are already formatted. */
  get<Key extends keyof En & string>(key: Key, ...values: Arguments<En[Key]>): string {
    return this.pieces(key, ...values)
      .map(String)
      .join('');
  }

  /** The same in pieces, values left as they are, so that a template can stand in a sentence. */
  pieces<Key extends keyof En & string>(key: Key, ...[values]: Arguments<En[Key]>): unknown[] {
    const filled: Readonly<Record<string, unknown>> = values ?? {};
    const pattern = this.#pattern(key, filled['count']);
    return pattern
      .split(place)
      .map((text, index) => (index % 2 ? this.#fill(filled[text]) : text))
      .filter((piece) => piece !== '');
  }

  /** The host's own text under a key, where it has set one. */
  own(key: string): string | undefined {
    const message = this.#layers[0]?.[key];
    return typeof message === 'string' ? message : undefined;
  }

  /** A text whose key is only known when it runs, such as `metric.opens`; nothing where there is none. */
  find(key: string): string | undefined {
    const message = this.#message(key);
    return message === undefined ? undefined : typeof message === 'string' ? message : message.other;
  }

  #fill(value: unknown): unknown {
    if (typeof value !== 'number') return value ?? '';
    return (this.#numbers ??= new Intl.NumberFormat(this.locale)).format(value);
  }

  #pattern(key: string, count: unknown): string {
    const message = this.#message(key) ?? key;
    return typeof message === 'string' ? message : this.#form(message, Number(count));
  }

  #form(message: Plural, count: number): string {
    return message[(this.#plurals ??= new Intl.PluralRules(this.locale)).select(count)] ?? message.other;
  }

  #message(key: string): Message | undefined {
    return this.#layers.find((layer) => Object.hasOwn(layer, key))?.[key];
  }
}
