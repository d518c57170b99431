import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BreakdownQuery, BreakdownReport, Filter, TrendQuery, TrendReport } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import type { Client } from '#client/client.js';
import { RequestError } from '#client/request-error.js';
import type { PageSelectEvent } from '#elements/page-table/events.js';
import type { MaPageTable } from '#elements/page-table/page-table.element.js';
import '#elements/page-table/page-table.js';
import { until } from '../base/until.js';
import { now, trendOf } from '../trend-chart/trend-back-end.js';
import { listOf, pageClient } from './page-back-end.js';
import { pageReport } from './page-report.js';
import { isAccessible } from '../base/accessible.js';
import { all, one } from '../base/parts.js';

type Asked = (TrendQuery | BreakdownQuery) & { scope: string; refresh: boolean };
type Answer<Query, Report> = (query: Query) => Report | Promise<Report>;

const values = { page_visits: 60, exits: 20, exit_rate: 1 / 3 };
const others = { row_count: 3, values: { page_visits: 30, exits: 3, exit_rate: 0.1 }, shares: {} };
const sourcesOf = (): BreakdownReport =>
  pageReport(
    [
      ['4', values],
      ['1', { page_visits: 10, exits: 1, exit_rate: 0.1 }],
    ],
    { others, totals: { values: { page_visits: 100, exits: 24, exit_rate: 0.24 } } },
  );

/** A back end of five pages, and what it was asked of single ones. */
function backEnd(
  sources: Answer<BreakdownQuery, BreakdownReport> = sourcesOf,
  trend: Answer<TrendQuery, TrendReport> = trendOf,
) {
  const { client: pages, asked: ofPages } = pageClient(listOf(5), catalogOf({ reports: ['trend', 'breakdown'] }));
  const asked: Asked[] = [];
  const client = {
    catalog: () => pages.catalog(),
    trend: async (scope: string, query: TrendQuery, { refresh = false } = {}) => {
      asked.push({ ...query, scope, refresh });
      return Promise.resolve(trend(query));
    },
    breakdown: async (scope: 'superapp', query: BreakdownQuery, options = {}) => {
      if (query.dimension === 'page_path') return pages.breakdown(scope, query, options);
      asked.push({ ...query, scope, refresh: (options as { refresh?: boolean }).refresh ?? false });
      return Promise.resolve(sources(query));
    },
  } as unknown as Client;
  return { client, asked, ofPages };
}

const button = (table: MaPageTable, index: number): HTMLElement => all(table, 'button.path')[index]!;
const seen = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').trim();
const isThere = (table: MaPageTable) => (): boolean => all(table, '.about .bars tbody:not(.bar-bones)').length > 0;

async function tableOf(client: Client, changes: Partial<MaPageTable> = {}, width = 1200): Promise<MaPageTable> {
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const table = document.createElement('ma-page-table');
  const usual = { app: 'lantern-tea', range: 'last_7_days', locale: 'en', selectable: true };
  Object.assign(table, { ...usual, client, now }, changes);
  box.append(table);
  await until(() => all(table, '.frame[aria-busy=false] tbody:not(.skeleton) tr').length > 0);
  return table;
}

async function opened(client: Client, index = 1, changes: Partial<MaPageTable> = {}, width = 1200) {
  const table = await tableOf(client, changes, width);
  button(table, index).click();
  await until(isThere(table));
  return table;
}

describe('a page that is chosen in a table', () => {
  it('opens below its row: where its visits come from, and how many of them ended there', async () => {
    const table = await opened(backEnd().client);
    expect(one(table, 'tr.detail').previousElementSibling).to.equal(button(table, 1).closest('tr'));
    expect(all(table, '.about .bars tbody tr').map(seen)).to.deep.equal([
      'Scan QR code 60 20 33.33%',
      'Mini program history list 10 1 10.00%',
      '3 other sources 30 3 10.00%',
      'Total 100 24 24.00%',
    ]);
    expect(one(table, '.about').getAttribute('aria-label')).to.equal('About pages/p1');
  });

  it('shows its visits and exits by day', async () => {
    const table = await opened(backEnd().client);
    await until(() => all(table, '.about canvas').length === 1);
    expect(one(table, '.about .field').getAttribute('aria-label')).to.match(/^Visits and exits/);
  });

  it('is asked about in the range and with the filters of the table', async () => {
    const { client, asked } = backEnd();
    const own: Filter = { field: 'os', operator: 'eq', values: ['ios'] };
    await opened(client, 1, { filters: [own] });
    const filters = [own, { field: 'page_path', operator: 'eq', values: ['pages/p1'] }];
    const common = { scope: 'apps/lantern-tea', range: 'last_7_days', filters, refresh: false };
    expect(asked).to.deep.equal([
      { ...common, metrics: ['page_visits', 'exits'] },
      {
        ...common,
        metrics: ['page_visits', 'exits', 'exit_rate'],
        dimension: 'source',
        order: '-page_visits',
        limit: 5,
      },
    ]);
  });

  it('is asked about again with another range and on a refresh, and not when the table is sorted', async () => {
    const { client, asked, ofPages } = backEnd();
    const table = await opened(client);
    const settled = (count: number) => (): boolean =>
      ofPages.length === count && all(table, '[aria-busy=true]').length === 0;
    table.order = '-exits';
    await until(settled(2));
    expect(asked).to.have.length(2);
    table.refresh();
    await until(() => asked.length === 4 && settled(3)());
    expect(asked.at(-1)?.refresh).to.equal(true);
    table.range = 'last_30_days';
    await until(() => asked.length === 6 && settled(4)());
    expect(asked.at(-1)).to.include({ range: 'last_30_days', refresh: false });
  });

  it('fires an event, which a host can use instead', async () => {
    const { client, asked } = backEnd();
    const table = await tableOf(client);
    const pages: (string | null)[] = [];
    table.addEventListener('page-select', (event: PageSelectEvent) => {
      pages.push(event.page);
      if (event.page === 'pages/p1') event.preventDefault();
    });
    button(table, 1).click();
    button(table, 2).click();
    await until(isThere(table));
    expect(pages).to.deep.equal(['pages/p1', 'pages/p2']);
    expect(asked).to.have.length(2);
    expect(button(table, 1).getAttribute('aria-expanded')).to.equal('false');
    expect(button(table, 2).getAttribute('aria-expanded')).to.equal('true');
  });

  it('gives way to the next, and closes when it is chosen again', async () => {
    const table = await opened(backEnd().client);
    button(table, 3).click();
    await until(() => button(table, 3).getAttribute('aria-expanded') === 'true' && isThere(table)());
    expect(all(table, 'tr.detail')).to.have.length(1);
    button(table, 3).click();
    await until(() => all(table, 'tr.detail').length === 0);
    expect(all(table, 'canvas')).to.have.length(0);
  });

  it('closes with Escape, and the focus is where it was', async () => {
    const table = await opened(backEnd().client);
    await until(() => all(table, '.about canvas').length === 1);
    const escape = (): KeyboardEvent =>
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true });
    one(table, '.about .field').focus();
    one(table, '.about .field').dispatchEvent(escape()); // leaves the point that the focus has brought
    one(table, '.about .field').dispatchEvent(escape());
    await until(() => all(table, 'tr.detail').length === 0);
    expect(table.shadowRoot!.activeElement).to.equal(button(table, 1));
  });

  it('opens by key', async () => {
    const table = await tableOf(backEnd().client);
    button(table, 0).focus();
    await sendKeys({ press: 'Enter' });
    await until(isThere(table));
    expect(table.shadowRoot!.activeElement).to.equal(button(table, 0));
  });

  it('says that it loads, and closes when another app is shown', async () => {
    const table = await tableOf(backEnd(() => new Promise(() => undefined)).client);
    button(table, 1).click();
    await until(() => all(table, '.about[aria-busy=true] .bar-bones').length === 1);
    expect(seen(one(table, '.about [role=status]'))).to.equal('Loading what is known of this page');
    table.app = 'city-pass';
    await until(() => all(table, '.about').length === 0);
    await until(() => all(table, '.frame[aria-busy=false] tbody:not(.skeleton) tr').length > 0);
    expect(all(table, 'tr.detail')).to.have.length(0);
  });

  it('says when it could not load, and tries again', async () => {
    let isDown = true;
    const table = await tableOf(
      backEnd(() => {
        if (isDown) throw new RequestError('network', 'Down');
        return sourcesOf();
      }).client,
    );
    button(table, 1).click();
    await until(() => all(table, '.about .message button').length === 1);
    expect(seen(one(table, '.about .title'))).to.equal('Could not load');
    isDown = false;
    one(table, '.about .message button').click();
    await until(isThere(table));
  });

  it('says what may not be seen', async () => {
    const table = await tableOf(
      backEnd(() => {
        throw new RequestError('forbidden', 'No');
      }).client,
    );
    button(table, 1).click();
    await until(() => all(table, '.about .title').length === 1);
    expect(seen(one(table, '.about .title'))).to.equal('You may not see this');
    expect(all(table, '.about .message button')).to.have.length(0);
  });

  it('says when nobody visited it', async () => {
    const table = await tableOf(backEnd(() => pageReport([])).client);
    button(table, 1).click();
    await until(() => all(table, '.about .title').length === 1);
    expect(seen(one(table, '.about .title'))).to.equal('Nobody visited this page in this range');
  });

  it('is asked about in its own app where the table is about several', async () => {
    const { client, asked } = backEnd();
    const several = {
      ...client,
      breakdown: (scope: 'superapp', query: BreakdownQuery, options: object) =>
        query.dimension === 'page_path'
          ? Promise.resolve({ ...pageReport([]), rows: [{ key: null, app: 'city-pass', values, shares: {} }] })
          : client.breakdown(scope, query, options),
    } as unknown as Client;
    await opened(several, 0, { app: undefined, superapp: true });
    expect(asked[0]?.scope).to.equal('apps/city-pass');
    expect(asked[0]?.filters).to.deep.equal([{ field: 'page_path', operator: 'not_set' }]);
  });

  it('stays closed in a table fed by data: there is nobody to ask', async () => {
    const table = await tableOf(backEnd().client, { data: pageReport([['pages/a', values]]) });
    expect(button(table, 0).hasAttribute('aria-expanded')).to.equal(false);
    const fired = new Promise<PageSelectEvent>((resolve) => table.addEventListener('page-select', resolve));
    button(table, 0).click();
    expect((await fired).page).to.equal('pages/a');
    expect(all(table, 'tr.detail')).to.have.length(0);
  });

  for (const [width, locale] of [
    [1200, 'en'],
    [320, 'en'],
    [320, 'ar'],
    [800, 'zh-CN'],
  ] as const) {
    it(`is accessible and fits, ${width} px in ${locale}`, async () => {
      const table = await opened(backEnd().client, 1, { locale }, width);
      await until(() => all(table, '.about canvas').length === 1);
      const { left, right } = one(table, '.list').getBoundingClientRect();
      const about = one(table, '.about').getBoundingClientRect();
      expect(about.left).to.be.at.least(left - 1);
      expect(about.right).to.be.at.most(Math.max(right, one(table, 'table').getBoundingClientRect().right) + 1);
      await isAccessible(table);
    });
  }
});
