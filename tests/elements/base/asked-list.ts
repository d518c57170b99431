import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { BreakdownQuery, BreakdownReport, Catalog, DistributionQuery, DistributionReport } from '#contract/api.js';
import { catalogOf } from '#contract/catalog.js';
import type { Client } from '#client/client.js';
import { all, one, until } from './parts.js';

export { all, one, until } from './parts.js';

/** Half past one on a Sunday in Shanghai, and ten minutes. */
export const now = (): number => Date.parse('2026-11-22T05:40:00Z');

/** What is seen of an element, in one line. */
export const seen = (element: HTMLElement): string => element.innerText.replace(/\s+/g, ' ').trim();

/** The rows of a list as they are read. */
export const rowsOf = (element: Element): string[] => all(element, 'tbody tr').map(seen);

/** Whether its language is there and nothing is on its way. */
export const isSettled = (element: Element) => (): boolean =>
  all(element, '.frame[aria-busy=false] .status').length > 0 && all(element, '.message .title:empty').length === 0;

/** A widget in a room of some width, once it has settled. */
export async function settledIn<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  changes: Partial<HTMLElementTagNameMap[Tag]>,
  width = 640,
): Promise<HTMLElementTagNameMap[Tag]> {
  // One at a time: a widget that is not near the window asks for nothing.
  fixtureCleanup();
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const element = document.createElement(tag);
  Object.assign(element, { app: 'lantern-tea', range: 'last_30_days', locale: 'en', now }, changes);
  box.append(element);
  await until(element as unknown as LitElement, isSettled(element));
  return element;
}

/** The next event of a name, with its own fields. */
export function next<Name extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  name: Name,
): Promise<HTMLElementEventMap[Name]> {
  return new Promise((resolve) => element.addEventListener(name, resolve, { once: true }));
}

/** The file that “Download CSV” gives, however it is pressed: its name and its lines. */
export async function fileOf(
  element: Element,
  press: () => unknown = () => one(element, '[aria-label="Download CSV"]').click(),
): Promise<{ name: string; lines: string[] }> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let blob = new Blob();
  const named = new Promise<string>((resolve) => {
    URL.createObjectURL = (given: Blob) => {
      blob = given;
      return 'about:blank';
    };
    HTMLAnchorElement.prototype.click = function () {
      resolve(this.download);
    };
  });
  await press();
  const name = await named;
  URL.createObjectURL = createObjectURL;
  HTMLAnchorElement.prototype.click = click;
  const [first] = new Uint8Array(await blob.arrayBuffer());
  expect(first, 'byte order mark').to.equal(0xef);
  return { name, lines: (await blob.text()).split('\r\n') };
}

type Answer<Query, Report> = (query: Query) => Report | Promise<Report>;

/** A client that answers from functions and remembers what it was asked. */
export function listClient(
  answers: {
    readonly breakdown?: Answer<BreakdownQuery, BreakdownReport>;
    readonly distribution?: Answer<DistributionQuery, DistributionReport>;
  },
  catalog: Catalog = catalogOf({ reports: ['summary', 'trend', 'breakdown', 'distribution'] }),
) {
  const asked: (Record<string, unknown> & { scope: string })[] = [];
  const asking =
    <Query extends object, Report>(answer: Answer<Query, Report> | undefined) =>
    async (scope: string, query: Query): Promise<Report> => {
      asked.push({ ...query, scope });
      if (!answer) throw new Error('This stub does not answer that.');
      return Promise.resolve(answer(query));
    };
  const client = {
    catalog: () => Promise.resolve(catalog),
    breakdown: asking(answers.breakdown),
    distribution: asking(answers.distribution),
  } as unknown as Client;
  return { client, asked };
}
