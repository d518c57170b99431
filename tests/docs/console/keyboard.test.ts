import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { views } from '../../../docs/console/state/console-state.js';
import { cardValues, ConsoleSite } from './open-console.js';

let site: ConsoleSite;

beforeAll(async () => {
  site = await ConsoleSite.start();
}, 60_000);

afterAll(() => site?.stop());

const chart = (page: Page) => page.locator('ma-trend-chart h2');

/** What has the focus, through shadow roots; `null` where nothing of the page has it. */
interface Stop {
  readonly path: string;
  readonly isNamed: boolean;
  readonly isInView: boolean;
}

const stopOf = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const path: Element[] = [];
    for (let at = document.activeElement; at && at !== document.body; at = at.shadowRoot?.activeElement ?? null) {
      path.push(at);
    }
    const focused = path.at(-1) as HTMLElement | undefined;
    if (!focused) return null;
    const { width, top, bottom, left } = focused.getBoundingClientRect();
    const { labels } = focused as HTMLInputElement;
    const name = focused.ariaLabel ?? (focused.textContent.trim() || labels?.[0]?.textContent || focused.title);
    return {
      path: [...path.map(({ localName }) => localName), Math.round(left), Math.round(top + scrollY)].join(' '),
      isNamed: Boolean(name),
      isInView: width > 0 && bottom > 0 && top < innerHeight,
    };
  });

/** Waits until the widgets of a page stand in it, and those that are in view show their answer. */
const isSettled = (page: Page, view: string) =>
  page.waitForFunction((shown) => {
    const place = document.querySelector(`[data-page='${shown}']`)!;
    const parts = [place, ...place.querySelectorAll('[data-widgets]')];
    const widgets = [...place.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('ma-'));
    const isDone = ({ shadowRoot }: Element): boolean => {
      const waiting = shadowRoot?.querySelector('.frame[aria-busy=true]');
      const isInView = waiting?.checkVisibility() && waiting.getBoundingClientRect().top < innerHeight;
      return Boolean(shadowRoot?.firstElementChild) && !isInView;
    };
    return parts.every((part) => part.childElementCount > 0) && widgets.every(isDone);
  }, view);

describe('the console by keyboard', { timeout: 60_000 }, () => {
  it('works with the keyboard only', async () => {
    const { page } = await site.open();
    await cardValues(page);
    const reach = async (test: () => Promise<boolean>) => {
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab');
        if (await test()) return;
      }
      expect.fail('The keyboard does not get there');
    };
    const focused = (selector: string) => () =>
      page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
    await reach(focused('.skip'));
    await reach(focused('ma-filter-bar'));
    await page.keyboard.press('ArrowDown');
    await page.locator('ma-filter-bar').getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).searchParams.get('app')).toBe('tile-garden');
    await reach(focused('ma-metric-card[metric=visits]'));
    await page.keyboard.press('Enter');
    await expect.poll(() => chart(page).textContent()).toContain('Visits');
  });

  it.each(views)('is walked with Tab alone, without a trap: %s', async (view) => {
    const { page } = await site.open(`?view=${view}`);
    await isSettled(page, view);
    const stops: Stop[] = [];
    for (;;) {
      await page.keyboard.press('Tab');
      const stop = await stopOf(page);
      if (!stop) break;
      expect(stop.path, 'Tab stays where it is').not.toBe(stops.at(-1)?.path);
      expect(stop.isNamed, `without a name: ${stop.path}`).toBe(true);
      expect(stop.isInView, `out of sight: ${stop.path}`).toBe(true);
      stops.push(stop);
      expect(stops.length, 'there is no end').toBeLessThan(250);
    }
    expect(stops.length).toBeGreaterThan(12);
  });
});
