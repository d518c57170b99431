import { expect, fixture, html } from '@open-wc/testing';
import { RequestError } from '#client/request-error.js';
import type { MaPageTable } from '#elements/page-table/page-table.element.js';
import { listOf, page, pageClient } from './page-back-end.js';
import { pageReport } from './page-report.js';
import { all, one, text, seen, rows, until, next, isSettled, tableOf, after, sortBy } from './stage.js';

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
