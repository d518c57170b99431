import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { TrendReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { MaDetailTable } from '#elements/detail-table/detail-table.element.js';
import '#elements/detail-table/detail-table.js';
import { meta, now } from '../trend-chart/trend-back-end.js';
import { all, root, until } from '../base/parts.js';

export { all, one, root, until } from '../base/parts.js';

/** Browsers carry different dates of one language: “Tue, 17 Nov” is “Tue 17 Nov”. */
export const plain = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .replace(/\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun), /g, '$1 ')
    .replace(/ ?– ?/g, ' – ')
    .trim();
export const seen = (element: HTMLElement): string => plain(element.innerText);
export const text = (element: Element): string => plain(element.textContent ?? '');
export const rows = (table: MaDetailTable): string[] => all(table, 'tbody tr').map(seen);
export const isSettled = (table: MaDetailTable) => (): boolean =>
  root(table).querySelector('.frame[aria-busy=false] .tools') !== null &&
  (root(table).querySelector('.message .title')?.textContent ?? 'none') !== '';
export async function tableOf(
  client: Client,
  changes: Partial<MaDetailTable> = {},
  width = 1000,
): Promise<MaDetailTable> {
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const table = document.createElement('ma-detail-table');
  Object.assign(
    table,
    { app: 'lantern-tea', range: 'last_7_days', metrics: ['opens', 'visits'], locale: 'en', client, now },
    changes,
  );
  box.append(table);
  await until(table, isSettled(table));
  return table;
}
export const head = (table: MaDetailTable, name: string): HTMLElement => {
  const found = all(table, 'thead th').find((th) => text(th).startsWith(name));
  if (!found) throw new Error(`There is no column ${name}`);
  return found;
};
export async function after(table: MaDetailTable, act: () => void | Promise<void>): Promise<void> {
  await act();
  await table.updateComplete;
  await until(table, isSettled(table));
}
/** Hours, so many that they need pages. */
export const manyHours = (count: number): TrendReport => ({
  meta: { ...meta, granularity: 'hour', range: { start: '2026-11-01', end: '2026-11-22' } },
  buckets: Array.from({ length: count }, (_, i) => ({
    start: new Date(Date.parse('2026-10-31T16:00:00Z') + i * 3_600_000).toISOString(),
    end: new Date(Date.parse('2026-10-31T17:00:00Z') + i * 3_600_000).toISOString(),
    state: 'complete',
  })),
  series: [{ metric: 'opens', values: Array.from({ length: count }, (_, i) => i) }],
  comparisons: [],
});
