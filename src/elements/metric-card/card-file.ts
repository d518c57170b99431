import type { Catalog } from '#contract/api.js';
import type { CsvCell } from '#format/csv.js';
import type { BaseMessages } from '#i18n/base/section.js';
import type { Texts } from '#i18n/texts.js';
import { metricLabel, metricOf } from '../base/catalog.js';
import { downloadCsv } from '../base/download.js';
import { metaRows } from '../base/meta-rows.js';
import type { CardAnswer } from './card-answer.js';

/** Gives the reader what a card shows, or some cards, as a CSV file. */
export async function downloadCard(
  answer: CardAnswer,
  catalog: Catalog,
  texts: Texts<BaseMessages>,
  name = answer.summary.metrics[0]?.metric,
): Promise<void> {
  const { meta } = answer.summary;
  const rows = [...metaRows(meta, catalog, texts), ...cardRows(answer, catalog, texts)];
  await downloadCsv(rows, [name, meta.range?.start, meta.range?.end].filter(Boolean).join('_'));
}

/** The rows of a downloaded card: the value and what it is compared with, then the history; all unrounded. */
export function cardRows({ summary, history }: CardAnswer, catalog: Catalog, texts: Texts<BaseMessages>): CsvCell[][] {
  const { range } = summary.meta;
  const head = [texts.get('file.metric'), texts.get('file.start'), texts.get('file.end'), texts.get('file.value')];
  const name = (id: string) => metricLabel(metricOf(catalog, id), texts);
  const values = summary.metrics.flatMap(({ metric, value, comparisons }) => [
    [name(metric), range?.start ?? null, range?.end ?? null, value],
    ...comparisons.map(({ previous }) => [name(metric), previous.range.start, previous.range.end, previous.value]),
  ]);
  const past = (history?.series ?? []).flatMap(({ metric, values: numbers }) =>
    (history?.buckets ?? []).map(({ start, end }, index) => [name(metric), start, end, numbers[index] ?? null]),
  );
  return [head, ...values, ...past];
}
