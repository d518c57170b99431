import type { Value } from '#reporting/group-keys.js';
import { Bound, joined, name, sql, texts, wholes, type Sql } from '../sql.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Row } from '../rows.js';
import { dimensionOf, valueOf, type Dimension } from './dimension.js';
import { bothReads, noReads, type Reads } from './match.js';

/** Up to two fields that rows are grouped by, as columns `k0` and `k1`, which keep the type of a value. */
export class RowKeys {
  readonly #dimensions: readonly Dimension[];

  constructor(
    private readonly dialect: Dialect,
    fields: readonly string[],
  ) {
    this.#dimensions = fields.map((field) => dimensionOf(dialect, field));
  }

  get reads(): Reads {
    return this.#dimensions.reduce((all, { reads }) => bothReads(all, reads), noReads);
  }

  /** How many fields there are. */
  get count(): number {
    return this.#dimensions.length;
  }

  /** `, … as k0, … as k1` of an event. */
  get columns(): Sql {
    return joined(
      this.#dimensions.map(({ ofEvent }, at) => sql`, ${ofEvent} as ${name(`k${at}`)}`),
      ' ',
    );
  }

  /** `, k0, k1`. */
  get names(): Sql {
    return joined(
      this.#dimensions.map((_, at) => sql`, ${name(`k${at}`)}`),
      ' ',
    );
  }

  /** `k0, k1`, of one field at least. */
  get list(): Sql {
    return joined(
      this.#dimensions.map((_, at) => name(`k${at}`)),
      ', ',
    );
  }

  /** The key of a row as an answer has it. */
  keyOf(row: Row): Value[] {
    return this.#dimensions.map((dimension, at) => valueOf(dimension, row[`k${at}`] as Value));
  }

  /** A table of some rows' keys (`key0`, `key1`) with their places as `chosen_place`; and the condition that a row `f` has the key of `p`. */
  table(rows: readonly Row[]): { table: Sql; isSame: Sql } {
    const lists = this.#dimensions.map(({ form }, at): [string, Sql] => {
      const values = rows.map((row) => row[`k${at}`] ?? null);
      return [`key${at}`, sql`${form === 'number' ? new Bound('number', values) : texts(values as (string | null)[])}`];
    });
    const places = sql`${wholes(rows.map((_, place) => place))}`;
    const same = this.#dimensions.map(({ form }, at) =>
      this.dialect.isSame(sql`f.${name(`k${at}`)}`, sql`p.${name(`key${at}`)}`, form),
    );
    return {
      table: this.dialect.rowsOf({ ...Object.fromEntries(lists), chosen_place: places }),
      isSame: joined(same, ' and '),
    };
  }
}
