import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { Client } from '#client/client.js';
import type { MaFunnelChart } from '#elements/funnel-chart/funnel-chart.element.js';
import '#elements/funnel-chart/funnel-chart.js';
import { funnelClient } from './funnel-back-end.js';
import { part } from '../base/shown.js';
import { until } from '../base/until.js';
import { all } from '../base/parts.js';

export { all } from '../base/parts.js';

export const now = (): number => Date.parse('2026-11-22T05:40:00Z');
export const steps = ['launch', 'page_view', 'add_to_cart', 'checkout', 'pay'].map((event) => ({ event }));
export const texts = (element: Element, selector: string): string[] =>
  all(element, selector).map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
export const isSettled = (element: Element): boolean =>
  element.shadowRoot?.querySelector('.frame[aria-busy=false] .status') != null;
export async function chartOf(
  client: Client | undefined,
  changes: Partial<MaFunnelChart> = {},
  width = 1000,
): Promise<MaFunnelChart> {
  // One at a time: a chart that is not near the window asks for nothing.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const element = document.createElement('ma-funnel-chart');
  Object.assign(element, { app: 'lantern-tea', locale: 'en', range: 'last_7_days', steps, client, now }, changes);
  box.append(element);
  await until(() => isSettled(element), 'The chart never settles');
  await element.updateComplete;
  return element;
}
/** What an event is called. */
export const definition = {
  ...{
    id: 'e1',
    name: 'launch',
    display_name: 'Start the app',
    method: 'api',
    template: 'blank',
    actions: [],
    fields: [],
  },
  ...{ state: 'published', checked: true, created_at: '2026-11-01T00:00:00Z', updated_at: '2026-11-01T00:00:00Z' },
  ...{ published_at: '2026-11-01T00:00:00Z', updated_by: 'Mei', published: null },
};
export const failing = (error: Error): Client => funnelClient({ funnel: () => Promise.reject(error) }).client;
export const choose = (element: Element, step: number): HTMLElement => part(element, `[data-step="${step}"]`);
export const action = (element: Element, name: string): HTMLElement => part(element, `.tool[aria-label="${name}"]`);
export const isWide = (element: Element): boolean => getComputedStyle(part(element, '.steps')).display === 'flex';
