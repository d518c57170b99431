import { noVisits } from '#engine/ingest/reading.js';
import type { Connection } from '../duckdb/connection.js';
import { sql, text } from '../sql.js';
import { DUPLICATE } from './tables.js';

/** Marks rows of `added_row` whose `event_id` an earlier row has. */
export async function markDuplicates(writer: Connection, hasEarlier: boolean): Promise<void> {
  const earlier = sql`union all
    select v.seq, v.event_id from file_values v
    where v.event_id is not null and not exists (from left_out x where x.seq = v.seq)`;
  await writer.run(sql`
    update added_row set fault = ${text(DUPLICATE)}, fault_value = to_json(event_id)
    where fault is null and seq in (
      with ids as (
        select seq, event_id from added_row where fault is null and event_id is not null ${hasEarlier ? earlier : sql``}
      ), repeated as (select event_id, min(seq) as first from ids group by event_id having count(*) > 1)
      select ids.seq from ids join repeated r on r.event_id = ids.event_id where ids.seq > r.first)`);
}

/** Refuses rows of which none can be a visit, with the names that there are. */
export async function demandVisits(writer: Connection, isVisit: (event: string) => boolean): Promise<void> {
  const rows = await writer.rows(sql`
    select event from added_row where fault is null group by event order by count(*) desc, event`);
  const names = rows.map(({ event }) => String(event));
  if (names.length > 0 && !names.some(isVisit)) throw noVisits(names);
}

/** Keeps which rows do not count. */
export function keepLeftOut(writer: Connection): Promise<void> {
  return writer.run(sql`
    insert into left_out (seq, fault, value) select seq, fault, fault_value from added_row where fault is not null`);
}

/** Gives users whom an app sees for the first time the next numbers, and each the earliest guid that there is. */
export async function addUsers(writer: Connection): Promise<void> {
  await writer.run(sql`
    insert into users (number, app, user_id)
    select (select coalesce(max(number), -1) from users) + row_number() over (order by min(seq)), app, user_id
    from added_row a where fault is null and not exists (from users u where u.app = a.app and u.user_id = a.user_id)
    group by app, user_id`);
  await writer.run(sql`
    update users set guid = f.guid, guid_ts = f.ts
    from (select app, user_id, arg_min(guid, (ts, seq)) as guid, min(ts) as ts from added_row
      where fault is null and guid is not null group by app, user_id) f
    where users.app = f.app and users.user_id = f.user_id and (users.guid_ts is null or f.ts < users.guid_ts)`);
}
