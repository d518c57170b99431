import { expect } from '@open-wc/testing';
import type { BreakdownQuery, BreakdownReport } from '#contract/api.js';
import { allRows } from '#elements/page-table/all-rows.js';
import { pageReport } from './page-report.js';

const query: BreakdownQuery = { dimension: 'page_path', metrics: ['page_visits'], limit: 2 };
const part = (keys: string[], next: string | null, count = 3): BreakdownReport =>
  pageReport(
    keys.map((key) => [key, { page_visits: 1 }] as const),
    { row_count: count, next_cursor: next, others: { row_count: 1, values: {}, shares: {} } },
  );

/** Answers in turn, and remembers the cursors. */
function answers(...parts: BreakdownReport[]) {
  const cursors: (string | undefined)[] = [];
  const ask = ({ cursor }: BreakdownQuery): Promise<BreakdownReport> => {
    cursors.push(cursor);
    const next = parts.shift();
    return next ? Promise.resolve(next) : Promise.reject(new Error('Asked too often'));
  };
  return { ask, cursors };
}

async function failure(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => (error as Error).message,
  );
}

describe('all rows of a list', () => {
  it('are read part by part', async () => {
    const { ask, cursors } = answers(part(['a', 'b'], 'two'), part(['c'], null));
    const report = await allRows(query, ask);
    expect(report.rows.map(({ key }) => key)).to.deep.equal(['a', 'b', 'c']);
    expect(report.others).to.equal(null);
    expect(cursors).to.deep.equal([undefined, 'two']);
  });

  it('are read anew where one stands in two parts, as the list moved on', async () => {
    const { ask, cursors } = answers(
      part(['a', 'b'], 'two'),
      part(['b'], null),
      part(['b', 'a'], 'two'),
      part(['c'], null),
    );
    expect((await allRows(query, ask)).rows.map(({ key }) => key)).to.deep.equal(['b', 'a', 'c']);
    expect(cursors).to.deep.equal([undefined, 'two', undefined, 'two']);
  });

  it('are refused where the list never holds still', async () => {
    const { ask } = answers(part(['a'], null), part(['a'], null), part(['a'], null));
    expect(await failure(allRows(query, ask))).to.equal('The list changed while it was read');
  });

  it('tell pages of two apps with one path apart', async () => {
    const both = part(['a', 'a'], null, 2);
    const rows = both.rows.map((row, index) => ({ ...row, app: `app-${index}` }));
    expect((await allRows(query, () => Promise.resolve({ ...both, rows }))).rows).to.have.length(2);
  });
});
