import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import type { MaTrendChart } from '#elements/trend-chart/trend-chart.element.js';
import { meta, trendClient, trendOf } from './trend-back-end.js';
import { root, all, one, text, canvas, until, next, isSettled, settled, after, isWebKit } from './stage.js';

beforeEach(async () => {
  // WebKit's driver cannot, and its window is large enough
  if (!isWebKit) await setViewport({ width: 1280, height: 900 });
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
