import type { Palette } from '#theme/palette.js';
import type { DifferenceInk } from './difference-plot.js';

/** The ink of a chart from the palette in force; the font is the one that the widget's small text is set in. */
export function trendInk(palette: Palette, font: { readonly family: string; readonly size: number }): DifferenceInk {
  const { surface, text, muted, hairline, line, crosshair, graph, compare, series, other } = palette;
  return {
    ...{ surface, text, muted, hairline, line, crosshair, graph, compare, series, other },
    band: palette.weekend,
    good: palette.up,
    bad: palette.down,
    font: font.family,
    fontSize: font.size,
  };
}
