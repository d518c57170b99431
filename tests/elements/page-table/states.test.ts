import { expect, fixture, fixtureCleanup, html, nextFrame } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { RequestError } from '#client/request-error.js';
import type { Client } from '#client/client.js';
import { listOf, pageClient } from './page-back-end.js';
import { now, root, all, one, text, seen, rows, until, tableOf, after } from './stage.js';
import { isAccessible } from '../base/accessible.js';

describe('the states of a page table', () => {
  const failing = (kind: RequestError['kind'], details = {}): Client =>
    pageClient(() => Promise.reject(new RequestError(kind, kind, details))).client;
  const problem = {
    type: 'about:blank',
    title: 'No',
    status: 403,
    code: 'forbidden',
    permission: 'page_analysis.read',
  };
  const pending = (): Client => pageClient(() => new Promise(() => undefined)).client;

  it('are a skeleton of the size that the list will have', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.style.setProperty('inline-size', '1200px');
    const table = document.createElement('ma-page-table');
    let answer = (): void => undefined;
    const list = listOf(226);
    const { client } = pageClient(async (query) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return list(query);
    });
    Object.assign(table, { app: 'lantern-tea', locale: 'en', client, now });
    box.append(table);
    await until(table, () => root(table).querySelector('.skeleton') !== null);
    await nextFrame();
    const before = table.getBoundingClientRect().height;
    await after(table, answer);
    expect(table.getBoundingClientRect().height).to.equal(before);
  });

  const messages: [string, Client, string, string][] = [
    ['an error', failing('network'), 'The pages could not load', 'The server could not be reached.'],
    [
      'a lacking permission',
      failing('forbidden', { status: 403, problem }),
      'You may not see pages',
      'page_analysis.read',
    ],
    [
      'a back end that has no such report',
      failing('not_available', { status: 422 }),
      'Not offered by this data source',
      'It does not report single pages.',
    ],
    ['a device without network', failing('offline'), 'You are offline', ''],
    [
      'a back end that is asked too often',
      failing('rate_limited', { status: 429, retryAt: Date.now() + 3_600_000 }),
      'Too many requests',
      '',
    ],
    ['no pages', pageClient(listOf(0, { page_visits: 0 })).client, 'No page was visited', ''],
  ];
  for (const [what, client, title, hint] of messages) {
    it(`name ${what}`, async () => {
      const table = await tableOf(client);
      await until(
        table,
        () => text(one(table, '.message')).includes(hint) && text(one(table, '.message .title')) === title,
      );
      expect(rows(table)).to.have.length(0);
      expect(one(table, 'thead')).to.exist;
      await isAccessible(table);
    });
  }

  it('offer to try again after an error', async () => {
    let isDown = true;
    const list = listOf(3);
    const { client } = pageClient((query) => {
      if (isDown) throw new RequestError('network', 'Down');
      return list(query);
    });
    const table = await tableOf(client);
    await until(table, () => root(table).querySelector('.message button') !== null);
    isDown = false;
    await after(table, () => one(table, '.message button').click());
    expect(rows(table)).to.have.length(3);
  });

  for (const width of [1200, 800, 320]) {
    it(`are accessible at ${width} px`, async () => {
      await isAccessible(await tableOf(pageClient().client, { selectable: true }, width));
      fixtureCleanup();
      const table = document.createElement('ma-page-table');
      const box = await fixture<HTMLElement>(html`<div></div>`);
      box.style.setProperty('inline-size', `${width}px`);
      Object.assign(table, { app: 'a', client: pending(), locale: 'en', now });
      box.append(table);
      await until(table, () => root(table).querySelector('.skeleton') !== null);
      await isAccessible(table);
    });
  }

  it('are accessible with the menu open', async () => {
    const table = await tableOf(pageClient().client, {}, 360);
    one(table, '.choose').click();
    await until(table, () => root(table).querySelector('.chooser:popover-open') !== null);
    await isAccessible(table);
  });

  // Only Chromium lets a test choose the reader's colours.
  const inChromium = navigator.userAgent.includes('Chrome') ? it : it.skip;
  inChromium('show bars in forced colours', async () => {
    await emulateMedia({ forcedColors: 'active' });
    const table = await tableOf(pageClient().client);
    const { borderBlockEndColor, borderBlockEndWidth } = getComputedStyle(one(table, '.bar'));
    expect([borderBlockEndWidth, borderBlockEndColor]).not.to.deep.equal(['0px', 'rgba(0, 0, 0, 0)']);
    await emulateMedia({ forcedColors: 'none' });
  });
});

describe('a page table in other languages', () => {
  it('speaks Chinese', async () => {
    const table = await tableOf(pageClient().client, { locale: 'zh-CN' });
    expect(text(one(table, 'h2'))).to.equal('页面');
    expect(seen(one(table, '.others th'))).to.equal('其他 216 个页面');
  });

  it('runs from right to left in Arabic, digits under digits', async () => {
    const table = await tableOf(pageClient().client, { locale: 'ar' });
    expect(getComputedStyle(one(table, 'table')).direction).to.equal('rtl');
    const [first] = all(table, 'thead th');
    const [, second] = all(table, 'thead th');
    expect(first!.getBoundingClientRect().left).to.be.greaterThan(second!.getBoundingClientRect().left);
    const ends = all(table, 'td.main .value').map((value) => value.getBoundingClientRect().right);
    expect(Math.max(...ends) - Math.min(...ends)).to.be.at.most(1);
    await isAccessible(table);
  });
});
