import { expect, fixture, fixtureCleanup, html, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TrendReport } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import type { Client } from '#client/client.js';
import { RequestError } from '#client/request-error.js';
import type { MaDetailTable } from '#elements/detail-table/detail-table.element.js';
import '#elements/detail-table/detail-table.js';
import { days, meta, now, summaryOf, trendClient, trendOf } from './trend-chart/trend-back-end.js';
import { isAccessible } from './base/accessible.js';

const root = (table: MaDetailTable): ShadowRoot => table.shadowRoot!;
const all = (table: MaDetailTable, selector: string): HTMLElement[] => [
  ...root(table).querySelectorAll<HTMLElement>(selector),
];
const one = (table: MaDetailTable, selector: string): HTMLElement => {
  const found = root(table).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};
/** Browsers carry different dates of one language: “Tue, 17 Nov” is “Tue 17 Nov”. */
const plain = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), /g, '$1 ')
    .replace(/ ?– ?/g, ' – ')
    .trim();
const seen = (element: HTMLElement): string => plain(element.innerText);
const text = (element: Element): string => plain(element.textContent ?? '');
const rows = (table: MaDetailTable): string[] => all(table, 'tbody tr').map(seen);

async function until(table: MaDetailTable, isSo: () => boolean): Promise<void> {
  for (let frames = 0; !isSo(); frames++) {
    if (frames > 300) throw new Error(`Never came to be: ${String(isSo)}`);
    await table.updateComplete;
    await nextFrame();
  }
}
const isSettled = (table: MaDetailTable) => (): boolean =>
  root(table).querySelector('.frame[aria-busy=false] .tools') !== null &&
  (root(table).querySelector('.message .title')?.textContent ?? 'none') !== '';

async function tableOf(client: Client, changes: Partial<MaDetailTable> = {}, width = 1000): Promise<MaDetailTable> {
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const table = document.createElement('ma-detail-table');
  Object.assign(
    table,
    { app: 'lantern-tea', range: 'last_7_days', metrics: ['opens', 'visits'], locale: 'en', client, now },
    changes,
  );
  box.append(table);
  await until(table, isSettled(table));
  return table;
}

const head = (table: MaDetailTable, name: string): HTMLElement => {
  const found = all(table, 'thead th').find((th) => text(th).startsWith(name));
  if (!found) throw new Error(`There is no column ${name}`);
  return found;
};

async function after(table: MaDetailTable, act: () => void | Promise<void>): Promise<void> {
  await act();
  await table.updateComplete;
  await until(table, isSettled(table));
}

/** Hours, so many that they need pages. */
const manyHours = (count: number): TrendReport => ({
  meta: { ...meta, granularity: 'hour', range: { start: '2026-11-01', end: '2026-11-22' } },
  buckets: Array.from({ length: count }, (_, i) => ({
    start: new Date(Date.parse('2026-10-31T16:00:00Z') + i * 3_600_000).toISOString(),
    end: new Date(Date.parse('2026-10-31T17:00:00Z') + i * 3_600_000).toISOString(),
    state: 'complete',
  })),
  series: [{ metric: 'opens', values: Array.from({ length: count }, (_, i) => i) }],
  comparisons: [],
});

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

describe('sorting a table of details', () => {
  const opens = (table: MaDetailTable): string[] => all(table, 'tbody td.main .value').map(seen);

  it('turns by any column, the largest first, without asking anybody', async () => {
    const { client, asked } = trendClient();
    const table = await tableOf(client);
    const fired = oneEvent(table, 'sort-change');
    head(table, 'Opens').querySelector('button')!.click();
    expect((await fired) as unknown).to.include({
      order: '-opens',
      bubbles: true,
      composed: true,
    });
    await table.updateComplete;
    expect(opens(table)).to.deep.equal(['16,216', '14,700', '13,000', '12,800', '12,400', '7,112']);
    expect(head(table, 'Opens').getAttribute('aria-sort')).to.equal('descending');
    head(table, 'Opens').querySelector('button')!.click();
    await table.updateComplete;
    expect(opens(table)[0]).to.equal('7,112');
    expect(head(table, 'Opens').getAttribute('aria-sort')).to.equal('ascending');
    expect(asked).to.have.length(2);
  });

  it('works by a change, and is told to assistive technology', async () => {
    const table = await tableOf(trendClient().client, { metrics: ['opens'], compare: ['previous_period'] });
    head(table, 'Opens, change').querySelector('button')!.click();
    await table.updateComplete;
    expect(table.order).to.equal('-opens.change');
    expect(all(table, '[role=status]').map(text)).to.include('Sorted by Opens, change, Highest first');
    expect(rows(table).at(-1)).to.match(/^Sun 22 Nov/);
  });

  it('is kept on a refresh', async () => {
    const { client, asked } = trendClient();
    const table = await tableOf(client, { order: '-visits' });
    await after(table, () => table.refresh());
    expect(asked.at(-1)?.refresh).to.equal(true);
    expect(head(table, 'Visits').getAttribute('aria-sort')).to.equal('descending');
  });

  it('falls back to time where the column is not there', async () => {
    const table = await tableOf(trendClient().client, { order: '-payments' });
    expect(head(table, 'Time').getAttribute('aria-sort')).to.equal('descending');
  });

  it('works by key, and keeps the focus', async () => {
    const table = await tableOf(trendClient().client);
    head(table, 'Visits').querySelector('button')!.focus();
    await sendKeys({ press: 'Enter' });
    await until(table, () => table.order === '-visits');
    expect(text(root(table).activeElement!)).to.equal('Visits');
  });
});

describe('the parts of a table of details', () => {
  it('begin beyond 200 rows, and are sorted as a whole', async () => {
    const table = await tableOf(trendClient({ trend: () => manyHours(500) }).client, { metrics: ['opens'] });
    expect(rows(table)).to.have.length(200);
    expect(seen(one(table, '.span'))).to.equal('1 – 200 of 500');
    await after(table, () => one(table, '[aria-label="Next rows"]').click());
    await after(table, () => one(table, '[aria-label="Next rows"]').click());
    expect(seen(one(table, '.span'))).to.equal('401 – 500 of 500');
    expect(rows(table)).to.have.length(100);
    await after(table, () => head(table, 'Opens').querySelector('button')!.click());
    expect(seen(one(table, '.span'))).to.equal('1 – 200 of 500');
    expect(rows(table)[0]).to.match(/ 499$/);
  });

  it('are not spoken of where there is one', async () => {
    const table = await tableOf(trendClient({ trend: () => manyHours(200) }).client, { metrics: ['opens'] });
    expect(root(table).querySelector('.paging')).to.equal(null);
  });

  it('are turned below a bare table, which has no foot', async () => {
    const table = await tableOf(trendClient().client, { bare: true, pageSize: 4 });
    await after(table, () => one(table, '.body > .paging [aria-label="Next rows"]').click());
    expect(rows(table)).to.have.length(2);
  });
});

describe('the metrics of a table of details', () => {
  const open = async (table: MaDetailTable): Promise<void> => {
    one(table, '.choose').click();
    await until(table, () => root(table).querySelector('.chooser:popover-open') !== null);
  };
  const box = (table: MaDetailTable, name: string): HTMLInputElement =>
    all(table, '.option')
      .find((option) => text(option) === name)!
      .querySelector('input')!;

  it('are chosen from all that the back end answers over time, and asked for', async () => {
    const { client, asked } = trendClient();
    const table = await tableOf(client);
    await open(table);
    const fired = oneEvent(table, 'columns-change');
    await after(table, () => box(table, 'Shares').click());
    expect((await fired) as unknown).to.have.deep.property('columns', ['opens', 'visits', 'shares']);
    expect(asked.at(-1)?.query.metrics).to.deep.equal(['opens', 'visits', 'shares']);
    await after(table, () => one(table, '.chooser .scroll > .button').click());
    expect(table.columns).to.equal(undefined);
    expect(all(table, 'thead th').map(seen)).to.deep.equal(['Time', 'Opens', 'Visits']);
  });

  it('are fewer where the host says so, and never none', async () => {
    const table = await tableOf(trendClient().client, { metrics: ['opens'], choices: ['opens', 'shares'] });
    await open(table);
    expect(all(table, '.option').map(text)).to.deep.equal(['Opens', 'Shares']);
    expect(box(table, 'Opens').disabled).to.equal(true);
  });
});

describe('the length of a bucket in a table of details', () => {
  it('is switched in the head, and asked for', async () => {
    const { client, asked } = trendClient();
    const table = await tableOf(client);
    expect(all(table, '.segments button').map(text)).to.deep.equal(['Hour', 'Day']);
    const fired = oneEvent(table, 'granularity-change');
    await after(table, () => one(table, '.segments button').click());
    expect((await fired) as unknown).to.include({ granularity: 'hour' });
    expect(asked.findLast(({ report }) => report === 'trend')?.query).to.include({ granularity: 'hour' });
  });

  it('offers hours, too, for ranges that are too long to draw by the hour', async () => {
    const month = { ...meta, range: { start: '2026-10-24', end: '2026-11-22' } };
    const table = await tableOf(trendClient({ trend: (query) => trendOf(query, { meta: month }) }).client);
    expect(all(table, '.segments button').map(text)).to.deep.equal(['Hour', 'Day', 'Week', 'Month']);
    const fixed = await tableOf(trendClient().client, { noGranularity: true });
    expect(root(fixed).querySelector('.segments')).to.equal(null);
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

describe('the file of a table of details', () => {
  /** What the browser is given to save. */
  async function fileOf(table: MaDetailTable): Promise<{ name: string; lines: string[] }> {
    const { createObjectURL } = URL;
    const { click } = HTMLAnchorElement.prototype;
    const saved = new Promise<{ name: string; blob: Blob }>((resolve) => {
      let blob = new Blob();
      URL.createObjectURL = (given: Blob) => {
        blob = given;
        return 'blob:none';
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        resolve({ name: this.download, blob });
      };
    });
    one(table, '[aria-label="Download CSV"]').click();
    const { name, blob } = await saved;
    Object.assign(URL, { createObjectURL });
    HTMLAnchorElement.prototype.click = click;
    return { name, lines: (await blob.text()).split('\r\n') };
  }

  it('holds every row in time, whatever is on show, and the whole range, unrounded', async () => {
    const table = await tableOf(trendClient().client, {
      metrics: ['opens', 'exit_rate'],
      compare: ['previous_period'],
      pageSize: 2,
      order: '-opens',
    });
    const { name, lines } = await fileOf(table);
    expect(name).to.equal('details 2026-11-17 2026-11-22.csv');
    expect(lines).to.include('Time zone,Asia/Shanghai');
    const body = lines.slice(lines.indexOf('') + 1).filter(Boolean);
    expect(body[0]).to.equal(
      'Start,End,State,Opens,Exit rate,Compared start,Compared end,"Opens, before","Opens, change","Exit rate, before","Exit rate, change"',
    );
    expect(body).to.have.length(8);
    expect(body[5]).to.equal('2026-11-21,2026-11-21,complete,16216,0.3019,2026-11-15,2026-11-15,8108,1,0.15095,1');
    expect(body[7]).to.equal(
      '2026-11-17,2026-11-22,Whole range,415859,0.3019,2026-11-11,2026-11-16,380466,0.093,380466,0.093',
    );
  });
});

describe('the states of a table of details', () => {
  const failing = (kind: ConstructorParameters<typeof RequestError>[0]) =>
    trendClient({ trend: () => Promise.reject(new RequestError(kind, kind)) }).client;

  for (const [kind, title] of [
    ['http', 'The details could not load'],
    ['forbidden', 'You may not see these details'],
    ['offline', 'You are offline'],
  ] as const) {
    it(`when it failed as ${kind}`, async () => {
      const table = await tableOf(failing(kind));
      expect(text(one(table, '.message .title'))).to.equal(title);
      await isAccessible(table);
    });
  }

  it('when there is nothing', async () => {
    const series = [{ metric: 'opens', values: [null, null, null, null, null, null] }];
    const table = await tableOf(trendClient({ trend: (query) => trendOf(query, { series }) }).client);
    expect(text(one(table, '.message .title'))).to.equal('Nothing was counted in this range');
  });

  it('when no metric is named', async () => {
    const { client, asked } = trendClient();
    const table = await tableOf(client, { metrics: undefined });
    expect(one(table, '.message')).to.exist;
    expect(asked).to.have.length(0);
  });

  it('while it loads: as many rows as there will be', async () => {
    fixtureCleanup();
    const { client } = trendClient({ trend: () => new Promise<never>(() => undefined) });
    const table = await fixture<MaDetailTable>(
      html`<ma-detail-table app="a" range="last_7_days" metrics="opens,visits" .client=${client}></ma-detail-table>`,
    );
    await until(table, () => root(table).querySelector('.skeleton') !== null);
    expect(all(table, '.skeleton tr')).to.have.length(8);
    expect(all(table, '.skeleton tr:first-child td')).to.have.length(3);
    await isAccessible(table);
  });

  for (const width of [1000, 600, 320]) {
    it(`are accessible at ${width} px`, async () => {
      const table = await tableOf(trendClient().client, { compare: ['previous_period'] }, width);
      await isAccessible(table);
    });
  }
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
