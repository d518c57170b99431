import { expect, fixture, fixtureCleanup, html, nextFrame } from '@open-wc/testing';
import type { MaOverviewTable } from '#elements/overview-table/overview-table.element.js';
import '#elements/overview-table/overview-table.js';
import { now, summaryOf, trendOf } from './base/answers.js';
import { part, untilSeen } from './base/shown.js';
import { failing, silent, stubClient, type Answers } from './base/stub-client.js';
import { isAccessible } from './base/accessible.js';
import { all } from './base/parts.js';

const seen = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').trim();
const rows = (element: MaOverviewTable): string[] => all(element, 'tbody:not(.skeleton) tr').map((row) => seen(row));

async function tableOf(answers: Answers = {}, changes: Partial<MaOverviewTable> = {}, width = 1100) {
  // One at a time: a table that is not near the window asks for nothing.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const element = document.createElement('ma-overview-table');
  const client = stubClient(answers);
  Object.assign(element, { app: 'lantern-tea', locale: 'en', client, now }, changes);
  box.append(element);
  return { element, client };
}

const two: Answers = {
  summary: () =>
    summaryOf([
      ['opens', 1100, [0.1, -0.04, 0]],
      ['bounce_rate', 0.2282, [0, -0.04, null]],
    ]),
  trend: () => trendOf('opens', [600, 1600, 1100]),
};

describe('ma-overview-table', () => {
  it('asks for yesterday’s usual metrics against day, week and month, and for the month that ends with it', async () => {
    const { element, client } = await tableOf();
    await untilSeen(element, '16,216');
    const metrics = ['opens', 'visits', 'active_users', 'new_users', 'shares', 'sharers'];
    expect(client.asked.map(({ query }) => query)).to.deep.equal([
      { range: 'yesterday', metrics, compare: ['previous_day', 'last_week', 'last_month'] },
      { range: 'last_30_days', granularity: 'day', metrics },
    ]);
    expect(rows(element)).to.have.length(6);
  });

  it('shows each metric with the value before and the growth of each comparison', async () => {
    const { element } = await tableOf(two, { metrics: ['opens', 'bounce_rate'] });
    await untilSeen(element, '1,100');
    expect(seen(part(element, 'thead'))).to.equal('Metric 21 Nov 20 Nov day 14 Nov week 21 Oct month Low – high');
    expect(rows(element)[0]).to.equal(
      'Opens 1,100 1,000 +10% Up 10% against 20 Nov 2026 1,146 −4% Down 4% against 14 Nov 2026 1,100 0% Unchanged against 21 Oct 2026',
    );
  });

  it('colours growth by whether up is good', async () => {
    const { element } = await tableOf(two, { metrics: ['opens', 'bounce_rate'] });
    await untilSeen(element, '1,100');
    const tones = all(element, 'tbody tr').map((row) =>
      [...row.querySelectorAll('.growth')].map(({ className }) => className.replace('growth ', '')),
    );
    expect(tones).to.deep.equal([
      ['good', 'bad', 'flat'],
      ['flat', 'good', 'flat'],
    ]);
  });

  it('marks where the day lies between the lowest and the highest of the month', async () => {
    const { element } = await tableOf(two, { metrics: ['opens', 'bounce_rate'] });
    await untilSeen(element, '1,100');
    const marks = all(element, '.track');
    expect(marks).to.have.length(1);
    expect(marks[0]!.getAttribute('aria-label')).to.match(/^Between 600 and 1,600, /);
    const [track, tick] = [marks[0]!, marks[0]!.querySelector('i')!].map((one) => one.getBoundingClientRect());
    expect((tick!.left + tick!.width / 2 - track!.left) / track!.width).to.be.closeTo(0.5, 0.02);
  });

  it('is a table without marks where the history cannot be had, or is not wanted', async () => {
    const broken = await tableOf({ ...two, trend: failing('http', { status: 500 }) });
    await untilSeen(broken.element, '1,100');
    expect(all(broken.element, '.span')).to.have.length(0);
    const plain = await tableOf(two, { noHistory: true });
    await untilSeen(plain.element, '1,100');
    expect(plain.client.asked.map(({ report }) => report)).to.deep.equal(['summary']);
  });

  it('explains a metric at its name', async () => {
    const { element } = await tableOf(two, { metrics: ['opens', 'bounce_rate'] });
    await untilSeen(element, '1,100');
    part(element, '.name').click();
    await untilSeen(element, 'Time zone');
  });

  it('compares with what the host chooses', async () => {
    const { element, client } = await tableOf({}, { compare: ['previous_day'] });
    await untilSeen(element, '16,216');
    expect(client.asked[0]?.query).to.deep.include({ compare: ['previous_day'] });
  });

  it('shows answers given as data', async () => {
    const { element } = await tableOf(
      {},
      {
        client: undefined,
        data: summaryOf([['opens', 7]]),
        history: trendOf('opens', [6, 8, 7]),
      },
    );
    await untilSeen(element, 'Opens');
    expect(all(element, '.track')).to.have.length(1);
  });

  it('gives a file of unrounded values', async () => {
    const { element } = await tableOf(two, { metrics: ['opens', 'bounce_rate'] });
    await untilSeen(element, '1,100');
    const { createObjectURL } = URL;
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob: Blob) => (blobs.push(blob), 'blob:none');
    const stop = (event: Event): void => event.preventDefault();
    addEventListener('click', stop);
    await element.download();
    removeEventListener('click', stop);
    URL.createObjectURL = createObjectURL;
    const lines = (await blobs[0]!.text()).split(/\r?\n/);
    expect(lines).to.include.members(['Time zone,Asia/Shanghai']);
    expect(lines.find((line) => line.startsWith('Bounce rate'))).to.match(
      /^Bounce rate,2026-11-21,2026-11-21,0\.2282,/,
    );
  });
});

describe('an overview without an answer', () => {
  it('shows a row of bones a metric', async () => {
    const { element } = await tableOf({ summary: silent });
    for (let frames = 0; frames < 20 && all(element, '.skeleton tr').length === 0; frames++) await nextFrame();
    expect(all(element, '.skeleton tr')).to.have.length(6);
    // the line under the heads is as long as those under the rows
    expect(part(element, 'thead th').offsetWidth).to.equal(part(element, 'thead tr').offsetWidth);
  });

  for (const [kind, text] of [
    ['forbidden', 'You may not see this'],
    ['not_available', 'Not offered by this data source'],
    ['offline', 'You are offline'],
    ['http', 'Could not load'],
  ] as const) {
    it(`says so when ${kind}`, async () => {
      const { element } = await tableOf({ summary: failing(kind) });
      await untilSeen(element, text);
    });
  }

  it('says that there is nothing', async () => {
    const { element } = await tableOf({ summary: () => summaryOf([]) });
    await untilSeen(element, 'No data in this range');
  });
});

describe('an overview in any room', () => {
  it('turns into labelled rows under 560 px, and stays a table to assistive technology', async () => {
    const { element } = await tableOf(two, { metrics: ['opens', 'bounce_rate'] }, 320);
    await untilSeen(element, '1,100');
    expect(getComputedStyle(part(element, 'tbody tr')).display).to.equal('grid');
    expect(part(element, 'tbody tr').getAttribute('role')).to.equal('row');
    expect(part(element, '.frame').scrollWidth).to.be.at.most(320);
  });

  for (const [name, changes, width] of [
    ['wide', {}, 1100],
    ['narrow, in the dark, in Arabic', { scheme: 'dark', locale: 'ar' }, 320],
  ] as const) {
    it(`is accessible ${name}`, async () => {
      const { element } = await tableOf(two, { metrics: ['opens', 'bounce_rate'], ...changes }, width);
      await untilSeen(element, '1,100');
      await isAccessible(element);
    });
  }
});
