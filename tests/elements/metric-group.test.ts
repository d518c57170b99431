import { expect, fixture, fixtureCleanup, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { TrendQuery } from '#contract/api.js';
import { RequestError } from '#client/request-error.js';
import type { MaMetricGroup } from '#elements/metric-group/metric-group.element.js';
import '#elements/metric-group/metric-group.js';
import { cardAt, cardColumns, placeClasses } from '#elements/metric-group/card-grid.js';
import '#elements/trend-chart/trend-chart.js';
import { now, summaryOf, trendOf } from './base/answers.js';
import { part, seen, untilSeen } from './base/shown.js';
import { failing, silent, stubClient, type Answers } from './base/stub-client.js';
import { isAccessible } from './base/accessible.js';
import { until } from './base/parts.js';

const ids = ['active_users', 'new_users', 'opens', 'visits'];
/** A history of every metric that is asked for. */
const histories = ({ metrics }: TrendQuery) => {
  const report = trendOf(metrics[0] ?? '', [3, 1, 4, 1, 5]);
  return { ...report, series: metrics.map((metric) => ({ metric, values: [3, 1, 4, 1, 5] })) };
};
const client = (answers: Answers = {}) => stubClient({ trend: histories, ...answers });
const tabs = (group: MaMetricGroup): HTMLElement[] => [
  ...group.shadowRoot!.querySelectorAll<HTMLElement>('[role=tab]'),
];
const chosen = (group: MaMetricGroup): (string | undefined)[] =>
  tabs(group)
    .filter((tab) => tab.getAttribute('aria-selected') === 'true')
    .map((tab) => tab.textContent?.trim());

async function groupOf(changes: Partial<MaMetricGroup> = {}, width = 1200, inner = html``): Promise<MaMetricGroup> {
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div><ma-metric-group>${inner}</ma-metric-group></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const group = box.querySelector('ma-metric-group')!;
  Object.assign(group, { app: 'a', range: 'yesterday', metrics: ids, locale: 'en', client: client(), now }, changes);
  return group;
}
const chart = html`<ma-trend-chart app="a" locale="en"></ma-trend-chart>`;

describe('ma-metric-group', () => {
  it('asks one summary for all cards, and one trend for all sparklines', async () => {
    const asked = client();
    const group = await groupOf({ client: asked });
    await untilSeen(group, '16,219');
    expect(asked.asked.map(({ report, query }) => [report, query.metrics.join(' ')])).to.eql([
      ['summary', 'active_users new_users opens visits'],
      ['trend', 'active_users new_users opens visits'],
    ]);
    expect(asked.asked[0]?.query.compare).to.eql(['previous_day', 'last_week', 'last_month']);
  });

  it('shows the cards that the host names, in its order, each metric once', async () => {
    const group = await groupOf({ metrics: ['opens', 'new_users', 'opens'] });
    await untilSeen(group, '16,217');
    expect(tabs(group).map((tab) => tab.textContent?.trim())).to.eql(['Opens', 'New users']);
    expect(group.shadowRoot!.querySelectorAll('.spark path')).to.have.length(2);
  });

  it('says of when the figures are, and against what', async () => {
    const group = await groupOf();
    await untilSeen(group, 'against the day, week and month before');
    expect(part(group, 'h2').textContent).to.match(/^Yesterday, Sat,? 21 Nov$/);
  });

  it('writes six digits in full, and a million compact', async () => {
    const figures = client({
      summary: () =>
        summaryOf([
          ['opens', 999_999],
          ['visits', 1_348_469],
        ]),
    });
    const group = await groupOf({ client: figures, metrics: ['opens', 'visits'] });
    await untilSeen(group, '999,999');
    expect(seen(group)).to.contain('1.35 M');
  });

  it('asks for no histories where it shall show none', async () => {
    const asked = client();
    const group = await groupOf({ client: asked, noHistory: true });
    await untilSeen(group, '16,219');
    expect(asked.asked.map(({ report }) => report)).to.eql(['summary']);
  });

  it('shows the other cards where the back end does not answer one', async () => {
    const asked = client({
      summary: ({ metrics }) => {
        if (metrics.includes('nonsense')) throw new RequestError('problem', 'Unknown metric');
        return summaryOf(metrics.map((id) => [id, 7]));
      },
    });
    const group = await groupOf({ client: asked, metrics: ['opens', 'nonsense'] });
    await untilSeen(group, 'Not counted by this data source.');
    expect(seen(group)).to.contain('Opens 7');
  });

  it('works from data alone', async () => {
    const data = summaryOf([
      ['opens', 5],
      ['visits', 9],
    ]);
    const group = await groupOf({ client: undefined, metrics: undefined, data, history: trendOf('opens', [1, 2]) });
    await untilSeen(group, 'Visits');
    expect(tabs(group)).to.have.length(2);
  });
});

describe('the choice of a group', () => {
  it('is the first card, else the one that is named, else the first again', async () => {
    const group = await groupOf();
    await untilSeen(group, '16,219');
    expect(chosen(group)).to.eql(['Active users']);
    group.selected = 'visits';
    await group.updateComplete;
    expect(chosen(group)).to.eql(['Visits']);
    group.selected = 'nonsense';
    await group.updateComplete;
    expect(chosen(group)).to.eql(['Active users']);
  });

  it('changes by a click anywhere on a card, and fires metric-select once', async () => {
    const group = await groupOf();
    await untilSeen(group, '16,219');
    const fired: string[] = [];
    group.addEventListener('metric-select', ({ metric }) => fired.push(metric));
    const { left, top, width, height } = tabs(group)[2]!.closest('.card')!.getBoundingClientRect();
    group
      .shadowRoot!.elementFromPoint(left + width / 2, top + height / 2)!
      .dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    tabs(group)[2]!.click();
    await group.updateComplete;
    expect(fired).to.eql(['opens']);
    expect(chosen(group)).to.eql(['Opens']);
  });

  it('moves with the arrow keys, round about, with one stop of the Tab key', async () => {
    const group = await groupOf();
    await untilSeen(group, '16,219');
    tabs(group)[0]!.focus();
    const fired = oneEvent(group, 'metric-select');
    await sendKeys({ press: 'ArrowRight' });
    expect((await fired) as Event).to.include({ metric: 'new_users', bubbles: true, composed: true });
    await until(group, () => chosen(group)[0] === 'New users');
    expect(group.shadowRoot!.activeElement).to.equal(tabs(group)[1]);
    await sendKeys({ press: 'Home' });
    await sendKeys({ press: 'ArrowLeft' });
    await until(group, () => chosen(group)[0] === 'Visits');
    expect(tabs(group).map(({ tabIndex }) => tabIndex)).to.eql([-1, -1, -1, 0]);
  });

  it('moves the other way in right-to-left', async () => {
    const group = await groupOf({ locale: 'ar' });
    await until(group, () => tabs(group).length === 4 && group.shadowRoot!.querySelector('.growth') !== null);
    tabs(group)[0]!.focus();
    await sendKeys({ press: 'ArrowLeft' });
    await until(group, () => group.selected === 'new_users');
  });
});

describe('the chart of a group', () => {
  it('stands in its sheet without a frame, and shows the chosen metric', async () => {
    const asked = client();
    const group = await groupOf({ client: asked, selected: 'opens' }, 1200, chart);
    const inner = group.querySelector('ma-trend-chart')!;
    inner.client = asked;
    await until(group, () => inner.metrics?.[0] === 'opens');
    expect(inner.bare).to.equal(true);
    await untilSeen(group, '16,219');
    tabs(group)[3]!.click();
    await until(group, () => inner.metrics?.[0] === 'visits');
    expect(part(group, '[role=tabpanel]').getAttribute('aria-labelledby')).to.equal('tab-3');
    expect(tabs(group)[3]!.getAttribute('aria-controls')).to.equal('panel');
  });

  it('gives its actions to the one foot', async () => {
    const asked = client();
    const group = await groupOf({ client: asked }, 1200, chart);
    const inner = group.querySelector('ma-trend-chart')!;
    inner.client = asked;
    const labels = (): (string | null)[] =>
      [...group.shadowRoot!.querySelectorAll('.actions .tool:not(.more)')].map((tool) =>
        tool.getAttribute('aria-label'),
      );
    // Those of the chart and those of the cards come each with their own answer.
    await until(group, () => labels().includes('Show as table') && labels().includes('How it is counted'));
    expect(labels()).to.eql([
      'Show as table',
      'Download CSV',
      'Download image',
      'Download all cards',
      'How it is counted',
      'Refresh',
    ]);
    part(group, '[aria-label="Show as table"]').click();
    await until(group, () => labels().includes('Show as chart'));
    expect(inner.view).to.equal('table');
    const before = asked.asked.length;
    part(group, '[aria-label="Refresh"]').click();
    await until(group, () => asked.asked.length >= before + 4);
    expect(asked.asked.slice(before).every(({ options }) => options?.refresh === true)).to.equal(true);
  });

  it('may stand elsewhere, named by its id, and keeps its frame', async () => {
    fixtureCleanup();
    const box = await fixture<HTMLElement>(
      html`<div>
        <ma-metric-group for="there" app="a" metrics="opens,visits" locale="en" .client=${client()}></ma-metric-group>
        <ma-trend-chart id="there"></ma-trend-chart>
      </div>`,
    );
    const group = box.querySelector('ma-metric-group')!;
    const there = box.querySelector('ma-trend-chart')!;
    await until(group, () => there.metrics?.[0] === 'opens');
    expect(there.bare).to.equal(false);
    tabs(group)[1]!.click();
    await until(group, () => there.metrics?.[0] === 'visits');
  });

  it('may be any element with metrics, also one that is defined later', async () => {
    const group = await groupOf({}, 1200, html`<late-chart></late-chart>`);
    await untilSeen(group, '16,219');
    class LateChart extends HTMLElement {
      metrics: readonly string[] | undefined = undefined;
    }
    customElements.define('late-chart', LateChart);
    const inner = group.querySelector<LateChart>('late-chart')!;
    await until(group, () => inner.metrics?.[0] === 'active_users');
  });

  it('is let go when it leaves', async () => {
    const group = await groupOf({}, 1200, chart);
    const inner = group.querySelector('ma-trend-chart')!;
    await until(group, () => inner.metrics?.[0] === 'active_users');
    inner.remove();
    await until(group, () => part(group, '.panel').hidden);
    group.selected = 'visits';
    await group.updateComplete;
    expect(inner.metrics).to.eql(['active_users']);
  });
});

describe('the states of a group', () => {
  const cases: [string, Answers, string][] = [
    ['failed', { summary: failing('http', { status: 500 }) }, 'Could not load'],
    ['forbidden', { summary: failing('forbidden') }, 'access'],
    ['offline', { summary: failing('offline') }, 'You are offline'],
  ];
  for (const [name, answers] of cases) {
    it(`when ${name}: said once, in the chosen card, at the same height`, async () => {
      const whole = await groupOf();
      await untilSeen(whole, '16,219');
      const { height } = part(whole, '.cards').getBoundingClientRect();
      const group = await groupOf({ client: client(answers) });
      await until(group, () => (part(group, '.chosen').querySelector('.says .title')?.textContent ?? '') !== '');
      const titles = [...group.shadowRoot!.querySelectorAll('.says .title')].map(({ textContent }) => textContent);
      expect(titles.filter(Boolean)).to.have.length(1);
      expect(part(group, '.cards').getBoundingClientRect().height).to.be.closeTo(height, 1);
      await isAccessible(group);
    });
  }

  it('while it loads: bones of the cards, at the same height', async () => {
    const whole = await groupOf();
    await untilSeen(whole, '16,219');
    const { height } = part(whole, '.cards').getBoundingClientRect();
    const group = await groupOf({ client: client({ summary: silent, trend: silent }) });
    await until(group, () => group.shadowRoot!.querySelectorAll('.value-bone').length === 4);
    expect(part(group, '.cards').getBoundingClientRect().height).to.be.closeTo(height, 1);
    await isAccessible(group);
  });

  it('when no metric is named', async () => {
    const asked = client();
    const group = await groupOf({ client: asked, metrics: undefined });
    await until(group, () => (group.shadowRoot!.querySelector('.message .title')?.textContent ?? '') !== '');
    expect(asked.asked).to.have.length(0);
  });

  for (const width of [1200, 640, 280]) {
    it(`are accessible at ${width} px`, async () => {
      const group = await groupOf({}, width);
      await untilSeen(group, '16,219');
      await isAccessible(group);
      expect(part(group, '.cards').scrollWidth).to.be.at.most(width);
    });
  }
});

describe('the rows of a group', () => {
  it('are as even as they can be', () => {
    const wide = Array.from({ length: 12 }, (_, index) => cardColumns(index + 1).wide);
    expect(wide).to.eql([1, 2, 3, 4, 5, 6, 7, 4, 5, 5, 6, 6]);
    expect([2, 3, 4, 5, 12].map((count) => cardColumns(count).medium)).to.eql([2, 3, 2, 3, 3]);
  });

  it('know which card stands first, and which opens into the chart', () => {
    const columns = cardColumns(6);
    expect(placeClasses(0, 6, columns)).to.equal('first-wide last-wide first-medium first-narrow');
    expect(placeClasses(3, 6, columns)).to.equal('last-wide first-medium last-medium');
    expect(placeClasses(5, 6, columns)).to.equal('last-wide last-medium last-narrow');
  });

  it('are walked up and down, and not out of', () => {
    expect(cardAt('ArrowDown', 1, 6, 3, false)).to.equal(4);
    expect(cardAt('ArrowDown', 4, 6, 3, false)).to.equal(undefined);
    expect(cardAt('ArrowUp', 4, 6, 3, false)).to.equal(1);
    expect(cardAt('ArrowRight', 5, 6, 3, false)).to.equal(0);
    expect(cardAt('ArrowRight', 0, 6, 3, true)).to.equal(5);
    expect(cardAt('a', 0, 6, 3, false)).to.equal(undefined);
  });
});
