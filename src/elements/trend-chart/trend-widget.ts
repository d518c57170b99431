import { html, type TemplateResult } from 'lit';
import type { Granularity, Meta, TrendReport } from '#contract/api.js';
import type { Client } from '#client/client.js';
import type { AskOptions } from '#client/session.js';
import type { TrendLine } from '#charts/trend-model.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { Messages } from '#i18n/message.js';
import type { Action } from '../base/actions.js';
import { message } from '../base/message.js';
import { property } from '../base/property.js';
import { isCompared, rangeQuery } from '../base/question.js';
import { segmentsStyles } from '../base/segments.styles.js';
import { setStyle } from '../base/set-style.js';
import type { WidgetTexts } from '../base/texts-controller.js';
import { Widget } from '../base/widget.js';
import { headBones } from './head-bones.js';
import { skeleton } from './skeleton.js';
import type { Stage } from './stage.js';
import { stageStyles } from './stage.styles.js';
import { trendChartStyles } from './trend-chart.styles.js';
import type { TrendAnswer, TrendQuestion } from './trend-question.js';

/** How a widget wants its trend to be shown. What it leaves out is as usual. */
export interface TrendLook {
  /** Names the chart otherwise than its metrics do. */
  readonly label?: string | undefined;
  readonly breakdownBy?: string | undefined;
  readonly layout?: 'lines' | 'multiples';
  readonly difference?: boolean;
  /** Whether each line was chosen, so that all are drawn at first. */
  readonly areChosen?: boolean;
  /** Lengths of a bucket to choose from; by default those that suit the range. */
  readonly granularities?: readonly Granularity[];
  /** What the head has beside title, legend and switch. */
  readonly switches?: unknown;
  /** How many entries its legend will have, and how many canvases stand side by side. */
  readonly legendLength?: number;
  readonly plots?: number;
}

/** What every widget that draws a trend has in common: the stage, loaded with the first answer, and the room for it. */
export abstract class TrendWidget<
  Question extends TrendQuestion = TrendQuestion,
  Answer extends TrendAnswer = TrendAnswer,
  Own extends Messages = BaseMessages,
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a host sets is each widget's own
  Data extends object = TrendReport,
> extends Widget<Question, Answer, Own> {
  static override styles = [...Widget.styles, trendChartStyles, segmentsStyles, stageStyles];

  readonly #kit = this.kit(() => import('./trend-kit.js'));
  readonly #zoomKit = this.kit(() => import('./zoom-kit.js'));
  #stage: Stage | undefined;

  /** What is shown: the `chart`, or the `table` that says the same. */
  @property({ reflect: true, useDefault: true }) view: 'chart' | 'table' = 'chart';

  /** Leaves out the switch between hour, day, week and month. */
  @property({ type: Boolean, attribute: 'no-granularity' }) noGranularity = false;

  /** A report of the contract to show, instead of asking for one. */
  @property({ attribute: false }) data: Data | undefined;

  /** How the trend is to be shown; `texts` are there once their language has loaded. */
  protected abstract look(texts: WidgetTexts<Own> | undefined): TrendLook;

  /** The title while there is no answer. */
  protected abstract titleBefore(texts: WidgetTexts<Own> | undefined): string;

  /** Asks, and answers with the trend and whatever the widget shows beside it. */
  protected abstract answer(client: Client, question: Question, options: AskOptions): Promise<Answer>;

  protected override ask(client: Client, question: Question, options: AskOptions): Promise<Answer> {
    this.#kit.ready().catch(() => undefined); // it loads while the numbers are on the way
    return this.answer(client, question, options);
  }

  protected override subject({ scope, trend }: Question): string {
    return [scope, ...trend.metrics, trend.breakdown_by ?? ''].join(' ');
  }

  protected override meta({ trend }: Answer): Meta {
    return trend.meta;
  }

  /** Zeros are values: they draw a baseline. */
  protected override isEmpty({ trend }: Answer): boolean {
    return trend.series.every(({ values }) => values.every((value) => value === null));
  }

  protected override within({ scope }: Question) {
    return { scope, query: rangeQuery(this.settingsInForce) };
  }

  protected override knownValues({ summary }: Answer) {
    return new Map(summary?.metrics.map(({ metric, value }) => [metric, value]));
  }

  /** The lines that are drawn. */
  protected get linesOnShow(): readonly TrendLine[] {
    return this.#stage?.linesOnShow ?? [];
  }

  /** The metric that “How it is counted” explains: the only one, as a rule. */
  protected explained(stage: Stage): string | undefined {
    return stage.metric;
  }

  /** What the body shows around the room of the picture. */
  protected renderBody(room: TemplateResult, _texts: WidgetTexts<Own> | undefined): unknown {
    return room;
  }

  /** An open popover of the widget's own. */
  protected renderOverlay(_texts: WidgetTexts<Own>): unknown {
    return undefined;
  }

  protected override renderWidget(texts: WidgetTexts<Own> | undefined): TemplateResult {
    const look = this.look(texts);
    // what all widgets say is among it, which the compiler cannot know of a section yet to be named
    const words = texts as unknown as WidgetTexts | undefined;
    const stage = words && this.shown ? this.#stageFor(words, look) : undefined;
    const isPending = !words || this.state.body === 'pending' || (this.state.body === 'data' && !stage);
    const title = stage?.title ?? look.label ?? this.titleBefore(texts);
    const picture = isPending
      ? skeleton()
      : this.state.body === 'data'
        ? stage?.renderBody()
        : message(this.stateMessage(words));
    return this.renderFrame(
      {
        label: title,
        head: isPending || !stage ? this.#renderHeadBones(title, isPending, look) : stage.renderHead(),
        body: this.renderBody(this.#renderRoom(picture, isPending, look), texts),
        actions: words ? this.#actions(stage, words) : [],
        overlay: texts && this.renderOverlay(texts),
      },
      words,
    );
  }

  #actions(stage: Stage | undefined, texts: WidgetTexts): Action[] {
    const metric = stage && this.explained(stage);
    return [
      ...(stage?.actions() ?? []),
      ...(metric ? this.definitionAction(metric, texts) : []),
      ...this.refreshAction(texts),
    ];
  }

  /** The part that shows an answer, with the answer on show; nothing while it is loading. */
  #stageFor(texts: WidgetTexts, look: TrendLook): Stage | undefined {
    const parts = this.#kit.parts;
    if (!parts || !this.shown) return undefined;
    this.#stage ??= new parts.Stage(this, this.#zoomKit);
    const isShown = this.state.body === 'data';
    this.#stage.plan(
      isShown
        ? {
            shown: this.shown,
            ...{ label: look.label, breakdownBy: look.breakdownBy, layout: look.layout ?? 'lines' },
            ...{ difference: look.difference ?? false, areChosen: look.areChosen ?? false },
            ...{ granularities: look.granularities, switches: look.switches },
            // the texts of the kit came with it
            texts: texts,
            formats: this.formats(texts),
            isMirrored: this.direction === 'rtl',
            hasSwitch: !this.noGranularity && this.asked !== undefined,
          }
        : undefined,
    );
    return isShown ? this.#stage : undefined;
  }

  #renderHeadBones(title: string, isPending: boolean, { legendLength = 1, switches }: TrendLook): TemplateResult {
    return headBones(title, isPending, {
      lines: legendLength,
      hasSwitch: !this.noGranularity && this.given() === undefined,
      switches: isPending ? undefined : switches,
    });
  }

  /** The room of the picture, which has its final size in every state. */
  #renderRoom(content: unknown, isPending: boolean, look: TrendLook): TemplateResult {
    // a host may hand over data of any shape
    const given = (this.data as (Data & { readonly comparisons?: unknown }) | undefined)?.comparisons;
    const hasComparison = Array.isArray(given) ? given.length > 0 : isCompared(this.settingsInForce);
    const isMultiples = this.#stage?.layout?.isMultiples ?? (isPending && look.layout === 'multiples');
    const classes = ['stage', look.difference && hasComparison && 'with-difference', isMultiples && 'multiples'];
    return html`<div class=${classes.filter(Boolean).join(' ')} ${setStyle({ '--count': look.plots ?? 1 })}>
      <div class="plot">${content}</div>
    </div>`;
  }
}
