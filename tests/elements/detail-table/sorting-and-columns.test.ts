import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MaDetailTable } from '#elements/detail-table/detail-table.element.js';
import { meta, trendClient, trendOf } from '../trend-chart/trend-back-end.js';
import { root, all, one, seen, text, rows, until, tableOf, head, after, manyHours } from './stage.js';

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
