import { html, type LitElement, render } from 'lit';
import { createClient } from '#client/index.js';
import { defineElements } from '../../../src/define-elements.js';
import { demoApp, demoZone } from '../../../docs/console/demo-app.js';

defineElements();

/** Asks the page's own origin, which hands on to the back end. */
const client = createClient();
const days = (count: number): { start: string; end: string } => {
  const day = (back: number) => new Date(Date.now() + 8 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10);
  return { start: day(count), end: day(1) };
};

const cards = ['active_users', 'new_users', 'opens', 'visits', 'avg_duration_per_open', 'bounce_rate'];
const widgets = () => html`
  ${cards.map((metric) => html`<ma-metric-card metric=${metric}></ma-metric-card>`)}
  <ma-metric-group metrics="active_users,opens,visits"><ma-trend-chart></ma-trend-chart></ma-metric-group>
  <ma-trend-chart metrics="visits,opens"></ma-trend-chart>
  <ma-detail-table metrics="active_users,opens,visits"></ma-detail-table>
  <ma-overview-table></ma-overview-table>
  <ma-page-table></ma-page-table>
  <ma-page-rank></ma-page-rank>
  <ma-page-rank by="entries"></ma-page-rank>
  <ma-source-chart></ma-source-chart>
  <ma-source-trend></ma-source-trend>
  <ma-distribution-chart></ma-distribution-chart>
  <ma-distribution-chart of="visit_depth"></ma-distribution-chart>
  <ma-distribution-chart of="source"></ma-distribution-chart>
  <ma-retention-grid></ma-retention-grid>
`;

const place = document.querySelector<HTMLElement>('#place')!;
const show = (range: { start: string; end: string }, body: unknown = widgets(), app = demoApp) =>
  render(
    html`<ma-scope .client=${client} app=${app} timezone=${demoZone} start=${range.start} end=${range.end}
      >${body}</ma-scope
    >`,
    place,
  );

const frames = (): Element[] =>
  [...document.querySelectorAll('ma-scope *')].flatMap(({ shadowRoot }) => shadowRoot?.querySelector('.frame') ?? []);
const widgetsOnShow = (): LitElement[] =>
  [...document.querySelectorAll<LitElement>('ma-scope *')].filter(({ shadowRoot }) => shadowRoot);
const isPainted = (frame: Element) =>
  frame.getAttribute('aria-busy') === 'false' &&
  !frame.querySelector('.bone') &&
  Boolean(frame.querySelector('.foot .pip.fresh') ?? frame.classList.contains('bare'));

/** Waits until every widget shows its answer, painted. */
function allPainted(count: number): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = frames();
      if (found.length >= count && found.every(isPainted)) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Waits until no widget looks as it did before: it shows that it asks, or what it was told. */
async function hasAsked(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await Promise.all(widgetsOnShow().map(({ updateComplete }) => updateComplete));
}

/** What the benchmark's other end calls. */
const bench = {
  count: () => frames().length,
  waiting: () =>
    [...document.querySelectorAll('ma-scope *')]
      .filter(({ shadowRoot }) => shadowRoot && !isPainted(shadowRoot.querySelector('.frame') ?? document.body))
      .map(({ localName }) => localName),
  first: () => allPainted(19),
  async changeRange(count: number): Promise<number> {
    const start = performance.now();
    show(days(count));
    await hasAsked();
    return (await allPainted(19)) - start;
  },
  async changeScope(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      show(days(time % 2 === 0 ? 30 : 14));
      await hasAsked();
      await allPainted(19);
    }
  },
  async mount(times: number): Promise<void> {
    for (let time = 0; time < times; time++) {
      show(days(30));
      await allPainted(19);
      show(days(30), null);
      await new Promise(requestAnimationFrame);
    }
  },
};
Object.assign(globalThis, { bench });

show(days(90));
