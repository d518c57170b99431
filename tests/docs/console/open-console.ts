import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { build, preview, type PreviewServer } from 'vite';
import { chromiumFlags } from '../../../.ci/browsers/chromium-flags.js';
import { findChromium } from '../../../.ci/browsers/find.js';

const config = path.resolve(import.meta.dirname, '../../../vite.config.ts');

/** A page of the console with everything that went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors of scripts, refused resources, breaches of the content security policy. */
  readonly faults: string[];
}

/** The built console on a server of its own, and a browser to look at it. */
export class ConsoleSite {
  private constructor(
    private readonly folder: string,
    private readonly server: PreviewServer,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<ConsoleSite> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('Chromium was not found. Install it, or set CHROMIUM_PATH to its path.');
    const folder = await mkdtemp(path.join(tmpdir(), 'console-'));
    await build({ configFile: config, logLevel: 'error', build: { outDir: folder } });
    const server = await preview({ configFile: config, build: { outDir: folder }, preview: { port: 0 } });
    return new ConsoleSite(folder, server, await chromium.launch({ executablePath, args: chromiumFlags }));
  }

  /** Opens the console in a context of its own. */
  async open(search = '', options: BrowserContextOptions = {}): Promise<OpenPage> {
    const context = await this.browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(new URL(search, this.server.resolvedUrls!.local[0]).href);
    return { page, faults };
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    await rm(this.folder, { recursive: true });
  }
}

/** The values that the cards show, by metric; settles once every card shows one. */
export async function cardValues(page: Page): Promise<Record<string, string>> {
  const values = page.locator('ma-metric-card [part~="value"]');
  await values.nth(5).waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('ma-metric-card')].every((card) =>
      /\d|–/.test(card.shadowRoot?.querySelector('[part~="value"]')?.textContent ?? ''),
    ),
  );
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll('ma-metric-card')].map((card) => [
        card.metric,
        card.shadowRoot!.querySelector('[part~="value"]')!.textContent.trim(),
      ]),
    ),
  );
}
