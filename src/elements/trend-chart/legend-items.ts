import type { TrendLine } from '#charts/trend-model.js';
import { comparedColour, isSecondRound, lineColour, MOST_COMPARED, type TrendInk } from '#charts/trend-plot.js';
import type { Formats } from '#format/formats.js';
import type { LegendItem } from './legend.js';
import type { Scene } from './trend-scene.js';

/** Lines that are listed before the rest waits behind “more”, in a wide and in a narrow widget. */
const LISTED = 12;
const LISTED_NARROW = 6;
const NARROW = 480;

/** The entries of a legend, and how many more there are. */
export interface LegendEntries {
  readonly items: readonly LegendItem[];
  readonly more: number;
}

/**
 * A single line is named by its range, and what it is compared with by its own; several by their names, as toggles.
 * `labelled` are lines that already carry their name at their end.
 */
export function legendItems(
  scene: Scene,
  ink: TrendInk,
  formats: Formats,
  options: { readonly labelled: ReadonlySet<string>; readonly isLong: boolean; readonly width: number },
): LegendEntries {
  const { lines } = scene.model;
  const [only] = lines;
  if (lines.length === 1 && only) return { items: ranges(scene, only, ink, formats), more: 0 };
  const listed = options.isLong ? lines : lines.slice(0, options.width < NARROW ? LISTED_NARROW : LISTED);
  const items = listed
    .filter((line) => !options.labelled.has(line.id) || scene.totalOf(line) !== undefined)
    .map((line) => ({
      id: line.id,
      name: scene.writer.name(line),
      colour: lineColour(scene.model, line, ink),
      isDashed: scene.points.shown.has(line.id) && isSecondRound(scene.model, line, ink),
      isOn: scene.points.shown.has(line.id),
      ...total(scene, line, formats),
    }));
  const compared = comparedItem(scene, ink);
  return { items: [...items, ...compared], more: lines.length - listed.length };
}

/** What the dashed lines of several lines are, where there are any. */
export function comparedItem({ model, points, writer }: Scene, ink: TrendInk, isMultiples = false): LegendItem[] {
  if (!model.base || (points.shown.size > MOST_COMPARED && !isMultiples)) return [];
  return [{ id: 'compared', name: writer.range(model.base.range), colour: ink.other, isDashed: true }];
}

function ranges(
  { model, writer, totalOf, metric }: Scene,
  line: TrendLine,
  ink: TrendInk,
  formats: Formats,
): LegendItem[] {
  const { unit } = metric(line.metric);
  const range = model.report.meta.range;
  const summary = totalOf(line);
  const [comparison] = summary?.comparisons ?? [];
  const now: LegendItem = {
    id: line.id,
    name: range ? writer.range(range) : writer.name(line),
    colour: lineColour(model, line, ink),
    ...(summary && { total: formats.value(summary.value, unit, 'card') }),
  };
  if (!model.base) return [now];
  return [
    now,
    {
      id: `${line.id}:compared`,
      name: writer.range(comparison?.previous.range ?? model.base.range),
      colour: comparedColour(model, line, ink),
      isDashed: true,
      ...(comparison && { total: formats.value(comparison.previous.value, unit, 'card') }),
    },
  ];
}

function total({ totalOf, metric }: Scene, line: TrendLine, formats: Formats): { total?: string } {
  const summary = totalOf(line);
  return summary ? { total: formats.value(summary.value, metric(line.metric).unit, 'card') } : {};
}
