import { expect, nextFrame } from '@open-wc/testing';
import { emulateMedia, resetMouse, sendMouse } from '@web/test-runner-commands';
import { retentionOf } from '../../charts/sample-retention.js';
import { retentionClient } from './retention-back-end.js';
import { isAccessible } from '../base/accessible.js';
import { all, one, seen, rows, cell, until, isSettled, gridOf, segment, isChromium } from './stage.js';

describe('ma-retention-grid', () => {
  it('asks for new users by the periods of its scope', async () => {
    const { client, asked } = retentionClient();
    await gridOf(client);
    expect(asked).to.deep.equal([
      { scope: 'apps/lantern-tea', range: 'last_30_days', cohort: 'new_users', granularity: 'week', refresh: false },
    ]);
  });

  it('shows each cohort with its size and its shares with two decimals, the weighted average first', async () => {
    const element = await gridOf(retentionClient().client);
    expect(seen(one(element, 'thead'))).to.equal('Cohort Users Week 1 Week 2 Week 3');
    expect(rows(element)).to.deep.equal([
      'Weighted average 5,500 25.00 15.00',
      '26 Oct – 1 Nov 1,000 30.00 20.00',
      '2 – 8 Nov 1,000 20.00 10.00',
      '9 – 15 Nov 2,000 25.00',
      '16 – 22 Nov so far 1,500',
    ]);
    expect(seen(one(element, '.context'))).to.equal(
      'New users by week of first visit · % who came back'.replace(' · ', ''),
    );
  });

  it('leaves cells blank whose period has not ended, and says so', async () => {
    const element = await gridOf(retentionClient().client);
    expect(seen(cell(element, 3, 1))).to.equal('');
    expect(cell(element, 3, 1).getAttribute('aria-label')).to.equal('Not ended yet');
    expect(getComputedStyle(cell(element, 3, 1)).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
    expect(seen(one(element, '.legend'))).to.include('Blank: the week has not ended yet');
  });

  it('keeps its colours in a row under the pointer', async () => {
    const element = await gridOf(retentionClient().client);
    const colours = () =>
      [...one(element, 'tbody').querySelectorAll('.cell')].map((each) => getComputedStyle(each).backgroundColor);
    const before = colours();
    for (const row of [0, 1, 3]) {
      const { left, top, width, height } = cell(element, row, 0).getBoundingClientRect();
      await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
      expect(one(element, 'tbody tr:hover')).to.equal(cell(element, row, 0).parentElement);
      expect(colours()).to.deep.equal(before);
    }
    await resetMouse();
  });

  it('says counts where asked to; the average stays a share', async () => {
    const element = await gridOf(retentionClient().client, { values: 'count' });
    expect(rows(element).slice(0, 2)).to.deep.equal([
      'Weighted average 5,500 25.00% 15.00%',
      '26 Oct – 1 Nov 1,000 300 200',
    ]);
    segment(element, 'Percent').click();
    await element.updateComplete;
    expect(seen(cell(element, 1, 0))).to.equal('30.00');
  });

  it('heats shares from the lowest to the highest, and names both', async () => {
    const element = await gridOf(retentionClient().client);
    expect(cell(element, 2, 1).classList.contains('heat-1')).to.equal(true);
    expect(cell(element, 1, 0).classList.contains('heat-7')).to.equal(true);
    expect(one(element, '.scale').getAttribute('aria-label')).to.equal('From 10.00% to 30.00%');
  });

  it('does not add up active users, who are in several cohorts', async () => {
    const element = await gridOf(retentionClient().client, { cohort: 'active_users' });
    expect(rows(element)[0]).to.equal('Weighted average – 25.00 15.00');
    expect(seen(one(element, '.context'))).to.include('Active users by week');
  });

  it('takes words that it does not know for the default', async () => {
    const { client, asked } = retentionClient();
    await gridOf(client, { cohort: 'nobody', values: 'roman', offsets: ['x', '2'], granularity: 'hour' } as never);
    expect(asked[0]).to.include({ cohort: 'new_users', granularity: 'day' });
    expect(asked[0]?.offsets).to.deep.equal([2]);
  });

  it('keeps the month of a cohort in its own language', async () => {
    const element = await gridOf(retentionClient().client, { locale: 'zh-CN', granularity: 'month' });
    await until(element, () => rows(element)[0]?.startsWith('加权平均') === true);
    expect(rows(element)[1]).to.equal('2026年10月 截至目前 1,000 30.00 20.00');
  });

  it('shows an answer given as data, without switches that nobody answers', async () => {
    const element = await gridOf(undefined as never, { data: retentionOf() });
    expect(rows(element)).to.have.length(5);
    expect(all(element, '.switches')).to.have.length(0);
  });

  it('is an error of its own where the data has another shape', async () => {
    const element = await gridOf(undefined as never, { data: { meta: {} } as never });
    await until(element, () => all(element, '[role=alert]').length === 1);
  });
});

describe('the switches of a retention grid', () => {
  it('ask for active users, for months, and tell the host', async () => {
    const { client, asked } = retentionClient();
    const element = await gridOf(client);
    const told: string[] = [];
    element.addEventListener('cohort-change', ({ cohort }) => told.push(cohort));
    element.addEventListener('granularity-change', ({ granularity }) => told.push(granularity));
    segment(element, 'Active users').click();
    await until(element, () => asked.length === 2);
    await until(element, isSettled(element));
    segment(element, 'Month').click();
    await until(element, () => asked.length === 3);
    expect(asked.at(-1)).to.include({ cohort: 'active_users', granularity: 'month' });
    expect(told).to.deep.equal(['active_users', 'month']);
    expect(element.cohort).to.equal('active_users');
  });

  it('can be left out', async () => {
    const element = await gridOf(retentionClient().client, { noSwitches: true });
    expect(all(element, '.segments')).to.have.length(0);
  });
});

describe('a cell of a retention grid', () => {
  it('names cohort, period, count and share in a tip, under the pointer', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 3, 0).dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await element.updateComplete;
    expect(seen(one(element, '.tooltip'))).to.equal('9 – 15 Nov · Week 1 25.00% 500 of 2,000 users');
    one(element, '.list').dispatchEvent(new PointerEvent('pointerleave'));
    await element.updateComplete;
    expect(all(element, '.tooltip')).to.have.length(0);
  });

  it('names what an average is made of', async () => {
    const element = await gridOf(retentionClient().client);
    cell(element, 0, 1).focus();
    await element.updateComplete;
    expect(seen(one(element, '.tooltip'))).to.equal('Weighted average · Week 2 15.00% 300 of 2,000 users in 2 cohorts');
  });

  it('says the same to assistive technology, under heads of row and column', async () => {
    const element = await gridOf(retentionClient().client);
    expect(cell(element, 3, 0).getAttribute('aria-label')).to.equal('25.00%, 500 of 2,000 users');
    expect(all(element, 'thead th[scope=col]')).to.have.length(5);
    expect(all(element, 'tbody th[scope=row]')).to.have.length(5);
  });

  it('keeps its tip inside the widget', async () => {
    const element = await gridOf(retentionClient().client, {}, 320);
    cell(element, 1, 0).focus();
    await element.updateComplete;
    const [tip, frame] = [one(element, '.tooltip'), one(element, '.frame')].map((box) => box.getBoundingClientRect());
    expect(tip!.left).to.be.at.least(frame!.left);
    expect(tip!.right).to.be.at.most(frame!.right);
  });
});

describe('a retention grid in any room', () => {
  it('has no column of users under 480 px: they stand under the cohort, which stays in sight', async () => {
    const element = await gridOf(retentionClient().client, { offsets: ['1', '2', '3'] }, 300);
    expect(getComputedStyle(one(element, 'tbody td.users')).display).to.equal('none');
    expect(rows(element)[1]).to.equal('26 Oct – 1 Nov 1,000 30.00 20.00');
    const scroller = one(element, '.list');
    const head = one(element, 'tbody th');
    const before = head.getBoundingClientRect().left;
    scroller.scrollLeft = 40;
    await nextFrame();
    expect(head.getBoundingClientRect().left).to.be.closeTo(before, 1);
  });

  it('does not reach out of 280 px', async () => {
    const element = await gridOf(retentionClient().client, {}, 280);
    expect(one(element, '.frame').scrollWidth).to.be.at.most(280);
  });

  // only Chromium lets a test choose forced colours
  (isChromium ? it : it.skip)('tells the steps apart without colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const element = await gridOf(retentionClient().client);
    const length = (row: number, column: number): number =>
      Number.parseFloat(getComputedStyle(cell(element, row, column), '::after').inlineSize);
    const isForced = matchMedia('(forced-colors: active)').matches;
    const lengths = [length(1, 0), length(2, 1)];
    await emulateMedia({ forcedColors: 'none' });
    if (isForced) expect(lengths[0]! / lengths[1]!).to.be.closeTo(7, 0.5);
  });

  for (const view of ['grid', 'curve'] as const) {
    it(`is accessible as a ${view}`, async () => {
      const element = await gridOf(retentionClient().client, { view });
      await until(element, () => all(element, 'table[role=grid], .curve path').length > 0);
      await isAccessible(element);
    });
  }

  for (const locale of ['en', 'ar']) {
    it(`keeps the figures of the scale off its colours in ${locale}`, async () => {
      const element = await gridOf(retentionClient().client, { locale });
      await until(element, () => one(element, '.frame').dir === (locale === 'ar' ? 'rtl' : 'ltr'));
      const parts = all(element, '.scale > *').map((part) => part.getBoundingClientRect());
      const [first, , , ...rest] = parts.sort((a, b) => a.left - b.left);
      const [before, last] = rest.slice(-2);
      expect(parts[1]!.left - first!.right).to.be.at.least(6);
      expect(last!.left - before!.right).to.be.at.least(6);
    });
  }

  it('is accessible in the dark, narrow, in Arabic', async () => {
    const element = await gridOf(retentionClient().client, { scheme: 'dark', locale: 'ar' }, 320);
    await until(element, () => one(element, '.frame').dir === 'rtl');
    await isAccessible(element);
  });
});
