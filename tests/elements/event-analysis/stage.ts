import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { Client } from '#client/client.js';
import type { EventAnalysisQuery } from '#elements/event-analysis/event-query.js';
import type { MaEventAnalysis } from '#elements/event-analysis/event-analysis.element.js';
import '#elements/event-analysis/event-analysis.js';
import '#elements/scope/scope.js';
import { part } from '../base/shown.js';
import { until } from '../base/until.js';
import { now } from './event-back-end.js';
import { all } from '../base/parts.js';

export { all } from '../base/parts.js';

export const words = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
export const pick = (element: Element, name: string): HTMLElement => part(element, `[data-pick="${name}"]`);
export const options = (element: Element): HTMLElement[] => all(element, '[popover] [role=option]');
export const bars = (element: Element): string[] =>
  all(element, '.bars tbody tr').map((row) => [...row.querySelectorAll('.bar-name, td')].map(words).join(' '));
export const isSettled = (element: Element): boolean =>
  element.shadowRoot?.querySelector('.frame[aria-busy=false] .status') != null &&
  !element.shadowRoot.querySelector('.bones, .ask-bone');
export type Changes = Partial<MaEventAnalysis>;
export async function analysisOf(
  client: Client | undefined,
  changes: Changes = {},
  width = 1000,
): Promise<MaEventAnalysis> {
  // One at a time: a widget that is not near the window asks for nothing.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const element = document.createElement('ma-event-analysis');
  const usual = { app: 'lantern-tea', locale: 'en', event: 'add_to_cart', start: '2026-11-20', end: '2026-11-22' };
  Object.assign(element, usual, { client, now }, changes);
  box.append(element);
  await until(() => isSettled(element), 'The analysis never settles');
  await element.updateComplete;
  return element;
}
export async function open(element: MaEventAnalysis, name: string): Promise<void> {
  pick(element, name).focus();
  pick(element, name).click();
  await until(() => options(element).length > 0, `${name} offers nothing`);
}
export async function choose(element: MaEventAnalysis, name: string, label: string): Promise<void> {
  await open(element, name);
  const find = (): HTMLElement | undefined => options(element).find((one) => words(one).startsWith(label));
  await until(find, `${label} is never offered`);
  find()!.click();
  await element.updateComplete;
}
export const queriesOf = (element: MaEventAnalysis): EventAnalysisQuery[] => {
  const fired: EventAnalysisQuery[] = [];
  element.addEventListener('query-change', ({ query }) => fired.push(query));
  return fired;
};
