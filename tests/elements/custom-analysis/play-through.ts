import { expect, fixture, html } from '@open-wc/testing';
import { render, type TemplateResult } from 'lit';
import type { Filter, FunnelStep } from '#contract/api.js';
import { createDefinitionsClient } from '#client/definitions.js';
import type { MaScope } from '#elements/scope/scope.element.js';
import '#elements/filter-bar/filter-bar.js';
import '#elements/scope/scope.js';
import { page as analysisPage } from '../../../docs/console/pages/analysis.js';
import { page as eventsPage } from '../../../docs/console/pages/custom.js';
import { page as funnelsPage } from '../../../docs/console/pages/funnels.js';
import { fileOf } from '../base/asked-list.js';
import { untilSeen } from '../base/shown.js';
import { until } from '../base/until.js';
import type { Hands } from './hands.js';
import { app, PlayBackEnd, scope } from './play-back-end.js';
import { all } from '../base/parts.js';

const texts = (element: Element, selector: string): string[] =>
  all(element, selector).map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
const written = (value: number | null | undefined): string => (value ?? 0).toLocaleString('en');

/** Waits until texts are what they have to be; what they are instead is told. */
async function untilThere(read: () => string[], wanted: readonly string[]): Promise<void> {
  await until(() => read().join('\n') === wanted.join('\n')).catch(() => undefined);
  expect(read()).to.eql(wanted);
}

/** A console's page: the bar that sets the scope, and under it one of the subpages of custom analysis. */
class ConsolePage {
  readonly back = new PlayBackEnd();
  #scope!: MaScope;

  async open(): Promise<void> {
    this.#scope = await fixture<MaScope>(
      html`<ma-scope app=${app} range="last_7_days" timezone="Asia/Shanghai" locale="en">
        <ma-filter-bar></ma-filter-bar>
        <main id="main" tabindex="-1"></main>
      </ma-scope>`,
    );
    Object.assign(this.#scope, { client: this.back.client, now: () => this.back.now });
  }

  show(page: () => TemplateResult): void {
    render(page(), this.#scope.querySelector('main')!);
  }

  async find<Tag extends keyof HTMLElementTagNameMap>(tag: Tag): Promise<HTMLElementTagNameMap[Tag]> {
    await until(() => this.#scope.querySelector(tag), `There is no ${tag}`);
    return this.#scope.querySelector(tag)!;
  }
}

/** Defines “add to cart”, checks it, tests it and publishes it; then it stands in the list. */
async function defineEvent(page: ConsolePage, hands: Hands): Promise<void> {
  const { back } = page;
  const list = await page.find('ma-event-list');
  await hands.press(list, '[data-do=new]');
  const builder = await page.find('ma-event-builder');
  await hands.write(builder, '#name', 'add_to_cart');
  await hands.write(builder, '#display_name', 'Add to cart');
  await hands.press(builder, '[data-do=next]');
  await hands.write(builder, '#actions-0-page', 'pages/product/detail');
  await hands.write(builder, '#actions-0-element', '#add');
  await hands.press(builder, '.data > .button');
  await hands.write(builder, '#actions-0-data-0-field', 'price');
  await hands.select(builder, '#actions-0-data-0-type', 'number');
  await hands.write(builder, '#actions-0-data-0-from', 'data.price');
  await hands.press(builder, '[data-do=next]');

  await hands.press(builder, '[data-do=check]');
  await untilSeen(builder, 'The check has passed.');
  const [often] = (await back.engine.values(scope, { field: 'properties.price', limit: 1 })).values;
  expect(texts(builder, '.list tbody tr')).to.eql([`price Number ${String(often!.value)} Comes in as it should`]);
  await hands.press(builder, '[data-do=next]');

  await hands.press(builder, '[data-do=test]');
  await untilSeen(builder, 'Waiting for records');
  await back.wait(9);
  await untilSeen(builder, /9 records/);
  const { events } = createDefinitionsClient(back.client);
  const [defined] = (await events.list(app)).definitions;
  const { records } = await events.testRecords(app, defined!.id, { page_size: 20 });
  const failed = records.filter((record) => record.failed.length > 0).length;
  expect(failed, 'some records lack a price').to.be.greaterThan(0);
  expect(all(builder, '.records tbody tr').length).to.equal(records.length);
  expect(all(builder, '.records tr.bad').length).to.equal(failed);

  await hands.press(builder, '[data-do=publish]');
  await untilSeen(builder, 'Published. It is counted from now on.');
  await hands.press(builder, '[data-do=back]');
  await hands.press(builder, '[data-do=back]');
  await hands.press(builder, '[data-do=back]');
  await hands.press(builder, '[data-do=close]');
  await untilSeen(await page.find('ma-event-list'), /Add to cart add_to_cart Published/);
}

/** What the bars of groups say where the engine is asked. */
async function barsOf({ engine }: PlayBackEnd, range: 'last_7_days' | 'today'): Promise<string[]> {
  const { totals, others } = await engine.event(scope, {
    ...{ event: 'add_to_cart', measure: 'total', group_by: ['province', 'os_name'] },
    ...{ range, granularity: 'day', order: '-value', limit: 12, timezone: 'Asia/Shanghai' },
  });
  return [
    ...totals.map(({ key, value }) => `${key.map((one) => one ?? 'Not set').join(' · ')} ${written(value)}`),
    ...(others ? [`${others.row_count} others ${written(others.value)}`] : []),
  ];
}

const barsIn = (analysis: Element): string[] =>
  all(analysis, '.bars tbody tr').map((row) =>
    [...row.querySelectorAll<HTMLElement>('.bar-name, td')].map(({ innerText }) => innerText.trim()).join(' '),
  );

/** Analyses it by region and system, before and after some more of it has come in. */
async function analyseEvent(page: ConsolePage, hands: Hands): Promise<void> {
  const { back } = page;
  const analysis = await page.find('ma-event-analysis');
  await hands.choose(analysis, 'event', 'Add to cart');
  await hands.choose(analysis, 'group-0', 'Province');
  await hands.choose(analysis, 'group-1', 'Operating system');
  await untilSeen(analysis, 'Add to cart · Total by province, operating system');
  await untilThere(() => barsIn(analysis), await barsOf(back, 'last_7_days'));
  await hands.choose(analysis, 'range', 'Today');
  await untilThere(() => barsIn(analysis), await barsOf(back, 'today'));
  await back.wait(20);
  await hands.press(analysis, '[aria-label="Refresh"]');
  await untilThere(() => barsIn(analysis), await barsOf(back, 'today'));
}

const product: Filter = { field: 'page_path', operator: 'in', values: ['pages/product/detail'] };
const steps = [
  { event: 'launch' },
  { event: 'page_view', filters: [product] },
  { event: 'add_to_cart' },
  { event: 'checkout' },
  { event: 'pay' },
];
const funnelOf = async ({ engine }: PlayBackEnd, range: object): Promise<FunnelStep[]> =>
  (await engine.funnel(scope, { steps, window_seconds: 2 * 3600, timezone: 'Asia/Shanghai', ...range })).steps;

/** Builds a funnel of five steps with a filter, within two hours; saves it, and finds it among those that were saved. */
async function buildFunnel(page: ConsolePage, hands: Hands): Promise<void> {
  const { back } = page;
  const builder = await page.find('ma-funnel-builder');
  await hands.write(builder, '#name', 'Menu to payment');
  for (let more = 0; more < 3; more++) await hands.press(builder, '.add-step');
  const names = ['launch', 'page_view', 'Add to cart', 'checkout', 'pay'];
  for (const [step, name] of names.entries()) await hands.choose(builder, `step-${step}`, name);
  await hands.press(builder, '[data-pick="filter-1-add"]');
  await hands.select(builder, '.editor select', 'page_path');
  await hands.tick(builder, '.editor', 'pages/product/detail');
  await hands.press(builder, '.editor .apply');
  await hands.select(builder, '#window-unit', 'hour');
  await hands.write(builder, '#window', '2');
  const users = (await funnelOf(back, { range: 'last_7_days' })).map((step) => written(step.users));
  await untilThere(() => texts(builder, '.preview .users'), users);
  await hands.press(builder, '.save');
  await untilSeen(builder, '1 saved funnel');
  await hands.press(builder, '.begin');
  await untilSeen(builder, 'A new funnel');
  await hands.choose(builder, 'saved', 'Menu to payment');
  await untilSeen(builder, 'Editing “Menu to payment”');
}

/** Compares the funnel with the week before, and downloads it. */
async function compareFunnel(page: ConsolePage, hands: Hands): Promise<void> {
  const { back } = page;
  const chart = await page.find('ma-funnel-chart');
  await hands.goTo(chart);
  await untilSeen(chart, 'Menu to payment');
  await hands.choose(await page.find('ma-filter-bar'), 'compare', 'Previous period');
  const [week, before] = [
    await funnelOf(back, { range: 'last_7_days' }),
    await funnelOf(back, { start: '2026-11-08', end: '2026-11-14' }),
  ];
  await untilSeen(chart, 'against 8 – 14 Nov');
  await hands.press(chart, '[aria-label="Show as table"]');
  const { name, lines } = await fileOf(chart, () => hands.press(chart, '[aria-label="Download CSV"]'));
  expect(name).to.contain('2026-11-15 2026-11-21');
  const rows = lines.filter((line) => /^\d,/.test(line)).map((line) => line.split(','));
  const figures = week.map((step, index) => [String(index + 1), step.event, String(step.users), before[index]!.users]);
  expect(rows.map((row) => [...row.slice(0, 3), Number(row[8])])).to.eql(figures);
}

/** Finds the first analysis again among past queries. */
async function findInHistory(page: ConsolePage, hands: Hands): Promise<void> {
  const analysis = await page.find('ma-event-analysis');
  const title = 'Add to cart · Total by province, operating system';
  await hands.choose(analysis, 'history', `${title} Last 7 days`);
  await untilSeen(analysis, title);
  await untilThere(() => barsIn(analysis), await barsOf(page.back, 'last_7_days'));
}

/** The whole of custom analysis, from an event that nobody has defined to the file of a funnel. */
export async function playThrough(hands: Hands): Promise<void> {
  sessionStorage.clear();
  const page = new ConsolePage();
  await page.open();
  page.show(eventsPage);
  await defineEvent(page, hands);
  page.show(analysisPage);
  await analyseEvent(page, hands);
  page.show(funnelsPage);
  await buildFunnel(page, hands);
  await compareFunnel(page, hands);
  page.show(analysisPage);
  await findInHistory(page, hands);
}
