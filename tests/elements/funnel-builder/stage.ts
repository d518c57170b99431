import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { SavedFunnel } from '#contract/api.js';
import type { MaFunnelBuilder } from '#elements/funnel-builder/funnel-builder.element.js';
import '#elements/funnel-builder/funnel-builder.js';
import '#elements/funnel-chart/funnel-chart.js';
import { app, type BuilderBackEnd, now, toPayment } from './builder-back-end.js';
import { part } from '../base/shown.js';
import { until } from '../base/until.js';
import { all } from '../base/parts.js';

export { all } from '../base/parts.js';

export const texts = (element: Element, selector: string): string[] =>
  all(element, selector).map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
export async function builderOf(
  { client }: Pick<BuilderBackEnd, 'client'>,
  changes: Partial<MaFunnelBuilder> = {},
  width = 1100,
): Promise<MaFunnelBuilder> {
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const element = document.createElement('ma-funnel-builder');
  Object.assign(element, { app, locale: 'en', range: 'last_7_days', client, now }, changes);
  box.append(element);
  await until(() => all(element, '[data-pick=saved], .lost, .read-only').length > 0, 'The funnels are never listed');
  return element;
}
export async function editing(back: BuilderBackEnd, changes: Partial<MaFunnelBuilder> = {}): Promise<MaFunnelBuilder> {
  const { body } = await back.definitions.funnels.create(app, toPayment);
  const element = await builderOf(back, { funnelId: body.id, ...changes });
  await until(() => field(element, 'name').value === 'To payment', 'The funnel is never opened');
  await until(() => all(element, '.preview ol.steps').length === 1, 'There is no preview');
  return element;
}
export const field = (element: Element, id: string): HTMLInputElement =>
  element.shadowRoot!.getElementById(id) as HTMLInputElement;
export function type(element: Element, id: string, value: string): void {
  const input = field(element, id);
  input.value = value;
  input.dispatchEvent(new Event(input.matches('select') ? 'change' : 'input', { bubbles: true }));
}
export const button = (element: Element, text: string): HTMLElement => {
  const found = all(element, 'button').find(({ innerText }) => innerText.trim() === text);
  if (!found) throw new Error(`There is no button ${text}: ${texts(element, 'button').join(' | ')}`);
  return found;
};
/** Chooses from a drop-down by pointer. */
export async function pick(element: Element, name: string, label: string): Promise<void> {
  part(element, `[data-pick="${name}"]`).click();
  const option = (): HTMLElement | undefined =>
    all(element, '[role=option]').find(({ innerText }) => innerText.trim().startsWith(label));
  await until(option, `“${label}” is never offered`);
  option()!.click();
  await until(() => all(element, '[role=option]').length === 0);
}
export const events = (element: Element): string[] => texts(element, '.draft-step .face bdi');
export const listed = async ({ definitions }: BuilderBackEnd): Promise<SavedFunnel[]> =>
  (await definitions.funnels.list(app)).funnels;
