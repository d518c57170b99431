import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EventQuery } from '#contract/api.js';
import type { Client } from '#client/client.js';
import { createDefinitionsClient } from '#client/definitions.js';
import { RequestError } from '#client/request-error.js';
import type { EventAnalysisQuery } from '#elements/event-analysis/event-query.js';
import type { MaEventAnalysis } from '#elements/event-analysis/event-analysis.element.js';
import '#elements/event-analysis/event-analysis.js';
import '#elements/scope/scope.js';
import { groupedEvent } from '../charts/sample-event.js';
import { fileOf } from './base/asked-list.js';
import { part, seen } from './base/shown.js';
import { until } from './base/until.js';
import { eventBackEnd, log, now } from './event-analysis/event-back-end.js';
import { isAccessible } from './base/accessible.js';

const all = (element: Element, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const pick = (element: Element, name: string): HTMLElement => part(element, `[data-pick="${name}"]`);
const options = (element: Element): HTMLElement[] => all(element, '[popover] [role=option]');
const bars = (element: Element): string[] =>
  all(element, '.bars tbody tr').map((row) => [...row.querySelectorAll('.bar-name, td')].map(words).join(' '));
const isSettled = (element: Element): boolean =>
  element.shadowRoot?.querySelector('.frame[aria-busy=false] .status') != null &&
  !element.shadowRoot.querySelector('.bones, .ask-bone');

type Changes = Partial<MaEventAnalysis>;

async function analysisOf(client: Client | undefined, changes: Changes = {}, width = 1000): Promise<MaEventAnalysis> {
  // One at a time: a widget that is not near the window asks for nothing.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const element = document.createElement('ma-event-analysis');
  const usual = { app: 'lantern-tea', locale: 'en', event: 'add_to_cart', start: '2026-11-20', end: '2026-11-22' };
  Object.assign(element, usual, { client, now }, changes);
  box.append(element);
  await until(() => isSettled(element), 'The analysis never settles');
  await element.updateComplete;
  return element;
}

async function open(element: MaEventAnalysis, name: string): Promise<void> {
  pick(element, name).focus();
  pick(element, name).click();
  await until(() => options(element).length > 0, `${name} offers nothing`);
}

async function choose(element: MaEventAnalysis, name: string, label: string): Promise<void> {
  await open(element, name);
  const find = (): HTMLElement | undefined => options(element).find((one) => words(one).startsWith(label));
  await until(find, `${label} is never offered`);
  find()!.click();
  await element.updateComplete;
}

const queriesOf = (element: MaEventAnalysis): EventAnalysisQuery[] => {
  const fired: EventAnalysisQuery[] = [];
  element.addEventListener('query-change', ({ query }) => fired.push(query));
  return fired;
};

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

describe('the form of ma-event-analysis', () => {
  it('offers the events that are defined and those that are seen, by what they are called', async () => {
    const { client } = await eventBackEnd();
    const { events } = createDefinitionsClient(client);
    const action = {
      trigger: 'click',
      report: 'once',
      data: [{ field: 'price', type: 'number', from: 'price' }],
    } as const;
    await events.create('lantern-tea', {
      ...{ name: 'add_to_cart', display_name: 'Add to cart', method: 'api', template: 'blank' },
      actions: [{ ...action, data: [...action.data] }],
    });
    const element = await analysisOf(client);
    await until(() => seen(element).includes('Add to cart · Total'));
    await open(element, 'event');
    expect(options(element).map(words)).to.eql(['Add to cart add_to_cart · not published', 'launch 1', 'search 1']);
  });

  it('fires the whole query for what a user changed, and nothing for what the host did', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client);
    const fired = queriesOf(element);
    await choose(element, 'measure', 'Users');
    await choose(element, 'group-0', 'Province');
    await choose(element, 'group-1', 'Operating system');
    const range = { start: '2026-11-20', end: '2026-11-22' };
    expect(fired.at(-1)).to.eql({
      ...{ event: 'add_to_cart', measure: 'users', group_by: ['province', 'os_name'], ...range },
    });
    expect(fired).to.have.length(3);
    element.query = { event: 'search', range: 'today' };
    await until(() => seen(element).includes('The event did not occur'));
    expect(element.query).to.eql({ event: 'search', range: 'today' });
    expect(fired).to.have.length(3);
  });

  it('asks for a field where the measure is of one, and offers numbers alone', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client, { measure: 'sum' });
    expect(seen(element)).to.contain('Choose a numeric field');
    await open(element, 'field');
    expect(options(element).map(words)).to.contain('Amount, minor units').and.not.contain('Province');
  });

  it('offers no sums where no field holds numbers', async () => {
    const { client } = await eventBackEnd();
    const catalog = { ...(await client.catalog()), event_fields: [] };
    const element = await analysisOf(client, { catalog });
    await open(element, 'measure');
    expect(options(element).map(words)).to.eql(['Total', 'Users', 'Per user']);
  });

  it('filters by values that were seen', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client, { groupBy: ['province'] });
    pick(element, 'filter-add').click();
    await until(() => element.shadowRoot!.querySelector('.editor:popover-open'));
    const field = part(element, '.editor select') as HTMLSelectElement;
    field.value = 'os_name';
    field.dispatchEvent(new Event('change'));
    await until(() => options(element).length === 2);
    options(element)
      .find((one) => words(one).startsWith('Android'))!
      .click();
    await element.updateComplete;
    part(element, '.apply').click();
    await until(() => bars(element).join() === 'Hunan 1,Zhejiang 1');
    expect(element.query.filters).to.eql([{ field: 'os_name', operator: 'in', values: ['Android'] }]);
  });

  it('groups by a property that no list names', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client);
    await open(element, 'group-0');
    const search = part(element, '[popover] .find input') as HTMLInputElement;
    search.value = 'price';
    search.dispatchEvent(new Event('input'));
    await until(() => options(element).map(words).join() === 'price property of an event');
    options(element)[0]!.click();
    await until(() => bars(element).length > 0);
    expect(element.groupBy).to.eql(['properties.price']);
    expect(bars(element)).to.contain('30 1');
  });

  it('asks days of one’s own in the calendar’s dialog', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client, {
      range: 'today',
      start: undefined,
      end: undefined,
      groupBy: ['os_name'],
    });
    expect(bars(element)).to.eql(['Android 1', 'iOS 1']);
    await choose(element, 'range', 'Choose days');
    await until(() => element.shadowRoot!.querySelector('.days:popover-open'));
    const days = all(element, 'input[type=date]') as HTMLInputElement[];
    days[0]!.value = '2026-11-20';
    days[0]!.dispatchEvent(new Event('change'));
    await element.updateComplete;
    part(element, '.days .apply').click();
    await until(() => bars(element).join() === 'iOS 5,Android 2');
    expect(element.query).to.deep.include({ start: '2026-11-20', end: '2026-11-22' });
  });

  it('shows other groups than the first where they are ticked', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client, { groupBy: ['province'], limit: 1 });
    expect(bars(element)).to.eql(['Zhejiang 4', '2 others 3']);
    await choose(element, 'groups', 'Hunan');
    await until(() => bars(element).join() === 'Hunan 2');
    options(element)
      .find((one) => words(one).startsWith('Not set'))!
      .click();
    await until(() => bars(element).join() === 'Hunan 2,Not set 1');
    expect(element.query.groups).to.eql(['["Hunan"]', '[null]']);
    options(element)[0]!.click();
    await until(() => bars(element).join() === 'Zhejiang 4,2 others 3');
  });

  it('brings a past query back by one click', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client, { groupBy: ['province'], measure: 'users' });
    const before = bars(element);
    element.query = { event: 'search', start: '2026-11-20', end: '2026-11-22' };
    await until(() => seen(element).includes('search · Total'));
    await until(() => isSettled(element));
    await choose(element, 'history', 'add_to_cart · Users by province');
    await until(() => bars(element).join() === before.join());
    expect(element.query).to.deep.include({ event: 'add_to_cart', measure: 'users', group_by: ['province'] });
  });

  it('does not take over filters of the scope from a past query twice', async () => {
    const { client } = await eventBackEnd();
    const scope = await fixture<HTMLElement>(html`<ma-scope></ma-scope>`);
    const filters = [{ field: 'os_name', operator: 'in' as const, values: ['iOS'] }];
    Object.assign(scope, { app: 'lantern-tea', locale: 'en', client, now, filters, range: 'last_7_days' });
    const element = document.createElement('ma-event-analysis');
    element.event = 'add_to_cart';
    scope.append(element);
    await until(() => isSettled(element));
    element.event = 'search';
    await until(() => isSettled(element) && seen(element).includes('search · Total'));
    await choose(element, 'history', 'add_to_cart');
    expect(element.query.filters).to.equal(undefined);
  });
});

describe('ma-event-analysis by keyboard alone', () => {
  it('asks for users by system', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(client);
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await sendKeys({ press: key });
    };
    pick(element, 'measure').focus();
    await press('Enter');
    await until(() => element.shadowRoot!.activeElement?.matches('[role=listbox]'));
    await press('ArrowDown', 'Enter');
    await until(() => element.measure === 'users');
    expect(element.shadowRoot!.activeElement).to.equal(pick(element, 'measure'));
    pick(element, 'group-0').focus();
    await press('ArrowDown');
    await until(() => element.shadowRoot!.activeElement?.matches('.find input'));
    await press('PageDown', 'ArrowUp', 'Enter');
    await until(() => element.groupBy?.length === 1);
    await until(() => bars(element).length > 0);
    expect(element.shadowRoot!.activeElement).to.equal(pick(element, 'group-0'));
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

describe('ma-event-analysis for everybody', () => {
  it('downloads what it shows, unrounded', async () => {
    const { client } = await eventBackEnd();
    const { name, lines } = await fileOf(await analysisOf(client, { groupBy: ['os_name'], measure: 'per_user' }));
    expect(name).to.equal('add_to_cart · Per user by operating system 2026-11-20 2026-11-22.csv');
    expect(lines.slice(lines.indexOf('') + 1, -1).filter((line) => line.includes('Whole range'))).to.eql([
      `iOS,2026-11-20,2026-11-22,Whole range,${5 / 3}`,
      'Android,2026-11-20,2026-11-22,Whole range,1',
    ]);
    expect(lines[0]).to.equal('Event,add_to_cart');
  });

  it('explains what it counts, and asks nothing for that', async () => {
    const { client, asked } = await eventBackEnd();
    const element = await analysisOf(client, { measure: 'users' });
    const before = asked.length;
    part(element, '.tool[aria-label="How it is counted"]').click();
    await until(() => seen(element).includes('How many users reported the event'));
    expect(asked).to.have.length(before);
  });

  it('speaks Chinese and Arabic, and mirrors', async () => {
    const { client } = await eventBackEnd();
    const chinese = await analysisOf(client, { locale: 'zh-CN', groupBy: ['os_name'] });
    expect(seen(chinese)).to.contain('add_to_cart · 总次数，按操作系统');
    const arabic = await analysisOf(client, { locale: 'ar', groupBy: ['os_name'] });
    expect(part(arabic, '.frame').dir).to.equal('rtl');
    expect(pick(arabic, 'event').getBoundingClientRect().left).to.be.greaterThan(
      pick(arabic, 'measure').getBoundingClientRect().left,
    );
  });

  it('keeps everything inside at 280 pixels', async () => {
    const { client } = await eventBackEnd();
    const element = await analysisOf(
      client,
      { groupBy: ['province', 'os_name'], measure: 'sum', field: 'amount' },
      280,
    );
    const { left, right } = part(element, '.frame').getBoundingClientRect();
    const outside = all(element, '.ask *, .bars *').filter((one) => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && !one.closest('.hidden-text') && (box.left < left - 1 || box.right > right + 1);
    });
    expect(outside.map(({ className }) => className)).to.eql([]);
  });

  it('is accessible, as a chart and as a whole', async () => {
    const { client } = await eventBackEnd(log);
    await isAccessible(await analysisOf(client, { groupBy: ['os_name'], view: 'table' }));
    await isAccessible(await analysisOf(client, { groupBy: ['os_name'], granularity: 'all' }));
  });
});
