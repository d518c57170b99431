import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createDefinitionsClient } from '#client/definitions.js';
import { part, seen } from '../base/shown.js';
import { until } from '../base/until.js';
import { eventBackEnd, now } from './event-back-end.js';
import { all, words, pick, options, bars, isSettled, analysisOf, open, choose, queriesOf } from './stage.js';

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
