import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PlotBox } from '#charts/plot-box.js';
import { multipleColumns, type PlacedPlot, type TrendLayout } from '#charts/trend-layout.js';
import { setStyle } from '../base/set-style.js';
import { multipleCaption } from './multiple-caption.js';
import type { Scene } from './trend-scene.js';

/** What the plots of a chart need beside their layout. */
export interface ChartView {
  readonly scene: Scene;
  readonly width: number;
  /** Says what the chart is of. */
  readonly name: string;
  readonly role: string;
  /** Says which keys do what. */
  readonly keys: string;
  readonly over: (event: PointerEvent, box: PlotBox, key: string) => void;
  readonly leave: (event: PointerEvent) => void;
  readonly up: () => void;
  readonly cancel: () => void;
  readonly choose: () => void;
  readonly key: (event: KeyboardEvent) => void;
  readonly focus: (event: FocusEvent) => void;
  readonly blur: () => void;
  /** The tooltip, in the plot that is pointed at. */
  readonly tooltip: (plot: PlacedPlot) => unknown;
  /** What is marked on canvases that are pointed at together. */
  readonly mark: (plots: readonly PlacedPlot[]) => unknown;
}

/** The canvases of a chart in the one field that takes the keyboard. */
export function chartView({ plots, isMultiples }: TrendLayout, view: ChartView): TemplateResult {
  return html`<div
      class="field"
      role="application"
      aria-roledescription=${view.role}
      aria-label=${view.name}
      aria-describedby="keys"
      tabindex="0"
      @keydown=${view.key}
      @focus=${view.focus}
      @blur=${view.blur}
    >
      ${isMultiples ? multiples(plots, view) : aim(plots, view)}
    </div>
    <p class="hidden-text" id="keys">${view.keys}</p>`;
}

function multiples(plots: readonly PlacedPlot[], view: ChartView): TemplateResult {
  return html`<div class="cells" ${setStyle({ '--columns': multipleColumns(view.width, plots.length) })}>
    ${repeat(
      plots,
      ({ key }) => key,
      (plot) =>
        html`<figure class="cell">
          <figcaption>${multipleCaption(plot, view.scene)}</figcaption>
          ${aim([plot], view)}
        </figure>`,
    )}
  </div>`;
}

/** Canvases that are pointed at together. */
function aim(plots: readonly PlacedPlot[], view: ChartView): TemplateResult {
  const first = plots[0]!;
  const over = (event: PointerEvent): void => view.over(event, first.plot.box, first.key);
  return html`<div
    class="aim"
    @pointermove=${over}
    @pointerdown=${over}
    @pointerup=${view.up}
    @pointercancel=${view.cancel}
    @pointerleave=${view.leave}
    @click=${view.choose}
  >
    ${repeat(
      plots,
      ({ key }) => key,
      () => html`<canvas aria-hidden="true"></canvas>`,
    )}
    ${view.mark(plots)} ${view.tooltip(first)}
  </div>`;
}
