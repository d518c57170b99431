import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createDefinitionsClient } from '#client/definitions.js';
import type { Client } from '#client/index.js';
import type { EventDefinition, Permission } from '#contract/api.js';
import type { MaEventBuilder } from '#elements/event-builder/event-builder.element.js';
import { EventCloseEvent, EventSaveEvent } from '#elements/event-builder/events.js';
import '#elements/event-builder/event-builder.js';
import { part, seen, untilSeen } from './base/shown.js';
import { until } from './base/until.js';
import { addToCart, app, EventBackEnd, failed } from './event-builder/event-back-end.js';
import { isAccessible } from './base/accessible.js';

const eventsOf = (client: Client) => createDefinitionsClient(client).events;

async function builderOf(client: Client, settings: Partial<MaEventBuilder> = {}): Promise<MaEventBuilder> {
  const element = await fixture<MaEventBuilder>(html`<ma-event-builder app=${app} lang="en"></ma-event-builder>`);
  Object.assign(element, { client, now: () => Date.parse('2026-11-22T05:30:00Z'), ...settings });
  await until(() => element.shadowRoot?.querySelector('#name'), 'the builder never opens');
  return element;
}

const field = (element: MaEventBuilder, id: string): HTMLInputElement => part(element, `#${id}`) as HTMLInputElement;
const type = async (element: MaEventBuilder, id: string, text: string): Promise<void> => {
  const input = field(element, id);
  input.value = text;
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new Event('change'));
  await element.updateComplete;
};
const click = async (element: MaEventBuilder, selector: string): Promise<void> => {
  await until(() => element.shadowRoot?.querySelector(selector), `there is no ${selector}`);
  part(element, selector).click();
  await element.updateComplete;
};
const go = (element: MaEventBuilder, what: string): Promise<void> => click(element, `[data-do="${what}"]`);
/** Opens a step; what it needs comes with it. */
const step = async (element: MaEventBuilder, name: string): Promise<void> => {
  await click(element, `[data-step="${name}"]`);
  await until(() => !element.shadowRoot!.querySelector('.room .bones'), `${name} never opens`);
};
const isOn = (element: MaEventBuilder, what: string): boolean =>
  element.shadowRoot?.querySelector(`[data-do="${what}"]:not([aria-disabled="true"])`) !== null;
const ready = (element: MaEventBuilder, what: string): Promise<void> =>
  until(() => isOn(element, what), `${what} stays off`);

/** Fills in “add to cart”. */
async function fillIn(element: MaEventBuilder): Promise<void> {
  await type(element, 'name', 'add_to_cart');
  await type(element, 'display_name', 'Add to cart');
  await step(element, 'actions');
  await type(element, 'actions-0-page', 'pages/product/detail');
  await type(element, 'actions-0-element', '#add');
  await click(element, '.data > .button');
  await type(element, 'actions-0-data-0-field', 'price');
  const select = part(element, '#actions-0-data-0-type') as HTMLSelectElement;
  select.value = 'number';
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
  await type(element, 'actions-0-data-0-from', 'data.price');
}

beforeEach(() => sessionStorage.clear());

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

describe('nothing that was typed is lost', () => {
  for (const [name, answer] of [
    ['a failure of the back end', failed],
    ['no network', () => Response.error()],
  ] as const)
    it(`by ${name}, and trying again saves it`, async () => {
      const back = new EventBackEnd();
      const element = await builderOf(back.client());
      await type(element, 'name', 'scan_code');
      await type(element, 'display_name', 'Scan code');
      back.fail = ({ method }) => (method === 'POST' ? answer() : undefined);
      await go(element, 'save');
      await untilSeen(element, 'What you filled in is kept.');
      expect(field(element, 'name').value).to.equal('scan_code');
      back.fail = undefined;
      await go(element, 'retry');
      await untilSeen(element, 'Saved at');
      expect(field(element, 'name').readOnly).to.equal(true);
    });

  it('by a name that is taken meanwhile: it stands beside the field', async () => {
    const back = new EventBackEnd();
    const client = back.client();
    const element = await builderOf(client);
    await type(element, 'name', 'add_to_cart');
    await type(element, 'display_name', 'Mine');
    await eventsOf(client).create(app, addToCart);
    await go(element, 'save');
    await until(() => field(element, 'name').getAttribute('aria-invalid') === 'true');
    expect(element.shadowRoot!.activeElement?.id).to.equal('name');
    expect(seen(element)).to.contain('already');
  });

  it('by a reload of the page; it can be discarded', async () => {
    const client = new EventBackEnd().client();
    const first = await builderOf(client);
    await type(first, 'name', 'scan_code');
    first.remove();
    const second = await builderOf(client);
    await untilSeen(second, 'Your draft from before was kept.');
    expect(field(second, 'name').value).to.equal('scan_code');
    await go(second, 'discard');
    expect(field(second, 'name').value).to.equal('');
    expect(sessionStorage.length).to.equal(0);
  });

  it('without asking first', async () => {
    const element = await builderOf(new EventBackEnd().client());
    let closed = 0;
    element.addEventListener(EventCloseEvent.eventName, () => closed++);
    await type(element, 'name', 'scan_code');
    expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).to.equal(false);
    await go(element, 'close');
    await until(() => element.shadowRoot!.querySelector('dialog[open]'));
    part(element, 'dialog .button:not(.primary)').click();
    await until(() => !element.shadowRoot!.querySelector('dialog'));
    expect(closed).to.equal(0);
    await go(element, 'close');
    await until(() => element.shadowRoot!.querySelector('dialog[open]'));
    part(element, 'dialog .danger').click();
    await until(() => closed === 1);
  });
});

describe('two who edit one event', () => {
  const both = async (): Promise<{ mine: MaEventBuilder; theirs: EventDefinition; client: Client }> => {
    const back = new EventBackEnd();
    const client = back.client();
    const { body, etag } = await eventsOf(client).create(app, addToCart);
    const mine = await builderOf(client, { eventId: body.id });
    const [action] = addToCart.actions;
    const changed = { ...addToCart, actions: [{ ...action!, element: '#theirs' }] };
    const theirs = await eventsOf(back.client('Yun Li')).replace(app, body.id, changed, etag);
    await step(mine, 'actions');
    await type(mine, 'actions-0-element', '#mine');
    await go(mine, 'save');
    await untilSeen(mine, 'Someone else saved meanwhile');
    return { mine, theirs: theirs.body, client };
  };
  const elementOf = async (client: Client, id: string): Promise<string | null | undefined> =>
    (await eventsOf(client).get(app, id)).body.actions[0]?.element;

  it('see both versions; saving mine over it', async () => {
    const { mine, theirs, client } = await both();
    expect(seen(mine)).to.contain('Yun Li saved it').and.to.contain('#mine').and.to.contain('#theirs');
    await isAccessible(mine);
    await go(mine, 'keep-mine');
    await untilSeen(mine, 'Saved at');
    expect(await elementOf(client, theirs.id)).to.equal('#mine');
  });

  it('or taking theirs', async () => {
    const { mine, theirs, client } = await both();
    await go(mine, 'take-theirs');
    expect(field(mine, 'actions-0-element').value).to.equal('#theirs');
    expect(mine.hasUnsavedChanges).to.equal(false);
    expect(await elementOf(client, theirs.id)).to.equal('#theirs');
  });
});

describe('a publish that fails half-way', () => {
  for (const when of ['fail', 'lose'] as const)
    it(`${when === 'fail' ? 'before' : 'after'} it is done, tried again, leaves exactly one published version`, async () => {
      const back = new EventBackEnd();
      const client = back.client();
      const element = await builderOf(client);
      await fillIn(element);
      await step(element, 'check');
      await go(element, 'check');
      await untilSeen(element, 'The check has passed.');
      await step(element, 'publish');
      back[when] = ({ url }) => (url.endsWith('/publish') ? failed() : undefined);
      await go(element, 'publish');
      await untilSeen(element, 'It is saved, but this did not work');
      back[when] = undefined;
      await go(element, 'retry');
      await untilSeen(element, 'Published. It is counted from now on.');
      const { definitions } = await eventsOf(client).list(app);
      expect(definitions.map(({ state, published }) => [state, published?.name])).to.eql([
        ['published', 'add_to_cart'],
      ]);
    });

  it('a creation whose answer is lost, tried again, leaves one event', async () => {
    const back = new EventBackEnd();
    const client = back.client();
    const element = await builderOf(client);
    await type(element, 'name', 'scan_code');
    await type(element, 'display_name', 'Scan code');
    back.lose = ({ method }) => (method === 'POST' ? failed() : undefined);
    await go(element, 'save');
    await untilSeen(element, 'What you filled in is kept.');
    back.lose = undefined;
    await go(element, 'retry');
    await untilSeen(element, 'Saved at');
    expect((await eventsOf(client).list(app)).definitions.length).to.equal(1);
  });
});

describe('who may not', () => {
  const opened = async (...permissions: Permission[]): Promise<MaEventBuilder> => {
    const back = new EventBackEnd();
    const { body } = await eventsOf(back.client()).create(app, addToCart);
    return builderOf(back.client('Op', permissions), { eventId: body.id });
  };

  it('write can look, and is told so', async () => {
    const element = await opened('events.read', 'user_analysis.read');
    expect(seen(element)).to.contain('You can look at this but not change it.').and.to.contain('events.write');
    await step(element, 'actions');
    expect(field(element, 'actions-0-element').readOnly).to.equal(true);
    expect(element.shadowRoot!.querySelector('[data-do=save]')).to.equal(null);
    await isAccessible(element);
  });

  it('publish can test', async () => {
    const element = await opened('events.read', 'events.write', 'user_analysis.read');
    await step(element, 'check');
    await go(element, 'check');
    await untilSeen(element, 'The check has passed.');
    await step(element, 'publish');
    await ready(element, 'test');
    expect(isOn(element, 'publish')).to.equal(false);
    expect(seen(element)).to.contain('events.publish');
  });
});

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
