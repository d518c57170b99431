import { MappingError, type Mapping, type NameMeaning } from '#engine/ingest/reading.js';
import type { Candidate, NamePlan } from '../../files/names.js';
import { joined, sql, type Sql } from '../../sql.js';
import { instantOf, kindOf, numberOf, propertyOf, textOf, type Column } from './column-reading.js';
import { minorFaults, minorUnits } from './minor-amounts.js';
import { rowFaults, type RowFault } from './row-faults.js';
import { isNumeric, typeFaults } from './type-faults.js';

/** The columns of a table as an event's. */
export interface EventFields {
  /** The value of each field that has a column; `null` where it is not set or no value of the field. */
  readonly values: ReadonlyMap<string, Sql>;
  /** The value of each custom property, a letter for its type before it. */
  readonly properties: ReadonlyMap<string, Sql>;
  /** Texts that hold custom properties as an object in JSON. */
  readonly objects: readonly Sql[];
  /** What makes a row no event. */
  readonly faults: readonly RowFault[];
}

/**
 * Reads fields and properties by the engine's rules for names and values. A type that no value of a field can be read from
 * is a {@link MappingError} that names every such column.
 */
export function eventFields(plan: NamePlan, columns: readonly Column[], mapping: Mapping = {}): EventFields {
  const wrong = typeFaults(plan, columns, mapping);
  if (wrong.length > 0) throw new MappingError(wrong);
  const reader = new FieldReader(columns);
  const values = new Map<string, Sql>();
  for (const [field, candidates] of plan.fields) values.set(field, reader.field(candidates));
  const units = mapping.amount_unit === 'major' ? values.get('amount') : undefined;
  const currency = values.get('currency') ?? sql`CAST(NULL AS Nullable(String))`;
  if (units) values.set('amount', minorUnits(units, currency));
  const faults = [...plan.fields].flatMap(([field, candidates]) =>
    rowFaults(candidates[0]!.meaning, values.get(field)!, reader.isGiven(candidates)),
  );
  if (units) faults.push(...minorFaults({ units, minor: values.get('amount')!, currency }));
  const objects = plan.objects.map(({ column }) => columns[column]!).filter(({ type }) => kindOf(type) === 'text');
  return { values, properties: reader.properties(plan), objects: objects.map(textOf), faults };
}

/** Writes how fields are read. */
class FieldReader {
  constructor(private readonly columns: readonly Column[]) {}

  /** The value of the first candidate that is given. */
  field(candidates: readonly Candidate[]): Sql {
    const values = candidates.map(({ column, meaning }) => valueOf(meaning, this.columns[column]!));
    if (values.length === 1) return values[0]!;
    const cases = candidates.map((candidate, at) => sql`${this.isGiven([candidate])}, ${values[at]!}`);
    return sql`multiIf(${joined(cases, ', ')}, NULL)`;
  }

  /** Whether one of some candidates has a value in a row: an empty text and what is no number are none. */
  isGiven(candidates: readonly Candidate[]): Sql {
    const given = candidates.map(({ column }) => {
      const read = this.columns[column]!;
      const kind = kindOf(read.type);
      const value = kind === 'text' ? textOf(read) : kind === 'number' ? numberOf(read) : read.value;
      return sql`isNotNull(${value})`;
    });
    return sql`(${joined(given, ' or ')})`;
  }

  /** Custom properties; columns of types that hold none are left out. */
  properties({ properties }: NamePlan): Map<string, Sql> {
    const found = new Map<string, Sql>();
    for (const [property, candidates] of properties) {
      const values = candidates
        .filter(({ column }) => kindOf(this.columns[column]!.type) !== 'other')
        .map(({ column, beatenBy }) => {
          const value = propertyOf(this.columns[column]!);
          return beatenBy ? sql`if(${this.isGiven(beatenBy)}, ${value}, NULL)` : value;
        });
      if (values.length > 0) found.set(property, sql`coalesce(${joined(values, ', ')})`);
    }
    return found;
  }
}

function valueOf({ kind }: NameMeaning, column: Column): Sql {
  if (kind === 'instant') return instantOf(column);
  return isNumeric(kind) ? numberOf(column) : textOf(column);
}
