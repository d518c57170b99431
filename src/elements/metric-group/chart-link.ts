import type { LitElement, ReactiveController, ReactiveControllerHost } from 'lit';
import type { Action } from '../base/actions.js';

/** What a group needs of the element that shows its metric; a trend chart has it all, a host's own chart some of it. */
interface LinkedChart extends HTMLElement, Partial<Pick<LitElement, 'addController' | 'removeController'>> {
  metrics: readonly string[] | undefined;
  bare?: boolean;
  readonly actions?: readonly Action[];
  refresh?(): void;
}

/** Actions that the group has itself, for its cards and the chart alike. */
const common = new Set(['definition', 'refresh']);

/**
 * Ties a group to the chart that shows the chosen metric: sets its metrics, and where it stands in the group's sheet
 * takes its frame away and shows its actions in the group's foot. Which element it is, is told by what it can do.
 */
export class ChartLink implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #chart: LinkedChart | undefined;
  #told = '';
  readonly #watcher: ReactiveController = {
    hostUpdated: () => {
      const now = JSON.stringify(this.#chart?.actions?.map(({ id, label }) => [id, label]));
      if (now !== this.#told) this.#host.requestUpdate();
      this.#told = now;
    },
  };

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** What can be done with a chart that stands in the group's sheet. */
  get actions(): readonly Action[] {
    return this.#chart?.bare ? (this.#chart.actions ?? []).filter(({ id }) => !common.has(id)) : [];
  }

  /** Shows a metric in the first of some elements that is a chart. One that is not defined yet is waited for. */
  show(metric: string | undefined, candidates: readonly Element[], isInside: boolean): void {
    const chart = candidates.find((one): one is LinkedChart => 'metrics' in one);
    if (!chart) awaitNames(candidates, () => this.#host.requestUpdate());
    this.#follow(chart);
    if (!chart || metric === undefined) return;
    if (isInside) chart.bare = true;
    if (chart.metrics?.length !== 1 || chart.metrics[0] !== metric) chart.metrics = [metric];
  }

  /** Asks the chart to ask again. */
  refresh(): void {
    this.#chart?.refresh?.();
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  #follow(chart: LinkedChart | undefined): void {
    if (chart === this.#chart) return;
    this.#chart?.removeController?.(this.#watcher);
    this.#chart = chart;
    this.#told = '';
    chart?.addController?.(this.#watcher);
  }
}

function awaitNames(elements: readonly Element[], then: () => void): void {
  for (const { localName } of elements) {
    if (localName.includes('-') && !customElements.get(localName))
      void customElements.whenDefined(localName).then(then);
  }
}
