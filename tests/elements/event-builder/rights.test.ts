import { expect } from '@open-wc/testing';
import type { Permission } from '#contract/api.js';
import type { MaEventBuilder } from '#elements/event-builder/event-builder.element.js';
import { seen, untilSeen } from '../base/shown.js';
import { addToCart, app, EventBackEnd } from './event-back-end.js';
import { isAccessible } from '../base/accessible.js';
import { eventsOf, builderOf, field, go, step, isOn, ready } from './stage.js';

beforeEach(() => sessionStorage.clear());

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
