import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { Client } from '#client/client.js';
import type { MaPageTable } from '#elements/page-table/page-table.element.js';
import '#elements/page-table/page-table.js';
import { all, root, until } from '../base/parts.js';

export { all, one, root, until } from '../base/parts.js';

export const now = (): number => Date.parse('2026-11-22T05:40:00Z');
export const text = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
/** What is seen: labels and units of the narrow form are there, but not shown. */
export const seen = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').trim();
export const rows = (table: MaPageTable): string[] => all(table, 'tbody tr').map((row) => seen(row));
/** The next event of a name, with its own fields. */
export function next<Name extends keyof HTMLElementEventMap>(
  table: MaPageTable,
  name: Name,
): Promise<HTMLElementEventMap[Name]> {
  return new Promise((resolve) => table.addEventListener(name, resolve, { once: true }));
}
/** Whether its language is there and nothing is on its way. */
export const isSettled = (table: MaPageTable) => (): boolean =>
  root(table).querySelector('.frame[aria-busy=false] .tools') !== null;
export async function tableOf(client: Client, changes: Partial<MaPageTable> = {}, width = 1200): Promise<MaPageTable> {
  // One at a time: a table that is not near the window asks for nothing.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const table = document.createElement('ma-page-table');
  Object.assign(table, { app: 'lantern-tea', range: 'last_30_days', locale: 'en', client, now }, changes);
  box.append(table);
  await until(table, isSettled(table));
  return table;
}
/** Does something and waits until the table has an answer to it. */
export async function after(table: MaPageTable, act: () => void | Promise<void>): Promise<void> {
  await act();
  await table.updateComplete;
  await until(table, isSettled(table));
}
export const head = (table: MaPageTable, name: string): HTMLElement => {
  const found = all(table, 'thead th').find((th) => text(th).startsWith(name));
  if (!found) throw new Error(`There is no column ${name}`);
  return found;
};
export const sortBy = (table: MaPageTable, name: string): Promise<void> =>
  after(table, () => head(table, name).querySelector('button')!.click());
