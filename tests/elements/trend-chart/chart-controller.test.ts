import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { Chart } from 'chart.js';
import { LitElement, type TemplateResult } from 'lit';
import type * as Library from '#charts/chart-library.js';
import { ChartController } from '#charts/chart-controller.js';
import type { LinePlot } from '#charts/line-plot.js';
import { plotBox } from '#charts/plot-box.js';

const plot: LinePlot = {
  box: plotBox({ width: 400, height: 200 }, { start: 44, end: 8, top: 12, bottom: 32 }, 3, false),
  scale: { min: 0, max: 10, ticks: [0, 5, 10], fromZero: true },
  valueLabels: ['0', '5', '10'],
  timeTicks: [],
  bands: [],
  strokes: [{ id: 'opens', colour: '#2c4fa9', width: 2, values: [1, 5, 9], isWashed: true, loose: new Set([2]) }],
  notes: [],
  ink: {
    ...{
      surface: '#fff',
      text: '#111',
      muted: '#555',
      hairline: '#eee',
      line: '#ccc',
      crosshair: '#aaa',
      band: '#f4f4f4',
    },
    ...{ font: 'sans-serif', fontSize: 12 },
  },
};

let loads = 0;
let load = (): Promise<typeof Library> => import('#charts/chart-library.js');

class Host extends LitElement {
  readonly charts = new ChartController(this, () => {
    loads++;
    return load();
  });
  renders = 0;

  override render(): TemplateResult {
    this.renders++;
    return html`<canvas></canvas>`;
  }

  get canvas(): HTMLCanvasElement {
    return this.renderRoot.querySelector('canvas')!;
  }

  draw(changes: Partial<LinePlot> = {}): void {
    this.charts.draw([{ canvas: this.canvas, plot: { ...plot, ...changes } }]);
  }
}
customElements.define('chart-host', Host);

async function until(isSo: () => boolean): Promise<void> {
  for (let frames = 0; !isSo(); frames++) {
    if (frames > 200) throw new Error(`Never came to be: ${isSo.toString()}`);
    await nextFrame();
  }
}

describe('ChartController', () => {
  beforeEach(() => {
    loads = 0;
    load = () => import('#charts/chart-library.js');
  });

  it('loads nothing for a canvas that is far from view', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <div></div>
        <chart-host></chart-host>
      </div>`,
    );
    (box.firstElementChild as HTMLElement).style.setProperty('block-size', '5000px');
    const host = box.querySelector<Host>('chart-host')!;
    host.draw();
    await nextFrame();
    await nextFrame();
    expect(loads).to.equal(0);
    host.scrollIntoView();
    await until(() => host.charts.isDrawn);
    expect(loads).to.equal(1);
  });

  it('keeps a chart and its lines from one drawing to the next', async () => {
    const host = await fixture<Host>(html`<chart-host></chart-host>`);
    host.draw();
    await until(() => host.charts.isDrawn);
    const chart = Chart.getChart(host.canvas)!;
    const [line] = chart.data.datasets;
    host.draw({ strokes: [{ ...plot.strokes[0]!, values: [2, 4, 6] }] });
    expect(Chart.getChart(host.canvas)).to.equal(chart);
    expect(chart.data.datasets[0]).to.equal(line);
    expect(line!.data).to.deep.equal([
      { x: 0, y: 2 },
      { x: 1, y: 4 },
      { x: 2, y: 6 },
    ]);
  });

  it('destroys the chart of a canvas that is gone, and all when its host goes', async () => {
    const host = await fixture<Host>(html`<chart-host></chart-host>`);
    host.draw();
    await until(() => host.charts.isDrawn);
    host.charts.draw([]);
    expect(Chart.getChart(host.canvas)).to.equal(undefined);
    host.draw();
    expect(Chart.getChart(host.canvas)).to.not.equal(undefined);
    host.remove();
    expect(Chart.getChart(host.canvas)).to.equal(undefined);
    expect(Object.keys(Chart.instances)).to.have.length(0);
  });

  it('draws nothing when chart.js comes after the host has gone', async () => {
    let arrive = (): void => undefined;
    const library = await import('#charts/chart-library.js');
    load = () => new Promise((resolve) => (arrive = () => resolve(library)));
    const host = await fixture<Host>(html`<chart-host></chart-host>`);
    host.draw();
    await until(() => loads === 1);
    host.remove();
    arrive();
    await nextFrame();
    expect(Object.keys(Chart.instances)).to.have.length(0);
  });

  it('says when chart.js could not be loaded, so that the host can show a table', async () => {
    load = () => Promise.reject(new Error('offline'));
    const host = await fixture<Host>(html`<chart-host></chart-host>`);
    const { renders } = host;
    host.draw();
    await until(() => host.charts.hasFailed);
    await host.updateComplete;
    expect(host.renders).to.be.greaterThan(renders);
    expect(host.charts.isDrawn).to.equal(false);
  });

  it('leaves no listener on the canvas', async () => {
    const host = await fixture<Host>(html`<chart-host></chart-host>`);
    const added: string[] = [];
    const { canvas } = host;
    canvas.addEventListener = ((type: string) => void added.push(type)) as typeof canvas.addEventListener;
    host.draw();
    await until(() => host.charts.isDrawn);
    expect(added).to.deep.equal([]);
  });
});
