import { defaultFields, numericFields } from '#contract/events.js';
import type { Mapping } from '#engine/ingest/reading.js';
import { joined, name, sql, type Sql } from '../sql.js';
import { cellOf, isNumeric, minorUnits, numberOf, wholeAmount, type CellRules } from './cell.js';
import { namePlan, propertyColumn, type Candidate, type NamePlan } from './names.js';
import { literal } from './quoted.js';
import { rawAt, type RawName, type Readable } from './relation.js';
import type { RawValue } from './raw.js';

const texts = ['user_id', 'guid', 'event', 'event_id', 'page_path', 'source', 'qr_code'] as const;
const numbers = ['duration_ms', 'scene'] as const;

/** The values of events under the names of ours, as SQL over rows `r` that are `prepared`. */
export class MappedRows {
  readonly plan: NamePlan;
  readonly #raws: readonly RawValue[];
  readonly #rules: CellRules;

  constructor(
    files: Readable,
    names: readonly RawName[],
    private readonly mapping: Mapping | undefined,
  ) {
    this.plan = namePlan(
      names.map((raw) => raw.name),
      mapping,
    );
    this.#raws = names.map((_, at) => rawAt(files, names, at));
    this.#rules = { fromText: files.format === 'csv', isLenient: files.format === 'parquet' };
  }

  /** Rows of raw values with what their cells are made of beside them, each worked out once. */
  prepared(relation: Sql): Sql {
    const pieces = joined(
      this.#raws.map(({ columns }) => columns),
      ' ',
    );
    const numeric = [...this.plan.fields.values()].flat().filter(({ meaning }) => isNumeric(meaning));
    const made = numeric.map(
      ({ column, meaning }) =>
        sql`, ${numberOf(meaning, this.#raws[column]!.raw, this.#rules)} as ${numberColumn(column)}`,
    );
    return sql`(select r.*${joined(made, ' ')} from (select r.*${pieces} from ${relation} r) r)`;
  }

  /** Every field of an event as a column. */
  get fields(): Sql {
    const isNumber = (field: string) => (numericFields as readonly string[]).includes(field);
    const columns = [
      sql`${this.#field('ts')}::bigint as ts`,
      sql`coalesce(${this.#field('app_id')}, 'default') as app`,
      sql`coalesce(${this.#field('environment')}::boolean, true) as production`,
      ...texts.map((field) => sql`${this.#field(field)}::varchar as ${name(field)}`),
      ...numbers.map((field) => sql`${this.#field(field)}::double as ${name(field)}`),
      sql`${this.#amount}::double as amount`,
      sql`${this.#field('currency')}::varchar as currency`,
      ...defaultFields.map(
        (field) => sql`${this.#field(field)}::${isNumber(field) ? sql`double` : sql`varchar`} as ${name(field)}`,
      ),
    ];
    return joined(columns, ', ');
  }

  /** What custom properties are read from: objects as `o0`, `o1` …, and each that a name stands for. */
  get properties(): Sql {
    const objects = this.plan.objects.map(
      ({ column }, at) => sql`, ${this.#raws[column]!.raw.object} as ${name(`o${at}`)}`,
    );
    const known = [...this.plan.properties.values()].map(
      (candidates) => sql`, ${this.#chosen(candidates)}::varchar as ${name(propertyColumn(candidates))}`,
    );
    return joined([...objects, ...known], ' ');
  }

  /** Why a row is no event, as `fault`: the raw name whose value does not fit, or the field that is missing. */
  get fault(): Sql {
    const cases = [...this.#unfit(), ...this.#nested(), ...this.#missing()];
    const whens = cases.map(({ when, of }) => sql`when ${when} then ${literal(of)}`);
    return sql`case ${joined(whens, ' ')} end as fault`;
  }

  /** The value of the raw name that `fault` says, as JSON; `null` where it is missing. */
  get faultValue(): Sql {
    const whens = this.plan.names.map((raw, at) => sql`when ${literal(raw)} then ${this.#raws[at]!.raw.json}`);
    return sql`case fault ${joined(whens, ' ')} end as fault_value`;
  }

  #field(field: string): Sql {
    const candidates = this.plan.fields.get(field);
    return candidates ? this.#chosen(candidates) : sql`null`;
  }

  get #isMajor(): boolean {
    return this.mapping?.amount_unit === 'major';
  }

  get #amount(): Sql {
    const amount = sql`${this.#field('amount')}::double`;
    return this.#isMajor ? minorUnits(amount, sql`${this.#field('currency')}::varchar`) : wholeAmount(amount);
  }

  /** The cell of the first candidate that has a value. A value that is missing has no cell, so one alone need not be asked. */
  #chosen(candidates: readonly Candidate[]): Sql {
    if (candidates.length === 1 && !candidates[0]!.beatenBy) return this.#cell(candidates[0]!);
    const cases = candidates.map((candidate) => sql`when ${this.#isThere(candidate)} then ${this.#cell(candidate)}`);
    return sql`case ${joined(cases, ' ')} end`;
  }

  #isThere({ column, beatenBy }: Candidate): Sql {
    const isThere = this.#raws[column]!.raw.isThere;
    if (!beatenBy) return isThere;
    return sql`${isThere} and (${joined(
      beatenBy.map((rival) => this.#isThere(rival)),
      ' or ',
    )})`;
  }

  #cell({ column, meaning }: Candidate): Sql {
    return cellOf(meaning, this.#raws[column]!.raw, this.#rules, sql`r.${numberColumn(column)}`);
  }

  /** A value that its field cannot have, where it is the one that counts. */
  #unfit(): RowFault[] {
    const lists = [...this.plan.fields.values(), ...this.plan.properties.values()];
    return lists.flatMap((candidates) =>
      candidates.flatMap((candidate, at): RowFault[] => {
        const { column, meaning } = candidate;
        if (!meaning.declared) return [];
        const rivals = candidates.slice(0, at).map((rival) => sql`not (${this.#isThere(rival)})`);
        const cell = meaning.field === 'amount' && !this.#isMajor ? this.#amount : this.#cell(candidate);
        const when = joined([this.#isThere(candidate), ...rivals, sql`(${cell}) is null`], ' and ');
        return [{ when, of: this.plan.names[column]! }];
      }),
    );
  }

  /** Properties that are no object, or hold what is none of text, number and truth. */
  #nested(): RowFault[] {
    return this.plan.objects.map(({ column }) => {
      const { isThere, object } = this.#raws[column]!.raw;
      const nested = sql`len(list_filter(json_extract(${object}, '$.*'), v -> json_type(v) in ('OBJECT', 'ARRAY'))) > 0`;
      const when = sql`${isThere} and (${object} is null or ${nested})`;
      return { when, of: this.plan.names[column]! };
    });
  }

  #missing(): RowFault[] {
    const without = (field: string) => ({ when: sql`(${this.#field(field)}) is null`, of: field });
    const missing = ['user_id', 'ts', 'event'].map(without);
    const [amount] = this.plan.fields.get('amount') ?? [];
    if (!this.#isMajor || !amount) return missing;
    const hasAmount = sql`(${this.#field('amount')}) is not null`;
    const noCurrency = sql`${hasAmount} and (${this.#field('currency')}) is null`;
    const noCoins = sql`${hasAmount} and (${this.#amount}) is null`;
    return [...missing, { when: noCurrency, of: 'currency' }, { when: noCoins, of: this.plan.names[amount.column]! }];
  }
}

/** The column of the number under the name at a place. */
function numberColumn(column: number): Sql {
  return name(`m${column}`);
}

/** A reason for which a row is no event. */
interface RowFault {
  readonly when: Sql;
  /** The raw name, or the field that is missing. */
  readonly of: string;
}
