import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Filter } from '#contract/api.js';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import { metaOf, summaryOf, trendOf } from '../base/answers.js';
import { part, seen, untilSeen } from '../base/shown.js';
import { failing, stubClient } from '../base/stub-client.js';
import { card } from './stage.js';

it('a metric card without a meta that names a range still stands', async () => {
  const { range: _, ...meta } = metaOf();
  const data = { ...summaryOf([['opens', 5]]), meta };
  const element = await fixture<MaMetricCard>(html`<ma-metric-card .data=${data}></ma-metric-card>`);
  await untilSeen(element, 'Opens 5');
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
