import { expect, fixture, html, nextFrame, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import type { Client } from '#client/client.js';
import { RequestError } from '#client/request-error.js';
import type { MaTrendChart } from '#elements/trend-chart/trend-chart.element.js';
import '#elements/trend-chart/trend-chart.js';
import { days, meta, now, summaryOf, trendClient, trendOf } from './trend-chart/trend-back-end.js';

const root = (chart: MaTrendChart): ShadowRoot => chart.shadowRoot!;
const all = (chart: MaTrendChart, selector: string): HTMLElement[] => [
  ...root(chart).querySelectorAll<HTMLElement>(selector),
];
const one = (chart: MaTrendChart, selector: string): HTMLElement => {
  const found = root(chart).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
};
/** Browsers carry different dates of one language: “Tue, 17 Nov” is “Tue 17 Nov”, “17–22 Nov” is “17 – 22 Nov”. */
const plain = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), /g, '$1 ')
    .replace(/ ?– ?/g, ' – ')
    .trim();
const text = (element: Element): string => plain(element.textContent ?? '');
const seen = (element: HTMLElement): string => plain(element.innerText);
const field = (chart: MaTrendChart): HTMLElement => one(chart, '.field');
const reading = (chart: MaTrendChart): string => text(one(chart, '[aria-live]'));
const canvas = (chart: MaTrendChart): HTMLCanvasElement => one(chart, 'canvas') as HTMLCanvasElement;

/** Updates until it is so, at most for some frames. */
async function until(chart: MaTrendChart, isSo: () => boolean): Promise<void> {
  for (let frames = 0; !isSo(); frames++) {
    if (frames > 300) throw new Error(`Never came to be: ${isSo.toString()}`);
    await chart.updateComplete;
    await nextFrame();
  }
}

const next = <Name extends keyof HTMLElementEventMap>(
  chart: MaTrendChart,
  name: Name,
): Promise<HTMLElementEventMap[Name]> => oneEvent<HTMLElementEventMap[Name] & CustomEvent>(chart, name);

/** Not busy, and what it shows stands on its canvas. */
const isSettled = (chart: MaTrendChart) => (): boolean =>
  root(chart).querySelector('.frame')?.getAttribute('aria-busy') === 'false' &&
  !root(chart).querySelector('.bones') &&
  (root(chart).querySelector('.message .title')?.textContent ?? 'none') !== '' &&
  all(chart, 'canvas').every((drawn) => Chart.getChart(drawn as HTMLCanvasElement));

async function place(changes: Partial<MaTrendChart>, width = 1000): Promise<MaTrendChart> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const chart = document.createElement('ma-trend-chart');
  Object.assign(chart, { app: 'lantern-tea', range: 'last_7_days', metrics: ['opens'], locale: 'en', now }, changes);
  box.append(chart);
  return chart;
}

async function settled(changes: Partial<MaTrendChart> = {}, width?: number): Promise<MaTrendChart> {
  const chart = await place({ client: trendClient().client, ...changes }, width);
  await until(chart, isSettled(chart));
  return chart;
}

/** Does something and waits until the chart shows it. */
async function after(chart: MaTrendChart, act: () => void | Promise<void>): Promise<void> {
  await act();
  await chart.updateComplete;
  await until(chart, isSettled(chart));
}

function pointAt(chart: MaTrendChart, share: number, selector = '.aim'): void {
  const aim = one(chart, selector);
  const { left, width, top } = aim.getBoundingClientRect();
  const at = { clientX: left + width * share, clientY: top + 40, bubbles: true, pointerType: 'mouse' };
  aim.dispatchEvent(new PointerEvent('pointermove', at));
}

/** How many pixels of a canvas are not empty. */
function inked(of: HTMLCanvasElement): number {
  const { data } = of.getContext('2d')!.getImageData(0, 0, of.width, of.height);
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) count++;
  return count;
}

const loadedChartJs = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('chart-library'));

const isChromium = navigator.userAgent.includes('Chrome');
const isWebKit = !isChromium && navigator.userAgent.includes('AppleWebKit');
// WebKitGTK's wider letters break the head of the narrowest one in two lines, with data only.
const roomyWidths = isWebKit ? [1000, 620] : [1000, 620, 340];

beforeEach(async () => {
  // WebKit's driver cannot, and its window is large enough
  if (!isWebKit) await setViewport({ width: 1280, height: 900 });
});

describe('ma-trend-chart', () => {
  it('needs no chart.js for its table, and loads it for its chart', async () => {
    const chart = await settled({ view: 'table' });
    expect(all(chart, 'tbody tr')).to.have.length(6);
    expect(loadedChartJs()).to.equal(false);
    await after(chart, () => void (chart.view = 'chart'));
    expect(loadedChartJs()).to.equal(true);
    expect(inked(canvas(chart))).to.be.greaterThan(2000);
  });

  it('asks for the trend and, for its totals, the summary; of the comparisons for the first', async () => {
    const { client, asked } = trendClient();
    await settled({ client, metrics: ['opens', 'visits'], compare: ['previous_period', 'last_week'] });
    const common = { range: 'last_7_days', metrics: ['opens', 'visits'], compare: ['previous_period'] };
    expect(asked).to.deep.equal([
      { report: 'trend', scope: 'apps/lantern-tea', refresh: false, query: common },
      { report: 'summary', scope: 'apps/lantern-tea', refresh: false, query: common },
    ]);
  });

  it('asks for no totals of a breakdown', async () => {
    const { client, asked } = trendClient();
    await settled({ client, breakdownBy: 'source', limit: 5 });
    expect(asked.map(({ report }) => report)).to.deep.equal(['trend']);
    expect(asked[0]?.query).to.deep.include({ breakdown_by: 'source', limit: 5 });
  });

  it('names the metric, its growth, its range and total, and those it is compared with', async () => {
    const chart = await settled({ compare: ['previous_period'] });
    expect(text(one(chart, 'h2'))).to.equal('Opens');
    expect(seen(one(chart, '.delta .change'))).to.equal('+9%');
    expect(text(one(chart, '.delta .hidden-text'))).to.equal('Up 9% against 11 – 16 Nov');
    expect(all(chart, '.legend li').map(text)).to.deep.equal(['17 – 22 Nov415,859', '11 – 16 Nov380,466']);
  });

  it('is a chart without totals where those cannot be had', async () => {
    const failing = trendClient({ summary: () => Promise.reject(new RequestError('http', 'no', { status: 500 })) });
    const chart = await settled({ client: failing.client });
    expect(inked(canvas(chart))).to.be.greaterThan(2000);
    expect(all(chart, '.legend li').map(text)).to.deep.equal(['17 – 22 Nov']);
  });

  it('is fed by data alone, and asks nobody', async () => {
    const data = trendOf({ metrics: ['opens'] });
    const summary = summaryOf({ metrics: ['opens'] });
    const chart = await settled({ client: undefined, app: undefined, data, summary });
    expect(all(chart, '.legend li').map(text)).to.deep.equal(['17 – 22 Nov415,859']);
    expect(root(chart).querySelector('.segments')).to.equal(null);
    expect(all(chart, '.foot .tool').map((tool) => tool.getAttribute('aria-label'))).to.not.include('Refresh');
  });

  it('shows the state of data that cannot be read instead of throwing', async () => {
    const chart = await place({ client: undefined, data: { nonsense: true } as never });
    const failed = await next(chart, 'report-error');
    await until(chart, isSettled(chart));
    expect(failed.error).to.be.instanceOf(Error);
    expect(text(one(chart, '.message .title'))).to.equal('Could not load');
  });

  it('updates its chart in place on a refresh, and keeps what is pointed at', async () => {
    const { client, asked } = trendClient();
    const chart = await settled({ client });
    const before = Chart.getChart(canvas(chart));
    pointAt(chart, 0.5);
    await chart.updateComplete;
    const title = text(one(chart, '.tooltip .when'));
    await after(chart, () => chart.refresh());
    expect(asked.at(-1)?.refresh).to.equal(true);
    expect(Chart.getChart(canvas(chart))).to.equal(before);
    expect(text(one(chart, '.tooltip .when'))).to.equal(title);
  });

  it('leaves no chart behind when it goes, and draws again when it comes back', async () => {
    const chart = await settled();
    const [box, drawn] = [chart.parentElement!, canvas(chart)];
    chart.remove();
    expect(Chart.getChart(drawn)).to.equal(undefined);
    expect(Object.keys(Chart.instances)).to.have.length(0);
    box.append(chart);
    await until(chart, isSettled(chart));
    expect(inked(canvas(chart))).to.be.greaterThan(2000);
  });

  it('draws at the width it is given', async () => {
    const chart = await settled({}, 900);
    chart.parentElement!.style.setProperty('inline-size', '500px');
    await until(chart, () => canvas(chart).getBoundingClientRect().width < 470);
    expect(Math.round(canvas(chart).getBoundingClientRect().width)).to.equal(
      Math.round(one(chart, '.plot').getBoundingClientRect().width),
    );
  });

  it('draws again in other colours when the scheme changes', async () => {
    const chart = await settled({ scheme: 'light' });
    const colour = (): unknown => Chart.getChart(canvas(chart))?.data.datasets[0]?.borderColor;
    const light = colour();
    chart.scheme = 'dark';
    await until(chart, () => colour() !== light);
    expect(light).to.match(/^rgba\(/);
  });
});

describe('the lines of a trend chart', () => {
  it('share a plot where they share a unit, and stand in small multiples where not', async () => {
    const chart = await settled({ metrics: ['opens', 'visits'] });
    expect(all(chart, 'canvas')).to.have.length(1);
    chart.metrics = ['opens', 'exit_rate'];
    await until(chart, () => all(chart, 'canvas').length === 2 && isSettled(chart)());
    expect(all(chart, 'figcaption').map(seen)).to.deep.equal(['Opens 415,859', 'Exit rate 30.19%']);
  });

  it('are switched off and on in the legend, which tells the host', async () => {
    const chart = await settled({ metrics: ['opens', 'visits'] });
    const shown = (): unknown[] =>
      (Chart.getChart(canvas(chart))?.data.datasets as unknown as { id: string }[]).map(({ id }) => id);
    expect(shown()).to.deep.equal(['visits', 'opens']);
    const fired = next(chart, 'line-toggle');
    const toggle = one(chart, '.legend button');
    await after(chart, () => toggle.click());
    expect(await fired).to.include({ line: 'opens', isOn: false });
    expect(toggle.getAttribute('aria-pressed')).to.equal('false');
    expect(shown()).to.deep.equal(['visits']);
    await after(chart, () => toggle.click());
    expect(shown()).to.deep.equal(['visits', 'opens']);
  });

  it('say so when all are switched off', async () => {
    const chart = await settled({ metrics: ['opens', 'visits'] });
    for (const toggle of all(chart, '.legend button')) await after(chart, () => toggle.click());
    expect(text(one(chart, '.plot'))).to.equal('Every line is switched off.');
  });

  it('carry their names at their ends where there is room, else in the legend', async () => {
    const series = ['2', '1', '3'].map((key, i) => ({
      metric: 'opens',
      key,
      label: key,
      values: [9, 9, 9, 9, 9 - i, 2],
    }));
    const { client } = trendClient({ trend: () => trendOf({ metrics: [] }, { series }) });
    const wide = await settled({ client, breakdownBy: 'source' });
    expect(text(one(wide, 'h2'))).to.equal('Opens by source');
    expect(all(wide, '.ends li').map(text)).to.deep.equal(['Search9', 'Mini program history list8', 'Chat7']);
    expect(all(wide, '.legend li')).to.have.length(0);
    const narrow = await settled({ client, breakdownBy: 'source' }, 500);
    expect(all(narrow, '.ends li')).to.have.length(0);
    expect(all(narrow, '.legend li')).to.have.length(3);
  });

  it('are the first of many, the rest waits behind “more”', async () => {
    const series = Array.from({ length: 15 }, (_, i) => ({
      metric: 'opens',
      key: `k${i}`,
      values: [15 - i, 1, 1, 1, 1, 1],
    }));
    const others = { row_count: 30, series: [{ metric: 'opens', values: [1, 1, 1, 1, 1, 1] }] };
    const { client } = trendClient({ trend: () => trendOf({ metrics: [] }, { series, others }) });
    const chart = await settled({ client, breakdownBy: 'page_path' }, 600);
    expect(all(chart, '.legend [aria-pressed=true]')).to.have.length(5);
    expect(all(chart, '.legend li')).to.have.length(12);
    const more = one(chart, '.more-keys');
    expect(text(more)).to.equal('4 more');
    await after(chart, () => more.click());
    expect(all(chart, '.legend li')).to.have.length(16);
    expect(text(all(chart, '.legend li').at(-1)!)).to.equal('30 others');
  });

  it('get a strip of differences on request, where there is something to compare with', async () => {
    const chart = await settled({ difference: true, compare: ['previous_period'] });
    expect(all(chart, 'canvas')).to.have.length(2);
    const plain = await settled({ difference: true });
    expect(all(plain, 'canvas')).to.have.length(1);
  });
});

describe('pointing at a trend chart', () => {
  it('opens one tooltip with value, comparison and change', async () => {
    const chart = await settled({ compare: ['previous_period'] });
    pointAt(chart, 0.42);
    await chart.updateComplete;
    expect(seen(one(chart, '.tooltip'))).to.equal('Thu 19 Nov Opens 12,800 Fri 13 Nov 6,400 Change +100%');
  });

  it('says that the running day is not over, and compares it with nothing', async () => {
    const chart = await settled({ compare: ['previous_period'] });
    pointAt(chart, 0.99);
    await chart.updateComplete;
    expect(seen(one(chart, '.tooltip'))).to.equal('Sun 22 Nov so far, to 13:30 Opens 7,112 Mon 16 Nov 3,556');
  });

  it('tells of all lines', async () => {
    const chart = await settled({ metrics: ['opens', 'visits'] });
    pointAt(chart, 0.1);
    await chart.updateComplete;
    expect(seen(one(chart, '.tooltip'))).to.equal('Tue 17 Nov Opens 12,400 Visits 40,000');
  });

  it('keeps the tooltip inside the widget', async () => {
    const chart = await settled({ compare: ['previous_period'] }, 300);
    const frame = one(chart, '.frame').getBoundingClientRect();
    for (const share of [0.15, 0.4, 0.6, 0.99]) {
      pointAt(chart, share);
      await chart.updateComplete;
      const box = one(chart, '.tooltip').getBoundingClientRect();
      expect(box.left).to.be.at.least(frame.left);
      expect(box.right).to.be.at.most(frame.right);
    }
  });

  it('ends when the pointer leaves', async () => {
    const chart = await settled();
    pointAt(chart, 0.5);
    await chart.updateComplete;
    one(chart, '.aim').dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    await chart.updateComplete;
    expect(root(chart).querySelector('.tooltip')).to.equal(null);
  });

  it('tells the host which bucket is clicked', async () => {
    const chart = await settled();
    pointAt(chart, 0.1);
    const fired = next(chart, 'point-select');
    one(chart, '.aim').click();
    expect(await fired).to.deep.include({
      index: 0,
      bucket: { start: '2026-11-17', end: '2026-11-17', state: 'complete' },
    });
  });
});

describe('the keys of a trend chart', () => {
  it('move along the points, which are read aloud', async () => {
    const chart = await settled({ compare: ['previous_period'] });
    field(chart).focus();
    await sendKeys({ press: 'Home' });
    await chart.updateComplete;
    expect(reading(chart)).to.equal('Tue 17 Nov: Opens 12,400, Wed 11 Nov 6,200, +100%');
    await sendKeys({ press: 'ArrowRight' });
    await chart.updateComplete;
    expect(reading(chart)).to.match(/^Wed 18 Nov: Opens 13,000/);
    await sendKeys({ press: 'End' });
    await chart.updateComplete;
    expect(reading(chart)).to.match(/^Sun 22 Nov, so far, to 13:30: Opens 7,112/);
    await sendKeys({ press: 'ArrowRight' });
    await chart.updateComplete;
    expect(reading(chart)).to.match(/^Sun 22 Nov/);
  });

  it('follow the direction of reading', async () => {
    const chart = await settled({ locale: 'ar' });
    field(chart).focus();
    await sendKeys({ press: 'Home' });
    await chart.updateComplete;
    const first = reading(chart);
    await sendKeys({ press: 'ArrowLeft' });
    await chart.updateComplete;
    expect(reading(chart)).to.contain('18');
    await sendKeys({ press: 'ArrowRight' });
    await chart.updateComplete;
    expect(reading(chart)).to.equal(first);
  });

  it('choose a point with Enter, and leave with Escape', async () => {
    const chart = await settled();
    field(chart).focus();
    await sendKeys({ press: 'Home' });
    const fired = next(chart, 'point-select');
    await sendKeys({ press: 'Enter' });
    expect((await fired).index).to.equal(0);
    await sendKeys({ press: 'Escape' });
    await chart.updateComplete;
    expect(root(chart).querySelector('.tooltip')).to.equal(null);
  });

  it('show the table with T, and the chart with T again, and keep the focus', async () => {
    const chart = await settled();
    field(chart).focus();
    await after(chart, () => sendKeys({ press: 't' }));
    expect(chart.view).to.equal('table');
    await until(chart, () => root(chart).activeElement?.matches('.twin') === true);
    await after(chart, () => sendKeys({ press: 't' }));
    expect(chart.view).to.equal('chart');
    await until(chart, () => root(chart).activeElement?.matches('.field') === true);
  });

  it('say nothing aloud while a pointer moves', async () => {
    const chart = await settled();
    pointAt(chart, 0.5);
    await chart.updateComplete;
    expect(reading(chart)).to.equal('');
  });
});

describe('the table of a trend chart', () => {
  it('says the same as the chart, and what is not whole', async () => {
    const chart = await settled({ view: 'table', compare: ['previous_period'] });
    expect(all(chart, 'thead th').map(text)).to.deep.equal([
      'Time',
      'Opens',
      'Compared with',
      'Opens, before',
      'Opens, change',
    ]);
    const rows = all(chart, 'tbody tr').map(text);
    expect(rows[0]).to.equal('Tue 17 Nov 12,400 Wed 11 Nov 6,200 +100%');
    expect(rows[5]).to.equal('Sun 22 Nov so far, to 13:30 7,112 Mon 16 Nov 3,556');
  });

  it('takes the room of the chart', async () => {
    const chart = await settled();
    const { height } = chart.getBoundingClientRect();
    await after(chart, () => one(chart, '.foot .tool').click());
    expect(chart.getBoundingClientRect().height).to.equal(height);
  });
});

describe('the granularity of a trend chart', () => {
  const month: typeof meta = { ...meta, range: { start: '2026-10-24', end: '2026-11-22' } };
  const monthly = () =>
    trendClient({ trend: (query) => trendOf(query, { meta: { ...month, granularity: query.granularity ?? 'day' } }) });

  it('offers what makes sense for the range', async () => {
    const chart = await settled({ client: monthly().client });
    expect(all(chart, '.segments button').map(text)).to.deep.equal(['Day', 'Week', 'Month']);
    expect(text(one(chart, '.segments [aria-pressed=true]'))).to.equal('Day');
  });

  it('asks anew when it is changed, tells the host, and keeps the old lines, dimmed, meanwhile', async () => {
    let answer = (): void => undefined;
    let isHeld = false;
    const { client, asked } = trendClient({
      trend: (query) => {
        const report = trendOf(query, { meta: { ...month, granularity: query.granularity ?? 'day' } });
        return isHeld ? new Promise((resolve) => (answer = () => resolve(report))) : report;
      },
    });
    const chart = await settled({ client });
    const before = Chart.getChart(canvas(chart));
    isHeld = true;
    const fired = next(chart, 'granularity-change');
    all(chart, '.segments button')[1]!.click();
    expect((await fired).granularity).to.equal('week');
    await until(chart, () => one(chart, '.frame').getAttribute('aria-busy') === 'true');
    expect(asked.filter(({ report }) => report === 'trend').at(-1)?.query).to.deep.include({ granularity: 'week' });
    expect(one(chart, '.body').classList.contains('dimmed')).to.equal(true);
    expect(Chart.getChart(canvas(chart))).to.equal(before);
    answer();
    await until(chart, isSettled(chart));
    expect(text(one(chart, '.segments [aria-pressed=true]'))).to.equal('Week');
  });

  it('is not offered for one day, nor where the host does not want it', async () => {
    const day = { ...meta, range: { start: '2026-11-22', end: '2026-11-22' } };
    const chart = await settled({ client: trendClient({ trend: (query) => trendOf(query, { meta: day }) }).client });
    expect(root(chart).querySelector('.segments')).to.equal(null);
    const quiet = await settled({ client: monthly().client, noGranularity: true });
    expect(root(quiet).querySelector('.segments')).to.equal(null);
  });
});

describe('the files of a trend chart', () => {
  /** What a click on an action gives the reader. */
  async function downloaded(chart: MaTrendChart, label: string): Promise<{ name: string; blob: Blob }> {
    const [create, click] = [URL.createObjectURL, HTMLAnchorElement.prototype.click];
    try {
      return await new Promise((resolve) => {
        let blob = new Blob();
        URL.createObjectURL = (given) => {
          blob = given as Blob;
          return 'blob:none';
        };
        HTMLAnchorElement.prototype.click = function () {
          resolve({ name: this.download, blob });
        };
        all(chart, '.foot .tool')
          .find((tool) => tool.getAttribute('aria-label') === label)!
          .click();
      });
    } finally {
      [URL.createObjectURL, HTMLAnchorElement.prototype.click] = [create, click];
    }
  }

  it('hold every line, unrounded, under what it was counted over', async () => {
    const filters = [{ field: 'os_name', operator: 'in' as const, values: ['iOS'] }];
    const trend = (query: Parameters<typeof trendOf>[0]) => trendOf(query, { meta: { ...meta, filters } });
    const chart = await settled({
      client: trendClient({ trend }).client,
      metrics: ['exit_rate'],
      compare: ['previous_period'],
    });
    const { name, blob } = await downloaded(chart, 'Download CSV');
    expect(name).to.equal('Exit rate 2026-11-17 2026-11-22.csv');
    const lines = (await blob.text()).replace('\ufeff', '').split('\r\n');
    expect(lines.slice(0, 6)).to.deep.equal([
      'Range,2026-11-17,2026-11-22',
      'Time zone,Asia/Shanghai',
      'Definition profile,standard',
      'Environment,production',
      'Filters,Operating system = iOS',
      'Data until,2026-11-22T05:30:00Z',
    ]);
    expect(lines[7]).to.equal(
      'Start,End,State,Exit rate,Compared start,Compared end,"Exit rate, before","Exit rate, change"',
    );
    expect(lines[8]).to.equal('2026-11-17,2026-11-17,complete,0.31,2026-11-11,2026-11-11,0.155,1');
    expect(lines[13]).to.equal('2026-11-22,2026-11-22,running,0.31,2026-11-16,2026-11-16,0.155,');
  });

  it('are a picture with everything that the widget shows', async () => {
    const chart = await settled({ metrics: ['opens', 'visits'] });
    const { name, blob } = await downloaded(chart, 'Download image');
    expect(name).to.equal('Opens, Visits 2026-11-17 2026-11-22.png');
    expect(blob.type).to.equal('image/png');
    const picture = await createImageBitmap(blob);
    expect(picture.width).to.be.greaterThan(canvas(chart).width);
    expect(picture.height).to.be.greaterThan(canvas(chart).height + 60);
  });
});

describe('the states of a trend chart', () => {
  const failing = (error: RequestError): Client =>
    trendClient({ trend: () => Promise.reject(error), summary: () => Promise.reject(error) }).client;
  const problem = (code: string, status: number, more = {}) => ({
    type: 'about:blank',
    title: code,
    status,
    code,
    ...more,
  });
  const states: [string, Partial<MaTrendChart>, string][] = [
    [
      'empty',
      {
        client: trendClient({
          trend: (query) =>
            trendOf(query, { series: [{ metric: 'opens', values: [null, null, null, null, null, null] }] }),
        }).client,
      },
      'No data in this range',
    ],
    ['error', { client: failing(new RequestError('http', 'broken', { status: 504 })) }, 'Could not load'],
    [
      'forbidden',
      {
        client: failing(
          new RequestError('forbidden', 'no', {
            status: 403,
            problem: problem('forbidden', 403, { permission: 'data_overview.read' }),
          }),
        ),
      },
      'You may not see this',
    ],
    [
      'not available',
      { client: failing(new RequestError('not_available', 'no', { status: 422 })) },
      'Not offered by this data source',
    ],
    [
      'rate limited',
      { client: failing(new RequestError('rate_limited', 'slow down', { status: 429, retryAt: now() + 1e12 })) },
      'Too many requests',
    ],
    ['offline', { client: failing(new RequestError('offline', 'no network')) }, 'You are offline'],
    ['idle', { metrics: [] }, 'Nothing to show yet'],
  ];

  for (const [name, changes, title] of states) {
    it(`${name}: says so, in the room of the chart, accessibly`, async () => {
      const chart = await settled(changes);
      expect(text(one(chart, '.message .title'))).to.equal(title);
      await expect(chart).to.be.accessible();
    });

    it(`${name}: is as high as the chart`, async () => {
      for (const width of roomyWidths) {
        const whole = await settled({ compare: ['previous_period'] }, width);
        const { height } = whole.getBoundingClientRect();
        whole.remove(); // else the next one is out of sight, and waits
        const chart = await settled({ compare: ['previous_period'], ...changes }, width);
        expect(chart.getBoundingClientRect().height, `at ${width} px`).to.equal(height);
        chart.remove();
      }
    });
  }

  it('loading: bones have the size of what will stand there', async () => {
    let answer = (): void => undefined;
    const { client } = trendClient({
      trend: (query) => new Promise((resolve) => (answer = () => resolve(trendOf(query)))),
    });
    for (const width of roomyWidths) {
      const chart = await place({ client, compare: ['previous_period'] }, width);
      await until(chart, () => root(chart).querySelector('.bones') !== null && text(one(chart, '.foot')) === 'Loading');
      const { height } = chart.getBoundingClientRect();
      await expect(chart).to.be.accessible();
      answer();
      await until(chart, isSettled(chart));
      expect(chart.getBoundingClientRect().height, `at ${width} px`).to.equal(height);
      chart.remove();
    }
  });

  it('stale: the foot says how late the data is, the lines stay', async () => {
    const late = { ...meta, data_as_of: '2026-11-22T01:30:00Z', next_refresh_at: '2026-11-22T01:40:00Z' };
    const chart = await settled({ client: trendClient({ trend: (query) => trendOf(query, { meta: late }) }).client });
    expect(text(one(chart, '.status'))).to.contain('4 h late');
    expect(inked(canvas(chart))).to.be.greaterThan(2000);
  });

  it('a failed refresh keeps the lines and says so in the foot', async () => {
    let isBroken = false;
    const { client } = trendClient({
      trend: (query) => {
        if (isBroken) throw new RequestError('http', 'broken', { status: 500 });
        return trendOf(query);
      },
    });
    const chart = await settled({ client });
    isBroken = true;
    await after(chart, () => chart.refresh());
    expect(text(one(chart, '.status'))).to.contain('Failed at');
    expect(inked(canvas(chart))).to.be.greaterThan(2000);
  });

  it('another app takes the old numbers away at once', async () => {
    const chart = await settled();
    chart.client = trendClient({ trend: () => new Promise(() => undefined) }).client;
    chart.app = 'city-pass';
    await chart.updateComplete;
    expect(root(chart).querySelector('canvas')).to.equal(null);
    expect(root(chart).querySelector('.bones')).to.not.equal(null);
  });
});

describe('odd data in a trend chart', () => {
  const drawn = async (values: (number | null)[], changes: Parameters<typeof trendOf>[1] = {}) => {
    const series = [{ metric: 'opens', values }];
    return settled({ client: undefined, data: trendOf({ metrics: [] }, { series, ...changes }) });
  };

  it('draws all zeros as a baseline and not as a state', async () => {
    const chart = await drawn([0, 0, 0, 0, 0, 0]);
    expect(root(chart).querySelector('.message')).to.equal(null);
    expect(inked(canvas(chart))).to.be.greaterThan(800);
  });

  it('draws the only point as a dot', async () => {
    const chart = await drawn([7], { buckets: days('2026-11-17', 1) });
    expect(Chart.getChart(canvas(chart))?.data.datasets[0]).to.deep.include({ pointRadius: [4] });
  });

  it('draws two thousand hours', async () => {
    const buckets = Array.from({ length: 2160 }, (_, i) => ({
      start: new Date(Date.parse('2026-08-24T16:00:00Z') + i * 3_600_000).toISOString(),
      end: new Date(Date.parse('2026-08-24T17:00:00Z') + i * 3_600_000).toISOString(),
      state: 'complete' as const,
    }));
    const chart = await drawn(
      buckets.map((_, i) => 500 + (i % 24) * 40),
      { buckets, meta: { ...meta, granularity: 'hour' } },
    );
    expect(inked(canvas(chart))).to.be.greaterThan(5000);
  });

  it('shows a metric and a bucket state of a newer back end as they are', async () => {
    const data = trendOf({ metrics: ['sparkle_index'] });
    data.buckets[0]!.state = 'reviewed' as never;
    const chart = await settled({ client: undefined, data, metrics: ['sparkle_index'] });
    expect(text(one(chart, 'h2'))).to.equal('sparkle_index');
  });
});

describe('a trend chart for everybody', () => {
  for (const locale of ['en', 'zh-CN', 'ar']) {
    it(`is accessible in ${locale}, as chart and as table`, async () => {
      const chart = await settled({ locale, metrics: ['opens', 'visits'], compare: ['previous_period'] });
      pointAt(chart, 0.5);
      await chart.updateComplete;
      await expect(chart).to.be.accessible();
      await after(chart, () => void (chart.view = 'table'));
      await expect(chart).to.be.accessible();
    });
  }

  it('runs from right to left in Arabic', async () => {
    const chart = await settled({ locale: 'ar' });
    expect(one(chart, '.frame').getAttribute('dir')).to.equal('rtl');
    expect(Chart.getChart(canvas(chart))?.options.scales?.['x']?.reverse).to.equal(true);
    expect(text(one(chart, 'h2'))).to.equal('مرات الفتح');
  });

  it('speaks Chinese', async () => {
    const chart = await settled({ locale: 'zh-CN', compare: ['previous_period'] });
    pointAt(chart, 0.99);
    await chart.updateComplete;
    expect(text(one(chart, 'h2'))).to.equal('打开次数');
    expect(seen(one(chart, '.tooltip'))).to.contain('截至 13:30');
  });

  for (const width of [280, 360, 600, 1600]) {
    it(`does not overflow at ${width} px`, async () => {
      const chart = await settled({ metrics: ['opens', 'visits'], compare: ['previous_period'] }, width);
      const frame = one(chart, '.frame');
      expect(frame.scrollWidth).to.be.at.most(frame.clientWidth);
      const head = one(chart, '.head');
      expect(head.scrollWidth).to.be.at.most(head.clientWidth);
    });
  }

  // only Chromium lets a test choose forced colours
  (isChromium ? it : it.skip)('is accessible in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    try {
      const chart = await settled({ metrics: ['opens', 'visits'] });
      expect(inked(canvas(chart))).to.be.greaterThan(2000);
      await expect(chart).to.be.accessible();
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });
});
