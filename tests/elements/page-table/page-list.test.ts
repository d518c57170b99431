import { expect } from '@open-wc/testing';
import type { BreakdownReport } from '#contract/api.js';
import { isWhole, pageOf, type PageListQuery } from '#elements/page-table/page-list.js';
import { pageReport } from './page-report.js';

const report = pageReport([
  ['pages/b', { page_visits: 5, exits: 1 }],
  ['pages/a', { page_visits: 5, exits: null }],
  ['pages/Home', { page_visits: 9, exits: 0 }],
  [null, { page_visits: 1, exits: 7 }],
]);
const keys = (query: Partial<PageListQuery>, of: BreakdownReport = report): (string | null)[] =>
  pageOf(of, { order: '-page_visits', search: '', size: 10, index: 0, ...query }).rows.map(({ key }) => key);

describe('a list of pages that is here whole', () => {
  it('is told from one that is cut', () => {
    expect(isWhole(report)).to.equal(true);
    expect(isWhole({ ...report, row_count: 5 })).to.equal(false);
    expect(isWhole({ ...report, others: { row_count: 1, values: {}, shares: {} } })).to.equal(false);
  });

  it('is sorted either way, ties by path, missing values last', () => {
    expect(keys({})).to.deep.equal(['pages/Home', 'pages/a', 'pages/b', null]);
    expect(keys({ order: 'page_visits' })).to.deep.equal([null, 'pages/a', 'pages/b', 'pages/Home']);
    expect(keys({ order: '-exits' })).to.deep.equal([null, 'pages/b', 'pages/Home', 'pages/a']);
    expect(keys({ order: 'exits' })).to.deep.equal(['pages/Home', 'pages/b', null, 'pages/a']);
  });

  it('is searched in any part of a path, in any case', () => {
    expect(keys({ search: ' HOME ' })).to.deep.equal(['pages/Home']);
    expect(pageOf(report, { order: 'exits', search: 'pages/', size: 1, index: 0 }).row_count).to.equal(3);
  });

  it('is cut into pages', () => {
    expect(keys({ size: 3, index: 1 })).to.deep.equal([null]);
  });

  it('keeps its totals, and the report it was made from', () => {
    const before = structuredClone(report);
    expect(pageOf(report, { order: 'exits', search: 'a', size: 1, index: 0 }).totals).to.equal(report.totals);
    expect(report).to.deep.equal(before);
  });
});
