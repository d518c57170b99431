import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import { RequestError } from '#client/request-error.js';
import type { MaLiveChart } from '#elements/live-chart/live-chart.element.js';
import '#elements/live-chart/live-chart.js';
import { Clock, liveClient, minutesOf, pagesOf } from './live-chart/live-back-end.js';
import { meta, trendOf } from './trend-chart/trend-back-end.js';
import { isZoomLoaded } from './trend-chart/zoom-loaded.js';
import { isAccessible } from './base/accessible.js';
import { all, one, root, until } from './base/parts.js';

const minute = 60_000;

const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const drawn = (chart: MaLiveChart) => Chart.getChart(one(chart, 'canvas') as HTMLCanvasElement);
const numbers = (chart: MaLiveChart): string[][] =>
  all(chart, '.bars tbody tr').map((row) => [...row.querySelectorAll('td')].map(text));

const isSettled = (chart: MaLiveChart) => (): boolean =>
  root(chart).querySelector('.frame')?.getAttribute('aria-busy') === 'false' &&
  !root(chart).querySelector('.bones, .bar-bones') &&
  (root(chart).querySelector('.message .title')?.textContent ?? 'none') !== '' &&
  all(chart, 'canvas').every((canvas) => Chart.getChart(canvas as HTMLCanvasElement));

async function place(clock: Clock, changes: Partial<MaLiveChart> = {}, width = 1200) {
  const back = liveClient(clock);
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const chart = document.createElement('ma-live-chart');
  const usual = { app: 'lantern-tea', locale: 'en', timezone: 'Asia/Shanghai', timers: clock, client: back.client };
  Object.assign(chart, { now: clock.now }, usual, changes);
  box.append(chart);
  await until(chart, isSettled(chart));
  return { chart, box, ...back };
}

async function after(chart: MaLiveChart, act: () => void): Promise<void> {
  act();
  await chart.updateComplete;
  await until(chart, isSettled(chart));
}

/** The page is hidden or shown; the browser of the tests cannot do it by itself. */
function show(isShown: boolean): void {
  const value = isShown ? 'visible' : 'hidden';
  Object.defineProperty(document, 'visibilityState', { value, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

const isWebKit = !navigator.userAgent.includes('Chrome') && navigator.userAgent.includes('AppleWebKit');

beforeEach(async () => {
  if (!isWebKit) await setViewport({ width: 1280, height: 900 });
});

afterEach(() => {
  delete (document as unknown as Record<string, unknown>)['visibilityState'];
});

describe('ma-live-chart', () => {
  it('asks for the last hour by the minute, its totals and its pages, whatever days the scope is about', async () => {
    const { asked, lists } = await place(new Clock(), { range: 'last_30_days', granularity: 'day' });
    const range = { start: '2026-11-22T04:31:00Z', end: '2026-11-22T05:31:00Z', timezone: 'Asia/Shanghai' };
    const metrics = ['visits', 'active_users'];
    expect(asked.map(({ report, query }) => ({ report, query }))).to.deep.equal([
      { report: 'trend', query: { ...range, metrics, granularity: 'minute' } },
      { report: 'summary', query: { ...range, metrics } },
    ]);
    expect(lists).to.deep.equal([
      { ...range, dimension: 'page_path', metrics: ['page_visits', 'page_visitors'], limit: 7 },
    ]);
  });

  it('lists the pages with their shares, and the rest', async () => {
    const { chart } = await place(new Clock());
    expect(all(chart, '.bars tbody th .short').map(text)).to.deep.equal(['pages/home/index', 'pages/menu/index']);
    expect(text(all(chart, '.bars tbody tr').at(-1)!)).to.contain('4 other pages');
    expect(numbers(chart)).to.deep.equal([
      ['60', '30', '60.0%'],
      ['30', '15', '30.0%'],
      ['2', '1', '2.0%'],
      ['8', '4', '8.0%'],
    ]);
  });

  it('puts a page into the chart, which tells the host, and takes it out again', async () => {
    const { chart, asked, lists } = await place(new Clock());
    const fired = oneEvent(chart, 'page-select');
    await after(chart, () => all(chart, 'button.path')[1]!.click());
    expect(((await fired) as unknown as { page: string }).page).to.equal('pages/menu/index');
    const filters = [{ field: 'page_path', operator: 'eq', values: ['pages/menu/index'] }];
    expect(asked.at(-1)?.query.filters).to.deep.equal(filters);
    expect(lists.at(-1)).to.not.have.property('filters');
    expect(text(one(chart, 'h2'))).to.equal('Live: pages/menu/index');
    expect(text(all(chart, '.bars tbody tr')[1]!)).to.contain('Shown in the chart');
    await after(chart, () => one(chart, '.live-pages-head .button').click());
    expect(chart.page).to.equal(undefined);
    expect(text(one(chart, 'h2'))).to.equal('Live');
  });

  it('keeps the focus on the page that was chosen', async () => {
    const { chart } = await place(new Clock());
    const button = all(chart, 'button.path')[1]!;
    button.focus();
    await after(chart, () => button.click());
    expect(root(chart).activeElement).to.equal(button);
  });

  it('reaches back as far as the reader chooses, by lengths that suit', async () => {
    const { chart, asked } = await place(new Clock());
    one(chart, '[data-pick=span]').click();
    await until(chart, () => root(chart).querySelector('[role=option]') !== null);
    const fired = oneEvent(chart, 'span-change');
    await after(chart, () => all(chart, '[role=option]')[2]!.click());
    expect(((await fired) as unknown as { span: string }).span).to.equal('3_hours');
    expect(asked.at(-2)?.query).to.deep.include({ granularity: '5_minutes', start: '2026-11-22T02:35:00Z' });
  });

  it('takes a range of dates and times, in the zone of the report', async () => {
    const { chart, asked } = await place(new Clock(), { start: '2026-11-22T01:00:00Z', end: '2026-11-22T03:00:00Z' });
    const [from] = all(chart, '.moment input') as HTMLInputElement[];
    expect(from!.value).to.equal('2026-11-22T09:00');
    await after(chart, () => {
      from!.value = '2026-11-22T10:00';
      from!.dispatchEvent(new Event('change'));
    });
    expect(asked.at(-2)?.query).to.deep.include({ start: '2026-11-22T02:00:00Z', end: '2026-11-22T03:00:00Z' });
  });

  it('compares with a second period, by name', async () => {
    const { asked } = await place(new Clock(), { compare: ['previous_day'] });
    expect(asked[0]?.query.compare).to.deep.equal(['previous_day']);
  });

  it('compares with a second period as long, from a time', async () => {
    const { asked } = await place(new Clock(), { compareStart: '2026-11-20T00:00:00Z' });
    const chosen = { compare_start: '2026-11-20T00:00:00Z', compare_end: '2026-11-20T01:00:00Z' };
    expect(asked[0]?.query).to.deep.include(chosen);
  });

  it('says that a profile has no live data, and waits for nothing', async () => {
    const clock = new Clock();
    const fails = () => new RequestError('not_available', 'The profile has no live reports.');
    const { chart } = await place(clock, { client: liveClient(clock, { fails }).client });
    expect(text(one(chart, '.message .title'))).to.equal('Not offered by this data source');
    expect(root(chart).querySelector('.live-pages')).to.equal(null);
    expect(clock.waiting).to.equal(undefined);
  });

  it('is fed by data alone, and then asks nobody', async () => {
    const clock = new Clock();
    const buckets = minutesOf({ start: '2026-11-22T05:00:00Z', end: '2026-11-22T05:31:00Z' }, clock.time);
    const data = trendOf({ metrics: [] }, { buckets, series: [{ metric: 'visits', values: buckets.map(() => 3) }] });
    const { chart } = await place(clock, { client: undefined, app: undefined, data, pages: pagesOf(meta) });
    expect(all(chart, '.bars tbody tr')).to.have.length(4);
    expect(root(chart).querySelector('.live-tools')).to.equal(null);
    expect(clock.waiting).to.equal(undefined);
  });

  for (const width of [1200, 280]) {
    it(`passes the checks for accessibility and stays inside at ${width} px`, async () => {
      const { chart } = await place(new Clock(), { start: '2026-11-22T01:00:00Z', end: '2026-11-22T03:00:00Z' }, width);
      await isAccessible(chart);
      const { right } = one(chart, '.frame').getBoundingClientRect();
      for (const part of all(chart, '.head > *, .live-tools > *, .bars')) {
        expect(part.getBoundingClientRect().right, part.className).to.be.at.most(right);
      }
    });
  }
});

describe('news of a live chart', () => {
  it('are asked for when there can be some, and come in quietly', async () => {
    const clock = new Clock();
    const { chart, asked } = await place(clock);
    expect(clock.waiting?.at).to.equal(Date.parse('2026-11-22T05:31:00Z'));
    clock.ring();
    await chart.updateComplete;
    expect(root(chart).querySelector('.dimmed')).to.equal(null);
    expect(one(chart, '.frame').getAttribute('aria-busy')).to.equal('false');
    await until(chart, () => asked.length === 4 && clock.waiting !== undefined);
    expect(asked.at(-2)).to.deep.include({ refresh: true });
    expect(asked.at(-2)?.query).to.include({ start: '2026-11-22T04:32:00Z', end: '2026-11-22T05:32:00Z' });
    expect(clock.waiting?.at).to.equal(Date.parse('2026-11-22T05:32:00Z'));
  });

  it('keep the chart, what is pointed at, the focus and the chosen length', async () => {
    const clock = new Clock();
    const { chart, asked } = await place(clock, { granularity: '5_minutes' });
    const before = drawn(chart);
    const field = one(chart, '.field');
    field.focus();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true }));
    await chart.updateComplete;
    clock.ring();
    await until(chart, () => asked.length === 4 && clock.waiting !== undefined);
    expect(drawn(chart)).to.equal(before);
    expect(root(chart).activeElement).to.equal(field);
    expect(root(chart).querySelector('.tooltip')).to.not.equal(null);
    expect(asked.at(-2)?.query).to.include({ granularity: '5_minutes' });
  });

  it('keep the stretch that is zoomed in on, in the same chart', async () => {
    const clock = new Clock();
    const { chart, asked } = await place(clock);
    const before = drawn(chart);
    const field = one(chart, '.field');
    field.focus();
    await until(chart, () => isZoomLoaded(chart));
    for (const [key, shiftKey] of [['ArrowLeft'], ['ArrowLeft', true], ['ArrowLeft', true], ['Enter']] as const) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: shiftKey ?? false, bubbles: true }));
    }
    await until(chart, () => root(chart).querySelector('.zoom-out') !== null);
    const stretch = text(one(chart, '.stretch'));
    expect(drawn(chart)?.data.datasets[0]?.data).to.have.length(3);
    clock.ring();
    await until(chart, () => asked.length === 4 && clock.waiting !== undefined);
    expect(drawn(chart)).to.equal(before);
    expect(drawn(chart)?.data.datasets[0]?.data).to.have.length(3);
    expect(text(one(chart, '.stretch'))).to.equal(stretch);
  });

  it('wait while the page is hidden, and are asked for once it is seen again', async () => {
    const clock = new Clock();
    const { chart, asked } = await place(clock);
    show(false);
    expect(clock.waiting).to.equal(undefined);
    clock.time += 10 * minute;
    show(true);
    expect(clock.waiting?.at).to.equal(clock.time);
    clock.ring();
    await until(chart, () => asked.length === 4);
    expect(asked.at(-2)?.query).to.include({ end: '2026-11-22T05:41:00Z' });
  });

  it('wait while the chart is off screen', async () => {
    const clock = new Clock();
    const { chart, box } = await place(clock);
    box.style.setProperty('margin-block-start', '5000px');
    await until(chart, () => clock.waiting === undefined);
    box.style.removeProperty('margin-block-start');
    await until(chart, () => clock.waiting !== undefined);
  });

  it('are not waited for where a range is over', async () => {
    const clock = new Clock();
    await place(clock, { start: '2026-11-22T01:00:00Z', end: '2026-11-22T02:00:00Z' });
    expect(clock.waiting).to.equal(undefined);
  });

  it('are not waited for where the source is a file', async () => {
    const clock = new Clock();
    await place(clock, { client: liveClient(clock, { next: null }).client });
    expect(clock.waiting).to.equal(undefined);
  });

  it('are asked for again a minute after a failure', async () => {
    const clock = new Clock();
    let isDown = false;
    const fails = () => (isDown ? new RequestError('http', 'no', { status: 500 }) : undefined);
    const { client, asked } = liveClient(clock, { fails });
    const { chart } = await place(clock, { client });
    isDown = true;
    clock.ring();
    await until(chart, () => clock.waiting !== undefined && asked.length >= 3);
    expect(clock.waiting?.at).to.equal(clock.time + minute);
    isDown = false;
    clock.ring();
    await until(chart, isSettled(chart));
    expect(root(chart).querySelector('canvas')).to.not.equal(null);
  });

  it('leave no timer and no listener behind when the chart goes', async () => {
    const clock = new Clock();
    const { chart } = await place(clock);
    chart.remove();
    expect(clock.waiting).to.equal(undefined);
    show(true);
    expect(clock.waiting).to.equal(undefined);
  });
});
