import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { EventDefinition } from '#contract/api.js';
import type { MaEventBuilder } from '#elements/event-builder/event-builder.element.js';
import { EventSaveEvent } from '#elements/event-builder/events.js';
import { part, seen, untilSeen } from '../base/shown.js';
import { until } from '../base/until.js';
import { addToCart, app, EventBackEnd } from './event-back-end.js';
import { isAccessible } from '../base/accessible.js';
import { eventsOf, builderOf, field, type, click, go, step, isOn, ready, fillIn } from './stage.js';

beforeEach(() => sessionStorage.clear());

it('shows a definition that it is given, to be read', async () => {
  const data = {
    ...addToCart,
    id: '1',
    state: 'published',
    fields: [],
    checked: true,
    created_at: '2026-11-20T03:12:00Z',
    updated_at: '2026-11-20T03:12:00Z',
    updated_by: 'Mei',
    published_at: null,
    published: addToCart,
  } as EventDefinition;
  const element = await fixture<MaEventBuilder>(html`<ma-event-builder .data=${data} lang="en"></ma-event-builder>`);
  await untilSeen(element, 'Published');
  expect(field(element, 'name').value).to.equal('add_to_cart');
  expect(field(element, 'name').readOnly).to.equal(true);
});

describe('the event builder', () => {
  it('plays through with the mouse: names, actions, check, test, publish', async () => {
    const back = new EventBackEnd();
    const client = back.client();
    const element = await builderOf(client);
    const states: string[] = [];
    element.addEventListener(EventSaveEvent.eventName, (event) => states.push(event.definition.state));
    await fillIn(element);
    await step(element, 'check');
    await go(element, 'check');
    await untilSeen(element, 'The check has passed.');
    expect(seen(element)).to.contain('Comes in as it should');
    await step(element, 'publish');
    await go(element, 'test');
    await untilSeen(element, /\d+ records?/);
    await untilSeen(element, /price=\d/);
    await go(element, 'publish');
    await untilSeen(element, 'Published. It is counted from now on.');
    expect(states).to.eql(['testing', 'published']);
    const { definitions } = await eventsOf(client).list(app);
    expect(definitions.map(({ name, state }) => [name, state])).to.eql([['add_to_cart', 'published']]);
    expect(definitions[0]!.fields).to.eql([{ field: 'price', type: 'number', seen: true }]);
    const count = async (): Promise<number> => {
      const range = { start: '2026-11-22', end: '2026-11-22', granularity: 'all', order: '-value', limit: 10 } as const;
      const { totals } = await client.event(
        `apps/${app}`,
        { event: 'add_to_cart', measure: 'total', ...range },
        { refresh: true },
      );
      return totals[0]?.value ?? 0;
    };
    const before = await count();
    expect(await count()).to.be.greaterThan(before);
  });

  it('plays through with the keyboard alone', async () => {
    const back = new EventBackEnd();
    const client = back.client();
    const element = await builderOf(client);
    const focused = (): Element | null => element.shadowRoot!.activeElement;
    const tabTo = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 60 && !focused()?.matches(selector); presses++) await sendKeys({ press: 'Tab' });
      expect(focused()?.matches(selector), `Tab never comes to ${selector}`).to.equal(true);
    };
    const press = async (selector: string): Promise<void> => {
      await tabTo(selector);
      await sendKeys({ press: ' ' });
      await element.updateComplete;
    };
    const write = async (selector: string, text: string): Promise<void> => {
      await tabTo(selector);
      await sendKeys({ type: text });
    };
    field(element, 'name').focus();
    await write('#name', 'scan_code');
    await write('#display_name', 'Scan code');
    await press('[data-do=next]');
    await until(() => element.shadowRoot?.querySelector('#actions-0-trigger'));
    field(element, 'actions-0-trigger').focus();
    await write('#actions-0-element', '#scan');
    await press('[data-do=next]');
    await until(() => element.shadowRoot?.querySelector('[data-do=check]'));
    part(element, '[data-step=check]').focus();
    await press('[data-do=check]');
    await untilSeen(element, 'The check has passed.');
    await press('[data-do=next]');
    await until(() => isOn(element, 'test'));
    part(element, '[data-step=publish]').focus();
    await press('[data-do=test]');
    await untilSeen(element, /\d+ records?/);
    part(element, '[data-step=publish]').focus();
    await press('[data-do=publish]');
    await untilSeen(element, 'Published. It is counted from now on.');
    expect((await eventsOf(client).list(app)).definitions.map(({ state }) => state)).to.eql(['published']);
  });

  it('checks the name as one types, by the rule and by the back end, and offers one that is free', async () => {
    const back = new EventBackEnd();
    const client = back.client();
    await eventsOf(client).create(app, addToCart);
    const element = await builderOf(client);
    await type(element, 'name', 'AddToCart');
    expect(seen(element)).to.contain('Start with a lowercase letter; then a – z, 0 – 9 and _ only.');
    await click(element, '#name-below .cure');
    expect(field(element, 'name').value).to.equal('add_to_cart');
    await untilSeen(element, 'There is an event “add_to_cart” already.');
    await click(element, '#name-below .cure');
    expect(field(element, 'name').value).to.equal('add_to_cart_2');
    await until(() => !seen(element).includes('already'));
    expect(field(element, 'name').hasAttribute('aria-invalid')).to.equal(false);
  });

  it('says what is wrong beside the fields and in a summary, and goes to the first fault', async () => {
    const element = await builderOf(new EventBackEnd().client());
    await step(element, 'check');
    await go(element, 'check');
    await untilSeen(element, '3 faults to mend');
    expect(element.shadowRoot!.activeElement?.id).to.equal('name');
    expect(seen(element)).to.contain('Give it a name.');
    expect(seen(element)).to.contain('Action 1, Element');
    await isAccessible(element);
  });

  it('needs the check again after any change', async () => {
    const element = await builderOf(new EventBackEnd().client());
    await fillIn(element);
    await step(element, 'check');
    await go(element, 'check');
    await untilSeen(element, 'The check has passed.');
    await step(element, 'publish');
    await ready(element, 'test');
    await step(element, 'actions');
    await type(element, 'actions-0-element', '#buy');
    await step(element, 'publish');
    await untilSeen(element, 'Check the fields first');
    expect(isOn(element, 'test') || isOn(element, 'publish')).to.equal(false);
  });

  it('offers a type that fits what comes in', async () => {
    const element = await builderOf(new EventBackEnd().client());
    await fillIn(element);
    const select = part(element, '#actions-0-data-0-type') as HTMLSelectElement;
    select.value = 'string';
    select.dispatchEvent(new Event('change'));
    await step(element, 'check');
    await go(element, 'check');
    await untilSeen(element, 'Number arrives, Text is expected');
    await click(element, 'td .cure');
    await untilSeen(element, 'Changed since the last check.');
    await go(element, 'check');
    await untilSeen(element, 'Comes in as it should');
  });

  it('hides the element of a page trigger and keeps what stood there', async () => {
    const element = await builderOf(new EventBackEnd().client());
    await fillIn(element);
    const trigger = part(element, '#actions-0-trigger') as HTMLSelectElement;
    const choose = async (value: string): Promise<void> => {
      trigger.value = value;
      trigger.dispatchEvent(new Event('change'));
      await element.updateComplete;
    };
    await choose('enterPage');
    expect(element.shadowRoot!.querySelector('#actions-0-element')).to.equal(null);
    await choose('click');
    expect(field(element, 'actions-0-element').value).to.equal('#add');
  });

  it('suggests pages that were seen', async () => {
    const element = await builderOf(new EventBackEnd().client());
    await step(element, 'actions');
    await until(() => element.shadowRoot!.querySelector('datalist option'));
    const offered = [...element.shadowRoot!.querySelectorAll<HTMLOptionElement>('datalist option')].map(
      ({ value }) => value,
    );
    expect(offered).to.eql(['pages/product/detail', 'pages/cart/index']);
  });

  it('adds, removes and orders actions by key', async () => {
    const element = await builderOf(new EventBackEnd().client());
    await fillIn(element);
    await click(element, '#actions');
    part(element, '#action-grip-0').focus();
    await sendKeys({ press: 'ArrowDown' });
    await until(() => element.shadowRoot!.activeElement?.id === 'action-grip-1');
    expect(field(element, 'actions-1-element').value).to.equal('#add');
    expect(part(element, '.room > [role=status]').textContent).to.equal('Action 1: now 2 of 2');
    await click(element, '.action:first-child .action-head .tool-button');
    expect(element.shadowRoot!.querySelectorAll('.action').length).to.equal(1);
    expect(field(element, 'actions-0-element').value).to.equal('#add');
  });

  it('shows the call that reports an event through the API', async () => {
    const element = await builderOf(new EventBackEnd().client());
    const method = part(element, '#method') as HTMLSelectElement;
    await type(element, 'name', 'scan_code');
    method.value = 'api';
    method.dispatchEvent(new Event('change'));
    await step(element, 'actions');
    await until(() => element.shadowRoot!.querySelector('pre'));
    expect(part(element, 'pre').textContent)
      .to.contain(`/v1/apps/${app}/events:collect`)
      .and.to.contain(`event: 'scan_code'`);
  });

  it('tells how many events would have matched', async () => {
    const back = new EventBackEnd();
    const client = back.client();
    const { body } = await eventsOf(client).create(app, addToCart);
    const element = await builderOf(client, { eventId: body.id });
    await step(element, 'check');
    await go(element, 'dry-run');
    await untilSeen(element, /\d+ events? would have matched/);
    const { matched } = await eventsOf(client).dryRun(app, body.id);
    expect(seen(element)).to.contain(`${matched} event`);
  });
});
