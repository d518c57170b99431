import { expect, fixture, html } from '@open-wc/testing';
import type { Client } from '#client/client.js';
import type { Text } from '#contract/api.js';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import '#elements/metric-card/metric-card.js';
import { baseTexts } from '#i18n/base/section.js';
import { detailTableTexts } from '#i18n/detail-table/section.js';
import { distributionChartTexts } from '#i18n/distribution-chart/section.js';
import { eventTexts } from '#i18n/event/section.js';
import { eventActionsTexts } from '#i18n/event-actions/section.js';
import { eventAnalysisTexts } from '#i18n/event-analysis/section.js';
import { eventBuilderTexts } from '#i18n/event-builder/section.js';
import { eventCheckTexts } from '#i18n/event-check/section.js';
import { eventConflictTexts } from '#i18n/event-conflict/section.js';
import { eventListTexts } from '#i18n/event-list/section.js';
import { eventPublishTexts } from '#i18n/event-publish/section.js';
import { eventRulesTexts } from '#i18n/event-rules/section.js';
import { explainTexts } from '#i18n/explain/section.js';
import { filterBarTexts } from '#i18n/filter-bar/section.js';
import { filterEditorTexts } from '#i18n/filter-editor/section.js';
import { filterRangeTexts } from '#i18n/filter-range/section.js';
import { filterRowsTexts } from '#i18n/filter-rows/section.js';
import { formTexts } from '#i18n/form/section.js';
import { funnelBuilderTexts } from '#i18n/funnel-builder/section.js';
import { funnelChartTexts } from '#i18n/funnel-chart/section.js';
import { funnelConflictTexts } from '#i18n/funnel-conflict/section.js';
import { funnelNextTexts } from '#i18n/funnel-next/section.js';
import { liveChartTexts } from '#i18n/live-chart/section.js';
import type { Message } from '#i18n/message.js';
import { metricCardTexts } from '#i18n/metric-card/section.js';
import { metricGroupTexts } from '#i18n/metric-group/section.js';
import { overviewTableTexts } from '#i18n/overview-table/section.js';
import { pageRankTexts } from '#i18n/page-rank/section.js';
import { pageTableTexts } from '#i18n/page-table/section.js';
import { pickTexts } from '#i18n/pick/section.js';
import { rankTexts } from '#i18n/rank/section.js';
import { retentionGridTexts } from '#i18n/retention-grid/section.js';
import { sourceChartTexts } from '#i18n/source-chart/section.js';
import { sourceTrendTexts } from '#i18n/source-trend/section.js';
import { stateTexts } from '#i18n/state/section.js';
import { tableTexts } from '#i18n/table/section.js';
import { trendChartTexts } from '#i18n/trend-chart/section.js';
import { trendZoomTexts } from '#i18n/trend-zoom/section.js';
import { now, summaryOf } from './answers.js';
import { clientOf, elementOf, everyClient, everyElement, keys, untilSettled } from './every-element.js';
import { part } from './shown.js';
import { catalog, failing, silent, stubClient, type Answers } from './stub-client.js';
import { until } from './until.js';

const [open, close] = ['⟦', '⟧'];
const marked = (text: string) => open + text + close;

function markedMessage(message: Message): Message {
  if (typeof message === 'string') return marked(message);
  return Object.fromEntries(
    Object.entries(message).map(([form, text]) => [form, marked(String(text))]),
  ) as unknown as Message;
}

/** Every text of the catalogue, between brackets; what stands outside of them comes from elsewhere. */
const sections = [
  ...[baseTexts, stateTexts, explainTexts, rankTexts, tableTexts, detailTableTexts, distributionChartTexts],
  ...[
    eventActionsTexts,
    eventAnalysisTexts,
    eventBuilderTexts,
    eventCheckTexts,
    eventConflictTexts,
    eventListTexts,
    eventPublishTexts,
    eventRulesTexts,
    eventTexts,
    filterBarTexts,
    filterEditorTexts,
    filterRangeTexts,
    filterRowsTexts,
    formTexts,
    funnelBuilderTexts,
    funnelChartTexts,
    funnelConflictTexts,
    funnelNextTexts,
    liveChartTexts,
    metricCardTexts,
    metricGroupTexts,
    overviewTableTexts,
    pageRankTexts,
    pickTexts,
  ],
  ...[
    pageTableTexts,
    retentionGridTexts,
    sourceChartTexts,
    sourceTrendTexts,
    trendChartTexts,
    trendZoomTexts,
    trendZoomTexts,
  ],
];
const texts = Object.fromEntries(
  sections.flatMap(({ en }) => Object.entries(en).map(([key, message]) => [key, markedMessage(message)])),
);

const markedCatalog = () => {
  const own = catalog();
  for (const metric of own.metrics) {
    metric.label = { en: marked(metric.label.en) };
    metric.description = { en: marked(metric.description.en) };
  }
  const inBrackets = <Labelled extends { label: Text }>(one: Labelled) => ({
    ...one,
    label: { en: marked(one.label.en) },
  });
  own.dimensions = own.dimensions.map(inBrackets);
  own.event_fields = own.event_fields.map(inBrackets);
  for (const profile of own.profiles) profile.label = { en: marked(profile.label.en) };
  return own;
};

const timezone = 'Asia/Shanghai';
/** Names of zones and of rows are data; days are written by the browser. */
const data = new RegExp([timezone, ...keys, '\\d (?:Oct|Nov)\\b'].join('|'), 'g');

/** A text without what the catalogue says, which may stand in one another. */
function withoutTexts(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, '');
  return less === text ? text : withoutTexts(less);
}

/** Words that a widget shows, in text or in attributes, that come neither from the catalogue nor from the data (`bdi`). */
function foreignWords(root: ShadowRoot): string[] {
  const found: string[] = [];
  const check = (text: string): void => {
    if (/\p{L}/u.test(withoutTexts(text).replace(data, ''))) found.push(text.trim());
  };
  const sentence = (element: Element): string =>
    [...element.childNodes]
      .filter((node) => !(node instanceof Comment))
      .map((node) =>
        node instanceof Element
          ? node.closest('bdi, code, button, svg, style')
            ? ''
            : sentence(node)
          : (node.textContent ?? ''),
      )
      .join('');
  for (const element of root.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
      const value = element.getAttribute(name);
      if (value && !element.matches('.value')) check(value);
    }
    if (
      element.closest('bdi, code, svg') ||
      !element.matches('p, dt, dd, h2, h3, button, span:not(p span), li, th, td')
    )
      continue;
    check(sentence(element));
  }
  return found;
}

const cases: Record<string, Answers> = {
  data: {},
  loading: { summary: silent },
  empty: { summary: () => summaryOf([]) },
  'no value': { summary: () => summaryOf([['opens', null, [null, null, null], 'suppressed']]) },
  partial: { summary: () => summaryOf([['opens', 7, [null]]], { range: { start: '2026-11-22', end: '2026-11-22' } }) },
  late: { summary: () => summaryOf([['opens', 1]], { next_refresh_at: '2026-11-22T01:00:00Z' }) },
  error: { summary: failing('http', { status: 504, requestId: 'r1' }) },
  forbidden: { summary: failing('forbidden') },
  unavailable: { summary: failing('not_available') },
  offline: { summary: failing('offline') },
  limited: { summary: failing('rate_limited', { retryAt: Date.now() + 90_000 }) },
};

async function card(client: Client): Promise<MaMetricCard> {
  const element = await fixture<MaMetricCard>(html`
    <ma-metric-card
      app="a"
      metric="opens"
      .client=${client}
      .now=${now}
      .texts=${texts}
      .catalog=${markedCatalog()}
    ></ma-metric-card>
  `);
  await until(() => element.shadowRoot!.querySelector('.status')?.textContent?.includes(open));
  return element;
}

describe('every word of a widget comes from the catalogue', () => {
  for (const [state, answers] of Object.entries(cases)) {
    it(`when ${state}`, async () => {
      const element = await card(stubClient(answers));
      await until(
        () =>
          state === 'loading' ||
          (!element.shadowRoot!.querySelector('.label .bone') &&
            !element.shadowRoot!.querySelector('.says .title:empty')),
      );
      expect(foreignWords(element.shadowRoot!)).to.eql([]);
    });
  }

  it('in its explanation and its menu', async () => {
    const element = await card(stubClient());
    await until(() => element.shadowRoot!.querySelector('.about-button'));
    part(element, '.about-button').click();
    await until(() => element.shadowRoot!.querySelector('[role=dialog]'));
    expect(foreignWords(element.shadowRoot!)).to.eql([]);
    part(element, '.more').click();
    await until(() => element.shadowRoot!.querySelector('[role=menu]'));
    expect(foreignWords(element.shadowRoot!)).to.eql([]);
  });

  const states: Record<string, () => Client> = {
    'its answer': everyClient,
    'a failure': () => clientOf(failing('http', { status: 504, requestId: 'r1' })),
    'a refusal': () => clientOf(failing('forbidden')),
  };
  for (const tag of Object.keys(everyElement)) {
    for (const [state, client] of Object.entries(states)) {
      it(`of ${tag} with ${state}`, async () => {
        const settings = { app: 'a', timezone, locale: 'en', client: client(), now, texts, catalog: markedCatalog() };
        const box = await fixture<HTMLElement>(html`<div></div>`);
        const element = elementOf(tag, settings);
        box.append(element);
        await untilSettled(element);
        expect(foreignWords(element.shadowRoot!)).to.eql([]);
      });
    }
  }

  it('and the test would see one that does not', async () => {
    const element = await card(stubClient());
    part(element, '.status').append(document.createElement('span'), 'stray');
    expect(foreignWords(element.shadowRoot!)).to.have.length(1);
  });
});
