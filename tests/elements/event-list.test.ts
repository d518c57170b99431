import { expect, fixture, html } from '@open-wc/testing';
import { createDefinitionsClient } from '#client/definitions.js';
import type { Client } from '#client/index.js';
import type { EventDefinition, Permission } from '#contract/api.js';
import type { MaEventList } from '#elements/event-list/event-list.element.js';
import '#elements/event-list/event-list.js';
import { part, seen, untilSeen } from './base/shown.js';
import { until } from './base/until.js';
import { addToCart, app, EventBackEnd } from './event-builder/event-back-end.js';
import { isAccessible } from './base/accessible.js';

const eventsOf = (client: Client) => createDefinitionsClient(client).events;
const named = (number: number) => ({ ...addToCart, name: `event_${number}`, display_name: `Event ${number}` });

async function listOf(client: Client, settings: Partial<MaEventList> = {}): Promise<MaEventList> {
  const element = await fixture<MaEventList>(html`<ma-event-list app=${app} lang="en" timezone="UTC"></ma-event-list>`);
  Object.assign(element, { client, ...settings });
  await element.updateComplete;
  await until(() =>
    element.shadowRoot?.querySelector('.frame[aria-busy=false] :is(.defaults, .message .title:not(:empty))'),
  );
  return element;
}
const rows = (element: MaEventList): string[] =>
  [...element.shadowRoot!.querySelectorAll('tbody .lead .code')].map(({ textContent }) => textContent.trim());
const click = async (element: MaEventList, selector: string): Promise<void> => {
  await until(() => element.shadowRoot?.querySelector(selector), `there is no ${selector}`);
  part(element, selector).click();
  await element.updateComplete;
};
const answer = async (element: MaEventList): Promise<void> => {
  await until(() => element.shadowRoot!.querySelector('dialog[open]'));
  part(element, 'dialog .danger').click();
};
const published = async (client: Client): Promise<EventDefinition> => {
  const events = eventsOf(client);
  let saved = await events.create(app, addToCart);
  saved = await events.check(app, saved.body.id, saved.etag);
  saved = await events.publish(app, saved.body.id, saved.etag);
  return saved.body;
};

describe('the list of events', () => {
  it('shows names, state, dates and who', async () => {
    const client = new EventBackEnd().client();
    await published(client);
    const element = await listOf(client);
    expect(seen(element)).to.match(/Add to cart add_to_cart Published/);
    expect(seen(element)).to.contain('1 definition').and.to.contain('Mei Chen');
    await isAccessible(element);
  });

  it('says that there are none, and lists what comes in without a definition', async () => {
    const client = new EventBackEnd().client();
    await client.collect(app, [{ user_id: 'u', ts: Date.parse('2026-11-22T05:00:00Z'), event: 'open_coupon' }]);
    const element = await listOf(client);
    expect(seen(element)).to.contain('No events are defined yet');
    expect(getComputedStyle(part(element, '.message')).textAlign).to.equal('center');
    part(element, '.observed summary').click();
    const names: string[] = [];
    element.addEventListener('event-new', ({ name }) => names.push(name));
    await click(element, '.observed .link');
    await click(element, '[data-do=new]');
    expect(names).to.eql(['open_coupon', '']);
  });

  it('has the default fields with their labels', async () => {
    const element = await listOf(new EventBackEnd().client());
    part(element, '.defaults summary').click();
    expect(seen(element)).to.contain('Country country').and.to.contain('Screen width device_width');
  });

  it('shows what a draft changes of the published version, and the fields', async () => {
    const client = new EventBackEnd().client();
    const { id } = await published(client);
    const [action] = addToCart.actions;
    await eventsOf(client).replace(app, id, { ...addToCart, actions: [{ ...action!, element: '#buy' }] }, '*');
    const element = await listOf(client);
    expect(seen(element)).to.contain('Draft · Published');
    await click(element, '[data-do=details]');
    expect(part(element, '[data-do=details]').getAttribute('aria-expanded')).to.equal('true');
    const differences = [...element.shadowRoot!.querySelectorAll('.differences tbody tr')].map((row) =>
      [...row.querySelectorAll('th, bdi')].map(({ textContent }) => textContent),
    );
    expect(differences).to.eql([['Action 1, Element', '#add', '#buy']]);
    expect(seen(element)).to.contain(id).and.to.contain('price Number');
    await isAccessible(element);
  });

  it('asks, then unpublishes', async () => {
    const client = new EventBackEnd().client();
    const { id } = await published(client);
    const element = await listOf(client);
    const changes: string[] = [];
    element.addEventListener('event-change', ({ change }) => changes.push(change));
    await click(element, '[data-do=details]');
    expect(element.shadowRoot!.querySelector('[data-do=delete]')).to.equal(null);
    await click(element, '[data-do=unpublish]');
    await answer(element);
    await untilSeen(element, '“Add to cart” is unpublished.');
    expect(changes).to.eql(['unpublished']);
    expect((await eventsOf(client).get(app, id)).body.published).to.equal(null);
  });

  it('asks, then deletes a draft', async () => {
    const client = new EventBackEnd().client();
    await eventsOf(client).create(app, addToCart);
    const element = await listOf(client);
    await click(element, '[data-do=details]');
    await click(element, '[data-do=delete]');
    await answer(element);
    await untilSeen(element, 'No events are defined yet');
    expect((await eventsOf(client).list(app)).row_count).to.equal(0);
  });

  it('does nothing to an event that was changed since it was shown', async () => {
    const client = new EventBackEnd().client();
    const { body } = await eventsOf(client).create(app, addToCart);
    const element = await listOf(client);
    await eventsOf(client).check(app, body.id, '*');
    await click(element, '[data-do=details]');
    await click(element, '[data-do=delete]');
    await answer(element);
    await untilSeen(element, 'was changed meanwhile');
    expect((await eventsOf(client).list(app)).row_count).to.equal(1);
  });

  it('asks a host to show an event', async () => {
    const client = new EventBackEnd().client();
    const { body } = await eventsOf(client).create(app, addToCart);
    const element = await listOf(client);
    const ids: string[] = [];
    element.addEventListener('event-edit', ({ definition }) => ids.push(definition.id));
    await click(element, '[data-do=edit]');
    expect(ids).to.eql([body.id]);
  });

  it('finds by name and turns over the parts of a long list', async () => {
    const client = new EventBackEnd().client();
    for (let number = 1; number <= 12; number++) await eventsOf(client).create(app, named(number));
    const element = await listOf(client);
    expect(rows(element).length).to.equal(10);
    await click(element, '.step:last-child');
    await until(() => rows(element).length === 2);
    expect(rows(element)).to.eql(['event_2', 'event_1']);
    element.search = 'event_1';
    await until(() => rows(element).length === 4);
    expect(rows(element)).to.eql(['event_12', 'event_11', 'event_10', 'event_1']);
    element.search = 'nothing';
    await untilSeen(element, 'No event matches');
  });

  it('shows two hundred events at once, quickly', async () => {
    const definitions = Array.from({ length: 200 }, (_, index): EventDefinition => ({
      ...named(index),
      ...{ id: `${index}`, state: 'draft', fields: [], checked: false, updated_by: 'Mei' },
      ...{
        created_at: '2026-11-20T03:12:00Z',
        updated_at: '2026-11-20T03:12:00Z',
        published_at: null,
        published: null,
      },
    }));
    const element = await fixture<MaEventList>(html`<ma-event-list lang="en" page-size="200"></ma-event-list>`);
    const before = performance.now();
    element.data = { definitions, observed: [], row_count: 200 };
    await until(() => rows(element).length === 200);
    expect(performance.now() - before).to.be.lessThan(2000);
    element.search = 'Event 19';
    await until(() => rows(element).length === 11);
  });

  it('lets who may only read look', async () => {
    const back = new EventBackEnd();
    await published(back.client());
    const element = await listOf(back.client('Op', ['events.read'] as Permission[]));
    expect(seen(element)).to.contain('events.write');
    await click(element, '[data-do=details]');
    expect(
      element.shadowRoot!.querySelectorAll(':is([data-do=new], [data-do=unpublish], [data-do=delete])').length,
    ).to.equal(0);
    expect(part(element, '[data-do=edit]').getAttribute('aria-label')).to.equal('View Add to cart');
  });

  it('says which permission lacks', async () => {
    const element = await listOf(new EventBackEnd().client('Nobody', []));
    await untilSeen(element, 'events.read');
  });
});
