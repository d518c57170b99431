import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { root, one, seen, field, reading, until, next, settled, after, pointAt, isWebKit } from './stage.js';

beforeEach(async () => {
  // WebKit's driver cannot, and its window is large enough
  if (!isWebKit) await setViewport({ width: 1280, height: 900 });
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
