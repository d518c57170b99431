import { scan } from '../scan/scan.js';
import { baseMetrics } from './base-metrics.js';
import { eventsOfRoles, type Measurement } from './measure.js';

/** The currencies of the money that some metrics would sum, in alphabetical order. An event that names none has any. */
export function currenciesOf(metrics: readonly string[], measurement: Measurement): string[] {
  const { store } = measurement.log;
  const found = new Set<number>();
  for (const id of metrics) {
    const { isMoney, facts, span } = baseMetrics[id]!;
    if (!isMoney || typeof facts === 'string') continue;
    const source = { kind: 'events', wanted: eventsOfRoles(store, facts) } as const;
    scan(measurement.log, source, { ...measurement, grouping: null, span }, ({ slice, row, length }) => {
      const currencies = slice.segment.codes.get('currency');
      const amounts = slice.segment.numbers.get('amount');
      if (!currencies || !amounts) return;
      for (let index = 0; index < length; index++) {
        // No amount and an amount of 0 are the same in every currency.
        if (amounts.at(row[index]!) > 0 || amounts.at(row[index]!) < 0) found.add(currencies[row[index]!]!);
      }
    });
  }
  found.delete(0);
  return [...found].map((code) => String(store.dictionary('currency').valueOf(code))).sort();
}
