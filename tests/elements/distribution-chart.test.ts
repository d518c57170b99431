import { expect } from '@open-wc/testing';
import type { DistributionReport } from '#contract/api.js';
import { RequestError } from '#client/request-error.js';
import type { MaDistributionChart } from '#elements/distribution-chart/distribution-chart.element.js';
import '#elements/distribution-chart/distribution-chart.js';
import { sampleBreakdown } from '../charts/sample-breakdown.js';
import { all, fileOf, listClient, one, rowsOf, seen, settledIn, until } from './base/asked-list.js';
import { isAccessible } from './base/accessible.js';

const { meta } = sampleBreakdown([]);
const bucket = (from: number, to: number | null, count: number) => ({ from, to, count, share: count / 415_859 });
const depth: DistributionReport = {
  ...{ meta, of: 'visit_depth', total: 415_859 },
  buckets: [bucket(1, 1, 139_729), bucket(2, 5, 238_287), bucket(6, 10, 29_526), bucket(11, null, 8_317)],
};
const systems = sampleBreakdown([
  ['Android', { opens: 60, active_users: 6 }],
  ['iOS', { opens: 30, active_users: 6 }],
  [null, { opens: 10, active_users: 1 }],
]);

const chartOf = (changes: Partial<MaDistributionChart> = {}, answer = depth, width = 600) =>
  settledIn(
    'ma-distribution-chart',
    {
      client: listClient({ distribution: () => answer, breakdown: () => systems }).client,
      of: 'visit_depth',
      ...changes,
    },
    width,
  );
const columnsOf = (chart: MaDistributionChart): string[] => all(chart, '.column').map(seen);

describe('ma-distribution-chart', () => {
  it('asks for classes, or for the values of a dimension', async () => {
    const { client, asked } = listClient({ distribution: () => depth, breakdown: () => systems });
    await settledIn('ma-distribution-chart', { client, compare: ['previous_period', 'last_week'] });
    await settledIn('ma-distribution-chart', { client, of: 'os_name', metric: 'active_users', limit: 5 });
    await settledIn('ma-distribution-chart', { client, of: 'source', layout: 'doughnut' });
    const common = { scope: 'apps/lantern-tea', range: 'last_30_days' };
    expect(asked).to.eql([
      { ...common, of: 'visit_duration', compare: ['previous_period'] },
      { ...common, dimension: 'os_name', metrics: ['active_users'], order: '-active_users', limit: 5 },
      { ...common, dimension: 'source', metrics: ['opens'], order: '-opens', limit: 4 },
    ]);
  });

  it('writes shares above, classes and counts below, and the total in its head', async () => {
    const chart = await chartOf();
    expect(seen(one(chart, 'h2'))).to.equal('Visit depth');
    expect(seen(one(chart, '.sum'))).to.equal('415,859 opens');
    expect(columnsOf(chart)).to.eql(['33.6% 1 139,729', '57.3% 2–5 238,287', '7.1% 6–10 29,526', '2.0% > 10 8,317']);
    await isAccessible(chart);
  });

  it('draws each column as high as its count', async () => {
    const chart = await chartOf();
    const heights = (): number[] => all(chart, '.ink').map((ink) => ink.getBoundingClientRect().height);
    // A column takes its motion's time to get there.
    await until(chart, () => Math.abs(heights()[0]! / heights()[1]! - 139_729 / 238_287) < 0.01);
    expect(heights()[1]).to.be.closeTo(180, 1);
  });

  it('says the same as a table: to assistive technology always, to all on a click', async () => {
    const chart = await chartOf();
    expect(one(chart, '.columns').getAttribute('aria-hidden')).to.equal('true');
    expect(
      all(chart, '.hidden-text tbody tr').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())[1],
    ).to.equal('2–5 238,287 57.3%');
    const { height } = one(chart, '.frame').getBoundingClientRect();
    one(chart, '[aria-label="Show as table"]').click();
    await chart.updateComplete;
    expect(rowsOf(chart)).to.eql([
      '1 139,729 33.6%',
      '2–5 238,287 57.3%',
      '6–10 29,526 7.1%',
      '> 10 8,317 2.0%',
      'Total 415,859 100.0%',
    ]);
    expect(all(chart, '.column')).to.have.length(0);
    expect(one(chart, '.frame').getBoundingClientRect().height).to.equal(height);
    await isAccessible(chart);
    one(chart, '[aria-label="Show as chart"]').click();
    await chart.updateComplete;
    expect(all(chart, '.column')).to.have.length(4);
  });

  it('compares: a dashed line at each column, and the change below', async () => {
    const range = { start: '2026-09-24', end: '2026-10-23' };
    const kind = 'previous_period' as const;
    const buckets = depth.buckets.map((one) => ({
      ...one,
      comparisons: [{ kind, range, values: { count: one.count! / 2 }, growth: { count: 1 } }],
    }));
    const chart = await chartOf({ compare: [kind] }, { ...depth, buckets });
    expect(columnsOf(chart)[0]).to.equal('33.6% 1 139,729 +100%');
    expect(all(chart, '.was')).to.have.length(4);
  });

  it('counts users by how often they come; their shares add up', async () => {
    const chart = await chartOf({ view: 'table', of: 'opens_per_user' }, { ...depth, of: 'opens_per_user' });
    expect(seen(one(chart, '.sum'))).to.equal('415,859 active users');
    const head = all(chart, 'thead th')[2]!;
    expect([seen(head), head.title]).to.eql(['Of users', 'Share of active users']);
  });

  it('draws the values of a dimension as rows', async () => {
    const chart = await chartOf({ of: 'os_name' });
    expect(seen(one(chart, 'h2'))).to.equal('Operating system');
    expect(seen(one(chart, '.context'))).to.equal('Opens by operating system');
    expect(rowsOf(chart)).to.eql(['Android 60 60.0%', 'iOS 30 30.0%', 'Not set 10 10.0%', 'Total 100 100.0%']);
    expect(all(chart, '[aria-label="Show as table"]')).to.have.length(0);
  });

  it('draws a ring on request, of few parts that make a whole', async () => {
    const chart = await chartOf({ of: 'os_name', layout: 'doughnut' });
    await until(chart, () => all(chart, '.ring path').length === 3);
    expect(rowsOf(chart)[0]).to.equal('Android 60 60.0%');
    await isAccessible(chart);
    const classes = await chartOf({ layout: 'doughnut' });
    await until(classes, () => all(classes, '.ring').length === 1);
  });

  it('draws no ring where shares do not make a whole', async () => {
    const shares = systems.rows.map((row) => ({ ...row, shares: { opens: 0.6 } }));
    const chart = await chartOf({
      of: 'os_name',
      layout: 'doughnut',
      client: undefined,
      data: { ...systems, rows: shares },
    });
    expect(all(chart, '.ring')).to.have.length(0);
    expect(rowsOf(chart)).to.have.length(4);
  });

  it('gives a file of the classes, unrounded', async () => {
    const { name, lines } = await fileOf(await chartOf());
    expect(name).to.equal('Visit depth 2026-10-24 2026-11-22.csv');
    expect(lines.slice(lines.indexOf('') + 1, -1)).to.eql([
      'Pages,Opens,Share of opens',
      `1,139729,${139_729 / 415_859}`,
      `2–5,238287,${238_287 / 415_859}`,
      `6–10,29526,${29_526 / 415_859}`,
      `> 10,8317,${8_317 / 415_859}`,
      'Total,415859,1',
    ]);
  });

  it('speaks Chinese and Arabic, classes from the right', async () => {
    expect(seen(one(await chartOf({ locale: 'zh-CN' }), 'h2'))).to.equal('访问深度分布');
    const arabic = await chartOf({ locale: 'ar' });
    const [first, second] = all(arabic, '.column').map((column) => column.getBoundingClientRect().left);
    expect(first).to.be.greaterThan(second!);
  });

  it('has one height in every state', async () => {
    const { height } = one(await chartOf(), '.frame').getBoundingClientRect();
    const failing = listClient({ distribution: () => Promise.reject(new RequestError('http', 'Down')) }).client;
    const failed = await chartOf({ client: failing });
    await until(failed, () => all(failed, '.message button').length === 1);
    expect(one(failed, '.frame').getBoundingClientRect().height).to.equal(height);
    const empty = await chartOf({}, { ...depth, buckets: [], total: 0 });
    await until(empty, () => all(empty, '.message .title').length === 1);
    expect(seen(one(empty, '.message .title'))).to.equal('No opens in this range');
    expect(one(empty, '.frame').getBoundingClientRect().height).to.equal(height);
  });
});
