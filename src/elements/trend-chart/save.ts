import { drawPicture } from '#charts/picture.js';
import { endLabelsAt } from '#charts/trend-layout.js';
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
