import { expect } from '@open-wc/testing';
import { RequestError } from '#client/request-error.js';
import type { MaSourceChart } from '#elements/source-chart/source-chart.element.js';
import '#elements/source-chart/source-chart.js';
import { sampleBreakdown, type SampleRow } from '../charts/sample-breakdown.js';
import { all, fileOf, isSettled, listClient, next, one, rowsOf, seen, settledIn, until } from './base/asked-list.js';
import { isAccessible } from './base/accessible.js';

const counts = (opens: number, active_users: number) => ({ opens, active_users });
const sources: SampleRow[] = [
  ['2', counts(90_657, 40_000), undefined, 'Search'],
  ['1', counts(70_280, 50_000), undefined, 'Mini program history list'],
  ['campaign-7', counts(50_735, 20_000)],
  [null, counts(9, 9)],
];
const report = sampleBreakdown(sources, {
  others: { count: 9, values: counts(20_793, 11_000) },
  totals: counts(415_859, 100_000),
});
const chartOf = (answer = report, changes: Partial<MaSourceChart> = {}, width = 460): Promise<MaSourceChart> =>
  settledIn('ma-source-chart', { client: listClient({ breakdown: () => answer }).client, ...changes }, width);
const heads = (chart: MaSourceChart): string[] =>
  all(chart, 'thead th')
    .filter(({ offsetWidth }) => offsetWidth > 0)
    .map(seen);

describe('ma-source-chart', () => {
  it('asks for the first twelve sources with their opens and users', async () => {
    const { client, asked } = listClient({ breakdown: () => report });
    await settledIn('ma-source-chart', { client, compareStart: '2026-06-01', compareEnd: '2026-06-30' });
    expect(asked).to.eql([
      {
        scope: 'apps/lantern-tea',
        range: 'last_30_days',
        compare_start: '2026-06-01',
        compare_end: '2026-06-30',
        dimension: 'source',
        metrics: ['opens', 'active_users'],
        order: '-opens',
        limit: 12,
      },
    ]);
  });

  it('shows each source, the exact others with how many they are, and the total', async () => {
    const chart = await chartOf();
    expect(heads(chart)).to.eql(['Source', 'Opens', 'Share']);
    expect(rowsOf(chart)).to.eql([
      'Search 90,657 21.8%',
      'Mini program history list 70,280 16.9%',
      'campaign-7 50,735 12.2%',
      'Not set 9 0.0%',
      'Others (9 sources) 20,793 5.0%',
      'Total 415,859 100.0%',
    ]);
    expect(seen(one(chart, '.context'))).to.equal('Opens by how people came in');
    await isAccessible(chart);
  });

  it('shows the other metric too where there is room, and labels its shares “of users”', async () => {
    const chart = await chartOf(report, {}, 800);
    expect(heads(chart)).to.eql(['Source', 'Opens', 'Share', 'Users', 'Of users']);
    expect(rowsOf(chart)[0]).to.equal('Search 90,657 21.8% 40,000 40.0%');
    expect(all(chart, 'thead th')[4]!.title).to.match(/^Share of all users\. .* more than 100%\.$/);
  });

  it('names sources in the language of the scope, by the dictionary of the back end', async () => {
    const chinese = await chartOf(report, { locale: 'zh-CN' });
    expect(rowsOf(chinese).map((row) => row.split(' ')[0])).to.eql([
      '搜索',
      '小程序历史列表',
      'campaign-7',
      '未设置',
      '其余',
      '合计',
    ]);
    expect(rowsOf(await chartOf(report, { locale: 'ar' }))[0]).to.match(/^البحث /);
  });

  it('names them by the built-in dictionary where the host gives the answer', async () => {
    const strange: SampleRow = ['1', counts(1, 1), undefined, 'Somebody’s own source 1'];
    const given = sampleBreakdown([sources[0]!, strange]);
    const chart = await chartOf(report, { client: undefined, data: given, locale: 'zh-CN' });
    await until(chart, () => rowsOf(chart)[0]!.startsWith('搜索'));
    expect(rowsOf(chart)[1]).to.match(/^Somebody’s own source 1 /);
  });

  it('says which unknown scenes are in “other”', async () => {
    const other = sampleBreakdown([['10', counts(3, 3), undefined, 'Other']]);
    const rows = [{ ...other.rows[0]!, scenes: [1999, 2001] }];
    expect(one(await chartOf({ ...other, rows }), 'tbody [title^=Scenes]').title).to.equal('Scenes 1999, 2001');
  });

  it('compares each row, the others and the total', async () => {
    const compared = sampleBreakdown([['2', counts(150, 10), counts(100, 10), 'Search']], {
      others: { count: 3, values: counts(50, 5), before: counts(100, 5) },
    });
    const chart = await chartOf(compared, { compare: ['previous_period'] });
    expect(rowsOf(chart)).to.eql(['Search 150 +50%', 'Others (3 sources) 50 −50%', 'Total 200 +100%']);
    expect(seen(one(chart, '.context'))).to.match(/^Opens by how people came in · against 24 Sept? – 23 Oct 2026$/);
    expect(all(chart, '.bar-before')).to.have.length(2);
  });

  it('lets a source be chosen, but not the others', async () => {
    const chart = await chartOf(report, { selectable: true });
    expect(all(chart, 'button.path')).to.have.length(4);
    const chosen = next(chart, 'source-select');
    all(chart, 'button.path')[2]!.click();
    expect((await chosen).source).to.equal('campaign-7');
  });
});

describe('the display of a source chart', () => {
  const open = async (chart: MaSourceChart): Promise<void> => {
    one(chart, '.display').click();
    await until(chart, () => all(chart, '.chooser:popover-open').length === 1);
  };
  const option = (chart: MaSourceChart, label: string): HTMLElement =>
    all(chart, '.option')
      .find((found) => seen(found) === label)!
      .querySelector('input')!;

  it('switches the metric that is drawn, and asks for its first sources', async () => {
    const { client, asked } = listClient({ breakdown: () => report });
    const chart = await settledIn('ma-source-chart', { client }, 460);
    const changed = next(chart, 'display-change');
    all(chart, '.segments button')[1]!.click();
    expect(await changed).to.include({ metric: 'active_users', figures: 'both', limit: 12 });
    await until(chart, () => asked.length === 2 && isSettled(chart)());
    expect(asked[1]).to.deep.include({ order: '-active_users', metrics: ['opens', 'active_users'] });
    expect(heads(chart)).to.eql(['Source', 'Users', 'Of users']);
    expect(seen(one(chart, '.context'))).to.contain('may come by several');
    expect(all(chart, '.segments button').map((button) => button.getAttribute('aria-pressed'))).to.eql([
      'false',
      'true',
    ]);
  });

  it('chooses counts, shares or both', async () => {
    const chart = await chartOf();
    await open(chart);
    const changed = next(chart, 'display-change');
    option(chart, 'Share').click();
    expect((await changed).figures).to.equal('share');
    await chart.updateComplete;
    expect(heads(chart)).to.eql(['Source', 'Share']);
    chart.figures = 'count';
    await chart.updateComplete;
    expect(heads(chart)).to.eql(['Source', 'Opens']);
    await isAccessible(chart);
  });

  it('chooses how many', async () => {
    const { client, asked } = listClient({ breakdown: () => report });
    const chart = await settledIn('ma-source-chart', { client }, 460);
    await open(chart);
    option(chart, '20').click();
    await until(chart, () => asked.at(-1)?.['limit'] === 20);
    expect(chart.limit).to.equal(20);
  });

  it('sorts data that is whole, and leaves the order of any other', async () => {
    const whole = sampleBreakdown([sources[0]!, sources[1]!]);
    const first = async (data: typeof report) =>
      rowsOf(await chartOf(report, { client: undefined, data, metric: 'active_users' }))[0]!;
    expect(await first(whole)).to.match(/^Mini program/);
    expect(await first(report)).to.match(/^Search/);
  });

  it('can be left out, and words that mean nothing are the usual ones', async () => {
    const { client, asked } = listClient({ breakdown: () => report });
    const changes = { noDisplay: true, metrics: ['beauty'], metric: 'truth', figures: 'none', limit: 0 };
    const chart = await settledIn('ma-source-chart', { client, ...changes }, 460);
    expect(all(chart, '.switches')).to.have.length(0);
    expect(asked[0]).to.deep.include({ metrics: ['opens', 'active_users'], order: '-opens', limit: 12 });
    expect(heads(chart)).to.eql(['Source', 'Opens', 'Share']);
  });
});

describe('the file of a source chart', () => {
  it('holds every source, unrounded, by name and key', async () => {
    const { client, asked } = listClient({
      breakdown: ({ limit }) =>
        limit === 12 ? report : sampleBreakdown(sources, { totals: counts(415_859, 100_000) }),
    });
    const { name, lines } = await fileOf(await settledIn('ma-source-chart', { client }));
    expect(name).to.equal('sources 2026-10-24 2026-11-22.csv');
    expect(asked[1]).to.deep.include({ order: '-opens', limit: (await client.catalog()).limits.max_rows });
    expect(lines.slice(lines.indexOf('') + 1, -1)).to.eql([
      'Source,Key,Opens,Share of opens,Active users,Share of active users',
      `Search,2,90657,${90_657 / 415_859},40000,0.4`,
      `Mini program history list,1,70280,${70_280 / 415_859},50000,0.5`,
      `campaign-7,campaign-7,50735,${50_735 / 415_859},20000,0.2`,
      `Not set,,9,${9 / 415_859},9,0.00009`,
      'Total,,415859,1,100000,1',
    ]);
  });

  it('that cannot be made is said, and an event', async () => {
    let isDown = false;
    const { client } = listClient({
      breakdown: () => (isDown ? Promise.reject(new RequestError('network', 'Down')) : report),
    });
    const chart = await settledIn('ma-source-chart', { client });
    isDown = true;
    const failed = next(chart, 'report-error');
    one(chart, '[aria-label="Download CSV"]').click();
    expect((await failed).error).to.include({ kind: 'network' });
    await chart.updateComplete;
    expect(seen(one(chart, '.lost'))).to.equal('The file could not be made.');
  });
});

describe('the states of a source chart', () => {
  it('have the height of the list, and words about sources', async () => {
    const { height } = one(await chartOf(), '.frame').getBoundingClientRect();
    const empty = await chartOf({ ...report, rows: [], others: null });
    expect(seen(one(empty, '.message .title'))).to.equal('Nobody came in this range');
    expect(one(empty, '.frame').getBoundingClientRect().height).to.equal(height);
    const forbidden = listClient({ breakdown: () => Promise.reject(new RequestError('forbidden', 'No')) }).client;
    const chart = await settledIn('ma-source-chart', { client: forbidden }, 460);
    await until(chart, () => all(chart, '.message .title').length === 1);
    expect(seen(one(chart, '.message .title'))).to.equal('You may not see sources');
    expect(one(chart, '.frame').getBoundingClientRect().height).to.equal(height);
    await isAccessible(chart);
  });
});
