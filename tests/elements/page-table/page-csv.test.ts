import { expect } from '@open-wc/testing';
import { pageCsv } from '#elements/page-table/page-csv.js';
import { pageReport } from './page-report.js';

const words = { page: 'Page', app: 'App', total: 'Total', column: (id: string) => `<${id}>` };

describe('a downloaded table of pages', () => {
  it('holds every row and the total, unrounded, missing values empty', () => {
    const report = pageReport(
      [
        ['pages/a', { page_visits: 2, exit_rate: 1 / 3 }],
        [null, { page_visits: 1, exit_rate: null }],
      ],
      { totals: { values: { page_visits: 3, exit_rate: 0.30839344 } } },
    );
    expect(pageCsv(report, ['page_visits', 'share', 'exit_rate'], words)).to.deep.equal([
      ['Page', '<page_visits>', '<share>', '<exit_rate>'],
      ['pages/a', 2, 2 / 3, 1 / 3],
      [null, 1, 1 / 3, null],
      ['Total', 3, 1, 0.30839344],
    ]);
  });

  it('names the app of each page where there are several', () => {
    const report = pageReport([['pages/a', { page_visits: 2 }]]);
    const rows = report.rows.map((row) => ({ ...row, app: 'tea' }));
    expect(pageCsv({ ...report, rows }, ['page_visits'], words)).to.deep.equal([
      ['Page', 'App', '<page_visits>'],
      ['pages/a', 'tea', 2],
      ['Total', null, 2],
    ]);
  });

  it('gives no share of nothing', () => {
    expect(pageCsv(pageReport([]), ['share'], words).at(-1)).to.deep.equal(['Total', null]);
  });
});
