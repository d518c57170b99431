import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { Client } from '#client/client.js';
import type { MaRetentionGrid } from '#elements/retention-grid/retention-grid.element.js';
import '#elements/retention-grid/retention-grid.js';
import { retentionClient } from './retention-back-end.js';
import { all, one, root, until } from '../base/parts.js';

export { all, one, root, until } from '../base/parts.js';

export const now = (): number => Date.parse('2026-11-22T05:40:00Z');
/** What is seen: the forms for other widths are there, but not shown. */
// engines write a range with or without spaces around its dash
export const seen = (element: HTMLElement): string =>
  element.innerText.replace(/\s+/g, ' ').replace(/ ?– ?/g, ' – ').trim();
export const rows = (element: MaRetentionGrid): string[] => all(element, 'tbody tr').map((row) => seen(row));
export const cell = (element: MaRetentionGrid, row: number, column: number): HTMLElement =>
  one(element, `[data-row="${row}"][data-column="${column}"]`);
export const isSettled = (element: MaRetentionGrid) => (): boolean =>
  root(element).querySelector('.frame[aria-busy=false] .status') !== null;
export async function gridOf(
  client: Client,
  changes: Partial<MaRetentionGrid> = {},
  width = 900,
): Promise<MaRetentionGrid> {
  // One at a time: a grid that is not near the window asks for nothing.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const element = document.createElement('ma-retention-grid');
  Object.assign(element, { app: 'lantern-tea', locale: 'en', granularity: 'week', client, now }, changes);
  box.append(element);
  await until(element, isSettled(element));
  return element;
}
export const failing = (error: Error): Client => retentionClient(() => Promise.reject(error)).client;
export const segment = (element: MaRetentionGrid, name: string): HTMLElement => {
  const found = all(element, '.segments button').find((button) => seen(button) === name);
  if (!found) throw new Error(`There is no switch ${name}`);
  return found;
};
export const action = (element: MaRetentionGrid, name: string): HTMLElement =>
  one(element, `.tool[aria-label="${name}"]`);
export const isChromium = navigator.userAgent.includes('Chrome');
