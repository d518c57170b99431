import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { runServe } from '../../server/node/command.js';
import { cardValues, ConsoleSite } from './open-console.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site: ConsoleSite;

beforeAll(async () => {
  site = await ConsoleSite.start();
}, 60_000);

afterAll(() => site?.stop());

/** Chooses a file, as the file dialog would. */
async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

const bar = (page: Page) => page.locator('ma-filter-bar');

/** Opens a filter and chooses in it. */
async function pick(page: Page, filter: RegExp, choice: string): Promise<void> {
  await bar(page).getByRole('button', { name: filter }).click();
  await bar(page).getByRole('option', { name: choice }).click();
}

const chart = (page: Page) => page.locator('ma-trend-chart h2');

describe('the console', { timeout: 30_000 }, () => {
  it('shows numbers of the demo data, and breaks no rule of its content security policy', async () => {
    const { page, faults } = await site.open();
    const values = await cardValues(page);
    expect(Number(values['active_users'])).toBeGreaterThan(50);
    expect(values['exit_rate']).toMatch(/^\d\d\.\d\d\s?%$/);
    await page.locator('ma-page-table').getByText('pages/home/index').first().waitFor();
    await bar(page).getByRole('button', { name: /^App/ }).click();
    await bar(page).getByRole('option', { name: 'Tile Garden Mini game' }).waitFor();
    expect(await bar(page).getByRole('option').count()).toBe(4); // all apps together, and three
    expect(faults).toEqual([]);
  });

  it('shows the metric of the card that is clicked, and keeps it in the link', async () => {
    const { page } = await site.open();
    await cardValues(page);
    expect(await chart(page).textContent()).toContain('Opens');
    await page.locator('ma-metric-card[metric=new_users]').click({ position: { x: 60, y: 60 } });
    await expect.poll(() => chart(page).textContent()).toContain('New users');
    expect(new URL(page.url()).search).toBe('?metric=new_users');
    await page.reload();
    await cardValues(page);
    await expect.poll(() => chart(page).textContent()).toContain('New users');
  });

  it('changes every number with the app, and the chart with the range', async () => {
    const { page } = await site.open();
    const before = await cardValues(page);
    await pick(page, /^App/, 'Tile Garden');
    await expect.poll(() => cardValues(page)).not.toEqual(before);
    await page.locator('ma-page-table').getByText('pages/level/play').first().waitFor();
    await pick(page, /^Range/, 'Last 7 days');
    expect(new URL(page.url()).search).toBe('?app=tile-garden&range=last_7_days');
  });

  it('lets the reader choose days, beginning with those that are shown', async () => {
    const { page } = await site.open('?range=last_7_days');
    await cardValues(page);
    await page.locator('#freshness').getByText('Data until').waitFor();
    await pick(page, /^Range/, 'Choose');
    const [start, end] = [bar(page).getByLabel('First day'), bar(page).getByLabel('Last day')];
    const days = async () =>
      (Date.parse(await end.inputValue()) - Date.parse(await start.inputValue())) / 86_400_000 + 1;
    expect(await days()).toBe(7);
    await start.fill(await end.inputValue());
    expect(await days()).toBe(1);
    const day = await end.inputValue();
    await bar(page).getByRole('button', { name: 'Apply' }).click();
    expect(new URL(page.url()).search).toBe(`?start=${day}&end=${day}`);
  });

  it('narrows every number by a system, and brings it back with the link', async () => {
    const { page } = await site.open();
    const before = await cardValues(page);
    await pick(page, /^Operating system/, 'iOS');
    await expect.poll(() => cardValues(page)).not.toEqual(before);
    const narrowed = await cardValues(page);
    expect(new URL(page.url()).search).toBe('?os=iOS');
    await page.reload();
    await expect.poll(() => cardValues(page)).toEqual(narrowed);
    expect(Number(narrowed['active_users'])).toBeLessThan(Number(before['active_users']));
  });

  it('goes through custom analysis: defined events and their builder, questions about one event, funnels', async () => {
    const { page, faults } = await site.open();
    await page.locator('nav').getByText('Custom analysis').click();
    await page.locator('ma-event-list').getByRole('button', { name: 'New event' }).click();
    await page.locator('ma-event-builder').getByLabel('Event name').waitFor();
    await page.locator('#custom-pages').getByText('Event analysis').click();
    await page.locator('ma-event-analysis').getByRole('heading', { name: 'page_view · Total' }).waitFor();
    await page.locator('#custom-pages').getByText('Funnels').click();
    await page.locator('ma-funnel-builder').getByLabel('Name').first().waitFor();
    expect(new URL(page.url()).search).toBe('?view=funnels');
    const current = () => [...document.querySelectorAll('nav [aria-current]')].map((link) => link.textContent.trim());
    expect(await page.evaluate(current)).toEqual(['Custom analysis', 'Funnels']);
    expect(faults).toEqual([]);
  });

  it('speaks three languages, and turns the page round with Arabic', async () => {
    const { page } = await site.open();
    await cardValues(page);
    await page.locator('#open-settings').click();
    await page.locator('input[value=ar]').check();
    await page.locator('nav').getByText('نظرة عامة').waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
      'ar',
      'rtl',
    ]);
    await page.locator('ma-metric-card').getByText('المستخدمون').first().waitFor();
    await page.locator('input[value=zh-CN]').check();
    await page.locator('nav').getByText('概览').waitFor();
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('ltr');
    expect(new URL(page.url()).searchParams.get('language')).toBe('zh-CN');
  });

  it('keeps theme and colours in the link', async () => {
    const { page } = await site.open('?theme=instrument&scheme=dark');
    await cardValues(page);
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await background()).toBe('rgb(11, 15, 19)');
    expect(await page.locator('input[value=instrument]').isChecked()).toBe(true);
    await page.locator('#open-settings').click();
    await page.locator('input[value=light]').check();
    expect(await background()).toBe('rgb(245, 247, 247)');
    expect(new URL(page.url()).search).toBe('?theme=instrument&scheme=light');
  });

  it('keeps every widget within a narrow page, in both directions', async () => {
    for (const search of ['', '?language=ar', '?theme=instrument', '?view=events']) {
      const { page } = await site.open(search, { viewport: { width: 360, height: 780 } });
      if (!search.includes('events')) await cardValues(page);
      const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await overflow(), search).toBeLessThanOrEqual(0);
      await page.context().close();
    }
  });

  it.each(['', '?scheme=dark', '?theme=instrument', '?language=ar', '?view=events', '?view=events&scheme=dark'])(
    'has no fault that axe can find (%s)',
    async (search) => {
      const { page } = await site.open(search);
      if (!search.includes('events')) {
        await cardValues(page);
        await page.locator('ma-page-table').getByText('pages/home/index').first().waitFor();
      } else await page.locator('.drop').waitFor();
      await page.locator('#open-settings').click();
      await page.evaluate(axe);
      const faults = await page.evaluate(async () => {
        const { violations } = await (
          globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }
        ).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(faults).toEqual([]);
    },
  );
});

interface Violation {
  id: string;
  nodes: { html: string }[];
}

describe('the reader’s own events', { timeout: 30_000 }, () => {
  it('shows a real log in every widget', async () => {
    const { page, faults } = await site.open('?view=events');
    await page.getByRole('button', { name: 'Use this log: Web server log' }).click();
    await page.getByRole('heading', { name: 'apache_access.ndjson is what the console shows now' }).waitFor();
    expect(await page.locator('.facts').innerText()).toMatch(/Events taken\s+9,999\s+Users\s+1,288/);
    await page.getByRole('button', { name: 'Open the overview' }).click();
    await page.locator('#yesterday').getByText('Last day of the file, 20 May 2015').waitFor();
    const values = await cardValues(page);
    expect(values).toMatchObject({ active_users: '377', new_users: '300', opens: '569', visits: '916' });
    await page.locator('ma-page-table').getByText('/projects/xdotool/').first().waitFor();
    expect(new URL(page.url()).search).toBe('?data=apache&range=last_7_days');
    expect(faults).toEqual([]);
  });

  it('reads a sample again that the link names', async () => {
    const { page } = await site.open('?data=shop');
    await page.locator('#yesterday').getByText('29 Jun 2024').waitFor();
    expect((await cardValues(page))['visits']).toBe('257');
  });

  it('takes a file that is dropped', async () => {
    const { page } = await site.open('?view=events');
    await page.locator('.drop').waitFor();
    await page.evaluate(() => {
      const row = { user_id: 'ann', ts: '2026-03-01T10:00:00Z', event: 'page_view', page_path: '/a' };
      const files = new DataTransfer();
      files.items.add(new File([JSON.stringify([row])], 'dropped.json'));
      document.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));
    });
    await page.getByRole('heading', { name: 'dropped.json is what the console shows now' }).waitFor();
  });

  it('keeps the file while the reader goes back and forward', async () => {
    const { page } = await site.open('?view=events');
    await choose(page, 'own.ndjson', '{"user_id":"ann","ts":"2026-03-01T10:00:00Z","event":"page_view"}');
    await page.getByRole('button', { name: 'Open the overview' }).click();
    expect(await cardValues(page)).toMatchObject({ visits: '1' });
    await page.goBack();
    await page.getByRole('heading', { name: 'own.ndjson is what the console shows now' }).waitFor();
    await page.goForward();
    expect(await cardValues(page)).toMatchObject({ visits: '1' });
  });

  it('falls back to the demo data, and says why, where a sample cannot be had', async () => {
    const { page } = await site.open('?view=events');
    await page.route('**/*.ndjson', (route) => route.fulfill({ status: 503 }));
    await page.getByRole('button', { name: 'Use this log: Web server log' }).click();
    await page.getByRole('alert').getByText('Reading stopped').waitFor();
    await page.locator('nav').getByText('Overview').click();
    expect(Number((await cardValues(page))['active_users'])).toBeGreaterThan(50);
  });

  it('names the rows that it rejects, with their reasons, and shows the others', async () => {
    const { page } = await site.open('?view=events');
    const rows = [
      '{"user_id":"ann","ts":"2026-03-01T10:00:00Z","event":"page_view","page_path":"/a"}',
      '{"user_id":"ann","ts":"yesterday","event":"page_view","page_path":"/b"}',
      'no JSON at all',
      '{"user_id":"bob","ts":"2026-03-01T11:00:00Z","event":"page_view","page_path":"/a"}',
    ];
    await choose(page, 'own.ndjson', rows.join('\n'));
    await page.getByRole('heading', { name: 'own.ndjson is what the console shows now' }).waitFor();
    const rejected = await page.locator('.events .list tbody tr').allInnerTexts();
    expect(rejected.map((text) => text.split('\t')[0])).toEqual(['2', '3']);
    expect(rejected[0]).toContain('yesterday');
    await page.getByRole('button', { name: 'Open the overview' }).click();
    expect(await cardValues(page)).toMatchObject({ active_users: '2', visits: '2' });
    expect(await page.locator('#from-file').innerText()).toContain('own.ndjson');
    await page.getByRole('button', { name: 'Back to the demo data' }).click();
    await expect.poll(async () => (await cardValues(page))['visits']).not.toBe('2');
  });

  it('reads a gzipped CSV whose columns have other names, once they are mapped', async () => {
    const { page } = await site.open('?view=events');
    const csv = 'who,when,what,where\nann,2026-03-01T10:00:00Z,page_view,/a\nbob,2026-03-01T11:00:00Z,page_view,/b\n';
    await choose(page, 'own.csv.gz', gzipSync(csv));
    await page.getByRole('alert').getByText('A column is missing').waitFor();
    const map = (column: string, field: string) => page.locator(`select[data-field=${column}]`).selectOption(field);
    await map('who', 'user_id');
    await map('when', 'ts');
    await map('what', 'event');
    await map('where', 'page_path');
    await page.getByRole('button', { name: 'Read it this way' }).click();
    await page.getByRole('button', { name: 'Open the overview' }).click();
    expect(await cardValues(page)).toMatchObject({ active_users: '2', visits: '2' });
    await page.locator('ma-page-table').getByText('/b').first().waitFor();
  });

  it('shows the names of a log without visits, and counts those that the reader says are page views', async () => {
    const { page } = await site.open('?view=events');
    const at = (event: string, user: string) => JSON.stringify({ user_id: user, ts: '2026-03-01T10:00:00Z', event });
    await choose(page, 'own.ndjson', [at('saw', 'ann'), at('saw', 'bob'), at('bought', 'bob')].join('\n'));
    await page.getByRole('alert').getByText('Nothing in this log counts as a visit').waitFor();
    expect(await page.locator('td code').first().innerText()).toBe('saw');
    await page.locator('select[data-event=saw]').selectOption('page_view');
    await page.getByText('The same as a mapping file').click();
    expect(JSON.parse(await page.locator('details pre').innerText())).toEqual({ roles: { page_view: ['saw'] } });
    await page.getByRole('button', { name: 'Read it this way' }).click();
    await page.getByRole('button', { name: 'Open the overview' }).click();
    expect(await cardValues(page)).toMatchObject({ active_users: '2', visits: '2' });
  });

  it('says so when nothing of a file can be read', async () => {
    const { page } = await site.open('?view=events');
    await choose(page, 'own.ndjson.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
    await page.getByRole('alert').getByText('This file cannot be read').waitFor();
  });
});

describe('a back end at an address', { timeout: 60_000 }, () => {
  it('is asked by every widget, stays in the link, and gives way to the demo data again', async () => {
    const { page, faults } = await site.open('?view=events');
    const { origin } = new URL(page.url());
    const command = runServe('--events', 'tests/fixtures/apache_access.ndjson', '--port', '0', '--cors-origin', origin);
    try {
      const address = await command.address();
      await page.getByLabel('Address').fill(`${address}/`);
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.locator('#from-file').getByText(`From ${address}`).waitFor();
      const values = await cardValues(page);
      expect(Number(values['visits'])).toBeGreaterThan(0);
      expect(new URL(page.url()).searchParams.get('server')).toBe(address);
      await page.reload();
      await page.locator('#from-file').getByText(`From ${address}`).waitFor();
      expect(await cardValues(page)).toEqual(values);
      await page.getByRole('button', { name: 'Back to the demo data' }).click();
      await page.locator('#from-file').waitFor({ state: 'hidden' });
      await expect.poll(() => cardValues(page), { timeout: 60_000 }).not.toEqual(values);
      expect(new URL(page.url()).search).not.toContain('server');
      expect(faults).toEqual([]);
    } finally {
      command.process.kill('SIGKILL');
      await command.ended();
    }
  });

  it('that does not answer is said so beside the form, and what is shown stays', async () => {
    const { page } = await site.open('?view=events');
    await page.getByLabel('Address').fill('http://127.0.0.1:9');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('alert').getByText('Nothing answers there').waitFor();
    expect(await page.getByLabel('Address').inputValue()).toBe('http://127.0.0.1:9');
    await page.locator('nav').getByText('Overview').click();
    expect(Number((await cardValues(page))['active_users'])).toBeGreaterThan(50);
  });
});
