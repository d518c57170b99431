import type { FactKind } from '../plan/facts.js';
import { factsOf } from '../plan/facts.js';
import type { Grouping } from '../plan/grouping.js';
import type { Periods } from '../plan/periods.js';
import type { Question } from '../plan/question.js';
import { joined, name, sql } from '../sql.js';
import { baseMetrics } from './base-metrics.js';
import { everMetrics } from './ever.js';
import { GroupValues } from './group-values.js';

/** Counts base metrics; those that are counted from the same facts share one statement. */
export async function measure(
  question: Question,
  metrics: readonly string[],
  periods: Periods,
  grouping: Grouping | null,
): Promise<GroupValues> {
  const values = new GroupValues(metrics, periods.count, grouping?.chosen !== undefined);
  if (periods.count === 0) return values;
  // Keys that are the same in each row are left out: grouping by texts is what takes the longest.
  const keys = grouping === null ? sql`i` : grouping.byApp ? sql`k, a, i` : sql`k, i`;
  for (const ids of byFacts(metrics.filter((id) => baseMetrics[id]!.aggregate)).values()) {
    const facts = await factsOf(question, baseMetrics[ids[0]!]!.facts, { periods, span: 'within', grouping });
    const columns = ids.map((id) => sql`${baseMetrics[id]!.aggregate!(question.host.dialect)} as ${name(id)}`);
    const rows = await question.reading.rows(sql`
      select ${keys}, ${joined(columns, ', ')} from ${facts} f where i is not null group by ${keys}`);
    for (const row of rows) for (const id of ids) values.set(id, row, row[id] as number);
  }
  for (const id of metrics) {
    const metric = everMetrics[id];
    if (!metric) continue;
    const facts = await factsOf(question, baseMetrics[id]!.facts, { periods, span: 'ever', grouping });
    const rows = await question.reading.rows(metric.statement(question.host.dialect, facts, periods));
    for (const row of rows) values.set(id, row, row['value'] as number);
    if (metric.isRunning) values.addUp(id);
  }
  return values;
}

function byFacts(metrics: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const id of new Set(metrics)) {
    const key = String(baseMetrics[id]!.facts);
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return groups;
}

/** The currencies of the money that some metrics would sum, in alphabetical order. An event that names none has any. */
export async function currenciesOf(
  question: Question,
  metrics: readonly string[],
  periods: Periods,
): Promise<string[]> {
  const found = new Set<string>();
  if (periods.count === 0) return [];
  const plans = new Map<string, { facts: FactKind; span: 'within' | 'ever' }>();
  for (const id of metrics) {
    const { facts, isMoney, aggregate } = baseMetrics[id]!;
    if (isMoney) plans.set(`${String(facts)} ${!aggregate}`, { facts, span: aggregate ? 'within' : 'ever' });
  }
  for (const { facts, span } of plans.values()) {
    const table = await factsOf(question, facts, { periods, span, grouping: null });
    // No amount and an amount of 0 are the same in every currency.
    const rows = await question.reading.rows(
      sql`select distinct currency from ${table} f where currency is not null and amount <> 0`,
    );
    for (const { currency } of rows) found.add(String(currency));
  }
  return [...found].sort();
}
