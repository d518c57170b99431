import { expect, nextFrame } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import type { MaTrendChart } from '#elements/trend-chart/trend-chart.element.js';
import { isAccessible } from '../base/accessible.js';
import {
  after,
  all,
  canvas,
  field,
  isWebKit,
  next,
  one,
  plain,
  pointAt,
  reading,
  root,
  settled,
  text,
  until,
} from './stage.js';
import { days, trendClient, trendOf } from './trend-back-end.js';
import { isZoomLoaded } from './zoom-loaded.js';

const back = (chart: MaTrendChart): HTMLElement | null => root(chart).querySelector<HTMLElement>('.zoom-out');
const mark = (chart: MaTrendChart): HTMLElement | null => root(chart).querySelector<HTMLElement>('.mark');
const points = (chart: MaTrendChart): number => Chart.getChart(canvas(chart))!.data.datasets[0]!.data.length;
const shown = (chart: MaTrendChart): string[] => all(chart, '.legend .name').map(text);

/** A chart whose zoom has been loaded, as by a pointer that came near. */
async function pointed(changes: Partial<MaTrendChart> = {}, width?: number): Promise<MaTrendChart> {
  const chart = await settled(changes, width);
  pointAt(chart, 0.5);
  await until(chart, () => isZoomLoaded(chart));
  return chart;
}

/** Presses one key after the other, some of them with Shift. */
async function press(chart: MaTrendChart, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (key.startsWith('Shift+')) await pressWithShift(chart, key.slice('Shift+'.length));
    else await sendKeys({ press: key });
  }
  await chart.updateComplete;
}

async function pressWithShift(chart: MaTrendChart, key: string): Promise<void> {
  if (isWebKit) {
    // its driver holds no key down
    const event = { key, shiftKey: true, bubbles: true, composed: true, cancelable: true };
    root(chart).activeElement!.dispatchEvent(new KeyboardEvent('keydown', event));
    return;
  }
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: key });
  await sendKeys({ up: 'Shift' });
}

async function move(chart: MaTrendChart, share: number): Promise<void> {
  const { left, width, top } = one(chart, '.aim').getBoundingClientRect();
  await sendMouse({ type: 'move', position: [Math.round(left + width * share), Math.round(top + 60)] });
  await chart.updateComplete;
}

async function drag(chart: MaTrendChart, from: number, to: number): Promise<void> {
  await move(chart, from);
  await sendMouse({ type: 'down' });
  await move(chart, to);
}

async function zoomed(changes: Partial<MaTrendChart> = {}): Promise<MaTrendChart> {
  const chart = await pointed(changes);
  field(chart).focus();
  await press(chart, 'Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter');
  await until(chart, () => back(chart) !== null);
  return chart;
}

beforeEach(async () => {
  // WebKit's driver cannot, and its window is large enough
  if (!isWebKit) await setViewport({ width: 1280, height: 900 });
});

afterEach(async () => {
  await resetMouse();
});

describe('zooming in on a trend chart with the pointer', () => {
  it('marks the stretch that is dragged across, and says which it is', async () => {
    const chart = await pointed();
    await drag(chart, 0.2, 0.62);
    expect(plain(one(chart, '.marked').textContent ?? '')).to.equal('18 – 20 Nov');
    expect(root(chart).querySelector('.tooltip')).to.equal(null);
    await sendMouse({ type: 'up' });
  });

  it('shows that stretch, without the totals of the range, and the way back', async () => {
    const chart = await pointed({ compare: ['previous_period'] });
    const drawn = Chart.getChart(canvas(chart));
    expect(all(chart, '.legend .figure, .delta .change')).to.have.length(3);
    const fired = next(chart, 'zoom-change');
    await drag(chart, 0.2, 0.62);
    await sendMouse({ type: 'up' });
    expect((await fired).range).to.deep.equal({ start: '2026-11-18', end: '2026-11-20' });
    await until(chart, () => back(chart) !== null);
    expect(mark(chart)).to.equal(null);
    expect(shown(chart)).to.deep.equal(['18 – 20 Nov', '12 – 14 Nov']);
    expect(all(chart, '.legend .figure, .delta .change')).to.deep.equal([]);
    expect(Chart.getChart(canvas(chart))).to.equal(drawn);
    expect(points(chart)).to.equal(3);
  });

  it('chooses no point at the end of a drag, and again with the next click', async () => {
    const chart = await pointed();
    const chosen: number[] = [];
    chart.addEventListener('point-select', ({ index }) => chosen.push(index));
    await drag(chart, 0.2, 0.62);
    await sendMouse({ type: 'up' });
    await until(chart, () => back(chart) !== null);
    expect(chosen).to.deep.equal([]);
    await move(chart, 0.5);
    await sendMouse({ type: 'click', position: await at(chart, 0.5) });
    expect(chosen).to.deep.equal([2]);
  });

  it('mirrors where time runs from right to left', async () => {
    const chart = await pointed({ locale: 'ar' });
    const fired = next(chart, 'zoom-change');
    await drag(chart, 0.8, 0.38);
    await sendMouse({ type: 'up' });
    expect((await fired).range).to.deep.equal({ start: '2026-11-18', end: '2026-11-20' });
  });

  it('is given up with Escape', async () => {
    const chart = await pointed();
    await drag(chart, 0.2, 0.62);
    await press(chart, 'Escape');
    expect(mark(chart)).to.equal(null);
    await sendMouse({ type: 'up' });
    await chart.updateComplete;
    expect(back(chart)).to.equal(null);
  });

  it('is left by its button, which gives the focus to the chart', async () => {
    const chart = await zoomed();
    const fired = next(chart, 'zoom-change');
    await after(chart, () => back(chart)!.click());
    expect((await fired).range).to.equal(null);
    expect(back(chart)).to.equal(null);
    expect(points(chart)).to.equal(6);
    expect(root(chart).activeElement).to.equal(field(chart));
  });

  it('needs a finger to rest first: one that moves at once reads the points', async () => {
    const chart = await pointed();
    const aim = one(chart, '.aim');
    const touch = (type: string, share: number, timeStamp: number): void => {
      const { left, width, top } = aim.getBoundingClientRect();
      const at = { clientX: left + width * share, clientY: top + 60, button: 0, buttons: 1, isPrimary: true };
      const event = new PointerEvent(type, { ...at, pointerType: 'touch', pointerId: 7, bubbles: true });
      Object.defineProperty(event, 'timeStamp', { value: timeStamp });
      aim.dispatchEvent(event);
    };
    aim.setPointerCapture = () => undefined; // there is no such finger
    touch('pointerdown', 0.2, 1000);
    touch('pointermove', 0.5, 1040);
    touch('pointermove', 0.62, 1600);
    await chart.updateComplete;
    expect(mark(chart)).to.equal(null);
    expect(root(chart).querySelector('.tooltip')).to.not.equal(null);
    touch('pointerup', 0.62, 1650);
    touch('pointerdown', 0.2, 2000);
    touch('pointermove', 0.62, 2400);
    await chart.updateComplete;
    expect(plain(one(chart, '.marked').textContent ?? '')).to.equal('18 – 20 Nov');
    touch('pointercancel', 0.62, 2500);
    await chart.updateComplete;
    expect(mark(chart)).to.equal(null);
    expect(getComputedStyle(aim).touchAction).to.contain('pan-y');
  });
});

describe('zooming in on a trend chart with the keys', () => {
  it('marks with Shift and the arrows, read aloud, and enters with Enter', async () => {
    const chart = await pointed();
    field(chart).focus();
    await press(chart, 'Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight');
    expect(reading(chart)).to.equal('18 – 20 Nov marked');
    expect(mark(chart)).to.not.equal(null);
    await press(chart, 'Enter');
    await until(chart, () => back(chart) !== null);
    expect(reading(chart)).to.equal('Zoomed in on 18 – 20 Nov');
    await press(chart, 'ArrowLeft');
    expect(reading(chart)).to.match(/^Thu 19 Nov: Opens 12,800/);
    await press(chart, 'Home');
    expect(reading(chart)).to.match(/^Wed 18 Nov/);
  });

  it('gives the mark up with a key that only moves, and with Escape', async () => {
    const chart = await pointed();
    field(chart).focus();
    await press(chart, 'Home', 'Shift+ArrowRight', 'ArrowRight');
    expect(mark(chart)).to.equal(null);
    await press(chart, 'Shift+End', 'Escape');
    expect(mark(chart)).to.equal(null);
    expect(root(chart).querySelector('.tooltip')).to.not.equal(null);
  });

  it('takes the zoom back with Escape, and stays on its point', async () => {
    const chart = await zoomed();
    await press(chart, 'Escape');
    expect(back(chart)).to.equal(null);
    expect(reading(chart)).to.equal('Whole range again, 17 – 22 Nov');
    await press(chart, 'ArrowRight');
    expect(reading(chart)).to.match(/^Sat 21 Nov/);
  });

  it('follows the direction of reading', async () => {
    const chart = await pointed({ locale: 'ar' });
    field(chart).focus();
    const fired = next(chart, 'zoom-change');
    await press(chart, 'Home', 'Shift+ArrowLeft', 'Enter');
    expect((await fired).range).to.deep.equal({ start: '2026-11-17', end: '2026-11-18' });
  });

  it('is none of one point, and none of all', async () => {
    const chart = await pointed();
    const fired: unknown[] = [];
    chart.addEventListener('zoom-change', (event) => fired.push(event));
    field(chart).focus();
    await press(chart, 'Home', 'Shift+ArrowRight', 'Shift+ArrowLeft', 'Enter', 'Home', 'Shift+End', 'Enter');
    expect(fired).to.deep.equal([]);
    expect(back(chart)).to.equal(null);
  });
});

describe('a trend chart that is zoomed in', () => {
  it('stays so while its numbers are refreshed, with chart and point', async () => {
    const chart = await zoomed();
    const drawn = Chart.getChart(canvas(chart));
    await after(chart, () => chart.refresh());
    expect(points(chart)).to.equal(3);
    expect(Chart.getChart(canvas(chart))).to.equal(drawn);
    expect(text(one(chart, '.tooltip .when'))).to.equal('Fri 20 Nov');
    expect(root(chart).activeElement).to.equal(field(chart));
  });

  it('stays so when other lines are asked for', async () => {
    const chart = await zoomed();
    await after(chart, () => void (chart.metrics = ['visits']));
    expect(points(chart)).to.equal(3);
  });

  it('shows another range whole, and another length of buckets', async () => {
    const { client } = trendClient({
      trend: (query) => {
        const report = trendOf(query);
        const { granularity = 'day' } = query;
        return { ...report, meta: { ...report.meta, granularity } };
      },
    });
    const chart = await zoomed({ client });
    await after(chart, () => void (chart.granularity = 'week'));
    expect(back(chart)).to.equal(null);
    await press(chart, 'Home', 'Shift+ArrowRight', 'Enter');
    await until(chart, () => back(chart) !== null);
    await after(chart, () => void (chart.range = 'last_30_days'));
    expect(back(chart)).to.equal(null);
    expect(points(chart)).to.equal(6);
  });

  it('goes on by the clock with a report that a host hands over, until its stretch is gone', async () => {
    const report = (first: string, last: string) =>
      trendOf(
        { metrics: ['opens'] },
        { buckets: days(first, 6), meta: { ...trendOf({ metrics: [] }).meta, range: { start: first, end: last } } },
      );
    const given = { client: undefined, data: report('2026-11-17', '2026-11-22') };
    const chart = await zoomed(given);
    await after(chart, () => void (chart.data = report('2026-11-18', '2026-11-23')));
    expect(shown(chart)).to.deep.equal(['18 – 20 Nov']);
    await after(chart, () => void (chart.data = report('2026-11-19', '2026-11-24')));
    expect(shown(chart)).to.deep.equal(['19 – 20 Nov']);
    await after(chart, () => void (chart.data = report('2026-11-20', '2026-11-25')));
    expect(shown(chart)).to.deep.equal(['20 – 25 Nov']);
  });

  it('keeps its table whole', async () => {
    const chart = await zoomed();
    await after(chart, () => press(chart, 't'));
    expect(all(chart, '.twin tbody tr')).to.have.length(6);
    expect(back(chart)).to.equal(null);
    await after(chart, () => press(chart, 't'));
    expect(points(chart)).to.equal(3);
  });

  it('tells of a point by its place in the whole report', async () => {
    const chart = await zoomed();
    const fired = next(chart, 'point-select');
    await press(chart, 'Home', 'Enter');
    expect(await fired).to.deep.include({
      index: 1,
      bucket: { start: '2026-11-18', end: '2026-11-18', state: 'complete' },
    });
  });

  it('passes the checks for accessibility, marked and zoomed', async () => {
    const chart = await zoomed();
    await press(chart, 'Shift+ArrowLeft');
    expect(mark(chart)).to.not.equal(null);
    await isAccessible(chart);
  });

  it('leaves the range to a host that prevents the event', async () => {
    const chart = await pointed();
    chart.addEventListener('zoom-change', (event) => {
      event.preventDefault();
      Object.assign(chart, { range: undefined, ...event.range });
    });
    field(chart).focus();
    await press(chart, 'Home', 'Shift+ArrowRight');
    await after(chart, () => press(chart, 'Enter'));
    expect(back(chart)).to.equal(null);
    expect(mark(chart)).to.equal(null);
    expect(chart).to.include({ start: '2026-11-17', end: '2026-11-18' });
  });
});

describe('small multiples', () => {
  it('are marked and zoomed together', async () => {
    const chart = await pointed({ metrics: ['opens', 'exit_rate'] });
    field(chart).focus();
    await press(chart, 'Home', 'Shift+ArrowRight', 'Shift+ArrowRight');
    expect(all(chart, '.mark')).to.have.length(2);
    expect(all(chart, '.marked')).to.have.length(1);
    await press(chart, 'Enter');
    await until(chart, () => back(chart) !== null);
    await nextFrame();
    const counts = all(chart, 'canvas').map(
      (one) => Chart.getChart(one as HTMLCanvasElement)!.data.datasets[0]!.data.length,
    );
    expect(counts).to.deep.equal([3, 3]);
  });
});

async function at(chart: MaTrendChart, share: number): Promise<[number, number]> {
  await chart.updateComplete;
  const { left, width, top } = one(chart, '.aim').getBoundingClientRect();
  return [Math.round(left + width * share), Math.round(top + 60)];
}
