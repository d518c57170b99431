import type { BreakdownQuery, BreakdownReport, BreakdownRow } from '#contract/api.js';

/** Asks for one part of a list. */
export type AskPart = (query: BreakdownQuery) => Promise<BreakdownReport>;

/** So often a list is read that moves while it is read. */
const ATTEMPTS = 3;

/**
 * Every row of a list, part by part. Where the data moves on between two parts, a row could be missing or there twice;
 * then it is read anew, and in the end rejected: a file that looks whole and is not is worse than none.
 */
export async function allRows(query: BreakdownQuery, ask: AskPart): Promise<BreakdownReport> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { report, rows } = await read(query, ask);
    if (isSound(rows, report.row_count)) return { ...report, rows, others: null, next_cursor: null };
  }
  throw new Error('The list changed while it was read');
}

async function read(query: BreakdownQuery, ask: AskPart) {
  const report = await ask(query);
  const rows = [...report.rows];
  for (let cursor = report.next_cursor; cursor !== null;) {
    const part = await ask({ ...query, cursor });
    rows.push(...part.rows);
    cursor = part.next_cursor;
  }
  return { report, rows };
}

function isSound(rows: readonly BreakdownRow[], count: number): boolean {
  return rows.length === count && new Set(rows.map(({ app, key }) => JSON.stringify([app, key]))).size === count;
}
