import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { RequestError } from '#client/request-error.js';
import type { MaDetailTable } from '#elements/detail-table/detail-table.element.js';
import { trendClient, trendOf } from '../trend-chart/trend-back-end.js';
import { isAccessible } from '../base/accessible.js';
import { root, all, one, text, until, tableOf } from './stage.js';

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
