import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Values } from '#contract/api.js';
import type { MaPageTable } from '#elements/page-table/page-table.element.js';
import { listOf, page, pageClient } from './page-back-end.js';
import { pageReport } from './page-report.js';
import { root, all, one, text, seen, rows, until, next, isSettled, tableOf, after, head, sortBy } from './stage.js';

describe('ma-page-table', () => {
  it('asks for the pages of its app, the most visited first', async () => {
    const { client, asked } = pageClient();
    await tableOf(client);
    expect(asked).to.have.length(1);
    const [{ metrics, ...question }] = asked as [(typeof asked)[0]];
    expect(question).to.deep.equal({
      scope: 'apps/lantern-tea',
      range: 'last_30_days',
      dimension: 'page_path',
      order: '-page_visits',
      limit: 10,
      refresh: false,
    });
    expect(metrics).to.deep.equal([
      'page_visits',
      'page_visitors',
      'avg_page_duration',
      'entries',
      'exits',
      'exit_rate',
      'bounce_rate',
      'page_shares',
    ]);
  });

  it('shows each page with its numbers, the other pages as one row, and the total', async () => {
    const table = await tableOf(pageClient().client);
    expect(seen(one(table, 'thead'))).to.equal(
      'Page Visits Share, % Visitors Avg. stay, s Entries Exits Exit rate, % Bounce rate, % Shares',
    );
    expect(rows(table)).to.have.length(10);
    expect(rows(table)[0]).to.equal('pages/p0 1,000 10.0 500 12.5 100 100 10.00 1.00 2');
    expect(seen(one(table, '.others'))).to.equal('216 other pages 82,257 6.1 41,129 12.5 56,557 56,557 68.76 0.00 2');
    expect(text(one(table, '.context'))).to.equal(
      '226 pages with at least one visit · Includes today until 13:30'.replace(' · ', ''),
    );
  });

  it('shows 415,859 exits of 1,348,469 visits as 30.84%', async () => {
    const table = await tableOf(pageClient().client);
    expect(seen(one(table, '.total'))).to.equal('Total 1,348,469 100.0 – 12.5 415,859 415,859 30.84 0.00 2');
  });

  it('draws a bar at the visits, whole at the most visited page', async () => {
    const report = pageReport([
      ['pages/a', page(400)],
      ['pages/b', page(100)],
    ]);
    const table = await tableOf(pageClient(() => report).client);
    const widths = all(table, '.bar').map((bar) => Math.round(bar.getBoundingClientRect().width));
    expect(widths[0]! / widths[1]!).to.be.closeTo(4, 0.1);
    expect(widths[0]).to.equal(Math.round(one(table, '.track').getBoundingClientRect().width));
  });

  it('does not ask for metrics that the back end does not answer', async () => {
    const { client, asked } = pageClient();
    const catalog = await client.catalog();
    const metrics = catalog.metrics.filter(({ id }) => id !== 'bounce_rate');
    const poor = pageClient(listOf(3), { ...catalog, metrics });
    const table = await tableOf(poor.client, { order: '-bounce_rate' });
    expect(poor.asked[0]?.metrics).not.to.include('bounce_rate');
    expect(poor.asked[0]?.order).to.equal(undefined);
    expect(asked).to.have.length(0);
    expect(rows(table)).to.have.length(3);
  });

  it('names the app of each page where it is about several', async () => {
    const report = listOf(1)({ dimension: 'page_path', metrics: [] });
    const [row] = report.rows;
    const table = await tableOf(pageClient(() => ({ ...report, rows: [{ ...row!, app: 'city-pass' }] })).client, {
      app: undefined,
      superapp: true,
    });
    expect(seen(one(table, 'tbody th'))).to.equal('pages/p0 city-pass');
  });

  it('calls views without a path “Not set”', async () => {
    const table = await tableOf(pageClient(() => pageReport([[null, page(3)]])).client);
    expect(seen(one(table, 'tbody th'))).to.equal('Not set');
  });

  it('puts long sums of stay into hours', async () => {
    const totals = { ...page(100), page_stay: 36_000 };
    const table = await tableOf(pageClient(listOf(1, totals)).client, { columns: ['page_stay'] });
    expect(seen(one(table, 'thead'))).to.equal('Page Visits Stay, h');
    expect(seen(one(table, '.total'))).to.equal('Total 100 10.0');
  });
});

describe('the parts of a page table', () => {
  const step = (table: MaPageTable, name: string): HTMLElement => one(table, `.paging [aria-label="${name} rows"]`);

  it('follow the cursor of the back end, there and back', async () => {
    const { client, asked } = pageClient(listOf(25));
    const table = await tableOf(client);
    expect(seen(one(table, '.span'))).to.equal('1–10 of 25');
    expect(step(table, 'Previous').getAttribute('aria-disabled')).to.equal('true');
    await after(table, () => step(table, 'Next').click());
    await after(table, () => step(table, 'Next').click());
    expect(seen(one(table, '.span'))).to.equal('21–25 of 25');
    expect(step(table, 'Next').getAttribute('aria-disabled')).to.equal('true');
    expect(rows(table)[0]).to.match(/^pages\/p20 /);
    await after(table, () => step(table, 'Previous').click());
    expect(asked.map(({ cursor }) => cursor)).to.deep.equal([undefined, '10', '20', '10']);
    expect(seen(one(table, '.others'))).to.match(/^15 other pages /);
  });

  it('begin anew when the question changes', async () => {
    const { client, asked } = pageClient(listOf(25));
    const table = await tableOf(client);
    await after(table, () => step(table, 'Next').click());
    await sortBy(table, 'Exits');
    expect(asked.at(-1)?.cursor).to.equal(undefined);
    expect(seen(one(table, '.span'))).to.equal('1–10 of 25');
  });

  it('keep the scale of their bars', async () => {
    const table = await tableOf(pageClient(listOf(600)).client, { pageSize: 500 });
    await after(table, () => step(table, 'Next').click());
    const widthOf = (part: string): number => one(table, part).getBoundingClientRect().width;
    // A bar takes its motion's time to get there.
    await until(table, () => Math.abs(widthOf('.bar') / widthOf('.track') - 0.5) < 0.01);
  });

  it('have a size that can be asked for, whatever a page says', async () => {
    for (const [size, limit] of [
      ['25', 25],
      ['0', 10],
      ['-5', 10],
      ['many', 10],
      ['5000', 1000],
    ] as const) {
      const { client, asked } = pageClient(listOf(3));
      const table = await tableOf(client);
      table.setAttribute('page-size', size);
      await after(table, () => undefined);
      expect(asked.at(-1)?.limit, size).to.equal(limit);
    }
  });

  it('are turned below a bare table, which has no foot', async () => {
    const table = await tableOf(pageClient(listOf(25)).client, { bare: true });
    await after(table, () => step(table, 'Next').click());
    expect(seen(one(table, '.body > .paging .span'))).to.equal('11–20 of 25');
  });

  it('are not spoken of where there is one', async () => {
    const table = await tableOf(pageClient(listOf(10)).client);
    expect(root(table).querySelector('.paging, .others')).to.equal(null);
  });
});

describe('the columns of ma-page-table', () => {
  const open = async (table: MaPageTable): Promise<void> => {
    one(table, '.choose').click();
    await until(table, () => root(table).querySelector('.chooser:popover-open') !== null);
  };
  const box = (table: MaPageTable, name: string): HTMLInputElement =>
    all(table, '.option')
      .find((option) => text(option) === name)!
      .querySelector('input')!;

  it('are chosen in a menu, and asked for', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    await open(table);
    const fired = next(table, 'columns-change');
    await after(table, () => box(table, 'Bounces').click());
    expect((await fired).columns).to.include('bounces');
    expect(asked.at(-1)?.metrics).to.include('bounces');
    expect(head(table, 'Bounces')).to.exist;
    await after(table, () => box(table, 'Exits').click());
    expect(all(table, 'thead th').map((th) => text(th))).not.to.include('Exits');
    expect(box(table, 'Page visits').disabled).to.equal(true);
    await after(table, () => one(table, '.chooser .scroll > .button').click());
    expect(table.columns).to.equal(undefined);
  });

  it('take the order with them when the one that sorts goes', async () => {
    const table = await tableOf(pageClient().client, { order: 'exits' });
    await open(table);
    await after(table, () => box(table, 'Exits').click());
    expect(table.order).to.equal('-page_visits');
  });

  it('are set by a host, unknown ones left out', async () => {
    const table = await fixture<MaPageTable>(
      html`<ma-page-table columns="share, exits nonsense" .data=${pageReport([['a', page(1)]])}></ma-page-table>`,
    );
    await until(table, isSettled(table));
    expect(all(table, 'thead th').map((th) => text(th))).to.deep.equal(['Page', 'Visits', 'Share, %', 'Exits']);
  });

  it('are fewer in less room, unless they were chosen', async () => {
    const { client } = pageClient();
    const shown = (table: MaPageTable): number =>
      all(table, 'thead th').filter((th) => th.getClientRects().length).length;
    expect(shown(await tableOf(client))).to.equal(10);
    expect(shown(await tableOf(client, {}, 800))).to.equal(7);
    expect(
      shown(
        await tableOf(
          client,
          { columns: ['entries', 'exits', 'bounces', 'bounce_rate', 'page_shares', 'page_sharers', 'share'] },
          800,
        ),
      ),
    ).to.equal(9);
  });
});

describe('a narrow page table', () => {
  it('turns rows into labelled ones that still are a table', async () => {
    const table = await tableOf(pageClient().client, {}, 360);
    expect(rows(table)[0]).to.equal('pages/p0 1,000 Share 10.0% Avg. stay 12.5s Exit rate 10.00%');
    expect(one(table, 'table').getAttribute('role')).to.equal('table');
    expect(one(table, 'tbody tr').getAttribute('role')).to.equal('row');
    expect(one(table, '.list').scrollWidth).to.equal(one(table, '.list').clientWidth);
  });

  it('is sorted from its menu', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client, {}, 360);
    one(table, '.choose').click();
    await until(table, () => root(table).querySelector('.chooser:popover-open') !== null);
    const select = one(table, 'select') as HTMLSelectElement;
    await after(table, () => {
      select.value = 'exits';
      select.dispatchEvent(new Event('change'));
    });
    expect(asked.at(-1)?.order).to.equal('-exits');
    await after(table, () => one(table, '.sorter button').click());
    expect(asked.at(-1)?.order).to.equal('exits');
    expect(rows(table)[0]).to.contain('Exits 100');
  });
});

describe('a page path', () => {
  const long = `packageCampaign/pages/${'autumn-harvest/'.repeat(12)}landing?creative=b7`;

  it('is cut in the middle where it is too long, and shown whole on focus and hover', async () => {
    const table = await tableOf(
      pageClient(() =>
        pageReport([
          [long, page(3)],
          ['pages/a', page(1)],
        ]),
      ).client,
    );
    const [path, short] = all(table, '.path');
    expect(path!.getBoundingClientRect().width).to.be.lessThan(600);
    expect(text(path!.querySelector('.short')!)).to.equal(long);
    expect(path!.querySelector('.short')!.lastElementChild!.getBoundingClientRect().right).to.be.at.most(
      path!.getBoundingClientRect().right + 1,
    );
    expect(getComputedStyle(path!.querySelector('.whole')!).display).to.equal('none');
    one(table, '.choose').focus();
    for (let tab = 0; tab < 12 && root(table).activeElement !== path; tab++) await sendKeys({ press: 'Tab' });
    expect(root(table).activeElement).to.equal(path);
    await until(table, () => getComputedStyle(path!.querySelector('.whole')!).display === 'block');
    expect(short!.hasAttribute('tabindex')).to.equal(false);
  });

  for (const locale of ['en', 'ar']) {
    for (const width of [1000, 340]) {
      it(`shows a long name whole inside the list, below its head, at ${width} px (${locale})`, async () => {
        const rows = ['home', 'menu', 'cart', 'last'].map((name): [string, Values] => [
          long.replace('landing', name),
          page(9),
        ]);
        const table = await tableOf(pageClient(() => pageReport(rows)).client, { locale }, width);
        const list = one(table, '.list').getBoundingClientRect();
        const head = one(table, 'thead').getBoundingClientRect();
        for (const path of all(table, 'tbody .path')) {
          path.focus();
          const whole = path.querySelector('.whole')!;
          await until(table, () => getComputedStyle(whole).display === 'block');
          const box = whole.getBoundingClientRect();
          expect(box.left).to.be.at.least(list.left);
          expect(box.right).to.be.at.most(list.right);
          expect(box.bottom).to.be.at.most(list.bottom);
          if (width > 720) expect(box.top).to.be.at.least(head.bottom);
        }
      });
    }
  }

  it('gives a name that may be cut in its narrowest column a stop of the Tab key', async () => {
    const rows: [string, Values][] = [
      ['pages/product/detail', page(3)],
      ['pages/product/reviews', page(1)],
    ];
    const table = await tableOf(pageClient(() => pageReport(rows)).client);
    expect(all(table, 'tbody .path').map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, 0]);
  });

  it('fires page-select where pages can be chosen', async () => {
    const table = await tableOf(pageClient().client, { selectable: true });
    const fired = next(table, 'page-select');
    all(table, 'button.path')[2]!.click();
    const { page: path, app, bubbles, composed } = await fired;
    expect({ path, app, bubbles, composed }).to.deep.equal({
      path: 'pages/p2',
      app: undefined,
      bubbles: true,
      composed: true,
    });
  });

  it('is no button otherwise', async () => {
    expect(all(await tableOf(pageClient().client), 'button.path')).to.have.length(0);
  });
});
