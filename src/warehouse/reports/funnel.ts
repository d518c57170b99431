import type { FunnelGroup, FunnelQuery, FunnelReport, FunnelStep } from '#contract/api.js';
import { funnelSteps, sortFunnelGroups, unknownSteps } from '#reporting/funnel.js';
import type { Row } from '../rows.js';
import { chainsOf } from '../plan/chains.js';
import { resolveRanged, type Asked } from '../plan/question.js';
import { RowKeys } from '../plan/row-keys.js';
import { joined, name, sql, whole, type Sql } from '../sql.js';
import type { Dialect } from '../dialects/dialect.js';

/**
 * How far users come through ordered steps. Per user the longest chain counts, each event later than the one before (equal
 * times: in ingestion order), all in the range and within the window of the chain's first event. Of a user's longest
 * chains the one that completes earliest counts, of these the one that starts latest. A step names a raw event or a role;
 * a user's group is the value on the chain's first event, so groups add up.
 */
export async function funnel(asked: Asked<FunnelQuery>): Promise<FunnelReport> {
  const { query, host, reading } = asked;
  const question = await resolveRanged(asked);
  const { meta, range, asOf } = question;
  const names = query.steps.map(({ event }) => event);
  if (range.start >= asOf) return { meta, steps: unknownSteps(names), groups: [] };
  const keys = new RowKeys(host.dialect, query.group_by ?? []);
  const columns = joined(
    names.flatMap((_, step) => columnsOf(host.dialect, step)),
    ', ',
  );
  const chains = chainsOf(question, query, keys);
  const [whole] = await reading.rows(sql`select ${columns} from ${chains} c`);
  const grouped =
    keys.count === 0
      ? []
      : await reading.rows(sql`select ${columns}${keys.names} from ${chains} c group by ${keys.list}`);
  const groups = grouped.map((row): FunnelGroup => ({ key: keys.keyOf(row), steps: stepsOf(names, row) }));
  return { meta, steps: stepsOf(names, whole!), groups: sortFunnelGroups(groups) };
}

/** How many came to a step, and how long they took from the one before. */
function columnsOf(dialect: Dialect, step: number): Sql[] {
  const column = (prefix: string) => name(`${prefix}${step}`);
  const came = sql`reached > ${whole(step)}`;
  const users = sql`${dialect.countIf(came)} as ${column('users')}`;
  if (step === 0) return [users];
  const took = sql`${column('t')} - ${name(`t${step - 1}`)}`;
  return [
    users,
    sql`${dialect.quantile(took, 0.5, came)} as ${column('median')}`,
    sql`${dialect.quantile(took, 0.9, came)} as ${column('p90_')}`,
  ];
}

function stepsOf(names: readonly string[], row: Row): FunnelStep[] {
  const number = (column: string) => (row[column] ?? null) as number | null;
  return funnelSteps(names, (step) => ({
    users: row[`users${step}`] as number,
    medianMs: number(`median${step}`),
    p90Ms: number(`p90_${step}`),
  }));
}
