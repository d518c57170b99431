import { fixture, html, oneEvent } from '@open-wc/testing';
import { Chart } from 'chart.js';
import type { MaTrendChart } from '#elements/trend-chart/trend-chart.element.js';
import '#elements/trend-chart/trend-chart.js';
import { now, trendClient } from './trend-back-end.js';
import { all, one, root, until } from '../base/parts.js';

export { all, one, root, until } from '../base/parts.js';

/** Browsers carry different dates of one language: “Tue, 17 Nov” is “Tue 17 Nov”, “17–22 Nov” is “17 – 22 Nov”. */
export const plain = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), /g, '$1 ')
    .replace(/ ?– ?/g, ' – ')
    .trim();
export const text = (element: Element): string => plain(element.textContent ?? '');
export const seen = (element: HTMLElement): string => plain(element.innerText);
export const field = (chart: MaTrendChart): HTMLElement => one(chart, '.field');
export const reading = (chart: MaTrendChart): string => text(one(chart, '[aria-live]'));
export const canvas = (chart: MaTrendChart): HTMLCanvasElement => one(chart, 'canvas') as HTMLCanvasElement;
export const next = <Name extends keyof HTMLElementEventMap>(
  chart: MaTrendChart,
  name: Name,
): Promise<HTMLElementEventMap[Name]> => oneEvent<HTMLElementEventMap[Name] & CustomEvent>(chart, name);
/** Not busy, and what it shows stands on its canvas. */
export const isSettled = (chart: MaTrendChart) => (): boolean =>
  root(chart).querySelector('.frame')?.getAttribute('aria-busy') === 'false' &&
  !root(chart).querySelector('.bones') &&
  (root(chart).querySelector('.message .title')?.textContent ?? 'none') !== '' &&
  all(chart, 'canvas').every((drawn) => Chart.getChart(drawn as HTMLCanvasElement));
export async function place(changes: Partial<MaTrendChart>, width = 1000): Promise<MaTrendChart> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const chart = document.createElement('ma-trend-chart');
  Object.assign(chart, { app: 'lantern-tea', range: 'last_7_days', metrics: ['opens'], locale: 'en', now }, changes);
  box.append(chart);
  return chart;
}
export async function settled(changes: Partial<MaTrendChart> = {}, width?: number): Promise<MaTrendChart> {
  const chart = await place({ client: trendClient().client, ...changes }, width);
  await until(chart, isSettled(chart));
  return chart;
}
/** Does something and waits until the chart shows it. */
export async function after(chart: MaTrendChart, act: () => void | Promise<void>): Promise<void> {
  await act();
  await chart.updateComplete;
  await until(chart, isSettled(chart));
}
export function pointAt(chart: MaTrendChart, share: number, selector = '.aim'): void {
  const aim = one(chart, selector);
  const { left, width, top } = aim.getBoundingClientRect();
  const at = { clientX: left + width * share, clientY: top + 40, bubbles: true, pointerType: 'mouse' };
  aim.dispatchEvent(new PointerEvent('pointermove', at));
}
/** How many pixels of a canvas are not empty. */
export function inked(of: HTMLCanvasElement): number {
  const { data } = of.getContext('2d')!.getImageData(0, 0, of.width, of.height);
  let count = 0;
  for (let i = 3; i < data.length; i += 4) if (data[i]! > 0) count++;
  return count;
}
export const loadedChartJs = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('chart-library'));
export const isChromium = navigator.userAgent.includes('Chrome');
export const isWebKit = !isChromium && navigator.userAgent.includes('AppleWebKit');
// WebKitGTK's wider letters break the head of the narrowest one in two lines, with data only.
export const roomyWidths = isWebKit ? [1000, 620] : [1000, 620, 340];
