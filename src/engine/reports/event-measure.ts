import type { EventQuery } from '#contract/api.js';
import { count } from '../reducers/count.js';
import { distinctPeople } from '../reducers/distinct-people.js';
import { greatestField, leastField, numberFieldOf, presentField, sumField } from '../reducers/field-values.js';
import type { Cells, Reducer } from '../reducers/reducer.js';
import type { Facts } from '../scan/facts.js';
import type { Store } from '../store/store.js';

/** Measures events, cell by cell. */
export interface EventMeasure {
  add(facts: Facts): void;
  /** How many events each cell holds. */
  counts(): Float64Array;
  /** `null` where nothing can be said. */
  values(): (number | null)[];
}

/** The measure that a question asks for. An average, least or greatest of nothing is `null`. */
export function eventMeasure(store: Store, { measure, field }: EventQuery, cells: Cells): EventMeasure {
  const read = numberFieldOf(store, field ?? '');
  const counted = count(cells);
  switch (measure) {
    case 'total':
      return measured(counted, counted);
    case 'users':
      return measured(counted, distinctPeople(cells));
    case 'per_user':
      return measured(counted, counted, distinctPeople(cells));
    case 'sum':
      return measured(counted, sumField(read)(cells));
    case 'avg':
      return measured(counted, sumField(read)(cells), presentField(read)(cells));
    case 'min':
      return measured(counted, leastField(read)(cells));
    case 'max':
      return measured(counted, greatestField(read)(cells));
  }
}

/** A value, or a quotient where there is a divisor. */
function measured(counted: Reducer, value: Reducer, divisor?: Reducer): EventMeasure {
  const reducers = new Set(divisor ? [counted, value, divisor] : [counted, value]);
  return {
    add(facts) {
      for (const reducer of reducers) reducer.add(facts);
    },
    counts: () => counted.finish(),
    values() {
      const [values, divisors] = [value.finish(), divisor?.finish()];
      if (divisors) return Array.from(values, (sum, cell) => (divisors[cell] === 0 ? null : sum / divisors[cell]!));
      return Array.from(values, (one) => (Number.isFinite(one) ? one : null));
    },
  };
}
