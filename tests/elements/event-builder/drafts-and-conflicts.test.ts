import { expect } from '@open-wc/testing';
import type { Client } from '#client/index.js';
import type { EventDefinition } from '#contract/api.js';
import type { MaEventBuilder } from '#elements/event-builder/event-builder.element.js';
import { EventCloseEvent } from '#elements/event-builder/events.js';
import { part, seen, untilSeen } from '../base/shown.js';
import { until } from '../base/until.js';
import { addToCart, app, EventBackEnd, failed } from './event-back-end.js';
import { isAccessible } from '../base/accessible.js';
import { eventsOf, builderOf, field, type, go, step, fillIn } from './stage.js';

beforeEach(() => sessionStorage.clear());

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
