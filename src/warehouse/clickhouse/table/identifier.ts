import { Sql } from '../../sql.js';

/** A name that is not ours, of a database, a table or a column, quoted so that it is nothing but a name. */
export function identifier(name: string): Sql {
  if (name === '' || name.includes('\0')) throw new RangeError(`${JSON.stringify(name)} is no name.`);
  return new Sql([`\`${name.replace(/[\\`]/g, '\\$&')}\``], []);
}

/** A table that is not ours. */
export interface TableName {
  readonly database: string;
  readonly table: string;
}

/** The table as it stands in a statement. */
export function tableIdentifier({ database, table }: TableName): Sql {
  return new Sql([`${identifier(database).texts[0]!}.${identifier(table).texts[0]!}`], []);
}
