import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import { RequestError } from '#client/request-error.js';
import { summaryOf, trendClient, trendOf } from './trend-back-end.js';
import {
  root,
  all,
  one,
  text,
  seen,
  canvas,
  until,
  next,
  isSettled,
  place,
  settled,
  after,
  pointAt,
  inked,
  loadedChartJs,
  isWebKit,
} from './stage.js';

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
