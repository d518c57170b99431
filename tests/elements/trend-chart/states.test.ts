import { expect } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import type { Client } from '#client/client.js';
import { RequestError } from '#client/request-error.js';
import type { MaTrendChart } from '#elements/trend-chart/trend-chart.element.js';
import { days, meta, now, trendClient, trendOf } from './trend-back-end.js';
import {
  root,
  all,
  one,
  text,
  seen,
  canvas,
  until,
  isSettled,
  place,
  settled,
  after,
  pointAt,
  inked,
  isChromium,
  isWebKit,
  roomyWidths,
} from './stage.js';
import { isAccessible } from '../base/accessible.js';

beforeEach(async () => {
  // WebKit's driver cannot, and its window is large enough
  if (!isWebKit) await setViewport({ width: 1280, height: 900 });
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
      await isAccessible(chart);
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
      await isAccessible(chart);
      answer();
      await until(chart, isSettled(chart));
      expect(chart.getBoundingClientRect().height, `at ${width} px`).to.equal(height);
      chart.remove();
    }
  });

  it('loading: bones stay inside the frame, whichever way a page reads', async () => {
    const { client } = trendClient({ trend: () => new Promise(() => undefined) });
    for (const locale of ['en', 'ar']) {
      const chart = await place({ client, locale }, 320);
      await until(chart, () => all(chart, '.bones').length > 0 && one(chart, '.foot').innerText.trim() !== '');
      const { left, right } = one(chart, '.plot').getBoundingClientRect();
      for (const bone of all(chart, '.bones > *').map((found) => found.getBoundingClientRect())) {
        expect(bone.left, locale).to.be.at.least(left);
        expect(bone.right, locale).to.be.at.most(right);
      }
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
      await isAccessible(chart);
      await after(chart, () => void (chart.view = 'table'));
      await isAccessible(chart);
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
      await isAccessible(chart);
    } finally {
      await emulateMedia({ forcedColors: 'none' });
    }
  });
});
