import { expect, fixture, fixtureCleanup, html, nextFrame } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { RequestError } from '#client/request-error.js';
import type { Client } from '#client/client.js';
import type { MaPageTable } from '#elements/page-table/page-table.element.js';
import '#elements/page-table/page-table.js';
import { listOf, page, pageClient } from './page-table/page-back-end.js';
import { pageReport } from './page-table/page-report.js';

const now = (): number => Date.parse('2026-11-22T05:40:00Z');
const root = (table: MaPageTable): ShadowRoot => table.shadowRoot!;
const all = (table: MaPageTable, selector: string): HTMLElement[] => [
  ...root(table).querySelectorAll<HTMLElement>(selector),
];
const one = (table: MaPageTable, selector: string): HTMLElement => {
  const found = root(table).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};
const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
/** What is seen: labels and units of the narrow form are there, but not shown. */
const seen = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').trim();
const rows = (table: MaPageTable): string[] => all(table, 'tbody tr').map((row) => seen(row));

/** Updates until it is so, at most for some frames. */
async function until(table: MaPageTable, isSo: () => boolean): Promise<void> {
  for (let frames = 0; !isSo(); frames++) {
    if (frames > 200) throw new Error(`Never came to be: ${String(isSo)}`);
    await table.updateComplete;
    await nextFrame();
  }
}

/** The next event of a name, with its own fields. */
function next<Name extends keyof HTMLElementEventMap>(
  table: MaPageTable,
  name: Name,
): Promise<HTMLElementEventMap[Name]> {
  return new Promise((resolve) => table.addEventListener(name, resolve, { once: true }));
}

/** Whether its language is there and nothing is on its way. */
const isSettled = (table: MaPageTable) => (): boolean =>
  root(table).querySelector('.frame[aria-busy=false] .tools') !== null;

async function tableOf(client: Client, changes: Partial<MaPageTable> = {}, width = 1200): Promise<MaPageTable> {
  // One at a time: a table that is not near the window asks for nothing.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const table = document.createElement('ma-page-table');
  Object.assign(table, { app: 'lantern-tea', range: 'last_30_days', locale: 'en', client, now }, changes);
  box.append(table);
  await until(table, isSettled(table));
  return table;
}

/** Does something and waits until the table has an answer to it. */
async function after(table: MaPageTable, act: () => void | Promise<void>): Promise<void> {
  await act();
  await table.updateComplete;
  await until(table, isSettled(table));
}

const head = (table: MaPageTable, name: string): HTMLElement => {
  const found = all(table, 'thead th').find((th) => text(th).startsWith(name));
  if (!found) throw new Error(`There is no column ${name}`);
  return found;
};
const sortBy = (table: MaPageTable, name: string): Promise<void> =>
  after(table, () => head(table, name).querySelector('button')!.click());

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

describe('sorting a page table', () => {
  it('asks the back end, highest first, then lowest first', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    expect(head(table, 'Visits').getAttribute('aria-sort')).to.equal('descending');
    const fired = next(table, 'sort-change');
    await sortBy(table, 'Exits');
    expect((await fired).order).to.equal('-exits');
    expect(asked.at(-1)?.order).to.equal('-exits');
    expect(head(table, 'Exits').getAttribute('aria-sort')).to.equal('descending');
    expect(head(table, 'Visits').hasAttribute('aria-sort')).to.equal(false);
    await sortBy(table, 'Exits');
    expect(asked.at(-1)?.order).to.equal('exits');
    expect(head(table, 'Exits').getAttribute('aria-sort')).to.equal('ascending');
  });

  it('is told to assistive technology', async () => {
    const table = await tableOf(pageClient().client);
    await sortBy(table, 'Exits');
    expect(all(table, '[role=status]').map((status) => text(status))).to.include('Sorted by Exits, Highest first');
  });

  it('works by key, and keeps the focus', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    head(table, 'Entries').querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    // A driver may resolve before the page has seen the key.
    await until(table, () => asked.at(-1)?.order === '-entries' && isSettled(table)());
    expect(text(root(table).activeElement!)).to.equal('Entries');
  });

  it('is kept on a refresh', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    await sortBy(table, 'Exits');
    await after(table, () => table.refresh());
    expect(asked.at(-1)).to.include({ order: '-exits', refresh: true });
    expect(head(table, 'Exits').getAttribute('aria-sort')).to.equal('descending');
  });

  it('keeps the rows, dimmed, until the answer is there', async () => {
    let answer = (): void => undefined;
    const list = listOf(20);
    const table = await tableOf(
      pageClient(async (query) => {
        if (query.order !== '-page_visits') await new Promise<void>((resolve) => (answer = resolve));
        return list(query);
      }).client,
    );
    head(table, 'Exits').querySelector('button')!.click();
    await until(table, () => !isSettled(table)());
    expect(one(table, '.body').classList.contains('dimmed')).to.equal(true);
    expect(rows(table)).to.have.length(10);
    await after(table, answer);
    expect(one(table, '.body').classList.contains('dimmed')).to.equal(false);
  });

  it('is not offered for the share, which the visits sort', async () => {
    const table = await tableOf(pageClient().client);
    expect(head(table, 'Share').querySelector('button')).to.equal(null);
  });
});

describe('searching a page table', () => {
  const input = (table: MaPageTable): HTMLInputElement => one(table, 'input[type=search]') as HTMLInputElement;
  /** Types letter by letter, faster than anybody. */
  const type = (table: MaPageTable, words: string): void => {
    for (let length = 1; length <= words.length; length++) {
      input(table).value = words.slice(0, length);
      input(table).dispatchEvent(new Event('input'));
    }
  };

  it('asks once for what was typed', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    const fired = next(table, 'search-change');
    type(table, 'p22');
    expect((await fired).search).to.equal('p22');
    await after(table, () => undefined);
    expect(asked.map(({ search }) => search)).to.deep.equal([undefined, 'p22']);
    expect(text(one(table, '.context'))).to.match(/^7 pages match “p22”/);
  });

  it('does not wait after Enter', async () => {
    const { client, asked } = pageClient();
    const table = await tableOf(client);
    type(table, 'p22');
    await after(table, () => void input(table).dispatchEvent(new Event('change')));
    expect(asked.at(-1)?.search).to.equal('p22');
  });

  it('says when nothing matches, and lets one clear the search', async () => {
    const table = await tableOf(pageClient().client, { search: 'matcha' });
    expect(text(one(table, '.message .title'))).to.equal('No page matches “matcha”');
    await after(table, () => one(table, '.message button').click());
    expect(table.search).to.equal('');
    expect(rows(table)).to.have.length(10);
    expect((one(table, 'input[type=search]') as HTMLInputElement).value).to.equal('');
  });

  it('leaves no timer behind', async () => {
    const table = await tableOf(pageClient().client);
    const { setTimeout: set, clearTimeout: clear } = window;
    const running = new Set<unknown>();
    Object.assign(window, {
      setTimeout: (...[callback, ms]: Parameters<typeof set>) => {
        const timer = set(callback, ms);
        running.add(timer);
        return timer;
      },
      clearTimeout: (timer: number) => {
        running.delete(timer);
        clear(timer);
      },
    });
    type(table, 'p2');
    expect(running.size).to.equal(1);
    table.remove();
    Object.assign(window, { setTimeout: set, clearTimeout: clear });
    expect(running.size).to.equal(0);
    expect(table.search).to.equal('');
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

describe('a page table fed by data alone', () => {
  const whole = pageReport(
    Array.from({ length: 25 }, (_, index) => [`pages/p${index}`, page(100 - index, index + 1)] as const),
  );

  async function fed(data = whole): Promise<MaPageTable> {
    const table = await fixture<MaPageTable>(html`<ma-page-table locale="en" .data=${data}></ma-page-table>`);
    await until(table, isSettled(table));
    return table;
  }

  it('sorts, searches and pages by itself where it has every row', async () => {
    const table = await fed();
    expect(seen(one(table, '.span'))).to.equal('1–10 of 25');
    await sortBy(table, 'Exits');
    expect(rows(table)[0]).to.match(/^pages\/p24 /);
    await after(table, () => one(table, '.paging button:last-child').click());
    expect(seen(one(table, '.span'))).to.equal('11–20 of 25');
    await after(table, () => void (table.search = 'p1'));
    expect(seen(one(table, '.span'))).to.equal('1–10 of 11');
    await after(table, () => void (table.search = 'nothing'));
    expect(text(one(table, '.message .title'))).to.equal('No page matches “nothing”');
  });

  it('is neither sorted nor searched where rows lack', async () => {
    const table = await fed(listOf(226)({ dimension: 'page_path', metrics: [] }));
    expect(rows(table)).to.have.length(10);
    expect(all(table, '.sort, .paging')).to.have.length(0);
    expect((one(table, 'input[type=search]') as HTMLInputElement).disabled).to.equal(true);
  });
});

describe('the file of a page table', () => {
  /** The text of the file that a click on “Download CSV” gives. */
  async function fileOf(table: MaPageTable): Promise<{ name: string; lines: string[] }> {
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    let blob = new Blob();
    let name = '';
    const done = new Promise<void>((resolve) => {
      URL.createObjectURL = (given: Blob) => {
        blob = given;
        return 'about:blank';
      };
      HTMLAnchorElement.prototype.click = function () {
        name = this.download;
        resolve();
      };
    });
    one(table, '[aria-label="Download CSV"]').click();
    await done;
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.slice(0, 3)], 'byte order mark').to.deep.equal([0xef, 0xbb, 0xbf]);
    return { name, lines: (await blob.text()).split('\r\n') };
  }

  it('holds every row as filtered, unrounded, and says what was counted', async () => {
    const { client, asked } = pageClient(listOf(226));
    const catalog = { ...(await client.catalog()) };
    catalog.limits = { ...catalog.limits, max_rows: 100 };
    const table = await tableOf(client, {
      catalog,
      search: 'p',
      columns: ['share', 'avg_page_duration', 'exit_rate'],
      order: '-exits',
    });
    const { name, lines } = await fileOf(table);
    expect(name).to.equal('pages 2026-10-24 2026-11-22.csv');
    expect(lines.slice(0, 9)).to.deep.equal([
      'Range,2026-10-24,2026-11-22',
      'Time zone,Asia/Shanghai',
      'Definition profile,standard',
      'Environment,production',
      'Data until,2026-11-22T05:30:00.000Z',
      'Search,p',
      'Sorted by,Exits,Highest first',
      '',
      'Page,Page visits,Share of visits,"Avg. page stay, s",Exit rate',
    ]);
    expect(lines[9]).to.match(/^pages\/p0,1000,0\.0105\d+,12\.5,0\.1$/);
    expect(lines.at(-2)).to.equal(`Total,1348469,1,12.5,${415_859 / 1_348_469}`);
    expect(lines.filter((line) => line.startsWith('pages/'))).to.have.length(226);
    expect(asked.slice(1).map(({ limit, cursor, search, order }) => [limit, cursor, search, order])).to.deep.equal([
      [100, undefined, 'p', '-exits'],
      [100, '100', 'p', '-exits'],
      [100, '200', 'p', '-exits'],
    ]);
  });

  it('neutralises paths that a spreadsheet would run', async () => {
    const table = await tableOf(
      pageClient(() =>
        pageReport([
          ['=HYPERLINK("x")', page(1)],
          ['@sum', page(1)],
        ]),
      ).client,
      { columns: [] },
    );
    const { lines } = await fileOf(table);
    expect(lines.slice(-4, -2)).to.deep.equal([`"'=HYPERLINK(""x"")",1`, "'@sum,1"]);
  });

  it('holds the rows of data too', async () => {
    const data = pageReport([
      ['pages/a', page(1)],
      ['pages/b', page(2)],
    ]);
    const table = await fixture<MaPageTable>(
      html`<ma-page-table locale="en" columns="" page-size="1" .data=${data}></ma-page-table>`,
    );
    await until(table, isSettled(table));
    expect((await fileOf(table)).lines.slice(-4, -1)).to.deep.equal(['pages/b,2', 'pages/a,1', 'Total,3']);
  });

  it('that cannot be made is said, and an event', async () => {
    let isDown = false;
    const list = listOf(20);
    const table = await tableOf(
      pageClient((query) => {
        if (isDown) throw new RequestError('network', 'Down');
        return list(query);
      }).client,
    );
    isDown = true;
    const fired = next(table, 'report-error');
    one(table, '[aria-label="Download CSV"]').click();
    expect((await fired).error).to.include({ kind: 'network' });
    await table.updateComplete;
    expect(text(one(table, '.lost'))).to.equal('The file could not be made.');
    expect(rows(table)).to.have.length(10);
  });
});

describe('the states of a page table', () => {
  const failing = (kind: RequestError['kind'], details = {}): Client =>
    pageClient(() => Promise.reject(new RequestError(kind, kind, details))).client;
  const problem = {
    type: 'about:blank',
    title: 'No',
    status: 403,
    code: 'forbidden',
    permission: 'page_analysis.read',
  };
  const pending = (): Client => pageClient(() => new Promise(() => undefined)).client;

  it('are a skeleton of the size that the list will have', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.setProperty('inline-size', '1200px');
    const table = document.createElement('ma-page-table');
    let answer = (): void => undefined;
    const list = listOf(226);
    const { client } = pageClient(async (query) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return list(query);
    });
    Object.assign(table, { app: 'lantern-tea', locale: 'en', client, now });
    box.append(table);
    await until(table, () => root(table).querySelector('.skeleton') !== null);
    await nextFrame();
    const before = table.getBoundingClientRect().height;
    await after(table, answer);
    expect(table.getBoundingClientRect().height).to.equal(before);
  });

  const messages: [string, Client, string, string][] = [
    ['an error', failing('network'), 'The pages could not load', 'The server could not be reached.'],
    [
      'a lacking permission',
      failing('forbidden', { status: 403, problem }),
      'You may not see pages',
      'page_analysis.read',
    ],
    [
      'a back end that has no such report',
      failing('not_available', { status: 422 }),
      'Not offered by this data source',
      'It does not report single pages.',
    ],
    ['a device without network', failing('offline'), 'You are offline', ''],
    [
      'a back end that is asked too often',
      failing('rate_limited', { status: 429, retryAt: Date.now() + 3_600_000 }),
      'Too many requests',
      '',
    ],
    ['no pages', pageClient(listOf(0, { page_visits: 0 })).client, 'No page was visited', ''],
  ];
  for (const [what, client, title, hint] of messages) {
    it(`name ${what}`, async () => {
      const table = await tableOf(client);
      await until(
        table,
        () => text(one(table, '.message')).includes(hint) && text(one(table, '.message .title')) === title,
      );
      expect(rows(table)).to.have.length(0);
      expect(one(table, 'thead')).to.exist;
      await expect(table).to.be.accessible();
    });
  }

  it('offer to try again after an error', async () => {
    let isDown = true;
    const list = listOf(3);
    const { client } = pageClient((query) => {
      if (isDown) throw new RequestError('network', 'Down');
      return list(query);
    });
    const table = await tableOf(client);
    await until(table, () => root(table).querySelector('.message button') !== null);
    isDown = false;
    await after(table, () => one(table, '.message button').click());
    expect(rows(table)).to.have.length(3);
  });

  for (const width of [1200, 800, 320]) {
    it(`are accessible at ${width} px`, async () => {
      await expect(await tableOf(pageClient().client, { selectable: true }, width)).to.be.accessible();
      fixtureCleanup();
      const table = document.createElement('ma-page-table');
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.style.setProperty('inline-size', `${width}px`);
      Object.assign(table, { app: 'a', client: pending(), locale: 'en', now });
      box.append(table);
      await until(table, () => root(table).querySelector('.skeleton') !== null);
      await expect(table).to.be.accessible();
    });
  }

  it('are accessible with the menu open', async () => {
    const table = await tableOf(pageClient().client, {}, 360);
    one(table, '.choose').click();
    await until(table, () => root(table).querySelector('.chooser:popover-open') !== null);
    await Promise.all(
      one(table, '.chooser')
        .getAnimations()
        .map(({ finished }) => finished),
    );
    await expect(table).to.be.accessible();
  });

  // Only Chromium lets a test choose the reader's colours.
  const inChromium = navigator.userAgent.includes('Chrome') ? it : it.skip;
  inChromium('show bars in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const table = await tableOf(pageClient().client);
    const { borderBlockEndColor, borderBlockEndWidth } = getComputedStyle(one(table, '.bar'));
    expect([borderBlockEndWidth, borderBlockEndColor]).not.to.deep.equal(['0px', 'rgba(0, 0, 0, 0)']);
    await emulateMedia({ forcedColors: 'none' });
  });
});

describe('a page table in other languages', () => {
  it('speaks Chinese', async () => {
    const table = await tableOf(pageClient().client, { locale: 'zh-CN' });
    expect(text(one(table, 'h2'))).to.equal('页面');
    expect(seen(one(table, '.others th'))).to.equal('其他 216 个页面');
  });

  it('runs from right to left in Arabic, digits under digits', async () => {
    const table = await tableOf(pageClient().client, { locale: 'ar' });
    expect(getComputedStyle(one(table, 'table')).direction).to.equal('rtl');
    const [first] = all(table, 'thead th');
    const [, second] = all(table, 'thead th');
    expect(first!.getBoundingClientRect().left).to.be.greaterThan(second!.getBoundingClientRect().left);
    const ends = all(table, 'td.main .value').map((value) => value.getBoundingClientRect().right);
    expect(Math.max(...ends) - Math.min(...ends)).to.be.at.most(1);
    await expect(table).to.be.accessible();
  });
});
