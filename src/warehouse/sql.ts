/** What a value that is bound is to the database. */
export type BoundType = 'text' | 'number' | 'whole' | 'instant' | 'truth';

/** One value, or a list of values, that travels beside the text of a statement and never in it. */
export class Bound {
  constructor(
    readonly type: BoundType,
    readonly value: BoundValue | readonly (BoundValue | null)[],
  ) {}

  get isList(): boolean {
    return Array.isArray(this.value);
  }
}

/** What can be bound. */
export type BoundValue = string | number | boolean;

/** A piece of a statement: its text in parts, and between each two of them what is bound there. */
export class Sql {
  constructor(
    readonly texts: readonly string[],
    readonly values: readonly Bound[],
  ) {}
}

/**
 * Writes a piece of SQL. Only other pieces and bound values go into it; a plain text of a question does not type-check,
 * so nothing that somebody asked can become part of the text.
 *
 * @example sql`select count(*) from events where event = ${text(name)}`
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | Bound)[]): Sql {
  const writer = new Writer(strings[0]!);
  parts.forEach((part, index) => {
    writer.add(part instanceof Sql ? part : new Sql(['', ''], [part]));
    writer.write(strings[index + 1]!);
  });
  return writer.written;
}

/** Joins pieces. */
export function joined(pieces: readonly Sql[], separator: ', ' | ' and ' | ' or ' | ' union all ' | ' '): Sql {
  const writer = new Writer('');
  pieces.forEach((piece, index) => {
    if (index > 0) writer.write(separator);
    writer.add(piece);
  });
  return writer.written;
}

/** Puts pieces one after the other. */
class Writer {
  readonly #texts: string[] = [];
  readonly #values: Bound[] = [];

  constructor(private last: string) {}

  get written(): Sql {
    return new Sql([...this.#texts, this.last], this.#values);
  }

  write(text: string): void {
    this.last += text;
  }

  add({ texts, values }: Sql): void {
    const [first = '', ...others] = texts;
    this.last += first;
    for (const text of others) {
      this.#texts.push(this.last);
      this.last = text;
    }
    this.#values.push(...values);
  }
}

/** The name of a table or column of ours; a name from outside is refused. */
export function name(word: string): Sql {
  if (!/^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)?$/i.test(word)) throw new RangeError(`“${word}” is no name of ours.`);
  return new Sql([word], []);
}

/** Binds a text. */
export const text = (value: string): Bound => new Bound('text', value);
/** Binds texts as one list. */
export const texts = (values: readonly (string | null)[]): Bound => new Bound('text', values);
/** Binds a number. */
export const number = (value: number): Bound => new Bound('number', value);
/** Binds numbers as one list. */
export const numbers = (values: readonly number[]): Bound => new Bound('number', values);
/** Binds a small whole number. */
export const whole = (value: number): Bound => new Bound('whole', value);
/** Binds small whole numbers as one list. */
export const wholes = (values: readonly (number | null)[]): Bound => new Bound('whole', values);
/** Binds an instant, a number of milliseconds or of an event; what is endless becomes the end of time. */
export const instant = (ms: number): Bound => new Bound('instant', Math.max(-endOfTime, Math.min(endOfTime, ms)));
/** Binds instants as one list. */
export const instants = (ms: readonly number[]): Bound => new Bound('instant', ms);
/** Binds a truth value. */
export const truth = (value: boolean): Bound => new Bound('truth', value);

/** No instant of JavaScript lies further from 1970. */
const endOfTime = 8_640_000_000_000_000;
