import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import { metaOf, summaryOf } from '../base/answers.js';
import { part, untilSeen } from '../base/shown.js';
import { failing, silent, stubClient } from '../base/stub-client.js';
import { card } from './stage.js';
import { isAccessible } from '../base/accessible.js';

it('a metric card without a meta that names a range still stands', async () => {
  const { range: _, ...meta } = metaOf();
  const data = { ...summaryOf([['opens', 5]]), meta };
  const element = await fixture<MaMetricCard>(html`<ma-metric-card .data=${data}></ma-metric-card>`);
  await untilSeen(element, 'Opens 5');
});

describe('a metric card in other languages', () => {
  it('reads Chinese', async () => {
    const element = await card(stubClient({ summary: () => summaryOf([['opens', 1_348_469]]) }), { locale: 'zh-CN' });
    await untilSeen(element, '打开次数 134.8 万 日 +10% 周 −4% 月 0% 数据截至 13:30');
    expect(part(element, 'section').lang).to.equal('zh-CN');
  });

  it('reads Arabic from right to left, its history too', async () => {
    const element = await card(stubClient(), { locale: 'ar' });
    await untilSeen(element, 'مرات الفتح 16,216 يوم +10%');
    expect(part(element, 'section').dir).to.equal('rtl');
    expect(getComputedStyle(part(element, '.spark svg')).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
    const end = part(element, '.spark .end').getBoundingClientRect();
    expect(end.left).to.be.below(part(element, '.spark').getBoundingClientRect().left + 10);
  });

  it('reads a language that it does not know in English', async () => {
    await untilSeen(await card(stubClient(), { locale: 'fi' }), 'Opens 16');
  });

  it('follows the direction that its host has set', async () => {
    const element = await card(stubClient(), { dir: 'rtl' });
    await untilSeen(element, '16,216');
    expect(part(element, 'section').dir).to.equal('rtl');
  });
});

describe('a metric card, to assistive technology', () => {
  const states = {
    data: {},
    loading: { summary: silent },
    empty: { summary: () => summaryOf([]) },
    'no value': { summary: () => summaryOf([['opens', null, [null, null, null], 'not_yet' as const]]) },
    error: { summary: failing('http', { status: 504, requestId: 'r1' }) },
    forbidden: { summary: failing('forbidden') },
    unavailable: { summary: failing('not_available') },
    offline: { summary: failing('offline') },
    limited: { summary: failing('rate_limited', { retryAt: Date.now() + 60_000 }) },
    late: { summary: () => summaryOf([['opens', 1]], { next_refresh_at: '2026-11-22T01:00:00Z' }) },
    partial: { summary: () => summaryOf([['opens', 7]], { range: { start: '2026-11-22', end: '2026-11-22' } }) },
  };
  for (const [state, answers] of Object.entries(states)) {
    for (const scheme of ['light', 'dark'] as const) {
      it(`has no fault when ${state}, ${scheme}`, async () => {
        const element = await card(stubClient(answers), { scheme });
        await untilSeen(
          element,
          state === 'loading' ? 'Loading' : /13:30|Failed|No access|Not offered here|Offline|Tries/,
        );
        await waitUntil(() => !element.shadowRoot!.querySelector('.says .title:empty'));
        await isAccessible(element);
      });
    }
  }

  it('has no fault with its explanation or its menu open, chosen and choosable', async () => {
    const element = await card(stubClient(), { selectable: true, selected: true });
    element.style.setProperty('width', '240px');
    await untilSeen(element, '16,216');
    part(element, '.about-button').click();
    await untilSeen(element, 'Time zone');
    await isAccessible(element);
    part(element, '.more').click();
    await untilSeen(element, 'Download CSV');
    await isAccessible(element);
  });
});
