import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { BreakdownReport, Catalog } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { Formats } from '#format/formats.js';
import type { Shown } from '../base/asking-element.js';
import type { StageHost } from '../trend-chart/stage-input.js';
import { Stage } from '../trend-chart/trend-kit.js';
import type { TrendAnswer, TrendQuestion } from '../trend-chart/trend-question.js';
import { askDetail, type DetailAnswer, type DetailQuestion, detailQuestion, type Page } from './ask-detail.js';
import { detail, type DetailTexts } from './detail-view.js';
import type { PageQuestion } from './page-question.js';

/** What the table has for its opened page. */
export interface DetailContext {
  readonly shown: Shown<PageQuestion, BreakdownReport>;
  readonly texts: unknown;
  readonly formats: Formats;
  readonly columns: readonly unknown[];
}

interface Known {
  readonly answer: DetailAnswer;
  readonly trend: Shown<TrendQuestion, TrendAnswer>;
}

/**
 * The page that a reader has opened in a table: asks about it in the range of the table's answer, and shows it in a row
 * below the page's own. It closes when that row goes.
 */
export class PageDetail implements ReactiveController {
  readonly #host: StageHost;
  readonly #stage: Stage;
  #page: Page | undefined;
  /** Of the table; with another one its rows go. Nothing where the table is fed by `data`. */
  #client: Client | undefined;
  #followed: DetailContext['shown'] | undefined;
  #key = '';
  #control: AbortController | undefined;
  #isAsking = false;
  #known: Known | undefined;
  #error: Error | undefined;
  #isRendered = false;

  constructor(host: StageHost) {
    this.#host = host;
    host.addController(this);
    this.#stage = new Stage(host);
    host.renderRoot.addEventListener('keydown', (event) => this.#handleKey(event as KeyboardEvent));
  }

  /** Whether this page is the opened one. */
  isOpen({ key, app }: Page): boolean {
    return this.#page?.key === key && this.#page.app === app;
  }

  /** Opens a page in place of the one before, or closes it. */
  toggle(page: Page, client: Client | undefined): void {
    const isOpen = this.isOpen(page);
    this.#close();
    if (!isOpen) this.#page = page;
    this.#client = client;
    this.#host.requestUpdate();
  }

  /** The row below a page's own, where it is opened. */
  below(page: Page, { shown, texts, formats, columns }: DetailContext): TemplateResult | typeof nothing {
    if (!this.isOpen(page) || !this.#client || !shown.question) return nothing;
    this.#isRendered = true;
    this.#follow(shown, shown.question);
    const words = texts as DetailTexts;
    const isEmpty = this.#known?.answer.sources.rows.length === 0;
    this.#plan(isEmpty ? undefined : this.#known?.trend, words, formats);
    const { catalog } = shown;
    return html`<tr role="row" class="detail">
      <td role="cell" colspan=${columns.length + 1}>
        ${detail({
          ...{ texts: words, formats, catalog, isEmpty, stage: this.#stage, error: this.#error },
          name: page.key ?? words.get('pages.notSet'),
          sources: this.#known?.answer.sources,
          isBusy: this.#isAsking,
          retry: () => this.#ask(JSON.parse(this.#key) as DetailQuestion, catalog, true),
        })}
      </td>
    </tr>`;
  }

  /** Says that the table is about to be rendered; an update that renders nothing leaves the opened page as it is. */
  beforeRender(): void {
    this.#isRendered = false;
  }

  hostUpdated(): void {
    if (this.#page && !this.#isRendered) this.#close();
  }

  hostDisconnected(): void {
    this.#close();
  }

  #close(): void {
    this.#control?.abort();
    this.#page = this.#followed = this.#known = this.#error = undefined;
    this.#key = '';
    this.#isAsking = false;
    this.#stage.plan(undefined);
  }

  /** A new answer of the table to another question of range or filters, or a refresh, is asked about too. */
  #follow(shown: DetailContext['shown'], question: PageQuestion): void {
    const before = this.#followed;
    if (before === shown) return;
    this.#followed = shown;
    const asked = detailQuestion(this.#page!, question);
    const key = JSON.stringify(asked);
    const isSame = key === this.#key;
    if (isSame && before?.key !== shown.key) return;
    this.#key = key;
    this.#ask(asked, shown.catalog, isSame);
  }

  #ask(question: DetailQuestion, catalog: Catalog, refresh: boolean): void {
    this.#control?.abort();
    const { signal } = (this.#control = new AbortController());
    const settle = (known?: Known, error?: Error): void => {
      if (signal.aborted) return;
      this.#isAsking = false;
      this.#known = known;
      this.#error = error;
      this.#host.requestUpdate();
    };
    this.#isAsking = true;
    this.#error = undefined;
    this.#host.requestUpdate();
    askDetail(this.#client!, question, catalog, { signal, refresh }).then(
      (answer) => settle({ answer, trend: shownTrend(answer, catalog) }),
      (error: unknown) => settle(undefined, error instanceof Error ? error : new Error(String(error))),
    );
  }

  #plan(shown: Known['trend'] | undefined, texts: DetailTexts, formats: Formats): void {
    this.#stage.plan(
      shown && {
        ...{ shown, texts, formats, label: texts.get('page.detail.trend'), areChosen: true },
        ...{ breakdownBy: undefined, layout: 'lines', difference: false, hasSwitch: false },
        ...{ granularities: undefined, switches: undefined },
        isMirrored: this.#find('.frame')?.dir === 'rtl',
      },
    );
  }

  #handleKey(event: KeyboardEvent): void {
    const button = this.#find('[aria-expanded=true].path');
    const isInside = (event.target as Element).closest('.detail') ?? (button && event.target === button);
    if (event.key !== 'Escape' || event.defaultPrevented || !isInside) return;
    event.preventDefault();
    this.#close();
    this.#host.requestUpdate();
    button?.focus();
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}

function shownTrend({ trend }: DetailAnswer, catalog: Catalog): Known['trend'] {
  return { answer: { trend, summary: undefined }, catalog, question: undefined, key: '', subject: '', at: 0 };
}
