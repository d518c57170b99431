import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { RequestError } from '#client/request-error.js';
import type { MaRetentionGrid } from '#elements/retention-grid/retention-grid.element.js';
import { retentionOf } from '../../charts/sample-retention.js';
import { retentionClient } from './retention-back-end.js';
import { all, one, seen, cell, until, gridOf, failing, action } from './stage.js';

describe('a file and an explanation of retention', () => {
  it('hold counts, unrounded shares, and what they were counted over', async () => {
    const element = await gridOf(retentionClient().client);
    const { createObjectURL } = URL;
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => (blobs.push(blob), 'blob:none');
    const stop = (event: Event): void => event.preventDefault();
    addEventListener('click', stop);
    await element.download();
    removeEventListener('click', stop);
    URL.createObjectURL = createObjectURL;
    const lines = (await blobs[0]!.text()).split(/\r?\n/);
    expect(lines).to.include.members([
      'Time zone,Asia/Shanghai',
      'Cohort,New users by week of first visit',
      'Start,End,Users,"Week 1, users","Week 1, share","Week 2, users","Week 2, share","Week 3, users","Week 3, share"',
      '2026-10-26,2026-11-01,1000,300,0.3,200,0.2,,',
      'Weighted average,,,,0.25,,0.15,,',
    ]);
  });

  it('explain the cell that the reader stands on as who came back over whom', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 3, 0).focus();
    action(element, 'How it is counted').click();
    await until(element, () => all(element, '.explanation').length === 1);
    expect(seen(one(element, '.sum'))).to.equal('Came back, Week 1 500 ÷ 9 – 15 Nov 2,000 = Retention 25.00%');
  });
});

describe('a retention grid without an answer', () => {
  it('shows a skeleton of its final rows', async () => {
    const { client } = retentionClient(() => new Promise(() => undefined));
    fixtureCleanup();
    const element = await fixture<MaRetentionGrid>(
      html`<ma-retention-grid app="a" granularity="week" locale="en" .client=${client}></ma-retention-grid>`,
    );
    await until(element, () => all(element, '.skeleton .bone').length === 10);
    expect(one(element, '.frame').getAttribute('aria-busy')).to.equal('true');
  });

  it('says that there is no cohort', async () => {
    const element = await gridOf(
      retentionClient(() => retentionOf({ cohorts: [], average: [null, null, null] })).client,
      {
        exactRange: true,
      },
    );
    await until(element, () => seen(one(element, '.body')).includes('No data in this range'));
  });

  it('names the permission that lacks', async () => {
    const error = new RequestError('forbidden', 'no', { permission: 'data_overview.read' } as never);
    const element = await gridOf(failing(error));
    await until(element, () => seen(one(element, '.body')).includes('You may not see this'));
  });

  it('tries again where it failed', async () => {
    let fails = true;
    const { client } = retentionClient((query) => {
      if (fails) throw new RequestError('http', 'failed', { status: 503 });
      return retentionOf({ cohort: query.cohort }, { range: { start: '2026-05-01', end: '2026-11-21' } });
    });
    const element = await gridOf(client);
    await until(element, () => all(element, '[role=alert] button').length === 1);
    fails = false;
    one(element, '[role=alert] button').click();
    await until(element, () => all(element, 'table[role=grid]').length === 1);
  });

  it('says that a back end does not offer it', async () => {
    const element = await gridOf(failing(new RequestError('not_available', 'no')));
    await until(element, () => seen(one(element, '.body')).includes('Not offered by this data source'));
  });
});
