import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { SummaryReport } from '#contract/api.js';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import type { ReportErrorEvent } from '#elements/base/events.js';
import { metaOf, now, summaryOf } from '../base/answers.js';
import { part, seen, untilSeen } from '../base/shown.js';
import { failing, later, silent, stubClient } from '../base/stub-client.js';
import { card } from './stage.js';

it('a metric card without a meta that names a range still stands', async () => {
  const { range: _, ...meta } = metaOf();
  const data = { ...summaryOf([['opens', 5]]), meta };
  const element = await fixture<MaMetricCard>(html`<ma-metric-card .data=${data}></ma-metric-card>`);
  await untilSeen(element, 'Opens 5');
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
