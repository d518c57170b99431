import type { FunnelNextQuery, FunnelNextReport } from '#contract/api.js';
import { DEFAULT_NEXT_LIMIT, LOOKED_AT, nextEvents } from '#reporting/funnel.js';
import { chainTables } from '../plan/chains.js';
import { noReads } from '../plan/match.js';
import { resolveRanged, type Asked } from '../plan/question.js';
import { RowKeys } from '../plan/row-keys.js';
import { instant, sql, whole } from '../sql.js';

/**
 * What users did next whose chain ended at a step (the same chain that `funnel` counts): their next five events of any
 * name, within the range and not bound to the window. Filters choose the steps and leave what follows alone.
 */
export async function funnelNext(asked: Asked<FunnelNextQuery>): Promise<FunnelNextReport> {
  const { query, host, reading } = asked;
  const question = await resolveRanged(asked);
  const { meta, range, asOf, log } = question;
  const { step, limit = DEFAULT_NEXT_LIMIT } = query;
  if (range.start >= asOf) return { meta, step, users: null, ended: null, events: [], row_count: 0 };
  const within = sql`l.ts >= ${instant(range.start)} and l.ts < ${instant(range.end)}`;
  const tables = sql`
    ${chainTables(question, query, new RowKeys(host.dialect, []))},
    ended_here as (select person, last_ts, last_seq from chain where reached = ${whole(step)}),
    happened as (select ${log.personOfEvent} as person, l.ts, l.seq, l.event ${log.events(noReads, within)}),
    followed as (
      select h.person, h.event, row_number() over (partition by h.person order by h.ts, h.seq) as place
      from happened h join ended_here e on e.person = h.person
        and (h.ts > e.last_ts or h.ts = e.last_ts and h.seq > e.last_seq)),
    next_ones as (select * from followed where place <= ${whole(LOOKED_AT)})`;
  const [counts] = await reading.rows(sql`
    ${tables} select (select count(*) from ended_here) as users, (select count(distinct person) from next_ones) as went_on`);
  const rows = await reading.rows(sql`
    ${tables} select event, count(distinct person) as users, count(*) filter (place = 1) as next from next_ones group by event`);
  const users = counts!['users'] as number;
  const counted = rows.map((row) => ({
    event: String(row['event']),
    users: row['users'] as number,
    next: row['next'] as number,
  }));
  const events = nextEvents(counted, users);
  const ended = users - (counts!['went_on'] as number);
  return { meta, step, users, ended, events: events.slice(0, limit), row_count: events.length };
}
