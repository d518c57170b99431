import type { FunnelNextQuery, FunnelNextReport } from '#contract/api.js';
import { DEFAULT_NEXT_LIMIT, LOOKED_AT, nextEvents } from '#reporting/funnel.js';
import { chainsOf } from '../plan/chains.js';
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
  const ended = sql`(
    select person, last_ts, last_seq from ${chainsOf(question, query, new RowKeys(host.dialect, []))} c
    where reached = ${whole(step)})`;
  const followed = sql`(
    select person, ts, seq, event
    from (select ${log.personOfEvent} as person, l.ts, l.seq, l.event ${log.events(noReads, within)}) h join ${ended} e using (person)
    where ts > last_ts or ts = last_ts and seq > last_seq)`;
  const nextOnes = host.dialect.firstRows(followed, {
    ...{ by: ['person'], order: ['ts', 'seq'], keep: ['event'], count: LOOKED_AT },
  });
  const [reached] = await reading.rows(sql`select count(*) as users from ${ended} e`);
  const [wentOn] = await reading.rows(sql`select count(distinct person) as users from ${nextOnes} n`);
  const rows = await reading.rows(sql`
    select event, count(distinct person) as users, ${host.dialect.countIf(sql`place = 1`)} as next from ${nextOnes} n
    group by event`);
  const users = reached!['users'] as number;
  const counted = rows.map((row) => ({
    event: String(row['event']),
    users: row['users'] as number,
    next: row['next'] as number,
  }));
  const events = nextEvents(counted, users);
  const stayed = users - (wentOn!['users'] as number);
  return { meta, step, users, ended: stayed, events: events.slice(0, limit), row_count: events.length };
}
