import type { Period } from '#reporting/period.js';
import { appCounts, monthOfEnd, type RegistryMetric } from '#reporting/registry-metrics.js';
import { periodsOf } from '../plan/periods.js';
import type { Question } from '../plan/question.js';
import { measure } from './measure.js';

/** The values of a metric of the superapp as a whole, one for each period. */
export async function registryValues(
  question: Question,
  id: RegistryMetric,
  periods: readonly Period[],
): Promise<(number | null)[]> {
  if (id !== 'mau') return appCounts(question, question.host.registry !== null, id, periods);
  const users = new Map<number, number>();
  const values: number[] = [];
  for (const period of periods) {
    const month = monthOfEnd(question, period);
    if (!users.has(month.start)) {
      const counted = await measure(question, ['active_users'], periodsOf([month], question.asOf), null);
      users.set(month.start, counted.at('active_users', 0, 0) ?? 0);
    }
    values.push(users.get(month.start)!);
  }
  return values;
}
