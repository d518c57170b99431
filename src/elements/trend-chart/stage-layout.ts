import type { DifferenceInk } from '#charts/difference-plot.js';
import { labelFont } from '#charts/fonts.js';
import { measureText } from '#charts/measure-text.js';
import { SizeController } from '#charts/size-controller.js';
import { trendInk } from '#charts/trend-ink.js';
import { layTrend, type TrendLayout } from '#charts/trend-layout.js';
import type { Palette } from '#theme/palette.js';
import { PaletteController } from '#theme/palette-controller.js';
import { keepLast } from './keep-last.js';
import type { StageHost, StageInput } from './stage-input.js';
import type { Scene } from './trend-scene.js';

/** Knows colours, font and size of a plot, and lays scenes out on them. */
export class StageLayout {
  readonly #plot: () => Element | null;
  readonly #palette: PaletteController;
  readonly #size: SizeController;
  /** Asking for a font makes the browser lay the page out, so it is asked again only where language or width may change it. */
  readonly #inkOf = keepLast((palette: Palette, plot: Element, _locale: string, _width: number) => {
    const { fontFamily, fontSize } = getComputedStyle(plot);
    return trendInk(palette, { family: fontFamily, size: Number.parseFloat(fontSize) });
  });
  readonly #layoutOf = keepLast(lay);

  constructor(host: StageHost, plot: () => Element | null) {
    this.#plot = plot;
    this.#palette = new PaletteController(host);
    this.#size = new SizeController(host, plot);
  }

  /** Width of the plot, 0 before it is laid out. */
  get width(): number {
    return this.#size.size?.width ?? 0;
  }

  /** What is drawn with, in the language of an input; nothing before colours are known. */
  ink({ formats }: StageInput): DifferenceInk | undefined {
    const { palette } = this.#palette;
    const plot = this.#plot();
    return palette && plot ? this.#inkOf(palette, plot, formats.locale, this.width) : undefined;
  }

  /** A scene laid out; nothing before the size is known. */
  lay(
    scene: Scene,
    ink: DifferenceInk,
    { layout, difference, texts, isMirrored }: StageInput,
  ): TrendLayout | undefined {
    const { width = 0, height = 0 } = this.#size.size ?? {};
    if (width === 0) return undefined;
    const wishes = [layout === 'multiples', difference, texts.get('trend.difference')] as const;
    return this.#layoutOf(scene, ink, width, height, isMirrored, ...wishes);
  }
}

function lay(
  { model, points, metric, writer, weekStart }: Scene,
  ink: DifferenceInk,
  width: number,
  height: number,
  isMirrored: boolean,
  wantsMultiples: boolean,
  wantsDifference: boolean,
  differenceCaption: string,
): TrendLayout {
  return layTrend(model, {
    ...{ ink, isMirrored, metric, writer, weekStart, wantsMultiples, wantsDifference, differenceCaption },
    size: { width, height },
    shown: points.shown,
    measure: (text) => measureText(text, labelFont(ink)),
  });
}
