import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Granularity } from '#contract/api.js';
import { ChartController } from '#charts/chart-controller.js';
import type * as ChartLibrary from '#charts/chart-library.js';
import type { DifferenceInk } from '#charts/difference-plot.js';
import { readPoint } from '#charts/read-point.js';
import type { PlacedPlot, TrendLayout } from '#charts/trend-layout.js';
import { comparedColour, lineColour } from '#charts/trend-plot.js';
import type { TrendLine } from '#charts/trend-model.js';
import { trendPoint } from '#charts/trend-point.js';
import { trendTable } from '#charts/trend-table.js';
import type { Action } from '../base/actions.js';
import type { Kit } from '../base/kit.js';
import { chartView } from './chart-view.js';
import { CursorController } from './cursor-controller.js';
import { endLabelList } from './end-label-list.js';
import { GranularityChangeEvent, LineToggleEvent, PointSelectEvent } from './events.js';
import { granularityChoices } from '../base/granularity-choices.js';
import { turn } from '../base/turn.js';
import { head } from './head.js';
import { keepInside } from './keep-inside.js';
import { comparedItem, legendItems } from './legend-items.js';
import { skeleton } from './skeleton.js';
import { stageActions } from './stage-actions.js';
import type { StageHost, StageInput } from './stage-input.js';
import { StageLayout } from './stage-layout.js';
import { StageScenes, timeOf } from './stage-scenes.js';
import { trendTableTemplate } from './table.js';
import { tooltip } from './tooltip.js';
import type { Scene, TrendTexts } from './trend-scene.js';
import type * as ZoomKit from './zoom-kit.js';

/**
 * What a trend chart shows of an answer. It is loaded with the first one: it knows colours and size, lays the answer out
 * on them, keeps chart.js in step, and moves the cursor with its tooltip.
 */
export class Stage implements ReactiveController {
  readonly charts: ChartController;
  readonly cursor: CursorController;
  /** The layout on show; nothing before colours and size are known, and where no chart is shown. */
  layout: TrendLayout | undefined;
  ink: DifferenceInk | undefined;

  readonly #host: StageHost;
  readonly #layouts: StageLayout;
  readonly #scenes = new StageScenes();
  readonly #zoomKit: Kit<typeof ZoomKit> | undefined;
  #zoom: ZoomKit.Zoom | undefined;
  #input: StageInput | undefined;
  /** Of what is on show: the stretch that is looked at, or all. */
  #scene: Scene | undefined;
  #drawn: TrendLayout | undefined;
  #isLegendLong = false;

  /** @param zoomKit what a reader zooms with; no chart without it. */
  constructor(host: StageHost, zoomKit?: Kit<typeof ZoomKit>) {
    this.#host = host;
    this.#zoomKit = zoomKit;
    this.#layouts = new StageLayout(host, () => this.#find('.plot'));
    this.charts = new ChartController(host, loadCharts);
    this.cursor = new CursorController(host, {
      field: () => this.#input && { count: this.#count, isMirrored: this.#input.isMirrored },
      select: (index) => this.#select(index),
    });
    host.addController(this);
  }

  /** Width of the plot, 0 before it is laid out. */
  get width(): number {
    return this.#layouts.width;
  }

  /** The element that holds the canvases. */
  get field(): HTMLElement | null {
    return this.#find('.field');
  }

  /** Names the chart. */
  get title(): string {
    return this.#input?.label ?? this.#scene?.title ?? '';
  }

  hostDisconnected(): void {
    this.#drawn = undefined;
  }

  hostUpdated(): void {
    const canvases = [...this.#host.renderRoot.querySelectorAll('canvas')];
    const { layout } = this;
    if (!layout || canvases.length !== layout.plots.length) {
      this.#drawn = undefined;
      this.charts.draw([]);
    } else if (layout !== this.#drawn) {
      this.#drawn = layout;
      this.charts.draw(layout.plots.map(({ plot }, i) => ({ plot, canvas: canvases[i]! })));
    }
    this.charts.point(this.cursor.index);
    keepInside(this.#find('.tooltip, .marked'), this.#find('.frame'));
  }

  /** Makes an answer ready to be rendered; nothing where there is none to show. */
  plan(input: StageInput | undefined): void {
    this.#input = input;
    this.layout = undefined;
    this.#scene = input && this.#sceneOnShow(input);
    this.cursor.keepWithin(this.#count);
    if (!input || !this.#scene) return;
    const ink = this.#layouts.ink(input);
    if (!ink) return;
    this.ink = ink;
    if (this.#view === 'chart') this.layout = this.#layouts.lay(this.#scene, ink, input);
  }

  /** Title, legend and switch. */
  renderHead(): unknown {
    const { ink, layout, title } = this;
    if (!this.#input || !this.#scene) return nothing;
    const { texts, formats, switches } = this.#input;
    const { model, points, growth } = this.#scene;
    const { granularity } = model.report.meta;
    const areCaptioned = layout?.isMultiples === true && points.shown.size === model.lines.length;
    const labelled = new Set(layout?.endLabels.map(({ id }) => id));
    const view = { labelled, isLong: this.#isLegendLong, width: this.width };
    return head(
      {
        ...{ title, granularity, growth, isLegendLong: this.#isLegendLong },
        back: this.#view === 'chart' ? this.#zoom?.renderBack(this.#scene, texts) : undefined,
        legend:
          ink &&
          (areCaptioned
            ? { items: comparedItem(this.#scene, ink, true), more: 0 }
            : legendItems(this.#scene, ink, formats, view)),
        choices: this.#granularities(this.#input).map((value) => ({ value, label: texts.get(`trend.${value}`) })),
        switches,
        toggle: (id) => this.#toggle(id),
        toggleMore: () => this.#toggleMore(),
        choose: (chosen) => this.#choose(chosen),
      },
      texts,
    );
  }

  /** The chart, or its table. */
  renderBody(): unknown {
    const { layout, title } = this;
    if (!this.#input || !this.#scene) return nothing;
    const { texts } = this.#input;
    const scene = this.#scene;
    if (this.#view === 'table') {
      const table = trendTable(scene.model, scene.points);
      return trendTableTemplate(table, {
        name: title,
        texts,
        nameOf: (line) => scene.writer.name(line),
        key: this.#key,
      });
    }
    if (scene.points.shown.size === 0) return html`<p class="nothing-shown">${texts.get('trend.nothingShown')}</p>`;
    if (!layout) return skeleton();
    return html`${this.charts.isDrawn || layout.isMultiples ? nothing : skeleton()}
      ${this.#renderChart(layout, scene, texts)}
      ${endLabelList(layout, texts.get('trend.legend'), (id) => this.#toggle(id))}
      <div class="hidden-text" aria-live="polite">${this.#reading(scene, texts)}</div>`;
  }

  /** What can be done with the chart, before what can be done with every widget. */
  actions(): Action[] {
    if (!this.#input || !this.#scene) return [];
    const save = (kind: 'csv' | 'png'): void => void this.#save(kind);
    return stageActions(this.#input.texts, this.#view === 'table', () => this.#toggleView(), save);
  }

  /** The one metric of the chart, which can be explained; nothing where there are several, or values of a dimension. */
  get metric(): string | undefined {
    const { lines = [], isBroken = false } = this.#scene?.model ?? {};
    return lines.length === 1 && !isBroken ? lines[0]?.metric : undefined;
  }

  /** The lines that are drawn. */
  get linesOnShow(): readonly TrendLine[] {
    const { model, points } = this.#scene ?? {};
    return model?.lines.filter(({ id }) => points?.shown.has(id)) ?? [];
  }

  #granularities({ shown, hasSwitch, granularities }: StageInput): readonly Granularity[] {
    const { range } = shown.answer.trend.meta;
    if (!hasSwitch || !range) return [];
    return granularities ?? granularityChoices(range, shown.catalog.granularities);
  }

  /** Buckets on show. */
  get #count(): number {
    return this.#scene?.model.buckets.length ?? 0;
  }

  /** A chart is of the stretch that is looked at, a table of everything. */
  #sceneOnShow(input: StageInput): Scene {
    const { trend } = input.shown.answer;
    const cut = this.#view === 'chart' ? this.#zoom?.cut(trend, timeOf(input.shown)) : trend;
    return this.#scenes.of(input, cut ?? trend);
  }

  /** What a reader zooms with is loaded when somebody first points at the chart. */
  #wake(): ZoomKit.Zoom | undefined {
    const parts = this.#zoomKit?.parts;
    if (!this.#zoom && parts && this.#input) {
      this.#zoom = new parts.Zoom(this.#host, this.cursor);
      this.#sceneOnShow(this.#input);
    }
    return this.#zoom;
  }

  /** A chart that could not be loaded is a table. */
  get #view(): 'chart' | 'table' {
    return this.charts.hasFailed ? 'table' : (this.#host.view ?? 'chart');
  }

  #renderChart(layout: TrendLayout, scene: Scene, texts: TrendTexts): TemplateResult {
    const { cursor, title } = this;
    const { range } = scene.model.report.meta;
    return chartView(layout, {
      scene,
      width: this.width,
      name: range ? texts.get('trend.of', { names: title, range: scene.writer.range(range) }) : title,
      role: texts.get('trend.chart'),
      keys: texts.get(this.#zoomKit ? 'trend.zoomKeys' : 'trend.keys'),
      over: (event, box, plot) => {
        cursor.over(event, box, plot);
        this.#wake()?.over(event);
      },
      focus: (event) => {
        this.#wake();
        cursor.focus(event);
      },
      blur: () => {
        this.#zoom?.drop();
        cursor.clear();
      },
      choose: () => {
        if (!this.#zoom?.tookClick()) cursor.choose();
      },
      up: () => this.#zoom?.up(),
      cancel: () => this.#zoom?.drop(),
      ...{ leave: cursor.leave, key: this.#key },
      tooltip: (plot) => this.#renderTooltip(plot, scene, texts),
      mark: (plots) => this.#zoom?.renderMark(plots, this.#isPointed(plots[0]), scene) ?? nothing,
    });
  }

  #isPointed(plot: PlacedPlot | undefined): boolean {
    return plot?.key === (this.cursor.plot ?? this.layout?.plots[0]?.key);
  }

  #renderTooltip(placed: PlacedPlot, scene: Scene, texts: TrendTexts): TemplateResult | typeof nothing {
    const { cursor, ink } = this;
    const { model, points } = scene;
    if (cursor.index === null || !ink || !this.#isPointed(placed) || this.#zoom?.isMarking) return nothing;
    return tooltip(trendPoint(model, cursor.index, points), {
      plot: placed.plot,
      changeWord: texts.get('trend.change'),
      colourOf: ({ line }) => ({ colour: lineColour(model, line, ink), compared: comparedColour(model, line, ink) }),
    });
  }

  /** The point that a key has moved to, in words. */
  #reading(scene: Scene, texts: TrendTexts): string {
    const { model, points } = scene;
    const { index, isByKey } = this.cursor;
    const said = this.#zoom?.reading(scene, texts);
    if (said !== undefined) return said;
    return index !== null && isByKey ? readPoint(trendPoint(model, index, points), texts) : '';
  }

  async #save(kind: 'csv' | 'png'): Promise<void> {
    const input = this.#input;
    const scene = input && kind === 'csv' ? this.#scenes.of(input, input.shown.answer.trend) : this.#scene;
    if (!input || !scene) return;
    const { texts, formats, shown } = input;
    const saved = { title: this.title, scene, texts, formats, catalog: shown.catalog };
    const { saveCsv, savePicture } = await import('./save.js');
    await (kind === 'csv' ? saveCsv(saved) : savePicture(saved, this));
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (this.#view === 'chart' && (this.#wake()?.key(event) || this.cursor.key(event))) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || event.key.toLowerCase() !== 't') return;
    event.preventDefault();
    this.#toggleView();
    void this.#host.updateComplete.then(() => this.#find('.field, .twin')?.focus());
  };

  #toggleView(): void {
    this.#host.view = this.#host.view === 'table' ? 'chart' : 'table';
    this.#host.requestUpdate();
  }

  #select(index: number): void {
    const bucket = this.#scene?.model.buckets[index];
    if (!bucket || !this.#input) return;
    const whole = this.#input.shown.answer.trend.buckets;
    this.#host.dispatchEvent(new PointSelectEvent(bucket, whole.indexOf(bucket)));
  }

  #toggle(id: string): void {
    const isOn = this.#scene?.points.shown.has(id) === false;
    this.#scenes.switch(id, isOn);
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new LineToggleEvent(id, isOn));
  }

  #toggleMore(): void {
    this.#isLegendLong = !this.#isLegendLong;
    this.#host.requestUpdate();
  }

  #choose(granularity: Granularity): void {
    this.#host.granularity = granularity;
    this.#host.dispatchEvent(new GranularityChangeEvent(granularity));
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector);
  }
}

/** The charts of a page are made one after the other too. */
async function loadCharts(): Promise<typeof ChartLibrary> {
  const library = await import('#charts/chart-library.js');
  await turn();
  return library;
}
