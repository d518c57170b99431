import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import { MetricSelectEvent } from '#elements/base/events.js';
import { metaOf, now, summaryOf, trendOf } from '../base/answers.js';
import { part, seen, untilSeen } from '../base/shown.js';
import { failing, stubClient } from '../base/stub-client.js';
import { card } from './stage.js';

it('a metric card without a meta that names a range still stands', async () => {
  const { range: _, ...meta } = metaOf();
  const data = { ...summaryOf([['opens', 5]]), meta };
  const element = await fixture<MaMetricCard>(html`<ma-metric-card .data=${data}></ma-metric-card>`);
  await untilSeen(element, 'Opens 5');
});

describe('a metric card', () => {
  it('shows the value, its growth against day, week and month, and how fresh it is', async () => {
    const element = await card(stubClient());
    await untilSeen(element, '16,216');
    expect(seen(element)).to.equal(
      'Opens 16,216 day +10% week −4% month 0% Data until 13:30 next at 14:00 Asia/Shanghai',
    );
  });

  it('asks for yesterday with three comparisons, and a month of history', async () => {
    const client = stubClient();
    await untilSeen(await card(client), '16,216');
    expect(client.asked.map(({ report, scope, query }) => ({ report, scope, ...query }))).to.eql([
      {
        ...{ report: 'summary', scope: 'apps/lantern-tea', range: 'yesterday', metrics: ['opens'] },
        compare: ['previous_day', 'last_week', 'last_month'],
      },
      { report: 'trend', scope: 'apps/lantern-tea', range: 'last_30_days', granularity: 'day', metrics: ['opens'] },
    ]);
  });

  it('asks what its attributes say', async () => {
    const client = stubClient();
    const element = await fixture<MaMetricCard>(html`
      <ma-metric-card
        superapp
        app-types="mini_game, h5_app"
        metric="visits"
        start="2026-11-01"
        end="2026-11-07"
        timezone="Asia/Tokyo"
        profile="weixin"
        environment="non_production"
        os="iOS"
        filters='[{"field":"source","operator":"eq","values":["4"]}]'
        compare="previous_period"
        no-history
        .client=${client}
        .now=${now}
      ></ma-metric-card>
    `);
    await untilSeen(element, '16,216');
    expect(client.asked.map(({ scope, query }) => ({ scope, ...query }))).to.eql([
      {
        ...{ scope: 'superapp', start: '2026-11-01', end: '2026-11-07', timezone: 'Asia/Tokyo', profile: 'weixin' },
        ...{ environment: 'non_production', app_type: ['mini_game', 'h5_app'], metrics: ['visits'] },
        filters: [
          { field: 'source', operator: 'eq', values: ['4'] },
          { field: 'os_name', operator: 'in', values: ['iOS'] },
        ],
        compare: ['previous_period'],
      },
    ]);
  });

  it('draws the month that ends on the day it shows', async () => {
    const client = stubClient();
    await untilSeen(await card(client, { start: '2026-03-05', end: '2026-03-05' }), '16,216');
    expect(client.asked[1]?.query).to.include({ start: '2026-02-04', end: '2026-03-05', granularity: 'day' });
  });

  it('draws today by the hour', async () => {
    const client = stubClient();
    await untilSeen(await card(client, { range: 'today' }), '16,216');
    expect(client.asked[1]?.query).to.include({ range: 'today', granularity: 'hour' });
  });

  it('is still a card where its history is not answered', async () => {
    const element = await card(stubClient({ trend: failing('not_available') }));
    await untilSeen(element, '16,216');
    expect(element.shadowRoot!.querySelector('.spark svg')).to.equal(null);
  });

  it('colours growth by what is better for the metric', async () => {
    const client = stubClient({ summary: () => summaryOf([['exit_rate', 0.3019, [0.1, -0.04, 0]]]) });
    const element = await card(client, { metric: 'exit_rate' });
    await untilSeen(element, '30.19');
    const tones = [...element.shadowRoot!.querySelectorAll('.growth')].map(({ className }) => className);
    expect(tones).to.eql(['growth bad', 'growth good', 'growth flat']);
  });

  it('says growth in a sentence to assistive technology', async () => {
    const element = await card(stubClient());
    await untilSeen(element, '16,216');
    const said = [...element.shadowRoot!.querySelectorAll('dd .hidden-text')].map((one) => one.textContent);
    expect(said).to.eql(['Up 10% against 20 Nov 2026', 'Down 4% against 14 Nov 2026', 'Unchanged against 21 Oct 2026']);
  });

  it('gives the full value where it shows a compact one', async () => {
    const element = await card(stubClient({ summary: () => summaryOf([['opens', 1_348_469]]) }));
    await untilSeen(element, '1.35');
    expect(part(element, '.value').title).to.equal('1,348,469');
    expect(part(element, '.value .hidden-text').textContent?.trim()).to.equal('1,348,469');
  });

  it('is compact under 160 px', async () => {
    const element = await card(stubClient());
    element.style.setProperty('width', '140px');
    await untilSeen(element, '16.2 K');
    expect(seen(element)).to.not.contain('16,216');
  });

  it('shows a dash and the reason where there is no value, never 0', async () => {
    const element = await card(
      stubClient({ summary: () => summaryOf([['opens', null, [null, null, null], 'future']]) }),
    );
    await untilSeen(element, 'Its day has not begun.');
    expect(seen(element)).to.match(/^Opens – Its day/);
    expect(part(element, '.value .hidden-text').textContent).to.equal('No value');
  });

  it('shows 0 as 0', async () => {
    const element = await card(stubClient({ summary: () => summaryOf([['opens', 0, [null, -1, null]]]) }));
    await untilSeen(element, 'Opens 0 day – week −100% month –');
  });

  it('labels a metric that no catalogue knows by its id', async () => {
    const element = await card(stubClient(), { metric: 'metric_of_tomorrow' });
    await untilSeen(element, 'metric_of_tomorrow 16,216');
  });

  it('can be named by its host', async () => {
    const element = await card(stubClient(), { label: 'Tea opened' });
    await untilSeen(element, 'Tea opened 16,216');
    expect(part(element, 'section').getAttribute('aria-label')).to.equal('Tea opened');
  });

  it('dashes the way to a bucket that is still running', async () => {
    const history = trendOf('opens', [3, 1, 4, 1, 5]);
    history.buckets[4]!.state = 'running';
    const element = await card(stubClient({ trend: () => history }));
    await untilSeen(element, '16,216');
    expect(part(element, '.spark .running')).to.exist;
    expect(part(element, '.spark .end').classList.contains('open')).to.equal(true);
  });

  it('can be chosen, by click and by key', async () => {
    const element = await card(stubClient(), { selectable: true });
    await untilSeen(element, '16,216');
    const chosen = oneEvent(element, 'metric-select');
    part(element, '.choose').focus();
    await sendKeys({ press: 'Enter' });
    const event = (await chosen) as unknown as MetricSelectEvent;
    expect(event).to.be.instanceOf(MetricSelectEvent);
    expect([event.metric, event.bubbles, event.composed]).to.eql(['opens', true, true]);
  });
});

describe('a metric card from data alone', () => {
  it('shows what it is given, and asks nobody', async () => {
    const element = await fixture<MaMetricCard>(html`
      <ma-metric-card .data=${summaryOf([['opens', 16_216]])} .history=${trendOf('opens', [1, 2, 3])}></ma-metric-card>
    `);
    await untilSeen(element, 'Opens 16,216 day +10% week −4% month 0%');
    expect(part(element, '.spark path').getAttribute('d')).to.equal('M0 100L50 50L100 0');
    expect(element.shadowRoot!.querySelector('[title="Refresh"]')).to.equal(null);
  });

  it('shows the metric and the comparisons that it is told to', async () => {
    const data = summaryOf([
      ['opens', 1],
      ['visits', 53_719],
    ]);
    const element = await fixture<MaMetricCard>(html`
      <ma-metric-card metric="visits" compare="last_week" .data=${data}></ma-metric-card>
    `);
    await untilSeen(element, 'Visits 53,719 week −4%');
  });

  it('shows the new answer when it is given another', async () => {
    const element = await fixture<MaMetricCard>(
      html`<ma-metric-card .data=${summaryOf([['opens', 1]])}></ma-metric-card>`,
    );
    await untilSeen(element, 'Opens 1 ');
    element.data = summaryOf([['opens', 2]]);
    await untilSeen(element, 'Opens 2 ');
  });

  it('explains the number with what the answer holds', async () => {
    const data = summaryOf([
      ['avg_duration_per_open', 47.4],
      ['stay_duration', 768_640],
      ['opens', 16_216],
    ]);
    const element = await fixture<MaMetricCard>(
      html`<ma-metric-card metric="avg_duration_per_open" .data=${data}></ma-metric-card>`,
    );
    await untilSeen(element, '47.4');
    part(element, '.about-button').click();
    await untilSeen(element, 'Stay 8 d 22 h ÷ Opens 16,216 = Avg. stay per open 47.4 s');
  });

  it('turns data that breaks the contract into an error of its own', async () => {
    const errors: Event[] = [];
    const element = await fixture<MaMetricCard>(html`
      <ma-metric-card
        metric="opens"
        .data=${{ metrics: 'none' }}
        @report-error=${(event: Event) => errors.push(event)}
      ></ma-metric-card>
    `);
    await untilSeen(element, 'Could not load');
    expect(errors).to.have.length(1);
  });
});
