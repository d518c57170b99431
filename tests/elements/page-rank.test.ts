import { expect, fixture, html } from '@open-wc/testing';
import { RequestError } from '#client/request-error.js';
import type { MaPageRank } from '#elements/page-rank/page-rank.element.js';
import '#elements/page-rank/page-rank.js';
import { sampleBreakdown, type SampleRow } from '../charts/sample-breakdown.js';
import { all, fileOf, isSettled, listClient, next, one, rowsOf, seen, settledIn, until } from './base/asked-list.js';
import { isAccessible } from './base/accessible.js';

const visits = (page_visits: number, before?: number): [SampleRow[1], SampleRow[2]] => [
  { page_visits },
  before === undefined ? undefined : { page_visits: before },
];
const pages: SampleRow[] = [
  ['pages/home/index', ...visits(331_723)],
  ['pages/menu/index', ...visits(266_997)],
  ['pages/cart/index', ...visits(115_968)],
];
const report = sampleBreakdown(pages, {
  others: { count: 223, values: { page_visits: 633_781 } },
  totals: { page_visits: 1_348_469 },
});

const rankOf = (answer = report, changes: Partial<MaPageRank> = {}, width = 640): Promise<MaPageRank> =>
  settledIn('ma-page-rank', { client: listClient({ breakdown: () => answer }).client, ...changes }, width);

describe('ma-page-rank', () => {
  it('asks for the most visited pages, as many as it shows', async () => {
    const { client, asked } = listClient({ breakdown: () => report });
    await settledIn('ma-page-rank', { client });
    expect(asked).to.eql([
      {
        scope: 'apps/lantern-tea',
        range: 'last_30_days',
        dimension: 'page_path',
        metrics: ['page_visits'],
        order: '-page_visits',
        limit: 6,
      },
    ]);
  });

  it('asks for entries, exits or shares, and for as many as it is told', async () => {
    for (const by of ['entries', 'exits', 'page_shares']) {
      const { client, asked } = listClient({ breakdown: () => report });
      await settledIn('ma-page-rank', { client, by, limit: 10 });
      expect(asked[0]).to.deep.include({ metrics: [by], order: `-${by}`, limit: 10 });
    }
  });

  it('takes words and numbers that mean nothing for the usual ones', async () => {
    const { client, asked } = listClient({ breakdown: () => report });
    const rank = await settledIn('ma-page-rank', { client, by: 'beauty', limit: -1 });
    expect(asked[0]).to.deep.include({ metrics: ['page_visits'], limit: 6 });
    rank.setAttribute('limit', 'many');
    await until(rank, isSettled(rank));
    rank.setAttribute('limit', '1000');
    await until(rank, () => asked.at(-1)?.['limit'] === 100);
  });

  it('shows each page with its number and its share of all', async () => {
    const rank = await rankOf();
    expect(seen(one(rank, 'h2'))).to.equal('Top visited pages');
    expect(all(rank, 'thead th').map(seen)).to.eql(['Page', 'Visits', 'Share']);
    expect(rowsOf(rank)).to.eql([
      'pages/home/index 331,723 24.6%',
      'pages/menu/index 266,997 19.8%',
      'pages/cart/index 115,968 8.6%',
    ]);
    expect(one(rank, 'table').getAttribute('aria-label')).to.equal('Top visited pages, 24 Oct – 22 Nov 2026');
    await isAccessible(rank);
  });

  it('is called after what it ranks, or as the host says', async () => {
    expect(seen(one(await rankOf(report, { by: 'entries' }), 'h2'))).to.equal('Top entry pages');
    expect(seen(one(await rankOf(report, { heading: 'Where people go' }), 'h2'))).to.equal('Where people go');
  });

  it('draws the first page whole and the others against it', async () => {
    const rank = await rankOf();
    const { width } = one(rank, '.bar-track').getBoundingClientRect();
    // A bar takes its motion's time to get there.
    await until(rank, () => {
      const [first, second] = all(rank, '.bar').map((bar) => bar.getBoundingClientRect().width / width);
      return first === 1 && Math.abs(second! - 266_997 / 331_723) < 0.01;
    });
  });

  it('compares with the first period that the scope names', async () => {
    const compared = sampleBreakdown([['pages/home/index', ...visits(150, 100)]]);
    const { client, asked } = listClient({ breakdown: () => compared });
    const rank = await settledIn('ma-page-rank', { client, compare: ['previous_period', 'last_week'] });
    expect(asked[0]?.['compare']).to.eql(['previous_period']);
    expect(rowsOf(rank)).to.eql(['pages/home/index 150 100.0% +50%']);
    const [change] = all(rank, 'tbody td:last-child [title]');
    expect(change!.title).to.match(/^24 Sept? – 23 Oct 2026: 100$/);
    expect(all(rank, '.bar-before')).to.have.length(1);
  });

  it('shows the change rather than the share where it is narrow', async () => {
    const compared = sampleBreakdown([['pages/home/index', ...visits(150, 100)]]);
    expect(rowsOf(await rankOf(compared, {}, 360))).to.eql(['pages/home/index 150 +50%']);
  });

  it('lets a page be chosen', async () => {
    const rank = await rankOf(report, { selectable: true });
    const chosen = next(rank, 'page-select');
    all(rank, 'button.path')[1]!.click();
    expect(await chosen).to.include({ page: 'pages/menu/index', app: undefined });
    expect(all(await rankOf(), 'button.path')).to.have.length(0);
  });

  it('names the app of each page where it is about several, and what was not set', async () => {
    const [row] = report.rows;
    const rows = [
      { ...row!, app: 'city-pass' },
      { ...row!, key: null, label: null },
    ];
    const rank = await rankOf({ ...report, rows }, { app: undefined, superapp: true });
    expect(rowsOf(rank)).to.eql(['pages/home/index city-pass 331,723 24.6%', 'Not set 331,723 24.6%']);
  });

  it('shows no more of what the host gives than it is told', async () => {
    const rank = await rankOf(report, { client: undefined, data: report, limit: 2 });
    expect(rowsOf(rank)).to.have.length(2);
  });

  it('gives a file with the others and the total, unrounded', async () => {
    const { name, lines } = await fileOf(await rankOf());
    expect(name).to.equal('top pages 2026-10-24 2026-11-22.csv');
    expect(lines.slice(0, 2)).to.eql(['Range,2026-10-24,2026-11-22', 'Time zone,Asia/Shanghai']);
    expect(lines.slice(lines.indexOf('') + 1)).to.eql([
      'Page,Page visits,Share of page visits',
      `pages/home/index,331723,${331_723 / 1_348_469}`,
      `pages/menu/index,266997,${266_997 / 1_348_469}`,
      `pages/cart/index,115968,${115_968 / 1_348_469}`,
      `223 other pages,633781,${633_781 / 1_348_469}`,
      'Total,1348469,1',
      '',
    ]);
  });

  it('speaks Chinese and Arabic', async () => {
    expect(all(await rankOf(report, { locale: 'zh-CN' }), 'h2, thead th').map(seen)).to.eql([
      '热门访问页面',
      '页面',
      '访问次数',
      '占比',
    ]);
    const arabic = await rankOf(report, { locale: 'ar' });
    expect(seen(one(arabic, 'h2'))).to.equal('الصفحات الأكثر زيارة');
    expect(one(arabic, '.frame').dir).to.equal('rtl');
  });
});

describe('the states of a page rank', () => {
  const failing = (kind: RequestError['kind']) =>
    listClient({ breakdown: () => Promise.reject(new RequestError(kind, kind)) }).client;

  it('all have one height', async () => {
    const { height } = one(await rankOf(), '.frame').getBoundingClientRect();
    for (const [name, client] of Object.entries({
      empty: listClient({ breakdown: () => ({ ...report, rows: [] }) }).client,
      failed: failing('http'),
      forbidden: failing('forbidden'),
    })) {
      const rank = await settledIn('ma-page-rank', { client });
      await until(rank, () => all(rank, '.message').length === 1);
      expect(one(rank, '.frame').getBoundingClientRect().height, name).to.equal(height);
    }
    const waiting = await fixture<MaPageRank>(html`
      <ma-page-rank app="a" locale="en" .client=${listClient({ breakdown: () => new Promise(() => undefined) }).client}>
      </ma-page-rank>
    `);
    await until(waiting, () => all(waiting, '.bar-bones tr').length === 6);
    expect(one(waiting, '.frame').getBoundingClientRect().height).to.equal(height);
    expect(one(waiting, '.frame').getAttribute('aria-busy')).to.equal('true');
  });

  it('say what is the matter in words about pages', async () => {
    const empty = await rankOf({ ...report, rows: [] });
    expect(seen(one(empty, '.message .title'))).to.equal('No page was visited');
    const forbidden = await settledIn('ma-page-rank', { client: failing('forbidden') });
    expect(seen(one(forbidden, '.message .title'))).to.equal('You may not see pages');
  });

  it('are told to the host once, and a retry asks again', async () => {
    let isDown = true;
    const { client } = listClient({
      breakdown: () => (isDown ? Promise.reject(new RequestError('http', 'Down')) : report),
    });
    const rank = await settledIn('ma-page-rank', { client });
    await until(rank, () => all(rank, '.message button').length === 1);
    expect(one(rank, '.message').getAttribute('role')).to.equal('alert');
    isDown = false;
    one(rank, '.message button').click();
    await until(rank, () => rowsOf(rank).length === 3 && all(rank, '.bar-bones').length === 0);
  });

  it('keep no page of another app', async () => {
    const { client } = listClient({ breakdown: () => report });
    const rank = await settledIn('ma-page-rank', { client });
    rank.app = 'other';
    rank.client = listClient({ breakdown: () => new Promise(() => undefined) }).client;
    await rank.updateComplete;
    expect(rowsOf(rank).join('')).to.equal('');
    expect(all(rank, '.bar-bones tr')).to.have.length(6);
  });
});
