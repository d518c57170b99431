import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { app, builderBackEnd, toPayment } from './builder-back-end.js';
import { part, seen } from '../base/shown.js';
import { until } from '../base/until.js';
import { isAccessible } from '../base/accessible.js';
import { all, texts, builderOf, editing, field, type, button, events } from './stage.js';

beforeEach(() => sessionStorage.clear());

describe('ma-funnel-builder', () => {
  it('begins with two blank steps within a day, and says what it needs', async () => {
    const element = await builderOf(await builderBackEnd());
    expect(all(element, '.draft-step')).to.have.length(2);
    expect(field(element, 'window').value).to.equal('1');
    expect(field(element, 'window-unit').value).to.equal('day');
    expect(seen(element)).to.include('A new funnel');
    expect(seen(element)).to.include('Choose two events');
    expect(texts(element, '[data-pick=saved]')[0]).to.match(/0 saved funnels$/);
  });

  it('opens a saved funnel with its fields and a preview of what the back end counts', async () => {
    const back = await builderBackEnd();
    const element = await editing(back);
    expect(events(element)).to.deep.equal(['launch', 'page_view', 'add_to_cart', 'checkout', 'pay']);
    expect(seen(element)).to.include('Editing “To payment”, saved 22 Nov by Mei');
    const { steps } = toPayment;
    const answer = await back.client.funnel(`apps/${app}`, { range: 'last_7_days', steps, window_seconds: 86_400 });
    expect(texts(element, '.preview .users')).to.deep.equal(answer.steps.map(({ users }) => String(users)));
  });

  it('counts anew as one edits, after a pause and only the last of quick changes', async () => {
    const back = await builderBackEnd();
    const element = await editing(back);
    const before = back.asked.filter((one) => one.endsWith('/reports/funnel')).length;
    type(element, 'window', '2');
    type(element, 'window', '3');
    type(element, 'window-unit', 'none');
    const { steps } = toPayment;
    const answer = await back.client.funnel(`apps/${app}`, { range: 'last_7_days', steps });
    const last = String(answer.steps[4]!.users);
    const asked = back.asked.filter((one) => one.endsWith('/reports/funnel')).length;
    await until(() => texts(element, '.preview .users')[4] === last, 'The preview never follows');
    expect(asked).to.equal(before + 1);
    expect(back.asked.filter((one) => one.endsWith('/reports/funnel')).length).to.be.at.most(before + 2);
  });

  it('takes a funnel of the host’s to begin with', async () => {
    const element = await builderOf(await builderBackEnd(), {
      funnel: { name: 'Mine', steps: toPayment.steps.slice(0, 2) },
    });
    await until(() => field(element, 'name').value === 'Mine');
    expect(events(element)).to.deep.equal(['launch', 'page_view']);
    expect(element.isUnsaved).to.equal(true);
  });

  it('adds and removes steps, at most ten', async () => {
    const element = await builderOf(await builderBackEnd());
    for (let count = 3; count <= 10; count++) {
      button(element, 'Add step').click();
      await element.updateComplete;
    }
    expect(all(element, '.draft-step')).to.have.length(10);
    expect(seen(element)).to.include('10 of 10');
    button(element, 'Add step').click();
    await element.updateComplete;
    expect(all(element, '.draft-step')).to.have.length(10);
    part(element, '[aria-label="Remove step 10"]').click();
    await element.updateComplete;
    expect(all(element, '.draft-step')).to.have.length(9);
  });

  it('puts steps in order by key, tells so, and keeps the focus on the grip', async () => {
    const element = await editing(await builderBackEnd());
    field(element, 'step-grip-1').focus();
    await sendKeys({ press: 'ArrowUp' });
    await until(() => events(element)[0] === 'page_view');
    await until(() => (element.shadowRoot!.activeElement as HTMLElement | null)?.id === 'step-grip-0');
    expect(part(element, '.frame > .body > p[role=status]').textContent).to.include('now 1 of 5');
  });
});

describe('the saved funnels', () => {
  it('are fifty to choose from, which a search narrows', async () => {
    const back = await builderBackEnd();
    for (let count = 1; count <= 50; count++)
      await back.definitions.funnels.create(app, { ...toPayment, name: `Funnel ${count}` });
    const element = await builderOf(back);
    part(element, '[data-pick=saved]').click();
    await until(() => all(element, '[role=option]').length === 50);
    const search = part(element, '.find input') as HTMLInputElement;
    search.value = '37';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => all(element, '[role=option]').length === 1);
    all(element, '[role=option]')[0]!.click();
    await until(() => field(element, 'name').value === 'Funnel 37');
  });

  it('that cannot be listed are told of, and can be asked for again; the form still works', async () => {
    const back = await builderBackEnd();
    back.intercept = ({ url }) => (url.includes('/funnels') ? new Response('', { status: 500 }) : undefined);
    const element = await builderOf(back);
    expect(seen(element)).to.include('The saved funnels could not be loaded.');
    back.intercept = undefined;
    part(element, '.lost .cure').click();
    await until(() => all(element, '[data-pick=saved]').length === 1);
  });
});

describe('a role that may not write funnels', () => {
  it('sees them read-only and is told so', async () => {
    const back = await builderBackEnd();
    const { body } = await back.definitions.funnels.create(app, toPayment);
    const reading = await builderBackEnd(['custom_analysis.read']);
    reading.intercept = ({ url, method }) =>
      method === 'GET' && url.endsWith('/funnels/f')
        ? Response.json({ ...body, id: 'f' }, { headers: { ETag: '"v1"' } })
        : undefined;
    const element = await builderOf(reading, { funnelId: 'f' });
    await until(() => field(element, 'name').value === 'To payment');
    await until(() => seen(element).includes('that needs the permission funnels.write'));
    expect(field(element, 'name').readOnly).to.equal(true);
    expect(texts(element, '.draft-step .event')).to.deep.equal([...toPayment.steps.map(({ event }) => event)]);
    expect(all(element, '.grip, .remove, .save, .begin, .add-step, .add')).to.have.length(0);
    await until(() => all(element, '.preview ol.steps').length === 1);
  });
});

describe('a funnel builder is accessible', () => {
  for (const [what, changes] of [
    ['with a saved funnel', {}],
    ['in Arabic', { locale: 'ar' }],
  ] as const) {
    it(what, async () => {
      const element = await editing(await builderBackEnd(), changes);
      await isAccessible(element);
    });
  }

  it('with faults', async () => {
    const element = await builderOf(await builderBackEnd());
    part(element, '.save').click();
    await until(() => all(element, '.fault-summary li').length === 3);
    await isAccessible(element);
  });
});
