import type { Chart } from 'chart.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type * as Library from './chart-library.js';
import { lineConfiguration, type LineDataset } from './line-configuration.js';
import type { LinePlot } from './line-plot.js';

/** A plot and the canvas that it is drawn on. */
export interface Drawing {
  readonly canvas: HTMLCanvasElement;
  readonly plot: LinePlot;
}

type Load = () => Promise<typeof Library>;

/** How far outside the viewport a chart is made ready. */
const NEAR = '200px';

/**
 * Owns the life of a host's charts. chart.js is loaded when a canvas comes near the viewport; a chart is then made
 * once for its canvas and updated in place, so that a refresh keeps the crosshair; it is destroyed when its canvas or
 * the host goes.
 */
export class ChartController implements ReactiveController {
  /** Whether all drawings given last are on their canvases. The host is asked to update when they are. */
  isDrawn = false;
  /** Whether chart.js could not be loaded; the host then shows its table. */
  hasFailed = false;

  readonly #host: ReactiveControllerHost;
  readonly #load: Load;
  readonly #charts = new Map<HTMLCanvasElement, Chart>();
  #drawings: readonly Drawing[] = [];
  #observer: IntersectionObserver | undefined;
  #library: typeof Library | undefined;
  #isNear = false;
  #isConnected = false;
  #index: number | null = null;

  /** @param load gives chart.js; for tests of what happens when it cannot be had. */
  constructor(host: ReactiveControllerHost, load: Load = () => import('./chart-library.js')) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    // what was destroyed on the way out is drawn again
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#isNear = false;
    this.#drawings = [];
    this.#keepOnly([]);
    this.isDrawn = false;
  }

  /** Shows these plots, each on its canvas, and drops the charts of canvases that are not among them. */
  draw(drawings: readonly Drawing[]): void {
    if (!this.#isConnected) return;
    this.#drawings = drawings;
    this.#keepOnly(drawings.map(({ canvas }) => canvas));
    const [first] = drawings;
    this.isDrawn = drawings.length > 0 && drawings.every(({ canvas }) => this.#charts.has(canvas));
    if (!first) return;
    if (this.#isNear) this.#show();
    else this.#watch(first.canvas);
  }

  /** Moves the crosshair of all charts to a bucket, or takes it away. */
  point(index: number | null): void {
    this.#index = index;
    for (const chart of this.#charts.values()) this.#library?.moveCrosshair(chart, index);
  }

  #watch(canvas: HTMLCanvasElement): void {
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: NEAR });
    this.#observer.observe(canvas);
  }

  #seen(entries: readonly IntersectionObserverEntry[]): void {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.#observer?.disconnect();
    this.#observer = undefined;
    this.#isNear = true;
    this.#show();
  }

  #show(): void {
    if (this.#library) this.#apply(this.#library);
    else void this.#fetch();
  }

  async #fetch(): Promise<void> {
    try {
      this.#library = await this.#load();
      this.hasFailed = false;
    } catch {
      this.hasFailed = true;
      this.#tell();
      return;
    }
    if (this.#isConnected && this.#isNear) this.#apply(this.#library);
  }

  #apply(library: typeof Library): void {
    for (const { canvas, plot } of this.#drawings) {
      const chart = this.#charts.get(canvas);
      if (chart) update(library, chart, plot);
      else this.#charts.set(canvas, create(library, canvas, plot));
    }
    this.point(this.#index);
    if (this.isDrawn) return;
    this.isDrawn = true;
    this.#tell();
  }

  /** After the update that may be under way, whose effect it is. */
  #tell(): void {
    void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  #keepOnly(canvases: readonly HTMLCanvasElement[]): void {
    for (const [canvas, chart] of this.#charts) {
      if (canvases.includes(canvas)) continue;
      chart.destroy();
      this.#charts.delete(canvas);
    }
  }
}

function create(library: typeof Library, canvas: HTMLCanvasElement, plot: LinePlot): Chart {
  const { width, height } = plot.box;
  canvas.width = width;
  canvas.height = height;
  const configuration = { ...lineConfiguration(plot), plugins: [...library.plotPlugins] };
  const chart = new library.Chart(canvas, configuration);
  library.setPlot(chart, plot);
  chart.draw();
  return chart;
}

function update(library: typeof Library, chart: Chart, plot: LinePlot): void {
  const { data, options } = lineConfiguration(plot);
  library.setPlot(chart, plot);
  chart.data.datasets = keepDatasets(chart.data.datasets as LineDataset[], data.datasets);
  chart.options = options;
  const { width, height } = plot.box;
  if (chart.width !== width || chart.height !== height) chart.resize(width, height);
  chart.update('none');
}

/** A line that was there keeps its dataset object, by which chart.js knows its points again. */
function keepDatasets(shown: readonly LineDataset[], wanted: readonly LineDataset[]): LineDataset[] {
  return wanted.map((next) => {
    const before = shown.find(({ id }) => id === next.id);
    return before ? Object.assign(before, next) : next;
  });
}
