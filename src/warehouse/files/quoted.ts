import { Sql } from '../sql.js';

/*
 * A view keeps its text, and nothing can be bound in it: names of columns and files stand in it as they are, quoted. They
 * come from the files and from the mapping of whoever runs the server; nothing that somebody asks gets here.
 */

/** A text as a literal. */
export function literal(text: string): Sql {
  return new Sql([`'${checked(text).replaceAll("'", "''")}'`], []);
}

/** A name as an identifier. */
export function quotedName(name: string): Sql {
  return new Sql([`"${checked(name).replaceAll('"', '""')}"`], []);
}

/** A list of texts. */
export function literals(texts: readonly string[]): Sql {
  return new Sql([`[${texts.map((text) => literal(text).texts[0]).join(', ')}]`], []);
}

/** A whole number. */
export function digits(number: number): Sql {
  if (!Number.isSafeInteger(number)) throw new RangeError(`${number} is not a whole number.`);
  return new Sql([String(number)], []);
}

/** What would end the text of a statement. */
function checked(text: string): string {
  if (text.includes('\0'))
    throw new RangeError(`“${text.replaceAll('\0', '\\0')}” has a character that no name can have.`);
  return text;
}
