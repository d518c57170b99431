import { drawPicture } from '#charts/picture.js';
import { endLabelsAt } from '#charts/trend-layout.js';
import { currencyExponent } from '#format/currency-exponent.js';
import type { Formats } from '#format/formats.js';
import { metricLabel, profileLabel } from '../base/catalog.js';
import { profileLabel } from '../base/catalog.js';
import { downloadBlob, downloadCsv } from '../base/download.js';
import { csvRows, type TrendFile } from './csv-rows.js';
import { comparedItem, legendItems } from './legend-items.js';
import type { Stage } from './stage.js';

/** What a file is made of. */
export interface Saved extends TrendFile {
  readonly title: string;
}

/** Gives the reader every line as unrounded values, under what they were counted over. */
export async function saveCsv(saved: Saved): Promise<void> {
  const { scene, catalog, texts, formats } = saved;
  const { model, writer, metric } = scene;
  const { meta } = model.report;
  const lineOf = new Map(model.lines.map((line) => [line.id, line]));
  const nameOf = (id: string): string => {
    const line = lineOf.get(id)!;
    const { unit } = metric(line.metric);
    const name = writer.name(line);
    // a rate is saved as a fraction, so that a percent sign would be wrong
    const sign = unit === 'rate' ? '' : formats.unit(unit);
    return sign ? texts.get('trend.withUnit', { name, unit: sign }) : name;
  };
  const minor = 10 ** (meta.currency ? currencyExponent(meta.currency) : 0);
  const words = {
    start: texts.get('file.start'),
    end: texts.get('file.end'),
    state: texts.get('trend.state'),
    comparedStart: texts.get('trend.comparedStart'),
    comparedEnd: texts.get('trend.comparedEnd'),
    name: nameOf,
    compared: (id: string) => texts.get('trend.before', { name: nameOf(id) }),
    growth: (id: string) => texts.get('trend.changeOf', { name: writer.name(lineOf.get(id)!) }),
    amount: (id: string, value: number | null) =>
      value !== null && metric(id).unit === 'money' ? value / minor : value,
  };
  // lines that are values of a dimension do not name their metric
  const metrics = model.isBroken ? [...new Set(model.lines.map((line) => line.metric))] : [];
  const rows = [
    ...metrics.map((id) => [texts.get('file.metric'), metricLabel(metric(id), texts)]),
    ...metaRows(meta, catalog, texts),
    ...trendCsv(model, words, scene.points.zeroPrevious),
  ];
  await downloadCsv(rows, fileName(saved));
  await downloadCsv(csvRows(saved), fileName(saved));
}

/** Gives the reader the chart as a PNG, with title, legend, and what it was counted over. */
export async function savePicture(saved: Saved, { field, layout, ink }: Stage): Promise<void> {
  if (!field || !layout || !ink) return;
  const labelled = new Set(layout.endLabels.map(({ id }) => id));
  const items = layout.isMultiples
    ? comparedItem(saved.scene, ink, true)
    : legendItems(saved.scene, ink, saved.formats, { labelled, isLong: true, width: Infinity }).items;
  const canvas = drawPicture({
    title: saved.title,
    keys: items
      .filter(({ isOn = true }) => isOn)
      .map(({ name, total = '', colour, isDashed = false }) => ({ name, value: total, colour, isDashed })),
    ...fieldOf(field),
    endLabels: layout.endLabels,
    endLabelsAt: endLabelsAt(layout),
    foot: footOf(saved),
    ink,
    isMirrored: layout.plots[0]?.plot.box.isMirrored ?? false,
  });
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (blob) downloadBlob(blob, `${fileName(saved)}.png`);
}

function fieldOf(field: HTMLElement) {
  const frame = field.getBoundingClientRect();
  const canvases = [...field.querySelectorAll('canvas')].map((canvas) => {
    const { left, top } = canvas.getBoundingClientRect();
    const caption = captionOf(canvas.closest('figure'));
    return { canvas, left: left - frame.left, top: top - frame.top, ...(caption && { caption }) };
  });
  return { canvases, width: frame.width, height: frame.height };
}

/** A canvas has no elements that isolate a figure from the direction of the words around it, so signs do. */
function captionOf(figure: Element | null): string {
  const pieces = figure?.querySelectorAll('figcaption bdi') ?? [];
  return Array.from(pieces, ({ textContent }) => `\u2068${textContent}\u2069`).join(' ');
}

function footOf({ scene, catalog, texts, formats }: Saved): string {
  const { meta } = scene.model.report;
  return [
    ...(meta.range ? [formats.range(meta.range)] : []),
    meta.timezone,
    profileLabel(catalog, meta.profile, texts),
    texts.get('status.until', { time: formats.dayTime(meta.data_as_of) }),
  ].join(' · ');
}

function fileName({ title, scene }: Saved): string {
  const { range } = scene.model.report.meta;
  const parts = [title, range?.start.slice(0, 10), range?.end.slice(0, 10)].filter(Boolean);
  return parts.join(' ').replace(/[\\/:*?"<>|]/g, '-');
}
