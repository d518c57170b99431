import { expect, fixture, html } from '@open-wc/testing';
import { createDefinitionsClient } from '#client/definitions.js';
import type { Client } from '#client/index.js';
import type { MaEventBuilder } from '#elements/event-builder/event-builder.element.js';
import '#elements/event-builder/event-builder.js';
import { part, untilSeen } from '../base/shown.js';
import { until } from '../base/until.js';
import { addToCart, app, EventBackEnd } from './event-back-end.js';

async function builderOf(client: Client, eventId = ''): Promise<MaEventBuilder> {
  const element = await fixture<MaEventBuilder>(html`<ma-event-builder app=${app} lang="en"></ma-event-builder>`);
  Object.assign(element, { client, eventId });
  await until(() => element.shadowRoot?.querySelector('#name'), 'the builder never opens');
  return element;
}

async function click(element: MaEventBuilder, selector: string): Promise<void> {
  const find = (): HTMLElement | null => element.shadowRoot!.querySelector(`${selector}:not([aria-disabled=true])`);
  await until(find, `${selector} can never be used`);
  find()!.click();
  await element.updateComplete;
}

const field = (element: MaEventBuilder, id: string): HTMLInputElement => part(element, `#${id}`) as HTMLInputElement;

async function type(element: MaEventBuilder, id: string, text: string): Promise<void> {
  await until(() => element.shadowRoot!.querySelector(`#${id}`), `there is no ${id}`);
  field(element, id).value = text;
  field(element, id).dispatchEvent(new Event('input'));
  await element.updateComplete;
}

const refusal = (parameter: string, message: string): Response =>
  Response.json(
    { type: 'about:blank', title: 'Not answerable', status: 422, code: 'invalid', errors: [{ parameter, message }] },
    { status: 422, headers: { 'Content-Type': 'application/problem+json' } },
  );

beforeEach(() => sessionStorage.clear());

it('what only the back end finds stands beside its field, and nothing is lost', async () => {
  const back = new EventBackEnd();
  const element = await builderOf(back.client());
  await type(element, 'name', 'scan_code');
  await type(element, 'display_name', 'Scan code');
  await click(element, '[data-step=actions]');
  await type(element, 'actions-0-page', 'pages/none');
  back.fail = ({ method }) =>
    method === 'POST' ? refusal('/actions/0/page', 'The app has no page “pages/none”.') : undefined;
  await click(element, '[data-step=names]');
  await click(element, '[data-do=save]');
  await until(() => element.shadowRoot!.activeElement?.id === 'actions-0-page');
  expect(part(element, '#actions-0-page-below').textContent).to.contain('The app has no page “pages/none”.');
  expect(field(element, 'actions-0-page').value).to.equal('pages/none');
  back.fail = undefined;
  await type(element, 'actions-0-page', 'pages/cart/index');
  await click(element, '[data-do=save]');
  await untilSeen(element, 'Saved at');
});

it('works where the page may store nothing', async () => {
  const { setItem, getItem } = Storage.prototype;
  const refuse = (): never => {
    throw new DOMException('Nothing may be stored', 'SecurityError');
  };
  Storage.prototype.setItem = Storage.prototype.getItem = refuse;
  try {
    const element = await builderOf(new EventBackEnd().client());
    await type(element, 'name', 'scan_code');
    await type(element, 'display_name', 'Scan code');
    await click(element, '[data-do=save]');
    await untilSeen(element, 'Saved at');
  } finally {
    Object.assign(Storage.prototype, { setItem, getItem });
  }
});

it('asks for no test records while the page is hidden, and goes on when it is seen again', async () => {
  const back = new EventBackEnd();
  const client = back.client();
  const { events } = createDefinitionsClient(client);
  let saved = await events.create(app, addToCart);
  saved = await events.check(app, saved.body.id, saved.etag);
  saved = await events.test(app, saved.body.id, saved.etag);
  let visibility = 'hidden';
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility });
  try {
    const element = await builderOf(client, saved.body.id);
    await click(element, '[data-step=publish]');
    await untilSeen(element, 'Waiting for records');
    const asked = (): boolean => back.asked.some((one) => one.includes('/test-records'));
    expect(asked()).to.equal(false);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await untilSeen(element, /\d+ records?/);
    expect(asked()).to.equal(true);
    visibility = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    const before = back.asked.length;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(back.asked.length).to.equal(before);
  } finally {
    Reflect.deleteProperty(document, 'visibilityState');
  }
});
