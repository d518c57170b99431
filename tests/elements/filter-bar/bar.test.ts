import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { App } from '#contract/api.js';
import type { MaMetricCard } from '#elements/metric-card/metric-card.element.js';
import type { MaScope } from '#elements/scope/scope.element.js';
import { now } from '../base/answers.js';
import { part, seen, untilSeen } from '../base/shown.js';
import { failing, silent } from '../base/stub-client.js';
import { apps, barClient } from './bar-back-end.js';
import { until } from '../base/until.js';
import { all, words, button, options, focused, stage, open, choose, plain } from './stage.js';
import { isAccessible } from '../base/accessible.js';

describe('ma-filter-bar', () => {
  it('shows the name of each filter above it, where its host wants captions', async () => {
    const { bar } = await stage('range,environment');
    await untilSeen(bar, 'Last 30 days');
    const caption = (): HTMLElement => bar.shadowRoot!.querySelector<HTMLElement>('[data-pick=range] .hidden-text')!;
    expect(caption().getBoundingClientRect().width).to.be.below(2);
    bar.captions = true;
    await bar.updateComplete;
    const face = bar.shadowRoot!.querySelector('[data-pick=range] .face')!.getBoundingClientRect();
    expect(caption().getBoundingClientRect().bottom).to.be.at.most(face.top);
    expect(caption().getBoundingClientRect().width).to.be.above(20);
  });

  it('shows the filters that its host names, in that order', async () => {
    const { bar } = await stage('range,environment,nonsense,range,app');
    await untilSeen(bar, 'Mini program');
    expect(all(bar, '.pick').map(words)).to.eql([
      'Range Last 30 days 23 Oct – 21 Nov',
      'Environment Production',
      'App Lantern Tea Mini program',
    ]);
  });

  it('shows app, range, comparison and systems where nobody says otherwise', async () => {
    const { bar } = await stage('', {}, barClient(), { shows: undefined });
    await untilSeen(bar, 'All systems');
    expect(all(bar, '.pick').map((one) => one.dataset['pick'])).to.eql(['app', 'range', 'compare', 'os']);
  });

  it('changes the app of its scope, and so what the widgets ask', async () => {
    const { scope, bar, client, events } = await stage('app');
    await untilSeen(bar, 'Lantern Tea');
    await choose(bar, 'app', 'City Pass');
    expect(scope.app).to.equal('city-pass');
    expect(words(button(bar, 'app'))).to.contain('City Pass H5 app');
    await until(() => client.asked.some((one) => one.scope === 'apps/city-pass'));
    expect(events.map(({ value, changed }) => [plain(value), changed])).to.eql([[{ app: 'city-pass' }, ['app']]]);
  });

  it('removes the numbers of the app before, before the next paint', async () => {
    const client = barClient();
    const { scope, bar } = await stage('app', {}, client);
    const card = scope.querySelector<MaMetricCard>('ma-metric-card')!;
    await untilSeen(card, '16,216');
    client.answers = { summary: silent, trend: silent };
    await open(bar, 'app');
    await until(() => options(bar).length === 3);
    const painted = new Promise<string>((resolve) => {
      options(bar)[0]!.click();
      requestAnimationFrame(() => resolve(seen(card)));
    });
    expect(await painted).to.not.contain('16,216');
  });

  it('says type and state of each app, and searches where there are many', async function () {
    // Driven WebKitGTK does not type into a field in a popover.
    if (!navigator.userAgent.includes('Chrome') && navigator.userAgent.includes('AppleWebKit')) this.skip();
    const many: App[] = Array.from({ length: 9 }, (_, index) => ({
      ...apps[1]!,
      id: `a${index}`,
      name: `App ${index}`,
    }));
    const { bar } = await stage('app', {}, barClient({ apps: () => Promise.resolve([...apps, ...many]) }));
    await open(bar, 'app');
    await until(() => options(bar).length === 12);
    expect(options(bar).slice(0, 3).map(words)).to.eql([
      'City Pass H5 app',
      'Lantern Tea Mini program',
      'Tile Garden not available',
    ]);
    // The field takes the focus once the list has opened.
    await until(() => focused(bar)?.matches('input'));
    await sendKeys({ type: 'app 7' });
    await until(() => options(bar).length === 1);
    await sendKeys({ press: 'Enter' });
    await until(() => !bar.shadowRoot!.querySelector('[popover]'));
    expect(bar.value).to.eql({ app: 'a7' });
    expect(focused(bar)).to.equal(button(bar, 'app'));
  });

  it('gives the focus to the search that comes with more apps while the list is open', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ ...apps[1]!, id: `a${index}`, name: `App ${index}` }));
    let arrive = (_: App[]): void => undefined;
    const coming = new Promise<App[]>((resolve) => (arrive = resolve));
    const { bar } = await stage('app', {}, barClient({ apps: () => coming }));
    await open(bar, 'app');
    await until(() => focused(bar)?.getAttribute('role') === 'listbox');
    arrive(many);
    await until(() => focused(bar)?.matches('input'));
  });

  it('lets one choose all apps, and then their types', async () => {
    const { scope, bar, client } = await stage('app,type', {}, barClient(), { allApps: true });
    await untilSeen(bar, 'Lantern Tea');
    expect(bar.shadowRoot!.querySelector('[data-pick=type]')).to.equal(null);
    await choose(bar, 'app', 'All apps');
    expect([scope.superapp, scope.app]).to.eql([true, undefined]);
    await choose(bar, 'type', 'Mini game');
    options(bar)[2]!.click();
    await bar.updateComplete;
    expect(words(button(bar, 'type'))).to.contain('2 types');
    expect(plain(bar.value)).to.eql({ superapp: true, appTypes: ['mini_game', 'h5_app'] });
    await until(() =>
      client.asked.some((one) => JSON.stringify(one.query).includes('"app_type":["mini_game","h5_app"]')),
    );
  });

  it('changes the range by its name', async () => {
    const { scope, bar, events } = await stage('range');
    await choose(bar, 'range', 'Yesterday');
    expect(scope.range).to.equal('yesterday');
    expect(words(button(bar, 'range'))).to.equal('Range Yesterday 21 Nov');
    expect(plain(events[0]!.value)).to.eql({ range: 'yesterday' });
  });

  it('fires nothing where the same is chosen again', async () => {
    const { bar, events } = await stage('range');
    await choose(bar, 'range', 'Last 30 days');
    expect(events).to.eql([]);
  });

  it('offers the lengths of a bucket that fit the range, and drops one that does not', async () => {
    const { scope, bar } = await stage('range,granularity', { granularity: 'month' });
    await open(bar, 'granularity');
    await until(() => options(bar).length > 0);
    expect(options(bar).map(words)).to.eql(['Automatic', 'By day', 'By week', 'By month']);
    await sendKeys({ press: 'Escape' });
    await choose(bar, 'range', 'Last 7 days');
    expect(scope.granularity).to.equal(undefined);
    expect(words(button(bar, 'granularity'))).to.equal('Granularity Automatic');
  });

  it('compares with a period that has a name, or with none', async () => {
    const { scope, bar } = await stage('compare', { compare: ['previous_period'] });
    await untilSeen(bar, 'vs');
    expect(words(button(bar, 'compare'))).to.equal('Comparison vs Previous period');
    await choose(bar, 'compare', 'A week before');
    expect(scope.compare).to.eql(['last_week']);
    await choose(bar, 'compare', 'No comparison');
    expect(scope.compare).to.eql([]);
    expect(plain(bar.value)).to.eql({ compare: [] });
  });

  it('offers the systems seen in the data, several at once', async () => {
    const { scope, bar, client } = await stage('os');
    await choose(bar, 'os', 'iOS');
    options(bar)[0]!.click();
    await bar.updateComplete;
    expect(client.choices).to.eql(['values apps/lantern-tea {"field":"os_name"}']);
    expect(scope.os).to.eql(['iOS', 'Android']);
    expect(words(button(bar, 'os'))).to.contain('2 systems');
    options(bar)[0]!.click();
    await bar.updateComplete;
    options(bar)[1]!.click();
    await bar.updateComplete;
    expect(scope.os).to.equal(undefined);
  });

  it('asks for the production, or for tests', async () => {
    const { scope, bar } = await stage('environment');
    await choose(bar, 'environment', 'Not production');
    expect(scope.environment).to.equal('non_production');
  });
});

describe('a filter bar beside a scope', () => {
  it('sets the one that it names, and follows it', async () => {
    const root = await fixture<HTMLElement>(html`
      <div>
        <ma-filter-bar for="traffic" shows="range"></ma-filter-bar>
        <ma-scope id="traffic" app="lantern-tea" range="today" locale="zh-CN"></ma-scope>
      </div>
    `);
    const bar = root.querySelector('ma-filter-bar')!;
    const scope = root.querySelector('ma-scope')!;
    await untilSeen(bar, '今天');
    await choose(bar, 'range', '昨天');
    expect(scope.range).to.equal('yesterday');
    scope.range = 'last_90_days';
    await untilSeen(bar, '最近 90 天');
  });

  it('lets go of it when it leaves the page', async () => {
    const root = await fixture<HTMLElement>(html`
      <div>
        <ma-filter-bar for="traffic" shows="range"></ma-filter-bar>
        <ma-scope id="traffic" range="today" locale="en"></ma-scope>
      </div>
    `);
    const bar = root.querySelector('ma-filter-bar')!;
    await untilSeen(bar, 'Today');
    bar.remove();
    root.querySelector('ma-scope')!.range = 'yesterday';
    await root.querySelector('ma-scope')!.updateComplete;
    expect(plain(bar.value)).to.eql({});
  });
});

describe('a filter bar whose choices', () => {
  it('are on their way says so', async () => {
    const { bar } = await stage('app,os', {}, barClient({ apps: silent, values: silent }));
    await until(() => button(bar, 'app').querySelector('.bone'));
    await open(bar, 'os');
    await untilSeen(bar, 'Loading…');
  });

  it('could not be had says so, keeps what is chosen, and fires one report-error', async () => {
    let failures = 0;
    const scope = fixture<MaScope>(html`<ma-scope @report-error=${() => failures++}></ma-scope>`);
    const bar = document.createElement('ma-filter-bar');
    bar.shows = ['app'];
    Object.assign(await scope, {
      app: 'lantern-tea',
      locale: 'en',
      client: barClient({ apps: failing('offline') }),
      now,
    });
    (await scope).append(bar);
    await untilSeen(bar, 'lantern-tea');
    await until(() => failures > 0);
    await open(bar, 'app');
    await untilSeen(bar, 'Could not load.');
    expect(failures).to.equal(1);
  });

  it('are given asks for none', async () => {
    const { bar, client } = await stage('app', {}, barClient(), { apps: [apps[1]!] });
    await untilSeen(bar, 'Lantern Tea');
    expect(client.choices).to.not.contain('apps');
  });

  it('belong to another tenant forgets them', async () => {
    const { scope, bar } = await stage('app');
    await untilSeen(bar, 'Lantern Tea');
    scope.client = barClient({ apps: silent });
    await scope.updateComplete;
    await bar.updateComplete;
    expect(seen(bar)).to.not.contain('Lantern Tea');
  });
});

describe('a filter bar for everybody', () => {
  it('speaks Chinese and Arabic, and mirrors', async () => {
    const { scope, bar } = await stage('range,compare', { locale: 'zh-CN', compare: ['last_week'] });
    await untilSeen(bar, '最近 30 天');
    await untilSeen(bar, '上周同期');
    scope.locale = 'ar';
    await untilSeen(bar, 'آخر 30 يومًا');
    expect(part(bar, '.bar').dir).to.equal('rtl');
    const [range, compare] = all(bar, '.pick').map((one) => one.getBoundingClientRect());
    expect(range!.left).to.be.greaterThan(compare!.left);
  });

  it('wraps at 360 pixels without anything outside', async () => {
    const { bar } = await stage('app,range,granularity,compare,os,environment,filters', {
      filters: [
        { field: 'page_path', operator: 'contains', values: ['packageCampaign/pages/autumn-harvest-2026/landing'] },
      ],
    });
    bar.style.inlineSize = '360px';
    bar.style.display = 'block';
    await untilSeen(bar, 'Lantern Tea');
    const { left, right } = bar.getBoundingClientRect();
    const outside = all(bar, 'button').filter((one) => {
      const box = one.getBoundingClientRect();
      return box.left < left - 0.5 || box.right > right + 0.5;
    });
    expect(outside.map(words)).to.eql([]);
  });

  it('can be read by assistive technology in every state', async () => {
    const { bar } = await stage('app,range,granularity,compare,os,environment,filters', {
      filters: [{ field: 'city', operator: 'set' }],
    });
    await untilSeen(bar, 'Lantern Tea');
    await isAccessible(bar);
    await open(bar, 'app');
    await isAccessible(bar);
    await choose(bar, 'range', 'Choose days');
    await until(() => bar.shadowRoot!.querySelector('.days:popover-open calendar-month'));
    await isAccessible(bar);
    await sendKeys({ press: 'Escape' });
    all(bar, '.chip .pick')[0]!.click();
    await until(() => bar.shadowRoot!.querySelector('.editor:popover-open'));
    await isAccessible(bar);
  });
});
