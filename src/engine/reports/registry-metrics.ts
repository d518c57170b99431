import type { Period } from '#reporting/period.js';
import { appCounts, monthOfEnd, type RegistryMetric } from '#reporting/registry-metrics.js';
import { measure } from '../reducers/measure.js';
import { periodsOf } from '../scan/periods.js';
import type { Question } from './question.js';

/** The values of a metric of the superapp as a whole, one for each period. */
export function registryValues(question: Question, id: RegistryMetric, periods: readonly Period[]): (number | null)[] {
  if (id !== 'mau') return appCounts(question, question.host.registry !== null, id, periods);
  const { log, matches, newUserRule, asOf } = question;
  const users = new Map<number, number>();
  return periods.map((period) => {
    const month = monthOfEnd(question, period);
    const known = users.get(month.start);
    if (known !== undefined) return known;
    const measurement = { log, matches, newUserRule, periods: periodsOf([month], asOf), grouping: null };
    const count = measure(['active_users'], measurement).get('active_users')![0] ?? 0;
    users.set(month.start, count);
    return count;
  });
}
