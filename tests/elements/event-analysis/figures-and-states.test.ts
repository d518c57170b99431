import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { EventQuery } from '#contract/api.js';
import type { Client } from '#client/client.js';
import { RequestError } from '#client/request-error.js';
import { groupedEvent } from '../../charts/sample-event.js';
import { seen } from '../base/shown.js';
import { until } from '../base/until.js';
import { eventBackEnd, now } from './event-back-end.js';
import { all, words, pick, bars, isSettled, analysisOf, type Changes } from './stage.js';

describe('the figures of ma-event-analysis', () => {
  const query: EventQuery = {
    ...{ event: 'add_to_cart', measure: 'total', start: '2026-11-20', end: '2026-11-22' },
    ...{ granularity: 'day', order: '-value', limit: 12 },
  };

  it('are those of the engine for the same log, by region and system', async () => {
    const { client, engine } = await eventBackEnd();
    const groupBy = ['province', 'os_name'];
    for (const measure of ['total', 'users', 'per_user'] as const) {
      const element = await analysisOf(client, { groupBy, measure });
      const { totals } = await engine.event('apps/lantern-tea', { ...query, measure, group_by: groupBy });
      expect(bars(element), measure).to.eql(
        totals.map(({ key, value }) => {
          const name = key.map((one) => one ?? 'Not set').join(' · ');
          return `${name} ${measure === 'per_user' ? value!.toFixed(2) : value}`;
        }),
      );
    }
  });

  it('are those that one counts by hand', async () => {
    const { client } = await eventBackEnd();
    const total = await analysisOf(client, { groupBy: ['province', 'os_name'], granularity: 'all' });
    expect(bars(total)).to.eql([
      'Zhejiang · iOS 3',
      'Hunan · Android 1',
      'Hunan · iOS 1',
      'Zhejiang · Android 1',
      'Not set · iOS 1',
    ]);
    const users = await analysisOf(client, { groupBy: ['os_name'], measure: 'users' });
    expect(bars(users)).to.eql(['iOS 3', 'Android 2']);
    const sum = await analysisOf(client, { groupBy: ['os_name'], measure: 'sum', field: 'properties.price' });
    expect(bars(sum)).to.eql(['iOS 46', 'Android 27']);
  });

  it('stand in the table by day as the engine has them', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client, { groupBy: ['os_name'], view: 'table' });
    const rows = all(element, '.twin tbody tr').map((row) => [...row.querySelectorAll('td')].map(words));
    expect(rows).to.eql([
      ['2', '1'],
      ['2', '0'],
      ['1', '1'],
    ]);
  });

  it('come from the report of events alone', async () => {
    const { client, asked } = await eventBackEnd();
    await analysisOf(client, { noForm: true });
    expect(asked.filter((one) => one.includes('/reports'))).to.eql(['POST /v1/apps/lantern-tea/reports/event']);
    expect(asked.filter((one) => /\/(events|values|queries)$/.test(one))).to.eql([]);
  });
});

describe('the states of ma-event-analysis', () => {
  const failing = async (error: Error): Promise<Client> => ({
    ...(await eventBackEnd()).client,
    event: () => Promise.reject(error),
  });

  it('ask for an event where none is chosen', async () => {
    const { client, asked } = await eventBackEnd();
    const element = await analysisOf(client, { event: undefined });
    await until(() => seen(element).includes('Then choose what to count'));
    expect(asked.some((one) => one.endsWith('/reports/event'))).to.equal(false);
  });

  it('say that an event did not occur', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client, { event: 'never' });
    await until(() => seen(element).includes('The event did not occur'));
  });

  it('leave out the form where one may not ask', async () => {
    const permission = 'custom_analysis.read';
    const problem = { type: 'about:blank', title: 'Forbidden', status: 403, code: 'forbidden', permission } as const;
    const forbidden = new RequestError('forbidden', 'Not yours.', { status: 403, problem });
    const element = await analysisOf(await failing(forbidden));
    await until(() => seen(element).includes('custom_analysis.read'));
    expect(all(element, '.ask')).to.have.length(0);
  });

  it('keep the form where the report failed, and ask again', async () => {
    const element = await analysisOf(await failing(new RequestError('network', 'Down.')));
    await until(() => seen(element).includes('Could not load'));
    expect(pick(element, 'event').isConnected).to.equal(true);
  });

  it('drop an answer that another question has overtaken', async () => {
    const { client } = await eventBackEnd();
    const signals: AbortSignal[] = [];
    const slow: Client = {
      ...client,
      event: (scope, query, options) => {
        signals.push(options!.signal!);
        return query.measure === 'total' ? new Promise(() => undefined) : client.event(scope, query, options);
      },
    };
    fixtureCleanup();
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const element = document.createElement('ma-event-analysis');
    Object.assign(element, { app: 'lantern-tea', locale: 'en', event: 'add_to_cart', client: slow, now });
    box.append(element);
    await until(() => signals.length === 1);
    element.measure = 'users';
    await until(() => isSettled(element) && seen(element).includes('add_to_cart · Users'));
    expect(signals.map(({ aborted }) => aborted)).to.eql([true, false]);
  });

  it('show an answer that the host gives, without a form', async () => {
    const element = await analysisOf(undefined, {
      data: groupedEvent,
      groupBy: ['province'],
      app: undefined,
    });
    expect(bars(element)).to.eql(['Zhejiang 8', 'Not set 2', '2 others 9']);
    expect(all(element, '.ask')).to.have.length(0);
  });

  it('bear words that mean nothing', async () => {
    const { client } = await eventBackEnd();
    const changes = { measure: 'beauty', granularity: 'month', limit: -3, groups: 7 } as unknown as Changes;
    const element = await analysisOf(client, { ...changes, groupBy: ['os_name', 'os_name', 'city', 'gender'] });
    expect(seen(element)).to.contain('add_to_cart · Total by operating system, city');
  });
});
