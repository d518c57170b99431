import { createRequire } from 'node:module';
import path from 'node:path';
import { funnelSteps, words, type Generated } from '../generate.js';
import { byKey, cohorts, month, week, type Answer } from '../questions.js';
import type { Rival } from './rival.js';

interface Connection {
  query(sql: string): { toArray(): { toJSON(): Record<string, string | number | null> }[] };
  insertArrowTable(table: unknown, options: { name: string; create: boolean }): void;
}

const isVisit = `event IN ('launch', 'page_view')`;
const days = ({ start, end }: { start: string; end: string }) => `day BETWEEN DATE '${start}' AND DATE '${end}'`;

/** Opens begin at a launch here, so a running count of launches numbers them; a page view's neighbours tell the edges. */
const views = `WITH numbered AS (SELECT uid, ts, day, event, page,
    sum(CASE WHEN event = 'launch' THEN 1 ELSE 0 END) OVER (PARTITION BY uid ORDER BY ts) AS open FROM events
    WHERE ts >= epoch_ms(DATE '2026-03-01') AND ts < epoch_ms(DATE '2026-04-01')),
  views AS (SELECT * FROM numbered WHERE event = 'page_view')`;

/** Past every time: an ASOF join finds a partner for NULL. */
const never = '9000000000000000';

const chain = (step: number): string =>
  step === 0
    ? `SELECT uid, ts AS t0, ts AS t1, 1 AS depth FROM steps WHERE event = '${funnelSteps[0]}'`
    : `SELECT s.uid, s.t0, CASE WHEN e.ts <= s.t0 + 86400000 THEN e.ts ELSE ${never} END AS t1,
        s.depth + CASE WHEN e.ts <= s.t0 + 86400000 THEN 1 ELSE 0 END AS depth
        FROM chain${step - 1} s ASOF LEFT JOIN (SELECT uid, ts FROM steps WHERE event = '${funnelSteps[step]!}') e
        ON s.uid = e.uid AND s.t1 < e.ts`;

const sql: readonly string[] = [
  `SELECT strftime(day, '%Y-%m-%d') k, count(DISTINCT uid)::INT n FROM events WHERE ${isVisit} GROUP BY day ORDER BY day`,
  `WITH firsts AS (SELECT uid, min(day) AS day FROM events WHERE ${isVisit} GROUP BY uid)
   SELECT count(DISTINCT CASE WHEN ${isVisit} THEN uid END)::INT a,
     (SELECT count(*)::INT FROM firsts WHERE ${days(month)}) b,
     count(*) FILTER (event = 'launch')::INT c, count(*) FILTER (event = 'page_view')::INT d FROM events WHERE ${days(month)}`,
  `WITH firsts AS (SELECT uid, min(day) AS first FROM events WHERE ${isVisit} GROUP BY uid),
     seen AS (SELECT DISTINCT uid, day FROM events WHERE ${isVisit} AND day BETWEEN DATE '${cohorts.start}' AND DATE '${cohorts.end}' + 7)
   SELECT strftime(first, '%Y-%m-%d') k, count(*) FILTER (day = first)::INT size,
     ${[1, 2, 3, 4, 5, 6, 7].map((n) => `count(*) FILTER (day = first + ${n})::INT r${n}`).join(', ')}
   FROM firsts JOIN seen USING (uid) WHERE first BETWEEN DATE '${cohorts.start}' AND DATE '${cohorts.end}' GROUP BY first ORDER BY first`,
  `${views}, edged AS (SELECT page, uid, day,
     lag(ts) OVER (PARTITION BY uid, open ORDER BY ts) IS NULL AS entry,
     lead(ts) OVER (PARTITION BY uid, open ORDER BY ts) IS NULL AS exit FROM views)
   SELECT page::VARCHAR k, count(*)::INT a, count(DISTINCT uid)::INT b, count(*) FILTER (entry)::INT c,
     count(*) FILTER (exit)::INT d FROM edged WHERE ${days(month)} GROUP BY page`,
  `SELECT source::VARCHAR k, count(*)::INT n FROM events WHERE event = 'launch' AND ${days(month)}
   GROUP BY source ORDER BY n DESC, k LIMIT 12`,
  `WITH steps AS (SELECT uid, ts, event FROM events WHERE ${days(month)}),
     ${funnelSteps.map((_, step) => `chain${step} AS (${chain(step)})`).join(', ')},
     furthest AS (SELECT uid, max(depth) AS depth FROM chain${funnelSteps.length - 1} GROUP BY uid)
   SELECT ${funnelSteps.map((_, step) => `count(*) FILTER (depth > ${step})::INT s${step}`).join(', ')} FROM furthest`,
  `SELECT strftime(day, '%Y-%m-%d') k, count(DISTINCT uid)::INT n FROM events
   WHERE ${isVisit} AND os = 'Android' GROUP BY day ORDER BY day`,
  `SELECT strftime(make_timestamp((ts - ts % 3600000) * 1000), '%Y-%m-%dT%H:%M:%SZ') k, count(*)::INT n FROM events
   WHERE event = 'page_view' AND ${days(week)} GROUP BY k ORDER BY k`,
  `SELECT region::VARCHAR k, count(*)::INT a, count(DISTINCT uid)::INT b, count(*) / count(DISTINCT uid) c
   FROM events WHERE event = 'pay' GROUP BY region`,
  `${views}, opens AS (SELECT uid, open, min(day) AS day FROM numbered GROUP BY uid, open),
     depths AS (SELECT uid, open, count(DISTINCT page) AS depth FROM views GROUP BY uid, open),
     sized AS (SELECT coalesce(depth, 0) AS depth FROM opens LEFT JOIN depths USING (uid, open) WHERE ${days(month)})
   SELECT CASE WHEN depth > 10 THEN 11 WHEN depth > 5 THEN 6 ELSE depth END::INT k, count(*)::INT n
   FROM sized GROUP BY k ORDER BY k`,
];

/** DuckDB-WASM at its best: ENUM dimensions, integer users, a stored day, rows in order of user and time. */
export async function createDuckDb(): Promise<Rival> {
  const require = createRequire(import.meta.url);
  const entry = '@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs';
  const duckdb = require(entry) as {
    createDuckDB(bundles: object, logger: object, runtime: object): Promise<{ instantiate(on: () => void): Promise<unknown>; connect(): Connection }>;
    VoidLogger: new () => object;
    NODE_RUNTIME: object;
  }; // prettier-ignore
  const arrow = require('apache-arrow') as { tableFromArrays(columns: object): unknown };
  const folder = path.dirname(require.resolve(entry));
  const bundle = (kind: string) => ({ mainModule: path.join(folder, `duckdb-${kind}.wasm`), mainWorker: '' });
  const database = await duckdb.createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate(() => undefined);
  const connection = database.connect();
  return {
    name: 'DuckDB-WASM',
    load: (made) => load(connection, arrow, made),
    answer: (place) => {
      const rows: (string | number | null)[][] = connection
        .query(sql[place]!)
        .toArray()
        .map((row) => Object.values(row.toJSON()));
      return inOrder(place, rows);
    },
  };
}

/** Answers that have no order of their own are put into one. */
function inOrder(place: number, rows: (string | number | null)[][]): Answer {
  if (place === 3 || place === 8) return byKey(rows);
  return place === 5 ? rows[0]!.map((users, step) => [funnelSteps[step]!, users]) : rows;
}

const chunk = 500_000;

function load(connection: Connection, arrow: { tableFromArrays(columns: object): unknown }, made: Generated): void {
  for (const [name, list] of Object.entries(words)) {
    connection.query(`CREATE TYPE ${name}_kind AS ENUM (${list.map((word) => `'${word}'`).join(', ')})`);
  }
  for (let from = 0; from < made.length; from += chunk) {
    const part = <T extends { subarray(from: number, to: number): T }>(column: T) =>
      column.subarray(from, from + chunk);
    const codes = Object.entries(made.codes).map(([name, column]) => [name, part(column)]);
    const table = arrow.tableFromArrays({
      ...Object.fromEntries(codes),
      uid: part(made.user),
      ts: part(made.ts),
      duration: part(made.duration),
      amount: part(made.amount),
    });
    connection.insertArrowTable(table, { name: 'raw', create: from === 0 });
  }
  const kind = (name: string, as: string) => `enum_range(NULL::${name}_kind)[${name}]::${name}_kind AS ${as}`;
  connection.query(`CREATE TABLE events AS SELECT uid, ts::BIGINT AS ts, make_timestamp(ts::BIGINT * 1000)::DATE AS day,
    ${kind('event', 'event')}, ${kind('page_path', 'page')}, ${kind('source', 'source')}, ${kind('os_name', 'os')},
    ${kind('province', 'region')}, ${kind('city', 'city')}, duration, amount FROM raw ORDER BY uid, ts`);
  connection.query('DROP TABLE raw');
}
