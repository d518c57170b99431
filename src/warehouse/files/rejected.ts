import { missing, mustBe, nameTable, whatIsAllowed, type Mapping, type NameMeaning } from '#engine/ingest/reading.js';
import type { RowSource } from '../rows.js';
import { sql, text, whole } from '../sql.js';
import { brokenLines, type BrokenLine } from './broken-lines.js';
import { DUPLICATE } from './tables.js';

/** Rows of files that do not count. */
export interface LeftOut {
  readonly duplicate: number;
  readonly rejected: number;
  /** The first rejected rows. */
  readonly rejections: readonly { readonly row: number; readonly reason: string }[];
}

/** How many rejected rows are told. */
const TOLD = 100;

/** Which rows do not count, and why. */
export async function leftOut(source: RowSource, mapping: Mapping | undefined): Promise<LeftOut> {
  const [counts] = await source.rows(sql`
    select count(*) filter (fault = ${text(DUPLICATE)}) as duplicate, count(*) filter (fault <> ${text(DUPLICATE)}) as rejected
    from left_out`);
  // As the engine counts: a row of CSV is a line, and the header is the first.
  const rows = await source.rows(sql`
    select l.seq - f.first_seq + 1 + (select (format = 'csv')::integer from files_state) as row, f.path, l.fault, l.value
    from (select * from left_out where fault <> ${text(DUPLICATE)} order by seq limit ${whole(TOLD)}) l
      asof join event_files f on l.seq >= f.first_seq order by l.seq`);
  const table = nameTable(mapping);
  const broken = await brokenLines(source, TOLD);
  const faulty = rows.map(({ row, path, fault, value }): BrokenLine => ({
    ...{ path: String(path), row: amongLines(row as number, String(path), broken.first) },
    reason: reasonOf(String(fault), value as string | null, table.of(String(fault).trim()), mapping),
  }));
  return {
    duplicate: counts!['duplicate'] as number,
    rejected: (counts!['rejected'] as number) + broken.count,
    rejections: [...broken.first, ...faulty]
      .slice(0, TOLD)
      .map(({ row, path, reason }) => ({ row, reason: `${path}: ${reason}` })),
  };
}

/** Which line the n-th row of a file is, where lines that are no rows stand before it. */
function amongLines(nth: number, path: string, broken: readonly BrokenLine[]): number {
  let row = nth;
  for (const line of broken) if (line.path === path && line.row <= row) row++;
  return row;
}

const absent: Readonly<Record<string, string>> = {
  user_id: 'who the event is of',
  ts: 'when it happened',
  event: 'what happened',
  currency: 'an amount in units needs it',
};

function reasonOf(fault: string, value: string | null, meaning: NameMeaning, mapping: Mapping | undefined): string {
  if (value === null) return missing(fault, absent[fault] ?? 'it is needed');
  return mustBe(meaning.field, JSON.parse(value), allowedBy(meaning, mapping), meaning.name);
}

function allowedBy({ kind }: NameMeaning, mapping: Mapping | undefined): string {
  if (kind === 'properties') return 'an object of custom properties, each a text, a number, true or false';
  if (kind === 'ignored') return 'left out';
  return whatIsAllowed(kind === 'amount' && mapping?.amount_unit === 'major' ? 'majorAmount' : kind);
}
