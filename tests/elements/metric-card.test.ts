import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Filter, SummaryReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import '#elements/metric-card/metric-card.js';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import { MetricSelectEvent, type ReportErrorEvent } from '#elements/base/events.js';
import { metaOf, now, summaryOf, trendOf } from './base/answers.js';
import { part, seen, untilSeen } from './base/shown.js';
import { failing, later, silent, stubClient } from './base/stub-client.js';

async function card(client: Client, more: Partial<MaMetricCard> = {}): Promise<MaMetricCard> {
  const element = await fixture<MaMetricCard>(html`<ma-metric-card app="lantern-tea" metric="opens"></ma-metric-card>`);
  Object.assign(element, { client, now, ...more });
  await element.updateComplete;
  return element;
}

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

describe('the states of a metric card', () => {
  const withAnswer = async (then: () => Promise<never>) => {
    const client = stubClient();
    const element = await card(client);
    await untilSeen(element, '16,216');
    client.answers.summary = then;
    element.refresh();
    return element;
  };

  it('say that it is loading', async () => {
    const element = await card(stubClient({ summary: silent }));
    await untilSeen(element, 'Loading');
    expect(part(element, 'section').getAttribute('aria-busy')).to.equal('true');
  });

  it('say what is missing to ask with', async () => {
    const nobody = await fixture<MaMetricCard>(html`<ma-metric-card metric="opens"></ma-metric-card>`);
    await untilSeen(nobody, 'Nothing to show yet No data source is set. Nothing asked');
    const noApp = await card(stubClient(), { app: undefined });
    await untilSeen(noApp, 'No app is chosen.');
    const noMetric = await card(stubClient(), { metric: '' });
    await untilSeen(noMetric, 'No metric is chosen.');
  });

  it('say that there is nothing', async () => {
    await untilSeen(await card(stubClient({ summary: () => summaryOf([]) })), 'No data in this range');
  });

  it('say what failed, and try again on request', async () => {
    const client = stubClient({ summary: failing('http', { status: 504, requestId: 'req-7' }) });
    const element = await card(client);
    await untilSeen(element, 'Opens – Could not load The server failed (504). Try again Request req-7 Failed at');
    client.answers.summary = () => summaryOf([['opens', 16_216]]);
    part(element, '.button').click();
    await untilSeen(element, '16,216');
    expect(client.asked.at(-1)?.options?.refresh).to.equal(true);
  });

  it('say what a bad question lacks, in the back end’s words', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Unknown metric',
      status: 422,
      code: 'unknown_metric',
      detail: 'Nearest: opens.',
    };
    await untilSeen(
      await card(stubClient({ summary: failing('problem', { status: 422, problem }) })),
      'Nearest: opens.',
    );
  });

  it('name the permission that lacks, and drop the number', async () => {
    const problem = {
      type: 'about:blank',
      title: 'x',
      status: 403,
      code: 'forbidden',
      permission: 'data_overview.read',
    };
    const element = await withAnswer(failing('forbidden', { status: 403, problem }));
    await untilSeen(element, /It needs the permission data_overview.read . Ask an administrator./);
    expect(seen(element)).to.not.contain('16,216');
  });

  it('offer no retry where it is not answered here', async () => {
    const element = await card(stubClient({ summary: failing('not_available') }));
    await untilSeen(element, 'Not offered by this data source');
    expect(element.shadowRoot!.querySelector('.button')).to.equal(null);
  });

  it('keep the number in full ink when a refresh fails', async () => {
    const element = await withAnswer(failing('http', { status: 504 }));
    await untilSeen(element, 'Failed at 13:31');
    expect(seen(element)).to.contain('16,216');
    expect(part(element, '.body').classList.contains('dimmed')).to.equal(false);
  });

  it('dim the number while a refresh runs', async () => {
    const element = await withAnswer(silent);
    await untilSeen(element, 'Refreshing');
    expect(seen(element)).to.contain('16,216');
    expect(part(element, '.body').classList.contains('dimmed')).to.equal(true);
  });

  it('come back by themselves when the connection does', async () => {
    const client = stubClient();
    const element = await card(client);
    await untilSeen(element, '16,216');
    client.answers.summary = failing('offline');
    element.refresh();
    await untilSeen(element, 'Offline Data until 13:30');
    client.answers.summary = () => summaryOf([['opens', 17_000]]);
    window.dispatchEvent(new Event('online'));
    await untilSeen(element, '17,000');
  });

  it('say when they try again after a rate limit, and do', async () => {
    const client = stubClient({ summary: failing('rate_limited', { retryAt: Date.now() + 24_000 }) });
    const element = await card(client);
    await untilSeen(element, /Too many requests Tries again in 2[34] s\. Tries again in 2[34] s/);
    client.answers.summary = failing('rate_limited', { retryAt: Date.now() });
    element.refresh();
    await waitUntil(() => client.asked.length > 5, 'it never tries again', { interval: 10, timeout: 3000 });
  });

  it('say how late the back end is', async () => {
    const meta = { data_as_of: '2026-11-22T01:30:00Z', next_refresh_at: '2026-11-22T01:00:00Z' };
    await untilSeen(
      await card(stubClient({ summary: () => summaryOf([['opens', 1]], meta) })),
      'Data until 09:30 4 h late',
    );
  });

  it('call nothing late that comes from a file', async () => {
    const meta = { next_refresh_at: '2026-11-21T01:00:00Z', freshness: { kind: 'daily', file: true } as const };
    const element = await card(stubClient({ summary: () => summaryOf([['opens', 1]], meta) }));
    await untilSeen(element, 'Data until 13:30');
    expect(part(element, '.foot').className).to.contain('fresh');
  });

  it('say that a day is not over', async () => {
    const meta = { range: { start: '2026-11-22', end: '2026-11-22' } };
    const element = await card(stubClient({ summary: () => summaryOf([['opens', 7112, [null, null, null]]], meta) }));
    await untilSeen(element, '7,112 Today until 13:30. Growth follows at midnight.');
  });

  it('name the whole day that data runs through', async () => {
    const meta = { data_as_of: '2026-11-21T16:00:00Z', next_refresh_at: null, freshness: { kind: 'daily' } as const };
    await untilSeen(await card(stubClient({ summary: () => summaryOf([['opens', 1]], meta) })), 'Data through 21 Nov');
  });

  it('have one height', async () => {
    const heights = new Set<number>();
    const answers = [
      { summary: silent },
      {},
      { summary: failing('http', { status: 504 }) },
      { summary: failing('forbidden') },
      { summary: failing('rate_limited', { retryAt: Date.now() + 60_000 }) },
      { summary: () => summaryOf([]) },
      { summary: () => summaryOf([['opens', null, [], 'suppressed']]) },
    ];
    for (const one of answers) {
      const element = await card(stubClient(one));
      element.style.setProperty('width', '240px');
      await untilSeen(element, /Loading|13:30|Failed|No access|Tries again/);
      await waitUntil(() => !element.shadowRoot!.querySelector('.says') || seen(element).length > 40);
      heights.add(Math.round(element.getBoundingClientRect().height));
    }
    expect([...heights]).to.have.length(1);
  });
});

describe('what a metric card asks', () => {
  it('changes with the app: the old number is gone before the next paint', async () => {
    const client = stubClient();
    const element = await card(client);
    await untilSeen(element, '16,216');
    client.answers.summary = silent;
    element.app = 'city-pass';
    await element.updateComplete;
    expect(seen(element)).to.not.contain('16,216');
  });

  it('changes with the client, behind which stand tenant and token: the old number is gone before the next paint', async () => {
    const element = await card(stubClient());
    await untilSeen(element, '16,216');
    element.client = stubClient({ summary: silent });
    await element.updateComplete;
    expect(seen(element)).to.not.contain('16,216');
  });

  it('changes with the range: the old number stays, dimmed, until the new one is there', async () => {
    const client = stubClient();
    const element = await card(client);
    await untilSeen(element, '16,216');
    client.answers.summary = silent;
    element.range = 'last_7_days';
    await element.updateComplete;
    expect(seen(element)).to.contain('16,216');
    expect(part(element, '.body').classList.contains('dimmed')).to.equal(true);
  });

  it('is not shown any more when a newer question was asked meanwhile', async () => {
    const [first, second] = [later<SummaryReport>(), later<SummaryReport>()];
    const client = stubClient({ summary: ({ range }) => (range === 'today' ? second : first).promise });
    const element = await card(client);
    await waitUntil(() => client.asked.length > 0);
    element.range = 'today';
    await element.updateComplete;
    second.answer(summaryOf([['opens', 2]]));
    await untilSeen(element, 'Opens 2');
    first.answer(summaryOf([['opens', 1]]));
    await first.promise;
    await element.updateComplete;
    expect(seen(element)).to.contain('Opens 2');
    expect(client.asked[0]?.options?.signal?.aborted).to.equal(true);
  });

  it('is asked once more when the client gives it up, as it does when its identity changes', async () => {
    const errors: Event[] = [];
    let given = 0;
    const client = stubClient({
      summary: () => (given++ === 1 ? failing('aborted')() : summaryOf([['opens', given]])),
    });
    const element = await card(client);
    element.addEventListener('report-error', (event) => errors.push(event));
    await untilSeen(element, 'Opens 1');
    element.refresh();
    await untilSeen(element, 'Opens 3');
    expect(errors).to.eql([]);
  });

  it('is a failure when the client gives it up for good', async () => {
    const client = stubClient({ summary: failing('aborted') });
    await untilSeen(await card(client), 'Could not load');
    expect(client.asked.filter(({ report }) => report === 'summary')).to.have.length(2);
  });

  it('is asked only when the card is near the viewport', async () => {
    const client = stubClient();
    const [far, near] = [stubClient(), client];
    const root = await fixture<HTMLElement>(html`
      <div>
        <ma-metric-card app="a" metric="opens" .client=${near} .now=${now}></ma-metric-card>
        <div style="height: 5000px"></div>
        <ma-metric-card app="a" metric="opens" .client=${far} .now=${now}></ma-metric-card>
      </div>
    `);
    const [first, last] = [...root.querySelectorAll<MaMetricCard>('ma-metric-card')] as [MaMetricCard, MaMetricCard];
    await untilSeen(first, '16,216');
    expect(far.asked).to.eql([]);
    last.scrollIntoView();
    await untilSeen(last, '16,216');
  });

  it('is given up when the card leaves the page, and asked again when it is back', async () => {
    const client = stubClient({ summary: silent });
    const element = await card(client);
    await waitUntil(() => client.asked.length > 0);
    const parent = element.parentElement!;
    element.remove();
    expect(client.asked[0]?.options?.signal?.aborted).to.equal(true);
    client.answers.summary = () => summaryOf([['opens', 3]]);
    parent.append(element);
    await untilSeen(element, 'Opens 3');
  });

  it('fails with one event, and never throws in the page', async () => {
    const thrown: unknown[] = [];
    const listen = (event: ErrorEvent | PromiseRejectionEvent) => thrown.push(event);
    window.addEventListener('error', listen);
    window.addEventListener('unhandledrejection', listen);
    const errors: ReportErrorEvent[] = [];
    const client = stubClient({ summary: failing('network'), catalog: failing('network') });
    const element = await fixture<MaMetricCard>(html`
      <ma-metric-card
        app="a"
        metric="opens"
        .client=${client}
        @report-error=${(event: ReportErrorEvent) => errors.push(event)}
      ></ma-metric-card>
    `);
    await untilSeen(element, 'The server could not be reached.');
    expect(errors).to.have.length(1);
    expect([errors[0]!.bubbles, errors[0]!.composed]).to.eql([true, true]);
    expect(thrown).to.eql([]);
    window.removeEventListener('error', listen);
    window.removeEventListener('unhandledrejection', listen);
  });
});

describe('the explanation of a metric card', () => {
  const parts = { opens: 16_216, active_users: 11_379, retained_users: 5916, backflow_users: 3416, new_users: 2047 };
  const answering = () =>
    stubClient({
      summary: ({ metrics }) => summaryOf(metrics.map((id) => [id, parts[id as keyof typeof parts]])),
    });

  it('writes the number as a sum with the figures of the back end', async () => {
    const client = answering();
    const element = await card(client, { metric: 'new_users' });
    await untilSeen(element, '2,047');
    part(element, '.about-button').click();
    await untilSeen(element, 'Active users 11,379 − Retained users 5,916 − Returning users 3,416 = New users 2,047');
    expect(client.asked.at(-1)?.query).to.eql({
      range: 'yesterday',
      metrics: ['active_users', 'retained_users', 'backflow_users'],
    });
  });

  it('says what it was counted over', async () => {
    const element = await card(answering(), { metric: 'new_users' });
    await untilSeen(element, '2,047');
    part(element, '.about-button').click();
    await untilSeen(
      element,
      'Range 21 Nov 2026 Time zone Asia/Shanghai Data until 22 Nov, 13:30 Definition profile Standard Adds up over time Yes Better when it rises',
    );
  });

  it('says how other profiles count it: only where they differ', async () => {
    const element = await card(answering());
    await untilSeen(element, '16,216');
    part(element, '.about-button').click();
    await untilSeen(element, 'How other profiles count it');
    part(element, 'summary').click();
    const others = part(element, '.others').innerText.replace(/\s+/g, ' ');
    expect(others).to.contain(
      'Weixin mini program analysis Time zone Asia/Shanghai New data daily, to midnight Live data every 15 min',
    );
    expect(others).to.contain('New user also after 30 days away');
    expect(others).to.not.contain('first visit ever');
  });

  it('shows no sum that does not hold: with a filter', async () => {
    const filters: Filter[] = [{ field: 'os_name', operator: 'eq', values: ['iOS'] }];
    const client = stubClient({
      summary: () => summaryOf([['new_users', 9]], { filters }),
    });
    const element = await card(client, { metric: 'new_users' });
    await untilSeen(element, 'New users 9');
    part(element, '.about-button').click();
    await untilSeen(element, 'Filters Operating system = iOS');
    expect(element.shadowRoot!.querySelector('.sum')).to.equal(null);
  });

  it('opens and closes by key, and gives the focus back', async () => {
    const element = await card(answering());
    await untilSeen(element, '16,216');
    const button = part(element, '.about-button');
    button.focus();
    await sendKeys({ press: 'Enter' });
    await untilSeen(element, 'Time zone');
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    expect(element.shadowRoot!.activeElement?.getAttribute('role')).to.equal('dialog');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !seen(element).includes('Time zone'));
    expect(element.shadowRoot!.activeElement).to.equal(button);
    expect(button.getAttribute('aria-expanded')).to.equal('false');
  });

  it('says so where its parts cannot be had', async () => {
    const client = answering();
    const element = await card(client, { metric: 'new_users' });
    await untilSeen(element, '2,047');
    client.answers.summary = failing('network');
    part(element, '.about-button').click();
    await untilSeen(element, 'Its parts could not be loaded.');
  });

  it('lies inside the window, below the figures where there is room', async () => {
    const element = await card(answering());
    element.style.setProperty('width', '200px');
    await untilSeen(element, '16,216');
    part(element, '.about-button').click();
    await untilSeen(element, 'Time zone');
    await waitUntil(() => element.shadowRoot!.querySelector<HTMLElement>('[popover]')?.style.getPropertyValue('top'));
    const box = part(element, '[popover]').getBoundingClientRect();
    expect(box.left).to.be.at.least(8);
    expect(box.right).to.be.at.most(document.documentElement.clientWidth);
    expect(box.top).to.be.at.least(part(element, '.body').getBoundingClientRect().bottom);
  });
});

describe('the actions of a metric card', () => {
  it('fold into a menu, with arrow keys, that gives the focus back', async () => {
    const element = await card(stubClient());
    element.style.setProperty('width', '240px');
    await untilSeen(element, '16,216');
    const more = part(element, '.more');
    more.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.activeElement?.getAttribute('role') === 'menuitem');
    expect(seen(element)).to.contain('Download CSV How it is counted Refresh');
    await sendKeys({ press: 'ArrowUp' });
    expect(element.shadowRoot!.activeElement?.textContent?.trim()).to.equal('Refresh');
    await sendKeys({ press: 'ArrowDown' });
    expect(element.shadowRoot!.activeElement?.textContent?.trim()).to.equal('Download CSV');
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => element.shadowRoot!.activeElement === more);
    expect(element.shadowRoot!.querySelector('[role=menu]')).to.equal(null);
  });

  it('ask again, past the cache', async () => {
    const client = stubClient();
    const element = await card(client);
    await untilSeen(element, '16,216');
    client.answers.summary = () => summaryOf([['opens', 17_000]]);
    part(element, '[title="Refresh"]').click();
    await untilSeen(element, '17,000');
    expect(client.asked.at(-2)?.options?.refresh).to.equal(true);
  });

  it('download the unrounded values, with what they were counted over', async () => {
    const client = stubClient({
      summary: () => summaryOf([['exit_rate', 0.30187, [0.1]]]),
      trend: () => trendOf('exit_rate', [0.5, null]),
    });
    const element = await card(client, { metric: 'exit_rate' });
    await untilSeen(element, '30.19');
    const files: Blob[] = [];
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => (files.push(blob as Blob), 'data:,');
    part(element, '[title="Download CSV"]').click();
    await waitUntil(() => files.length > 0);
    URL.createObjectURL = createObjectURL;
    expect((await files[0]!.text()).replaceAll('\r\n', '\n')).to.equal(
      [
        'Range,2026-11-21,2026-11-21',
        'Time zone,Asia/Shanghai',
        'Definition profile,standard',
        'Environment,production',
        'Data until,2026-11-22T05:30:00.000Z',
        '',
        'Metric,Start,End,Value',
        'Exit rate,2026-11-21,2026-11-21,0.30187',
        'Exit rate,2026-11-20,2026-11-20,0',
        'Exit rate,2026-11-20,2026-11-20,0.5',
        'Exit rate,2026-11-21,2026-11-21,',
        '',
      ].join('\n'),
    );
  });
});

describe('a metric card in other languages', () => {
  it('reads Chinese', async () => {
    const element = await card(stubClient({ summary: () => summaryOf([['opens', 1_348_469]]) }), { locale: 'zh-CN' });
    await untilSeen(element, '打开次数 134.8 万 日 +10% 周 −4% 月 0% 数据截至 13:30');
    expect(part(element, 'section').lang).to.equal('zh-CN');
  });

  it('reads Arabic from right to left, its history too', async () => {
    const element = await card(stubClient(), { locale: 'ar' });
    await untilSeen(element, 'مرات الفتح 16,216 يوم +10%');
    expect(part(element, 'section').dir).to.equal('rtl');
    expect(getComputedStyle(part(element, '.spark svg')).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    const end = part(element, '.spark .end').getBoundingClientRect();
    expect(end.left).to.be.below(part(element, '.spark').getBoundingClientRect().left + 10);
  });

  it('reads a language that it does not know in English', async () => {
    await untilSeen(await card(stubClient(), { locale: 'fi' }), 'Opens 16');
  });

  it('follows the direction that its host has set', async () => {
    const element = await card(stubClient(), { dir: 'rtl' });
    await untilSeen(element, '16,216');
    expect(part(element, 'section').dir).to.equal('rtl');
  });
});

describe('a metric card, to assistive technology', () => {
  const states = {
    data: {},
    loading: { summary: silent },
    empty: { summary: () => summaryOf([]) },
    'no value': { summary: () => summaryOf([['opens', null, [null, null, null], 'not_yet' as const]]) },
    error: { summary: failing('http', { status: 504, requestId: 'r1' }) },
    forbidden: { summary: failing('forbidden') },
    unavailable: { summary: failing('not_available') },
    offline: { summary: failing('offline') },
    limited: { summary: failing('rate_limited', { retryAt: Date.now() + 60_000 }) },
    late: { summary: () => summaryOf([['opens', 1]], { next_refresh_at: '2026-11-22T01:00:00Z' }) },
    partial: { summary: () => summaryOf([['opens', 7]], { range: { start: '2026-11-22', end: '2026-11-22' } }) },
  };
  for (const [state, answers] of Object.entries(states)) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`has no fault when ${state}, ${scheme}`, async () => {
        const element = await card(stubClient(answers), { scheme });
        await untilSeen(
          element,
          state === 'loading' ? 'Loading' : /13:30|Failed|No access|Not offered here|Offline|Tries/,
        );
        await waitUntil(() => !element.shadowRoot!.querySelector('.says .title:empty'));
        await expect(element).to.be.accessible();
      });
    }
  }

  it('has no fault with its explanation or its menu open, chosen and choosable', async () => {
    const element = await card(stubClient(), { selectable: true, selected: true });
    element.style.setProperty('width', '240px');
    await untilSeen(element, '16,216');
    part(element, '.about-button').click();
    await untilSeen(element, 'Time zone');
    await expect(element).to.be.accessible();
    part(element, '.more').click();
    await untilSeen(element, 'Download CSV');
    await expect(element).to.be.accessible();
  });
});

it('a metric card without a meta that names a range still stands', async () => {
  const { range: _, ...meta } = metaOf();
  const data = { ...summaryOf([['opens', 5]]), meta };
  const element = await fixture<MaMetricCard>(html`<ma-metric-card .data=${data}></ma-metric-card>`);
  await untilSeen(element, 'Opens 5');
});
