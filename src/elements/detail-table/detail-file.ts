import { detailColumns, detailTotals } from '#charts/detail-table.js';
import type { CsvCell } from '#format/csv.js';
import type { DetailTableMessages } from '#i18n/detail-table/section.js';
import type { Texts } from '#i18n/texts.js';
import { downloadCsv } from '../base/download.js';
import { amountOf, csvRows, type TrendFile } from '../trend-chart/csv-rows.js';
import type { TrendAnswer } from '../trend-chart/trend-question.js';

/** Gives the reader every bucket and the whole range, unrounded, whatever part is on show. */
export async function downloadDetails(
  file: TrendFile,
  answer: TrendAnswer,
  texts: Texts<DetailTableMessages>,
): Promise<void> {
  const { range } = answer.trend.meta;
  const name = [texts.get('detail.file'), range?.start.slice(0, 10), range?.end.slice(0, 10)].filter(Boolean).join(' ');
  await downloadCsv(detailFileRows(file, answer, texts), name);
}

/** The rows of the file: what was counted, the buckets in time, and the whole range as the report over it has it. */
export function detailFileRows(
  file: TrendFile,
  { trend, summary }: TrendAnswer,
  texts: Texts<DetailTableMessages>,
): CsvCell[][] {
  const rows = csvRows(file);
  if (!summary) return rows;
  const { model } = file.scene;
  const totals = detailTotals(summary.metrics, model.base?.kind);
  const columns = detailColumns(model);
  const values = columns.filter(({ kind }) => kind === 'value');
  const compared = columns.filter(({ kind }) => kind !== 'value');
  const cellOf = ({ id, kind, metric }: (typeof columns)[number]): CsvCell => {
    const value = totals.get(id) ?? null;
    return kind === 'change' ? value : amountOf(file, metric, value);
  };
  const { range } = trend.meta;
  return [
    ...rows,
    [
      ...[range?.start ?? null, range?.end ?? null, texts.get('detail.whole')],
      ...values.map(cellOf),
      ...(model.base ? [model.base.range.start, model.base.range.end] : []),
      ...compared.map(cellOf),
    ],
  ];
}
