import { fixture, html } from '@open-wc/testing';
import { createDefinitionsClient } from '#client/definitions.js';
import type { Client } from '#client/index.js';
import type { MaEventBuilder } from '#elements/event-builder/event-builder.element.js';
import '#elements/event-builder/event-builder.js';
import { part } from '../base/shown.js';
import { until } from '../base/until.js';
import { app } from './event-back-end.js';

export const eventsOf = (client: Client) => createDefinitionsClient(client).events;
export async function builderOf(client: Client, settings: Partial<MaEventBuilder> = {}): Promise<MaEventBuilder> {
  const element = await fixture<MaEventBuilder>(html`<ma-event-builder app=${app} lang="en"></ma-event-builder>`);
  Object.assign(element, { client, now: () => Date.parse('2026-11-22T05:30:00Z'), ...settings });
  await until(() => element.shadowRoot?.querySelector('#name'), 'the builder never opens');
  return element;
}
export const field = (element: MaEventBuilder, id: string): HTMLInputElement =>
  part(element, `#${id}`) as HTMLInputElement;
export const type = async (element: MaEventBuilder, id: string, text: string): Promise<void> => {
  const input = field(element, id);
  input.value = text;
  input.dispatchEvent(new Event('input'));
  input.dispatchEvent(new Event('change'));
  await element.updateComplete;
};
export const click = async (element: MaEventBuilder, selector: string): Promise<void> => {
  await until(() => element.shadowRoot?.querySelector(selector), `there is no ${selector}`);
  part(element, selector).click();
  await element.updateComplete;
};
export const go = (element: MaEventBuilder, what: string): Promise<void> => click(element, `[data-do="${what}"]`);
/** Opens a step; what it needs comes with it. */
export const step = async (element: MaEventBuilder, name: string): Promise<void> => {
  await click(element, `[data-step="${name}"]`);
  await until(() => !element.shadowRoot!.querySelector('.room .bones'), `${name} never opens`);
};
export const isOn = (element: MaEventBuilder, what: string): boolean =>
  element.shadowRoot?.querySelector(`[data-do="${what}"]:not([aria-disabled="true"])`) !== null;
export const ready = (element: MaEventBuilder, what: string): Promise<void> =>
  until(() => isOn(element, what), `${what} stays off`);
/** Fills in “add to cart”. */
export async function fillIn(element: MaEventBuilder): Promise<void> {
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
