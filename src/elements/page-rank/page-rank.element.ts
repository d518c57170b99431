import { html, type TemplateResult } from 'lit';
import { rank, type RankRow } from '#charts/rank.js';
import { type PageRankMessages, pageRankTexts } from '#i18n/page-rank/section.js';
import { type RankMessages, rankTexts } from '#i18n/rank/section.js';
import { joined } from '#i18n/section.js';
import type { Missing } from '../base/asking-element.js';
import { barListStyles } from '../base/bar-list.styles.js';
import { growthMarkStyles } from '../base/growth-mark.styles.js';
import { longNameStyles } from '../base/long-name.styles.js';
import { message } from '../base/message.js';
import { property } from '../base/property.js';
import { isCompared } from '../base/question.js';
import { rankBones, rankList } from '../base/rank-list.js';
import { rankedQuestion, type RankedQuestion, toLimit } from '../base/ranked-question.js';
import { RankedWidget } from '../base/ranked-widget.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { PageSelectEvent } from '../page-table/events.js';
import { nameInFile, pageOf, type PageRankTexts, rankColumns, rankMessage } from './page-rank-parts.js';
import { pageRankStyles } from './page-rank.styles.js';
import { type RankBy, toRankBy } from './rank-by.js';

const texts = joined(pageRankTexts, rankTexts);

const USUAL_ROWS = 6;

/**
 * The pages that are visited most, entered by most, left by most or shared most, each with its number and its share of all.
 *
 * @summary The first pages of a rank, as bars.
 * @fires {PageSelectEvent} page-select - A page was chosen (with `selectable`).
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the list says so by itself.
 * @csspart frame - The sheet.
 * @csspart head - The title.
 * @csspart body - The list, or what is said in its place.
 * @csspart table - The list.
 * @csspart foot - Freshness and actions.
 * @example
 * <ma-page-rank base-url="https://metrics.example" app="lantern-tea" by="entries" limit="10"></ma-page-rank>
 */
export class MaPageRank extends RankedWidget<PageRankMessages & RankMessages> {
  static override styles = [...RankedWidget.styles, barListStyles, longNameStyles, growthMarkStyles, pageRankStyles];

  /** What ranks: `page_visits` (default), `entries`, `exits` or `page_shares`. */
  @property({ useDefault: true }) by = 'page_visits';

  /** How many pages, 1 to 100. */
  @property({ type: Number, useDefault: true }) limit = USUAL_ROWS;

  constructor() {
    super(texts);
  }

  /** The pages of the answer, the others and the total, unrounded, as a CSV file. */
  override async download(): Promise<void> {
    const { shown, words: texts } = this;
    if (!shown || !texts) return;
    const { answer, catalog } = shown;
    const { saveRank } = await import('../base/rank-file.js');
    await saveRank({
      ...{ catalog, texts, formats: this.formats(texts), meta: answer.meta, metrics: [this.#metric] },
      ...{ title: texts.get('pageRank.file'), name: texts.get('pageRank.page') },
      rows: rank(answer, this.#metric),
      nameOf: (row) => nameInFile(row, texts),
    });
  }

  protected override question(settings: ScopeSettings): RankedQuestion | Missing {
    return (
      rankedQuestion(settings, {
        dimension: 'page_path',
        metrics: [this.#metric],
        order: this.#metric,
        limit: this.#size,
      }) ?? 'app'
    );
  }

  readonly #handleChoose = ({ key, app }: RankRow): void => {
    this.dispatchEvent(new PageSelectEvent(key, app));
  };

  protected override renderWidget(texts: PageRankTexts | undefined): TemplateResult {
    if (!texts) {
      const head = html`<div class="titles"><h2>&nbsp;</h2></div>`;
      return this.renderFrame({ label: '', head, body: rankBones(this.#size), actions: [] }, undefined);
    }
    const title = this.heading ?? texts.get(`pageRank.by.${this.#metric}`);
    return this.renderFrame(
      {
        label: title,
        head: html`<div class="titles"><h2 title=${title}>${title}</h2></div>`,
        body: this.#renderList(title, texts),
        actions: this.actionsFor(this.#metric, texts),
      },
      texts,
    );
  }

  get #metric(): RankBy {
    return toRankBy(this.by);
  }

  get #size(): number {
    return toLimit(this.limit, USUAL_ROWS);
  }

  #renderList(title: string, texts: PageRankTexts): TemplateResult {
    const { shown, state } = this;
    const metric = this.#metric;
    const answer = state.body === 'data' ? shown?.answer : undefined;
    // What a host gives may be longer than what is shown; the rest is not, so no bar is measured against it.
    const shownPart = answer && { ...answer, rows: answer.rows.slice(0, this.#size), others: null };
    const rows = shownPart && rank(shownPart, metric).filter(({ kind }) => kind === 'row');
    const hasChange = rows ? rows.some(({ before }) => before) : isCompared(this.settingsInForce);
    return rankList({
      ...{ title, texts, rows, size: this.#size, formats: this.formats(texts) },
      ...{ meta: answer?.meta, catalog: shown?.catalog, columns: rankColumns(metric, hasChange) },
      name: texts.get('pageRank.page'),
      headOf: (id) => texts.find(`pageRank.${id}`) ?? id,
      nameOf: (row) => pageOf(row, texts, this.selectable ? this.#handleChoose : undefined),
      message:
        answer || state.body === 'pending'
          ? undefined
          : message({ ...this.stateMessage(texts), ...rankMessage(state.body, texts) }),
    });
  }
}
