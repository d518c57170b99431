import { expect, fixture, html } from '@open-wc/testing';
import { configureDefault } from '#client/default-client.js';
import { define } from '#elements/base/define.js';
import { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import '#elements/metric-card/metric-card.js';
import { MaScope } from '#elements/scope/scope.element.js';
import '#elements/scope/scope.js';
import { now, summaryOf } from './base/answers.js';
import { part, seen, untilSeen } from './base/shown.js';
import { catalog, silent, stubClient } from './base/stub-client.js';
import { until } from './base/until.js';

const cardIn = (root: Element): MaMetricCard => root.querySelector<MaMetricCard>('ma-metric-card')!;

async function scopeWithCard(client = stubClient(), settings: Partial<MaScope> = {}) {
  const scope = await fixture<MaScope>(
    html`<ma-scope
      ><p><ma-metric-card metric="opens"></ma-metric-card></p
    ></ma-scope>`,
  );
  Object.assign(scope, { client, app: 'lantern-tea', now, ...settings });
  return { scope, card: cardIn(scope), client };
}

describe('a scope', () => {
  it('gives the widgets inside it what to ask', async () => {
    const { card, client } = await scopeWithCard(stubClient(), {
      ...{ range: 'last_7_days', timezone: 'Asia/Tokyo', profile: 'weixin', os: ['iOS'] },
    });
    await untilSeen(card, '16,216');
    expect(client.asked[0]).to.deep.include({ scope: 'apps/lantern-tea' });
    expect(client.asked[0]?.query).to.deep.include({
      ...{ range: 'last_7_days', timezone: 'Asia/Tokyo', profile: 'weixin' },
      filters: [{ field: 'os_name', operator: 'in', values: ['iOS'] }],
    });
  });

  it('takes its settings as attributes', async () => {
    const client = stubClient();
    const scope = await fixture<MaScope>(html`
      <ma-scope app="lantern-tea" range="today" locale="zh-CN" .client=${client}>
        <ma-metric-card metric="opens"></ma-metric-card>
      </ma-scope>
    `);
    await untilSeen(cardIn(scope), '打开次数');
    expect(client.asked[0]?.query).to.include({ range: 'today' });
  });

  it('takes no token as an attribute', () => {
    const names = MaScope.observedAttributes.join(' ');
    expect(names).to.contain('base-url');
    expect(names).to.not.match(/token|identity/i);
  });

  it('passes a change on', async () => {
    const { scope, card, client } = await scopeWithCard();
    await untilSeen(card, '16,216');
    client.answers.summary = () => summaryOf([['opens', 99]]);
    scope.range = 'last_30_days';
    await untilSeen(card, 'Opens 99');
    expect(client.asked.at(-1)?.query).to.include({ range: 'last_30_days' });
  });

  it('asks nothing again when it is set to what it was', async () => {
    const { scope, card, client } = await scopeWithCard();
    await untilSeen(card, '16,216');
    const asked = client.asked.length;
    scope.filters = [];
    scope.texts = {};
    await scope.updateComplete;
    await card.updateComplete;
    expect(client.asked).to.have.length(asked);
  });

  it('removes old numbers before the next paint when the tenant changes', async () => {
    const { scope, card } = await scopeWithCard();
    await untilSeen(card, '16,216');
    scope.client = stubClient({ summary: silent });
    await scope.updateComplete;
    await card.updateComplete;
    expect(seen(card)).to.not.contain('16,216');
  });

  it('is weaker than what a widget says itself; filters of both hold', async () => {
    const { scope, card, client } = await scopeWithCard(stubClient(), {
      ...{ range: 'last_7_days', filters: [{ field: 'source', operator: 'eq', values: ['4'] }] },
    });
    card.start = '2026-11-01';
    card.end = '2026-11-02';
    card.os = ['iOS'];
    await untilSeen(card, '16,216');
    expect(client.asked[0]?.query).to.not.have.property('range');
    expect(client.asked[0]?.query).to.deep.include({
      ...{ start: '2026-11-01', end: '2026-11-02' },
      filters: [
        { field: 'source', operator: 'eq', values: ['4'] },
        { field: 'os_name', operator: 'in', values: ['iOS'] },
      ],
    });
    expect(scope.settings.range).to.equal('last_7_days');
  });

  it('can lie in another: the inner one wins, and adds its filters', async () => {
    const client = stubClient();
    const root = await fixture<MaScope>(html`
      <ma-scope app="outer" range="today" locale="zh-CN" os="iOS" .client=${client}>
        <ma-scope app="inner" timezone="UTC" filters='[{"field":"city","operator":"set"}]'>
          <ma-metric-card metric="opens"></ma-metric-card>
        </ma-scope>
      </ma-scope>
    `);
    await untilSeen(cardIn(root), '打开次数');
    expect(client.asked[0]).to.deep.include({ scope: 'apps/inner' });
    expect(client.asked[0]?.query).to.deep.include({
      ...{ range: 'today', timezone: 'UTC' },
      filters: [
        { field: 'os_name', operator: 'in', values: ['iOS'] },
        { field: 'city', operator: 'set' },
      ],
    });
  });

  it('sets language and direction for what lies inside', async () => {
    const { scope, card } = await scopeWithCard(stubClient(), { locale: 'ar' });
    await untilSeen(card, 'مرات الفتح');
    expect([scope.lang, scope.dir]).to.eql(['ar', 'rtl']);
    scope.locale = 'zh-CN';
    await untilSeen(card, '打开次数');
    expect([scope.lang, scope.dir]).to.eql(['zh-CN', 'ltr']);
  });

  it('leaves a direction alone that its host has set', async () => {
    const { scope, card } = await scopeWithCard(stubClient(), { dir: 'rtl', locale: 'en' });
    await untilSeen(card, '16,216');
    expect(scope.dir).to.equal('rtl');
    expect(part(card, 'section').dir).to.equal('rtl');
  });

  it('lets its host change single texts', async () => {
    const { card } = await scopeWithCard(stubClient(), { texts: { 'compare.previous_day': 'vs day' } });
    await untilSeen(card, 'vs day +10%');
  });

  it('gives a catalogue that is not asked for', async () => {
    const own = catalog();
    own.metrics.find(({ id }) => id === 'opens')!.label = { en: 'Teas' };
    const client = stubClient({ catalog: () => Promise.reject(new Error('asked')) });
    const { card } = await scopeWithCard(client, { catalog: own });
    await untilSeen(card, 'Teas 16,216');
  });

  it('reaches widgets with theme and scheme, by inheritance', async () => {
    const { scope, card } = await scopeWithCard(stubClient(), { theme: 'instrument', scheme: 'dark' });
    await untilSeen(card, '16,216');
    await until(() => getComputedStyle(part(card, '.value')).fontWeight === '600', 'the theme never comes');
    const background = () => getComputedStyle(part(card, '.frame')).backgroundColor;
    expect(background()).to.equal('rgb(17, 22, 27)');
    scope.scheme = 'light';
    await scope.updateComplete;
    expect(background()).to.equal('rgb(255, 255, 255)');
  });

  it('has no box of its own', async () => {
    const { scope } = await scopeWithCard();
    expect(getComputedStyle(scope).display).to.equal('contents');
  });
});

describe('a widget finds', () => {
  it('a scope that is upgraded after it', async () => {
    const client = stubClient();
    const root = await fixture<HTMLElement>(html`
      <div>
        <late-scope app="lantern-tea"><ma-metric-card metric="opens"></ma-metric-card></late-scope>
      </div>
    `);
    await untilSeen(cardIn(root), 'No data source is set.');
    class LateScope extends MaScope {
      override client = client;
    }
    define('scope', LateScope, 'late');
    await untilSeen(cardIn(root), '16,216');
  });

  it('another scope when it is moved, and none outside', async () => {
    const { scope, card } = await scopeWithCard();
    await untilSeen(card, '16,216');
    const other = await fixture<MaScope>(html`<ma-scope app="city-pass"></ma-scope>`);
    other.client = stubClient({ summary: () => summaryOf([['opens', 5]]) });
    other.append(card);
    await untilSeen(card, 'Opens 5');
    scope.parentElement!.append(card);
    await untilSeen(card, 'No data source is set.');
  });

  it('the back end that it names itself, and shares it with others that name the same', async () => {
    const paths: string[] = [];
    const { fetch } = window;
    window.fetch = async (input) => {
      const request = input as Request;
      paths.push(new URL(request.url).pathname);
      const isCatalog = request.url.endsWith('/v1/catalog');
      const items = isCatalog ? [] : ((await request.json()) as { id: string; report: string }[]);
      const trend = { meta: summaryOf([]).meta, buckets: [], series: [], comparisons: [] };
      const body = isCatalog
        ? catalog()
        : items.map(({ id, report }) => ({
            id,
            status: 200,
            body: report === 'trend' ? trend : summaryOf([['opens', 8]]),
          }));
      return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
    };
    const root = await fixture<HTMLElement>(html`
      <div>
        <ma-metric-card base-url="https://metrics.example" app="lantern-tea" metric="opens"></ma-metric-card>
        <ma-metric-card base-url="https://metrics.example" app="lantern-tea" metric="opens"></ma-metric-card>
      </div>
    `);
    for (const card of root.querySelectorAll<MaMetricCard>('ma-metric-card')) await untilSeen(card, 'Opens 8');
    window.fetch = fetch;
    expect(paths.sort()).to.eql(['/v1/catalog', '/v1/reports:batch']);
  });

  it('the client of configureDefault where there is no other, also one that is set later', async () => {
    const card = await fixture<MaMetricCard>(html`<ma-metric-card app="lantern-tea" metric="opens"></ma-metric-card>`);
    await untilSeen(card, 'No data source is set.');
    const asked: string[] = [];
    configureDefault({
      baseUrl: 'https://default.example',
      retry: { retries: 0 },
      fetch: (request) => {
        asked.push(new URL(request.url).host);
        return Promise.reject(new TypeError('no network'));
      },
    });
    await untilSeen(card, 'Could not load');
    expect(asked[0]).to.equal('default.example');
  });
});

describe('a prefix', () => {
  it('of a vendor registers the same class again, beside ours', async () => {
    define('metric-card', MaMetricCard, 'acme');
    define('metric-card', MaMetricCard, 'acme');
    const card = await fixture<MaMetricCard>(
      html`<acme-metric-card .data=${summaryOf([['opens', 7]])}></acme-metric-card>`,
    );
    await untilSeen(card, 'Opens 7');
    expect(card).to.be.instanceOf(MaMetricCard);
    expect(card.constructor).to.not.equal(customElements.get('ma-metric-card'));
  });
});
