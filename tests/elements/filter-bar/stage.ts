import { fixture, html } from '@open-wc/testing';
import type { MaFilterBar } from '#elements/filter-bar/filter-bar.element.js';
import '#elements/filter-bar/filter-bar.js';
import type { FilterChangeEvent } from '#elements/filter-bar/events.js';
import type { FilterValue } from '#elements/filter-bar/filter-value.js';
import '#elements/metric-card/metric-card.js';
import type { MaScope } from '#elements/scope/scope.element.js';
import '#elements/scope/scope.js';
import { now } from '../base/answers.js';
import { part } from '../base/shown.js';
import { barClient } from './bar-back-end.js';
import { until } from '../base/until.js';
import { all } from '../base/parts.js';

export { all } from '../base/parts.js';

/** The text of a part, without the letter that stands for an app's icon. */
export const words = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const mark of copy.querySelectorAll('.mark')) mark.remove();
  // engines write a range with or without spaces around its dash
  return (copy.textContent ?? '').replace(/\s+/g, ' ').replace(/ ?– ?/g, ' – ').trim();
};
export const button = (bar: MaFilterBar, name: string): HTMLElement => part(bar, `[data-pick=${name}]`);
export const options = (bar: MaFilterBar): HTMLElement[] => all(bar, '[role=option]');
export const focused = (bar: MaFilterBar): Element | null => bar.shadowRoot!.activeElement;
export interface Stage {
  readonly scope: MaScope;
  readonly bar: MaFilterBar;
  readonly client: ReturnType<typeof barClient>;
  readonly events: FilterChangeEvent[];
}
/** A scope about Lantern Tea's last 30 days with a bar in it. */
export async function stage(
  shows: string,
  settings: Partial<MaScope> = {},
  client = barClient(),
  own: Partial<MaFilterBar> = {},
): Promise<Stage> {
  const scope = await fixture<MaScope>(html`
    <ma-scope app="lantern-tea" range="last_30_days" locale="en" timezone="Asia/Shanghai">
      <ma-filter-bar shows=${shows}></ma-filter-bar>
      <ma-metric-card metric="opens"></ma-metric-card>
    </ma-scope>
  `);
  const bar = scope.querySelector('ma-filter-bar')!;
  const events: FilterChangeEvent[] = [];
  scope.addEventListener('filter-change', (event) => events.push(event));
  Object.assign(scope, { client, now, ...settings });
  Object.assign(bar, own);
  await until(() => bar.shadowRoot!.querySelector('button.pick, .pick button'));
  return { scope, bar, client, events };
}
export async function open(bar: MaFilterBar, name: string): Promise<void> {
  button(bar, name).focus();
  button(bar, name).click();
  await until(() => bar.shadowRoot!.querySelector('[popover]:popover-open'), `${name} never opens`);
}
export async function choose(bar: MaFilterBar, name: string, label: string): Promise<void> {
  await open(bar, name);
  const find = (): HTMLElement | undefined => options(bar).find((one) => words(one).startsWith(label));
  await until(find, `${label} is never offered`);
  find()!.click();
  await bar.updateComplete;
}
export const plain = (value: FilterValue): unknown => JSON.parse(JSON.stringify(value));
