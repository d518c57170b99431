import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { catalogOf } from '#contract/catalog.js';
import { RequestError } from '#client/request-error.js';
import type { MaDetailTable } from '#elements/detail-table/detail-table.element.js';
import { days, meta, summaryOf, trendClient, trendOf } from '../trend-chart/trend-back-end.js';
import { isAccessible } from '../base/accessible.js';
import { root, all, one, seen, text, rows, until, isSettled, tableOf, head, manyHours } from './stage.js';

describe('ma-detail-table', () => {
  it('asks for a trend and for the whole range, of any metrics', async () => {
    const { client, asked } = trendClient();
    await tableOf(client, { granularity: 'day' });
    expect(asked.map(({ report, scope }) => `${scope} ${report}`)).to.deep.equal([
      'apps/lantern-tea trend',
      'apps/lantern-tea summary',
    ]);
    expect(asked[0]?.query).to.deep.equal({
      range: 'last_7_days',
      metrics: ['opens', 'visits'],
      granularity: 'day',
    });
  });

  it('leaves the length of a bucket to the back end: one day by the hour, more by the day', async () => {
    const { client, asked } = trendClient();
    await tableOf(client, { range: 'yesterday' });
    expect(asked[0]?.query).not.to.have.property('granularity');
  });

  it('has one row a bucket, the newest first, and says which one is still running', async () => {
    const table = await tableOf(trendClient().client);
    expect(rows(table)).to.deep.equal([
      'Sun 22 Nov so far, to 13:30 7,112 20,000',
      'Sat 21 Nov 16,216 53,719',
      'Fri 20 Nov 14,700 47,000',
      'Thu 19 Nov 12,800 42,000',
      'Wed 18 Nov 13,000 41,000',
      'Tue 17 Nov 12,400 40,000',
    ]);
  });

  it('marks buckets that have not begun and those that the range cuts', async () => {
    const buckets = days('2026-11-17', 6, { 0: 'clipped', 5: 'future' });
    const table = await tableOf(
      trendClient({
        trend: (query) => trendOf(query, { buckets, series: [{ metric: 'opens', values: [1, 2, 3, 4, 5, null] }] }),
      }).client,
    );
    expect(rows(table)[0]).to.equal('Sun 22 Nov not begun –');
    expect(rows(table).at(-1)).to.equal('Tue 17 Nov cut by the range 1');
  });

  it('names the hours of one day by their time', async () => {
    const report = manyHours(24);
    report.meta.range = { start: '2026-11-01', end: '2026-11-01' };
    const table = await tableOf(trendClient({ trend: () => report }).client);
    expect(rows(table).slice(0, 2)).to.deep.equal(['00:00 0', '01:00 1']);
  });

  it('takes the last row from the report over the range: users are counted once', async () => {
    const { client } = trendClient({
      trend: (query) => trendOf({ ...query, metrics: ['active_users'] }),
      summary: () => summaryOf({ metrics: ['active_users'] }),
    });
    const table = await tableOf(client, { metrics: ['active_users'] });
    expect(rows(table).map((row) => row.split(' ').at(-1))).to.deep.equal(['6', '5', '4', '3', '2', '1']);
    expect(seen(one(table, '.total'))).to.equal('Whole range 415,859');
    expect(one(table, '.total th').title).to.contain('users count once');
  });

  it('has a dash where the whole range has no value', async () => {
    const { client } = trendClient({
      summary: ({ metrics }) => ({
        meta,
        metrics: metrics.map((metric) => ({ metric, value: null, comparisons: [] })),
      }),
    });
    expect(seen(one(await tableOf(client), '.total'))).to.equal('Whole range –  –');
  });

  it('stands without the last row where the back end gave none', async () => {
    const { client } = trendClient({ summary: () => Promise.reject(new RequestError('http', 'Down')) });
    const table = await tableOf(client);
    expect(rows(table)).to.have.length(6);
    expect(root(table).querySelector('.total')).to.equal(null);
  });

  it('compares: the value before and the change, which an unfinished bucket has not', async () => {
    const table = await tableOf(trendClient().client, { metrics: ['opens'], compare: ['previous_period'] });
    expect(all(table, 'thead th').map(text)).to.deep.equal([
      'Time',
      'Opens',
      'Opens, beforebefore',
      'Opens, changechange',
    ]);
    expect(rows(table).slice(0, 2)).to.deep.equal([
      'Sun 22 Nov so far, to 13:30 7,112 3,556 –',
      'Sat 21 Nov 16,216 8,108 +100%',
    ]);
    expect(seen(one(table, '.total'))).to.equal('Whole range 415,859 380,466 +9%');
    expect(seen(one(table, '.context'))).to.match(/against 11 – 16 Nov 2026$/);
  });

  it('calls comparisons by their full names where they are read aloud', async () => {
    const table = await tableOf(trendClient().client, { metrics: ['opens'], compare: ['previous_period'] });
    expect(text(head(table, 'Opens, before').querySelector('.hidden-text')!)).to.equal('Opens, before');
    expect(text(head(table, 'Opens, change').querySelector('.hidden-text')!)).to.equal('Opens, change');
  });

  it('asks again without the metrics that the back end does not list, where it refuses them all', async () => {
    const catalog = catalogOf({ reports: ['summary', 'trend'] });
    const { client, asked } = trendClient({
      catalog: { ...catalog, metrics: catalog.metrics.filter(({ id }) => id !== 'visits') },
      trend: (query) => {
        if (query.metrics.includes('visits')) throw new RequestError('problem', 'No visits here');
        return trendOf(query);
      },
    });
    const table = await tableOf(client);
    expect(asked.at(-1)?.query.metrics).to.deep.equal(['opens']);
    expect(all(table, 'thead th').map(seen)).to.deep.equal(['Time', 'Opens']);
  });

  it('draws a bar at the first metric, whole at the largest, none at zero', async () => {
    const series = [{ metric: 'opens', values: [400, 100, 0, 0, 0, null] }];
    const table = await tableOf(trendClient({ trend: (query) => trendOf(query, { series }) }).client);
    const widths = all(table, '.bar').map((bar) => bar.getBoundingClientRect().width);
    expect(widths).to.have.length(2);
    expect(widths[1]! / widths[0]!).to.be.closeTo(4, 0.05);
  });
});

describe('a table of details from data alone', () => {
  it('shows and sorts what it was given, and asks nobody', async () => {
    const data = trendOf({ metrics: ['opens', 'visits'], compare: ['previous_period'] });
    fixtureCleanup();
    const table = await fixture<MaDetailTable>(
      html`<ma-detail-table .data=${data} .summary=${summaryOf({ metrics: ['opens'] })}></ma-detail-table>`,
    );
    await until(table, isSettled(table));
    expect(rows(table)).to.have.length(6);
    expect(seen(one(table, '.total'))).to.contain('Whole range 415,859');
    one(table, '.choose').click();
    await until(table, () => root(table).querySelector('.option') !== null);
    expect(all(table, '.option').map(text)).to.deep.equal(['Opens', 'Visits']);
  });

  it('makes an error of data that it cannot read', async () => {
    fixtureCleanup();
    const table = await fixture<MaDetailTable>(html`<ma-detail-table .data=${{ nonsense: true }}></ma-detail-table>`);
    await until(table, () => root(table).querySelector('.message .title')?.textContent !== '');
    expect(text(one(table, '.message .title'))).to.equal('The details could not load');
  });
});

describe('a narrow table of details', () => {
  it('turns rows into labelled ones, three numbers a line', async () => {
    const table = await tableOf(trendClient().client, { metrics: ['opens'], compare: ['previous_period'] }, 360);
    expect(rows(table)[1]).to.equal('Sat 21 Nov Opens 16,216 before 8,108 change +100%');
    const tops = all(table, 'tbody tr:nth-child(2) td').map((td) => Math.round(td.getBoundingClientRect().bottom));
    expect(new Set(tops).size).to.equal(1);
    expect(one(table, '.list').scrollWidth).to.equal(one(table, '.list').clientWidth);
  });
});

describe('a table of details in other languages', () => {
  it('speaks Chinese', async () => {
    const table = await tableOf(trendClient().client, { locale: 'zh-CN' });
    expect(text(one(table, 'h2'))).to.equal('明细数据');
    expect(text(one(table, '.total th'))).to.equal('整个时段');
  });

  it('runs from right to left in Arabic, digits under digits', async () => {
    const table = await tableOf(trendClient().client, { locale: 'ar', compare: ['previous_period'] });
    const [first, second] = all(table, 'thead th');
    expect(first!.getBoundingClientRect().left).to.be.greaterThan(second!.getBoundingClientRect().left);
    const ends = all(table, 'td.main .value').map((value) => Math.round(value.getBoundingClientRect().right));
    expect(new Set(ends).size).to.equal(1);
    await isAccessible(table);
  });
});
