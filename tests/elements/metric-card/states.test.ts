import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import { metaOf, summaryOf } from '../base/answers.js';
import { part, seen, untilSeen } from '../base/shown.js';
import { failing, silent, stubClient } from '../base/stub-client.js';
import { card } from './stage.js';

it('a metric card without a meta that names a range still stands', async () => {
  const { range: _, ...meta } = metaOf();
  const data = { ...summaryOf([['opens', 5]]), meta };
  const element = await fixture<MaMetricCard>(html`<ma-metric-card .data=${data}></ma-metric-card>`);
  await untilSeen(element, 'Opens 5');
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
