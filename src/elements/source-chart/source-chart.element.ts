import { nothing, type TemplateResult } from 'lit';
import type { BreakdownReport, Catalog, Source } from '#contract/api.js';
import { rank, type RankRow } from '#charts/rank.js';
import { type RankMessages, rankTexts } from '#i18n/rank/section.js';
import { joined } from '#i18n/section.js';
import { type SourceChartMessages, sourceChartTexts } from '#i18n/source-chart/section.js';
import type { Missing } from '../base/asking-element.js';
import { barListStyles } from '../base/bar-list.styles.js';
import { FileController } from '../base/file-controller.js';
import { growthMarkStyles } from '../base/growth-mark.styles.js';
import { longNameStyles } from '../base/long-name.styles.js';
import { message } from '../base/message.js';
import { property } from '../base/property.js';
import { isCompared } from '../base/question.js';
import { rankBones, rankList, type RankView } from '../base/rank-list.js';
import { rankedQuestion, type RankedQuestion, toLimit } from '../base/ranked-question.js';
import { RankedWidget } from '../base/ranked-widget.js';
import type { ScopeSettings } from '../base/scope-settings.js';
import { segmentsStyles } from '../base/segments.styles.js';
import { words } from '../base/words.js';
import { DisplayChangeEvent, SourceSelectEvent } from './events.js';
import { sourceChartStyles } from './source-chart.styles.js';
import { sourceHead, sourceHeadBones } from './source-head.js';
import {
  ordered,
  sourceCell,
  type SourceChartTexts,
  sourceColumns,
  sourceMessage,
  sourceName,
  withSources,
} from './source-parts.js';
import { type Figures, type SourceMetric, toDrawn, toFigures, toMetrics, USUAL_SOURCES } from './source-words.js';

const texts = joined(sourceChartTexts, rankTexts);

/** Rows beside those of sources: the others, and the total. */
const REST = 2;

/**
 * How people came in: the first sources as bars with their opens and users, the rest as one exact row that says how many
 * sources it holds, and the total. Names come from the back end's dictionary of sources, in the widget's language.
 *
 * @summary The sources of opens and users, as bars.
 * @fires {DisplayChangeEvent} display-change - Somebody chose what is drawn, which figures, or how many sources.
 * @fires {SourceSelectEvent} source-select - A source was chosen (with `selectable`).
 * @fires {ReportErrorEvent} report-error - The numbers could not be had; the chart says so by itself.
 * @csspart frame - The sheet.
 * @csspart head - Title, context and switches.
 * @csspart body - The list, or what is said in its place.
 * @csspart table - The list.
 * @csspart foot - Freshness and actions.
 * @example
 * <ma-source-chart base-url="https://metrics.example" app="lantern-tea" compare="previous_period"></ma-source-chart>
 */
export class MaSourceChart extends RankedWidget<SourceChartMessages & RankMessages> {
  static override styles = [
    ...RankedWidget.styles,
    segmentsStyles,
    barListStyles,
    longNameStyles,
    growthMarkStyles,
    sourceChartStyles,
  ];

  readonly #file = new FileController(this);
  readonly #display = this.kit(() => import('./display-kit.js'));
  #builtIn: readonly Source[] | undefined;

  /** What is counted, separated by commas: `opens visits active_users new_users`; default `opens,active_users`. */
  @property({ converter: words }) metrics: readonly string[] | undefined;

  /** The metric that is drawn and ranks; default the first of `metrics`. */
  @property() metric: string | undefined;

  /** How many sources, 1 to 100. */
  @property({ type: Number, useDefault: true }) limit = USUAL_SOURCES;

  /** What stands beside a bar: `both` (default), `count` or `share`. */
  @property({ useDefault: true }) figures = 'both';

  /** Leaves out the switches of what is drawn and shown. */
  @property({ type: Boolean, attribute: 'no-display' }) noDisplay = false;

  constructor() {
    super(texts);
  }

  /** Every source and the total, unrounded, as a CSV file. */
  override async download(): Promise<void> {
    const { shown, words: texts, asked: client } = this;
    if (!shown || !texts) return;
    const { answer, question, catalog } = shown;
    await this.#file.save(async (signal) => {
      const { everySource, rankFile } = await import('./source-file.js');
      const report = client && question ? await everySource(client, question, catalog, signal) : answer;
      const names = this.#named(catalog, report);
      return rankFile({
        ...{ catalog, texts, formats: this.formats(texts), metrics: this.#metrics, meta: report.meta },
        rows: rank(report, this.#drawn),
        ...{ title: texts.get('sources.file'), name: texts.get('sources.source') },
        nameOf: (row) => sourceName(row, names, texts),
      });
    });
  }

  protected override question(settings: ScopeSettings): RankedQuestion | Missing {
    const choices = { dimension: 'source', metrics: this.#metrics, order: this.#drawn, limit: this.#size };
    return rankedQuestion(settings, choices) ?? 'app';
  }

  get #metrics(): readonly SourceMetric[] {
    return toMetrics(this.metrics);
  }

  get #drawn(): SourceMetric {
    return toDrawn(this.metric, this.#metrics);
  }

  get #size(): number {
    return toLimit(this.limit, USUAL_SOURCES);
  }

  readonly #handleDisplay = (change: { metric?: SourceMetric; figures?: Figures; limit?: number }): void => {
    Object.assign(this, change);
    const { figures } = this;
    this.dispatchEvent(new DisplayChangeEvent({ metric: this.#drawn, figures: toFigures(figures), limit: this.#size }));
  };

  readonly #handleChoose = ({ key }: RankRow): void => {
    this.dispatchEvent(new SourceSelectEvent(key));
  };

  protected override renderWidget(texts: SourceChartTexts | undefined): TemplateResult {
    const size = this.#size + REST;
    if (!texts) {
      const [head, body] = [sourceHeadBones(), rankBones(size)];
      return this.renderFrame({ label: '', head, body, actions: [] }, undefined);
    }
    const { shown, state, popovers, noDisplay } = this;
    const title = this.heading ?? texts.get('sources.title');
    const answer = state.body === 'data' ? shown?.answer : undefined;
    const rows = answer && rank(ordered(answer, this.#drawn), this.#drawn);
    const compared = rows?.find(({ before }) => before)?.before?.range;
    const head = sourceHead({
      ...{ title, texts, popovers, metrics: this.#metrics, drawn: this.#drawn, hasSwitches: !noDisplay },
      compared: compared && this.formats(texts).range(compared),
      isLost: this.#file.isLost,
      draw: (metric) => this.#handleDisplay({ metric }),
    });
    return this.renderFrame(
      {
        ...{
          label: title,
          head,
          body: this.#renderList({ title, rows, size }, texts),
          actions: this.actionsFor(this.#drawn, texts),
        },
        ...(popovers.open === 'display' && { overlay: this.#renderDisplay(texts) }),
      },
      texts,
    );
  }

  #renderList(of: Pick<RankView, 'title' | 'rows' | 'size'>, texts: SourceChartTexts): TemplateResult {
    const { shown, state } = this;
    const { rows } = of;
    const hasChange = rows ? rows.some(({ before }) => before) : isCompared(this.settingsInForce);
    const names = shown && this.#named(shown.catalog, shown.answer);
    const choose = this.selectable ? this.#handleChoose : undefined;
    return rankList({
      ...{ ...of, texts, formats: this.formats(texts), meta: shown?.answer.meta, catalog: shown?.catalog },
      columns: sourceColumns(this.#metrics, this.#drawn, toFigures(this.figures), hasChange),
      name: texts.get('sources.source'),
      headOf: (metric) => texts.find(`sources.${metric}`) ?? metric,
      nameOf: (row) => names && sourceCell(row, sourceName(row, names, texts), texts, choose),
      message:
        rows || state.body === 'pending'
          ? undefined
          : message({ ...this.stateMessage(texts), ...sourceMessage(state.body, texts) }),
    });
  }

  #renderDisplay(texts: SourceChartTexts): TemplateResult | typeof nothing {
    const choose = this.#handleDisplay;
    const figures = toFigures(this.figures);
    return (
      this.#display.parts?.displayChooser({
        ...{ texts, figures, limit: this.#size },
        chooseFigures: (chosen) => choose({ figures: chosen }),
        chooseLimit: (limit) => choose({ limit }),
      }) ?? nothing
    );
  }

  /** A catalogue that names sources; for `data` alone the built-in dictionary, loaded where another language needs it. */
  #named(catalog: Catalog, report: BreakdownReport): Catalog {
    if (catalog.sources.length > 0 || /^en\b/.test(this.language)) return catalog;
    if (!this.#builtIn) void this.#loadBuiltIn();
    return withSources(catalog, report, this.#builtIn ?? []);
  }

  async #loadBuiltIn(): Promise<void> {
    this.#builtIn = []; // once; offline the labels of the answer are good enough
    this.#builtIn = await import('#contract/sources.js').then(
      ({ weixinSources }) => weixinSources,
      () => [],
    );
    this.requestUpdate();
  }
}
